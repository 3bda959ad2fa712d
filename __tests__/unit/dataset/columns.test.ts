import { describe, expect, it } from '@jest/globals'
import { readColumns } from '../../../src/dataset/columns.ts'
import { Problems } from '../../../src/problems.ts'
import { filesOf, told, type Contents } from './reading.ts'

async function columns(files: Contents): Promise<unknown> {
  const problems = new Problems()
  const found = await readColumns({ files: Object.keys(files), types: {} }, filesOf(files, 1000), problems)
  return found ?? problems.list.map(told)
}

describe('the columns of a dataset', () => {
  it('are the header of a CSV, whatever its rows are like', async () => {
    expect(await columns({ 'a.csv': 'b,a\n1\n' })).toEqual({ names: ['b', 'a'], complete: true, types: {} })
  })

  it('are the members of the first thousand objects elsewhere, and may be more', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `{"id":${index}${index === 900 ? ',"rare":1' : ''}${index === 2500 ? ',"late":1' : ''}}`
    )

    expect(await columns({ 'a.jsonl': lines.join('\n') })).toEqual({ names: ['id', 'rare'], complete: false })
    expect(await columns({ 'a.json': `[${lines.join(',')}]` })).toEqual({ names: ['id', 'rare'], complete: false })
  })

  it('leave bad rows for later to tell', async () => {
    expect(await columns({ 'a.jsonl': '{"a":1}\nnonsense\n{"b":1}' })).toEqual({ names: ['a', 'b'], complete: false })
  })

  it.each([
    ['a.csv', '', 'error a.csv the file holds no rows'],
    ['a.csv', 'a,a\n1,2\n', 'error a.csv:1 columns 1 and 2 are both named a'],
    ['a.jsonl', 'nonsense', 'error a.jsonl:1 the line is not JSON: it has a mistake'],
    ['a.yaml', 'a: 1', 'error a.yaml:1 the document must be a list of mappings']
  ])('cannot be known from %s with %j', async (file, content, expected) => {
    expect(await columns({ [file]: content })).toEqual([expected])
  })
})
