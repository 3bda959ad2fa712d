import { expect, it } from '@jest/globals'
import { commandR } from '../../../src/models/command-r.ts'
import type { Parameters } from '../../../src/models/family.ts'

it('takes the system prompt for the preamble, and leaves out a history that is empty', () => {
  const request = { kind: 'chat', system: 'Be brief', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] } as const

  expect(commandR.render(request, {})).toEqual({ message: 'Hi', preamble: 'Be brief' })
})

it.each([
  ['complete', 'end'],
  ['COMPLETE', 'end'],
  ['MAX_TOKENS', 'max-tokens'],
  ['error_limit', 'max-tokens'],
  ['error_toxic', 'filtered'],
  ['user_cancel', 'other'],
  ['error', 'other']
])('%s means %s', (word, stop) => {
  expect(commandR.parse({ text: 'A', finish_reason: word })).toEqual({
    content: 'A',
    stop,
    stopDetail: word,
    usage: {}
  })
})

it.each<[Parameters, string[]]>([
  [{ temperature: 1, topP: 0.99, topK: 500 }, []],
  [{ maxTokens: 0, temperature: 1.1, topP: 1, topK: 501 }, ['maxTokens', 'temperature', 'topP', 'topK']]
])('judges %j', (parameters, expected) => {
  expect(commandR.check?.('cohere.command-r-v1:0', parameters).map(({ field }) => field)).toEqual(expected)
})
