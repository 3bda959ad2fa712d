/**
 * Anthropic Claude, Messages body: every Claude since 2, by InvokeModel. Text goes as content blocks, so that the body keeps
 * its shape whether or not pictures and documents stand beside it. Thinking blocks are kept apart from the answer.
 * `anthropic_version` and `max_tokens` are required; `model` and `stream` are refused.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import { array, at, isObject, ShapeError, type JsonArray, type JsonObject } from '../json.ts'
import type { Media, Part } from '../prompts/request.ts'
import { askAgain } from './ask-again.ts'
import { claudeAbilities } from './claude-abilities.ts'
import { checkClaude } from './claude-rules.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, ModelFamily } from './family.ts'
import { base64Of } from './inline-media.ts'
import { chatOf, textOf } from './question.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

const meaning: StopWords = {
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
        content: content.map(blockOf)
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

  can: claudeAbilities,

  followUp: (modelInput, answer, complaint) => askAgain(modelInput, text => [textBlock(text)], answer, complaint),

  check: checkClaude
}

function blockOf(part: Part): JsonObject {
  if ('image' in part) return { type: 'image', source: bytesOf(part.image, `image/${part.image.format}`) }
  if ('document' in part) return documentBlock(part.document)
  return textBlock(textOf(part))
}

function textBlock(text: string): JsonObject {
  return { type: 'text', text }
}

/**
 * A PDF goes as it is, a text file as its text; Claude's own body knows no other documents.
 * https://platform.claude.com/docs/en/build-with-claude/pdf-support
 */
function documentBlock(media: Media): JsonObject {
  const title = media.name === undefined ? {} : { title: media.name }
  if (media.format === 'pdf') return { type: 'document', source: bytesOf(media, 'application/pdf'), ...title }
  if (media.format !== 'txt') throw new TypeError(`Claude was given a document of the format ${media.format}`)
  const data = Buffer.from(base64Of(media), 'base64').toString('utf8')
  return { type: 'document', source: { type: 'text', media_type: 'text/plain', data }, ...title }
}

function bytesOf(media: Media, mediaType: string): JsonObject {
  return { type: 'base64', media_type: mediaType, data: base64Of(media) }
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
  const told = stopFor(modelOutput['stop_reason'], meaning)
  const category = told.stop === 'refusal' ? at(modelOutput, 'stop_details.category') : undefined
  return typeof category === 'string' ? { ...told, stopDetail: `${told.stopDetail}: ${category}` } : told
}
