/** What was seen while one job's output was read. Filled by readOutput, compared with Bedrock's own counts, told in the summary. */

export type QuarantineReason = 'unknown-id' | 'not-json' | 'not-utf8' | 'cut' | 'too-long' | 'no-answer'

/** A line that belongs to no record of the job. `head` is foreign text: escape it before showing it. */
export interface Quarantined {
  readonly why: QuarantineReason
  /** In the output object, from 1. */
  readonly line: number
  /** At most 300 characters. */
  readonly head: string
}

export interface OutputTally {
  /** Distinct records in the job's input. */
  asked: number
  /** Blank ones not counted. */
  lines: number
  /** Lines with a modelOutput and lines with an error, whatever their id: what Bedrock counts. */
  outputLines: number
  errorLines: number
  /** What the asked records ended as; the four add up to `asked` when all is read. */
  output: number
  error: number
  missing: number
  conflict: number
  /** Echoes that are not our question, even read as JSON. Absent echoes are not among them. */
  echoDiffers: number
  echoAbsent: number
  /** Lines for an id that had one before. */
  duplicates: number
  quarantined: number
  quarantinedBy: Partial<Record<QuarantineReason, number>>
  /** The first twenty. */
  quarantine: Quarantined[]
}

const mostQuarantined = 20
const headCharacters = 300

export function newTally(): OutputTally {
  return {
    asked: 0,
    lines: 0,
    outputLines: 0,
    errorLines: 0,
    output: 0,
    error: 0,
    missing: 0,
    conflict: 0,
    echoDiffers: 0,
    echoAbsent: 0,
    duplicates: 0,
    quarantined: 0,
    quarantinedBy: {},
    quarantine: []
  }
}

export function quarantine(tally: OutputTally, why: QuarantineReason, line: number, bytes: Buffer): void {
  tally.quarantined++
  tally.quarantinedBy[why] = (tally.quarantinedBy[why] ?? 0) + 1
  if (tally.quarantine.length >= mostQuarantined) return
  // A character is at most four bytes of UTF-8, so that this many bytes always hold enough of them.
  const head = bytes
    .toString('utf8', 0, headCharacters * 4)
    .slice(0, headCharacters)
    .toWellFormed()
  tally.quarantine.push({ why, line, head })
}
