/**
 * Bytes at rest: small ones in memory, large ones in a file, several behind one another, or only counted.
 * A body never changes. What object it belongs to is not known here.
 */
import { createHash, hash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { startSum } from './checksums.ts'
import type { Algorithm, Checksums } from './checksums.ts'

/** First and last byte, both included, as in HTTP. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Body {
  readonly bytes: number
  /** Hex; a stand-in of the same form where the bytes were not kept. */
  readonly md5: string
  readonly checksums: Checksums
  /** Hex, where it was asked for. */
  readonly sha256?: string
  /** False where the bytes were only counted and hashed. */
  readonly kept: boolean
  open(range?: Range): AsyncIterable<Uint8Array>
  /** Nobody will open it again, except who has done so already. */
  release(): void
}

export type Source = AsyncIterable<Uint8Array> | Uint8Array | string

export interface Intake {
  readonly algorithms: readonly Algorithm[]
  readonly sha256?: boolean
}

const inMemoryBytes = 1024 * 1024
const graceMs = 60_000

/** A folder of bodies. Removed with everything in it when the shelf is disposed. */
export class Shelf {
  private readonly folder: string
  private readonly discardAbove: number
  private made: Promise<unknown> | undefined
  private dead: { readonly path: string; readonly at: number }[] = []

  constructor(folder: string, discardAbove = Infinity) {
    this.folder = folder
    this.discardAbove = discardAbove
  }

  /** Throws what the source throws; nothing is left behind then. */
  async receive(source: Source, intake: Intake): Promise<Body> {
    const writer = new Writer(() => this.create(), this.discardAbove)
    const md5 = createHash('md5')
    const sha256 = intake.sha256 === true ? createHash('sha256') : undefined
    const sums = intake.algorithms.map(algorithm => [algorithm, startSum(algorithm)] as const)
    let bytes = 0
    try {
      for await (const chunk of chunksOf(source)) {
        bytes += chunk.length
        if (bytes <= this.discardAbove) md5.update(chunk)
        sha256?.update(chunk)
        for (const [, sum] of sums) sum.update(chunk)
        await writer.write(chunk)
      }
      const stored = await writer.finish()
      const kept = bytes <= this.discardAbove
      const checksums = Object.fromEntries(sums.map(([name, sum]) => [name, sum.digest().toString('base64')]))
      return {
        bytes,
        md5: kept ? md5.digest('hex') : standIn(bytes, checksums),
        checksums,
        ...(sha256 && { sha256: sha256.digest('hex') }),
        kept,
        open: range => stored.open(range ?? { start: 0, end: bytes - 1 }),
        release: () => stored.path !== undefined && this.bury(stored.path)
      }
    } catch (error) {
      await writer.abandon()
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.dead = []
    await rm(this.folder, { recursive: true, force: true })
  }

  private async create(): Promise<{ path: string; file: FileHandle }> {
    this.made ??= mkdir(this.folder, { recursive: true })
    await this.made
    const path = join(this.folder, randomUUID())
    return { path, file: await open(path, 'wx') }
  }

  /** A reader that was promised this body may not have opened the file yet: it stays for a while. */
  private bury(path: string): void {
    const now = performance.now()
    const due = this.dead.filter(one => now - one.at > graceMs)
    this.dead = this.dead.filter(one => now - one.at <= graceMs)
    this.dead.push({ path, at: now })
    for (const one of due) void rm(one.path, { force: true })
  }
}

/** For bodies that are not kept, where MD5 would cost more than all the rest: S3's ETags are not always MD5 either. */
function standIn(bytes: number, checksums: Checksums): string {
  return hash('md5', `${bytes} ${Object.values(checksums).join(' ')}`)
}

/** One body made of several, in their order. The parts' checksums are not the whole's: the caller says those. */
export function joined(parts: readonly Body[], md5: string, checksums: Checksums): Body {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  return {
    bytes,
    md5,
    checksums,
    kept: parts.every(part => part.kept),
    open: range => through(parts, range ?? { start: 0, end: bytes - 1 }),
    release: () => parts.forEach(part => part.release())
  }
}

async function* through(parts: readonly Body[], range: Range): AsyncGenerator<Uint8Array> {
  let offset = 0
  for (const part of parts) {
    const start = Math.max(range.start - offset, 0)
    const end = Math.min(range.end - offset, part.bytes - 1)
    if (start <= end) yield* part.open({ start, end })
    offset += part.bytes
  }
}

interface Stored {
  readonly path?: string
  open(range: Range): AsyncIterable<Uint8Array>
}

class Writer {
  private held: Uint8Array[] = []
  private heldBytes = 0
  private bytes = 0
  private target: { path: string; file: FileHandle } | undefined
  private readonly create: () => Promise<{ path: string; file: FileHandle }>
  private readonly discardAbove: number

  constructor(create: () => Promise<{ path: string; file: FileHandle }>, discardAbove: number) {
    this.create = create
    this.discardAbove = discardAbove
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.length
    if (this.bytes > this.discardAbove) return this.abandon()
    this.held.push(chunk)
    this.heldBytes += chunk.length
    if (this.heldBytes > inMemoryBytes) await this.flush()
  }

  async finish(): Promise<Stored> {
    if (this.bytes > this.discardAbove) return { open: () => gone() }
    if (this.target === undefined) {
      const whole = Buffer.concat(this.held)
      return { open: ({ start, end }) => slices(whole.subarray(start, end + 1)) }
    }
    if (this.heldBytes > 0) await this.flush()
    const { path, file } = this.target
    await file.close()
    return { path, open: range => (range.end < range.start ? slices(Buffer.alloc(0)) : fileStream(path, range)) }
  }

  async abandon(): Promise<void> {
    this.held = []
    this.heldBytes = 0
    if (this.target === undefined) return
    const { path, file } = this.target
    this.target = undefined
    await file.close()
    await rm(path, { force: true })
  }

  private async flush(): Promise<void> {
    this.target ??= await this.create()
    const chunks = this.held
    this.held = []
    this.heldBytes = 0
    await this.target.file.appendFile(Buffer.concat(chunks))
  }
}

async function* fileStream(path: string, { start, end }: Range): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { start, end, highWaterMark: 256 * 1024 })) {
    if (chunk instanceof Uint8Array) yield chunk
  }
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

async function* gone(): AsyncGenerator<Uint8Array> {
  yield* []
  throw new Error('this body was counted and hashed, but not kept (discardAbove)')
}

async function* chunksOf(source: Source): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield Buffer.from(source)
  else if (source instanceof Uint8Array) yield source
  else yield* source
}
