/** Outputs: where they may be written, what they may not overwrite, and what their columns are made of. */
import { posix } from 'node:path'
import { type ColumnFault, columnFault } from './columns.ts'
import { type Finding, quote } from './finding.ts'
import { formatByExtension } from './formats.ts'
import { fold, pathFault, shortest } from './paths.ts'
import type { Path } from './places.ts'
import { sideFiles } from './side-files.ts'
import type { OutputSpec, Spec } from './spec.ts'

export function checkOutputs(spec: Spec, specFile: string): readonly Finding[] {
  return [
    ...spec.outputs.flatMap((output, index) => checkPath(output, ['outputs', index, 'path'])),
    ...overwritten(spec, specFile),
    ...twice(spec),
    ...spec.outputs.flatMap((output, index) => checkColumns(output, index, spec))
  ]
}

function checkPath(output: OutputSpec, path: Path): readonly Finding[] {
  const byName = formatByExtension(output.path)
  if (byName === undefined || byName === output.format) return []
  return [
    { path, message: `the output path ${quote(output.path)} looks like ${byName}, but its format is ${output.format}` }
  ]
}

/** Every file that a spec writes, with the member that says so. */
export function writtenBy(
  spec: Spec
): readonly { readonly file: string; readonly path: Path; readonly role: string }[] {
  const files = spec.outputs.map(({ path }, index) => ({
    file: path,
    path: ['outputs', index, 'path'],
    role: 'output'
  }))
  const first = spec.outputs[0]
  if (!first) return files
  const sides = Object.entries(sideFiles(first.path)).map(([role, file]: [string, string]) => ({
    file,
    path: ['outputs', 0, 'path'],
    role: `${role} file`
  }))
  return [...files, ...sides]
}

function overwritten(spec: Spec, specFile: string): readonly Finding[] {
  const texts = [spec.prompt.user, spec.prompt.system, spec.answer.schema].flatMap(source =>
    source && 'file' in source ? [source.file] : []
  )
  return writtenBy(spec).flatMap(({ file, path, role }): readonly Finding[] => {
    const own = fold(file)
    const says = (what: string) => [{ path, message: `the ${role} ${quote(file)} would overwrite ${what}` }]
    if (own === fold(shortest(specFile))) return says('the spec itself')
    if (texts.some(text => fold(shortest(text)) === own)) return says('a file that the spec reads')
    const pattern = spec.dataset.path.find(one => matches(file, one))
    return pattern === undefined
      ? []
      : says(pattern === file ? 'the dataset' : `the dataset ${quote(pattern)}, or be read as a part of it`)
  })
}

/** As the workspace's own glob would, but also by case. */
function matches(file: string, pattern: string): boolean {
  // A pattern that cannot be is told by itself; matching it could take for ever.
  if (pathFault(pattern) !== undefined) return false
  const glob = fold(shortest(pattern))
  return glob === fold(file) || posix.matchesGlob(fold(file), glob)
}

function twice(spec: Spec): readonly Finding[] {
  const seen = new Map<string, string>()
  return writtenBy(spec).flatMap(({ file, path, role }): readonly Finding[] => {
    const own = fold(file)
    const other = seen.get(own)
    const folder = [...seen.keys()].find(known => known.startsWith(`${own}/`) || own.startsWith(`${known}/`))
    seen.set(own, file)
    if (other !== undefined)
      return [
        {
          path,
          message: `the ${role} ${quote(file)} is written twice${other === file ? '' : `, also as ${quote(other)}`}`
        }
      ]
    return folder === undefined
      ? []
      : [{ path, message: `the ${role} ${quote(file)} would be a file and a folder at once` }]
  })
}

function checkColumns(output: OutputSpec, index: number, spec: Spec): readonly Finding[] {
  const columns = Object.entries(output.columns ?? {})
  if (output.columns && columns.length === 0) {
    return [
      {
        path: ['outputs', index, 'columns'],
        message: `outputs[${index}].columns is empty`,
        hint: 'Leave it out for the key and the answer.'
      }
    ]
  }
  return columns.flatMap(([column, written]): readonly Finding[] => {
    const path = ['outputs', index, 'columns', column]
    if (column.trim() === '' || /\p{Cc}/u.test(column)) {
      return [{ path, message: `${quote(column)} cannot be the name of a column`, atKey: true }]
    }
    const fault: ColumnFault | undefined = columnFault(written, spec.answer.format)
    return fault ? [{ path, ...fault }] : []
  })
}
