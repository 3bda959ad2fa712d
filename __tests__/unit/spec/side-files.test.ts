import { describe, expect, it } from '@jest/globals'
import { sideFiles } from '../../../src/spec/side-files.ts'

describe('sideFiles', () => {
  it.each([
    ['generated/descriptions.csv', 'generated/descriptions'],
    ['a.b.csv', 'a.b'],
    ['v1.2/answers', 'v1.2/answers'],
    ['x/.hidden', 'x/.hidden'],
    ['.hidden', '.hidden']
  ])('puts them beside %s', (output, stem) => {
    expect(sideFiles(output)).toEqual({
      lock: `${stem}.lock.json`,
      manifest: `${stem}.manifest.json`,
      errors: `${stem}.errors.jsonl`
    })
  })
})
