/**
 * How many tokens a text has, about. No model's own tokenizer is asked: an estimate serves a plan and a cost limit, the bill
 * comes from the counts that Bedrock returns. Within a few per cent of OpenAI's o200k on prose, code and JSON; Claude's and
 * Nova's tokenizers differ from it by 10 to 30 %, mostly upwards.
 */
import { estimateTokenCount } from 'tokenx'
import type { Request } from '../prompts/request.ts'
import { mediaTokens } from './media-tokens.ts'

/** Scripts that the library takes for Latin words and so counts far too low (30 to 60 %). */
const scripts = {
  languageConfigs: [
    { pattern: /[\u0600-\u06ff\u0750-\u077f]/, averageCharsPerToken: 3.5 },
    { pattern: /[\u0590-\u05ff]/, averageCharsPerToken: 2.6 },
    { pattern: /[\u0900-\u097f]/, averageCharsPerToken: 4 },
    { pattern: /[\u0e00-\u0e7f]/, averageCharsPerToken: 2.8 }
  ]
}

/** Base64 stands for media, which is not billed by its letters. Shorter runs may be words or keys. */
const base64 = /[A-Za-z0-9+/]{256,}={0,2}/g

export function estimateTokens(text: string): number {
  const plain = text.length < 256 ? text : text.replace(base64, '')
  return estimateTokenCount(plain, scripts)
}

/** Roles and separators around one message. */
const perMessage = 4

/**
 * The input tokens of many requests, cheaply: every record's letters are counted, and the tokens per letter are taken from
 * the first records and from every hundredth. Holds four numbers, however many records it sees.
 */
export class TokenMeter {
  records = 0
  private fixed = 0
  private counted = { letters: 0, tokens: 0 }
  private spread = { letters: 0, tokens: 0 }
  private restLetters = 0
  private readonly first: number
  private readonly every: number

  constructor(first = 200, every = 100) {
    this.first = first
    this.every = every
  }

  add(request: Request): void {
    const position = this.records++
    const letters = sumOver(request, lengthOf)
    this.fixed += mediaTokens(request)
    this.fixed += request.kind === 'chat' ? perMessage * (request.messages.length + 1) : 0
    const isSpread = position % this.every === 0
    if (!isSpread && position >= this.first) {
      this.restLetters += letters
      return
    }
    const tokens = sumOver(request, estimateTokens)
    this.counted.letters += letters
    this.counted.tokens += tokens
    if (!isSpread) return
    this.spread.letters += letters
    this.spread.tokens += tokens
  }

  /** A whole number. */
  get tokens(): number {
    // The head of a file may be unlike the rest of it, so once there are enough records the spread ones tell the ratio.
    const sample = this.records >= this.first * this.every ? this.spread : this.counted
    const perLetter = sample.letters === 0 ? 0 : sample.tokens / sample.letters
    return Math.round(this.fixed + this.counted.tokens + this.restLetters * perLetter)
  }
}

function sumOver(request: Request, measure: (text: string) => number): number {
  switch (request.kind) {
    case 'embed':
    case 'draw':
      return measure(request.text ?? '')
    case 'verbatim':
      return measure(JSON.stringify(request.modelInput))
    case 'chat': {
      let sum = request.system === undefined ? 0 : measure(request.system)
      for (const { content } of request.messages)
        for (const part of content) sum += 'text' in part ? measure(part.text) : 0
      return sum
    }
  }
}

function lengthOf(text: string): number {
  return text.length
}
