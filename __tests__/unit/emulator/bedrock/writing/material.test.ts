import { describe, expect, it } from '@jest/globals'
import { isOrder, partsOf } from '../../../../../src/emulator/bedrock/writing/material.ts'

describe('partsOf', () => {
  it.each([
    ['lines that are no order', 'Summarise this.\n\nThe boat leaves at noon.', 'The boat leaves at noon.'],
    [
      'what stands between tags',
      'Translate it.\n<text>\nThe boat leaves.\n</text>\nAnswer in German.',
      'The boat leaves.'
    ],
    ['what stands in a fence', 'Explain:\n```sql\nselect * from boats\n```', 'select * from boats'],
    ['what stands in quotes', 'Label it: """The boat leaves at noon."""', 'The boat leaves at noon.'],
    ['what follows a colon', 'Translate into German: The boat leaves.', 'The boat leaves.'],
    ['the text without a header', 'Transcript of call 7:\nThe boat leaves.', 'The boat leaves.'],
    [
      'pairs, though a name may look like an order',
      'Write a line.\n\nName: Boat\nColour: red',
      'Name: Boat\nColour: red'
    ],
    [
      'what is no pattern of the answer',
      'Return JSON like {"title": "..."}\n\nThe boat leaves at noon.',
      'The boat leaves at noon.'
    ],
    ['a question as a whole', 'What is the capital of Peru?', 'What is the capital of Peru?']
  ])('gives %s to work on', (_what, prompt, material) => {
    expect(partsOf('Be brief.', prompt).material).toBe(material)
  })

  it('takes the system and the orders of the prompt together', () => {
    const { orders } = partsOf('Be brief.', 'Answer in German.\nThe boat leaves.')

    expect(orders).toContain('Be brief.\nAnswer in German.')
    expect(orders).not.toContain('boat')
  })

  it.each([
    ['Please summarise it', true],
    ['- Answer with one label', true],
    ['You are a nurse.', true],
    ['Name: Boat', false],
    ['The boat leaves.', false]
  ])('%s is an order: %p', (line, order) => {
    expect(isOrder(line)).toBe(order)
  })
})
