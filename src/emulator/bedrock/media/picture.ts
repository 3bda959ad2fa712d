/** A picture's type, size in pixels and colour, from its header; colours only of simple PNGs. */
import { colourName } from './colour.ts'
import { formatOf } from './format.ts'
import { pngColour } from './png-read.ts'

export interface Picture {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp'
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Name of the mean colour, where it can be told. */
  readonly colour?: string
}

interface Size {
  readonly width: number
  readonly height: number
}

const sizes: Readonly<Record<Picture['format'], (bytes: Buffer) => Size | undefined>> = {
  png: bytes =>
    bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR'
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined,
  gif: bytes => (bytes.length >= 10 ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : undefined),
  jpeg: jpegSize,
  webp: webpSize
}

/** Undefined where the bytes are no picture, or one whose header is broken off. */
export function readPicture(bytes: Buffer): Picture | undefined {
  const format = formatOf(bytes)
  if (format === undefined || !isPicture(format)) return undefined
  const size = sizes[format](bytes)
  if (!size || size.width === 0 || size.height === 0) return undefined
  const mean = format === 'png' ? pngColour(bytes) : undefined
  return { format, ...size, ...(mean && { colour: colourName(mean) }) }
}

function isPicture(format: string): format is Picture['format'] {
  return Object.hasOwn(sizes, format)
}

/** Walks the segments to the frame header (SOF0…SOF15 without DHT, JPG, DAC). */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at++
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** The three kinds of WebP: lossy, lossless, extended. https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 30) return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}
