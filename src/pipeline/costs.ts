/** What asking would cost, and whether a limit forbids it. */
import { counted } from '../figures.ts'
import { billedBy } from '../models/prices.ts'
import type { Price } from '../models/prices.ts'
import type { TokenMeter } from '../models/tokens.ts'
import { Failure } from '../problems.ts'
import { actualCost, estimateCost, expectedOutputTokens } from '../reconcile/cost.ts'
import type { Estimate } from '../reconcile/cost.ts'
import type { PassRequest } from './context.ts'
import type { Asked } from './drive.ts'
import type { SetUp } from './set-up.ts'

/** About a dozen words of a number and the roles around it, and the one token that a padding record may answer. */
const ofPad = { inputTokens: 12, outputTokens: 1 }

const nothing = { batch: 0, onDemand: 0 }

export class Costs {
  private readonly request: PassRequest
  private readonly price: Price | undefined
  /** By what else than tokens. */
  private readonly billed: string | undefined
  private readonly meter: TokenMeter
  private readonly maxTokens: number | undefined
  private readonly seen: { answers: number; outputTokens: number } | undefined

  /** `maxTokens`: of the longest answer that any row asks for. */
  constructor(request: PassRequest, known: SetUp, meter: TokenMeter, maxTokens: number | undefined) {
    this.request = request
    this.price = known.price
    this.billed = billedBy(known.model.bareId)
    this.meter = meter
    const { kind } = known.model.family
    this.maxTokens = kind === 'embed' || kind === 'draw' ? 0 : maxTokens
    const { manifest } = known.published
    this.seen = manifest && { answers: manifest.totals.answered, outputTokens: manifest.totals.outputTokens }
  }

  /** For this many of the metered records, and `pads` that fill a job up. */
  estimate(records: number, way: 'batch' | 'on-demand' = 'batch', pads = 0): Estimate {
    const share = this.meter.records === 0 ? 0 : records / this.meter.records
    const { maxTokens } = this
    return estimateCost({
      records,
      inputTokens: Math.round(this.meter.tokens * share),
      maxTokens,
      expectedOutputTokens: expectedOutputTokens(this.seen, maxTokens),
      pads: {
        inputTokens: pads * ofPad.inputTokens,
        outputTokens: pads * Math.min(ofPad.outputTokens, maxTokens ?? ofPad.outputTokens)
      },
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
    if (this.price === undefined) return `${this.noPrice}; give it in the spec (price)`
    return `batch at ${this.price.batchFactor} of on demand, ${sourceOf(this.price)}`
  }

  /** Of what is asked on demand. */
  get onDemandBasis(): string {
    return this.price === undefined ? this.basis : `the full price on demand, ${sourceOf(this.price)}`
  }

  /** Throws Failure `too-expensive`. `inFlight` is counted too: it is not paid yet, and a limit is for the whole. */
  check({ before, beforeOnDemand = 0, now, later = nothing, pads = 0, inFlight, way }: Asked): void {
    const asked = before + now + later.batch + later.onDemand + pads
    const nothing =
      before === 0
        ? ' Nothing was asked.'
        : ` ${counted(before, 'record was', 'records were')} asked before, by this pass.`
    const { maxRecords, maxCostUsd } = this.request.spec.limits
    const { placeOf } = this.request
    if (maxRecords !== undefined && asked > maxRecords) {
      const padding = pads === 0 ? '' : `; ${pads} of them only fill a job up`
      throw new Failure(
        'too-expensive',
        `${counted(asked, 'record')} would be asked, limits.maxRecords is ${maxRecords}${padding}`,
        {
          place: placeOf('limits.maxRecords'),
          remedy: `Raise the limit, or ask fewer rows with dataset.limit or dataset.where.${nothing}`
        }
      )
    }
    if (maxCostUsd === undefined) return
    const parts = [
      this.estimate(now, way),
      this.estimate(beforeOnDemand + later.onDemand, 'on-demand'),
      this.estimate(before - beforeOnDemand + later.batch + inFlight, 'batch', pads)
    ].map(part => part.estimatedUsd)
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

  private get noPrice(): string {
    return this.billed === undefined
      ? 'the price of the model is unknown'
      : `this model is billed ${this.billed}, which is not reckoned with`
  }

  private get unknown(): string {
    return this.price === undefined ? this.noPrice : 'parameters.maxTokens is not set'
  }
}

function sourceOf({ source, asOf }: Price): string {
  return asOf === undefined ? source : `${source} of ${asOf}`
}
