/**
 * Amazon Nova, its own body: parameters sit inside inferenceConfig. Documents come only by Converse.
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-invoke-api.html
 */
import { isMap, member, type Json, type JsonMap } from '../../json.ts'
import { readContent, readTurns } from './content.ts'
import type { Answer, ChatDialect } from './dialect.ts'
import { malformed, strings } from './body.ts'
import { anything, checkBody, list, number, object, oneOf, text, whole } from './shape.ts'

const stopWords = {
  end: 'end_turn',
  'max-tokens': 'max_tokens',
  'stop-sequence': 'stop_sequence',
  refusal: 'content_filtered',
  filtered: 'content_filtered'
} as const

const inference = {
  maxTokens: whole(1, 65_535),
  temperature: number(0, 1),
  topP: number(0, 1),
  topK: whole(0, 128),
  stopSequences: list(text({ least: 1 }), { most: 4 })
}
const members = {
  schemaVersion: oneOf('messages-v1'),
  system: anything,
  messages: anything,
  toolConfig: anything,
  additionalModelRequestFields: anything
}
const shape = object({ ...members, inferenceConfig: object(inference) })
const reasoning = object({ type: oneOf('enabled', 'disabled'), maxReasoningEffort: oneOf('low', 'medium', 'high') }, [
  'type'
])
const shapeOfNova2 = object({ ...members, inferenceConfig: object({ ...inference, reasoningConfig: reasoning }) })

export const nova: ChatDialect = {
  kind: 'chat',
  name: 'nova',
  models: /^amazon\.nova-(2-)?(micro|lite|pro|premier)/,
  defaultMaxTokens: 5000,

  read(body, reading) {
    checkBody(body, reading.bareId.startsWith('amazon.nova-2') ? shapeOfNova2 : shape)
    refuseDocuments(body['messages'])
    const config = member(body, 'inferenceConfig')
    const settings: JsonMap = isMap(config) ? config : {}
    const maxTokens = member(settings, 'maxTokens')
    return {
      system: readContent(member(body, 'system') ?? [], '#/system', reading).text,
      ...readTurns(body['messages'], reading),
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(settings, 'stopSequences', '#/inferenceConfig/stopSequences'),
      thinks: member(member(settings, 'reasoningConfig'), 'type') === 'enabled'
    }
  },

  write: writeNova
}

function writeNova(answer: Answer): JsonMap {
  return {
    output: { message: { content: blocksOf(answer), role: 'assistant' } },
    stopReason: stopWords[answer.stop],
    usage: {
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      totalTokens: answer.inputTokens + answer.outputTokens,
      cacheReadInputTokenCount: 0,
      cacheWriteInputTokenCount: 0
    }
  }
}

/** What was thought, then what is said. */
export function blocksOf({ text: said, reasoning: thought }: Answer): JsonMap[] {
  return [
    ...(thought === undefined ? [] : [{ reasoningContent: { reasoningText: { text: thought } } }]),
    ...(said === '' ? [] : [{ text: said }])
  ]
}

function refuseDocuments(messages: Json | undefined): void {
  for (const [i, message] of (Array.isArray(messages) ? messages : []).entries()) {
    const content = member(message, 'content')
    for (const [j, block] of (Array.isArray(content) ? content : []).entries())
      if (member(block, 'document') !== undefined)
        throw malformed(`#/messages/${i}/content/${j}: extraneous key [document] is not permitted`)
  }
}
