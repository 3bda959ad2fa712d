/**
 * The one file inside a small zip, read in memory. Strict: anything that two programs could read in two ways is
 * refused, and nothing is ever written under a name that the zip brings along. Knows nothing of what the file means.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { cut, visible } from '../visible.ts'
import { Doubt } from './doubt.ts'

interface Entry {
  readonly name: string
  readonly method: number
  /** The sizes stand behind the data, as a writer that streams leaves them. */
  readonly streamed: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where the directory of the zip begins, and with it the end of what may be data. */
  readonly directoryAt: number
}

const endBytes = 22
const directoryEntryBytes = 46
const localHeaderBytes = 30
/** Data follows its sizes (bit 3), name in UTF-8 (bit 11): all that an honest writer of ours sets. */
const harmlessFlags = 0x0808
const streamedFlag = 0x0008
const stored = 0
const deflated = 8

/** The content of the only file, which has to have this name. Throws Doubt. */
export function onlyEntry(zip: Buffer, name: string, maxBytes: number): Buffer {
  const entry = readDirectory(zip)
  if (entry.name !== name) throw new Doubt(`its file is named ${quoted(entry.name)}, not ${quoted(name)}`)
  if (entry.bytes > maxBytes) throw new Doubt(`its file is ${entry.bytes} bytes large, more than ${maxBytes}`)
  const content = unpack(zip.subarray(...dataOf(zip, entry)), entry)
  if (content.length !== entry.bytes) throw new Doubt('its file is not as large as the zip says')
  if (crc32(content) !== entry.crc) throw new Doubt('its file does not have the checksum that the zip names')
  return content
}

function readDirectory(zip: Buffer): Entry {
  const end = zip.length - endBytes
  if (end < localHeaderBytes || zip.readUInt32LE(end) !== 0x06054b50) throw new Doubt('it is not a whole zip')
  if (zip.readUInt32LE(end + 4) !== 0) throw new Doubt('its zip spans several disks')
  const files = zip.readUInt16LE(end + 10)
  if (files !== 1 || zip.readUInt16LE(end + 8) !== 1) throw new Doubt(`its zip holds ${files} files, not one`)
  const directoryAt = zip.readUInt32LE(end + 16)
  const isWhole = directoryAt >= localHeaderBytes && directoryAt + directoryEntryBytes <= end
  if (!isWhole || directoryAt + zip.readUInt32LE(end + 12) !== end)
    throw new Doubt('the directory of its zip is broken')
  return readEntry(zip, directoryAt, end)
}

function readEntry(zip: Buffer, at: number, end: number): Entry {
  const flags = zip.readUInt16LE(at + 8)
  const nameEnd = at + directoryEntryBytes + zip.readUInt16LE(at + 28)
  const next = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  const isFirst = zip.readUInt32LE(at + 42) === 0
  if (zip.readUInt32LE(at) !== 0x02014b50 || next !== end || !isFirst)
    throw new Doubt('the directory of its zip is broken')
  if ((flags & ~harmlessFlags) !== 0) throw new Doubt('its zip is encrypted or of a kind that is not read here')
  return {
    name: zip.toString('utf8', at + directoryEntryBytes, nameEnd),
    method: zip.readUInt16LE(at + 10),
    streamed: (flags & streamedFlag) !== 0,
    crc: zip.readUInt32LE(at + 16),
    packedBytes: zip.readUInt32LE(at + 20),
    bytes: zip.readUInt32LE(at + 24),
    directoryAt: at
  }
}

/** From where to where the packed bytes reach. What stands before them has to agree with the directory. */
function dataOf(zip: Buffer, entry: Entry): [from: number, to: number] {
  const from = localHeaderBytes + zip.readUInt16LE(26) + zip.readUInt16LE(28)
  const to = from + entry.packedBytes
  const told = {
    name: zip.toString('utf8', localHeaderBytes, localHeaderBytes + zip.readUInt16LE(26)),
    method: zip.readUInt16LE(8)
  }
  const agrees = zip.readUInt32LE(0) === 0x04034b50 && told.name === entry.name && told.method === entry.method
  // Behind streamed data stand checksum and sizes, with or without a signature before them.
  const gaps = entry.streamed ? [12, 16] : [0]
  if (!agrees || !gaps.includes(entry.directoryAt - to)) throw new Doubt('the parts of its zip do not agree')
  return [from, to]
}

function unpack(packed: Buffer, { method, bytes }: Entry): Buffer {
  if (method === stored) return packed
  if (method !== deflated) throw new Doubt(`its file is packed by method ${method}, which is not read here`)
  try {
    // Stops at the size that the zip names: a bomb is not unfolded.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
  } catch {
    throw new Doubt('its file cannot be unpacked to the size that the zip says')
  }
}

function quoted(name: string): string {
  return JSON.stringify(cut(visible(name), 100))
}
