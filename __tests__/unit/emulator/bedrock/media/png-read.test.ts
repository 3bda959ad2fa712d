import { describe, expect, it } from '@jest/globals'
import { pngColour } from '../../../../../src/emulator/bedrock/media/png-read.ts'
import { filteredPng, png } from './pictures.ts'

describe('pngColour', () => {
  it.each([
    ['RGB', filteredPng(2, 0, [[10, 20, 30, 30, 40, 50]]), [20, 30, 40]],
    ['RGB with alpha', filteredPng(6, 0, [[10, 20, 30, 255]]), [10, 20, 30]],
    ['grey', filteredPng(0, 0, [[100, 200]]), [150, 150, 150]],
    ['grey with alpha', filteredPng(4, 0, [[100, 255]]), [100, 100, 100]],
    ['a palette', filteredPng(3, 0, [[0, 1]]), [127.5, 127.5, 0]]
  ])('is the mean of %s', (_kind, picture, colour) => {
    expect(pngColour(picture)).toEqual(colour)
  })

  it.each([
    [
      'the left',
      1,
      [
        [10, 5],
        [10, 5]
      ],
      12.5
    ],
    [
      'the row above',
      2,
      [
        [10, 20],
        [5, 5]
      ],
      17.5
    ],
    [
      'the mean of both',
      3,
      [
        [10, 20],
        [5, 5]
      ],
      16.75
    ],
    [
      'the nearest of three',
      4,
      [
        [10, 20],
        [5, 5]
      ],
      22.5
    ]
  ])('undoes the filter by %s', (_by, filter, rows, grey) => {
    expect(pngColour(filteredPng(0, filter, rows))).toEqual([grey, grey, grey])
  })

  it('gives up on a damaged stream, sixteen bits and interlacing', () => {
    const [damaged, deep, interlaced] = [png(4, 4), png(4, 4), png(4, 4)]

    damaged.fill(7, 45, 52)
    deep[24] = 16
    interlaced[28] = 1

    expect([damaged, deep, interlaced].map(pngColour)).toEqual([undefined, undefined, undefined])
  })
})
