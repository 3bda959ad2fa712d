/** Bytes to text, strictly: only UTF-8, with every broken byte told by its line. Formats are not known here. */
import type { Problems } from '../problems.ts'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import { countLines } from './lines.ts'

const newline = 10

/** One file's decoder. `push` and `end` give undefined once a Problem was told; the file cannot be read on then. */
export class Utf8Text {
  private line = 1
  private started = false
  private tail: Uint8Array = new Uint8Array(0)
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  private readonly file: string
  private readonly problems: Problems

  constructor(file: string, problems: Problems) {
    this.file = file
    this.problems = problems
  }

  /** The chunk is not kept. */
  push(chunk: Uint8Array): string | undefined {
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk])
    // Three bytes are enough to tell every mark at the head of a file apart.
    const whole = !this.started && bytes.length < 3 ? 0 : completeLength(bytes)
    // Copied: the chunk may be written over before the next one comes.
    this.tail = Uint8Array.from(bytes.subarray(whole))
    return whole === 0 ? '' : this.decode(bytes.subarray(0, whole))
  }

  end(): string | undefined {
    const rest = this.tail
    this.tail = new Uint8Array(0)
    return rest.length === 0 ? '' : this.decode(rest)
  }

  private decode(bytes: Uint8Array): string | undefined {
    if (!this.started && this.isUtf16(bytes)) return undefined
    let text: string
    try {
      text = this.decoder.decode(bytes)
    } catch {
      this.invalid(bytes)
      return
    }
    if (!this.started) {
      this.started = true
      if (text.startsWith('\uFEFF')) text = text.slice(1)
      if (isLfsPointer(text)) {
        this.pointer()
        return
      }
    }
    const nul = text.indexOf('\0')
    if (nul !== -1) {
      this.nul(text, nul)
      return
    }
    this.line += countLines(text)
    return text
  }

  private isUtf16(bytes: Uint8Array): boolean {
    const [first, second, third, fourth] = bytes
    const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    const bare = (first === 0 && second !== 0 && third === 0) || (first !== 0 && second === 0 && fourth === 0)
    if (!marked && !bare) return false
    this.problems.error('the file is UTF-16, not UTF-8', { file: this.file, line: 1 }, 'save it as UTF-8')
    return true
  }

  private invalid(bytes: Uint8Array): undefined {
    const offset = firstInvalid(bytes)
    const line = this.line + countBytes(bytes.subarray(0, offset))
    const value = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
    this.problems.error(
      `byte 0x${value} is not UTF-8`,
      { file: this.file, line },
      'save the file as UTF-8; a file from a spreadsheet is often Windows-1252'
    )
  }

  private pointer(): undefined {
    this.problems.error(lfsFault.message, { file: this.file, line: 1 }, lfsFault.hint)
  }

  private nul(text: string, offset: number): undefined {
    const line = this.line + countLines(text.slice(0, offset))
    this.problems.error('the file holds a NUL character', { file: this.file, line }, 'is it a text file, in UTF-8?')
  }
}

/** How many bytes of the whole end with a complete character; at most three wait for the next chunk. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

function countBytes(bytes: Uint8Array): number {
  let lines = 0
  for (const byte of bytes) if (byte === newline) lines++
  return lines
}

/** Where the first sequence starts that no UTF-8 text holds; well-formed sequences as in the Unicode Standard, table 3-7. */
function firstInvalid(bytes: Uint8Array): number {
  let index = 0
  while (index < bytes.length) {
    const length = validSequence(bytes, index)
    if (length === 0) return index
    index += length
  }
  return Math.max(0, bytes.length - 1)
}

function validSequence(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] as number
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = sequenceLength(lead)
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[index + offset] ?? 0
    if (byte < (offset === 1 ? low : 0x80) || byte > (offset === 1 ? high : 0xbf)) return 0
  }
  return length
}
