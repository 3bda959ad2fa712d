/** Outputs that are columns of the dataset itself: where they stand, and which names they take. */
import { formatByExtension } from './formats.ts'
import { mergeFormats, type MergeFormatName } from './output-formats.ts'
import type { OutputSpec, Spec } from './spec.ts'

export interface MergeSpec extends OutputSpec {
  readonly merge: true
}

export function isMerge(output: OutputSpec): output is MergeSpec {
  return output.merge === true
}

/** The format of the dataset where columns can be merged into it. */
export function mergeFormatOf({ dataset }: Pick<Spec, 'dataset'>): MergeFormatName | undefined {
  const formats = dataset.path.map(path => dataset.format ?? formatByExtension(path))
  const known = mergeFormats.find(one => one === formats[0])
  return formats.every(format => format === known) ? known : undefined
}

/** Gives every merge the path and the format of the dataset. A merge into several files has their patterns as its path. */
export function placeMerges(spec: Spec): Spec {
  if (!spec.outputs.some(isMerge)) return spec
  const path = spec.dataset.path.join(',')
  const format = mergeFormatOf(spec) ?? 'csv'
  return { ...spec, outputs: spec.outputs.map(output => (isMerge(output) ? { ...output, path, format } : output)) }
}

/**
 * The columns of the dataset's files that this spec writes. They are no part of a row: neither its key nor `where`, nor
 * any template sees them, so that a row stays the same row once its answer stands beside it.
 */
export function mergedColumns({ outputs }: Pick<Spec, 'outputs'>): readonly string[] {
  return outputs.filter(isMerge).flatMap(({ columns }) => Object.keys(columns ?? defaultMerge))
}

/** Without `columns`, a merge adds this one. */
export const defaultMerge: Readonly<Record<string, string>> = { answer: 'answer' }
