import { describe, expect, it } from '@jest/globals'
import { PublishedOutput } from '../../../src/pipeline/published-output.ts'
import { Outside } from './outside.ts'

describe('An output of many files, as the lock tells it', () => {
  it('knows which rows stand in which file, in order', async () => {
    await using outside = new Outside()
    const output = new PublishedOutput('c/{{ x }}.jsonl', outside.scratch)

    for (const [row, path] of [
      [4, 'c/a.jsonl'],
      [2, 'c/b.jsonl'],
      [7, 'c/a.jsonl']
    ] as const)
      output.setPath(row, path)

    expect(output.files).toEqual(['c/a.jsonl', 'c/b.jsonl'])
    expect([...output.rowsIn('c/a.jsonl')]).toEqual([4, 7])
    expect([output.pathOf(2), output.pathOf(3)]).toEqual(['c/b.jsonl', undefined])
  })

  it.each(['src/main.ts', 'c/../../x.jsonl', 'c/a/b.jsonl', 'c/.jsonl', 'c/a\u0000.jsonl', '/c/a.jsonl'])(
    'has no authority over %j',
    async path => {
      await using outside = new Outside()
      const output = new PublishedOutput('c/{{ x }}.jsonl', outside.scratch)

      output.setPath(0, path)

      expect([output.files, output.holds(path), output.pathOf(0)]).toEqual([[], false, undefined])
    }
  )
})
