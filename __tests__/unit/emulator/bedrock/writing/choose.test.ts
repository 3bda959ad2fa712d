import { describe, expect, it } from '@jest/globals'
import { choose } from '../../../../../src/emulator/bedrock/writing/choose.ts'

const desks = ['billing', 'delivery', 'technical', 'account', 'other']

describe('choose', () => {
  it.each([
    ['I was charged twice for my plan.', 'billing'],
    ['My parcel never arrived.', 'delivery'],
    ['The app crashes at start.', 'technical'],
    ['I cannot log in with my password.', 'account'],
    ['Lovely weather.', 'other']
  ])('takes the label that %j speaks of', (text, label) => {
    expect(choose(desks, text)).toBe(label)
  })

  it.each([
    [['positive', 'neutral', 'negative'], 'It is awful and broken.', 'negative'],
    [['happy', 'unhappy'], 'I love it.', 'happy'],
    [['low', 'medium', 'high'], 'Urgent: production is down!', 'high'],
    [['P1', 'P2', 'P3'], 'Some day.', 'P3']
  ])('knows the scale of %j', (labels, text, label) => {
    expect(choose(labels, text)).toBe(label)
  })

  it('takes a label that the text names, and always the same where nothing speaks for any', () => {
    expect(choose(['oak', 'birch', 'pine'], 'A table of birch.')).toBe('birch')
    expect(choose(['a1', 'b2', 'c3'], 'x')).toBe(choose(['a1', 'b2', 'c3'], 'x'))
    expect(choose([], 'x')).toBe('')
  })
})
