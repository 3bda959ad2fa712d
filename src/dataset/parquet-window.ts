/** A part of a file that is read from front to back, a few megabytes at a time. What stands in it is not known here. */
import type { Files } from './files.ts'

/** Something in a file that no reader can make sense of; the message is for people. */
export class Damage extends Error {
  override readonly name = 'Damage'
}

export interface Part {
  readonly file: string
  readonly from: number
  readonly to: number
  /** How much is asked for at once. */
  readonly windowBytes: number
}

export class Window {
  private bytes: Uint8Array = new Uint8Array(0)
  /** Where in the window reading goes on. */
  private at = 0
  /** Where in the file the window ends. */
  private end: number
  private readonly part: Part
  private readonly files: Files

  constructor(part: Part, files: Files) {
    this.part = part
    this.files = files
    this.end = part.from
  }

  /** Bytes of the part that are still ahead. */
  get left(): number {
    return this.part.to - this.end + this.bytes.length - this.at
  }

  /** What is in memory from here on. */
  get ahead(): Uint8Array {
    return this.bytes.subarray(this.at)
  }

  /** Makes sure that so many bytes are in memory, or all that are left. */
  async fill(atLeast: number): Promise<void> {
    const have = this.bytes.length - this.at
    if (have >= Math.min(atLeast, this.left)) return
    const to = Math.min(this.part.to, this.end + Math.max(atLeast - have, this.part.windowBytes))
    const more = await this.files.slice(this.part.file, this.end, to)
    if (more.length < to - this.end) throw new Damage('the file breaks off')
    // A copy of its own: what was read before may still be looked at.
    const joined = new Uint8Array(have + more.length)
    joined.set(this.ahead)
    joined.set(more, have)
    this.bytes = joined
    this.at = 0
    this.end = to
  }

  /** The next bytes, to be kept as long as they are needed; they have to be in memory. */
  take(bytes: number): Uint8Array {
    if (bytes < 0 || bytes > this.bytes.length - this.at) throw new Damage('a page is longer than its column')
    this.at += bytes
    return this.bytes.subarray(this.at - bytes, this.at)
  }
}
