/**
 * The Converse body, the same for every chat model. In a batch it carries no modelId, no tools, no cache points.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
import { isMap, member, type Json, type JsonMap } from '../../json.ts'
import { refuseSystem } from './abilities.ts'
import { malformed, numberIn, refuseStrangers, strings } from './body.ts'
import { readContent, readTurns } from './content.ts'
import { Refused, type Answer, type ChatDialect, type Reading } from './dialect.ts'
import { blocksOf } from './nova.ts'

const members = [
  'messages',
  'system',
  'inferenceConfig',
  'additionalModelRequestFields',
  'additionalModelResponseFieldPaths',
  'performanceConfig',
  'promptVariables'
]
const stopWords = {
  end: 'end_turn',
  'max-tokens': 'max_tokens',
  'stop-sequence': 'stop_sequence',
  refusal: 'content_filtered',
  filtered: 'guardrail_intervened'
} as const
/** Alternatives of the content block, which a batch output spells out as null. */
const alternatives = [
  'text',
  'image',
  'document',
  'video',
  'audio',
  'toolUse',
  'toolResult',
  'guardContent',
  'cachePoint',
  'reasoningContent',
  'citationsContent',
  'searchResult'
]
/** Models that think without being asked to. */
const thinkers = /^(deepseek\.r1|openai\.gpt-oss|moonshot\.kimi-k2-thinking|minimax\.)/

/** `nulls`: as a batch writes it, with every alternative of a union spelled out. */
export function converse(options: { readonly nulls: boolean }): ChatDialect {
  return {
    kind: 'chat',
    name: 'converse',
    models: /./,
    defaultMaxTokens: 4096,
    read: readConverse,
    write: answer => writeConverse(answer, options.nulls)
  }
}

function readConverse(body: JsonMap, reading: Reading): ReturnType<ChatDialect['read']> {
  const { bareId } = reading
  if ('modelId' in body) throw new Refused('Extra inputs are not permitted')
  refuseStrangers(body, members)
  const config = member(body, 'inferenceConfig') ?? {}
  if (!isMap(config)) throw malformed('#/inferenceConfig: expected type: JSONObject')
  refuseStrangers(config, ['maxTokens', 'temperature', 'topP', 'stopSequences'], '#/inferenceConfig')
  const temperature = numberIn(config, 'temperature', 0, 1, '#/inferenceConfig/temperature')
  const topP = numberIn(config, 'topP', 0, 1, '#/inferenceConfig/topP')
  refuseSampling(bareId, temperature, topP)
  const more = member(body, 'additionalModelRequestFields')
  refuseAdditional(more, reading)
  const maxTokens = numberIn(config, 'maxTokens', 1, 1_000_000, '#/inferenceConfig/maxTokens')
  const system = member(body, 'system')
  if (system !== undefined) refuseSystem(bareId)
  return {
    system: system === undefined ? '' : readContent(system, '#/system', reading).text,
    ...readTurns(body['messages'], reading),
    ...(maxTokens !== undefined && { maxTokens }),
    stop: strings(config, 'stopSequences', '#/inferenceConfig/stopSequences'),
    thinks: thinkers.test(bareId) || asksToThink(more)
  }
}

function refuseSampling(bareId: string, temperature: number | undefined, topP: number | undefined): void {
  if (/claude-(sonnet|haiku)-4-5/.test(bareId) && temperature !== undefined && topP !== undefined)
    throw new Refused(
      'The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.'
    )
  if (/claude-opus-5/.test(bareId))
    for (const [name, value] of [
      ['temperature', temperature],
      ['top_p', topP]
    ] as const)
      if (value !== undefined)
        throw new Refused(`The model returned the following errors: \`${name}\` is not supported for this model.`)
}

/** Seen live: a batch for Haiku 4.5 refuses the `thinking` that Converse on demand accepts. */
function refuseAdditional(fields: Json | undefined, { bareId, batch }: Reading): void {
  if (batch && /claude-haiku-4-5/.test(bareId) && member(fields, 'thinking') !== undefined)
    throw malformed('#: extraneous key [thinking] is not permitted')
}

/** Claude's own words for it, or Nova's. */
function asksToThink(fields: Json | undefined): boolean {
  const claude = member(member(fields, 'thinking'), 'type')
  const nova = member(member(fields, 'reasoningConfig'), 'type')
  return claude === 'enabled' || claude === 'adaptive' || nova === 'enabled'
}

function writeConverse(answer: Answer, nulls: boolean): JsonMap {
  const spelled: JsonMap = nulls ? Object.fromEntries(alternatives.map(name => [name, null])) : {}
  return {
    ...(nulls && { additionalModelResponseFields: null, performanceConfig: null, trace: null }),
    metrics: { latencyMs: 400 + answer.outputTokens * 9 },
    output: { message: { role: 'assistant', content: blocksOf(answer).map(block => ({ ...spelled, ...block })) } },
    stopReason: stopWords[answer.stop],
    usage: {
      ...(nulls && { cacheDetails: null }),
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      totalTokens: answer.inputTokens + answer.outputTokens,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 0
    }
  }
}
