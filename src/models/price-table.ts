/**
 * Prices that the library lacks or has wrong, USD per million tokens, on demand, in the cheapest US region. A price stands
 * here only with a source; what nobody has published stays unknown. https://aws.amazon.com/bedrock/pricing/
 */

export interface PriceRow {
  readonly inputPerMillionUsd: number
  readonly outputPerMillionUsd: number
  /** Where batch is not half the price. */
  readonly batchFactor?: number
  readonly asOf: string
}

/** Batch costs half of on demand for most models: https://aws.amazon.com/bedrock/pricing/ */
export const usualBatchFactor = 0.5

export const priceTable: Readonly<Record<string, PriceRow>> = {
  // The library takes this for version 1, at five times the price.
  'amazon.titan-embed-text-v2:0': { inputPerMillionUsd: 0.02, outputPerMillionUsd: 0, asOf: '2025-07-20' },
  'meta.llama3-1-405b-instruct-v1:0': { inputPerMillionUsd: 2.4, outputPerMillionUsd: 2.4, asOf: '2025-07-20' }
}
