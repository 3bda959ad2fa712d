/** One spec's part of the job summary: what was asked, what came back, what it cost, what is open. */
import type { JsonValue } from '../json.ts'
import type { Report, Sample, Status } from '../pipeline/report.ts'
import { annotations, problemLine } from './annotations.ts'
import { docsUrl, headline } from './explain.ts'
import { counted, dollars, duration, whole } from './figures.ts'
import { code, details, escape, escapeLines, fenced, link, table } from './markdown.ts'
import { remedyFor } from './remedies.ts'
import { consoleUrl, jobId } from './job-link.ts'

/** Where links lead; without them the names stand alone. */
export interface Links {
  /** `https://github.com/owner/name` of the repository with the spec. */
  readonly repositoryUrl?: string | undefined
  /** `https://github.com/<action>/blob/<ref>`, for docs/troubleshooting.md. */
  readonly docs?: string | undefined
}

/** How much of each thing is shown. */
export interface Detail {
  readonly samples: number
  readonly jobs: number
  readonly failures: number
  readonly problems: number
  readonly keys: number
}

export const signs = {
  done: '✅',
  'nothing-to-do': '✅',
  partial: '🟡',
  waiting: '⏳',
  planned: '📝',
  failed: '❌'
} as const satisfies Record<Status, string>

export function section(report: Report, detail: Detail, links: Links): string {
  return [
    `### ${signs[report.status]} ${escape(report.specName, 80)}: ${inWords(report)}`,
    about(report),
    trouble(report, links),
    rowsTable(report),
    whyAsked(report),
    money(report),
    published(report, links),
    report.open === undefined ? '' : `⏳ **Open:** ${escape(report.open, 500)}.`.replace(/\.\.$/, '.'),
    failureGroups(report, detail),
    jobsTable(report, detail),
    samples(report, detail),
    notes(report, detail)
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** The status as the end of a sentence that begins with the spec's name. */
function inWords({ status, rows, failure, crash }: Report): string {
  switch (status) {
    case 'done':
      return `all ${counted(rows.answered, 'row')} answered`
    case 'nothing-to-do':
      return `nothing to do, ${counted(rows.answered, 'row')} up to date`
    case 'partial':
      return `${whole(rows.answered)} of ${counted(rows.wanted, 'row')} answered, ${whole(rows.failed)} given up`
    case 'waiting':
      return `${whole(rows.answered)} of ${counted(rows.wanted, 'row')} answered, ${whole(rows.waiting + rows.held)} waiting`
    case 'planned':
      return 'the plan'
    case 'failed':
      if (failure !== undefined) return escape(failure.title)
      return crash === undefined ? 'mistakes in the files of this spec' : 'the action itself failed'
  }
}

function about({ model, api, family, region, specPath, mode, elapsedMs }: Report): string {
  const dialect = [family, api].filter(part => part !== undefined).map(part => escape(part, 60))
  const parts = [
    model === '' ? '' : `${code(model)}${dialect.length > 0 ? ` (${dialect.join(', ')})` : ''}`,
    region === undefined ? '' : escape(region, 40),
    `spec ${code(specPath)}`,
    `mode ${mode}`,
    `took ${duration(elapsedMs)}`
  ]
  return parts.filter(part => part !== '').join(' · ')
}

function trouble(report: Report, { docs }: Links): string {
  const { failure, crash, jobs } = report
  if (failure === undefined && crash === undefined) return ''
  const arns = jobs.filter(job => job.submittedByThisPass).map(job => job.jobArn)
  const lines = [
    `**${escape(headline(failure ?? crash), 1200)}**`,
    failure?.remedy === undefined ? '' : `What to do: ${escape(failure.remedy, 800)}`,
    arns.length === 0
      ? 'Paid by this pass: nothing, no job was created.'
      : `Created by this pass, and billed for what they process: ${counted(arns.length, 'job')}, listed below.`,
    failure === undefined ? 'Please report it with the stack in the log.' : readOn(docs, failure.code)
  ]
  return lines
    .filter(line => line !== '')
    .map(line => `> ${line}`)
    .join('\n>\n')
}

function readOn(docs: string | undefined, code: string): string {
  const url = docsUrl(docs, code)
  return docs === undefined ? `More: ${escape(url)}` : link('More on this failure', url)
}

function rowsTable({ rows, records, mode, status }: Report): string {
  if (status === 'failed' && rows.wanted === 0) return ''
  const columns: readonly (readonly [title: string, value: number, always?: 'always'])[] = [
    ['Rows wanted', rows.wanted, 'always'],
    ['Carried over', rows.carriedOver, 'always'],
    [mode === 'plan' ? 'To submit' : 'Submitted now', rows.submitted, 'always'],
    ['Answered', rows.answered, 'always'],
    ['In flight', rows.waiting],
    ['Held back', rows.held],
    ['Given up', rows.failed],
    ['Edited by hand', rows.edited],
    ['Removed', rows.removed]
  ]
  const shown = columns.filter(([, value, always]) => always === 'always' || value > 0)
  const same =
    records > 0 && records < rows.wanted
      ? `\n\nThese rows ask ${counted(records, 'distinct question')}: rows with the same question share one answer.`
      : ''
  return (
    table(
      shown.map(([title]) => title),
      [shown.map(([, value]) => whole(value))],
      shown.map((_, column) => column)
    ) + same
  )
}

function whyAsked({ reasons }: Report): string {
  const given = Object.entries(reasons)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
  return given.length === 0
    ? ''
    : `**Why rows are asked:** ${given.map(([reason, count]) => `${whole(count)} ${escape(reason)}`).join(', ')}.`
}

function money({ tokens, cost, rows, jobs }: Report): string {
  const collected = jobs.some(job => job.collected)
  if (rows.submitted === 0 && !collected && jobs.length === 0) return ''
  const lines: string[][] = []
  if (rows.submitted > 0) {
    const expected = cost.expectedUsd === undefined ? '' : `, ${dollars(cost.expectedUsd)} at the expected length`
    lines.push([
      'Estimate for what is submitted',
      `${dollars(cost.estimatedUsd)} at full maxTokens${cost.estimatedUsd === undefined ? '' : expected}`
    ])
  }
  if (collected) {
    lines.push(['Cost of what came back', dollars(cost.actualUsd)])
    lines.push(['Tokens', `${whole(tokens.input)} in, ${whole(tokens.output)} out`])
  }
  if (lines.length === 0) return ''
  return `${table(['Cost', ''], lines)}\n\n<sub>${escape(cost.basis, 300)}</sub>`
}

function published(
  { published: done, changedFiles, manifestPath, errorsPath }: Report,
  { repositoryUrl }: Links
): string {
  const parts: string[] = []
  if (done?.pullRequest !== undefined) parts.push(link(`pull request ${done.pullRequest.number}`, done.pullRequest.url))
  if (done?.commitSha !== undefined) {
    const short = code(done.commitSha.slice(0, 10))
    parts.push(
      `commit ${repositoryUrl === undefined ? short : link(short, `${repositoryUrl}/commit/${encodeURIComponent(done.commitSha)}`)}`
    )
  }
  if (done?.artifact !== undefined) parts.push(`artifact ${code(done.artifact.name)}`)
  const files = changedFiles.slice(0, 20).map(file => code(file))
  if (changedFiles.length > 20) files.push(`${whole(changedFiles.length - 20)} more`)
  const lines = [
    parts.length === 0 ? '' : `**Published:** ${parts.join(', ')}`,
    files.length === 0 ? '' : `**Files changed:** ${files.join(', ')}`,
    manifestPath === undefined ? '' : `**Manifest:** ${code(manifestPath)}`,
    errorsPath === undefined ? '' : `**Errors file:** ${code(errorsPath)}`
  ]
  return lines.filter(line => line !== '').join('<br>\n')
}

function failureGroups({ failures, rows }: Report, detail: Detail): string {
  if (failures.length === 0) return ''
  const sorted = [...failures].sort((a, b) => b.count - a.count)
  const lines = sorted.slice(0, detail.failures).map(({ reason, count, example, keys }) => {
    const remedy = remedyFor(reason, example)
    const words = [
      `**${escape(reason, 120)}**`,
      example === undefined ? '' : escape(example, 300),
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

function jobsTable({ jobs }: Report, detail: Detail): string {
  if (jobs.length === 0) return ''
  const lines = jobs.slice(0, detail.jobs).map(job => {
    const id = code(jobId(job.jobArn), 40)
    const url = consoleUrl(job.jobArn)
    const { processed, total, success, error } = job.counts
    const state = [escape(job.status, 40), job.message === undefined ? '' : escape(job.message, 300)]
      .filter(word => word !== '')
      .join('<br>')
    const tokens = job.tokens === undefined ? '' : `${whole(job.tokens.input)} / ${whole(job.tokens.output)}`
    const numbers = [`${orDash(processed)} / ${whole(total ?? job.records)}`, orDash(success), orDash(error), tokens]
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

function samples({ samples: given }: Report, detail: Detail): string {
  const shown = given.slice(0, detail.samples)
  if (shown.length === 0) return ''
  const title =
    shown.length === 1
      ? 'An answer to look at'
      : `${['', '', 'Two', 'Three'][shown.length] ?? whole(shown.length)} answers to look at`
  return `#### ${title}\n\n${shown.map(sample).join('\n\n')}`
}

/** Prose as a quotation, a vector as its first numbers, anything else as JSON. */
function sample({ key, answer }: Sample): string {
  const head = `${code(key, 100)}`
  if (typeof answer === 'string') return `${head}\n> ${escapeLines(answer)}`
  if (isVector(answer)) {
    const start = answer.slice(0, 6).map(number => number.toFixed(4))
    return `${head}\n> ${escape(`[${start.join(', ')}, …]`)} (${counted(answer.length, 'number')})`
  }
  return `${head}\n\n${fenced(JSON.stringify(answer, null, 2), 'json')}`
}

function isVector(answer: JsonValue): answer is readonly number[] {
  return Array.isArray(answer) && answer.length > 8 && answer.every(item => typeof item === 'number')
}

function notes({ problems, notes: said }: Report, detail: Detail): string {
  const errors = problems.filter(one => one.severity === 'error').length
  const { shown, rest } = annotations(problems, 0, detail.problems)
  const lines = [
    ...said.slice(0, 50).map(note => `- ${escape(note, 500)}`),
    ...problems
      .slice(0, shown.length)
      .map(
        problem =>
          `- ${problem.severity === 'error' ? '❌' : '⚠️'} ${escape(problemLine(problem).replace(/^(error|warning) /, ''), 500)}`
      ),
    ...(rest.length > 0 && problems.length > shown.length
      ? [`- … and ${counted(problems.length - shown.length, 'more problem')} in the log`]
      : [])
  ]
  if (lines.length === 0) return ''
  return errors > 0
    ? `#### ${counted(errors, 'mistake')} to correct\n\n${lines.join('\n')}`
    : details('Notes and warnings', lines.join('\n'), 'open')
}
