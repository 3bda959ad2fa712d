/** The two long tables of the job summary: what failed and why, and the jobs. */
import type { Report } from '../pipeline/report.ts'
import { counted, dollars, whole } from '../figures.ts'
import { consoleUrl, jobId } from './job-link.ts'
import { code, details, escape, link, table } from './markdown.ts'
import { remedyFor } from './remedies.ts'
import type { Detail } from './summary-detail.ts'

export function failureGroups({ failures, rows }: Report, detail: Detail): string {
  if (failures.length === 0) return ''
  const sorted = [...failures].sort((a, b) => b.count - a.count)
  const lines = sorted.slice(0, detail.failures).map(({ reason, count, example, keys, mayRetry }) => {
    const remedy = remedyFor(reason, mayRetry)
    const words = [
      `**${escape(reason, 120)}**`,
      example === undefined || reason.includes(example) ? '' : escape(example, 300),
      remedy === undefined ? '' : `<em>${escape(remedy)}</em>`
    ]
    const named = keys.slice(0, detail.keys).map(key => code(key, 60))
    const more = count > named.length && named.length > 0 ? [`${whole(count - named.length)} more`] : []
    return [whole(count), words.filter(word => word !== '').join('<br>'), [...named, ...more].join(', ')]
  })
  const rest = sorted.length > lines.length ? `\n\n… and ${counted(sorted.length - lines.length, 'more reason')}.` : ''
  const total = sorted.reduce((sum, group) => sum + group.count, 0)
  return `#### What failed: ${whole(total)} of ${counted(rows.wanted, 'row')}\n\n${table(['Rows', 'Reason', 'Keys'], lines, [0])}${rest}`
}

export function jobsTable({ jobs }: Report, detail: Detail): string {
  if (jobs.length === 0) return ''
  const lines = jobs.slice(0, detail.jobs).map(job => {
    const id = code(jobId(job.jobArn), 40)
    const url = consoleUrl(job.jobArn)
    const { processed, total, success, error } = job.counts
    const state = [escape(job.status, 40), job.message === undefined ? '' : escape(job.message, 300)]
      .filter(word => word !== '')
      .join('<br>')
    const tokens = job.tokens === undefined ? '' : `${whole(job.tokens.input)} / ${whole(job.tokens.output)}`
    const numbers = [`${orDash(processed)} / ${whole(total || job.records)}`, orDash(success), orDash(error), tokens]
    return [
      `${url === undefined ? id : link(id, url)}<br>${code(job.jobName, 63)}`,
      state,
      ...numbers,
      job.costUsd === undefined ? '' : dollars(job.costUsd)
    ]
  })
  const rest = jobs.length > lines.length ? `\n\n… and ${counted(jobs.length - lines.length, 'more job')}.` : ''
  const head = ['Job', 'Status', 'Processed', 'Success', 'Errors', 'Tokens in / out', 'Cost']
  const content = table(head, lines, [2, 3, 4, 5, 6]) + rest
  return jobs.length > 5 ? details(`<b>${counted(jobs.length, 'job')}</b>`, content) : `#### Jobs\n\n${content}`
}

function orDash(value: number | undefined): string {
  return value === undefined ? '–' : whole(value)
}
