import { describe, expect, it } from '@jest/globals'
import { TokenMeter } from '../../../src/models/tokens.ts'
import type { PassRequest } from '../../../src/pipeline/context.ts'
import { Costs } from '../../../src/pipeline/costs.ts'
import type { SetUp } from '../../../src/pipeline/set-up.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { Project, spec } from './project.ts'

/** A dollar a million tokens in, two out, half of it in batch. */
const price = { inputPerMillionUsd: 1, outputPerMillionUsd: 2, batchFactor: 0.5, source: 'the spec' }

interface Priced {
  readonly costs: Costs
  readonly inputTokens: number
}

/** Three rows that are metered, answers of at most 50 tokens. */
async function priced(limits: string, more: { price?: undefined; maxTokens?: undefined } = {}): Promise<Priced> {
  await using project = new Project()
  const { known } = await project.prepare()
  const text = `${spec}limits: {${limits}}\n`
  const { spec: decoded, placeOf } = decodeSpec({ text, file: 'spec.yml' })
  const request = { spec: decoded!, placeOf } satisfies Partial<PassRequest>
  const meter = new TokenMeter()
  for (let row = 0; row < 3; row++)
    meter.add({ kind: 'chat', messages: [{ role: 'user', content: [{ text: `Describe Boot ${row}.` }] }] })
  const setUp: SetUp = { ...known, price: 'price' in more ? undefined : price }
  const whole = { ...(await requestOf(project)), ...request }
  return {
    costs: new Costs(whole, setUp, meter, 'maxTokens' in more ? undefined : 50),
    inputTokens: meter.tokens
  }
}

async function requestOf(project: Project): Promise<PassRequest> {
  const { spec: decoded, placeOf } = decodeSpec({ text: project.read('spec.yml'), file: 'spec.yml' })
  return {
    spec: decoded!,
    specPath: 'spec.yml',
    placeOf,
    mode: 'run',
    retry: 'auto',
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: undefined,
    whoCollects: 'nobody'
  }
}

const nothing = { before: 0, now: 0, inFlight: 0, way: 'batch' } as const

describe('Costs', () => {
  it('are estimated by the share of the metered records, at full length, and in full on demand', async () => {
    const { costs, inputTokens } = await priced('')

    const batch = costs.estimate(3).estimatedUsd
    const onDemand = costs.estimate(3, 'on-demand').estimatedUsd

    expect(batch).toBeCloseTo((inputTokens + 2 * 150) / 2e6, 12)
    expect(onDemand).toBeCloseTo((inputTokens + 2 * 150) / 1e6, 12)
    expect(costs.estimate(6).estimatedUsd).toBeCloseTo(2 * (batch ?? 0), 6)
  })

  it('are estimated for padding by its own few tokens', async () => {
    const { costs } = await priced('')

    const padded = (costs.estimate(3, 'batch', 97).estimatedUsd ?? 0) - (costs.estimate(3).estimatedUsd ?? 0)

    expect(padded).toBeCloseTo((97 * (12 + 2)) / 2e6, 12)
  })

  it('are told by the tokens that were used', async () => {
    const { costs } = await priced('')

    expect(costs.actual({ input: 1_000_000, output: 1_000_000 })).toBe(1.5)
    expect(costs.actual({ input: 1_000_000, output: 1_000_000 }, 'on-demand')).toBe(3)
    expect(costs.basis).toContain('the spec')
  })

  it('are unknown, and never nothing, without a price', async () => {
    const { costs } = await priced('', { price: undefined })

    expect(costs.estimate(3)).toEqual({})
    expect(costs.actual({ input: 1, output: 1 })).toBeUndefined()
    expect(costs.basis).toContain('price')
  })

  it.each([
    ['maxRecords: 5', { before: 3, now: 3 }, '6 records would be asked, limits.maxRecords is 5'],
    [
      'maxRecords: 5',
      { now: 3, pads: 3 },
      '6 records would be asked, limits.maxRecords is 5; 3 of them only fill a job up'
    ],
    ['maxCostUsd: 0.0001', { now: 3 }, 'limits.maxCostUsd is 0.0001'],
    ['maxCostUsd: 0.0002', { now: 1, inFlight: 5 }, 'limits.maxCostUsd is 0.0002'],
    ['maxCostUsd: 0.0002', { now: 3, way: 'on-demand' }, 'limits.maxCostUsd is 0.0002']
  ] as const)('above %s are refused: %j', async (limits, asked, says) => {
    const { costs } = await priced(limits)

    expect(() => costs.check({ ...nothing, ...asked })).toThrow(
      expect.objectContaining({ code: 'too-expensive', message: expect.stringContaining(says) })
    )
  })

  it.each([
    ['maxRecords: 6', { before: 3, now: 3, inFlight: 50 }],
    ['maxCostUsd: 0.0002', { now: 3 }],
    ['maxCostUsd: 0.0009', { now: 3, pads: 97 }],
    ['onDemandRecords: 1', { now: 50 }]
  ])('within %s are not: %j', async (limits, asked) => {
    const { costs } = await priced(limits)

    expect(() => costs.check({ ...nothing, ...asked })).not.toThrow()
  })

  it.each([
    [{ price: undefined }, 'price of the model is unknown'],
    [{ maxTokens: undefined }, 'maxTokens']
  ])('that nobody can estimate are refused where they are limited: %j', async (more, says) => {
    const { costs } = await priced('maxCostUsd: 5', more)

    expect(() => costs.check({ ...nothing, now: 1 })).toThrow(
      expect.objectContaining({ code: 'too-expensive', message: expect.stringContaining(says) })
    )
  })

  it('say in a refusal what was asked before', async () => {
    const { costs } = await priced('maxRecords: 1')

    expect(() => costs.check({ ...nothing, now: 2 })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('Nothing was asked') })
    )
    expect(() => costs.check({ ...nothing, before: 7, now: 2 })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('7 records were asked before') })
    )
  })
})
