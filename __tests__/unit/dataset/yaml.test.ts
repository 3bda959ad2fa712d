import { describe, expect, it } from '@jest/globals'
import { read } from './reading.ts'

describe('a YAML dataset', () => {
  it('is YAML 1.2: no is a text, big numbers keep their digits, dates stay texts', async () => {
    const { rows } = await read(
      { 'a.yaml': '- {id: A, no: no, big: 12345678901234567890, n: 1.5, day: 2024-01-02, x: ~}\n' },
      { key: 'id' }
    )

    expect({ ...rows[0]!.fields }).toEqual({
      id: 'A',
      no: 'no',
      big: '12345678901234567890',
      n: 1.5,
      day: '2024-01-02',
      x: null
    })
  })

  it('takes the list at a path, with the lines of its rows', async () => {
    const { rows } = await read(
      { 'a.yml': 'data:\n  items:\n    - id: A\n    - id: B\n' },
      { key: 'id', at: 'data.items' }
    )

    expect(rows.map(row => [row.key, row.place.line])).toEqual([
      ['A', 3],
      ['B', 4]
    ])
  })

  it('resolves a few aliases', async () => {
    const { rows } = await read({ 'a.yaml': '- {id: A, tags: &tags [x, y]}\n- {id: B, tags: *tags}\n' }, { key: 'id' })

    expect(rows[1]!.fields['tags']).toEqual(['x', 'y'])
  })

  it.each([
    ['an alias bomb', bomb(), /aliases/],
    ['a row of its own kind', '- &a [*a]\n', /refers to itself/],
    ['a tag', '- !!js/function "x"\n', /tag resolve failed/],
    ['a tab', '-\ta: 1\n\t b: 2\n', /not YAML/],
    ['text', 'just text', /must be a list of mappings/],
    ['a list of lists', '- [1]\n', /must be a mapping, not an array/],
    ['a path to nowhere', 'rows: []\n', /no list stands at items/],
    ['nesting by one bracket a line', '[\n'.repeat(20_000), /nested too deep|not YAML/]
  ])('refuses %s', async (name, content, expected) => {
    const { told } = await read(
      { 'a.yaml': content },
      name.startsWith('a path') ? { key: 'id', at: 'items' } : { key: 'id' }
    )

    expect(told[0]).toMatch(expected)
  })
})

function bomb(): string {
  const lines = ['- &a0 {id: A, v: [x, x, x, x, x, x, x, x, x, x]}']
  for (let level = 1; level < 9; level++) {
    const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')
    lines.push(`- &a${level} {id: A${level}, v: [${aliases}]}`)
  }
  return lines.join('\n')
}
