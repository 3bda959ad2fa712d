/** A scenario: a folder with the files of a repository, and below expected/ every file that the first pass publishes. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, 'scenarios')

export interface Scenario {
  readonly files: Readonly<Record<string, string>>
  readonly expected: Readonly<Record<string, string>>
}

export function readScenario(name: string): Scenario {
  const all = filesOf(join(folder, name))
  const of = (wanted: boolean): Record<string, string> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([path, text]) => {
        const isExpected = path.startsWith('expected/')
        return isExpected === wanted ? [[path.replace(/^expected\//, ''), text]] : []
      })
    )
  return { files: of(false), expected: of(true) }
}

/** For whoever changed what is published on purpose, and reads the difference in git before committing it. */
export const isUpdating = process.env['UPDATE_SCENARIOS'] === '1'

export function writeExpected(name: string, files: Readonly<Record<string, string>>): void {
  rmSync(join(folder, name, 'expected'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, 'expected', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function filesOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(root, path)).isFile()
  )
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]))
}
