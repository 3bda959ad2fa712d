/** The last lines of a pass in the log: how it stands, in a few words. */
import { counted, whole } from '../figures.ts'
import type { Report } from '../pipeline/report.ts'
import { openRows, stopping } from './in-words.ts'

export function closingLines(report: Report): string[] {
  return [
    [report.specName, report.status, standing(report)].filter(part => part !== '').join(': '),
    ...report.notes,
    ...(report.status !== 'planned' || !report.cost.estimatedUsd
      ? []
      : [`Estimate: $${report.cost.estimatedUsd.toFixed(4)} at full maxTokens (${report.cost.basis})`]),
    ...(report.open === undefined ? [] : [`Open: ${report.open}.`]),
    ...(report.changedFiles.length > 0 ? [changed(report.changedFiles)] : [])
  ]
}

/** Empty where the pass ended before it had read a row. */
function standing(report: Report): string {
  const { mode, rows, status } = report
  if (mode === 'stop') return status === 'failed' ? '' : stopping(report)
  if (status === 'failed' && rows.wanted === 0) return ''
  const open = status === 'waiting' || status === 'partial' ? openRows(rows) : rows.waiting + rows.held
  const parts = [
    counted(rows.wanted, 'row'),
    `${whole(rows.carriedOver)} carried over`,
    ...(rows.submitted > 0 ? [`${counted(rows.submitted, 'record')} submitted`] : []),
    `${whole(rows.answered)} answered`,
    ...(open > 0 ? [`${whole(open)} waiting${rows.held > 0 ? ` (${whole(rows.held)} held)` : ''}`] : []),
    ...(rows.failed > 0 ? [`${whole(rows.failed)} given up`] : [])
  ]
  return parts.join(', ')
}

/** A file per row may be a hundred thousand. */
function changed(files: readonly string[]): string {
  const shown = files.slice(0, 50).join(', ')
  return `Changed: ${shown}${files.length > 50 ? ` and ${files.length - 50} more` : ''}`
}
