import { describe, expect, it } from '@jest/globals'
import { conflictText, errorText, missingText, outputText, readAnswerLine } from '../../../src/results/answer-line.ts'

describe('an answer line', () => {
  it.each([
    [outputText('abc', '{"a":1}'), { recordId: 'abc', modelOutput: { a: 1 } }],
    [
      errorText('abc', { code: 400, message: 'no', expired: true }),
      { recordId: 'abc', error: { code: 400, message: 'no', expired: true } }
    ],
    [missingText('abc'), { recordId: 'abc', missing: true }],
    [conflictText('abc'), { recordId: 'abc', conflict: true }]
  ])('is read as it was written: %j', ({ text }, expected) => {
    expect(readAnswerLine(text)).toEqual(expected)
  })

  it('holds of a message no more than was written to be read', () => {
    const [message, code] = ['m'.repeat(1_000_000), 'c'.repeat(1_000_000)]

    expect(readAnswerLine(JSON.stringify({ recordId: 'a', error: { code, message } }))).toEqual({
      recordId: 'a',
      error: { code: `${'c'.repeat(99)}…`, message: `${'m'.repeat(1_999)}…` }
    })
  })

  it('keeps how the job of a missing record ended', () => {
    expect(readAnswerLine('{"recordId":"a","missing":true,"ending":"stopped"}')).toEqual({
      recordId: 'a',
      missing: true,
      ending: 'stopped'
    })
    expect(readAnswerLine('{"recordId":"a","missing":true,"ending":"eaten"}')).toEqual({ recordId: 'a', missing: true })
  })

  it.each([
    '',
    '{"recordId":"a"',
    '[]',
    '{"recordId":1,"missing":true}',
    '{"recordId":"a"}',
    '{"recordId":"a","modelOutput":"x"}',
    '{"missing":true}',
    `{"recordId":"a","modelOutput":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
  ])('is not seen in %j', text => {
    expect(readAnswerLine(text)).toBeUndefined()
  })
})
