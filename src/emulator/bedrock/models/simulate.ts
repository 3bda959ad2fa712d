/** From a modelInput to a modelOutput: the body is checked as its model would, then answered. Knows no job and no HTTP. */
import type { JsonMap } from '../../json.ts'
import { hash32 } from '../../random.ts'
import { tokensOf } from './body.ts'
import { Refused, type Answer, type ChatDialect, type Question, type Stop } from './dialect.ts'
import { dialectOf } from './registry.ts'
import { simulateText } from './text.ts'

/** What a test may put in the place of the simulated answer. Members combine. */
interface Override {
  /** In place of the text, still cut at maxTokens. */
  readonly text?: string
  readonly stop?: Stop
  /** In place of the whole modelOutput. */
  readonly modelOutput?: JsonMap
  /** The record's error, in place of an answer. */
  readonly error?: { readonly code: number; readonly message: string }
  /** The output line as it is written, with its line feed; '' leaves it out. Only in a batch. */
  readonly line?: string
  /** Writes the line twice. Only in a batch. */
  readonly twice?: boolean
  /** What is echoed as modelInput. Only in a batch. */
  readonly echo?: JsonMap
}

export type AnswerRule = (modelId: string, modelInput: JsonMap, recordId: string) => Override | undefined

export type Outcome =
  | {
      readonly kind: 'answer'
      readonly modelOutput: JsonMap
      readonly inputTokens: number
      readonly outputTokens: number
      readonly line?: string
      readonly twice?: boolean
      readonly echo?: JsonMap
    }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }

export type SimulatedModel = (modelInput: JsonMap, recordId: string) => Outcome

export interface SimulationOptions {
  readonly api: 'InvokeModel' | 'Converse'
  readonly nulls: boolean
  readonly marker: boolean
  readonly rule?: AnswerRule
}

const tokensPerAttachment = 1500

/** The model of that id. Its answers depend on nothing but the body. */
export function simulatedModel(modelId: string, options: SimulationOptions): SimulatedModel {
  const bareId = bareModelId(modelId)
  const dialect = dialectOf(bareId, options.api, options.nulls)
  return (modelInput, recordId) => {
    const override = options.rule?.(modelId, modelInput, recordId) ?? {}
    if (override.error) return { kind: 'error', ...override.error }
    try {
      const plain =
        dialect.kind === 'chat'
          ? chat(dialect, modelInput, bareId, override, options)
          : dialect.answer(modelInput, bareId)
      const { line, twice, echo } = override
      return {
        kind: 'answer',
        ...plain,
        ...(override.modelOutput && { modelOutput: override.modelOutput }),
        ...(line !== undefined && { line }),
        ...(twice !== undefined && { twice }),
        ...(echo !== undefined && { echo })
      }
    } catch (error) {
      if (error instanceof Refused) return { kind: 'error', code: error.code, message: error.message }
      throw error
    }
  }
}

function chat(
  dialect: ChatDialect,
  body: JsonMap,
  bareId: string,
  override: Override,
  options: SimulationOptions
): { modelOutput: JsonMap; inputTokens: number; outputTokens: number } {
  const question = dialect.read(body, bareId)
  const said = override.text ?? simulateText(question.system, question.text, options)
  const inputTokens = tokensOf(question.system) + tokensOf(question.text) + question.attachments * tokensPerAttachment
  const cut = cutAnswer(said, question, dialect.defaultMaxTokens)
  const answer: Answer = {
    ...cut,
    ...(override.stop && { stop: override.stop }),
    inputTokens,
    outputTokens: tokensOf(cut.text),
    digits: hash32(`${question.system}\n${question.text}\n${cut.text}`).toString(16).padStart(8, '0')
  }
  return { modelOutput: dialect.write(answer, body, bareId), inputTokens, outputTokens: answer.outputTokens }
}

/** Ends the text where a stop sequence stands or the tokens are used up, whichever comes first. */
function cutAnswer(
  said: string,
  question: Question,
  defaultMaxTokens: number
): { text: string; stop: Stop; stopSequence?: string } {
  const met = question.stop
    .map(sequence => ({ sequence, at: said.indexOf(sequence) }))
    .filter(one => one.at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  const text = met ? said.slice(0, met.at) : said
  const most = question.maxTokens ?? defaultMaxTokens
  if (tokensOf(text) > most) return { text: firstTokens(text, most), stop: 'max-tokens' }
  return met ? { text, stop: 'stop-sequence', stopSequence: met.sequence } : { text, stop: 'end' }
}

function firstTokens(text: string, most: number): string {
  let bytes = 0
  let end = 0
  for (const char of text) {
    bytes += Buffer.byteLength(char)
    if (bytes > most * 4) break
    end += char.length
  }
  return text.slice(0, end)
}

/** `arn:…/us.anthropic.claude-x` → `anthropic.claude-x`. */
export function bareModelId(modelId: string): string {
  const id = modelId.slice(modelId.lastIndexOf('/') + 1)
  return id.replace(/^(us-gov|us|eu|apac|au|jp|ca|global)\./, '')
}
