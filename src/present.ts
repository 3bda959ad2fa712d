/** What the user sees of a pass: annotations, log, summary, step outputs. Best effort: none of it can fail a good pass. */
import * as core from '@actions/core'
import { annotations, failureAnnotation } from './action/annotations.ts'
import { explain } from './action/explain.ts'
import { stepOutputs } from './action/step-outputs.ts'
import { renderSummary } from './action/summary.ts'
import type { GithubContext } from './github/context.ts'
import type { GithubLog } from './github/log.ts'
import { closingLines } from './action/closing.ts'
import type { Report } from './pipeline/report.ts'
import { version } from './version.ts'

export interface Presenting {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly context: GithubContext
  readonly log: GithubLog
}

export async function present(reports: readonly Report[], { env, context, log }: Presenting): Promise<void> {
  for (const report of reports) {
    const { shown, rest } = annotations(report.problems)
    for (const one of shown) log.annotate(one)
    for (const line of rest) log.info(line)
    for (const line of closingLines(report)) log.info(line)
    explainFailure(report, log, docsOf(env, context))
  }
  await attempt(log, 'the step outputs', () => {
    if ((env['GITHUB_OUTPUT'] ?? '') !== '')
      for (const [name, value] of Object.entries(stepOutputs(reports))) core.setOutput(name, value)
  })
  await attempt(log, 'the job summary', async () => {
    if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '')
      await core.summary.addRaw(renderSummary(reports, linksOf(env, context))).write()
  })
}

function explainFailure(report: Report, log: GithubLog, docs: string | undefined): void {
  const error = report.failure ?? report.crash
  if (error === undefined) return
  const jobArns = report.jobs.filter(job => job.submittedByThisPass).map(job => job.jobArn)
  const [first, ...rest] = explain(error, { version, jobArns, onDemand: report.onDemand, docs })
  if (report.failure) log.annotate(failureAnnotation(report.failure))
  else log.error(first ?? 'the action itself failed')
  for (const line of rest) log.info(line)
}

function linksOf(env: Presenting['env'], context: GithubContext): Parameters<typeof renderSummary>[1] {
  const { repository, serverUrl } = context
  return {
    docs: docsOf(env, context),
    ...(repository !== undefined && { repositoryUrl: `${serverUrl}/${repository}` })
  }
}

/** Where this very version of the action documents itself; the runner tells for actions that were referenced by `uses:`. */
function docsOf(env: Presenting['env'], { serverUrl }: GithubContext): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env
  return repository === '' || ref === '' ? undefined : `${serverUrl}/${repository}/blob/${ref}`
}

async function attempt(log: GithubLog, what: string, act: () => void | Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    log.warning(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
