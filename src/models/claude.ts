/**
 * Anthropic Claude, Messages body: every Claude since 2.1, by InvokeModel. Text goes as content blocks, so that the body
 * keeps its shape when images come to stand beside it. Thinking blocks are kept apart from the answer.
 * `anthropic_version` and `max_tokens` are required; `model` and `stream` are refused.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import { array, at, isObject, ShapeError, type JsonArray, type JsonObject } from '../json.ts'
import { checkClaude } from './claude-rules.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, ModelFamily, StopReason } from './family.ts'
import { chatOf, textOf } from './question.ts'
import { usageIn } from './usage.ts'

const meaning: Readonly<Record<string, StopReason>> = {
  end_turn: 'end',
  stop_sequence: 'stop-sequence',
  max_tokens: 'max-tokens',
  model_context_window_exceeded: 'max-tokens',
  refusal: 'refusal',
  tool_use: 'tool-use'
}

const counts = {
  inputTokens: ['input_tokens'],
  outputTokens: ['output_tokens'],
  cacheReadTokens: ['cache_read_input_tokens'],
  cacheWriteTokens: ['cache_creation_input_tokens']
}

export const claude: ModelFamily = {
  name: 'claude',
  title: 'Anthropic Claude (Messages)',
  source:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
  revision: 1,
  modelIds: /^anthropic\.claude-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const { system, messages } = chatOf(request)
    const body = present({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: parameters.maxTokens,
      system,
      messages: messages.map(({ role, content }) => ({
        role,
        content: content.map(part => ({ type: 'text', text: textOf(part) }))
      })),
      temperature: parameters.temperature,
      top_p: parameters.topP,
      top_k: parameters.topK,
      stop_sequences: parameters.stop
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const blocks = array(modelOutput, 'content')
    const said = textsOf(blocks, 'text')
    const thought = textsOf(blocks, 'thinking')
    return {
      content: said.join(''),
      ...(thought.length > 0 && { reasoning: thought.join('\n') }),
      ...stopOf(modelOutput),
      usage: usageIn(modelOutput['usage'], counts)
    }
  },

  check: checkClaude
}

/** The texts of all blocks of a type; such a block without its text is a ShapeError. */
function textsOf(blocks: JsonArray, type: 'text' | 'thinking'): string[] {
  const texts: string[] = []
  for (const [index, block] of blocks.entries()) {
    if (!isObject(block) || block['type'] !== type) continue
    const text = block[type]
    if (typeof text !== 'string') throw new ShapeError(`content[${index}].${type}`, 'a string')
    texts.push(text)
  }
  return texts
}

/** `stop_details.explanation` is text for people that may change at any time, so only the category is told. */
function stopOf(modelOutput: JsonObject): Pick<Completion, 'stop' | 'stopDetail'> {
  const reason = modelOutput['stop_reason']
  if (typeof reason !== 'string') return { stop: 'other' }
  const category = reason === 'refusal' ? at(modelOutput, 'stop_details.category') : undefined
  const stopDetail = typeof category === 'string' ? `${reason}: ${category}` : reason
  return { stop: meaning[reason] ?? 'other', stopDetail }
}
