/**
 * Which models there are, and which of them take batch jobs under which kind of id.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html (as of autumn 2026)
 */

/** `base`: batch under the bare id and profiles; `profile`: under inference profiles only; `none`: no batch. */
export type Batch = 'base' | 'profile' | 'none'

const catalogue: readonly (readonly [bareIds: RegExp, batch: Batch])[] = [
  [
    /^anthropic\.claude-3-(haiku-20240307|sonnet-20240229|opus-20240229|5-haiku-20241022|5-sonnet-20240620)-v1:0$/,
    'base'
  ],
  [/^anthropic\.claude-3-5-sonnet-20241022-v2:0$/, 'base'],
  [
    /^anthropic\.claude-(3-7-sonnet-20250219|sonnet-4-20250514|haiku-4-5-20251001|sonnet-4-5-20250929|opus-4-5-20251101)-v1:0$/,
    'profile'
  ],
  [/^anthropic\.claude-(opus-4-6-v1|sonnet-4-6|opus-5)$/, 'profile'],
  [/^anthropic\.claude-/, 'none'],
  [/^amazon\.nova-(micro|lite|pro)-v1:0$/, 'base'],
  [/^amazon\.nova-(premier|2-lite)-v1:0$/, 'profile'],
  [/^amazon\.nova-2-multimodal-embeddings-v1:0$/, 'base'],
  [/^amazon\.titan-embed-(text-v2:0|image-v1)$/, 'base'],
  [/^amazon\.(titan-(text|embed-text-v1|image)|nova-(canvas|reel|sonic|2-sonic)|rerank)/, 'none'],
  [/^meta\.llama3-(1-(8b|70b|405b)|3-70b)-instruct-v1:0$/, 'base'],
  [/^meta\.llama(3-2-(1b|3b|11b|90b)|4-(maverick|scout)-17b)-instruct-v1:0$/, 'profile'],
  [/^meta\.llama/, 'none'],
  [/^mistral\.mistral-(small-2402|large-2407)-v1:0$/, 'base'],
  [
    /^mistral\.(ministral-3-(3b|8b|14b)-instruct|voxtral-(mini-3b|small-24b)-2507|devstral-2-123b|magistral-small-2509|mistral-large-3-675b-instruct)$/,
    'base'
  ],
  [/^mistral\./, 'none'],
  [/^google\.gemma-3-(4b|12b|27b)-it$/, 'base'],
  [/^minimax\.minimax-m2(\.1|\.5)?$/, 'base'],
  [/^nvidia\.nemotron-(nano-12b-v2|nano-9b-v2|nano-3-30b|super-3-120b|3-super.*)$/, 'base'],
  // Named by the quotas of batch jobs, though not by the table of models.
  [/^writer\.palmyra-vision-7b/, 'base'],
  [
    /^qwen\.qwen3-(next-80b-a3b|vl-235b-a22b|coder-next|(32b|coder-30b-a3b|coder-480b-a35b|235b-a22b-2507)-v1:0)$/,
    'base'
  ],
  [/^(moonshot\.kimi-k2-thinking|moonshotai\.kimi-k2\.5)$/, 'base'],
  [/^zai\.glm-(4\.7(-flash)?|5)$/, 'base'],
  [/^deepseek\.v3(-v1:0|\.2)$/, 'base'],
  [/^openai\.gpt-oss-((120b|20b)-1:0|safeguard-(120b|20b))$/, 'base'],
  [/^(ai21|cohere|stability|twelvelabs|deepseek|openai|writer|luma|xai)\./, 'none']
]

/** What CreateModelInvocationJob makes of a model id, profile id or ARN. `extra`: models besides AWS's own, by bare id. */
export function judgeModel(
  modelId: string,
  extra: Readonly<Record<string, { readonly batch?: Batch }>> = {}
): 'ok' | 'unknown' | 'no-batch' | 'profile-only' {
  // Whose model stands behind these only the account knows.
  if (/:(custom-model|application-inference-profile)\//.test(modelId)) return 'ok'
  const id = modelId.slice(modelId.lastIndexOf('/') + 1)
  const bare = id.replace(/^(us-gov|us|eu|apac|au|jp|ca|global)\./, '')
  const described = extra[bare]
  const batch = described ? (described.batch ?? 'base') : catalogue.find(([bareIds]) => bareIds.test(bare))?.[1]
  if (batch === undefined) return 'unknown'
  if (batch === 'none') return 'no-batch'
  return batch === 'profile' && bare === id ? 'profile-only' : 'ok'
}
