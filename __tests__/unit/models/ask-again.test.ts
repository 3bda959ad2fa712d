import { describe, expect, it } from '@jest/globals'
import { askAgain } from '../../../src/models/ask-again.ts'

const asText = (text: string) => text
const question = { role: 'user', content: 'Q' }

describe('askAgain', () => {
  it.each([
    ['A', 'A'],
    ['  ', '(no answer)'],
    ['', '(no answer)']
  ])('puts %j after the question as %j, since no turn may be empty', (answer, said) => {
    const again = askAgain({ messages: [question] }, asText, answer, 'C')

    expect(again).toEqual({
      messages: [question, { role: 'assistant', content: said }, { role: 'user', content: 'C' }]
    })
  })

  it.each([
    ['A', 'BA'],
    ['', 'B']
  ])('joins the beginning with %j and begins again', (answer, said) => {
    const begun = { role: 'assistant', content: 'B' }

    const again = askAgain({ messages: [question, begun] }, asText, answer, 'C')

    expect(again['messages']).toEqual([
      question,
      { role: 'assistant', content: said },
      { role: 'user', content: 'C' },
      begun
    ])
  })

  it('leaves the question that it was given as it is', () => {
    const asked = { messages: [question] }

    askAgain(asked, asText, 'A', 'C')

    expect(asked).toEqual({ messages: [question] })
  })

  it('names what it misses in a modelInput without messages', () => {
    expect(() => askAgain({ prompt: 'Q' }, asText, 'A', 'C')).toThrow('expected an array at messages')
  })
})
