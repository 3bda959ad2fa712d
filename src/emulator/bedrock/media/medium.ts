/** Something in a question that is no text: what a model sees of it, and what it costs. Knows no dialect. */
import { bytesOf, containers, formatOf, textDocuments } from './format.ts'
import { readPicture } from './picture.ts'

export interface Medium {
  readonly kind: 'picture' | 'document' | 'video' | 'audio'
  /** As in `a 640×480 PNG picture, mostly blue`. */
  readonly told: string
  /** What a document of plain text says; empty for everything else. */
  readonly text: string
  /** The emulator's own estimate. */
  readonly tokens: number
  /** Of a picture. */
  readonly format?: string
  readonly width?: number
  readonly height?: number
  readonly colour?: string
  /** Of a PDF. */
  readonly pages?: number
  /** Of an answer's seed: the same bytes, the same name. */
  readonly digest: string
}

/** Undefined where the bytes are no picture. */
export function pictureOf(bytes: Buffer): Medium | undefined {
  const picture = readPicture(bytes)
  if (!picture) return undefined
  const { format, width, height, colour } = picture
  const shade = colour === undefined ? '' : `, mostly ${colour}`
  return {
    kind: 'picture',
    told: `a ${width}×${height} ${shownFormat(format)} picture${shade}`,
    text: '',
    // https://docs.claude.com/en/docs/build-with-claude/vision: width × height / 750.
    tokens: Math.min(1600, Math.max(1, Math.ceil((width * height) / 750))),
    ...picture,
    digest: digestOf(bytes)
  }
}

/** Undefined where the bytes do not begin as the format does. */
export function documentOf(format: string, bytes: Buffer, name = ''): Medium | undefined {
  const container = containers[format]
  if (container !== undefined && formatOf(bytes) !== container) return undefined
  const text = textDocuments.includes(format) ? plainText(format, bytes) : ''
  const pages = format === 'pdf' ? pagesOf(bytes) : undefined
  const called = name === '' ? '' : ` called ${name}`
  const length = pages === undefined ? `${bytes.length} bytes` : `${pages} ${pages === 1 ? 'page' : 'pages'}`
  return {
    kind: 'document',
    told: `a ${shownFormat(format)} document${called} of ${length}`,
    text,
    tokens: text === '' ? (pages ?? 1) * 1500 : Math.ceil(bytes.length / 4),
    ...(pages !== undefined && { pages }),
    digest: digestOf(bytes)
  }
}

export function recordingOf(kind: 'video' | 'audio', format: string, bytes: Buffer): Medium {
  return {
    kind,
    told: `a ${shownFormat(format)} ${kind} of ${bytes.length} bytes`,
    text: '',
    tokens: 288 * Math.max(1, Math.ceil(bytes.length / 250_000)),
    digest: digestOf(bytes)
  }
}

/** `base64` as a body holds it; undefined where it is none. */
export function pictureIn(base64: string): Medium | undefined {
  const bytes = bytesOf(base64)
  return bytes && pictureOf(bytes)
}

function shownFormat(format: string): string {
  return { jpeg: 'JPEG', webp: 'WebP', md: 'Markdown', txt: 'text' }[format] ?? format.toUpperCase()
}

function plainText(format: string, bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return format === 'html' ? text.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ') : text
}

/** At least one: a PDF may keep its page objects compressed. */
function pagesOf(pdf: Buffer): number {
  return Math.max(1, pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0)
}

/** FNV-1a over at most 64 kB and the length: enough to tell the pictures of a test apart. */
function digestOf(bytes: Buffer): string {
  let hash = 0x811c9dc5 ^ bytes.length
  for (const byte of bytes.subarray(0, 65_536)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
