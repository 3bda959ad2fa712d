/**
 * The mean colour of a PNG of the simple kinds: eight bits a channel, not interlaced, not too large to look at.
 * https://www.w3.org/TR/png-3/
 */
import { inflateSync } from 'node:zlib'
import type { Rgb } from './colour.ts'

const mostPixels = 4_000_000
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

interface Header {
  readonly width: number
  readonly height: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly kind: number
  readonly channels: number
}

/** Undefined for every PNG that is not simple, or is damaged. */
export function pngColour(png: Buffer): Rgb | undefined {
  const header = headerOf(png)
  if (!header) return undefined
  try {
    const chunks = chunksOf(png)
    const data = chunks.filter(([type]) => type === 'IDAT').map(([, bytes]) => bytes)
    const palette = chunks.find(([type]) => type === 'PLTE')?.[1]
    const { width, height, channels } = header
    const maxOutputLength = (width * channels + 1) * height
    return mean(unfiltered(inflateSync(Buffer.concat(data), { maxOutputLength }), header), header, palette)
  } catch {
    // A damaged stream: the header's size is all there is to tell.
    return undefined
  }
}

function headerOf(png: Buffer): Header | undefined {
  if (png.length < 29) return undefined
  const [width, height, bits, kind, interlaced] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    png[24],
    png[25],
    png[28]
  ]
  const channels = channelsOf[kind ?? -1]
  if (bits !== 8 || interlaced !== 0 || channels === undefined || width * height > mostPixels) return undefined
  return { width, height, kind: kind ?? 0, channels }
}

function chunksOf(png: Buffer): (readonly [type: string, bytes: Buffer])[] {
  const chunks: (readonly [string, Buffer])[] = []
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  return chunks
}

/** Undoes the filter of each row, in place; what is left is rows of samples, each still behind its filter byte. */
function unfiltered(raw: Buffer, { width, height, channels }: Header): Buffer {
  const stride = width * channels + 1
  for (let y = 0; y < height; y++) {
    const row = y * stride
    const filter = raw[row] ?? 0
    for (let x = 1; x < stride; x++) {
      const left = x > channels ? (raw[row + x - channels] ?? 0) : 0
      const up = y > 0 ? (raw[row + x - stride] ?? 0) : 0
      const corner = x > channels && y > 0 ? (raw[row + x - stride - channels] ?? 0) : 0
      raw[row + x] = ((raw[row + x] ?? 0) + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return raw
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function mean(rows: Buffer, { width, height, kind, channels }: Header, palette: Buffer | undefined): Rgb | undefined {
  const sum: [number, number, number] = [0, 0, 0]
  const stride = width * channels + 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + x * channels
      const first = rows[at] ?? 0
      for (let channel = 0; channel < 3; channel++)
        sum[channel as 0 | 1 | 2] +=
          kind === 3
            ? (palette?.[first * 3 + channel] ?? 0)
            : kind === 2 || kind === 6
              ? (rows[at + channel] ?? 0)
              : first
    }
  const pixels = width * height
  return pixels === 0 ? undefined : [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels]
}
