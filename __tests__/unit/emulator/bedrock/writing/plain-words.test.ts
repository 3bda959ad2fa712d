import { describe, expect, it } from '@jest/globals'
import { plainWords } from '../../../../../src/emulator/bedrock/writing/plain-words.ts'

describe('plainWords', () => {
  it.each([
    ['The Supplier shall not commence prior to notice.', 'The Supplier must not begin before notice.'],
    ['The fees set out herein apply.', 'The fees set out apply.']
  ])('%j becomes %j', (legal, plain) => {
    expect(plainWords(legal)).toBe(plain)
  })
})
