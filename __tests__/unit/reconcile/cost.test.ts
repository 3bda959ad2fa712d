import { describe, expect, it } from '@jest/globals'
import { actualCost, estimateCost, expectedOutputTokens } from '../../../src/reconcile/cost.ts'

const price = { inputPerMillionUsd: 1, outputPerMillionUsd: 5, batchFactor: 0.5 }

describe('estimateCost', () => {
  it('takes every answer at full length, and at the expected one beside it', () => {
    const estimate = estimateCost({
      records: 1000,
      inputTokens: 2_000_000,
      maxTokens: 400,
      expectedOutputTokens: 100,
      price
    })

    expect(estimate.estimatedUsd).toBeCloseTo((2 + 2) * 0.5, 10)
    expect(estimate.expectedUsd).toBeCloseTo((2 + 0.5) * 0.5, 10)
  })

  it('costs the input alone where nothing is written, as for embeddings', () => {
    const plan = { records: 10, inputTokens: 1_000_000, maxTokens: 0, expectedOutputTokens: 0, price }

    expect(estimateCost(plan)).toEqual({ estimatedUsd: 0.5, expectedUsd: 0.5 })
  })

  it('does not know what it was not told', () => {
    const plan = { records: 10, inputTokens: 1_000_000, maxTokens: undefined, expectedOutputTokens: 100, price }

    expect(estimateCost({ ...plan, price: undefined })).toEqual({})
    expect(Object.keys(estimateCost(plan))).toEqual(['expectedUsd'])
  })
})

describe('actualCost', () => {
  const tokens = { inputTokens: 3_000_000, outputTokens: 1_000_000 }

  it('is half the price in batch and the whole of it on demand', () => {
    expect(actualCost(tokens, price)).toBe(4)
    expect(actualCost(tokens, price, 'on-demand')).toBe(8)
  })

  it('is unknown without a price', () => {
    expect(actualCost(tokens, undefined)).toBeUndefined()
  })
})

it.each([
  [{ answers: 10, outputTokens: 500 }, 400, 50],
  [{ answers: 10, outputTokens: 9000 }, 400, 400],
  [{ answers: 10, outputTokens: 500 }, undefined, 50],
  [{ answers: 0, outputTokens: 0 }, 400, 200],
  [undefined, 400, 200],
  [undefined, undefined, undefined]
])('after %j and at most %s tokens, expects %s', (seen, maxTokens, expected) => {
  expect(expectedOutputTokens(seen, maxTokens)).toBe(expected)
})
