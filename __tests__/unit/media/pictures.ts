/** Pictures of a known size: 30 × 20 pixels and 300 × 200, with a pattern that does not pack to nothing. */
import { readFileSync } from 'node:fs'

const folder = new URL('../../fixtures/media/', import.meta.url)

export function picture(format: 'png' | 'jpeg' | 'gif', size: 'small' | 'large' = 'small'): Buffer {
  return readFileSync(new URL(`${size}.${format === 'jpeg' ? 'jpg' : format}`, folder))
}

/** The head of a lossless WebP of this size, and as many bytes as it says that it has. */
export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WEBPVP8L', 8, 'latin1')
  bytes.writeUInt32LE(bytes.length - 20, 16)
  bytes.writeUInt8(0x2f, 20)
  bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21)
  return bytes
}
