/** What a video really is: its container by the first bytes. */
import type { videoFormats } from '../prompts/request.ts'

export type VideoFormat = (typeof videoFormats)[number]

/** `head`: the first bytes of the file, a kilobyte is enough. Undefined for what no model takes as a video. */
export function videoFormat(path: string, head: Uint8Array): VideoFormat | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.slice(0, 128).includes('webm') ? 'webm' : 'mkv'
  if (text.slice(4, 8) === 'ftyp') return ofBrand(text.slice(8, 12))
  // QuickTime before it had brands.
  if (['moov', 'mdat', 'wide', 'free'].includes(text.slice(4, 8))) return 'mov'
  if (text.startsWith('FLV\x01')) return 'flv'
  if (text.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11')) return 'wmv'
  if (text.startsWith('\0\0\x01\xba') || text.startsWith('\0\0\x01\xb3')) return /\.mpg$/i.test(path) ? 'mpg' : 'mpeg'
  return undefined
}

/** https://mp4ra.org/registered-types/brands */
function ofBrand(brand: string): VideoFormat | undefined {
  if (brand === 'qt  ') return 'mov'
  if (/^3g[a-z0-9]{2}$/.test(brand)) return 'three_gp'
  // Pictures and sound have brands of the same kind.
  return /^(avif|avis|heic|heix|mif1|msf1|M4A |M4B |crx )$/.test(brand) ? undefined : 'mp4'
}
