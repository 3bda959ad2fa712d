/** Small pictures of every type, made byte by byte. */
import { deflateSync } from 'node:zlib'
import { encodePng } from '../../../../../src/emulator/bedrock/media/drawing.ts'

/** One colour all over. */
export function png(width: number, height: number, colour: readonly [number, number, number] = [0, 0, 255]): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  return encodePng(Buffer.concat(Array.from({ length: height }, () => row)), width, height)
}

/** With every row behind that filter, and a palette or alpha where the kind has it. */
export function filteredPng(kind: 0 | 2 | 3 | 4 | 6, filter: number, rows: readonly (readonly number[])[]): Buffer {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind]
  const header = Buffer.alloc(13)
  header.writeUInt32BE((rows[0]?.length ?? 0) / channels, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, kind, 0, 0, 0], 8)
  const palette = Buffer.from([255, 0, 0, 0, 255, 0])
  const data = deflateSync(Buffer.from(rows.flatMap(row => [filter, ...row])))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[['IHDR', header] as const, ...(kind === 3 ? [['PLTE', palette] as const] : []), ['IDAT', data] as const].map(
      ([type, bytes]) => chunk(type, bytes)
    )
  ])
}

function chunk(type: string, bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, Buffer.from(type), bytes, Buffer.alloc(4)])
}

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.from('GIF89a\0\0\0\0', 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

/** An application segment before the frame's header, as cameras write it. */
export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffe00004aaaaffc2000b0800000000010111', 'hex')
  frame.writeUInt16BE(height, 13)
  frame.writeUInt16BE(width, 15)
  return frame
}

export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.write('RIFF', 0, 'latin1')
  bytes.write(`WEBP${kind}`, 8, 'latin1')
  if (kind === 'VP8 ') {
    bytes.writeUInt16LE(width, 26)
    bytes.writeUInt16LE(height, 28)
  } else if (kind === 'VP8L') bytes.writeUInt32LE(width - 1 + (height - 1) * 2 ** 14, 21)
  else {
    bytes.writeUIntLE(width - 1, 24, 3)
    bytes.writeUIntLE(height - 1, 27, 3)
  }
  return bytes
}

export function pdf(pages: number): Buffer {
  return Buffer.from(`%PDF-1.4\n${'<< /Type /Page /Parent 1 0 R >>\n'.repeat(pages)}<< /Type /Pages >>`)
}
