/**
 * What AWS would charge, in USD per million tokens of a batch (half of the price on demand). Round figures for the
 * emulator's bill, from https://aws.amazon.com/bedrock/pricing/; nobody is charged by them.
 */
const onDemand: readonly (readonly [models: RegExp, input: number, output: number])[] = [
  [/claude-opus-(4-5|4-6|5)/, 5, 25],
  [/claude-(3-opus|opus)/, 15, 75],
  [/claude-.*sonnet|claude-sonnet/, 3, 15],
  [/claude-haiku-4-5/, 1, 5],
  [/claude-3-5-haiku/, 0.8, 4],
  [/claude-3-haiku/, 0.25, 1.25],
  [/nova-micro/, 0.035, 0.14],
  [/nova-lite/, 0.06, 0.24],
  [/nova-2-lite/, 0.3, 2.5],
  [/nova-pro/, 0.8, 3.2],
  [/nova-premier/, 2.5, 12.5],
  [/titan-embed-text-v2/, 0.02, 0],
  [/titan-embed/, 0.1, 0]
]
const batchFactor = 0.5
const unknown = { input: 1, output: 3 }

/** Claude 4.5 and later: a profile of one geography costs a tenth more than the global one. */
const oneGeography = /(?:^|\/)(?!global\.)[a-z-]+\.anthropic\.claude-(?:haiku|sonnet|opus)-(?:4-[5-9]|[5-9])/

/** `modelId` with its prefix, as it was asked. */
export function priceOf(modelId: string, way: 'batch' | 'on-demand' = 'batch'): { input: number; output: number } {
  const row = onDemand.find(([models]) => models.test(modelId))
  const factor = (way === 'batch' ? batchFactor : 1) * (oneGeography.test(modelId) ? 1.1 : 1)
  const [input, output] = row ? [row[1], row[2]] : [unknown.input, unknown.output]
  return { input: input * factor, output: output * factor }
}
