/** The examples work: specs decode, their files are there, and the facts have the form that the prompt expects. */
import { describe, expect, it } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { decodeSpec } from '../../src/spec/decode.ts'

const specs = globSync('examples/**/spec*.yml')

describe('examples', () => {
  it('are there', () => {
    expect(specs).toContain('examples/world/spec.yml')
  })

  it.each(specs)('%s decodes without a word', path => {
    const { spec, problems } = decodeSpec({ text: readFileSync(path, 'utf8'), file: path })

    expect(problems).toEqual([])
    expect(spec?.model).toBe('us.anthropic.claude-haiku-4-5-20251001-v1:0')
  })

  it.each(specs)('%s names files that are beside it', path => {
    const { spec } = decodeSpec({ text: readFileSync(path, 'utf8'), file: path })
    const { system, user } = spec!.prompt

    const files = [spec!.dataset.path, system, user, spec!.answer.schema].flat().flatMap(one => {
      if (typeof one === 'string') return [one]
      return one !== undefined && 'file' in one ? [one.file] : []
    })

    expect(files.length).toBeGreaterThan(3)
    expect(files.filter(file => !existsSync(join(dirname(path), file)))).toEqual([])
  })

  it.each(globSync('examples/**/schemas/*.json'))('%s is a JSON Schema', path => {
    const schema = JSON.parse(readFileSync(path, 'utf8')) as object

    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow()
  })
})

describe('examples/world/data/countries.csv', () => {
  const text = readFileSync('examples/world/data/countries.csv', 'utf8')
  const rows = parse<Record<string, string>>(text, { columns: true })
  const wrong = (isRight: (row: Record<string, string>) => boolean) =>
    rows.filter(row => !isRight(row)).map(row => row['code'])

  it('has at least 200 rows, sorted by a code that is unique', () => {
    const codes = rows.map(row => row['code'])

    expect(codes.length).toBeGreaterThanOrEqual(200)
    expect(codes).toEqual([...new Set(codes)].sort())
  })

  it('has no empty cell and no stray space', () => {
    expect(wrong(row => Object.values(row).every(cell => cell !== '' && cell === cell.trim()))).toEqual([])
  })

  it('has codes of ISO 3166 and currencies of ISO 4217', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    const currencies = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })

    expect(wrong(row => regions.of(row['code']!) !== undefined)).toEqual([])
    expect(wrong(row => currencies.of(row['currency']!) !== undefined)).toEqual([])
  })

  it('has numbers that could be', () => {
    expect(wrong(row => Number(row['population']) >= 100 && Number(row['population']) < 2e9)).toEqual([])
    expect(wrong(row => Number(row['area_km2']) > 0 && Number(row['area_km2']) < 2e7)).toEqual([])
  })

  it('has what a real dataset has: quotes, line breaks and other scripts', () => {
    expect(rows.filter(row => row['remark']!.includes('"')).length).toBeGreaterThan(50)
    expect(rows.filter(row => row['remark']!.includes('\n')).length).toBeGreaterThan(20)
    expect(
      rows.filter(row => /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(row['local_name']!)).length
    ).toBeGreaterThan(40)
  })
})
