import { describe, expect, it } from '@jest/globals'
import { pictureOf } from '../../../../../src/emulator/bedrock/media/medium.ts'
import { embedMedium, embedText, inType } from '../../../../../src/emulator/bedrock/models/vector.ts'
import { png } from '../media/pictures.ts'

const near = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0)

describe('vectors', () => {
  it('of a picture lie nearer to a text about it than to another', () => {
    const medium = pictureOf(png(8, 4))
    if (!medium) throw new Error('no picture')

    const blue = embedMedium(medium, 256)

    expect(near(blue, embedText('a picture, mostly blue', 256))).toBeGreaterThan(
      near(blue, embedText('minutes of the annual meeting', 256)) + 0.3
    )
    expect(near(blue, blue)).toBeCloseTo(1, 5)
  })

  it.each([
    ['float', [0.5, -0.5, 0, 1], [0.5, -0.5, 0, 1]],
    ['int8', [0.5, -1, 0, 1], [64, -127, 0, 127]],
    ['uint8', [0, -1, 1, 2], [128, 0, 255, 255]],
    ['ubinary', [1, -1, -1, -1, -1, -1, -1, 1], [129]],
    ['binary', [1, -1, -1, -1, -1, -1, -1, 1], [1]]
  ])('come as %s', (type, vector, typed) => {
    expect(inType(vector, type)).toEqual(typed)
  })
})
