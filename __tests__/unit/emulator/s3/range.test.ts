import { describe, expect, it } from '@jest/globals'
import { S3Error } from '../../../../src/emulator/s3/error.ts'
import { readRange } from '../../../../src/emulator/s3/range.ts'

describe('a range', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=5-50', { start: 5, end: 9 }],
    ['bytes=5-2', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined]
  ])('of ten bytes, %s, is %j', (header, expected) => {
    expect(readRange(header, 10)).toEqual(expected)
  })

  it.each([
    ['bytes=10-', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0]
  ])('%s of %d bytes is refused', (header, bytes) => {
    expect(() => readRange(header, bytes)).toThrow(S3Error)
  })
})
