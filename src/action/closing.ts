/** The last lines of a pass in the log: how it stands, in a few words. */
import type { Report } from '../pipeline/report.ts'

export function closingLines(report: Report): string[] {
  const { rows, status } = report
  const parts = [
    `${rows.wanted} rows`,
    `${rows.carriedOver} carried over`,
    ...(rows.submitted > 0 ? [`${rows.submitted} records submitted`] : []),
    `${rows.answered} answered`,
    ...(rows.waiting > 0 ? [`${rows.waiting} waiting`] : []),
    ...(rows.held > 0 ? [`${rows.held} held`] : []),
    ...(rows.failed > 0 ? [`${rows.failed} given up`] : [])
  ]
  return [
    `${report.specName}: ${status}: ${parts.join(', ')}`,
    ...report.notes,
    ...(report.status !== 'planned' || !report.cost.estimatedUsd
      ? []
      : [`Estimate: $${report.cost.estimatedUsd.toFixed(4)} at full maxTokens (${report.cost.basis})`]),
    ...(report.open === undefined ? [] : [`Open: ${report.open}.`]),
    ...(report.changedFiles.length > 0 ? [changed(report.changedFiles)] : [])
  ]
}

/** A file per row may be a hundred thousand. */
function changed(files: readonly string[]): string {
  const shown = files.slice(0, 50).join(', ')
  return `Changed: ${shown}${files.length > 50 ? ` and ${files.length - 50} more` : ''}`
}
