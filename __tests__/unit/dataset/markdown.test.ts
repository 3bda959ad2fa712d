import { describe, expect, it } from '@jest/globals'
import { readColumns } from '../../../src/dataset/columns.ts'
import { Problems } from '../../../src/problems.ts'
import { filesOf, read } from './reading.ts'

async function fieldsOf(content: string): Promise<unknown> {
  const { rows, told } = await read({ 'docs/hat.md': content }, { key: 'path' })
  return told.length > 0 ? told : { ...rows[0]?.fields }
}

const bare = { name: 'hat', path: 'docs/hat.md' }

describe('a row that is a Markdown file', () => {
  it.each([
    [
      '---\ntitle: Hat\ntags: [a, b]\n---\n\n# Hat\n\nWarm.\n',
      { ...bare, title: 'Hat', tags: ['a', 'b'], body: '# Hat\n\nWarm.' }
    ],
    ['\ufeff---\r\ntitle: Hat\r\n---\r\nWarm.\r\nSoft.\r\n', { ...bare, title: 'Hat', body: 'Warm.\nSoft.' }],
    ['---\nname: The hat\n---\n', { ...bare, name: 'The hat', body: '' }],
    [
      '---\nid: 9007199254740993\ndate: 2026-01-02\nno: no\n...\nx',
      { ...bare, id: '9007199254740993', date: '2026-01-02', no: 'no', body: 'x' }
    ],
    ['---\n---\nx', { ...bare, body: 'x' }],
    ['---\n', { ...bare, body: '---' }],
    ['---', { ...bare, body: '---' }],
    ['---\n\nA rule above.\n', { ...bare, body: '---\n\nA rule above.' }],
    ['# Hat\n\n---\n\na: 1\n\n---\n', { ...bare, body: '# Hat\n\n---\n\na: 1\n\n---' }],
    ['', { ...bare, body: '' }]
  ])('has its front matter as fields, and a body: %j', async (content, fields) => {
    expect(await fieldsOf(content)).toEqual(fields)
  })

  it.each([
    ['---\ntitle: Hat\nWarm.\n', 'error docs/hat.md:1 the front matter that starts here is never closed'],
    [
      '---\na: [1\n---\n',
      expect.stringMatching(/^error docs\/hat\.md:\d:\d+ the front matter is not YAML as it can be read here: /)
    ],
    [
      '---\na: 1\na: 2\n---\n',
      'error docs/hat.md:3:1 the front matter is not YAML as it can be read here: duplicate key'
    ],
    ['---\njust words\n---\n', 'error docs/hat.md:2 the front matter must be a mapping, not a text'],
    ['---\n- a\n---\n', 'error docs/hat.md:2 the front matter must be a mapping, not an array'],
    [`---\na: ${'['.repeat(200)}\n---\n`, 'error docs/hat.md:2 the front matter is nested too deep'],
    ['+++\na = 1\n+++\n', 'error docs/hat.md:1 the front matter is TOML, which is not read here']
  ])('is none where the front matter is wrong: %j', async (content, expected) => {
    expect(await fieldsOf(content)).toEqual([expected])
  })

  it('is not overruled in where it lies and what it holds', async () => {
    const { rows, told } = await read({ 'a.md': '---\npath: /x\nbody: y\n---\nz' }, { key: 'path' })

    expect({ ...rows[0]?.fields }).toEqual({ name: 'a', path: 'a.md', body: 'z' })
    expect(told).toEqual([
      'warning a.md:1 the front matter has a field path, which is hidden by the file’s own',
      'warning a.md:1 the front matter has a field body, which is hidden by the file’s own'
    ])
  })

  it('has columns that several files tell', async () => {
    const files = { 'a.md': '---\ntitle: A\n---\n', 'b.md': 'no front matter', 'c.md': '---\nprice: 3\n---\n' }

    const columns = await readColumns({ files: Object.keys(files), types: {} }, filesOf(files), new Problems())

    expect(columns).toEqual({ names: ['name', 'title', 'path', 'body', 'price'], complete: false })
  })
})
