/** What a picture really is: its format and size by its bytes, never by its name. Models and files are not known here. */
import { imageSize } from 'image-size'
import type { imageFormats } from '../prompts/request.ts'

export type ImageFormat = (typeof imageFormats)[number]

export interface ImageFacts {
  readonly format: ImageFormat
  /** Pixels, as stored: a tag that turns the picture is not looked at. */
  readonly width: number
  readonly height: number
}

const byType: Readonly<Record<string, ImageFormat>> = { png: 'png', jpg: 'jpeg', gif: 'gif', webp: 'webp' }

/** The head of the file is enough, as far as the size stands in it. Undefined for anything but PNG, JPEG, GIF and WebP. */
export function inspectImage(bytes: Uint8Array): ImageFacts | undefined {
  if (imageFormat(bytes) === undefined) return undefined
  try {
    // The library reads a view's memory beyond its end, which may hold anything.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)
    const { type = '', width, height } = imageSize(own)
    const format = byType[type]
    return format === undefined || !(width > 0 && height > 0) ? undefined : { format, width, height }
  } catch {
    // The library throws whatever its reader ran into: a size that does not stand in these bytes.
    return undefined
  }
}

/** By the first twelve bytes. */
export function imageFormat(head: Uint8Array): ImageFormat | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(12, head.length)).toString('latin1')
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  return text.startsWith('RIFF') && text.slice(8) === 'WEBP' ? 'webp' : undefined
}

/** How much of the end tells whether a picture is whole. */
export const tailBytes = 65_536

/**
 * Whether the file was cut: its end lacks what ends such a picture. Others may write something behind that mark, so it is
 * looked for in the last 64 KiB. A WebP says its length at its head.
 */
export function breaksOff(format: ImageFormat, head: Uint8Array, tail: Uint8Array, fileBytes: number): boolean {
  const end = Buffer.from(tail.buffer, tail.byteOffset, tail.length)
  switch (format) {
    case 'png':
      return end.lastIndexOf('IEND', undefined, 'latin1') < 0
    case 'jpeg':
      return end.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0
    case 'gif':
      return end.lastIndexOf(0x3b) < 0
    case 'webp':
      return new DataView(head.buffer, head.byteOffset, head.length).getUint32(4, true) + 8 > fileBytes
  }
}
