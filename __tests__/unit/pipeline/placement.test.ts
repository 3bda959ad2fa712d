import { describe, expect, it } from '@jest/globals'
import type { Row } from '../../../src/dataset/row.ts'
import { placementOf } from '../../../src/pipeline/placement.ts'
import { Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'

const names = ['sku', 'name']

function place(outputs: string, rows: readonly (readonly [sku: string, name?: string])[]) {
  const text = `name: shoes
model: amazon.nova-lite-v1:0
dataset: data/a.csv
prompt: {user: {file: content/prompt.md}}
outputs: ${outputs}
`
  const { spec, placeOf, problems: wrong } = decodeSpec({ text, file: 'specs/a.yml' })
  if (spec === undefined) throw new Error(wrong.map(({ message }) => message).join())
  const problems = new Problems()
  const request = { spec, specPath: 'specs/a.yml', placeOf }
  const placement = placementOf({ request, columns: { names, complete: true }, files: ['data/a.csv'] }, problems)
  const paths = rows.map(([sku, name = ''], index): unknown => {
    const row: Row = { key: sku, fields: { sku, name }, place: { file: 'data/a.csv', line: index + 2 } }
    return placement?.place(row)
  })
  return {
    paths,
    problems: problems.list.map(({ message, place: at }) => [at?.line, message] as const),
    list: problems.list
  }
}

describe('The file of a row', () => {
  it('is what the path says, by output', () => {
    const { paths, problems } = place('["content/{{ name }}/{{ sku | downcase }}.md", a.csv, "t/{{ name }}.jsonl"]', [
      ['A1', 'boots'],
      ['B2', 'boots']
    ])

    expect(problems).toEqual([])
    expect(paths).toEqual([
      ['content/boots/a1.md', null, 't/boots.jsonl'],
      ['content/boots/b2.md', null, 't/boots.jsonl']
    ])
  })

  it('is nowhere where no path has holes', () => {
    expect(place('a.csv', [['A1']]).paths).toEqual([undefined])
  })

  it.each([
    ['..', 'has a hole filled with ..'],
    ['a/b', 'has a hole filled with a slash'],
    ['a\\b', 'has a hole filled with a slash'],
    ['', 'has an empty part'],
    ['con', 'has a part that Windows reserves, "con"'],
    ['a\u202Eb', 'contains a character that does not show'],
    ['a\nb', 'contains a character that does not show'],
    ['x?', 'contains one of < > : " | ? * [ ] { }, which a file name may not hold everywhere'],
    ['a ', 'has a part that ends in a dot or space'],
    ['x'.repeat(300), 'has a part that is longer than 230 bytes'],
    ['.git', 'is inside .git/, which belongs to Git']
  ])('cannot be %j', (sku, why) => {
    const { paths, problems } = place('"{{ sku }}/x.md"', [[sku]])

    expect(paths).toEqual([[null]])
    expect(problems).toEqual([[2, expect.stringContaining(`of this row ${why}`)]])
  })

  it.each([
    ['a lock', '"content/{{ sku }}.json"', 'shoes.lock', 'is a side file of this spec'],
    ['the prompt', '"content/{{ sku }}.md"', 'Prompt', 'is a file that the spec reads'],
    ['the spec', '{path: "specs/{{ sku }}", format: text}', 'a.yml', 'is a file that the spec reads'],
    ['another output', '["content/{{ sku }}.md", content/index.md]', 'INDEX', 'is another output of this spec']
  ])('is never %s', (_what, outputs, sku, why) => {
    expect(place(outputs, [[sku]]).problems).toEqual([[2, expect.stringContaining(why)]])
  })

  it.each([
    ['by nothing', 'A1', 'A1', /is also that of data\/a\.csv:2$/],
    ['by case', 'Abc', 'aBC', /differs from that of data\/a\.csv:2 by case or Unicode form only/],
    ['by Unicode form', 'é', 'e\u0301', /differs from that of data\/a\.csv:2 by case or Unicode form only/]
  ])('is its own: two that differ %s are refused, and both are named', (_how, one, other, message) => {
    expect(place('"c/{{ sku }}.md"', [[one], [other]]).problems).toEqual([[3, expect.stringMatching(message)]])
  })

  it('may be shared in a table, but not under two spellings', () => {
    expect(place('"c/{{ sku }}.csv"', [['a'], ['a']]).problems).toEqual([])
    expect(place('"c/{{ sku }}.csv"', [['a'], ['A']]).problems).toHaveLength(1)
    expect(
      place('["c/{{ sku }}.jsonl", "c/{{ name }}.jsonl"]', [
        ['a', 'b'],
        ['b', 'c']
      ]).problems
    ).toHaveLength(1)
  })

  it('is no folder of another', () => {
    expect(
      place('["c/{{ sku }}/x.md", {path: "c/{{ name }}", format: text}]', [
        ['a', 'b'],
        ['b', 'z']
      ]).problems
    ).toEqual([[3, expect.stringMatching(/lies in a folder that is the file of another row/)]])
  })

  it('of an unknown field is told at the path', () => {
    const { list } = place('"c/{{ sk }}.md"', [])

    expect(list).toMatchObject([{ message: 'there is no field named sk', place: { file: 'specs/a.yml', line: 5 } }])
  })

  it('among too many in one folder is warned of, once', () => {
    const rows = Array.from({ length: 3010 }, (_, index) => [`s${index}`] as const)

    const { list } = place('"c/{{ sku }}.md"', rows)

    expect(list).toMatchObject([
      { severity: 'warning', message: expect.stringMatching(/"c\/" gets more than 3,000 files/) }
    ])
  })
})
