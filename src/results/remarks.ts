/** What was odd about the lines of one job's output, as sentences. That it is no reason to stop has been decided elsewhere. */
import type { OutputTally } from './tally.ts'

/** Empty where every line was a record's own. */
export function oddities(tally: OutputTally): readonly string[] {
  const { duplicates, echoDiffers, echoAbsent, quarantined, outputLines, errorLines } = tally
  const lines = outputLines + errorLines
  return [
    duplicates > 0 && `${linesOf(duplicates)} for a record that had one before: its first good answer counts.`,
    echoDiffers > 0 &&
      `${linesOf(echoDiffers)} back with a question that is not the one asked, nor another of this job: taken by the record's id.`,
    // Some models give no question back at all.
    echoAbsent > 0 &&
      echoAbsent < lines &&
      `${linesOf(echoAbsent)} without the question, which others brought: taken by the record's id alone.`,
    quarantined > 0 &&
      `${linesOf(quarantined)} that can be no record's answer (${kindsOf(tally)}): see the errors file.`
  ].filter(sentence => sentence !== false)
}

function linesOf(count: number): string {
  return count === 1 ? '1 line came' : `${count} lines came`
}

function kindsOf({ quarantinedBy }: OutputTally): string {
  return Object.entries(quarantinedBy)
    .map(([why, count]) => `${count} ${why}`)
    .join(', ')
}
