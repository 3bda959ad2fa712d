/**
 * The JSON that Converse and Amazon Nova share: messages of content blocks, one `output.message`, one `stopReason`.
 * Batch output spells out every alternative of a union with null, so null counts as absent throughout.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
import { array, at, isObject, ShapeError, type JsonObject, type JsonValue } from '../json.ts'
import type { ChatRequest } from '../prompts/request.ts'
import type { Completion, StopReason } from './family.ts'
import { textOf } from './question.ts'
import { usageIn } from './usage.ts'

const meaning: Readonly<Record<string, StopReason>> = {
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
  return messages.map(({ role, content }) => ({ role, content: content.map(part => ({ text: textOf(part) })) }))
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
    ...stopOf(modelOutput),
    usage: usageIn(modelOutput['usage'], counts)
  }
}

/** Undefined where nothing, or null, stands there. */
function stringAt(block: JsonObject, path: string, index: number): string | undefined {
  const found = at(block, path)
  if (found === undefined || typeof found === 'string') return found
  throw new ShapeError(`${contentPath}[${index}].${path}`, 'a string')
}

function stopOf(modelOutput: JsonObject): Pick<Completion, 'stop' | 'stopDetail'> {
  const reason = modelOutput['stopReason']
  if (typeof reason !== 'string') return { stop: 'other' }
  return { stop: meaning[reason] ?? 'other', stopDetail: reason }
}
