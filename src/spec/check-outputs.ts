/** Outputs: where they may be written, what they may not overwrite, and what they are made of. */
import { posix } from 'node:path'
import { checkContent } from './check-content.ts'
import { textsOf } from './check-prompt.ts'
import { type Finding, quote } from './finding.ts'
import { isMerge, mergeFormatOf } from './merge.ts'
import { fitsExtension, isPerRow, outputFormatByExtension } from './output-formats.ts'
import { hasHoles, withStandIns } from './path-template.ts'
import { fold, pathFault, shortest } from './paths.ts'
import type { Path } from './places.ts'
import { sideFiles } from './side-files.ts'
import type { OutputSpec, Spec } from './spec.ts'

export function checkOutputs(spec: Spec, specFile: string): readonly Finding[] {
  return [
    ...spec.outputs.flatMap((output, index) => (isMerge(output) ? [] : checkPath(output, ['outputs', index, 'path']))),
    ...checkMerges(spec),
    ...overwritten(spec, specFile),
    ...twice(spec),
    ...spec.outputs.flatMap((output, index) => checkContent(output, index, spec))
  ]
}

function checkPath({ path: written, format }: OutputSpec, path: Path): readonly Finding[] {
  const fault = pathMisfit(written, format)
  return fault === undefined ? [] : [{ path, ...fault }]
}

function pathMisfit(
  path: string,
  format: OutputSpec['format']
): { readonly message: string; readonly hint?: string } | undefined {
  if (isPerRow(format) && !hasHoles(path)) {
    return {
      message: `the output path ${quote(path)} is one file, but ${format} writes one file per row`,
      hint: 'Put a column into the path, content/{{ sku }}.md, or choose another format.'
    }
  }
  if (format === 'openai-batch' && hasHoles(path)) {
    return {
      message: `the output path ${quote(path)} has holes, but openai-batch writes one file`,
      hint: 'Write a plain path, such as generated/results.jsonl.'
    }
  }
  if (fitsExtension(path, format)) return undefined
  const name = outputFormatByExtension(path) ?? ''
  return { message: `the output path ${quote(path)} looks like ${name}, but its format is ${format}` }
}

function checkMerges(spec: Spec): readonly Finding[] {
  const merges = spec.outputs.flatMap((output, index) => (isMerge(output) ? [['outputs', index, 'merge']] : []))
  const [first, second] = merges
  if (first === undefined) return []
  if (second !== undefined)
    return [{ path: second, message: 'two outputs merge into the dataset: put their columns into one' }]
  if (mergeFormatOf(spec) === undefined) {
    return [
      {
        path: first,
        message: 'merge is for datasets in CSV, TSV or JSONL: in other formats no column can be added in place',
        hint: 'Write an output file of its own.'
      }
    ]
  }
  if (spec.dataset.path.some(path => path.startsWith('s3://')))
    return [{ path: first, message: 'merge writes files of the repository, and this dataset lies in S3' }]
  const several = severalAnswers(spec)
  if (several === undefined) return []
  const message = `merge has one place per row of the dataset, and ${several} asks several questions about one`
  return [{ path: first, message, hint: 'Write an output file of its own.' }]
}

function severalAnswers({ expand, samples, matrix }: Spec): string | undefined {
  if (expand !== undefined) return 'expand'
  if (matrix !== undefined) return 'matrix'
  return samples > 1 ? 'samples' : undefined
}

/** Every file that a spec writes, with the member that says so. A path with holes stands for all that it becomes. */
export function writtenBy(
  spec: Spec
): readonly { readonly file: string; readonly path: Path; readonly role: string }[] {
  const files = spec.outputs.map(({ path, merge }, index) => ({
    file: path,
    path: ['outputs', index, merge === true ? 'merge' : 'path'],
    role: 'output'
  }))
  if (files.length === 0) return files
  const sides = Object.entries(sideFiles(spec)).map(([role, file]: [string, string]) => ({
    file,
    path: ['outputs', 0, 'path'],
    role: `${role} file`
  }))
  return [...files, ...sides]
}

const besideFirst = 'It stands beside the first output: put another one first, or write it to another folder.'

function overwritten(spec: Spec, specFile: string): readonly Finding[] {
  const texts = [...textsOf(spec).map(({ source }) => source), spec.answer.schema].flatMap(source =>
    source && 'file' in source ? [source.file] : []
  )
  return writtenBy(spec).flatMap(({ file, path, role }): readonly Finding[] => {
    const own = fold(file)
    const hint = role === 'output' ? {} : { hint: besideFirst }
    const says = (what: string) => [{ path, message: `the ${role} ${quote(file)} would overwrite ${what}`, ...hint }]
    if (own === fold(shortest(specFile))) return says('the spec itself')
    if (texts.some(text => fold(shortest(text)) === own)) return says('a file that the spec reads')
    if (path.at(-1) === 'merge') return []
    const pattern = spec.dataset.path.find(one => matches(withStandIns(file), one))
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
