/**
 * Bytes → lines, split at byte 10 and nowhere else: U+2028, U+2029 and U+0085 stand raw inside JSON strings,
 * and Node's readline would split there. What a line means is not known here.
 */

export interface Line {
  /** Without the newline; a carriage return before it is left in. Only valid until the next batch is asked for. */
  readonly bytes: Buffer
  /** From 1. */
  readonly number: number
  /** False for a last line without a newline: it may be cut. */
  readonly ended: boolean
  /** Longer than the bound: `bytes` is only its beginning. */
  readonly tooLong: boolean
}

/** Twenty images of 3.75 MB in base64 make a line of 100 MB; V8's longest string is 512 MB. */
const defaultMaxLineBytes = 128 * 1024 * 1024
const headBytes = 4096

/** One batch per chunk that ends at least one line. Memory: one chunk and one line. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = defaultMaxLineBytes
): AsyncGenerator<readonly Line[]> {
  const open = new OpenLine(maxLineBytes)
  let number = 0
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: Line[] = []
    let start = 0
    for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, start)) {
      lines.push(open.close(buffer.subarray(start, end), ++number, true))
      start = end + 1
    }
    open.hold(buffer.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (!open.empty) yield [open.close(Buffer.alloc(0), number + 1, false)]
}

/** The line that has begun in an earlier chunk. */
class OpenLine {
  private pieces: Buffer[] = []
  private bytes = 0
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get empty(): boolean {
    return this.bytes === 0
  }

  /** Copies: a producer may use its chunk again. */
  hold(piece: Buffer): void {
    if (piece.length === 0) return
    const before = this.bytes
    this.bytes += piece.length
    if (this.bytes <= this.most) this.pieces.push(Buffer.from(piece))
    else if (before <= this.most)
      this.pieces = [Buffer.concat([...this.pieces, piece.subarray(0, headBytes)]).subarray(0, headBytes)]
  }

  close(last: Buffer, number: number, ended: boolean): Line {
    if (this.bytes === 0 && last.length <= this.most) return { bytes: last, number, ended, tooLong: false }
    this.hold(last)
    const tooLong = this.bytes > this.most
    const bytes = this.pieces.length === 1 && this.pieces[0] ? this.pieces[0] : Buffer.concat(this.pieces)
    this.pieces = []
    this.bytes = 0
    return { bytes, number, ended, tooLong }
  }
}
