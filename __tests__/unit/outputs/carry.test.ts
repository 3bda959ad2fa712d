import { describe, expect, it } from '@jest/globals'
import type { JsonValue } from '../../../src/json.ts'
import {
  answerCells,
  canCarry,
  carriedCells,
  carriedHash,
  cellsHash,
  columnsLacking,
  freshAnswerCells,
  keyColumn,
  presentCells,
  withOwnLineEnds
} from '../../../src/outputs/carry.ts'
import { compileColumns, type CellContext, type Column } from '../../../src/outputs/columns.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { lockOutput } from '../../../src/outputs/lock.ts'
import { Problems } from '../../../src/problems.ts'
import type { OutputFormatName } from '../../../src/spec/spec.ts'
import { batches, fileOf, gathered, joined } from './streams.ts'

function compile(columns: Record<string, string>): readonly Column[] {
  const problems = new Problems()
  const compiled = compileColumns(
    { path: 'o.csv', format: 'csv', columns },
    { keyField: 'sku' },
    () => ({ file: 'spec' }),
    problems
  )
  expect(problems.list).toEqual([])
  return compiled
}

const layout = (columns: readonly Column[], format: OutputFormatName = 'csv') =>
  lockOutput({ path: 'o', format }, columns)
const context: CellContext = {
  key: 'A1',
  fields: { sku: 'A1', n: 1 },
  answer: { title: 'A', price: -1.5, tags: ['x'], note: null }
}
const cellsOf = (columns: readonly Column[], of = context): JsonValue[] => columns.map(column => column.value(of))

describe('a carried row', () => {
  it.each(['csv', 'jsonl', 'json'] as const)('has in %s the hash that was taken when it was fresh', async name => {
    const format = formatOf(name)
    const columns = compile({
      sku: 'row.sku',
      title: 'answer.title',
      price: 'answer.price',
      tags: 'answer.tags',
      note: 'answer.note'
    })
    const fresh = freshAnswerCells(columns, cellsOf(columns), format)

    const text = await joined(format.write(columns, batches([cellsOf(columns)])))
    const [row] = await gathered(format.read(fileOf(text)))

    const read = answerCells(layout(columns, name), row!.cells)
    expect(cellsHash(read)).toBe(cellsHash(fresh))
    expect(cellsHash({ ...read, 'answer.title': 'edited' })).not.toBe(cellsHash(fresh))
  })

  it('takes the answer from the file and the rest from the dataset', () => {
    const columns = compile({ sku: 'row.sku', title: 'answer.title', n: 'row.n' })
    const kept = answerCells(layout(columns), { sku: 'A1', title: 'by hand', n: 'old' })

    expect(kept).toEqual({ 'answer.title': 'by hand' })
    expect(carriedCells(columns, context, kept)).toEqual(['A1', 'by hand', 1])
  })

  it('survives renamed, reordered, dropped and doubled columns', () => {
    const before = compile({ sku: 'row.sku', title: 'answer.title', again: 'answer.title', price: 'answer.price' })
    const kept = answerCells(layout(before), { sku: 'A1', title: 'one', again: 'two', price: '3' })
    const now = compile({
      price: 'answer.price',
      headline: 'answer.title',
      id: 'key',
      third: 'answer.title',
      fourth: 'answer.title'
    })

    expect(canCarry(layout(before), { spec: { format: 'csv' }, columns: now })).toBe(true)
    expect(carriedCells(now, context, kept)).toEqual(['3', 'one', 'A1', 'two', 'one'])
  })

  it('tells a member that is absent from one that is null', () => {
    const columns = compile({ sku: 'row.sku', title: 'answer.title', again: 'answer.title', price: 'answer.price' })
    const cells = { sku: 'A1', again: 'two', price: null }

    expect(columnsLacking(layout(columns, 'jsonl'), cells)).toEqual(['title'])
    expect(presentCells(layout(columns, 'jsonl'), cells)).toEqual({ 'answer.title#2': 'two', 'answer.price': null })
    expect(answerCells(layout(columns, 'jsonl'), cells)).toMatchObject({ 'answer.title': null })
  })
})

describe('Line ends', () => {
  const published = cellsHash({ answer: 'one\ntwo', n: 1 })

  it.each([
    ['are those that were published where nothing else differs', { answer: 'one\r\ntwo', n: 1 }, 'one\ntwo'],
    ['of an edit are ours', { answer: 'one\r\n2', n: 1 }, 'one\n2'],
    ['stay where nothing else was published', { answer: 'a\r\nb' }, 'a\r\nb', cellsHash({ answer: 'a\r\nb' })]
  ] as const)('%s', (_, cells, answer, hash = published) => {
    expect(withOwnLineEnds(cells, hash)).toEqual({ ...cells, answer })
  })
})

describe('carriedHash', () => {
  const before = compile({ sku: 'row.sku', title: 'answer.title', price: 'answer.price' })
  const edited = { 'answer.title': 'by hand', 'answer.price': '-1.5' }
  const published = cellsHash({ 'answer.title': 'A', 'answer.price': '-1.5' })

  it.each([
    { headline: 'answer.title', sku: 'key', price: 'answer.price' },
    { price: 'answer.price', n: 'row.n', title: 'answer.title' }
  ])('goes on telling an edit while the same answer cells are published: %j', columns => {
    expect(carriedHash(layout(before), compile(columns), edited, published)).toBe(published)
  })

  const fewerOrMore = [
    [{ title: 'answer.title' }, { 'answer.title': 'A' }],
    [{ price: 'answer.price' }, { 'answer.price': '-1.5' }],
    [
      { title: 'answer.title', price: 'answer.price', again: 'answer.title' },
      { 'answer.title': 'A', 'answer.price': '-1.5', 'answer.title#2': 'A' }
    ]
  ] as const
  it.each(fewerOrMore)('takes what nobody edited as published under other columns: %j', (columns, cells) => {
    const kept = { 'answer.title': 'A', 'answer.price': '-1.5' }

    expect(carriedHash(layout(before), compile(columns), kept, published)).toBe(cellsHash(cells))
  })

  it.each(fewerOrMore.map(([columns]) => columns))('goes on telling an edit under other columns: %j', columns => {
    expect(carriedHash(layout(before), compile(columns), edited, published)).toBe(published)
  })

  it('is taken anew where the lock had none', () => {
    expect(carriedHash(layout(before), before, edited, undefined)).toBe(cellsHash(edited))
  })
})

describe('canCarry', () => {
  const before = layout(compile({ sku: 'row.sku', title: 'answer.title', tokens: 'usage.outputTokens' }))
  it.each([
    ['csv', { a: 'answer.title' }, true],
    ['csv', { a: 'row.other', b: 'key' }, true],
    ['csv', { a: 'usage.outputTokens', b: 'answer.title' }, true],
    ['csv', { a: 'answer' }, false],
    ['csv', { a: 'answer.title', b: 'answer.price' }, false],
    ['csv', { a: 'model' }, false],
    ['jsonl', { a: 'answer.title' }, false]
  ])('%s with %j: %s', (format, columns, expected) => {
    expect(canCarry(before, { spec: { format }, columns: compile(columns) })).toBe(expected)
  })
})

describe('keyColumn', () => {
  it.each([
    [{ id: 'row.sku', answer: 'answer' }, 'id'],
    [{ answer: 'answer', name: 'key' }, 'name'],
    [{ answer: 'answer', n: 'row.n' }, undefined]
  ])('of %j is %s', (columns, expected) => {
    expect(keyColumn(layout(compile(columns)))).toBe(expected)
  })

  it('is found by its path in a lock that does not name it', () => {
    expect(keyColumn({ path: 'o', format: 'csv', columns: { name: 'key' } })).toBe('name')
  })
})
