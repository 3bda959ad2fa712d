/** Which examples there are to show: folders below examples/ with a spec at the top. */
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Sorted. */
export function exampleNames(project: string): readonly string[] {
  const specs = globSync('*/spec*.yml', { cwd: join(project, 'examples') })
  return [...new Set(specs.map(dirname))].sort()
}

/** The specs of one example, as they are called at the root of its repository. */
export function specsOf(project: string, example: string): readonly string[] {
  return globSync('spec*.yml', { cwd: join(project, 'examples', example) })
    .map(path => basename(path))
    .sort()
}
