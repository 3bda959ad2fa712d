/** The examples work: specs decode, their files are there, and the data has what real data has. */
import { describe, expect, it } from '@jest/globals'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { decodeSpec } from '../../src/spec/decode.ts'
import type { Spec } from '../../src/spec/spec.ts'
import { exampleNames, isUpdatingExamples, readExample } from '../support/examples.ts'
import { examplesPage, specsOf } from '../support/examples-page.ts'

const specs = globSync('examples/*/spec*.yml').sort()

describe('examples', () => {
  it('are there', () => {
    expect(exampleNames).toEqual([
      'abstracts',
      'calls',
      'catalogue',
      'clauses',
      'images',
      'library',
      'notes',
      'openai-batch',
      'openapi',
      'resumes',
      'tickets',
      'world'
    ])
  })

  it.each(specs)('%s decodes without a word', path => {
    const { spec, problems } = decodeSpec({ text: readFileSync(path, 'utf8'), file: path })

    expect(problems).toEqual([])
    expect(spec?.limits.maxCostUsd).toBeLessThanOrEqual(2)
  })

  it.each(exampleNames)('%s holds the files that its specs name, and no others', name => {
    const example = readExample(name)

    const named = specsOf(example).flatMap(filesNamedIn).sort()

    const others = Object.keys(example.files).filter(
      path => !/^(README\.md|spec[^/]*\.yml)$/.test(path) && !/^data\/[^/]+\.(md|png)$/.test(path)
    )
    expect([...new Set(named)].filter(path => !path.includes('*'))).toEqual(others.sort())
  })

  it('have specs of different names, so that they can stand side by side', () => {
    const all = exampleNames.flatMap(name => specsOf(readExample(name)))

    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it.each(exampleNames)('%s has a hundred rows or more, as its README says, and an answer to each', name => {
    const manifests = Object.entries(readExample(name).generated).filter(([path]) => path.endsWith('.manifest.json'))
    const told = manifests.map(([, bytes]) => JSON.parse(bytes.toString('utf8')) as Told)

    expect(told.length).toBe(specsOf(readExample(name)).length)
    for (const { complete, rows } of told) {
      expect(rows.wanted).toBeGreaterThanOrEqual(100)
      expect({ complete, answered: rows.answered }).toEqual({ complete: true, answered: rows.wanted })
    }
    const [spec] = specsOf(readExample(name))
    const inDataset = (told[0]?.rows.wanted ?? 0) / (spec?.matrix?.['lang']?.length ?? 1)
    expect(readExample(name).files['README.md']?.toString('utf8')).toMatch(new RegExp(`\\b${inDataset}\\b`))
  })

  it('stand in docs/examples.md', () => {
    if (isUpdatingExamples) writeFileSync('docs/examples.md', examplesPage())

    expect(readFileSync('docs/examples.md', 'utf8')).toBe(examplesPage())
  })

  it.each(globSync('examples/*/schemas/*.json').sort())('%s is a JSON Schema', path => {
    const schema = JSON.parse(readFileSync(path, 'utf8')) as object

    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow()
  })
})

interface Told {
  readonly complete: boolean
  readonly rows: { readonly wanted: number; readonly answered: number }
}

function filesNamedIn({ dataset, prompt, answer }: Spec): string[] {
  const texts = [prompt.system, prompt.user, ...(prompt.messages ?? []).map(turn => turn.text), answer.schema]
  return [...dataset.path, ...texts.flatMap(source => (source !== undefined && 'file' in source ? [source.file] : []))]
}

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
