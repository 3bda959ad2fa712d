/**
 * Runs the records of a job through a simulated model, as a stream: the answers go to a temporary file in the order in
 * which the job "processes" them, and what a prefix of that order costs is known. So a job can end at any record.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import { isMap, member, parseJson, sortedJson, type Json, type JsonMap } from '../json.ts'
import { randomFrom, randomText } from '../random.ts'
import type { Counters, InputFile, Place } from './job.ts'
import { linesOf } from './lines.ts'
import type { Outcome, SimulatedModel } from './models/simulate.ts'
import { fetchMedia, locationsIn } from './media/stored.ts'
import type { JobObjects } from './objects.ts'
import type { Truth } from './truth.ts'
import { InvalidInput } from './validation.ts'

export interface RunOptions {
  readonly objects: JobObjects
  readonly model: SimulatedModel
  /** The job's own, in which everything that its records point to must lie. */
  readonly input: Place
  readonly truth: Pick<Truth, 'echo' | 'shuffle' | 'unprocessed'>
  /** Where the temporary files go; their names start with this. */
  readonly scratch: string
  readonly seed: number
}

/** A record's place in the order of processing. */
interface Entry {
  /** Bytes of the file up to the end of this record. */
  readonly end: number
  readonly failed: boolean
  readonly inputTokens: number
  readonly outputTokens: number
  readonly inputSha256: string
}

interface Segment {
  readonly file: InputFile
  readonly path: string
  readonly entries: Entry[]
}

export interface Bill extends Counters {
  readonly inputTokens: number
  readonly outputTokens: number
  /** Hashes of the questions that were answered. */
  readonly inputs: readonly string[]
}

export interface Output {
  readonly name: string
  /** Readable once. */
  readonly lines: AsyncIterable<Uint8Array>
}

/** A job's answers, all of them; how many of them become real is decided when it ends. */
export class Processed {
  private readonly segments: readonly Segment[]
  private readonly unprocessed: Truth['unprocessed']
  private readonly total: number

  constructor(segments: readonly Segment[], unprocessed: Truth['unprocessed']) {
    this.segments = segments
    this.unprocessed = unprocessed
    this.total = segments.reduce((sum, segment) => sum + segment.entries.length, 0)
  }

  counters(records: number): Counters {
    const { total, processed, success, error } = this.bill(records)
    return { total, processed, success, error }
  }

  bill(records: number): Bill {
    let [processed, error, inputTokens, outputTokens] = [0, 0, 0, 0]
    const inputs: string[] = []
    for (const { entries } of this.segments)
      for (const entry of entries) {
        if (processed >= records) break
        processed++
        inputTokens += entry.inputTokens
        outputTokens += entry.outputTokens
        if (entry.failed) error++
        else inputs.push(entry.inputSha256)
      }
    return { total: this.total, processed, success: processed - error, error, inputTokens, outputTokens, inputs }
  }

  /** One output per input file. `late` says whether the job ran out of time, which may leave lines for the rest. */
  *outputs(records: number, late: boolean): Generator<Output> {
    let left = records
    for (const { file, path, entries } of this.segments) {
      const taken = Math.min(left, entries.length)
      left -= taken
      const bytes = taken === 0 ? 0 : (entries[taken - 1]?.end ?? 0)
      const rest = late && this.unprocessed === 'expired' && taken < entries.length
      if (bytes > 0 || rest) yield { name: `${file.outputName}.out`, lines: outputLines(path, bytes, rest) }
    }
  }

  async remove(): Promise<void> {
    for (const { path } of this.segments) await rm(path, { force: true })
  }
}

async function* outputLines(path: string, bytes: number, rest: boolean): AsyncGenerator<Uint8Array> {
  if (bytes > 0) yield* createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Uint8Array>
  if (!rest) return
  for await (const line of linesOf(createReadStream(path, { start: bytes }))) {
    const record = parseJson(line.toString('utf8'))
    if (!isMap(record)) continue
    delete record['modelOutput']
    record['error'] = {
      errorCode: 400,
      errorMessage: 'The record was not processed before the job timed out.',
      expired: true
    }
    yield Buffer.from(`${JSON.stringify(record)}\n`)
  }
}

/** Throws what reading the input throws. */
export async function runRecords(files: readonly InputFile[], options: RunOptions): Promise<Processed> {
  const segments: Segment[] = []
  for (const [position, file] of files.entries()) {
    const path = `${options.scratch}.${position}`
    segments.push({ file, path, entries: await runFile(file, path, options, randomFrom(options.seed + position)) })
  }
  return new Processed(segments, options.truth.unprocessed)
}

async function runFile(file: InputFile, path: string, options: RunOptions, random: () => number): Promise<Entry[]> {
  const stream = await options.objects.open(file.bucket, file.key)
  if (!stream)
    throw new InvalidInput(`The input file s3://${file.bucket}/${file.key} was removed before it was processed.`)
  const out = createWriteStream(path)
  const entries: Entry[] = []
  let end = 0
  let sinceBreath = 0
  for await (const line of shuffled(nonEmpty(linesOf(stream)), options.truth.shuffle, random)) {
    const { text, entry } = await runRecord(line, options, random)
    end += Buffer.byteLength(text)
    entries.push({ ...entry, end })
    if (!out.write(text)) await once(out, 'drain')
    // The server shares this thread; a long job must not make it deaf.
    if (++sinceBreath % 200 === 0) await breathe()
  }
  out.end()
  await once(out, 'close')
  return entries
}

async function runRecord(
  line: Buffer,
  options: RunOptions,
  random: () => number
): Promise<{ text: string; entry: Omit<Entry, 'end'> }> {
  const record = parseJson(line.toString('utf8'))
  const modelInput = member(record, 'modelInput')
  const input: JsonMap = isMap(modelInput) ? modelInput : {}
  const given = member(record, 'recordId')
  // Where the caller named none, Bedrock adds one to the output.
  const recordId = typeof given === 'string' ? given : randomText(random, 11, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  const locations = line.includes('"s3Location"') ? locationsIn(input) : []
  const library = await fetchMedia(locations, options.objects, options.input)
  const outcome = options.model(input, recordId, library)
  const inputSha256 = hash('sha256', sortedJson(input)).slice(0, 16)
  const tokens = outcome.kind === 'answer' ? outcome : { inputTokens: 0, outputTokens: 0 }
  return {
    text: outputText(recordId, input, outcome, options.truth.echo),
    entry: {
      failed: outcome.kind === 'error',
      inputTokens: tokens.inputTokens,
      outputTokens: tokens.outputTokens,
      inputSha256
    }
  }
}

function outputText(recordId: string, input: JsonMap, outcome: Outcome, echo: Truth['echo']): string {
  if (outcome.kind === 'answer' && outcome.line !== undefined) return outcome.line
  const shownInput = outcome.kind === 'answer' && outcome.echo !== undefined ? outcome.echo : input
  const line: JsonMap = { ...(echo !== 'absent' && { modelInput: shownInput }) }
  if (outcome.kind === 'answer') line['modelOutput'] = outcome.modelOutput
  else line['error'] = { errorCode: outcome.code, errorMessage: outcome.message }
  line['recordId'] = recordId
  const text = `${echo === 'reformatted' ? reformatted(line) : JSON.stringify(line)}\n`
  return outcome.kind === 'answer' && outcome.twice ? text + text : text
}

/** The same value in another spelling: keys the other way round, white space, escapes where none are needed. */
function reformatted(value: JsonMap): string {
  return JSON.stringify(turned(value))
    .replace(/[\u007f-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/^\{"/, '{ "')
}

function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (!isMap(value)) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1))
  return Object.fromEntries(members.map(([name, inner]) => [name, turned(inner)]))
}

async function* nonEmpty(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const line of lines) if (line.length > 0) yield line
}

const poolSize = 1000

/** Draws each next line from a pool, so that the order differs from the input's and memory stays small. */
async function* shuffled(lines: AsyncIterable<Buffer>, on: boolean, random: () => number): AsyncGenerator<Buffer> {
  if (!on) {
    yield* lines
    return
  }
  const pool: Buffer[] = []
  const draw = (): Buffer => {
    const position = Math.floor(random() * pool.length)
    const drawn = pool[position] ?? Buffer.alloc(0)
    pool[position] = pool.at(-1) ?? drawn
    pool.pop()
    return drawn
  }
  for await (const line of lines) {
    // A line is a view of its read buffer; the pool would keep whole buffers alive.
    pool.push(Buffer.from(line))
    if (pool.length >= poolSize) yield draw()
  }
  while (pool.length > 0) yield draw()
}
