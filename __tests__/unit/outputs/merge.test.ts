import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonValue } from '../../../src/json.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { merged, type MergedRow } from '../../../src/outputs/merge.ts'
import type { MergeFormatName } from '../../../src/spec/output-formats.ts'
import { batches, bytesOf, fileOf, gathered, heads, joined } from './streams.ts'

interface Given {
  readonly columns: readonly string[]
  readonly former?: readonly string[]
  readonly rows: Readonly<Record<number, readonly JsonValue[]>>
}

async function merge(format: MergeFormatName, file: string | Uint8Array, given: Given, size?: number): Promise<string> {
  const rows = Object.entries(given.rows).map(([line, cells]): MergedRow => ({ line: Number(line), cells }))
  const work = { columns: heads(given.columns), former: given.former ?? [], rows: batches(rows) }
  return joined(merged(format, bytesOf(file, size), work))
}

describe('Columns merged into CSV', () => {
  it.each([
    ['an end without a newline', 'a,b\n1,2', { 2: ['x'] }, 'a,b,n\n1,2,x'],
    [
      'CRLF, a mark and quotes',
      '\uFEFF"a","b"\r\n"1","2 ""x"""\r\n',
      { 2: ['x,y'] },
      '\uFEFF"a","b",n\r\n"1","2 ""x""","x,y"\r\n'
    ],
    ['a cell of several lines', 'a\n"1\n2"\n3\n', { 2: ['x'], 4: ['y\nz'] }, 'a,n\n"1\n2",x\n3,"y\nz"\n'],
    ['blank lines', '\na\n\n1\n\n\n', { 4: ['x'] }, '\na,n\n\n1,x\n\n\n'],
    ['rows that have none', 'a\n1\n2\n3\n', { 3: ['x'] }, 'a,n\n1,\n2,x\n3,\n'],
    ['mixed line ends', 'a\r\n1\n2\r\n', { 2: [1], 3: [null] }, 'a,n\r\n1,1\n2,\r\n'],
    ['formulas', 'a\n1\n', { 2: ['=x'] }, "a,n\n1,'=x\n"]
  ] as const)('leave the rest alone: %s', async (_how, file, rows, expected) => {
    for (const size of [1, 3, 1000]) expect(await merge('csv', file, { columns: ['n'], rows }, size)).toBe(expected)
  })

  it('are written where they stand, added at the end, and taken out when they are wanted no more', async () => {
    const file = 'a,old,n,b\n1,"o",x,2\n3,o,"y",4\n'

    const text = await merge('csv', file, {
      columns: ['m', 'n'],
      former: ['old', 'n'],
      rows: { 2: ['M', 'x'], 3: ['', 'y'] }
    })

    expect(text).toBe('a,n,b,m\n1,x,2,M\n3,"y",4,\n')
  })

  it('in TSV keep tabs apart', async () => {
    expect(await merge('tsv', 'a\tb\n1\t"2\t3"\n', { columns: ['n'], rows: { 2: ['x\ty'] } })).toBe(
      'a\tb\tn\n1\t"2\t3"\t"x\ty"\n'
    )
  })

  it('change nothing the second time, whatever stands there', async () => {
    const cell = fc.oneof(fc.constantFrom('x', '', '"q"', 'a,b', 'l\nm', "'=1", ' ', 'ä😀'), fc.string())
    const quoted = fc.tuple(cell, fc.boolean()).map(([text, always]) => {
      const plain = text.replaceAll(/[\r"]/g, '')
      return always || /[,\n]/.test(plain) || plain === '' ? `"${plain}"` : plain
    })
    const row = fc.tuple(quoted, quoted, fc.constantFrom('\n', '\r\n')).map(([a, b, end]) => `${a},${b}${end}`)
    const rows = fc.array(row, { minLength: 1, maxLength: 5 })

    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(cell, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (lines, texts, size) => {
          const file = `a,b\n${lines.join('')}`
          const before = await gathered(formatOf('csv').read(fileOf(file)))
          const given: Given = {
            columns: ['n'],
            rows: Object.fromEntries(before.map(({ line }, index) => [line, [texts[index] ?? null]]))
          }

          const once = await merge('csv', file, given, size)
          const after = await gathered(formatOf('csv').read(fileOf(once)))
          const again: Given = {
            ...given,
            rows: Object.fromEntries(after.map(({ line, cells }) => [line, [cells['n'] ?? null]]))
          }

          expect(after.map(({ cells: { n: _n, ...rest } }) => rest)).toEqual(before.map(({ cells }) => ({ ...cells })))
          expect(await merge('csv', once, again, size)).toBe(once)
          expect(await merge('csv', once, { columns: [], former: ['n'], rows: {} }, size)).toBe(file)
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe('Members merged into JSONL', () => {
  it.each([
    ['compact', '{"a":1}\n{"a":2}\n', { 1: ['x'] }, '{"a":1,"n":"x"}\n{"a":2,"n":null}\n'],
    [
      'spaced, without a last newline',
      '{ "a": 1 }\r\n\n{"a": [1, 2]}',
      { 1: ['x'], 3: [{ b: 1 }] },
      '{ "a": 1, "n": "x" }\r\n\n{"a": [1, 2], "n": {"b":1}}'
    ],
    ['empty', '{}\n', { 1: [1] }, '{"n":1}\n'],
    ['a mark', '\uFEFF{"a":"}"}\n', { 1: ['x'] }, '\uFEFF{"a":"}","n":"x"}\n'],
    ['there already', '{"n" : "old" , "a":1}\n', { 1: ['new'] }, '{"n" : "new" , "a":1}\n'],
    ['there, and the same', '{"a":1,"n":"\\u0041"}\n', { 1: ['A'] }, '{"a":1,"n":"\\u0041"}\n']
  ] as const)('leave the rest alone: %s', async (_how, file, rows, expected) => {
    for (const size of [1, 1000]) expect(await merge('jsonl', file, { columns: ['n'], rows }, size)).toBe(expected)
  })

  it.each([
    ['{"old":1,"a":2}', '{"a":2,"n":null}'],
    ['{"a":2,"old":1}', '{"a":2,"n":null}'],
    ['{"old":1}', '{"n":null}'],
    ['{"a":1, "old":1, "b":2}', '{"a":1, "b":2,"n":null}']
  ])('take out of %s what is wanted no more', async (line, expected) => {
    expect(await merge('jsonl', `${line}\n`, { columns: ['n'], former: ['old'], rows: {} })).toBe(`${expected}\n`)
  })

  it('refuse what is no object, at its line', async () => {
    await expect(merge('jsonl', '{"a":1}\n[1]\n', { columns: ['n'], rows: {} })).rejects.toMatchObject({ line: 2 })
  })
})
