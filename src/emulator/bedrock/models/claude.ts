/**
 * Anthropic Claude, Messages API. Complaints are Anthropic's own (pydantic): `field: Field required`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import { asText, isMap, member, type Json, type JsonMap } from '../../json.ts'
import { Refused, type ChatDialect, type Question } from './dialect.ts'

const known = [
  'anthropic_version',
  'anthropic_beta',
  'max_tokens',
  'messages',
  'system',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'thinking',
  'output_config',
  'tools',
  'tool_choice',
  'metadata',
  'context_management'
]
const oneSampler = /claude-(sonnet|haiku)-4-5/
const noSampler = /claude-opus-5/
const stopWords = {
  end: 'end_turn',
  'max-tokens': 'max_tokens',
  'stop-sequence': 'stop_sequence',
  refusal: 'refusal',
  filtered: 'refusal'
} as const

export const claude: ChatDialect = {
  kind: 'chat',
  name: 'claude',
  models: /^anthropic\.claude/,
  defaultMaxTokens: 4096,

  read(body, bareId) {
    checkMembers(body)
    checkSampling(body, bareId)
    const { text, attachments } = readMessages(body['messages'])
    return {
      system: plain(body['system'], 'system').text,
      text,
      attachments,
      maxTokens: body['max_tokens'] as number,
      stop: stopSequences(body)
    } satisfies Question
  },

  write(answer, _body, bareId) {
    return {
      model: bareId.replace(/^anthropic\./, '').replace(/-v\d+(:\d+)?$/, ''),
      id: `msg_bdrk_emulated${answer.digits}`,
      type: 'message',
      role: 'assistant',
      content: answer.text === '' ? [] : [{ type: 'text', text: answer.text }],
      stop_reason: stopWords[answer.stop],
      stop_sequence: answer.stopSequence ?? null,
      usage: {
        input_tokens: answer.inputTokens,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        output_tokens: answer.outputTokens
      }
    }
  }
}

function checkMembers(body: JsonMap): void {
  for (const name of ['anthropic_version', 'max_tokens', 'messages'])
    if (member(body, name) === undefined) throw new Refused(`${name}: Field required`)
  for (const name of Object.keys(body))
    if (!known.includes(name)) throw new Refused(`${name}: Extra inputs are not permitted`)
  const version = body['anthropic_version']
  if (version !== 'bedrock-2023-05-31') throw new Refused("anthropic_version: Input should be 'bedrock-2023-05-31'")
  const most = body['max_tokens']
  if (typeof most !== 'number' || !Number.isInteger(most))
    throw new Refused('max_tokens: Input should be a valid integer')
  if (most < 1) throw new Refused('max_tokens: Input should be greater than or equal to 1')
}

function checkSampling(body: JsonMap, bareId: string): void {
  const temperature = member(body, 'temperature')
  const topP = member(body, 'top_p')
  for (const [name, value] of [
    ['temperature', temperature],
    ['top_p', topP]
  ] as const) {
    if (value === undefined) continue
    if (typeof value !== 'number') throw new Refused(`${name}: Input should be a valid number`)
    if (value < 0 || value > 1) throw new Refused(`${name}: range: 0..1`)
  }
  if (oneSampler.test(bareId) && temperature !== undefined && topP !== undefined)
    throw new Refused('`temperature` and `top_p` cannot both be specified for this model. Please use only one.')
  if (noSampler.test(bareId))
    for (const name of ['temperature', 'top_p', 'top_k'])
      if (member(body, name) !== undefined) throw new Refused(`\`${name}\` is not supported for this model.`)
}

function stopSequences(body: JsonMap): string[] {
  const found = member(body, 'stop_sequences')
  if (found === undefined) return []
  if (!Array.isArray(found) || found.some(one => typeof one !== 'string'))
    throw new Refused('stop_sequences: Input should be a valid list')
  if (found.some(one => asText(one).trim() === ''))
    throw new Refused('stop_sequences: each stop sequence must contain non-whitespace')
  return found.map(asText)
}

function readMessages(messages: Json | undefined): { text: string; attachments: number } {
  if (!Array.isArray(messages)) throw new Refused('messages: Input should be a valid list')
  if (messages.length === 0) throw new Refused('messages: at least one message is required')
  const read = messages.map((message, i) => {
    if (!isMap(message)) throw new Refused(`messages.${i}: Input should be a valid dictionary or object`)
    const role = member(message, 'role')
    if (role !== 'user' && role !== 'assistant')
      throw new Refused(`messages.${i}.role: Input should be 'user' or 'assistant'`)
    if (i === 0 && role !== 'user') throw new Refused('messages: first message must use the "user" role')
    const content = plain(message['content'], `messages.${i}.content`)
    if (content.text.trim() === '' && content.attachments === 0)
      throw new Refused(
        role === 'user'
          ? 'messages: text content blocks must be non-empty'
          : `messages.${i}: all messages must have non-empty content`
      )
    return role === 'user' ? content : { text: '', attachments: content.attachments }
  })
  return {
    text: read
      .map(one => one.text)
      .filter(Boolean)
      .join('\n'),
    attachments: read.reduce((sum, one) => sum + one.attachments, 0)
  }
}

/** A string, or a list of blocks of which each needs its `type`. */
function plain(content: Json | undefined, where: string): { text: string; attachments: number } {
  if (content === undefined) {
    if (where === 'system') return { text: '', attachments: 0 }
    throw new Refused(`${where}: Field required`)
  }
  if (typeof content === 'string') return { text: content, attachments: 0 }
  if (!Array.isArray(content)) throw new Refused(`${where}: Input should be a valid string or list`)
  let attachments = 0
  const texts: string[] = []
  for (const [i, block] of content.entries()) {
    const type = member(block, 'type')
    if (typeof type !== 'string') throw new Refused(`${where}.${i}.type: Field required`)
    if (type === 'text') {
      const text = member(block, 'text')
      if (typeof text !== 'string') throw new Refused(`${where}.${i}.text: Field required`)
      texts.push(text)
    } else if (['image', 'document', 'tool_use', 'tool_result', 'thinking'].includes(type)) attachments++
    else
      throw new Refused(
        `${where}.${i}: Input tag '${type}' found using 'type' does not match any of the expected tags: 'document', 'image', 'text', 'thinking', 'tool_result', 'tool_use'`
      )
  }
  return { text: texts.join('\n'), attachments }
}
