/** The errors file: JSONL, a line per row that was given up, then a line per quarantined line of Bedrock's output. */
import { isObject, type JsonValue } from '../json.ts'
import { splitLines } from '../results/lines.ts'
import type { Quarantined } from '../results/tally.ts'
import { parseJson } from '../results/parse-json.ts'
import { cut } from '../visible.ts'

export interface FailedRow {
  readonly key: string
  readonly recordId: string
  /** As failures are grouped by it. */
  readonly reason: string
  /** For a person: may hold text of the model or of Bedrock. */
  readonly message: string
  /** What the model said, where it said something that is no answer. */
  readonly raw?: string
}

const mostRawCharacters = 10_000
const mostMessageCharacters = 2_000

/** Rows in dataset order; only to be written when there are any. The same rows give the same text. */
export async function* writeErrors(
  rows: AsyncIterable<readonly FailedRow[]>,
  quarantined: readonly Quarantined[] = []
): AsyncGenerator<string> {
  for await (const batch of rows) yield batch.map(row => `${JSON.stringify(lineOf(row))}\n`).join('')
  if (quarantined.length > 0)
    yield quarantined.map(({ why, line, head }) => `${JSON.stringify({ quarantined: why, line, head })}\n`).join('')
}

function lineOf({ key, recordId, reason, message, raw }: FailedRow): FailedRow {
  return {
    key,
    recordId,
    reason,
    message: cut(message, mostMessageCharacters),
    ...(raw !== undefined && { raw: bounded(raw) })
  }
}

function bounded(raw: string): string {
  return raw.length > mostRawCharacters ? `${raw.slice(0, mostRawCharacters).toWellFormed()}…` : raw
}

export type ErrorsLine = { readonly row: FailedRow } | { readonly quarantined: Quarantined }

/** What an earlier pass wrote, so that a row that stays given up keeps its message. Lines that are something else are passed over. */
export async function* readErrors(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ErrorsLine[]> {
  for await (const lines of splitLines(chunks))
    yield lines.map(line => readLine(line.bytes)).filter(line => line !== undefined)
}

function readLine(bytes: Buffer): ErrorsLine | undefined {
  const value = parseJson(bytes.toString('utf8'))
  if (!isObject(value)) return undefined
  const { key, recordId, reason, message, raw, quarantined, line, head } = value as {
    [name: string]: JsonValue | undefined
  }
  if (typeof quarantined === 'string' && typeof line === 'number' && typeof head === 'string') {
    const why = reasons.find(one => one === quarantined)
    return why && { quarantined: { why, line, head } }
  }
  if (typeof key !== 'string' || typeof recordId !== 'string' || typeof reason !== 'string') return undefined
  return {
    row: {
      key,
      recordId,
      reason,
      message: typeof message === 'string' ? message : '',
      ...(typeof raw === 'string' && { raw })
    }
  }
}

const reasons = [
  'unknown-id',
  'not-json',
  'not-utf8',
  'cut',
  'too-long',
  'no-answer'
] as const satisfies readonly Quarantined['why'][]
