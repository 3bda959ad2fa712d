import { expect, it } from '@jest/globals'
import { stopFor } from '../../../src/models/stop.ts'

it.each([
  ['done', { stop: 'end', stopDetail: 'done' }],
  ['DONE', { stop: 'other', stopDetail: 'DONE' }],
  ['constructor', { stop: 'other', stopDetail: 'constructor' }],
  [null, { stop: 'other' }],
  [undefined, { stop: 'other' }],
  [7, { stop: 'other' }]
])('%j means %j', (reason, expected) => {
  expect(stopFor(reason, { done: 'end' })).toEqual(expected)
})
