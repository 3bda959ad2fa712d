/** Zips as an honest writer makes them, and as a hostile one would: every field can be a lie. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  readonly name: string
  readonly content: Buffer
  readonly deflated?: boolean
  /** Sizes behind the data, as @actions/artifact writes them. */
  readonly streamed?: boolean
  /** Instead of the truth, in the directory. */
  readonly lies?: {
    readonly bytes?: number
    readonly crc?: number
    readonly method?: number
    readonly flags?: number
    readonly localName?: string
  }
}

export function zipOf(...files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const facts = factsOf(file)
    const body = Buffer.concat([localHeader(file, facts), facts.packed, ...(file.streamed ? [descriptor(facts)] : [])])
    directory.push(directoryEntry(file, facts, offset))
    bodies.push(body)
    offset += body.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  return Buffer.concat([...bodies, ...directory, end(files.length, size, offset)])
}

interface Facts {
  readonly packed: Buffer
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly bytes: number
}

function factsOf({ content, deflated, streamed, lies }: ZipFile): Facts {
  return {
    packed: deflated ? deflateRawSync(content) : content,
    method: lies?.method ?? (deflated ? 8 : 0),
    flags: lies?.flags ?? (streamed ? 8 : 0),
    crc: lies?.crc ?? crc32(content),
    bytes: lies?.bytes ?? content.length
  }
}

function fields(...parts: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    parts.map(([size, value]) => {
      const bytes = Buffer.alloc(size)
      if (size === 2) bytes.writeUInt16LE(value)
      else bytes.writeUInt32LE(value)
      return bytes
    })
  )
}

function localHeader({ name, streamed, lies }: ZipFile, { packed, method, flags, crc, bytes }: Facts): Buffer {
  const [told, toldPacked, toldBytes] = streamed ? [0, 0, 0] : [crc, packed.length, bytes]
  const text = Buffer.from(lies?.localName ?? name)
  return Buffer.concat([
    fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, told], [4, toldPacked], [4, toldBytes]),
    fields([2, text.length], [2, 0]),
    text
  ])
}

function descriptor({ crc, packed, bytes }: Facts): Buffer {
  return fields([4, 0x08074b50], [4, crc], [4, packed.length], [4, bytes])
}

function directoryEntry({ name }: ZipFile, { packed, method, flags, crc, bytes }: Facts, offset: number): Buffer {
  const text = Buffer.from(name)
  return Buffer.concat([
    fields(
      [4, 0x02014b50],
      [2, 20],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc],
      [4, packed.length],
      [4, bytes]
    ),
    fields([2, text.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    text
  ])
}

function end(files: number, size: number, offset: number): Buffer {
  return fields([4, 0x06054b50], [2, 0], [2, 0], [2, files], [2, files], [4, size], [4, offset], [2, 0])
}
