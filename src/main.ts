/** The entry of the action: reads the environment once, connects, runs, reports, sets the exit code. The only catch is here. */
import { readFile } from 'node:fs/promises'
import * as core from '@actions/core'
import { explain } from './action/explain.ts'
import { readContext } from './github/context.ts'
import { createLog } from './github/log.ts'
import { present } from './present.ts'
import { runSpecs } from './run-specs.ts'
import { actionName, version } from './version.ts'

const cancelled = new AbortController()

async function main(): Promise<void> {
  const env = process.env
  const context = readContext(env, await readEvent(env['GITHUB_EVENT_PATH']))
  const log = createLog(context.onGithub)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort())
  log.info(`${actionName} ${version}`)
  try {
    const reports = await runSpecs({ env, context, log, getInput: core.getInput, signal: cancelled.signal })
    await present(reports, { env, context, log })
    const ok = reports.every(report => report.failure === undefined && report.crash === undefined)
    process.exitCode = cancelled.signal.aborted ? 130 : ok ? 0 : 1
  } catch (error) {
    for (const line of explain(error, { version, jobArns: [] })) log.error(line)
    process.exitCode = 1
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

// The runner calls this file a second time as the post step. What has to be saved is saved as it happens.
if (core.getState('isPost') === '') {
  core.saveState('isPost', 'true')
  await main()
}
