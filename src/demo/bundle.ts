/** Which program the demo runs: the bundle that GitHub would run, or the sources where the bundle does not show them. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Program {
  readonly path: string
  /** As it is named on the screen, relative to the project. */
  readonly name: string
  /** Why it is not the bundle. */
  readonly because?: string
}

/** A fresh clone writes all files within moments, in any order. */
const slackMs = 60_000

export function chooseProgram(project: string): Program {
  const bundle = join(project, 'dist', 'index.js')
  const sources = { path: join(project, 'src', 'main.ts'), name: 'src/main.ts' }
  if (!existsSync(bundle)) return { ...sources, because: 'dist/index.js is not there; npm run build makes it' }
  const older = newest(join(project, 'src'), ['demo', 'emulator', 'bench', 'prove']) - statSync(bundle).mtimeMs
  if (older > slackMs) return { ...sources, because: 'dist/ is older than src/; npm run build renews it' }
  return { path: bundle, name: 'dist/index.js' }
}

/** Milliseconds since 1970 of the latest change below the folder. */
function newest(folder: string, except: readonly string[]): number {
  const times = readdirSync(folder, { withFileTypes: true })
    .filter(entry => !except.some(name => entry.name === name || entry.name === `${name}.ts`))
    .map(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newest(path, []) : statSync(path).mtimeMs
    })
  return Math.max(0, ...times)
}
