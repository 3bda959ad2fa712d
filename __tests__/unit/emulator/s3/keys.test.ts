import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SortedKeys, compareKeys, listNames } from '../../../../src/emulator/s3/keys.ts'

const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '\uffee', '🐟'), minLength: 1, maxLength: 6 })

function sortedOf(keys: readonly string[]): SortedKeys {
  const sorted = new SortedKeys()
  for (const one of keys) sorted.add(one)
  return sorted
}

describe('the order of keys', () => {
  it('is that of their bytes', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      })
    )
  })

  it('holds however keys come and go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.nat(5), (keys, gone) => {
        const sorted = sortedOf([...keys, ...keys])
        for (const one of keys.slice(0, gone)) sorted.remove(one)

        const left = keys.slice(gone).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect(listNames(sorted, {}).keys).toEqual(left)
      })
    )
  })
})

describe('a listing', () => {
  it('in pages of any size is the listing in one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 12 }),
        fc.constantFrom('', '/'),
        fc.constantFrom('', 'a', 'a/'),
        fc.integer({ min: 1, max: 4 }),
        (keys, delimiter, prefix, maxKeys) => {
          const sorted = sortedOf(keys)
          const whole = listNames(sorted, { delimiter, prefix })

          const pages = [listNames(sorted, { delimiter, prefix, maxKeys })]
          for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
            pages.push(listNames(sorted, { delimiter, prefix, maxKeys, startAfter: next }))
          }

          expect(pages.flatMap(page => page.keys)).toEqual(whole.keys)
          expect(pages.flatMap(page => page.commonPrefixes)).toEqual(whole.commonPrefixes)
          expect(pages.every(page => page.keys.length + page.commonPrefixes.length <= maxKeys)).toBe(true)
        }
      )
    )
  })

  it('shows a folder that a start lies inside of', () => {
    const sorted = sortedOf(['a/1', 'a/2', 'b'])

    expect(listNames(sorted, { delimiter: '/', startAfter: 'a/1' })).toEqual({ keys: ['b'], commonPrefixes: ['a/'] })
  })
})
