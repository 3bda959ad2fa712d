import { describe, expect, it } from '@jest/globals'
import { labelReader } from '../../../src/results/label-reader.ts'

const labels = ['urgent', 'not urgent', 'billing', 'C', 'C++', 'O’Brien', 'Später']

describe('A label', () => {
  const read = labelReader(labels)

  it.each([
    ['urgent', 'urgent'],
    ['**Urgent**', 'urgent'],
    ['The label is "billing".', 'billing'],
    ['Label: `not-urgent`', 'not urgent'],
    ['{"label": "billing"}', 'billing'],
    ['I would say billing, since an invoice is mentioned.', 'billing'],
    ['billing billing', 'billing'],
    ['Category → später', 'Später'],
    ['obrien', 'O’Brien'],
    [`Billing\n\n${'The customer speaks of money. '.repeat(20)}`, 'billing']
  ])('%j is %s', (text, value) => {
    expect(read(text)).toEqual({ value })
  })

  it.each([
    ['two of them', 'urgent or billing'],
    ['a denial', 'This is not billing.'],
    ['a denial in another language', 'Das ist nicht billing'],
    ['a contraction', "It isn't billing"],
    ['one of two that fold alike', 'c'],
    ['one of two that fold alike, in a sentence', 'I choose c here'],
    ['a word that holds one', 'rebilling'],
    [
      'a long text that only mentions one',
      `${'Many words are said here. '.repeat(20)}billing ${'and more. '.repeat(5)}`
    ],
    ['a long text that mentions another', `Billing\n\n${'Words. '.repeat(60)} It might be urgent.`],
    ['nothing', '…'],
    ['denied by a word for it', 'This is far from urgent.'],
    ['denied by a verb', "I wouldn't call it urgent"],
    ['denied behind a character that does not show', 'This is hard\u200Bly urgent']
  ])('is not %s: %j', (_why, text) => {
    expect(read(text)).toMatchObject({ reason: 'not one of the labels' })
  })

  it('that is none is told to the model with all labels', () => {
    const many = Array.from({ length: 30 }, (_, index) => `label ${index}`)

    expect(labelReader(many)('x')).toMatchObject({
      message: expect.stringMatching(/\(30 labels\)$/),
      complaint: expect.stringContaining('"label 29"')
    })
  })
})
