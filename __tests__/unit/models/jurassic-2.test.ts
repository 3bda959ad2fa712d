import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { jurassic2 } from '../../../src/models/jurassic-2.ts'

it.each([
  ['endoftext', 'end'],
  ['length', 'max-tokens'],
  ['stop', 'stop-sequence'],
  ['sleepy', 'other']
])('%s means %s', (reason, stop) => {
  const completion = jurassic2.parse({ id: 1, completions: [{ data: { text: 'A' }, finishReason: { reason } }] })

  expect(completion).toEqual({ content: 'A', stop, stopDetail: reason, usage: {} })
})

it('counts the tokens that the answer lists', () => {
  const data = { text: 'A', tokens: [{}, {}] }

  const { usage } = jurassic2.parse({ prompt: { tokens: [{}, {}, {}] }, completions: [{ data }] })

  expect(usage).toEqual({ inputTokens: 3, outputTokens: 2 })
})

it.each<[Parameters, string[]]>([
  [{ maxTokens: 8191 }, []],
  [{ maxTokens: 8192 }, ['error maxTokens']],
  [{}, ['warning maxTokens']],
  [{ maxTokens: 9, topK: 4, temperature: 2 }, ['error topK', 'error temperature']]
])('judges %j', (parameters, expected) => {
  const found = jurassic2.check?.('ai21.j2-mid-v1', parameters)

  expect(found?.map(({ severity = 'error', field }) => `${severity} ${field}`)).toEqual(expected)
})
