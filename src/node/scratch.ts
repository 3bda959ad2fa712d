/** Temporary files of one pass: written once from front to back, read at offsets while they grow. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ByteRange, Scratch, ScratchFile } from '../ports.ts'
import { Failure } from '../problems.ts'

const blockBytes = 1 << 18
/** As the port says, and one that is being filled. */
const piecesInUse = 16
const piecesATurn = 4

/** The folder goes when the scratch is disposed of; a killed pass leaves it to the machine's own cleaning. */
export function openScratch(parent: string): Scratch & AsyncDisposable {
  const folder = mkdtempSync(join(parent, 'bedrock-batch-'))
  const files: DiskFile[] = []
  return {
    create(name) {
      const file = new DiskFile(join(folder, `${files.length}-${name.replace(/[^\w.-]/g, '_').slice(-60)}`))
      files.push(file)
      return file
    },
    freeBytes() {
      const facts = statfsSync(folder)
      return facts.bavail * facts.bsize
    },
    async [Symbol.asyncDispose]() {
      for (const file of files) file.discard()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

class DiskFile implements ScratchFile {
  private readonly descriptor: number
  private pending = Buffer.alloc(0)
  private pendingBytes = 0
  private written = 0

  private readonly path: string
  private open = true

  constructor(path: string) {
    this.path = path
    this.descriptor = openSync(path, 'wx+', 0o600)
  }

  get bytes(): number {
    return this.written + this.pendingBytes
  }

  append(text: string): number {
    const offset = this.bytes
    if (this.pending.length === 0) this.pending = Buffer.allocUnsafe(blockBytes)
    // A UTF-16 unit takes three bytes of UTF-8 at most: what surely fits is encoded in place, without a copy.
    if (text.length * 3 > blockBytes - this.pendingBytes) this.flush()
    if (text.length * 3 > blockBytes) this.write(Buffer.from(text))
    else this.pendingBytes += this.pending.write(text, this.pendingBytes)
    return offset
  }

  readText(offset: number, length: number): string {
    if (offset + length > this.written) this.flush()
    const bytes = Buffer.allocUnsafe(length)
    this.readInto(bytes, offset)
    return bytes.toString('utf8')
  }

  async *stream(ranges: Iterable<ByteRange> = [{ offset: 0, length: this.bytes }]): AsyncIterable<Uint8Array> {
    this.flush()
    const blocks = new Blocks(Math.min(blockBytes, this.written))
    let block = blocks.next()
    let filled = 0
    let pieces = 0
    for (const range of joined(ranges)) {
      for (let done = 0; done < range.length;) {
        if (filled === block.length) {
          yield block
          // Reading is not waiting: without a turn of its own, nothing else in the process would ever get one.
          if (++pieces % piecesATurn === 0) await setImmediate()
          block = blocks.next()
          filled = 0
        }
        const length = Math.min(block.length - filled, range.length - done)
        this.readInto(block.subarray(filled, filled + length), range.offset + done)
        filled += length
        done += length
      }
    }
    if (filled > 0) yield block.subarray(0, filled)
  }

  appendBytes(bytes: Uint8Array): void {
    this.flush()
    this.write(bytes)
  }

  discard(): void {
    if (!this.open) return
    this.open = false
    this.pending = Buffer.alloc(0)
    closeSync(this.descriptor)
    rmSync(this.path, { force: true })
  }

  private readInto(bytes: Buffer, offset: number): void {
    let done = 0
    while (done < bytes.length) {
      const got = readSync(this.descriptor, bytes, done, bytes.length - done, offset + done)
      if (got === 0) throw new RangeError('read past the end of a temporary file')
      done += got
    }
  }

  private flush(): void {
    this.write(this.pending.subarray(0, this.pendingBytes))
    this.pendingBytes = 0
  }

  private write(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.descriptor, bytes, done, bytes.length - done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      throw new Failure('no-disk', 'the disk is full', {
        cause: error,
        remedy: 'Free some space on the runner, or use a larger one.'
      })
    }
    this.written += bytes.length
  }
}

/**
 * The same few buffers over and over. Fresh ones would be garbage that Node.js collects only when there are some sixty
 * megabytes of it.
 */
class Blocks {
  private readonly blocks: Buffer[] = []
  private turn = 0
  private readonly size: number

  constructor(size: number) {
    this.size = size
  }

  next(): Buffer {
    const turn = this.turn++ % piecesInUse
    return (this.blocks[turn] ??= Buffer.allocUnsafe(this.size))
  }
}

/** Neighbours read as one. */
function* joined(ranges: Iterable<ByteRange>): Generator<ByteRange> {
  let open: { offset: number; length: number } | undefined
  for (const range of ranges) {
    if (open && open.offset + open.length === range.offset) {
      open.length += range.length
      continue
    }
    if (open) yield open
    open = { ...range }
  }
  if (open) yield open
}
