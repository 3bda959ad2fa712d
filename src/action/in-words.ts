/** How a pass ended, in a few words: for the headline of the summary and the last lines of the log. */
import { counted, whole } from '../figures.ts'
import type { Report } from '../pipeline/report.ts'
import { escape } from './markdown.ts'

/** The status as the end of a sentence that begins with the spec's name. */
export function inWords(report: Report): string {
  const { mode, status, rows, failure, crash, toAsk = 0 } = report
  if (mode === 'stop' && status !== 'failed') return stopping(report)
  switch (status) {
    case 'done':
      return rows.failed === 0
        ? `${rows.answered === 1 ? '' : 'all '}${counted(rows.answered, 'row')} answered`
        : soFar(rows)
    case 'nothing-to-do':
      return `nothing to do, ${counted(rows.answered, 'row')} up to date`
    case 'partial':
      return soFar(rows)
    case 'waiting':
      return openRows(rows) === 0 ? `${soFar(rows)}, nothing published yet` : soFar(rows)
    case 'planned':
      if (toAsk > 0) return `a plan, ${counted(toAsk, 'question')} to ask`
      return rows.held === 0 ? 'a plan, nothing to ask' : `a plan, nothing to ask now, ${whole(rows.held)} held`
    case 'tried':
      return `a trial of ${counted(rows.wanted, 'row')}`
    case 'failed':
      if (failure !== undefined) return escape(failure.title)
      return crash === undefined ? 'mistakes in the files of this spec' : 'the action itself failed'
  }
}

/** Rows without an answer that are not given up, whatever keeps them from it: in flight, held, not submitted, left alone. */
export function openRows({ wanted, answered, failed }: Report['rows']): number {
  return Math.max(0, wanted - answered - failed)
}

function soFar(rows: Report['rows']): string {
  const open = openRows(rows)
  const parts = [
    `${whole(rows.answered)} of ${counted(rows.wanted, 'row')} answered`,
    ...(open > 0 ? [`${whole(open)} waiting`] : []),
    ...(rows.failed > 0 ? [`${whole(rows.failed)} given up`] : [])
  ]
  return parts.join(', ')
}

/** What a pass in mode stop has come to. */
export function stopping({ jobs, open }: Report): string {
  const count = jobs.filter(job => job.status === 'Stopping').length
  if (count > 0) return `${counted(count, 'job is', 'jobs are')} being stopped`
  return open === undefined ? 'no job is running' : 'no running job is listed yet'
}
