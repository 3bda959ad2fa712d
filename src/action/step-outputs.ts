/** Reports as step outputs: names and texts. Never any text of a model or of a row. */
import type { Report, Status } from '../pipeline/report.ts'

/** From worst to best: several specs report the worst. */
const worst: readonly Status[] = ['failed', 'partial', 'waiting', 'planned', 'tried', 'done', 'nothing-to-do']

/** GitHub takes 1 MB of outputs from a workflow job; one file per row may be a hundred thousand. */
const mostFiles = 2000

const rowCounts = {
  'records-wanted': 'wanted',
  'records-carried-over': 'carriedOver',
  'records-submitted': 'submitted',
  'records-answered': 'answered',
  'records-waiting': 'waiting',
  'records-failed': 'failed'
} as const satisfies Record<string, keyof Report['rows']>

/** Every output of action.yml, each time: an empty text says "unknown" or "none". Paths of several specs stand one a line. */
export function stepOutputs(reports: readonly Report[]): Record<string, string> {
  const changedFiles = reports.flatMap(report => report.changedFiles)
  return {
    status: worst.find(status => reports.some(report => report.status === status)) ?? 'nothing-to-do',
    changed: String(changedFiles.length > 0),
    'changed-files': changedFiles.slice(0, mostFiles).join('\n'),
    'job-arns': JSON.stringify(jobArns(reports)),
    ...Object.fromEntries(
      Object.entries(rowCounts).map(([name, key]) => [name, String(sum(reports.map(report => report.rows[key])))])
    ),
    'input-tokens': String(sum(reports.map(report => report.tokens.input))),
    'output-tokens': String(sum(reports.map(report => report.tokens.output))),
    'estimated-cost-usd': usd(total(reports, report => report.cost.estimatedUsd)),
    'cost-usd': usd(total(reports, report => report.cost.actualUsd)),
    'manifest-path': lines(reports.map(report => report.manifestPath)),
    'errors-path': lines(reports.map(report => report.errorsPath)),
    'commit-sha': reports.map(report => report.published?.commitSha).findLast(sha => sha !== undefined) ?? '',
    'pull-request-number': lines(reports.map(report => report.published?.pullRequest?.number)),
    'pull-request-url': lines(reports.map(report => report.published?.pullRequest?.url)),
    results: JSON.stringify(reports.map(result))
  }
}

function result(report: Report): Record<string, unknown> {
  const { rows, tokens, cost, published } = report
  return {
    spec: report.specName,
    path: report.specPath,
    mode: report.mode,
    status: report.status,
    rows,
    records: report.records,
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    estimatedCostUsd: cost.estimatedUsd ?? null,
    costUsd: cost.actualUsd ?? null,
    jobArns: jobArns([report]),
    changedFiles: report.changedFiles.slice(0, mostFiles),
    changedFileCount: report.changedFiles.length,
    manifestPath: report.manifestPath ?? null,
    errorsPath: report.errorsPath ?? null,
    commitSha: published?.commitSha ?? null,
    pullRequestNumber: published?.pullRequest?.number ?? null,
    pullRequestUrl: published?.pullRequest?.url ?? null,
    failureCode: failureCode(report)
  }
}

function failureCode(report: Report): string | null {
  if (report.failure !== undefined) return report.failure.code
  if (report.status === 'failed' && report.problems.some(problem => problem.severity === 'error')) return 'bad-input'
  return report.crash === undefined ? null : 'crash'
}

function jobArns(reports: readonly Report[]): string[] {
  return [...new Set(reports.flatMap(report => report.jobs.map(job => job.jobArn)))]
}

/** Undefined as soon as one spec's part is unknown; a spec that failed before any job cost nothing. */
function total(reports: readonly Report[], of: (report: Report) => number | undefined): number | undefined {
  const parts = reports.map(report => of(report) ?? (costsNothing(report) ? 0 : undefined))
  return parts.some(part => part === undefined) ? undefined : sum(parts.map(part => part ?? 0))
}

function costsNothing(report: Report): boolean {
  return (report.status === 'failed' || report.status === 'nothing-to-do') && report.jobs.length === 0
}

/** Without exponent and float dust: `0.0123`. */
function usd(value: number | undefined): string {
  if (value === undefined) return ''
  return value.toFixed(6).replace(/\.?0+$/, '')
}

function lines(values: readonly (string | number | undefined)[]): string {
  return values.filter(value => value !== undefined).join('\n')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
