/**
 * AI21 Jurassic-2. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html
 */
import { asText, member } from '../../json.ts'
import { strings } from './body.ts'
import type { ChatDialect } from './dialect.ts'
import { readDialogue } from './prompt-format.ts'
import { checkBody, flag, list, number, object, text, whole } from './shape.ts'

const stopWords = {
  end: 'endoftext',
  'max-tokens': 'length',
  'stop-sequence': 'stop',
  refusal: 'endoftext',
  filtered: 'endoftext'
} as const

const penalty = object(
  {
    scale: number(0, 500),
    applyToWhitespaces: flag,
    applyToPunctuations: flag,
    applyToNumbers: flag,
    applyToStopwords: flag,
    applyToEmojis: flag
  },
  ['scale']
)
const shape = object(
  {
    prompt: text({ least: 1 }),
    temperature: number(0, 1),
    topP: number(0, 1),
    maxTokens: whole(0, 8191),
    minTokens: whole(0),
    numResults: whole(1, 16),
    topKReturn: whole(0, 64),
    stopSequences: list(text()),
    countPenalty: penalty,
    presencePenalty: penalty,
    frequencyPenalty: penalty
  },
  ['prompt']
)

export const jurassic: ChatDialect = {
  kind: 'chat',
  name: 'jurassic-2',
  models: /^ai21\.j2/,
  defaultMaxTokens: 200,

  read(body) {
    checkBody(body, shape)
    const maxTokens = member(body, 'maxTokens')
    return {
      ...readDialogue(asText(body['prompt'])),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(body, 'stopSequences')
    }
  },

  write(answer, body) {
    return {
      id: Number.parseInt(answer.digits, 16),
      prompt: { text: asText(body['prompt']), tokens: tokens(asText(body['prompt'])) },
      completions: [
        {
          data: { text: answer.text, tokens: tokens(answer.text) },
          finishReason: { reason: stopWords[answer.stop] }
        }
      ]
    }
  }
}

/** One word, one token; log probabilities are made up. */
function tokens(said: string): { generatedToken: { token: string; logprob: number } }[] {
  return (said.match(/\S+/g) ?? []).map(word => ({ generatedToken: { token: `▁${word}`, logprob: -0.5 } }))
}
