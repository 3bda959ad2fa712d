import { describe, expect, it } from '@jest/globals'
import { keyHash } from '../../../src/dataset/key-hash.ts'
import { KeyTable } from '../../../src/dataset/key-table.ts'

describe('the table of keys', () => {
  it('knows every key that was added and no other, across many growths', () => {
    const table = new KeyTable()
    const name = (index: number): string => `SKU-${index.toString(36)}-${'é'.repeat(index % 9)}`

    let unknown = 0
    for (let index = 0; index < 200_000; index++) if (table.add(name(index), index) === undefined) unknown++

    expect(unknown).toBe(200_000)
    expect(table.size).toBe(200_000)
    for (let index = 0; index < 200_000; index += 777) {
      const entry = table.add(name(index), 0)
      expect(entry).toBe(index)
      expect(table.note(entry!)).toBe(index)
    }
  })

  it('tells keys apart that differ only in length, order or surrounding characters', () => {
    const table = new KeyTable()
    const keys = ['', 'a', 'aa', 'ab', 'ba', 'a\0', '\0a', '\0', '\0\0', 'aaaaaaaa', 'aaaaaaaaa', 'A', '1', '01', ' 1']

    for (const key of keys) table.add(key, 0)

    expect(table.size).toBe(keys.length)
  })

  it('keeps a note that can change', () => {
    const table = new KeyTable()
    table.add('a', 1)

    table.setNote(0, 2)

    expect(table.note(table.add('a', 9)!)).toBe(2)
  })

  it('takes less than 40 MB for a million keys', () => {
    const table = new KeyTable()
    const before = process.memoryUsage().arrayBuffers

    for (let index = 0; index < 1_000_000; index++) table.add(`key ${index}`, index)

    expect(table.size).toBe(1_000_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40e6)
  })

  it('spreads keys that differ in one character over all bits of each word', () => {
    const words = new Uint32Array(4)
    const ones = Array.from({ length: 128 }, () => 0)

    for (let index = 0; index < 4000; index++) {
      keyHash(`row-${index}`, words)
      for (let bit = 0; bit < 128; bit++) ones[bit]! += (words[bit >> 5]! >>> (bit & 31)) & 1
    }

    for (const count of ones) expect(Math.abs(count - 2000)).toBeLessThan(200)
  })
})
