import { expect, it } from '@jest/globals'
import { command } from '../../../src/models/command.ts'
import type { Parameters } from '../../../src/models/family.ts'

it.each([
  ['COMPLETE', 'end'],
  ['MAX_TOKENS', 'max-tokens'],
  ['ERROR_TOXIC', 'filtered'],
  ['ERROR', 'other']
])('%s means %s', (word, stop) => {
  expect(command.parse({ generations: [{ text: 'A', finish_reason: word }] })).toMatchObject({ content: 'A', stop })
})

it('takes no conversation', () => {
  const messages = ['user', 'assistant', 'user'].map(role => ({
    role: role as 'user' | 'assistant',
    content: [{ text: role }]
  }))

  expect(() => command.render({ kind: 'chat', messages }, {})).toThrow(TypeError)
})

it.each<[Parameters, string[]]>([
  [{ maxTokens: 4096, temperature: 5, topP: 0, topK: 500, stop: ['a', 'b', 'c', 'd'] }, []],
  [{}, ['warning maxTokens']],
  [{ maxTokens: 4097, stop: ['a', 'b', 'c', 'd', 'e'] }, ['error maxTokens', 'error stop']]
])('judges %j', (parameters, expected) => {
  const found = command.check?.('cohere.command-text-v14', parameters)

  expect(found?.map(({ severity = 'error', field }) => `${severity} ${field}`)).toEqual(expected)
})
