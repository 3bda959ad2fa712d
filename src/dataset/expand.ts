/**
 * One row → several: every value of a matrix, every variant of the prompt, every sample of an answer. Each is a row of its
 * own, with its own key; what is made of them is not known here.
 */
import type { JsonValue } from '../json.ts'
import type { Problems } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import type { Columns } from './columns.ts'
import { spelled } from './nearest.ts'
import type { Row } from './row.ts'

export interface Expansion {
  readonly matrix: Readonly<Record<string, readonly (string | number | boolean)[]>>
  readonly variants: readonly string[]
  readonly samples: number
}

/** What an expanded row has beside the fields of its dataset, in this order. */
export function addedFields({ matrix, variants, samples }: Expansion): readonly string[] {
  return [...Object.keys(matrix), ...(variants.length > 0 ? ['variant'] : []), ...(samples > 1 ? ['sample'] : [])]
}

export function isExpanding(expansion: Expansion): boolean {
  return addedFields(expansion).length > 0
}

/** The columns of the expanded rows. A field that the dataset has already is a Problem. */
export function expandColumns(columns: Columns, expansion: Expansion, problems: Problems): Columns {
  const added = addedFields(expansion)
  for (const name of added.filter(one => columns.names.includes(one))) {
    problems.error(
      `the dataset has a column ${spelled(name)} already`,
      undefined,
      name in expansion.matrix ? 'give the matrix another name' : 'rename the column of the dataset'
    )
  }
  const { matrix } = expansion
  const types = Object.fromEntries(
    added.flatMap((name): (readonly [string, CellType])[] => {
      const kinds = new Set((matrix[name] ?? []).map(value => typeof value))
      if (name === 'sample' || (kinds.size === 1 && kinds.has('number'))) return [[name, 'number']]
      return kinds.size === 1 && kinds.has('boolean') ? [[name, 'boolean']] : []
    })
  )
  return {
    ...columns,
    names: [...columns.names, ...added],
    ...(columns.types && { types: { ...columns.types, ...types } })
  }
}

interface Combination {
  readonly suffix: string
  readonly fields: readonly (readonly [string, JsonValue])[]
}

/** Rows in dataset order, those made of one row together. The same row itself where nothing is expanded. */
export async function* expandRows(
  batches: AsyncIterable<readonly Row[]>,
  expansion: Expansion
): AsyncGenerator<readonly Row[]> {
  if (!isExpanding(expansion)) {
    yield* batches
    return
  }
  const combinations = combinationsOf(expansion)
  for await (const rows of batches) {
    // Not all rows times all combinations at once: a batch stays a batch.
    for (const row of rows) yield combinations.map(combination => expanded(row, combination))
  }
}

/** What tells rows apart that were made of one row: `#de#title#2`. `#` and `%` in a value are spelled out, so that no two are alike. */
function combinationsOf(expansion: Expansion): readonly Combination[] {
  const { matrix, variants, samples } = expansion
  const factors: (readonly [string, readonly (string | number | boolean)[]])[] = Object.entries(matrix)
  if (variants.length > 0) factors.push(['variant', variants])
  if (samples > 1) factors.push(['sample', Array.from({ length: samples }, (_, index) => index + 1)])
  return factors.reduce<readonly Combination[]>(
    (made, [name, values]) =>
      made.flatMap(({ suffix, fields }) =>
        values.map(value => ({
          suffix: `${suffix}#${String(value).replace(/[#%]/g, encodeURIComponent)}`,
          fields: [...fields, [name, value] as const]
        }))
      ),
    [{ suffix: '', fields: [] }]
  )
}

function expanded(row: Row, { suffix, fields }: Combination): Row {
  const own = Object.create(null) as Record<string, JsonValue>
  return {
    ...row,
    key: `${row.key}${suffix}`,
    fields: Object.assign(own, row.fields, Object.fromEntries(fields))
  }
}
