import { describe, expect, it } from '@jest/globals'
import { sideFiles } from '../../../src/spec/side-files.ts'

describe('sideFiles', () => {
  it.each([
    ['generated/descriptions.csv', 'generated/descriptions'],
    ['a.b.csv', 'a.b'],
    ['v1.2/answers', 'v1.2/answers'],
    ['x/.hidden', 'x/.hidden'],
    ['.hidden', '.hidden'],
    ['content/{{ sku }}.md', 'content/shoes'],
    ['content/pages/item-{{ sku }}.md', 'content/pages/shoes'],
    ['content/{{ lang }}/{{ sku }}.md', 'content/shoes'],
    ['{{ name | replace: "/", "-" }}/x.txt', 'shoes'],
    ['data/*.csv', 'data/shoes'],
    ['data/a.csv,data/b.csv', 'data/shoes']
  ])('puts them beside %s', (path, stem) => {
    expect(sideFiles({ name: 'shoes', outputs: [{ path }] })).toEqual({
      lock: `${stem}.lock.json`,
      manifest: `${stem}.manifest.json`,
      errors: `${stem}.errors.jsonl`
    })
  })
})
