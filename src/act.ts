/** Reads where it runs, connects, runs, reports, and gives the exit code. The only catch is here. */
import { readFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { readContext } from './github/context.ts'
import { createLog } from './github/log.ts'
import { keepHeapSmall } from './node/heap.ts'
import { present } from './present.ts'
import { failedReport } from './pipeline/failed-report.ts'
import { runSpecs } from './run-specs.ts'

/** The exit code: 0 where every spec is well, 1 where one failed, 130 where the workflow run was cancelled. */
export async function act(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Promise<number> {
  core.saveState('isPost', 'true')
  keepHeapSmall()
  const context = readContext(env, await readEvent(env['GITHUB_EVENT_PATH']))
  const log = createLog(context.onGithub)
  try {
    const reports = await runSpecs({ env, context, log, getInput: core.getInput, signal })
    await present(reports, { env, context, log })
    const isWell = reports.every(report => report.failure === undefined && report.crash === undefined)
    return signal.aborted ? 130 : isWell ? 0 : 1
  } catch (error) {
    // No spec came as far as a pass: the mistake is reported like a spec's, at its place where it has one.
    await present([failedReport(core.getInput('spec') || 'the input spec', 'run', error)], { env, context, log })
    return 1
  }
}

async function readEvent(path: string | undefined): Promise<unknown> {
  if (path === undefined || path === '') return {}
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    // Without its event the pass knows less of where it runs, and allows itself less.
    return {}
  }
}
