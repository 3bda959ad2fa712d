/**
 * What a model costs, where that is known: the spec's own price, else the small table, else the library. The library weighs
 * as much as all the rest of the start-up, so it is loaded when first asked. Unknown stays undefined, never zero.
 */
import type { Geography } from './model-id.ts'
import { billedApart, priceTable, usualBatchFactor } from './price-table.ts'

export interface Price {
  /** On demand, before the batch factor. */
  readonly inputPerMillionUsd: number
  readonly outputPerMillionUsd: number
  /** Batch costs this share of on demand. */
  readonly batchFactor: number
  /** For people: where the numbers are from. */
  readonly source: string
  /** A date; absent for a price that the spec gives. */
  readonly asOf?: string
}

/** Why there is no price, for people; undefined where nothing more is known than that. */
export function billedBy(bareId: string): string | undefined {
  return billedApart.find(([models]) => models.test(bareId))?.[1]
}

export interface PriceOverride {
  readonly inputPerMillionUsd: number
  readonly outputPerMillionUsd: number
  readonly batchFactor?: number
}

const libraryName = '@pydantic/genai-prices 0.1.8'
const libraryAsOf = '2026-09-23'

/** `geography` of the inference profile: global profiles are cheaper than regional ones since Claude 4.5. */
export async function priceOf(
  bareId: string,
  geography: Geography | undefined,
  override?: PriceOverride
): Promise<Price | undefined> {
  if (override !== undefined) return { batchFactor: usualBatchFactor, ...override, source: 'the spec' }
  const row = Object.hasOwn(priceTable, bareId) ? priceTable[bareId] : undefined
  if (row !== undefined) {
    const { apart, source, ...numbers } = row
    return {
      batchFactor: usualBatchFactor,
      ...numbers,
      source: apart === undefined ? source : `${source}, without ${apart}`
    }
  }
  return fromLibrary(bareId, geography)
}

async function fromLibrary(bareId: string, geography: Geography | undefined): Promise<Price | undefined> {
  const { calcPrice } = await import('@pydantic/genai-prices')
  // A bare id that only profiles serve has a price only under a prefix; regional ones cost the same.
  const candidates = [`${geography ?? 'us'}.${bareId}`, bareId]
  for (const id of candidates) {
    const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, id, {
      providerId: 'aws',
      // The library picks prices by date, by default today's.
      timestamp: new Date(libraryAsOf)
    })
    if (found === null || stem(found.model.id) !== stem(bareId)) continue
    const inputPerMillionUsd = base(found.model_price['input_mtok'])
    if (inputPerMillionUsd === undefined) continue
    const outputPerMillionUsd = base(found.model_price['output_mtok']) ?? 0
    const source = `${libraryName}, US regions`
    return { inputPerMillionUsd, outputPerMillionUsd, batchFactor: usualBatchFactor, source, asOf: libraryAsOf }
  }
  return undefined
}

/**
 * The library matches loosely (a version that it does not have falls to an older one), so the model found must be the one
 * asked for. It writes some ids without their date or with `-v1:0` where Bedrock has none.
 */
function stem(id: string): string {
  return id
    .replace(/^(global|regional|us-gov|us|eu|apac|jp|au|ca)\./, '')
    .replace(/(:\d+)+$/, '')
    .replace(/-v1$/, '')
    .replace(/-\d{8}$/, '')
}

/** Prices in tiers begin with the base: batch prompts are far from the next tier, which starts at 200,000 tokens and more. */
function base(price: unknown): number | undefined {
  if (typeof price === 'number') return price
  if (typeof price !== 'object' || price === null || !('base' in price)) return undefined
  return typeof price.base === 'number' ? price.base : undefined
}
