/**
 * The JSON that gpt-oss, Jamba, newer Mistral models and others share: messages with a role, `choices` with a message. The
 * names of the parameters and what a single model refuses are its family's matter.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 */
import { array, at, isObject, ShapeError, type JsonObject, type JsonValue } from '../json.ts'
import type { ChatRequest, Message, Part } from '../prompts/request.ts'
import { askAgain } from './ask-again.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, Parameters, Usage } from './family.ts'
import { dataUri } from './inline-media.ts'
import { textOf } from './question.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

/** A stop sequence is told as `stop` too. */
const meaning: StopWords = {
  stop: 'end',
  length: 'max-tokens',
  model_length: 'max-tokens',
  content_filter: 'filtered',
  tool_calls: 'tool-use',
  function_call: 'tool-use'
}

const counts = { inputTokens: ['prompt_tokens'], outputTokens: ['completion_tokens'] }

/** `most`: what the dialect calls the most tokens of an answer. */
export function chatBody(
  chat: ChatRequest,
  parameters: Parameters,
  most: 'max_tokens' | 'max_completion_tokens'
): JsonObject {
  const body = present({
    messages: chatMessages(chat),
    [most]: parameters.maxTokens,
    temperature: parameters.temperature,
    top_p: parameters.topP,
    stop: parameters.stop
  })
  return withExtra(body, parameters.extra)
}

/** The system prompt is the first message. A turn in words alone is a string, else a list of parts. */
function chatMessages({ system, messages }: ChatRequest): JsonValue[] {
  const turns = messages.map(({ role, content }) => ({ role, content: contentOf(content) }))
  return system === undefined ? turns : [{ role: 'system', content: system }, ...turns]
}

function contentOf(content: Message['content']): JsonValue {
  return content.every(part => 'text' in part) ? content.map(textOf).join('') : content.map(partOf)
}

function partOf(part: Part): JsonObject {
  if ('image' in part) return { type: 'image_url', image_url: { url: dataUri(part.image) } }
  return { type: 'text', text: textOf(part) }
}

/** The first choice. A message without content is an empty answer; throws ShapeError when there is no message. */
export function readChoice(modelOutput: JsonObject): Completion {
  const choice = array(modelOutput, 'choices')[0]
  const message = isObject(choice) ? choice['message'] : undefined
  if (!isObject(choice) || !isObject(message)) throw new ShapeError('choices[0].message', 'an object')
  const reasoning = textIn(message, 'reasoning_content') ?? textIn(message, 'reasoning')
  return {
    content: textIn(message, 'content') ?? '',
    ...(reasoning !== undefined && { reasoning }),
    ...stopFor(choice['finish_reason'] ?? choice['stop_reason'], meaning),
    usage: usageOf(modelOutput)
  }
}

function textIn(message: JsonObject, member: string): string | undefined {
  const found = message[member] ?? undefined
  if (found === undefined || typeof found === 'string') return found
  throw new ShapeError(`choices[0].message.${member}`, 'a string')
}

function usageOf(modelOutput: JsonObject): Usage {
  const cached = at(modelOutput, 'usage.prompt_tokens_details')
  return { ...usageIn(modelOutput['usage'], counts), ...usageIn(cached, { cacheReadTokens: ['cached_tokens'] }) }
}

export function chatAgain(modelInput: JsonObject, answer: string, complaint: string): JsonObject {
  return askAgain(modelInput, text => text, answer, complaint)
}
