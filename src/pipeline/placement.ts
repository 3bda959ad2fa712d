/**
 * Which file each row goes to, where an output's path has holes: filled in, checked as a path that a stranger wrote, and
 * compared with every other, so that no row writes over another's file on any file system.
 */
import type { Columns } from '../dataset/columns.ts'
import type { Row } from '../dataset/row.ts'
import type { Workspace } from '../ports.ts'
import type { Problems } from '../problems.ts'
import { compileTemplate, faultOf } from '../prompts/template.ts'
import type { Template } from '../prompts/template.ts'
import { textsOf } from '../spec/check-prompt.ts'
import { isPerRow } from '../spec/output-formats.ts'
import { hasHoles, segmentsOf } from '../spec/path-template.ts'
import { fold, outputPathFault, shortest } from '../spec/paths.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { OutputSpec, Spec } from '../spec/spec.ts'
import type { PassRequest } from './context.ts'
import type { Prepared } from './prepare.ts'
import type { Published } from './published.ts'
import { preparedRows } from './standings.ts'
import { TakenPaths } from './taken-paths.ts'
import { unmanaged } from './unmanaged.ts'

interface Holed {
  readonly spec: OutputSpec
  readonly segments: readonly Template[]
}

/** A row's file by output; null for an output of one file. */
export type RowPaths = readonly (string | null)[]

interface Placing {
  readonly request: Pick<PassRequest, 'spec' | 'specPath' | 'placeOf'>
  /** Of the rows that are placed. */
  readonly columns: Columns
  /** The dataset's: no row may write over one. */
  readonly files: readonly string[]
}

/** Undefined where no path has holes. A template that cannot be is a Problem at the path. */
export function placementOf({ request, columns, files }: Placing, problems: Problems): Placement | undefined {
  const { spec, specPath, placeOf } = request
  if (!spec.outputs.some(({ path }) => hasHoles(path))) return undefined
  const outputs = spec.outputs.map((output, number) => {
    if (!hasHoles(output.path)) return undefined
    const place = placeOf(`outputs[${number}].path`)
    const segments = segmentsOf(output.path).map(text => compileTemplate({ text, place }, columns, problems))
    return { spec: output, segments: segments.filter(segment => segment !== undefined) }
  })
  return new Placement(outputs, reservedBy(spec, [specPath, ...files, ...textFilesOf(spec)]), problems)
}

/** Prompts and the schema. */
function textFilesOf(spec: Spec): readonly string[] {
  return [...textsOf(spec).map(({ source }) => source), spec.answer.schema].flatMap(source =>
    source && 'file' in source ? [shortest(source.file)] : []
  )
}

/** Plain outputs, side files and everything that is read, folded. */
function reservedBy(spec: Spec, reads: readonly string[]): ReadonlyMap<string, string> {
  const plain = spec.outputs.map(({ path }) => path).filter(path => !hasHoles(path))
  const sides = Object.values(sideFiles(spec)).map((file: string) => [fold(file), 'a side file of this spec'] as const)
  return new Map([
    ...reads.map(file => [fold(file), 'a file that the spec reads'] as const),
    ...plain.map(file => [fold(file), 'another output of this spec'] as const),
    ...sides
  ])
}

const rename = 'Fill the hole with a filter: {{ name | slugify }}.'

export class Placement {
  private readonly outputs: readonly (Holed | undefined)[]
  private readonly reserved: ReadonlyMap<string, string>
  private readonly problems: Problems
  private readonly taken = new TakenPaths()
  private isTold = false

  constructor(outputs: readonly (Holed | undefined)[], reserved: ReadonlyMap<string, string>, problems: Problems) {
    this.outputs = outputs
    this.reserved = reserved
    this.problems = problems
  }

  /** A path that cannot be is a Problem at the row. */
  place(row: Row): RowPaths {
    return this.outputs.map((output, number) => (output === undefined ? null : this.fill(output, number, row)))
  }

  private fill({ spec, segments }: Holed, number: number, row: Row): string | null {
    const filled = this.segmentsFor(segments, row)
    if (filled === undefined) return null
    const path = filled.join('/')
    const fault = filled.map(holeFault).find(found => found !== undefined) ?? outputPathFault(path)
    const reserved = fault === undefined ? this.reserved.get(fold(path)) : undefined
    if (fault !== undefined || reserved !== undefined) {
      const why = fault ?? `is ${reserved ?? ''}`
      this.problems.error(`the output path ${shown(path)} of this row ${why}`, row.place, rename)
      return null
    }
    const clash = this.taken.add(path, { number, shares: !isPerRow(spec.format), place: row.place })
    this.tellWidth()
    if (clash === undefined) return path
    this.problems.error(`the output path ${shown(path)} of this row ${clash.message}`, row.place, clash.hint)
    return null
  }

  private tellWidth(): void {
    const { wide } = this.taken
    if (wide === undefined || this.isTold) return
    this.isTold = true
    this.problems.warning(
      `${wide === '' ? 'the root of the repository' : shown(wide)} gets more than 3,000 files, and GitHub recommends no more in one folder`,
      undefined,
      'Put a column into the path that parts them: content/{{ category }}/{{ sku }}.md.'
    )
  }

  private segmentsFor(segments: readonly Template[], row: Row): readonly string[] | undefined {
    try {
      return segments.map(segment => segment.render(row.fields))
    } catch (error) {
      this.problems.error(`the output path of this row cannot be made: ${faultOf(error).message}`, row.place)
      return undefined
    }
  }
}

function holeFault(segment: string): string | undefined {
  if (segment === '') return 'has an empty part'
  if (/[/\\]/.test(segment)) return 'has a hole filled with a slash'
  return segment === '.' || segment === '..' ? `has a hole filled with ${segment}` : undefined
}

function shown(path: string): string {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path)
}

/** Files in the way of rows that the lock does not know are somebody's: throws Failure `unmanaged-output`. */
export async function refuseForeign(
  workspace: Workspace,
  { published, placement }: { readonly published: Published; readonly placement: Placement | undefined },
  prepared: Prepared
): Promise<void> {
  // Of a lock that cannot be read nobody knows what it knew.
  if (placement === undefined || published.isLost) return
  for await (const batch of preparedRows(prepared)) {
    const strange = batch
      .flatMap(({ paths }) => paths ?? [])
      .filter((path): path is string => path !== null && !published.owns(path))
    const facts = await Promise.all(strange.map(path => workspace.stat(path)))
    const found = strange.find((_, index) => (facts[index]?.bytes ?? 0) > 0)
    if (found !== undefined) throw unmanaged(found)
    // A link, or a file where a folder has to be, is told before anything is paid.
    for (const path of strange) await workspace.checkWritable(path)
  }
}
