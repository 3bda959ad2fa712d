import { describe, expect, it } from '@jest/globals'
import { lockSides, oneSide } from '../../../src/outputs/lock-sides.ts'
import { bytesOf } from './streams.ts'

async function sides(text: string, size?: number): Promise<string[]> {
  return Promise.all(
    lockSides.map(async side => {
      let found = ''
      for await (const piece of oneSide(bytesOf(text, size), side)) found += Buffer.from(piece).toString('utf8')
      return found
    })
  )
}

const torn = 'a\n<<<<<<< HEAD\nb\nç\n||||||| 1f2e3d4\nold\n=======\nd\n>>>>>>> other\ne\n'

describe('a side of a lock', () => {
  it.each([1, 2, 7, 1000])(
    'holds what is outside of conflicts and what is its own, in pieces of %d bytes',
    async size => {
      expect(await sides(torn, size)).toEqual(['a\nb\nç\ne\n', 'a\nd\ne\n'])
    }
  )

  it('is found between CRLF as well, and where the file does not end in a newline', async () => {
    expect(await sides('<<<<<<< HEAD\r\nb\r\n=======\r\nd\r\n>>>>>>> other\r\ne')).toEqual(['b\r\ne', 'd\r\ne'])
    expect(await sides('<<<<<<< HEAD\nb\n=======\nd\n>>>>>>> other')).toEqual(['b\n', 'd\n'])
  })

  it('is the whole file where nothing is in conflict', async () => {
    expect(await sides('{\n"rows": {\n}\n}\n')).toEqual(['{\n"rows": {\n}\n}\n', '{\n"rows": {\n}\n}\n'])
  })
})
