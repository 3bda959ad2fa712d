import { describe, expect, it } from '@jest/globals'
import { GroupedRows } from '../../../src/pipeline/grouped-rows.ts'
import { gathered } from '../outputs/streams.ts'
import { Outside } from './outside.ts'

describe('Rows by file', () => {
  it('keep their order, file by file, as often as they are walked through', async () => {
    await using outside = new Outside()
    const rows = new GroupedRows<readonly [string, number]>(outside.scratch.create('rows'))

    for (let number = 0; number < 250; number++) rows.add(number % 3 === 0 ? 'b' : 'a', ['ü\n', number])

    expect([...rows.paths]).toEqual(['b', 'a'])
    expect([rows.countOf('a'), rows.countOf('b'), rows.countOf('c')]).toEqual([166, 84, 0])
    for (let round = 0; round < 2; round++)
      expect((await gathered(rows.of('b'))).map(([, number]) => number)).toEqual(
        Array.from({ length: 84 }, (_, index) => index * 3)
      )
    expect(await gathered(rows.of('c'))).toEqual([])
  })
})
