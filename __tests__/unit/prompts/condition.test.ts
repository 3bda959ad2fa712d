import { describe, expect, it } from '@jest/globals'
import type { JsonValue } from '../../../src/json.ts'
import { Problems } from '../../../src/problems.ts'
import { compileCondition } from '../../../src/prompts/condition.ts'
import type { CellType } from '../../../src/spec/spec.ts'
import { fieldsOf, told } from './filling.ts'

const place = { file: 'batch.yml', line: 9, column: 10 }
const csv = { names: ['sku', 'price', 'category', 'active'], complete: true }
const types: Readonly<Record<string, CellType>> = { price: 'number', active: 'boolean' }

function chosen(text: string, row: Readonly<Record<string, JsonValue>>, columns = csv): boolean | readonly string[] {
  const problems = new Problems()
  const condition = compileCondition(text, place, columns, types, problems)
  const answer = condition?.(fieldsOf(row), { file: 'd.csv', line: 3 })
  return problems.list.length > 0 ? problems.list.map(told) : (answer ?? [])
}

describe('dataset.where', () => {
  const row = { sku: 'A', price: 12, category: 'shoes', active: true }

  it.each([
    ['price > 10 and category == "shoes"', true],
    ["price > 10 and category == 'hats'", false],
    ['row.price >= 12', true],
    ['price < 10 or active', true],
    ['not active', false],
    ['not (active and price > 20)', true],
    ['category contains "oe"', true],
    ['category == blank', false],
    ['price', true]
  ])('%s is %s', (text, expected) => {
    expect(chosen(text, row)).toBe(expected)
  })

  it('is false for a comparison with a cell that is empty', () => {
    expect(chosen('price < 10', { ...row, price: null })).toBe(false)
    expect(chosen('price >= 0', { ...row, price: null })).toBe(false)
  })

  it.each([
    ['category > 10', 'error batch.yml:9:19 a text is compared with a number'],
    ['price == "12"', 'error batch.yml:9:16 a number is compared with a text'],
    ['sku == 5', 'error batch.yml:9:14 a text is compared with a number'],
    ['pryce > 10', 'error batch.yml:9:10 there is no field named pryce'],
    ['price >', 'error batch.yml:9:16 a value is missing beside >'],
    ['price > 10 && active', 'error batch.yml:9:22 dataset.where cannot be read: expected "|" before filter'],
    ['price = 10', 'error batch.yml:9:17 dataset.where cannot be read: expected "|" before filter'],
    ['sku | size', 'error batch.yml:9:10 dataset.where takes no filters'],
    ['price > 10) or (active', 'error batch.yml:9:10 dataset.where cannot be read from ") or (active" on'],
    ['', 'error batch.yml:9:10 dataset.where cannot be read: invalid value expression: ""']
  ])('is refused before any row: %s', (text, expected) => {
    expect(chosen(text, row)).toEqual([expected])
  })

  it('names the remedy for text that should be a number', () => {
    const problems = new Problems()

    compileCondition('category > 10', place, csv, {}, problems)

    expect(problems.list[0]?.hint).toContain('{price: number}')
  })

  it('tells kinds that do not fit at the row, where only the row knows them', () => {
    const json = { names: ['price'], complete: false }

    expect(chosen('price > 10', { price: 12 }, json)).toBe(true)
    expect(chosen('price > 10', { price: '12' }, json)).toEqual([
      'error d.csv:3 dataset.where: a text is compared with a number'
    ])
    expect(chosen('price > 10', { price: [1] }, json)).toEqual([
      'error d.csv:3 dataset.where: > needs two numbers or two texts'
    ])
    expect(chosen('other > 10', { price: 12 }, json)).toEqual(['error batch.yml:9:10 there is no field named other'])
  })
})
