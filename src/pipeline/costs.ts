/** What asking would cost, and whether a limit forbids it. */
import type { Price } from '../models/prices.ts'
import type { TokenMeter } from '../models/tokens.ts'
import { Failure } from '../problems.ts'
import { actualCost, estimateCost, expectedOutputTokens } from '../reconcile/cost.ts'
import type { Estimate } from '../reconcile/cost.ts'
import type { PassRequest } from './context.ts'
import type { Asked } from './drive.ts'
import type { SetUp } from './set-up.ts'

export class Costs {
  private readonly request: PassRequest
  private readonly price: Price | undefined
  private readonly meter: TokenMeter
  private readonly kind: SetUp['model']['family']['kind']
  private readonly seen: { answers: number; outputTokens: number } | undefined

  constructor(request: PassRequest, known: SetUp, meter: TokenMeter) {
    this.request = request
    this.price = known.price
    this.meter = meter
    this.kind = known.model.family.kind
    const { manifest } = known.published
    this.seen = manifest && { answers: manifest.totals.answered, outputTokens: manifest.totals.outputTokens }
  }

  /** For this many of the metered records. */
  estimate(records: number, way: 'batch' | 'on-demand' = 'batch'): Estimate {
    const share = this.meter.records === 0 ? 0 : records / this.meter.records
    const maxTokens = this.kind === 'embed' || this.kind === 'draw' ? 0 : this.request.spec.parameters.maxTokens
    return estimateCost({
      records,
      inputTokens: Math.round(this.meter.tokens * share),
      maxTokens,
      expectedOutputTokens: expectedOutputTokens(this.seen, maxTokens),
      price: this.price && (way === 'batch' ? this.price : { ...this.price, batchFactor: 1 })
    })
  }

  actual(
    tokens: { readonly input: number; readonly output: number },
    way: 'batch' | 'on-demand' = 'batch'
  ): number | undefined {
    return actualCost({ inputTokens: tokens.input, outputTokens: tokens.output }, this.price, way)
  }

  get basis(): string {
    if (this.price === undefined) return 'the price of this model is unknown; give it in the spec (price)'
    return `batch at ${this.price.batchFactor} of on demand, ${this.price.source}${this.price.asOf === undefined ? '' : ` of ${this.price.asOf}`}`
  }

  /** Throws Failure `too-expensive`. `inFlight` is counted too: it is not paid yet, and a limit is for the whole. */
  check({ before, now, inFlight, way }: Asked): void {
    const asked = before + now
    const nothing = before === 0 ? ' Nothing was asked.' : ` ${before} records were asked before, by this pass.`
    const { maxRecords, maxCostUsd } = this.request.spec.limits
    const { placeOf } = this.request
    if (maxRecords !== undefined && asked > maxRecords) {
      throw new Failure('too-expensive', `${asked} records would be asked, limits.maxRecords is ${maxRecords}`, {
        place: placeOf('limits.maxRecords'),
        remedy: `Raise the limit, or ask fewer rows with dataset.limit or dataset.where.${nothing}`
      })
    }
    if (maxCostUsd === undefined) return
    const parts = [this.estimate(now, way), this.estimate(before + inFlight)].map(part => part.estimatedUsd)
    const estimatedUsd = parts.includes(undefined)
      ? undefined
      : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    if (estimatedUsd === undefined) {
      throw new Failure(
        'too-expensive',
        `limits.maxCostUsd is ${maxCostUsd}, but the cost cannot be estimated: ${this.unknown}`,
        {
          place: placeOf('limits.maxCostUsd'),
          remedy: `Set parameters.maxTokens and, where the price is unknown, price in the spec; or remove the limit.${nothing}`
        }
      )
    }
    if (estimatedUsd <= maxCostUsd) return
    throw new Failure(
      'too-expensive',
      `the estimate is $${estimatedUsd.toFixed(2)} at full maxTokens, limits.maxCostUsd is ${maxCostUsd}`,
      {
        place: placeOf('limits.maxCostUsd'),
        remedy: `Raise the limit, lower parameters.maxTokens, or ask fewer rows with dataset.limit.${nothing}`
      }
    )
  }

  private get unknown(): string {
    return this.price === undefined ? 'the price of the model is unknown' : 'parameters.maxTokens is not set'
  }
}
