import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { algorithms, checksumOf, isChecksum, startSum } from '../../../../src/emulator/s3/checksums.ts'

// The check values of https://reveng.sourceforge.io/crc-catalogue/ for "123456789".
const known = { CRC32: 'cbf43926', CRC32C: 'e3069283', CRC64NVME: 'ae8b14860a799888' } as const

describe.each(algorithms)('%s', algorithm => {
  it('is the same in any pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), fc.nat(200), (bytes, first, second) => {
        const sum = startSum(algorithm)
        sum.update(bytes.subarray(0, first))
        sum.update(bytes.subarray(first, first + second))
        sum.update(bytes.subarray(first + second))

        expect(sum.digest().toString('base64')).toBe(checksumOf(algorithm, bytes))
      }),
      { numRuns: 50 }
    )
  })

  it('is told from a text that cannot be one', () => {
    const right = checksumOf(algorithm, Buffer.from('x'))

    expect([right, `${right}A`, right.slice(1), 'not base64!'].map(text => isChecksum(algorithm, text))).toEqual([
      true,
      false,
      false,
      false
    ])
  })
})

it.each(Object.entries(known))('%s of the digits is %s', (algorithm, expected) => {
  const sum = startSum(algorithm as keyof typeof known)

  sum.update(Buffer.from('123456789'))

  expect(sum.digest().toString('hex')).toBe(expected)
})
