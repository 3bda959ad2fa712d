import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readColumns } from '../../../src/dataset/columns.ts'
import { readDataset } from '../../../src/dataset/dataset.ts'
import type { Row } from '../../../src/dataset/row.ts'
import { Problems } from '../../../src/problems.ts'
import { compileCondition } from '../../../src/prompts/condition.ts'
import { allowedFilters, allowedTags, engine } from '../../../src/prompts/engine.ts'
import { compilePrompt } from '../../../src/prompts/prompt.ts'
import { asked } from './filling.ts'
import { formatsByExtension } from '../../../src/spec/formats.ts'
import type { CellType } from '../../../src/spec/spec.ts'
import { filesOf } from '../dataset/reading.ts'

const doc = readFileSync(new URL('../../../docs/datasets.md', import.meta.url), 'utf8')
const { dataset } = parse(blocks('yaml').find(example => example.includes('types:')) ?? '') as {
  dataset: { key: string; types: Record<string, CellType> }
}

function block(language: string): string {
  return blocks(language)[0] ?? ''
}

function blocks(language: string): string[] {
  return [...doc.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(match => match[1] ?? '')
}

const files = filesOf({ 'products.csv': block('csv') })

const source = { files: ['products.csv'], key: dataset.key, types: dataset.types }

async function rows(): Promise<readonly Row[]> {
  const problems = new Problems()
  const all: Row[] = []
  for await (const batch of readDataset(source, files, problems)) all.push(...batch)
  expect(problems.list).toEqual([])
  return all
}

describe('docs/datasets.md', () => {
  const examples = blocks('liquid').map((template, index) => [template, blocks('text')[index] ?? ''] as const)
  const conditions = [...doc.matchAll(/^\| `([^`]+)` +\| ((?:[A-D]\d(?:, )?)+) *\|$/gm)].map(
    match => [match[1]!, match[2]!] as const
  )

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(1)
    expect(conditions.length).toBeGreaterThan(6)
  })

  it.each(examples)('shows what the template gives: %s', async (template, expected) => {
    const problems = new Problems()
    const columns = await readColumns(source, files, problems)
    const prompt = compilePrompt(
      { ...asked({ text: template, place: { file: 'p.md' } }), kind: 'embed' },
      columns!,
      problems
    )

    const request = prompt?.fill((await rows())[0]!, problems)

    expect(problems.list).toEqual([])
    expect(request).toEqual({ kind: 'embed', text: expected.trimEnd() })
  })

  it.each(conditions)('shows the rows that are chosen by %s', async (text, expected) => {
    const problems = new Problems()
    const columns = await readColumns(source, files, problems)
    const condition = compileCondition(text, { file: 'batch.yml' }, columns!, dataset.types, problems)

    const chosen = (await rows()).filter(row => condition?.(row.fields, row.place))

    expect(problems.list).toEqual([])
    expect(chosen.map(row => row.key).join(', ')).toBe(expected)
  })

  it('names every ending, tag and filter there is, and no other', () => {
    const listed = (heading: string): string[] => {
      const paragraph = new RegExp(`^${heading}: ([^]*?)\\.$`, 'm').exec(doc)?.[1] ?? ''
      return [...paragraph.matchAll(/`(\w+)`/g)].map(match => match[1]!).sort()
    }

    expect(listed('Filters')).toEqual([...allowedFilters].sort())
    expect(listed('Tags').filter(name => !['limit', 'offset', 'reversed'].includes(name))).toEqual(
      allowedTags.filter(name => name !== '#').sort()
    )
    expect(Object.keys(engine.filters).sort()).toEqual([...allowedFilters].sort())
    for (const ending of Object.keys(formatsByExtension)) expect(doc).toContain(`\`.${ending}\``)
  })
})
