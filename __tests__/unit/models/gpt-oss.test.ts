import { describe, expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { gptOss } from '../../../src/models/gpt-oss.ts'

describe('reasoning', () => {
  it.each([
    ['<reasoning>Hm.</reasoning>Yes.', 'Yes.', 'Hm.'],
    ['<reasoning>Hm.\nSo.</reasoning>\n\nYes.', 'Yes.', 'Hm.\nSo.'],
    ['<reasoning>Hm. And the', '', 'Hm. And the'],
    ['Yes, <reasoning> is a tag.', 'Yes, <reasoning> is a tag.', undefined],
    ['<reasoning>a</reasoning>b</reasoning>c', 'b</reasoning>c', 'a']
  ])('in %j is kept apart', (content, answer, reasoning) => {
    const completion = gptOss.parse({ choices: [{ message: { content }, finish_reason: 'stop' }] })

    expect(completion.content).toBe(answer)
    expect(completion.reasoning).toBe(reasoning)
  })
})

it.each<[Parameters, string[]]>([
  [{ maxTokens: 1000, temperature: 2, topP: 1 }, []],
  [{ maxTokens: 100 }, ['warning maxTokens']],
  [{ temperature: 2.1, stop: Array.from('abcde') }, ['warning temperature', 'warning stop']],
  [{ topK: 3 }, ['error topK']]
])('judges %j', (parameters, expected) => {
  const found = gptOss.check?.('openai.gpt-oss-20b-1:0', parameters)

  expect(found?.map(({ severity = 'error', field }) => `${severity} ${field}`)).toEqual(expected)
})
