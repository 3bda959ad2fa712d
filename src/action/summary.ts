/** The job summary: reports as one page of Markdown for a person. Files, tokens and the clock are not known here. */
import type { Report } from '../pipeline/report.ts'
import { dollars, whole } from '../figures.ts'
import { escape, table } from './markdown.ts'
import { section, signs } from './summary-section.ts'
import type { Detail, Links } from './summary-detail.ts'

/** GitHub takes 1 MiB a step. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
const mostBytes = 900 * 1024

/** From everything to next to nothing: the first that fits is shown. */
const levels: readonly Detail[] = [
  { samples: 3, jobs: 100, failures: 20, problems: 50, keys: 5, labels: 20 },
  { samples: 1, jobs: 20, failures: 10, problems: 10, keys: 3, labels: 10 },
  { samples: 0, jobs: 3, failures: 3, problems: 3, keys: 0, labels: 0 }
]

export function renderSummary(reports: readonly Report[], links: Links = {}): string {
  for (const detail of levels) {
    const page = pageOf(reports, detail, links)
    if (page !== undefined) return page
  }
  return overviewOnly(reports)
}

/** Undefined as soon as it is too long. */
function pageOf(reports: readonly Report[], detail: Detail, links: Links): string | undefined {
  const parts = reports.length > 1 ? ['## Bedrock batch', overview(reports)] : []
  let bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0)
  for (const report of reports) {
    const part = section(report, detail, links)
    bytes += Buffer.byteLength(part) + 2
    if (bytes > mostBytes) return undefined
    parts.push(part)
  }
  return `${parts.join('\n\n')}\n`
}

/** For hundreds of specs: as many lines of the overview as fit. */
function overviewOnly(reports: readonly Report[]): string {
  const shown = 1000
  const cut = reports.length > shown ? `\n\n… and ${whole(reports.length - shown)} more specs.` : ''
  return `## Bedrock batch\n\n${overview(reports.slice(0, shown))}${cut}\n\nThe details of each spec are left out: they are longer than GitHub shows.\n`
}

function overview(reports: readonly Report[]): string {
  const head = ['Spec', 'Status', 'Rows', 'Carried over', 'Submitted', 'Answered', 'In flight', 'Given up', 'Cost']
  const rows = reports.map(({ specName, status, rows, cost }) => [
    escape(specName, 80),
    `${signs[status]} ${status}`,
    ...[rows.wanted, rows.carriedOver, rows.submitted, rows.answered, rows.waiting, rows.failed].map(whole),
    cost.actualUsd === undefined ? '' : dollars(cost.actualUsd)
  ])
  return table(head, rows, [2, 3, 4, 5, 6, 7, 8])
}
