import { describe, expect, it } from '@jest/globals'
import { modelName } from '../../../src/dataset/document-file.ts'
import { read } from './reading.ts'

describe('a row that is a document', () => {
  it('has what the file is, and the file itself with a name that models take', async () => {
    const path = 's3://bucket/in/Résumé_2026.v2.pdf'

    const { rows, told } = await read({ [path]: '%PDF-1.7\n' }, { key: 'path' })

    expect(told).toEqual([])
    expect(rows.map(({ fields, media, place }) => ({ fields: { ...fields }, media, place }))).toEqual([
      {
        fields: { path, name: 'Résumé_2026.v2', extension: 'pdf', format: 'pdf', bytes: 9 },
        media: { document: { format: 'pdf', name: 'Resume 2026 v2', source: { path } } },
        place: { file: path }
      }
    ])
  })

  it.each([
    ['', 'the file is empty'],
    ['hello', 'the file is not PDF inside, but text'],
    [
      'version https://git-lfs.github.com/spec/v1\n',
      'the file is a Git LFS pointer, the data itself was not checked out'
    ]
  ])('is none where the file is not: %j', async (content, expected) => {
    const { rows, told } = await read({ 'a.pdf': content }, { key: 'path' })

    expect(rows).toEqual([])
    expect(told).toEqual([`error a.pdf ${expected}`])
  })

  it('is a text where the spec says that it is a document', async () => {
    const { rows } = await read({ 'a.csv': 'a,b\n', 'b.html': '<html>' }, { key: 'path', format: 'document' })

    expect(rows.map(({ fields }) => fields['format'])).toEqual(['csv', 'html'])
  })
})

describe('the name that a model is told', () => {
  it.each([
    ['A  (1) [x] - b', 'A (1) [x] - b'],
    ['履歴書', 'document'],
    ['x'.repeat(300), 'x'.repeat(200)]
  ])('is made of what it may have: %s', (name, expected) => {
    expect(modelName(name)).toBe(expected)
  })
})
