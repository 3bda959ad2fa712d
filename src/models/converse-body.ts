/**
 * The JSON that Converse and Amazon Nova share: messages of content blocks, one `output.message`, one `stopReason`.
 * Batch output spells out every alternative of a union with null, so null counts as absent throughout.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
import { array, at, isObject, ShapeError, type JsonObject, type JsonValue } from '../json.ts'
import type { ChatRequest, Part } from '../prompts/request.ts'
import { askAgain } from './ask-again.ts'
import type { Completion } from './family.ts'
import { sourceOf } from './media-source.ts'
import { textOf } from './question.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

const meaning: StopWords = {
  end_turn: 'end',
  stop_sequence: 'stop-sequence',
  max_tokens: 'max-tokens',
  model_context_window_exceeded: 'max-tokens',
  refusal: 'refusal',
  content_filtered: 'filtered',
  guardrail_intervened: 'filtered',
  tool_use: 'tool-use'
}

/** Converse's own names first, then those of Nova's InvokeModel body. */
const counts = {
  inputTokens: ['inputTokens'],
  outputTokens: ['outputTokens'],
  cacheReadTokens: ['cacheReadInputTokens', 'cacheReadInputTokenCount'],
  cacheWriteTokens: ['cacheWriteInputTokens', 'cacheWriteInputTokenCount']
}

const contentPath = 'output.message.content'

export function systemBlocks({ system }: ChatRequest): JsonValue | undefined {
  return system === undefined ? undefined : [{ text: system }]
}

export function messageBlocks({ messages }: ChatRequest): JsonValue {
  return messages.map(({ role, content }) => ({ role, content: content.map(blockOf) }))
}

function blockOf(part: Part): JsonObject {
  if ('image' in part) return { image: { format: part.image.format, source: sourceOf(part.image) } }
  if ('video' in part) return { video: { format: part.video.format, source: sourceOf(part.video) } }
  if ('document' in part) {
    const { format, name = 'document' } = part.document
    return { document: { format, name, source: sourceOf(part.document) } }
  }
  return { text: textOf(part) }
}

export function converseAgain(modelInput: JsonObject, answer: string, complaint: string): JsonObject {
  return askAgain(modelInput, text => [{ text }], answer, complaint)
}

/** Throws ShapeError when there is no `output.message.content` list. */
export function readMessage(modelOutput: JsonObject): Completion {
  const said: string[] = []
  const thought: string[] = []
  for (const [index, block] of array(modelOutput, contentPath).entries()) {
    if (!isObject(block)) continue
    const text = stringAt(block, 'text', index)
    if (text !== undefined) said.push(text)
    if (!isObject(block['reasoningContent'])) continue
    const reasoning = stringAt(block, 'reasoningContent.reasoningText.text', index)
    if (reasoning !== undefined) thought.push(reasoning)
  }
  return {
    content: said.join(''),
    ...(thought.length > 0 && { reasoning: thought.join('\n') }),
    ...stopFor(modelOutput['stopReason'], meaning),
    usage: usageIn(modelOutput['usage'], counts)
  }
}

/** Undefined where nothing, or null, stands there. */
function stringAt(block: JsonObject, path: string, index: number): string | undefined {
  const found = at(block, path)
  if (found === undefined || typeof found === 'string') return found
  throw new ShapeError(`${contentPath}[${index}].${path}`, 'a string')
}
