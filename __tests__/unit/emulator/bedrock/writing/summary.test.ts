import { describe, expect, it } from '@jest/globals'
import { description, lengthAsked, summary, titleOf } from '../../../../../src/emulator/bedrock/writing/summary.ts'

const two = { sentences: 2, words: 60 }

describe('lengthAsked', () => {
  it.each([
    ['two sentences', { sentences: 2, words: 60 }],
    ['in at most 30 words', { sentences: 2, words: 30 }],
    ['three short sentences, 40 words', { sentences: 3, words: 40 }],
    ['at most eight words', { sentences: 1, words: 8 }],
    ['briefly', { sentences: 2, words: 60 }]
  ])('reads %j', (order, length) => {
    expect(lengthAsked(order)).toEqual(length)
  })
})

describe('summary', () => {
  const text = 'Boats leave at noon. It rained. The boats carry boats of timber to the harbour. Nobody came.'

  it('keeps the first sentence and the weightiest, in their order', () => {
    expect(summary(text, two)).toBe('Boats leave at noon. The boats carry boats of timber to the harbour.')
  })

  it('is as short as asked', () => {
    expect(summary(text, { sentences: 1, words: 3 })).toBe('Boats leave at.')
  })

  it('tells of a talk who wants what and how it ends', () => {
    const talk =
      'Agent: Hello.\nCustomer: My line is dead since Monday.\nAgent: I will send an engineer.\nCustomer: Thanks.'

    expect(summary(talk, two)).toBe(
      'The customer says: “My line is dead since Monday.” The answer is: “I will send an engineer.”'
    )
  })
})

describe('description', () => {
  it('says what is usually said of a value', () => {
    const pairs = [
      ['Name', 'Ridge'],
      ['Material', 'nylon'],
      ['Colour', 'red'],
      ['Warranty', 'two years']
    ] as const

    expect(description(pairs, 'Ridge', () => 0, 2)).toBe(
      'Ridge is made of nylon and comes in red. The warranty is two years.'
    )
  })

  it('says something where nothing is told', () => {
    expect(description([], 'Lyon', () => 0, 1)).toMatch(/^Lyon: \S/)
  })
})

describe('titleOf', () => {
  it.each([
    ['Name: Ridge 40\nColour: red', 'Ridge 40'],
    ['# Heading of it\n\nSome text here.', 'Heading of it'],
    ['File: photos/4001-light_house-dusk.png', 'Light house dusk'],
    ['The market moves one street further, for the fair.', 'The market moves one street further, for the']
  ])('of %j is %j', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })
})
