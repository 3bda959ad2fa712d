import { describe, expect, it } from '@jest/globals'
import { anyOf, nearest } from '../../../src/spec/nearest.ts'

describe('nearest', () => {
  const words = ['maxTokens', 'temperature', 'stop', 'topP', 'topK', 'dataset']

  it.each([
    ['max_tokens', 'maxTokens'],
    ['max-tokens', 'maxTokens'],
    ['MAXTOKENS', 'maxTokens'],
    ['maxToken', 'maxTokens'],
    ['temprature', 'temperature'],
    ['tmeperature', 'temperature'],
    ['stpo', 'stop'],
    ['datasett', 'dataset'],
    ['top_k', 'topK']
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant)
  })

  it.each(['', 'x', 'foo', 'completely', 'a'.repeat(100_000), 'st', '日本語'])('takes %j for nothing', word => {
    expect(nearest(word.slice(0, 200_000), words)).toBeUndefined()
  })
})

describe('anyOf', () => {
  it('lists words as a sentence does', () => {
    expect([anyOf([]), anyOf(['a']), anyOf(['a', 'b']), anyOf(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a or b',
      'a, b or c'
    ])
  })
})
