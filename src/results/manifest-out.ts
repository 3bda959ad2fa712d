/**
 * Bedrock's own `manifest.json.out` and the job's counters, held against what was read. Differences are said, as
 * sentences; what to do about them is not known here.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
 */
import { count, isObject } from '../json.ts'
import type { OutputTally } from './tally.ts'
import { parseJson } from './parse-json.ts'

/** Every count may be left out: embedding jobs have no output tokens, and some manifests hold only records. */
export interface ManifestOut {
  readonly totalRecords?: number
  readonly processedRecords?: number
  readonly successRecords?: number
  readonly errorRecords?: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  readonly cacheReadTokens?: number
  readonly cacheWriteTokens?: number
}

const members = {
  totalRecords: 'totalRecordCount',
  processedRecords: 'processedRecordCount',
  successRecords: 'successRecordCount',
  errorRecords: 'errorRecordCount',
  inputTokens: 'inputTokenCount',
  outputTokens: 'outputTokenCount',
  cacheReadTokens: 'cacheReadInputTokenCount',
  cacheWriteTokens: 'cacheWriteInputTokenCount'
} as const satisfies Record<keyof ManifestOut, string>

/** Undefined where the text is no JSON object: the manifest is a help, never a condition. */
export function readManifestOut(text: string): ManifestOut | undefined {
  const value = parseJson(text)
  if (!isObject(value)) return undefined
  const manifest: { -readonly [name in keyof ManifestOut]: number } = {}
  for (const [name, member] of Object.entries(members) as [keyof ManifestOut, string][]) {
    const found = count(value, member)
    if (found !== undefined) manifest[name] = found
  }
  return manifest
}

/** Records as GetModelInvocationJob counts them. */
export interface JobCounters {
  readonly total?: number
  readonly processed?: number
  readonly success?: number
  readonly error?: number
}

/** One sentence per count that does not fit; empty where all agree or nothing was said. */
export function differences(
  tally: OutputTally,
  manifest: ManifestOut | undefined,
  job: JobCounters = {},
  tokens: { readonly inputTokens?: number; readonly outputTokens?: number } = {}
): readonly string[] {
  const { totalRecords, processedRecords, successRecords, errorRecords } = manifest ?? {}
  const processed = tally.outputLines + tally.errorLines
  return [
    unlike("Bedrock's manifest", 'records', totalRecords, 'the input holds', tally.asked),
    unlike("Bedrock's manifest", 'processed records', processedRecords, 'the output holds', processed),
    unlike("Bedrock's manifest", 'successful records', successRecords, 'the output holds', tally.outputLines),
    unlike("Bedrock's manifest", 'failed records', errorRecords, 'the output holds', tally.errorLines),
    unlike("Bedrock's manifest", 'input tokens', manifest?.inputTokens, 'the answers add up to', tokens.inputTokens),
    unlike("Bedrock's manifest", 'output tokens', manifest?.outputTokens, 'the answers add up to', tokens.outputTokens),
    unlike('The job', 'records', job.total, 'the input holds', tally.asked),
    unlike('The job', 'processed records', job.processed, 'the output holds', processed),
    unlike('The job', 'successful records', job.success, 'the output holds', tally.outputLines),
    unlike('The job', 'failed records', job.error, 'the output holds', tally.errorLines)
  ].filter(sentence => sentence !== undefined)
}

function unlike(
  who: string,
  what: string,
  told: number | undefined,
  where: string,
  seen: number | undefined
): string | undefined {
  if (told === undefined || seen === undefined || told === seen) return undefined
  return `${who} counts ${told} ${what}, ${where} ${seen}.`
}
