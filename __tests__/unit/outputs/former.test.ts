import { describe, expect, it } from '@jest/globals'
import { compileColumns } from '../../../src/outputs/columns.ts'
import { formerOutputs } from '../../../src/outputs/former.ts'
import { lockOutput } from '../../../src/outputs/lock.ts'
import { Problems } from '../../../src/problems.ts'

const output = (path: string, columns: Record<string, string> = { sku: 'row.sku', answer: 'answer' }) => {
  const spec = { path, format: path.endsWith('.csv') ? 'csv' : 'jsonl', columns } as const
  return { spec, columns: compileColumns(spec, { keyField: 'sku' }, () => ({ file: 'spec' }), new Problems()) }
}
const locked = (...outputs: ReturnType<typeof output>[]) =>
  outputs.map(({ spec, columns }) => lockOutput(spec, columns))

describe('An output', () => {
  it.each([
    ['is that of its path', [output('a.csv')], [output('a.csv')], { 'a.csv': 'a.csv' }],
    [
      'is that of its path under other columns',
      [output('a.csv', { said: 'answer' })],
      [output('a.csv')],
      { 'a.csv': 'a.csv' }
    ],
    [
      'was renamed',
      [output('a.csv'), output('c.jsonl')],
      [output('a.csv'), output('b.jsonl')],
      { 'a.csv': 'a.csv', 'c.jsonl': 'b.jsonl' }
    ],
    ['of another format is new', [output('a.jsonl')], [output('a.csv')], {}],
    ['of other columns is new', [output('b.csv', { said: 'answer' })], [output('a.csv')], {}],
    ['with holes is new', [output('{{ sku }}.csv')], [output('a.csv')], {}],
    ['that could be either of two is new', [output('c.csv')], [output('a.csv'), output('b.csv')], {}],
    ['that could be another as well is new', [output('b.csv'), output('c.csv')], [output('a.csv')], {}]
  ])('%s', (_, now, before, expected) => {
    const former = formerOutputs(now, locked(...before))

    expect(Object.fromEntries([...former].map(([path, one]) => [path, one.path]))).toEqual(expected)
  })
})
