/** The lock file: which answer is published for which row. JSON, one row a line in dataset order, so that git merges it. */
import { isObject, ShapeError, type JsonObject, type JsonValue } from '../json.ts'
import { decoded, OutputUnreadable } from './format.ts'
import { membersOf } from './json-members.ts'
import { isConflictMarker } from './lock-sides.ts'
import { lockSchema, readHeader, readRow, rowText, schemaOf, type LockHeader, type LockRow } from './lock-rows.ts'
import { spaceEnd } from '../results/json-bounds.ts'
import { parseJson } from '../results/parse-json.ts'

export type { LockHeader, LockOutput, LockRow } from './lock-rows.ts'
export { lockOutput } from './lock-rows.ts'

export type LockReading =
  | { readonly kind: 'ok'; readonly header: LockHeader }
  | { readonly kind: 'absent' }
  | { readonly kind: 'conflict-markers' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Written by another version of the action; `schema` is its number, undefined where it names none. */
  | { readonly kind: 'other-schema'; readonly schema: number | undefined }

/** Keys must be distinct. The same header and rows give the same text. */
export async function* writeLock(header: LockHeader, rows: AsyncIterable<readonly LockRow[]>): AsyncGenerator<string> {
  const members = Object.entries(ordered(header)).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`
  )
  yield `{\n${members.join('')}"rows": {`
  let before = '\n'
  for await (const batch of rows) {
    let text = ''
    for (const row of batch) {
      text += before + rowText(row)
      before = ',\n'
    }
    yield text
  }
  yield '\n}\n}\n'
}

function ordered({ outputs, ...header }: LockHeader): object {
  const { schema, spec, model, api, family, revision, promptSha256, parametersSha256, answerSha256 } = header
  return { schema, spec, model, api, family, revision, promptSha256, parametersSha256, answerSha256, outputs }
}

/**
 * `begin` is told the header before the first row is taken. Streams: a million rows are taken one by one. `take` may have
 * been called before a fault is found: forget what it took unless the kind is `ok`. A key may stand twice, as a merge can
 * leave it: `take` is called for both. A lock that a formatter laid out anew is read too, as a whole. One with conflict
 * markers can be read a side at a time: lock-sides.ts.
 */
export async function readLock(
  chunks: AsyncIterable<Uint8Array> | undefined,
  take: (row: LockRow) => void,
  begin: (header: LockHeader) => void = () => undefined
): Promise<LockReading> {
  if (chunks === undefined) return { kind: 'absent' }
  const reader = new LockReader(take, begin)
  try {
    let rest = ''
    for await (const text of decoded(chunks)) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) reader.line(line)
    }
    reader.line(rest)
    return reader.end()
  } catch (error) {
    if (error instanceof Verdict) return error.reading
    if (error instanceof ShapeError || error instanceof OutputUnreadable)
      return { kind: 'unreadable', why: error.message }
    throw error
  }
}

/** Ends the reading early. */
class Verdict extends Error {
  readonly reading: LockReading

  constructor(reading: LockReading) {
    super(reading.kind)
    this.reading = reading
  }
}

const mostKept = 64 * 1024 * 1024
/** The usual row, twice as fast as through JSON.parse: one output, a key without escapes. */
const plainRow = /^"([^"\\\x00-\x1f]*)": \["([0-9A-Za-z]{11})","([0-9A-Za-z]{11})"\],?$/

/**
 * `head`: lines before the rows. `rows`: one row a line. `loose`: rows laid out by a formatter, kept to the end.
 * `tail`: behind the rows.
 */
class LockReader {
  private state: 'head' | 'rows' | 'loose' | 'tail' = 'head'
  private kept = ''
  private header: LockHeader | undefined
  private readonly take: (row: LockRow) => void
  private readonly begin: (header: LockHeader) => void

  constructor(take: (row: LockRow) => void, begin: (header: LockHeader) => void) {
    this.take = take
    this.begin = begin
  }

  line(line: string): void {
    const first = line.charCodeAt(0)
    // `"` starts every row; the four marks start no line of JSON.
    if (first !== 34 && isConflictMarker(line)) throw new Verdict({ kind: 'conflict-markers' })
    if (this.state === 'rows') this.row(line)
    else this.keep(line)
    if (this.state === 'head' && /^\s*"rows"\s*:\s*\{\s*$/.test(line)) this.openRows()
  }

  end(): LockReading {
    switch (this.state) {
      case 'head':
        return this.whole()
      case 'rows':
        throw new ShapeError('rows', 'the end of the file, but it is cut off')
      case 'loose':
        this.takeAll(`{"rows":{${this.kept}`)
        break
      case 'tail':
        if (!/^\s*\}\s*$/.test(this.kept)) throw new ShapeError('rows', 'the end of the file behind them')
    }
    return this.header ? { kind: 'ok', header: this.header } : { kind: 'absent' }
  }

  private keep(line: string): void {
    this.kept += `${line}\n`
    if (this.kept.length > mostKept) throw new ShapeError('rows', 'one row a line in a file of this size')
  }

  /** A formatter may have sorted the members, with `rows` before the rest: then the file is read as a whole. */
  private openRows(): void {
    const head = parseJson(`${this.kept}}}`)
    if (head === undefined || !isObject(head) || schemaOf(head) === undefined) return
    this.header = checkedHeader(head)
    this.begin(this.header)
    this.kept = ''
    this.state = 'rows'
  }

  private row(line: string): void {
    const [, key, recordId, hash] = plainRow.exec(line) ?? []
    if (key !== undefined && recordId !== undefined && hash !== undefined) {
      this.take({ key, recordId, answers: [hash] })
      return
    }
    const text = line.trim()
    if (text === '}') {
      this.state = 'tail'
      return
    }
    if (text === '') return
    const json = `{${text.endsWith(',') ? text.slice(0, -1) : text}}`
    const row = parseJson(json)
    if (isObject(row)) {
      this.takeRows(row, json)
      return
    }
    this.state = 'loose'
    this.keep(line)
  }

  private whole(): LockReading {
    if (this.kept.trim() === '') return { kind: 'absent' }
    const value = parse(this.kept)
    if (!isObject(value)) throw new ShapeError('the top', 'an object')
    this.header = checkedHeader(value)
    this.begin(this.header)
    this.takeAll(this.kept)
    return { kind: 'ok', header: this.header }
  }

  private takeAll(json: string): void {
    const value = parse(json)
    const rows = isObject(value) ? value['rows'] : undefined
    if (!isObject(rows)) throw new ShapeError('rows', 'an object')
    const bytes = Buffer.from(json)
    const member = membersOf(bytes, spaceEnd(bytes, 0))?.findLast(({ name }) => name === 'rows')
    this.takeRows(rows, bytes.subarray(member?.value, member?.end).toString())
  }

  /** In the order of the text: where no column holds the key, the lines of a file are told by it. */
  private takeRows(rows: JsonObject, json: string): void {
    const [first, another] = Object.keys(rows)
    if (first !== undefined && another === undefined) {
      this.take(readRow(first, rows[first]))
      return
    }
    const bytes = Buffer.from(json)
    for (const { name, value, end } of membersOf(bytes, 0) ?? [])
      this.take(readRow(name, parseJson(bytes.subarray(value, end).toString())))
  }
}

function checkedHeader(value: JsonObject): LockHeader {
  const schema = schemaOf(value)
  if (schema !== lockSchema) throw new Verdict({ kind: 'other-schema', schema })
  return readHeader(value)
}

/** Throws ShapeError: JSON.parse's own words would quote the file. */
function parse(text: string): JsonValue {
  const value = parseJson(text)
  if (value === undefined) throw new ShapeError('the top', 'JSON')
  return value
}
