import { describe, expect, it } from '@jest/globals'
import { readPicture } from '../../../../../src/emulator/bedrock/media/picture.ts'
import { gif, jpeg, png, webp } from './pictures.ts'

describe('readPicture', () => {
  it.each([
    ['png', png(7, 3), { width: 7, height: 3, colour: 'blue' }],
    ['gif', gif(640, 480), { width: 640, height: 480 }],
    ['jpeg', jpeg(1920, 1080), { width: 1920, height: 1080 }],
    ['webp', webp('VP8 ', 31, 17), { width: 31, height: 17 }],
    ['webp', webp('VP8L', 31, 17), { width: 31, height: 17 }],
    ['webp', webp('VP8X', 4000, 3000), { width: 4000, height: 3000 }]
  ])('reads the size of a %s', (format, bytes, size) => {
    expect(readPicture(bytes)).toEqual({ format, ...size })
  })

  it.each([
    ['a signature alone', png(7, 3).subarray(0, 8)],
    ['a JPEG without a frame', Buffer.from('ffd8ffe00004aaaa', 'hex')],
    ['a JPEG that is damaged', Buffer.from('ffd8ffe000040000000000000000', 'hex')],
    ['a picture of no size', gif(0, 5)],
    ['a WebP of an unknown kind', Buffer.concat([Buffer.from('RIFF0000WEBPabcd'), Buffer.alloc(20)])],
    ['a text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)]
  ])('takes %s for no picture', (_what, bytes) => {
    expect(readPicture(bytes)).toBeUndefined()
  })
})
