import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addedFields, expandColumns, expandRows, type Expansion } from '../../../src/dataset/expand.ts'
import type { Row } from '../../../src/dataset/row.ts'
import { Problems } from '../../../src/problems.ts'

const none: Expansion = { matrix: {}, variants: [], samples: 1 }

function rowOf(key: string): Row {
  return { key, fields: { sku: key }, place: { file: 'd.csv', line: 2 } }
}

async function expand(rows: readonly Row[], expansion: Partial<Expansion>): Promise<Row[]> {
  async function* batches(): AsyncGenerator<readonly Row[]> {
    yield rows
  }
  const made: Row[] = []
  for await (const batch of expandRows(batches(), { ...none, ...expansion })) made.push(...batch)
  return made
}

describe('expanding rows', () => {
  it('gives every combination its own row, key and fields, matrix first', async () => {
    const rows = await expand([rowOf('A')], { matrix: { lang: ['de', 'fr'] }, variants: ['title'], samples: 2 })

    expect(rows.map(({ key, fields }) => [key, { ...fields }])).toEqual([
      ['A#de#title#1', { sku: 'A', lang: 'de', variant: 'title', sample: 1 }],
      ['A#de#title#2', { sku: 'A', lang: 'de', variant: 'title', sample: 2 }],
      ['A#fr#title#1', { sku: 'A', lang: 'fr', variant: 'title', sample: 1 }],
      ['A#fr#title#2', { sku: 'A', lang: 'fr', variant: 'title', sample: 2 }]
    ])
  })

  it('leaves rows as they are where nothing is expanded', async () => {
    const row = rowOf('A')

    const [same] = await expand([row], {})

    expect(same).toBe(row)
  })

  it('never gives two rows one key', async () => {
    const values = fc.uniqueArray(fc.stringMatching(/^[a#%]{1,4}$/), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(values, values, values, async (keys, one, other) => {
        const rows = await expand(keys.map(rowOf), { matrix: { one, other }, samples: 2 })

        const made = new Set(rows.map(row => row.key))
        expect(made.size).toBe(keys.length * one.length * other.length * 2)
      })
    )
  })

  it('does not name a field twice', () => {
    const problems = new Problems()

    const columns = expandColumns(
      { names: ['sku', 'lang'], complete: true, types: {} },
      { ...none, matrix: { lang: ['de'], size: [1, 2] }, samples: 2 },
      problems
    )

    expect(problems.list.map(({ message }) => message)).toEqual(['the dataset has a column lang already'])
    expect(columns.names).toEqual(['sku', 'lang', 'lang', 'size', 'sample'])
    expect(columns.types).toEqual({ size: 'number', sample: 'number' })
    expect(addedFields(none)).toEqual([])
  })
})
