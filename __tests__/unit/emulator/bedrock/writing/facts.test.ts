import { describe, expect, it } from '@jest/globals'
import {
  keywordsIn,
  namesIn,
  pairsIn,
  sentencesIn,
  turnsIn,
  unlabelled
} from '../../../../../src/emulator/bedrock/writing/facts.ts'

describe('facts of a text', () => {
  it('are pairs, on lines and in JSON', () => {
    expect(pairsIn('Colour: red\n- Price: 5 EUR\n{"size": "40 l", "weight": 1.2}')).toEqual([
      ['Colour', 'red'],
      ['Price', '5 EUR'],
      ['size', '40 l'],
      ['weight', '1.2']
    ])
  })

  it('are turns where few speak often', () => {
    const talk = 'Agent: Hello.\nCaller: My line is dead.\nAgent: I see.'

    expect(turnsIn(talk).map(turn => turn.speaker)).toEqual(['Agent', 'Caller', 'Agent'])
    expect(turnsIn('Name: Boat\nColour: red\nPrice: 5')).toEqual([])
  })

  it('are sentences, whatever ends them', () => {
    expect(sentencesIn('It rains. Really? "Yes!" So it is\nand on')).toEqual([
      'It rains.',
      'Really?',
      '"Yes!"',
      'So it is',
      'and on'
    ])
  })

  it('are words that carry weight, the frequent before the others', () => {
    expect(keywordsIn('The boat left. A boat with people and cargo.', 2)).toEqual(['boat', 'cargo'])
  })

  it('are names inside of sentences, without their article', () => {
    expect(namesIn('Today the Bank of Lyon met Harbour Foods Ltd. The Supplier paid.')).toEqual([
      'Bank of Lyon',
      'Harbour Foods Ltd',
      'Supplier'
    ])
  })

  it('lose a label that is the only one', () => {
    expect(unlabelled('Note: seen today, feels much better')).toBe('seen today, feels much better')
    expect(unlabelled('Name: a boat in the harbour\nColour: red')).toContain('Name:')
  })
})
