/** The examples as files: what a user would copy, and below generated/ what the action makes of it. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '../../examples')
const generated = 'generated/'

export interface Example {
  readonly name: string
  /** What is copied, by path inside the example. */
  readonly files: Readonly<Record<string, Buffer>>
  /** Of those, the specs. */
  readonly specs: readonly string[]
  readonly generated: Readonly<Record<string, Buffer>>
}

/** Folders that hold a spec, sorted. */
export const exampleNames: readonly string[] = globSync('*/spec*.yml', { cwd: folder })
  .map(path => path.replaceAll('\\', '/').split('/')[0] ?? '')
  .filter((name, index, all) => all.indexOf(name) === index)
  .sort()

export function readExample(name: string): Example {
  const all = filesOf(join(folder, name))
  const of = (wanted: boolean): Record<string, Buffer> =>
    Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith(generated) === wanted))
  return { name, files: of(false), specs: Object.keys(all).filter(isSpec), generated: of(true) }
}

function isSpec(path: string): boolean {
  return /^spec[^/]*\.yml$/.test(path)
}

/** For whoever changed on purpose what is published, and reads the difference in git before committing it. */
export const isUpdatingExamples = process.env['UPDATE_EXAMPLES'] === '1'

export function writeGenerated(name: string, files: Readonly<Record<string, Buffer>>): void {
  rmSync(join(folder, name, generated), { recursive: true, force: true })
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}

/** Paths with forward slashes, sorted by code unit. */
export function filesOf(root: string): Record<string, Buffer> {
  if (!existsSync(root)) return {}
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => !/(^|[\\/])\.git([\\/]|$)/.test(path) && statSync(join(root, path)).isFile())
    .map(path => path.replaceAll('\\', '/'))
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(join(root, path))]))
}
