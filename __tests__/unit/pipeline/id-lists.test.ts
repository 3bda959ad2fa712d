import { describe, expect, it } from '@jest/globals'
import { idList, idsOf, readIds } from '../../../src/pipeline/id-lists.ts'
import { Outside } from './outside.ts'

const ids = ['0000000000A', '0000000000B', '0000000000C']
const text = idList(ids.length, line => ids[line] ?? '')
const shard = '0123456789abcdef-g1'

describe('A list of record ids', () => {
  it('is one a line and ends with their number', async () => {
    await using outside = new Outside()
    await outside.bucket.put('ids', text)
    await outside.bucket.put(
      'none',
      idList(0, () => '')
    )

    expect(text).toBe('0000000000A\n0000000000B\n0000000000C\n= 3\n')
    expect(await readIds(outside.store, 'ids')).toEqual(ids)
    expect(await readIds(outside.store, 'none')).toEqual([])
  })

  it.each(Array.from({ length: text.length }, (_, length) => [length] as const))(
    'is not believed when it is cut after %i bytes',
    async length => {
      await using outside = new Outside()
      await outside.bucket.put('cut', text.slice(0, length))

      expect(await readIds(outside.store, 'cut')).toBeUndefined()
    }
  )

  it.each([
    ['a line is gone', text.replace('0000000000B\n', '')],
    ['a line is another thing', text.replace('0000000000B', 'no record id')],
    ['something follows', `${text}0000000000D\n`],
    ['it says nothing of its length', text.replace('= 3\n', '')]
  ])('is not believed where %s', async (_what, spoilt) => {
    await using outside = new Outside()
    await outside.bucket.put('spoilt', spoilt)

    expect(await readIds(outside.store, 'spoilt')).toBeUndefined()
  })

  it.each(['', '0000000000A\n'])('gives way to the input itself where it is not whole: %j', async left => {
    await using outside = new Outside()
    const { store, bucket } = outside
    await bucket.put(store.keys.ids(shard), left)
    await bucket.put(store.keys.input(shard), ids.map(id => `{"recordId":"${id}","modelInput":{}}\n`).join(''))

    expect(await idsOf(store, shard)).toEqual(ids)
  })
})
