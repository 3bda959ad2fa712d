/**
 * The distinct questions of a pass: each record once, however many rows ask it. Lines of records that may have to be
 * asked lie in a temporary file; here is only where.
 */
import { crc32 } from 'node:zlib'
import { bytes, lengths, offsets } from '../jobs/growing.ts'
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

export class Questions {
  readonly ids = new IdTable()
  private readonly lineOffset = offsets()
  private readonly lineBytes = lengths()
  private readonly why = bytes()
  private readonly sums = lengths()
  private readonly padding = new Set<number>()
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

  /** Records that no carried row answers, in the order in which the dataset first asks them. */
  *needed(): Generator<number> {
    for (let index = 0; index < this.size; index++) if (this.isNeeded(index) && !this.padding.has(index)) yield index
  }

  lineRange(index: number): ByteRange {
    return { offset: this.lineOffset.get(index), length: this.lineBytes.get(index) }
  }

  /** The canonical JSON of a needed question. */
  modelInputOf(index: number): string {
    const line = this.lines.readText(this.lineOffset.get(index), this.lineBytes.get(index))
    return line.slice(lineHead.length, -lineTail.length)
  }

  stream(indexes: Iterable<number>): AsyncIterable<Uint8Array> {
    const ranges = function* (questions: Questions): Generator<ByteRange> {
      for (const index of indexes) yield questions.lineRange(index)
    }
    return this.lines.stream(ranges(this))
  }
}
