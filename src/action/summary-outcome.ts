/** What it cost and what was published, for the job summary. */
import type { Report } from '../pipeline/report.ts'
import { dollars, whole } from '../figures.ts'
import { code, escape, link, table } from './markdown.ts'
import type { Links } from './summary-detail.ts'

export function money({ tokens, cost, rows, jobs, toAsk = 0 }: Report): string {
  // What was asked on demand came back without a job.
  const collected = jobs.some(job => job.collected) || tokens.input + tokens.output > 0
  const lines: string[][] = []
  if (rows.submitted > 0) lines.push(['Estimate for what is submitted', estimate(cost)])
  if (toAsk > 0) lines.push(['Estimate for what would be asked', estimate(cost)])
  if (collected) {
    lines.push(['Cost of what came back', dollars(cost.actualUsd)])
    lines.push(['Tokens', `${whole(tokens.input)} in, ${whole(tokens.output)} out`])
  }
  if (lines.length === 0) return ''
  return `${table(['Cost', ''], lines)}\n\n<sub>${escape(cost.basis, 300)}</sub>`
}

function estimate({ estimatedUsd, expectedUsd }: Report['cost']): string {
  if (estimatedUsd === undefined) return 'unknown'
  const expected = expectedUsd === undefined ? '' : `, ${dollars(expectedUsd)} at the expected length`
  return `${dollars(estimatedUsd)} at full maxTokens${expected}`
}

export function published(
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
    files.length === 0
      ? ''
      : `**Files changed${changedFiles.length > 20 ? ` (${whole(changedFiles.length)})` : ''}:** ${files.join(', ')}`,
    manifestPath === undefined ? '' : `**Manifest:** ${code(manifestPath)}`,
    errorsPath === undefined ? '' : `**Errors file:** ${code(errorsPath)}`
  ]
  return lines.filter(line => line !== '').join('<br>\n')
}
