/** A checkout and temporary files in memory: what a killed pass had of them is gone with it, as a runner's disk would be. */
import { hash } from 'node:crypto'
import type { ByteRange, Scratch, ScratchFile, Workspace } from '../ports.ts'
import { problem, ProblemsFound } from '../problems.ts'

/** Text files by path. */
export type Files = ReadonlyMap<string, string>

export class MemoryWorkspace implements Workspace {
  readonly files: Map<string, string>
  /** Every path that was written or removed. */
  readonly touched = new Set<string>()

  constructor(files: Files) {
    this.files = new Map(files)
  }

  async stat(path: string): Promise<{ bytes: number } | undefined> {
    const text = this.files.get(path)
    return text === undefined ? undefined : { bytes: Buffer.byteLength(text) }
  }

  async *read(path: string): AsyncIterable<Uint8Array> {
    const text = this.files.get(path)
    if (text === undefined) throw new ProblemsFound([problem('error', `there is no file ${path}`, { file: path })])
    yield Buffer.from(text)
  }

  async slice(path: string, from: number, to: number): Promise<Uint8Array> {
    return Buffer.from(this.files.get(path) ?? '').subarray(from, to)
  }

  async readText(path: string): Promise<string | undefined> {
    return this.files.get(path)
  }

  async glob(pattern: string): Promise<string[]> {
    return [pattern]
  }

  async write(
    path: string,
    content: AsyncIterable<string | Uint8Array>
  ): Promise<{ bytes: number; sha256: string; changed: boolean }> {
    let text = ''
    for await (const piece of content) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')
    this.touched.add(path)
    const changed = this.files.get(path) !== text
    this.files.set(path, text)
    return { bytes: Buffer.byteLength(text), sha256: hash('sha256', text), changed }
  }

  async checkWritable(): Promise<void> {
    // Nothing can stand in the way here.
  }

  async remove(path: string): Promise<boolean> {
    this.touched.add(path)
    return this.files.delete(path)
  }
}

export const memoryScratch: Scratch = {
  create: () => new MemoryFile(),
  freeBytes: () => Number.MAX_SAFE_INTEGER
}

class MemoryFile implements ScratchFile {
  private content = Buffer.alloc(0)

  get bytes(): number {
    return this.content.length
  }

  append(text: string): number {
    const offset = this.content.length
    this.appendBytes(Buffer.from(text))
    return offset
  }

  appendBytes(bytes: Uint8Array): void {
    this.content = Buffer.concat([this.content, bytes])
  }

  discard(): void {
    this.content = Buffer.alloc(0)
  }

  readText(offset: number, length: number): string {
    return this.content.subarray(offset, offset + length).toString('utf8')
  }

  async *stream(ranges: Iterable<ByteRange> = [{ offset: 0, length: this.bytes }]): AsyncIterable<Uint8Array> {
    for (const { offset, length } of ranges) yield this.content.subarray(offset, offset + length)
  }
}
