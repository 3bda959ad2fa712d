import { describe, expect, it } from '@jest/globals'
import { Problems } from '../../../src/problems.ts'
import { documentName, mediaNamed } from '../../../src/prompts/media-name.ts'

describe('the name of a file', () => {
  it.each([
    ['image', 'a/B.JPG', { image: { format: 'jpeg', source: { path: 'a/B.JPG' } } }],
    ['document', 's3://b/k/x.htm', { document: { format: 'html', name: 'x', source: { path: 's3://b/k/x.htm' } } }],
    ['video', 'v.3gp', { video: { format: 'three_gp', source: { path: 'v.3gp' } } }]
  ] as const)('tells the format of a %s: %s', (kind, name, expected) => {
    expect(mediaNamed(kind, name, { file: 'd' }, new Problems())).toEqual(expected)
  })

  it.each([
    ['Räucher­ofen (2).pdf', /^[A-Za-z0-9\-()[\] ]+$/],
    ['a  b.c.pdf', /^a b-c$/],
    ['日本.pdf', /^document$/],
    [`${'x'.repeat(300)}.pdf`, /^x{200}$/]
  ])('becomes one that a model may be told: %s', (path, expected) => {
    expect(documentName(path)).toMatch(expected)
  })
})
