/** From a modelInput to a modelOutput: the body is checked as its model would, then answered. Knows no job and no HTTP. */
import type { JsonMap } from '../../json.ts'
import { hash32 } from '../../random.ts'
import type { Library } from '../media/stored.ts'
import { tokensOf } from './body.ts'
import {
  Refused,
  type Answer,
  type ChatDialect,
  type Dialect,
  type OtherAnswer,
  type Question,
  type Reading,
  type Stop
} from './dialect.ts'
import { answerExtra, textsIn, type ExtraModels } from './extra-model.ts'
import { dialectOf, refusing } from './registry.ts'
import { reasonAbout, simulateText } from './text.ts'

/** What a test may put in the place of the simulated answer. Members combine. */
interface Override {
  /** In place of the text, still cut at maxTokens. */
  readonly text?: string
  readonly stop?: Stop
  /** In place of the whole modelOutput. For a model without dialect, its answer to any body. */
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
  | (OtherAnswer & {
      readonly kind: 'answer'
      readonly line?: string
      readonly twice?: boolean
      readonly echo?: JsonMap
    })
  | { readonly kind: 'error'; readonly code: number; readonly message: string }

/** `library`: what lies in S3 where the body points. */
export type SimulatedModel = (modelInput: JsonMap, recordId: string, library?: Library) => Outcome

export interface SimulationOptions {
  readonly api: 'InvokeModel' | 'Converse'
  readonly nulls: boolean
  readonly marker: boolean
  /** A record of a job, not a call on demand. */
  readonly batch?: boolean
  readonly rule?: AnswerRule
  readonly models?: ExtraModels
}

/** The model of that id. Its answers depend on nothing but the body. */
export function simulatedModel(modelId: string, options: SimulationOptions): SimulatedModel {
  const bareId = bareModelId(modelId)
  const answer = answerer(bareId, options)
  return (modelInput, recordId, library = new Map()) => {
    const override = options.rule?.(modelId, modelInput, recordId) ?? {}
    if (override.error) return { kind: 'error', ...override.error }
    try {
      const { line, twice, echo } = override
      return {
        kind: 'answer',
        ...answer(modelInput, override, { bareId, batch: options.batch === true, library }),
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

type Answerer = (body: JsonMap, override: Override, reading: Reading) => OtherAnswer

function answerer(bareId: string, options: SimulationOptions): Answerer {
  const output = options.models?.[bareId]?.output
  const known = dialectOf(bareId, options.api, options.nulls)
  // A model that was described goes before one that is known, but Converse is the same for all.
  if (options.api === 'InvokeModel' && (output !== undefined || known === undefined))
    return (body, override, reading) => {
      if (override.modelOutput) return byRule(body, override.modelOutput)
      if (output) return answerExtra(output, body, options.marker)
      return spoken(refusing(`#: the emulator has no body for ${bareId}`), options)(body, override, reading)
    }
  return spoken(known ?? refusing(`#: the emulator has no body for ${bareId}`), options)
}

function byRule(body: JsonMap, modelOutput: JsonMap): OtherAnswer {
  return {
    modelOutput,
    inputTokens: tokensOf(textsIn(body).join('\n')),
    outputTokens: tokensOf(textsIn(modelOutput).join('\n'))
  }
}

function spoken(dialect: Dialect, options: SimulationOptions): Answerer {
  return (body, override, reading) => {
    const plain =
      dialect.kind === 'chat' ? chat(dialect, body, override, reading, options) : dialect.answer(body, reading)
    return override.modelOutput ? { ...plain, modelOutput: override.modelOutput } : plain
  }
}

function chat(
  dialect: ChatDialect,
  body: JsonMap,
  override: Override,
  reading: Reading,
  { marker }: SimulationOptions
): OtherAnswer {
  const question = dialect.read(body, reading)
  const thought = question.thinks ? reasonAbout(question.text) : undefined
  const { media, schema, prefill } = question
  const more = { marker, media, ...(schema && { schema }), ...(prefill !== undefined && { prefill }) }
  const { orders, prompt } = askedOf(question)
  const said = override.text ?? simulateText(orders, prompt, more)
  const cut = cutAnswer(thought, said, question, dialect.defaultMaxTokens)
  const inputTokens =
    tokensOf(question.system) + tokensOf(question.text) + media.reduce((sum, one) => sum + one.tokens, 0)
  const answer: Answer = {
    ...cut,
    ...(override.stop && { stop: override.stop }),
    inputTokens,
    outputTokens: tokensOf(cut.text) + tokensOf(cut.reasoning ?? ''),
    digits: hash32(`${question.system}\n${question.text}\n${cut.text}`).toString(16).padStart(8, '0')
  }
  const modelOutput = dialect.write(answer, body, reading.bareId)
  return { modelOutput, inputTokens, outputTokens: answer.outputTokens }
}

/** Turns before the last are examples, or orders; a last one that only finds fault with an answer asks them again. */
function askedOf({ system, text, last }: Question): { orders: string; prompt: string } {
  if (last === undefined || last === '' || /\byour (?:last |previous )?(?:answer|reply)\b/i.test(last))
    return { orders: system, prompt: text }
  return { orders: `${system}\n${text.slice(0, text.length - last.length)}`, prompt: last }
}

type Cut = Pick<Answer, 'text' | 'reasoning' | 'stop' | 'stopSequence'>

/** Ends the text where a stop sequence stands or the tokens are used up, whichever comes first. Thinking costs tokens. */
function cutAnswer(thought: string | undefined, said: string, question: Question, defaultMaxTokens: number): Cut {
  const most = question.maxTokens ?? defaultMaxTokens
  const reasoning = thought === undefined ? {} : { reasoning: firstTokens(thought, most) }
  const left = most - tokensOf(reasoning.reasoning ?? '')
  const met = question.stop
    .map(sequence => ({ sequence, at: said.indexOf(sequence) }))
    .filter(one => one.at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  const text = met ? said.slice(0, met.at) : said
  if (tokensOf(text) > left) return { ...reasoning, text: firstTokens(text, left), stop: 'max-tokens' }
  return met
    ? { ...reasoning, text, stop: 'stop-sequence', stopSequence: met.sequence }
    : { ...reasoning, text, stop: 'end' }
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
