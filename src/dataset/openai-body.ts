/** The members of a chat completion's body besides its messages: which mean something to other models, and which cannot. */
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Parameters } from '../models/family.ts'
import { spelled } from './nearest.ts'

export interface Fault {
  readonly message: string
  readonly hint?: string
}

/** A member that is not sent, and why that may be. */
export interface LeftOut {
  readonly member: string
  readonly why: string
}

type Check = (value: JsonValue) => Fault | undefined

const noTools = 'Bedrock’s batch inference calls no tools'
const tools: Check = value =>
  Array.isArray(value) && value.length === 0
    ? undefined
    : { message: noTools, hint: 'remove tools and functions; for an answer in JSON, set answer.schema in the spec' }

/** Members that would change what the answer is. Null counts as absent. */
const refused: Readonly<Record<string, Check>> = {
  tools,
  functions: tools,
  n: value =>
    value === 1 ? undefined : { message: 'body.n asks for several answers', hint: 'set samples in the spec instead' },
  logprobs: value =>
    value === false ? undefined : { message: 'models on Bedrock tell no logprobs', hint: 'remove logprobs' },
  top_logprobs: value =>
    value === 0 ? undefined : { message: 'models on Bedrock tell no logprobs', hint: 'remove top_logprobs' },
  response_format: responseFormat,
  modalities: value =>
    Array.isArray(value) && value.every(one => one === 'text')
      ? undefined
      : { message: 'body.modalities asks for more than text', hint: 'answers to messages are text here' },
  audio: () => ({ message: 'body.audio asks for sound', hint: 'answers are text here' }),
  web_search_options: () => ({ message: 'batch inference searches nothing', hint: 'remove web_search_options' })
}

function responseFormat(value: JsonValue): Fault | undefined {
  const type = isObject(value) ? value['type'] : undefined
  if (type === 'text' || type === 'json_object') return undefined
  return {
    message: 'Bedrock’s batch inference has no structured output, so body.response_format cannot be kept',
    hint: 'remove it, and give the schema to the spec: answer: {format: json, schema: …}'
  }
}

export function refusals(body: JsonObject): Fault | undefined {
  for (const [member, check] of Object.entries(refused)) {
    const value = body[member] ?? null
    const fault = value === null ? undefined : check(value)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Members that are read, and those that say nothing to a model. */
const silent = new Set([
  ...Object.keys(refused).filter(member => member !== 'response_format'),
  ...['messages', 'model', 'max_tokens', 'max_completion_tokens', 'temperature', 'top_p', 'stop'],
  ...['user', 'metadata', 'store', 'safety_identifier', 'prompt_cache_key', 'prompt_cache_retention', 'service_tier']
])

/** With values that change nothing they are as good as absent. */
const harmless: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  stream: value => value === false,
  frequency_penalty: value => value === 0,
  presence_penalty: value => value === 0,
  logit_bias: value => isObject(value) && Object.keys(value).length === 0,
  response_format: value => isObject(value) && value['type'] === 'text',
  tool_choice: value => value === 'none' || value === 'auto',
  function_call: value => value === 'none' || value === 'auto',
  parallel_tool_calls: () => true
}

export function leftOut(body: JsonObject): readonly LeftOut[] {
  return Object.entries(body).flatMap(([member, value]): readonly LeftOut[] => {
    if (value === null || silent.has(member) || harmless[member]?.(value) === true) return []
    if (member === 'response_format') {
      const why =
        'body.response_format is not sent: ask for JSON in the messages, and set answer.format to json in the spec'
      return [{ member, why }]
    }
    return [{ member, why: `body.${spelled(member)} is not sent: it has no counterpart here` }]
  })
}

/** `max_completion_tokens` over `max_tokens`, which OpenAI has given up. */
export function readParameters(body: JsonObject): Parameters | Fault {
  const faults: Fault[] = []
  const take = <Value>(
    member: string,
    what: string,
    read: (value: JsonValue) => Value | undefined
  ): Value | undefined => {
    const value = body[member] ?? null
    if (value === null) return undefined
    const taken = read(value)
    if (taken === undefined) faults.push({ message: `body.${member} must be ${what}` })
    return taken
  }
  const older = take('max_tokens', 'a whole number of 1 or more', count)
  const maxTokens = take('max_completion_tokens', 'a whole number of 1 or more', count) ?? older
  const temperature = take('temperature', 'a number from 0 to 2', value => within(value, 2))
  const topP = take('top_p', 'a number from 0 to 1', value => within(value, 1))
  const stop = take('stop', 'a text or a list of texts', texts)
  return (
    faults[0] ?? {
      ...(maxTokens !== undefined && { maxTokens }),
      ...(temperature !== undefined && { temperature }),
      ...(topP !== undefined && { topP }),
      ...(stop !== undefined && stop.length > 0 && { stop })
    }
  )
}

function count(value: JsonValue): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

function within(value: JsonValue, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined
}

function texts(value: JsonValue): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const all = value.filter(one => typeof one === 'string')
  return all.length === value.length ? all : undefined
}
