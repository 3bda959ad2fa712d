/**
 * Anthropic Claude, Messages API. Complaints are Anthropic's own (pydantic): `field: Field required`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import { asText, isMap, member, type JsonMap } from '../../json.ts'
import { readClaudeContent, readClaudeMessages } from './claude-content.ts'
import { Refused, type ChatDialect } from './dialect.ts'

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
const noPrefill = /claude-(opus|sonnet)-(4-[6-9]|[5-9])/
const thinkers = /claude-(3-7|(opus|sonnet|haiku)-[4-9])/
const blind = /claude-(v2|instant|3-5-haiku)/
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

  read(body, { bareId }) {
    checkMembers(body)
    checkSampling(body, bareId)
    const thinks = checkThinking(body, bareId)
    const conversation = readClaudeMessages(body['messages'])
    const system = member(body, 'system')
    refuseBlindness(conversation.media.length > 0, bareId)
    if (conversation.prefill !== undefined && (thinks || noPrefill.test(bareId)))
      throw new Refused(
        'This model does not support assistant message prefill. The conversation must end with a user message.'
      )
    return {
      system: system === undefined ? '' : readClaudeContent(system, 'system').text,
      ...conversation,
      maxTokens: Number(body['max_tokens']),
      stop: stopSequences(body),
      thinks,
      ...schemaOf(body)
    }
  },

  write(answer, _body, bareId) {
    return {
      model: bareId.replace(/^anthropic\./, '').replace(/-v\d+(:\d+)?$/, ''),
      id: `msg_bdrk_emulated${answer.digits}`,
      type: 'message',
      role: 'assistant',
      content: [
        ...(answer.reasoning === undefined
          ? []
          : [{ type: 'thinking', thinking: answer.reasoning, signature: `emulated${answer.digits}` }]),
        ...(answer.text === '' ? [] : [{ type: 'text', text: answer.text }])
      ],
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

/** Whether it was asked to think. https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html */
function checkThinking(body: JsonMap, bareId: string): boolean {
  const thinking = member(body, 'thinking')
  if (thinking === undefined) return false
  const type = member(thinking, 'type')
  if (type !== 'enabled' && type !== 'disabled' && type !== 'adaptive')
    throw new Refused(
      "thinking: Input tag found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', 'enabled'"
    )
  if (type === 'disabled') return false
  if (!thinkers.test(bareId)) throw new Refused('thinking: Extra inputs are not permitted')
  if (type === 'adaptive') return true
  const budget = member(thinking, 'budget_tokens')
  if (budget === undefined) throw new Refused('thinking.enabled.budget_tokens: Field required')
  if (typeof budget !== 'number' || budget < 1024)
    throw new Refused('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024')
  if (budget >= Number(body['max_tokens']))
    throw new Refused('`max_tokens` must be greater than `thinking.budget_tokens`.')
  if ((member(body, 'temperature') ?? 1) !== 1)
    throw new Refused('`temperature` may only be set to 1 when thinking is enabled.')
  if (member(body, 'top_k') !== undefined) throw new Refused('`top_k` must be unset when thinking is enabled.')
  return true
}

function refuseBlindness(looks: boolean, bareId: string): void {
  if (looks && blind.test(bareId)) throw new Refused('messages: this model does not support image input')
}

/** `output_config.format` of a JSON Schema. */
function schemaOf(body: JsonMap): { schema?: JsonMap } {
  const schema = member(member(member(body, 'output_config'), 'format'), 'schema')
  return isMap(schema) ? { schema } : {}
}
