import { describe, expect, it } from '@jest/globals'
import { checkImage } from '../../../src/media/check-image.ts'

const place = { file: 'data.csv', line: 7 }
const modelId = 'anthropic.claude-haiku'
const abilities = { images: ['png', 'jpeg'], maxImageBytes: 3_750_000, maxImagePixels: 8000 } as const
const photo = { path: 'img/photo.jpg', format: 'jpeg', width: 4000, height: 3000, bytes: 2_000_000 } as const

describe('a picture that a model takes', () => {
  it('has no problem', () => {
    expect(checkImage(photo, { modelId, abilities }, place)).toEqual([])
  })

  it('may be called something else, with a warning', () => {
    const found = checkImage({ ...photo, path: 'photo.png' }, { modelId, abilities }, place)

    expect(found).toEqual([{ severity: 'warning', message: 'photo.png is JPEG inside, and is treated as that', place }])
  })
})

describe('a picture that it does not take', () => {
  it.each([
    [
      { bytes: 5_200_000 },
      'photo.jpg has 5.2 MB; anthropic.claude-haiku takes 3.75 MB: 1.45 MB too many',
      'set media.maxPixels to have it made smaller'
    ],
    [
      { bytes: 3_750_001 },
      'photo.jpg has 3.75 MB; anthropic.claude-haiku takes 3.75 MB: 1 bytes too many',
      'set media.maxPixels to have it made smaller'
    ],
    [
      { height: 9000 },
      'photo.jpg has 4000 × 9000 pixels; anthropic.claude-haiku takes 8000 on a side: 1000 too many',
      'set media.maxPixels to have it made smaller'
    ],
    [
      { format: 'gif', path: 'a.gif' } as const,
      'a.gif is GIF, which anthropic.claude-haiku does not take',
      'it takes PNG, JPEG'
    ]
  ])('says by how much, and what to do: %j', (more, message, hint) => {
    expect(checkImage({ ...photo, ...more }, { modelId, abilities }, place)).toEqual([
      { severity: 'error', message, place, hint }
    ])
  })

  it('is refused by a model that sees nothing', () => {
    const found = checkImage(photo, { modelId, abilities: { images: [] } }, place)

    expect(found).toEqual([{ severity: 'error', message: 'anthropic.claude-haiku takes no images', place }])
  })

  it('is not offered to be made smaller where that cannot be done', () => {
    const taker = { modelId, abilities: { images: ['webp'], maxImageBytes: 10 } as const }

    const [found] = checkImage({ ...photo, format: 'webp', path: 'a.webp' }, taker, place)

    expect(found?.hint).toBe('WebP is not made smaller here: save it as PNG or JPEG')
  })
})
