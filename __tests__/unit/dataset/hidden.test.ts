import { describe, expect, it } from '@jest/globals'
import { readColumns } from '../../../src/dataset/columns.ts'
import { readDataset, type DatasetSource } from '../../../src/dataset/dataset.ts'
import { Problems } from '../../../src/problems.ts'

function filesOf(texts: Readonly<Record<string, string>>) {
  return {
    async *open(path: string) {
      yield Buffer.from(texts[path] ?? '')
    },
    slice: async (path: string, from: number, to: number) => Buffer.from(texts[path] ?? '').subarray(from, to),
    bytes: async (path: string) => Buffer.byteLength(texts[path] ?? '')
  }
}

async function keysOf(text: string, hidden: readonly string[], name = 'a.csv'): Promise<readonly string[]> {
  const problems = new Problems()
  const source: DatasetSource = { files: [name], types: {}, hidden }
  const keys: string[] = []
  for await (const rows of readDataset(source, filesOf({ [name]: text }), problems))
    keys.push(...rows.map(({ key }) => key))
  expect(problems.any).toBe(false)
  return keys
}

describe('Hidden columns', () => {
  it.each(['a.csv', 'a.jsonl'])('are no part of a row of %s: neither of its fields nor of its name', async name => {
    const [plain, merged] = name.endsWith('csv')
      ? ['n,c\n1,x\n', 'n,c,about\n1,x,words\n']
      : ['{"n":"1","c":"x"}\n', '{"n":"1","c":"x","about":"words"}\n']

    expect(await keysOf(merged, ['about'], name)).toEqual(await keysOf(plain, ['about'], name))
    expect(
      await readColumns({ files: [name], types: {}, hidden: ['about'] }, filesOf({ [name]: merged }), new Problems())
    ).toMatchObject({
      names: ['n', 'c']
    })
  })

  it('are seen neither by a condition nor by the comparison of headers', async () => {
    const texts = { 'a.csv': 'n,about\n1,words\n', 'b.csv': 'n\n2\n' }
    const problems = new Problems()
    const seen: string[][] = []
    const source: DatasetSource = {
      files: ['a.csv', 'b.csv'],
      key: 'n',
      types: {},
      hidden: ['about'],
      where: fields => seen.push(Object.keys(fields)) > 0
    }

    for await (const _rows of readDataset(source, filesOf(texts), problems));

    expect([seen, problems.list]).toEqual([[['n'], ['n']], []])
  })
})
