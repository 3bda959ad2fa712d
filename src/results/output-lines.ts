/**
 * A job's output object → one answer line per record of the job: what is kept in `answers/<jobId>.jsonl`.
 * Knows ids and echoes; what an answer means for the spec is read elsewhere.
 */
import { isUtf8 } from 'node:buffer'
import type { RecordNamer } from '../jobs/record.ts'
import { canonicalJson, isObject, type JsonObject, type JsonValue } from '../json.ts'
import { conflictText, errorText, missingText, outputText, type AnswerText } from './answer-line.ts'
import { splitLines, type Line } from './lines.ts'
import { readSlices, readWhole, type Echo, type Said } from './output-line.ts'
import { quarantine, type OutputTally } from './tally.ts'
import { isShallow, parseJson } from './parse-json.ts'

export interface JobRecords {
  /** Of the job's input. */
  readonly ids: ReadonlySet<string>
  /** As jobs/record.ts names a modelInput, for the job's model and API. */
  readonly nameOf: RecordNamer
}

const byteOrderMark = Buffer.from('\uFEFF')
const batchOfMissing = 1000
/** As the spec allows at most. */
const mostSamples = 100

/**
 * Batches as they are read, then a `missing` for every id without a line. A later AnswerText of an id replaces an
 * earlier one (an answer after an error, a conflict after an answer), but for a further answer, which is `again` there:
 * it is for whoever knows that the answer before is no good. Several objects of one job (the parts of an
 * on-demand run) may be given as one stream, with a newline between them.
 */
export async function* readOutput(
  chunks: AsyncIterable<Uint8Array>,
  job: JobRecords,
  tally: OutputTally
): AsyncGenerator<readonly AnswerText[]> {
  const reader = new OutputReader(job, tally)
  tally.asked += job.ids.size
  for await (const lines of splitLines(chunks)) {
    const answers = reader.read(lines)
    if (answers.length > 0) yield answers
  }
  yield* reader.missing()
}

/** Remembers per id how it stands, and nothing of its answer. */
class OutputReader {
  private readonly seen = new Map<string, 'output' | 'error' | 'conflict'>()
  private readonly job: JobRecords
  private readonly tally: OutputTally
  private out: AnswerText[] = []

  constructor(job: JobRecords, tally: OutputTally) {
    this.job = job
    this.tally = tally
  }

  read(lines: readonly Line[]): readonly AnswerText[] {
    this.out = []
    for (const line of lines) this.line(line)
    return this.out
  }

  *missing(): Generator<readonly AnswerText[]> {
    let batch: AnswerText[] = []
    for (const recordId of this.job.ids) {
      if (this.seen.has(recordId)) continue
      this.tally.missing++
      batch.push(missingText(recordId))
      if (batch.length < batchOfMissing) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }

  private line(line: Line): void {
    const bytes = line.number === 1 ? withoutMark(line.bytes) : line.bytes
    if (isBlank(bytes)) return
    this.tally.lines++
    const fault = line.tooLong ? 'too-long' : this.take(bytes, line.ended)
    if (fault) quarantine(this.tally, fault, line.number, bytes)
  }

  private take(
    bytes: Buffer,
    ended: boolean
  ): 'not-utf8' | 'not-json' | 'cut' | 'unknown-id' | 'no-answer' | undefined {
    const usual = readSlices(bytes, this.job.nameOf)
    // An echo that agrees was decoded without loss, an output without U+FFFD too: the usual line needs no look of its own.
    const isSound = usual?.echo === 'agrees' && !usual.modelOutput.includes('\uFFFD')
    if (!isSound && !isUtf8(bytes)) return ended ? 'not-utf8' : 'cut'
    const said = usual ?? readWhole(bytes.toString('utf8'))
    if (!said) return ended ? 'not-json' : 'cut'
    const others = said.kind === 'nothing' ? [] : this.checkEcho(said)
    if (others === 'not-json') return ended ? 'not-json' : 'cut'
    if (said.kind === 'output') this.tally.outputLines++
    else if (said.kind === 'error') this.tally.errorLines++
    if (!this.job.ids.has(said.recordId)) return 'unknown-id'
    if (said.kind === 'nothing') return 'no-answer'
    if (others.length > 0) this.conflict([said.recordId, ...others])
    else this.settle(said)
    return undefined
  }

  /** Other ids of the job whose question the echo is: none when all is well. */
  private checkEcho(said: { recordId: string; echo: Echo }): readonly string[] | 'not-json' {
    const { recordId, echo } = said
    if (!echo) {
      this.tally.echoAbsent++
      return []
    }
    if (echo === 'agrees') return []
    const value = 'text' in echo ? parseJson(echo.text) : echo.value
    if (!isObject(value)) return 'not-json'
    if (!isShallow(value)) {
      this.tally.echoDiffers++
      return []
    }
    const texts = [canonicalJson(value), canonicalJson(withoutNulls(value))]
    const names = texts.map(text => this.job.nameOf(text))
    if (names.includes(recordId) || this.isSample(recordId, texts)) return []
    if (this.job.ids.has(recordId)) this.tally.echoDiffers++
    return [...new Set(names)].filter(name => this.job.ids.has(name))
  }

  /** Several answers to one question differ only in a number that their names hold and the question does not. */
  private isSample(recordId: string, texts: readonly string[]): boolean {
    for (let sample = 2; sample <= mostSamples; sample++)
      if (texts.some(text => this.job.nameOf(text, sample) === recordId)) return true
    return false
  }

  /** An answer replaces an error; which of two answers is good is not known here; a conflict is final. */
  private settle(said: Exclude<Said, { kind: 'nothing' }>): void {
    const { recordId, kind } = said
    const before = this.seen.get(recordId)
    if (before !== undefined) this.tally.duplicates++
    if (before === 'conflict' || (before !== undefined && kind === 'error')) return
    if (before !== kind) this.mark(recordId, kind)
    const answer = kind === 'output' ? outputText(recordId, said.modelOutput) : errorText(recordId, said.error)
    this.out.push(before === 'output' ? { ...answer, again: true } : answer)
  }

  private conflict(recordIds: readonly string[]): void {
    for (const recordId of recordIds) {
      if (this.seen.get(recordId) === 'conflict') continue
      this.mark(recordId, 'conflict')
      this.out.push(conflictText(recordId))
    }
  }

  private mark(recordId: string, as: 'output' | 'error' | 'conflict'): void {
    const before = this.seen.get(recordId)
    if (before) this.tally[before]--
    this.tally[as]++
    this.seen.set(recordId, as)
  }
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes
}

function isBlank(bytes: Buffer): boolean {
  if (bytes.length === 0) return true
  const first = bytes[0]
  return first !== 123 && bytes.toString('latin1').trim() === ''
}

/** Converse may spell out every alternative of a union as null. */
function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutNulls)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)])) satisfies JsonObject
}
