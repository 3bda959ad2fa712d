/**
 * Amazon Nova, its own body: parameters sit inside inferenceConfig.
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import { isMap, member, type Json, type JsonMap } from '../../json.ts'
import { malformed, numberIn, refuseStrangers, strings } from './body.ts'
import type { ChatDialect } from './dialect.ts'
import { contentText } from './content.ts'

const stopWords = {
  end: 'end_turn',
  'max-tokens': 'max_tokens',
  'stop-sequence': 'stop_sequence',
  refusal: 'content_filtered',
  filtered: 'content_filtered'
} as const

export const nova: ChatDialect = {
  kind: 'chat',
  name: 'nova',
  models: /^amazon\.nova-(2-)?(micro|lite|pro|premier)/,
  defaultMaxTokens: 5000,

  read(body) {
    refuseStrangers(body, [
      'schemaVersion',
      'system',
      'messages',
      'inferenceConfig',
      'toolConfig',
      'additionalModelRequestFields'
    ])
    const version = member(body, 'schemaVersion')
    if (version !== undefined && version !== 'messages-v1')
      throw malformed(`#/schemaVersion: ${JSON.stringify(version)} is not a valid enum value`)
    const config = inferenceConfig(body)
    const { text, attachments } = readMessages(body['messages'])
    const maxTokens = numberIn(config, 'maxTokens', 1, 65_535, '#/inferenceConfig/maxTokens')
    return {
      system: contentText(member(body, 'system') ?? [], '#/system').text,
      text,
      attachments,
      ...(maxTokens !== undefined && { maxTokens }),
      stop: strings(config, 'stopSequences', '#/inferenceConfig/stopSequences')
    }
  },

  write(answer) {
    return {
      output: { message: { content: answer.text === '' ? [] : [{ text: answer.text }], role: 'assistant' } },
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
}

function inferenceConfig(body: JsonMap): JsonMap {
  const config = member(body, 'inferenceConfig') ?? {}
  if (!isMap(config)) throw malformed('#/inferenceConfig: expected type: JSONObject')
  refuseStrangers(
    config,
    ['maxTokens', 'temperature', 'topP', 'topK', 'stopSequences', 'reasoningConfig'],
    '#/inferenceConfig'
  )
  numberIn(config, 'temperature', 0, 1, '#/inferenceConfig/temperature')
  numberIn(config, 'topP', 0, 1, '#/inferenceConfig/topP')
  numberIn(config, 'topK', 0, 128, '#/inferenceConfig/topK')
  return config
}

export function readMessages(messages: Json | undefined): { text: string; attachments: number } {
  if (!Array.isArray(messages)) throw malformed('#: required key [messages] not found')
  if (messages.length === 0) throw malformed('#/messages: expected minimum item count: 1, found: 0')
  const texts: string[] = []
  let attachments = 0
  for (const [i, message] of messages.entries()) {
    const role = member(message, 'role')
    if (role !== 'user' && role !== 'assistant')
      throw malformed(`#/messages/${i}/role: ${JSON.stringify(role ?? null)} is not a valid enum value`)
    if (i === 0 && role !== 'user') throw malformed('#/messages/0/role: A conversation must start with a user message')
    const content = contentText(member(message, 'content'), `#/messages/${i}/content`)
    if (role === 'user') texts.push(content.text)
    attachments += content.attachments
  }
  return { text: texts.filter(Boolean).join('\n'), attachments }
}
