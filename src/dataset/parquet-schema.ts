/** The columns of a Parquet file as fields: what is read, what it becomes, and what is left out. */
import type { FileMetaData, SchemaTree } from 'hyparquet'
import type { CellType } from '../spec/spec.ts'
import type { ParquetLibrary } from './parquet-library.ts'
import type { Leaf } from './parquet-pages.ts'
import { valueType } from './parquet-values.ts'
import { Damage } from './parquet-window.ts'

/** One field of a row, made of one leaf or, where it is a list, a map or a struct, of several. */
export interface ParquetColumn {
  readonly name: string
  readonly tree: SchemaTree
  readonly isFlat: boolean
  readonly leaves: readonly Leaf[]
  readonly cell: CellType
}

export interface ParquetSchema {
  readonly columns: readonly ParquetColumn[]
  /** Names of columns with a type that has no sensible JSON. */
  readonly leftOut: readonly string[]
}

const maxDepth = 100

export function readSchema(metadata: FileMetaData, library: ParquetLibrary): ParquetSchema {
  const root = library.parquetSchema(metadata)
  const columns: ParquetColumn[] = []
  const leftOut: string[] = []
  const names = new Set<string>()
  for (const tree of root.children) {
    const { name } = tree.element
    if (names.has(name)) throw new Damage('two columns have the same name')
    names.add(name)
    const leaves = leavesOf(tree, [root, tree])
    if (leaves === undefined) leftOut.push(name)
    else columns.push(columnOf(tree, leaves))
  }
  return { columns, leftOut }
}

function columnOf(tree: SchemaTree, leaves: readonly Leaf[]): ParquetColumn {
  const isFlat = tree.children.length === 0 && tree.element.repetition_type !== 'REPEATED'
  return { name: tree.element.name, tree, isFlat, leaves, cell: isFlat ? (leaves[0]?.value.cell ?? 'text') : 'json' }
}

/** Undefined where one of them cannot be read. */
function leavesOf(tree: SchemaTree, path: readonly SchemaTree[]): readonly Leaf[] | undefined {
  if (path.length > maxDepth) throw new Damage(`a column is nested more than ${maxDepth} levels deep`)
  if (tree.element.logical_type?.type === 'VARIANT') return undefined
  if (tree.children.length === 0) {
    const value = valueType(tree.element)
    return value === undefined ? undefined : [{ schemaPath: path, value }]
  }
  const leaves: Leaf[] = []
  for (const child of tree.children) {
    const below = leavesOf(child, [...path, child])
    if (below === undefined) return undefined
    leaves.push(...below)
  }
  return leaves
}
