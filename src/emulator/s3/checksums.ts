/**
 * The checksums S3 knows, as running sums over chunks. Values are base64, as they travel in headers.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

export const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const
export type Algorithm = (typeof algorithms)[number]
export type Checksums = Readonly<Partial<Record<Algorithm, string>>>

export interface RunningSum {
  update(chunk: Uint8Array): void
  /** Raw bytes, most significant first. Asked once. */
  digest(): Buffer
}

export function isAlgorithm(name: string): name is Algorithm {
  return algorithms.some(algorithm => algorithm === name)
}

/** `x-amz-checksum-crc32` and the like. */
export function headerOf(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`
}

/** Bytes of a value before base64. */
const digestBytes = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 } as const satisfies Record<
  Algorithm,
  number
>

export function isChecksum(algorithm: Algorithm, value: string): boolean {
  const bytes = Buffer.from(value, 'base64')
  return bytes.length === digestBytes[algorithm] && bytes.toString('base64') === value
}

export function startSum(algorithm: Algorithm): RunningSum {
  switch (algorithm) {
    case 'CRC32':
      return crc32Sum()
    case 'CRC32C':
      return crc32cSum()
    case 'CRC64NVME':
      return crc64Sum()
    case 'SHA1':
    case 'SHA256':
      return createHash(algorithm.toLowerCase())
  }
}

export function checksumOf(algorithm: Algorithm, bytes: Uint8Array): string {
  const sum = startSum(algorithm)
  sum.update(bytes)
  return sum.digest().toString('base64')
}

function crc32Sum(): RunningSum {
  let value = 0
  return {
    update: chunk => {
      value = crc32(chunk, value)
    },
    digest: () => bigEndian(value)
  }
}

function bigEndian(...words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * words.length)
  words.forEach((word, index) => bytes.writeUInt32BE(word >>> 0, 4 * index))
  return bytes
}

/** Castagnoli, reflected; eight tables, so that eight bytes are taken in one step. */
const castagnoli = tables(0, 0x82f63b78).low

function crc32cSum(): RunningSum {
  let crc = 0xffffffff
  const at = (table: number, index: number): number => castagnoli[(table << 8) | (index & 255)] ?? 0
  return {
    update: chunk => {
      const words = chunk.length - (chunk.length % 8)
      let index = 0
      for (; index < words; index += 8) {
        const first = crc ^ word(chunk, index)
        const second = word(chunk, index + 4)
        crc =
          at(7, first) ^
          at(6, first >>> 8) ^
          at(5, first >>> 16) ^
          at(4, first >>> 24) ^
          at(3, second) ^
          at(2, second >>> 8) ^
          at(1, second >>> 16) ^
          at(0, second >>> 24)
      }
      for (; index < chunk.length; index++) crc = at(0, crc ^ (chunk[index] ?? 0)) ^ (crc >>> 8)
    },
    digest: () => bigEndian(~crc)
  }
}

/** CRC-64/NVME, reflected polynomial 0x9a6c9329ac4bc9b5, kept in two 32-bit halves. */
const nvme = tables(0x9a6c9329, 0xac4bc9b5)

function crc64Sum(): RunningSum {
  let [high, low] = [0xffffffff, 0xffffffff]
  const { high: highs, low: lows } = nvme
  return {
    update: chunk => {
      const words = chunk.length - (chunk.length % 8)
      let index = 0
      for (; index < words; index += 8) {
        const first = low ^ word(chunk, index)
        const second = high ^ word(chunk, index + 4)
        ;[high, low] = [0, 0]
        for (let byte = 0; byte < 4; byte++) {
          const near = ((7 - byte) << 8) | ((first >>> (8 * byte)) & 255)
          const far = ((3 - byte) << 8) | ((second >>> (8 * byte)) & 255)
          high ^= (highs[near] ?? 0) ^ (highs[far] ?? 0)
          low ^= (lows[near] ?? 0) ^ (lows[far] ?? 0)
        }
      }
      for (; index < chunk.length; index++) {
        const entry = (low ^ (chunk[index] ?? 0)) & 255
        low = (lows[entry] ?? 0) ^ ((low >>> 8) | (high << 24))
        high = (highs[entry] ?? 0) ^ (high >>> 8)
      }
    },
    digest: () => bigEndian(~high, ~low)
  }
}

function word(chunk: Uint8Array, index: number): number {
  return (
    (chunk[index] ?? 0) |
    ((chunk[index + 1] ?? 0) << 8) |
    ((chunk[index + 2] ?? 0) << 16) |
    ((chunk[index + 3] ?? 0) << 24)
  )
}

/** Entry `table << 8 | byte` is what the byte contributes when `table` more bytes follow it. */
function tables(polyHigh: number, polyLow: number): { high: Uint32Array; low: Uint32Array } {
  const [highs, lows] = [new Uint32Array(8 << 8), new Uint32Array(8 << 8)]
  for (let index = 0; index < 8 << 8; index++) {
    let [high, low] = index < 256 ? [0, index] : [highs[index - 256] ?? 0, lows[index - 256] ?? 0]
    for (let bit = 0; bit < 8; bit++) {
      const odd = (low & 1) === 1
      low = ((low >>> 1) | (high << 31)) ^ (odd ? polyLow : 0)
      high = (high >>> 1) ^ (odd ? polyHigh : 0)
    }
    highs[index] = high
    lows[index] = low
  }
  return { high: highs, low: lows }
}
