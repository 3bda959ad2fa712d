/**
 * Prices that the library lacks or has wrong, USD per million tokens, on demand, in the cheapest US region. A price stands
 * here only with its source, and no source here is AWS's own page: they are public tables that others keep, seen on the
 * day given. What nobody has published stays unknown. AWS's own: https://aws.amazon.com/bedrock/pricing/
 */

export interface PriceRow {
  readonly inputPerMillionUsd: number
  readonly outputPerMillionUsd: number
  /** Where batch is not half the price. */
  readonly batchFactor?: number
  /** What is billed apart, in a way that tokens do not tell: such a price is of the text alone. */
  readonly apart?: 'pictures'
  readonly source: string
  readonly asOf: string
}

/** Batch costs half of on demand for most models: https://aws.amazon.com/bedrock/pricing/ */
export const usualBatchFactor = 0.5

const others = { source: 'tables kept by third parties, US regions', asOf: '2026-11-20' }

export const priceTable: Readonly<Record<string, PriceRow>> = {
  // The library takes this for version 1, at five times the price.
  'amazon.titan-embed-text-v2:0': { inputPerMillionUsd: 0.02, outputPerMillionUsd: 0, ...others },
  'amazon.nova-2-multimodal-embeddings-v1:0': {
    inputPerMillionUsd: 0.135,
    outputPerMillionUsd: 0,
    apart: 'pictures',
    ...others
  },
  'cohere.embed-english-v3': { inputPerMillionUsd: 0.1, outputPerMillionUsd: 0, apart: 'pictures', ...others },
  'cohere.embed-multilingual-v3': { inputPerMillionUsd: 0.1, outputPerMillionUsd: 0, apart: 'pictures', ...others },
  'cohere.embed-v4:0': { inputPerMillionUsd: 0.12, outputPerMillionUsd: 0, apart: 'pictures', ...others },
  'meta.llama3-1-405b-instruct-v1:0': { inputPerMillionUsd: 2.4, outputPerMillionUsd: 2.4, ...others }
}

/** Models that are billed by the piece, whose price no number per token can tell. */
export const billedApart: readonly (readonly [RegExp, string])[] = [
  [/^stability\./, 'by the picture'],
  [/^twelvelabs\./, 'by the second of video']
]
