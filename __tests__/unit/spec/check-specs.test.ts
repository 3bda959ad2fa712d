import { describe, expect, it } from '@jest/globals'
import { checkSpecs } from '../../../src/spec/check-specs.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'

function located(file: string, name: string, outputs: string) {
  const { spec, placeOf } = decodeSpec({
    text: `name: ${name}\nmodel: m\ndataset: d.csv\nprompt: {user: hi}\noutputs: ${outputs}\n`,
    file
  })
  return { spec: spec!, placeOf }
}

describe('checkSpecs', () => {
  it('has nothing against specs that keep apart', () => {
    expect(checkSpecs([located('a.yml', 'a', 'out/a.csv'), located('b.yml', 'b', 'out/b.csv')])).toEqual([])
  })

  it.each([
    ['"out/{{ c }}.jsonl"', 'out/red.csv'],
    ['"out/{{ c }}.jsonl"', 'out/red/all.jsonl'],
    ['"out/{{ sku }}.md"', '"out/{{ sku }}-long.md"'],
    ['"out/{{ sku }}.json"', '"out/{{ sku }}.md"'],
    ['{merge: true}', '"out/{{ sku }}.md"']
  ])('leaves to the rows whether %s and %s meet', (one, other) => {
    expect(checkSpecs([located('a.yml', 'a', one), located('b.yml', 'b', other)])).toEqual([])
  })

  it('refuses two specs of one name, at the second', () => {
    const problems = checkSpecs([located('a.yml', 'x', 'a.csv'), located('b.yml', 'x', 'b.csv')])

    expect(problems).toMatchObject([
      {
        severity: 'error',
        message: 'two specs have the name "x"; the other is at a.yml:1',
        place: { file: 'b.yml', line: 1, column: 7 }
      }
    ])
  })

  it.each([
    ['out/a.csv', 'out/a.csv', '"out/a.csv" (output) is also written by the spec at a.yml:5 (output)'],
    ['out/a.csv', 'out/A.csv', '"out/A.csv" (output) is also written by the spec at a.yml:5 (output)'],
    ['out/a.csv', 'out/a.jsonl', '"out/a.lock.json" (lock file) is also written by the spec at a.yml:5 (lock file)'],
    [
      'out/a.csv',
      'out/a.errors.jsonl',
      '"out/a.errors.jsonl" (output) is also written by the spec at a.yml:5 (errors file)'
    ],
    [
      '"out/{{ c }}.jsonl"',
      'out/red.jsonl',
      '"out/red.jsonl" (output) is also written by the spec at a.yml:5 (output)'
    ],
    [
      'out/red.jsonl',
      '"Out/{{ c }}.jsonl"',
      '"Out/{{ c }}.jsonl" (output) is also written by the spec at a.yml:5 (output)'
    ],
    [
      '"out/{{ sku }}-{{ c }}.jsonl"',
      '"out/{{ id | slugify }}-{{ d }}.jsonl"',
      '"out/{{ id | slugify }}-{{ d }}.jsonl" (output) is also written by the spec at a.yml:5 (output)'
    ],
    ['[b.csv, out/a.csv]', '[c.csv, out/a.csv]', '"out/a.csv" (output) is also written by the spec at a.yml:5 (output)']
  ])('refuses %s beside %s', (one, other, message) => {
    const problems = checkSpecs([located('a.yml', 'a', one), located('b.yml', 'b', other)])

    expect(problems).toMatchObject([{ message, place: { file: 'b.yml', line: 5 } }])
  })
})
