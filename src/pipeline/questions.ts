/**
 * The distinct questions of a pass: each record once, however many rows ask it. Lines of records that may have to be
 * asked lie in a temporary file; here is only where.
 */
import { crc32 } from 'node:zlib'
import { bytes, indexes, lengths, offsets } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import type { ByteRange, ScratchFile } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Reason } from './report.ts'

const reasons = [
  'new',
  'row changed',
  'prompt changed',
  'parameters changed',
  'model changed',
  'retry',
  'answer not kept',
  'forced'
] as const satisfies readonly Reason[]

const lineHead = '{"recordId":"00000000000","modelInput":'
const lineTail = '}\n'

/** An object in S3 that a question is about. */
export interface StoredMedia {
  readonly uri: string
  readonly sha256: string
  readonly etag: string
}

export class Questions {
  readonly ids = new IdTable()
  private readonly lineOffset = offsets()
  private readonly lineBytes = lengths()
  private readonly why = bytes()
  private readonly sums = lengths()
  private readonly padding = new Set<number>()
  private readonly next = indexes()
  /** 1 by question. */
  private readonly following = bytes()
  private readonly media = new Map<number, readonly StoredMedia[]>()
  private readonly lines: ScratchFile

  constructor(lines: ScratchFile) {
    this.lines = lines
  }

  /** The index of the question. Throws Failure where another one has this recordId: 64 bits are many, not infinitely many. */
  add(recordId: string, canonicalModelInput: string): number {
    const before = this.ids.size
    const index = this.ids.add(recordId)
    const sum = crc32(canonicalModelInput)
    if (index === before) this.sums.set(index, sum)
    else if (this.sums.get(index) !== sum) {
      throw new Failure('bad-state', `two different questions have the recordId ${recordId}`, {
        remedy: 'Change the wording of either by a character. Nothing was asked or written.'
      })
    }
    return index
  }

  get size(): number {
    return this.ids.size
  }

  /** Notes that an answer is needed: writes the record's line, once. `canonicalModelInput` goes to Bedrock as it is. */
  need(index: number, canonicalModelInput: string, reason: Reason): void {
    if (this.isNeeded(index)) return
    const offset = this.lines.append(`{"recordId":"${this.ids.idAt(index)}","modelInput":${canonicalModelInput}}\n`)
    this.lineOffset.set(index, offset)
    this.lineBytes.set(index, this.lines.bytes - offset)
    this.why.set(index, reasons.indexOf(reason))
  }

  isNeeded(index: number): boolean {
    return this.lineOffset.get(index) >= 0
  }

  reasonFor(index: number): Reason {
    return reasons[this.why.get(index)] ?? 'new'
  }

  bytesOf(index: number): number {
    return this.lineBytes.get(index)
  }

  /** A record that only fills a job up: it has a line, and nobody needs its answer. */
  pad(recordId: string, canonicalModelInput: string): number {
    const index = this.add(recordId, canonicalModelInput)
    this.need(index, canonicalModelInput, 'new')
    this.padding.add(index)
    return index
  }

  /** Few questions have such. The first row that asks counts: its line is what is sent. */
  shows(index: number, media: readonly StoredMedia[]): void {
    if (media.length > 0 && !this.media.has(index)) this.media.set(index, media)
  }

  mediaOf(index: number): readonly StoredMedia[] {
    return this.media.get(index) ?? []
  }

  /** As it goes to Bedrock, with its newline. */
  lineOf(index: number): string {
    return this.lines.readText(this.lineOffset.get(index), this.lineBytes.get(index))
  }

  /** `another` asks again what `question` was not answered well. */
  follow(question: number, another: number): void {
    if (another === question) return
    this.next.set(question, another)
    this.following.set(another, 1)
  }

  /** Whether it is asked in the place of another that was not answered well. */
  isFollowing(question: number): boolean {
    return this.following.get(question) === 1
  }

  /** The question whose answer counts for this one: itself, or the last that was asked in its place. */
  lastOf(question: number): number {
    let last = question
    // A chain is as long as the spec allows complaints; a ring, which content cannot make, would end here too.
    for (let steps = 0; steps < 10 && this.next.get(last) >= 0; steps++) last = this.next.get(last)
    return last
  }

  /** Records that no carried row answers, in the order in which the dataset first asks them. */
  *needed(): Generator<number> {
    for (let index = 0; index < this.size; index++) if (this.isNeeded(index) && !this.padding.has(index)) yield index
  }

  lineRange(index: number): ByteRange {
    return { offset: this.lineOffset.get(index), length: this.lineBytes.get(index) }
  }

  /** The canonical JSON of a needed question. */
  modelInputOf(index: number): string {
    return this.lineOf(index).slice(lineHead.length, -lineTail.length)
  }

  stream(indexes: Iterable<number>): AsyncIterable<Uint8Array> {
    const ranges = function* (questions: Questions): Generator<ByteRange> {
      for (const index of indexes) yield questions.lineRange(index)
    }
    return this.lines.stream(ranges(this))
  }
}
