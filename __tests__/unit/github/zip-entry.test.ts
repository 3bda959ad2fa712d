import { describe, expect, it } from '@jest/globals'
import { Doubt } from '../../../src/github/doubt.ts'
import { onlyEntry } from '../../../src/github/zip-entry.ts'
import { zipOf } from './zips.ts'
import type { ZipFile } from './zips.ts'

const content = Buffer.from('{"a":"ünï"}\n'.repeat(9))
const file: ZipFile = { name: 'ledger.json', content }

function reading(zip: Buffer, maxBytes = 1000): () => Buffer {
  return () => onlyEntry(zip, 'ledger.json', maxBytes)
}

describe('the only file of a zip', () => {
  it.each([
    ['stored', file],
    ['deflated', { ...file, deflated: true }],
    ['stored and streamed', { ...file, streamed: true }],
    ['deflated and streamed', { ...file, deflated: true, streamed: true }],
    ['empty', { ...file, content: Buffer.alloc(0), deflated: true }]
  ])('is read when it is %s', (_how, one) => {
    expect(reading(zipOf(one))()).toEqual(one.content)
  })

  it.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /not a whole zip/],
    ['no zip', Buffer.from('x'.repeat(500)), /not a whole zip/],
    ['no file', zipOf(), /not a whole zip/],
    ['two files', zipOf(file, { ...file, name: 'more.json' }), /holds 2 files/],
    ['one name twice', zipOf(file, file), /holds 2 files/],
    ['a name that climbs', zipOf({ ...file, name: '../../ledger.json' }), /named "\.\.\/\.\.\/ledger\.json"/],
    ['an absolute name', zipOf({ ...file, name: '/etc/passwd' }), /named "\/etc\/passwd"/],
    ['a name that steers a terminal', zipOf({ ...file, name: 'a\u001b[2J' }), /named "a\\\\u\{1B\}\[2J"/],
    ['two names of one file', zipOf({ ...file, lies: { localName: 'other.json!' } }), /do not agree/],
    ['more than fits', zipOf({ ...file, content: Buffer.alloc(1001) }), /1001 bytes large, more than 1000/],
    ['a wrong checksum', zipOf({ ...file, lies: { crc: 1 } }), /checksum/],
    ['a size too small', zipOf({ ...file, deflated: true, lies: { bytes: 9 } }), /cannot be unpacked to the size/],
    ['a size too large', zipOf({ ...file, deflated: true, lies: { bytes: 999 } }), /not as large as/],
    ['a size that is not that of the stored bytes', zipOf({ ...file, lies: { bytes: 9 } }), /not as large as/],
    [
      'a bomb',
      zipOf({ ...file, content: Buffer.alloc(200_000_000), deflated: true, lies: { bytes: 900 } }),
      /cannot be/
    ],
    ['an unknown packing', zipOf({ ...file, lies: { method: 12 } }), /method 12/],
    ['encryption', zipOf({ ...file, lies: { flags: 1 } }), /encrypted/],
    ['something behind its end', Buffer.concat([zipOf(file), Buffer.from('x')]), /not a whole zip/],
    ['something before its start', Buffer.concat([Buffer.from('x'), zipOf(file)]), /directory of its zip is broken/]
  ])('is refused from %s', (_what, zip, says) => {
    expect(reading(zip)).toThrow(Doubt)
    expect(reading(zip)).toThrow(says)
  })

  it.each([
    ['stored', zipOf(file)],
    ['deflated and streamed', zipOf({ ...file, deflated: true, streamed: true })]
  ])('is itself or refused, whichever bit of a %s zip is flipped', (_how, zip) => {
    let refused = 0
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const flipped = Buffer.from(zip)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      try {
        expect(reading(flipped)()).toEqual(content)
      } catch (error) {
        if (!(error instanceof Doubt)) throw error
        refused++
      }
    }

    // What may flip unseen: times, versions, attributes and the copies of sizes that nobody needs.
    expect(refused).toBeGreaterThan(zip.length * 4)
  })

  it('is refused from a zip that is cut anywhere', () => {
    const zip = zipOf({ ...file, deflated: true, streamed: true })

    for (let length = 0; length < zip.length; length++) expect(reading(zip.subarray(0, length))).toThrow(Doubt)
  })
})
