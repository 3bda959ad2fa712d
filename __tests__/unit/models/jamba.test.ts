import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { jamba } from '../../../src/models/jamba.ts'

it.each<[Parameters, string[]]>([
  [{ maxTokens: 4096, temperature: 2, topP: 1 }, []],
  [{ maxTokens: 4097 }, ['maxTokens']],
  [{ temperature: 2.1, topK: 3 }, ['topK', 'temperature']]
])('judges %j', (parameters, expected) => {
  expect(jamba.check?.('ai21.jamba-1-5-mini-v1:0', parameters).map(({ field }) => field)).toEqual(expected)
})
