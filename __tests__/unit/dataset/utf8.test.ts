import { describe, expect, it } from '@jest/globals'
import { Utf8Text } from '../../../src/dataset/utf8.ts'
import { Problems } from '../../../src/problems.ts'
import { told } from './reading.ts'

function decode(bytes: Uint8Array, size: number): { text: string; told: string[] } {
  const problems = new Problems()
  const decoder = new Utf8Text('a.csv', problems)
  let text = ''
  for (let at = 0; at < bytes.length && !problems.any; at += size)
    text += decoder.push(bytes.subarray(at, at + size)) ?? ''
  if (!problems.any) text += decoder.end() ?? ''
  return { text, told: problems.list.map(told) }
}

describe('text from bytes', () => {
  it.each([1, 2, 3, 4, 5, 1000])('is whole when characters are cut between chunks of %d bytes', size => {
    const text = 'aé€😀\r\n\u2028\u0085z￿'

    expect(decode(Buffer.from(text), size)).toEqual({ text, told: [] })
  })

  it.each([1, 4, 1000])('loses the byte order mark at the head only, in chunks of %d bytes', size => {
    expect(decode(Buffer.from('\uFEFFa\uFEFF'), size).text).toBe('a\uFEFF')
  })

  it.each([
    ['Latin-1', [0x61, 0x0a, 0xe9, 0x0a], 'error a.csv:2 byte 0xE9 is not UTF-8'],
    ['a stray continuation', [0x61, 0x80], 'error a.csv:1 byte 0x80 is not UTF-8'],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 'error a.csv:1 byte 0xC0 is not UTF-8'],
    ['an encoded surrogate', [0x61, 0x0a, 0xed, 0xa0, 0x80], 'error a.csv:2 byte 0xED is not UTF-8'],
    ['a code point beyond the last', [0x61, 0xf4, 0x90, 0x80, 0x80], 'error a.csv:1 byte 0xF4 is not UTF-8'],
    ['a cut character at the end', [0x61, 0x0a, 0x0a, 0xe2, 0x82], 'error a.csv:3 byte 0xE2 is not UTF-8'],
    ['a NUL', [0x61, 0x0a, 0x62, 0x00, 0x63], 'error a.csv:2 the file holds a NUL character'],
    ['UTF-16 with mark, little endian', [0xff, 0xfe, 0x61, 0x00], 'error a.csv:1 the file is UTF-16, not UTF-8'],
    ['UTF-16 with mark, big endian', [0xfe, 0xff, 0x00, 0x61], 'error a.csv:1 the file is UTF-16, not UTF-8'],
    ['UTF-16 without mark', [0x61, 0x00, 0x62, 0x00], 'error a.csv:1 the file is UTF-16, not UTF-8']
  ])('refuses %s by its line', (_name, bytes, expected) => {
    expect(decode(Uint8Array.from(bytes), 1000).told).toEqual([expected])
  })
})
