/**
 * For a model that no family knows: the spec's template is the modelInput, and the spec's `verbatim` block says by paths where
 * in the modelOutput the answer stands. What is sent is named, as every record, by model, api and modelInput alone; so a
 * corrected path reads the answers that are there already and asks nothing again.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 */
import { at, count, ShapeError, type JsonObject } from '../json.ts'
import type { AnswerKind, Completion, ModelFamily, ParameterProblem, Parameters, StopReason, Usage } from './family.ts'
import { picture } from './picture.ts'
import { verbatimOf } from './question.ts'
import { stopFor, type StopWords } from './stop.ts'
import { allAt, joinedAt } from './verbatim-path.ts'
import { vector } from './vector.ts'

/** The spec's `verbatim` block. Exactly one of `text`, `vector` and `picture` is there. */
export interface VerbatimSettings {
  readonly api: 'invoke' | 'converse'
  readonly text?: string
  readonly vector?: string
  readonly picture?: string
  readonly reasoning?: string
  readonly stop?: string
  /** Values at `stop` of a whole answer, beyond those that are known. */
  readonly endValues?: readonly string[]
  readonly inputTokens?: string
  readonly outputTokens?: string
  readonly cacheReadTokens?: string
  readonly cacheWriteTokens?: string
}

/** The words of all dialects that are documented, in lower case. */
export const stopWords: StopWords = {
  end_turn: 'end',
  stop: 'end',
  end: 'end',
  eos: 'end',
  endoftext: 'end',
  complete: 'end',
  finish: 'end',
  finished: 'end',
  success: 'end',
  stop_sequence: 'stop-sequence',
  stop_criteria_met: 'stop-sequence',
  max_tokens: 'max-tokens',
  length: 'max-tokens',
  model_length: 'max-tokens',
  model_context_window_exceeded: 'max-tokens',
  error_limit: 'max-tokens',
  refusal: 'refusal',
  content_filter: 'filtered',
  content_filtered: 'filtered',
  guardrail_intervened: 'filtered',
  error_toxic: 'filtered',
  tool_use: 'tool-use',
  tool_call: 'tool-use',
  tool_calls: 'tool-use',
  function_call: 'tool-use'
}

const notInTemplate = ['temperature', 'topP', 'topK', 'stop', 'extra'] as const

export function verbatimFamily(settings: VerbatimSettings): ModelFamily {
  return {
    name: 'verbatim',
    title: 'Verbatim (the template is the modelInput)',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html',
    revision: 1,
    modelIds: /./,
    api: settings.api === 'converse' ? 'Converse' : 'InvokeModel',
    kind: 'verbatim',
    answers: answerKind(settings),
    render: request => verbatimOf(request).modelInput,
    parse: modelOutput => read(modelOutput, settings),
    check: (_bareId, parameters) => outsideTheTemplate(parameters)
  }
}

function answerKind({ vector, picture }: VerbatimSettings): AnswerKind {
  if (vector !== undefined) return 'vector'
  return picture === undefined ? 'text' : 'picture'
}

function read(modelOutput: JsonObject, settings: VerbatimSettings): Completion {
  const stop = stopIn(modelOutput, settings)
  const reasoning = settings.reasoning === undefined ? undefined : joinedAt(modelOutput, settings.reasoning)
  return {
    content: contentIn(modelOutput, settings, stop.stop),
    ...(reasoning !== undefined && { reasoning }),
    ...stop,
    usage: usageAt(modelOutput, settings)
  }
}

/** An answer that was refused or filtered may have no content at all. */
function contentIn(modelOutput: JsonObject, settings: VerbatimSettings, stop: StopReason): Completion['content'] {
  const path = settings.vector ?? settings.picture ?? settings.text ?? ''
  const whole = stop === 'end' || stop === 'stop-sequence'
  if (!whole && allAt(modelOutput, path).length === 0) return ''
  if (settings.vector !== undefined) return vector(modelOutput, settings.vector)
  if (settings.picture !== undefined) return picture(modelOutput, settings.picture)
  const text = joinedAt(modelOutput, path)
  if (text === undefined) throw new ShapeError(path, 'a string')
  return text
}

/** Without a path, or with nothing at it, the answer counts as whole: some models tell a reason only when one was cut. */
function stopIn(
  modelOutput: JsonObject,
  { stop: path, endValues = [] }: VerbatimSettings
): Pick<Completion, 'stop' | 'stopDetail'> {
  const reason = path === undefined ? undefined : at(modelOutput, path)
  if (reason === undefined) return { stop: 'end' }
  if (typeof reason !== 'string') return { stop: 'other', stopDetail: JSON.stringify(reason) }
  if (endValues.includes(reason)) return { stop: 'end', stopDetail: reason }
  return { ...stopFor(reason.toLowerCase(), stopWords), stopDetail: reason }
}

function usageAt(modelOutput: JsonObject, settings: VerbatimSettings): Usage {
  const usage: { -readonly [K in keyof Usage]: number } = {}
  for (const name of ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens'] as const) {
    const path = settings[name]
    const tokens = path === undefined ? undefined : count(modelOutput, path)
    if (tokens !== undefined) usage[name] = tokens
  }
  return usage
}

/** `maxTokens` may stay: the cost limit is reckoned with it, whatever the template says. */
function outsideTheTemplate(parameters: Parameters): ParameterProblem[] {
  return notInTemplate
    .filter(field => parameters[field] !== undefined)
    .map(field => ({
      field,
      message: `the question goes to the model as it is, so parameters.${field} has no place`,
      hint: 'write it into the JSON of the question, under the name that the model has for it'
    }))
}
