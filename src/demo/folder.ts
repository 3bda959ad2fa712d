/** The one folder that the demo writes to. It is removed whole, so it has to be ours: a file in it says so. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unexpected } from './unexpected.ts'

const mark = '.made-by-npm-run-demo'

export interface DemoFolder {
  readonly root: string
  readonly remote: string
  readonly checkout: string
  /** The runner's temporary files, and the home of the action. */
  readonly runner: string
  /** What the emulator keeps on disk. */
  readonly cloud: string
  readonly summaryMarkdown: string
  readonly summaryPage: string
  log(act: string): string
}

export function demoFolder(root: string): DemoFolder {
  return {
    root,
    remote: join(root, 'remote.git'),
    checkout: join(root, 'checkout'),
    runner: join(root, 'runner'),
    cloud: join(root, 'cloud'),
    summaryMarkdown: join(root, 'summary.md'),
    summaryPage: join(root, 'summary.html'),
    log: act => join(root, `log-${act}.txt`)
  }
}

/** Empties it or makes it. Throws Unexpected where it is somebody else's. */
export function begin({ root, runner, cloud }: DemoFolder): void {
  remove(root)
  for (const folder of [root, runner, cloud]) mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(root, mark),
    'Everything here was made by `npm run demo` and goes with `npm run demo -- --clean`.\n'
  )
}

/** Whether there was anything to remove. */
export function remove(root: string): boolean {
  if (!existsSync(root)) return false
  if (!existsSync(join(root, mark)) && readdirSync(root).length > 0) {
    throw new Unexpected(`${root} was not made by this demo and is left alone; move it away first`)
  }
  rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  return true
}

/** What the emulator and the runner needed while the demo ran. */
export function tidy({ runner, cloud }: DemoFolder): void {
  for (const folder of [runner, cloud]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
