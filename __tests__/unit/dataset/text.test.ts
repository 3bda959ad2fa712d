import { describe, expect, it } from '@jest/globals'
import { read } from './reading.ts'

describe('a row that is a text file', () => {
  it('has the text with LF line ends, and where it came from', async () => {
    const { rows, told } = await read({ 'a/b.Txt': '\ufeffone\r\ntwo\n', 'a/c.txt': '' }, { key: 'path' }, 3)

    expect(told).toEqual([])
    expect(rows.map(({ fields }) => ({ ...fields }))).toEqual([
      { text: 'one\ntwo\n', path: 'a/b.Txt', name: 'b', extension: 'txt' },
      { text: '', path: 'a/c.txt', name: 'c', extension: 'txt' }
    ])
  })

  it('is any file where the spec says so', async () => {
    const { rows } = await read({ 'src/a.rs': 'fn', Makefile: 'all:', '.env': 'A' }, { key: 'path', format: 'text' })

    expect(rows.map(({ fields }) => [fields['name'], fields['extension']])).toEqual([
      ['a', 'rs'],
      ['Makefile', ''],
      ['.env', '']
    ])
  })

  it.each([
    ['x'.repeat(2000), 'error a.txt the file is larger than 1000 bytes'],
    ['é'.repeat(600), 'error a.txt the file is larger than 1000 bytes'],
    ['a\n\0', 'error a.txt:2 the file holds a NUL character']
  ])('is none where the file is too large or no text: %#', async (content, expected) => {
    const { rows, told } = await read({ 'a.txt': content }, { key: 'path', maxRowBytes: 1000 })

    expect(rows).toEqual([])
    expect(told).toEqual([expected])
  })

  it('has a path that no other row has', async () => {
    const { told } = await read({ 'a/x.txt': '1', 'b/x.txt': '2' }, { key: 'name' })

    expect(told).toEqual(['error b/x.txt the key "x" is not unique: it stands at a/x.txt too'])
  })
})
