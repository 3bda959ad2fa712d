/** One spec's part of the job summary: what was asked, what came back, what it cost, what is open. */
import type { Report, Status } from '../pipeline/report.ts'
import { annotations, problemLine } from './annotations.ts'
import { docsUrl, headline, paidOnDemand } from './explain.ts'
import { counted, duration, whole } from '../figures.ts'
import { inWords } from './in-words.ts'
import { code, details, escape, link, sentence, table } from './markdown.ts'
import { answerShapes } from './summary-answers.ts'
import type { Detail, Links } from './summary-detail.ts'
import { money, published } from './summary-outcome.ts'
import { shownQuestions } from './summary-questions.ts'
import { samples } from './summary-samples.ts'
import { failureGroups, jobsTable } from './summary-tables.ts'

export const signs = {
  done: '✅',
  'nothing-to-do': '✅',
  partial: '🟡',
  waiting: '⏳',
  planned: '📝',
  tried: '🧪',
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
    report.open === undefined ? '' : `⏳ **Open:** ${sentence(report.open, 2000)}.`.replace(/\.\.$/, '.'),
    failureGroups(report, detail),
    answerShapes(report, detail),
    jobsTable(report, detail),
    samples(report, detail),
    shownQuestions(report, detail),
    notes(report, detail)
  ]
    .filter(part => part !== '')
    .join('\n\n')
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
  const onDemand = paidOnDemand(report)
  const lines = [
    `**${escape(headline(failure ?? crash), 1200)}**`,
    failure?.remedy === undefined ? '' : `What to do: ${sentence(failure.remedy, 800)}`,
    onDemand === undefined ? '' : escape(onDemand),
    arns.length > 0
      ? `Created by this pass, and billed for what they process: ${counted(arns.length, 'job')}, listed below.`
      : onDemand === undefined
        ? 'Paid by this pass: nothing, no job was created.'
        : '',
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

function rowsTable({ mode, rows, records, status, toAsk }: Report): string {
  if (mode === 'stop' || (status === 'failed' && rows.wanted === 0)) return ''
  const columns: readonly (readonly [title: string, value: number, always?: 'always'])[] = [
    ['Rows wanted', rows.wanted, 'always'],
    ['Carried over', rows.carriedOver, 'always'],
    toAsk === undefined ? ['Submitted now', rows.submitted, 'always'] : ['To ask', toAsk, 'always'],
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
    : `**Why questions are asked:** ${given.map(([reason, count]) => `${whole(count)} ${escape(reason)}`).join(', ')}.`
}

function notes({ problems, notes: said }: Report, detail: Detail): string {
  const errors = problems.filter(one => one.severity === 'error').length
  const { shown, rest } = annotations(problems, 0, detail.problems)
  const lines = [
    ...said.slice(0, 50).map(note => `- ${sentence(note)}`),
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
