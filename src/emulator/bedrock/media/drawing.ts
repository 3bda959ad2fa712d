/**
 * A small picture drawn from nothing but a text: the same text gives the same bytes. A gradient between two colours under
 * a few discs, as PNG. https://www.w3.org/TR/png-3/
 */
import { crc32, deflateSync } from 'node:zlib'
import { hash32, randomFrom } from '../../random.ts'
import type { Rgb } from './colour.ts'

interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly colour: Rgb
}

const named: Readonly<Record<string, Rgb>> = {
  red: [200, 40, 40],
  orange: [230, 130, 40],
  yellow: [235, 205, 60],
  green: [50, 140, 70],
  turquoise: [60, 180, 180],
  blue: [45, 85, 190],
  violet: [120, 70, 180],
  pink: [225, 120, 170],
  brown: [120, 80, 50],
  grey: [130, 130, 130],
  black: [15, 15, 15],
  white: [245, 245, 245]
}

/** Width and height in pixels. A colour that the text names is the picture's ground. */
export function draw(text: string, width: number, height: number): Buffer {
  const random = randomFrom(hash32(text))
  const any = (): Rgb => [random() * 255, random() * 255, random() * 255]
  const ground = coloursIn(text)
  const [top, bottom] = [ground[0] ?? any(), ground[1] ?? ground[0] ?? any()]
  const discs = Array.from({ length: 3 }, (): Disc => ({
    x: random() * width,
    y: random() * height,
    radius: (0.05 + random() * 0.12) * Math.min(width, height),
    colour: any()
  }))
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const disc = discs.find(one => Math.hypot(one.x - x, one.y - y) < one.radius)
      const colour = disc?.colour ?? between(top, bottom, y / height)
      const at = y * (width * 3 + 1) + 1 + x * 3
      for (const [channel, value] of colour.entries()) rows[at + channel] = Math.round(value)
    }
  return encodePng(rows, width, height)
}

function coloursIn(text: string): Rgb[] {
  return [...text.toLowerCase().matchAll(/[a-z]+/g)].flatMap(([word]) =>
    Object.hasOwn(named, word) ? [named[word] ?? [0, 0, 0]] : []
  )
}

function between(a: Rgb, b: Rgb, part: number): Rgb {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part]
}

/** `rows`: for each row a filter byte of 0, then red, green and blue of each pixel. */
export function encodePng(rows: Buffer, width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
