import { describe, expect, it } from '@jest/globals'
import { Jimp } from '../../../../../src/media/jimp.ts'
import { draw } from '../../../../../src/emulator/bedrock/media/drawing.ts'
import { readPicture } from '../../../../../src/emulator/bedrock/media/picture.ts'

describe('draw', () => {
  it('draws the same picture of the same text, and another of another', () => {
    const [first, again, other] = [draw('a boat', 20, 10), draw('a boat', 20, 10), draw('a house', 20, 10)]

    expect(again.equals(first)).toBe(true)
    expect(other.equals(first)).toBe(false)
  })

  it('writes a PNG that a decoder of others reads', async () => {
    const picture = await Jimp.read(draw('a blue sea', 40, 20))

    expect([picture.width, picture.height]).toEqual([40, 20])
  })

  it.each(['blue', 'green', 'red'])('takes %s for the ground where the text says so', colour => {
    expect(readPicture(draw(`a ${colour} field`, 60, 60))).toMatchObject({ colour })
  })
})
