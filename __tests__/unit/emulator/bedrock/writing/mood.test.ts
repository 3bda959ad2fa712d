import { describe, expect, it } from '@jest/globals'
import { gladness, moodOf, pressure } from '../../../../../src/emulator/bedrock/writing/mood.ts'

describe('moodOf', () => {
  it.each([
    ['The shoes are great, I love them.', 'positive'],
    ['It broke after a day. Terrible, I want a refund.', 'negative'],
    ['The box is 40 cm wide.', 'neutral'],
    ['I am not happy with it.', 'negative'],
    ['Agent: Hello.\nCustomer: This is terrible.\nAgent: I fix it.\nCustomer: Great.\nCustomer: Thank you!', 'positive']
  ])('%j is %s', (text, mood) => {
    expect(moodOf(text)).toBe(mood)
  })

  it('is a number between never and always glad', () => {
    expect([gladness('bad '.repeat(50)), gladness('table'), gladness('great '.repeat(50))]).toEqual([0.05, 0.5, 0.95])
  })
})

describe('pressure', () => {
  it.each([
    ['When you have time.', 0],
    ['I need it today.', 1],
    ['Urgent! The site is down!', 2]
  ])('of %j is %i', (text, level) => {
    expect(pressure(text)).toBe(level)
  })
})
