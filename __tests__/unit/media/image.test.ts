import { describe, expect, it } from '@jest/globals'
import { breaksOff, imageFormat, inspectImage } from '../../../src/media/image.ts'
import { picture, webp } from './pictures.ts'

describe('a picture', () => {
  it.each(['png', 'jpeg', 'gif'] as const)('is known by its bytes: %s', format => {
    const bytes = picture(format)

    expect(inspectImage(bytes)).toEqual({ format, width: 30, height: 20 })
  })

  it('may be a WebP', () => {
    expect(inspectImage(webp(300, 200))).toEqual({ format: 'webp', width: 300, height: 200 })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg width="3" height="4"></svg>')],
    ['a bitmap of Windows', Buffer.from('BM' + '\0'.repeat(60))],
    ['a PNG that ends at once', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG that ends at once', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])]
  ])('is not %s', (_what, bytes) => {
    expect(inspectImage(bytes)).toBeUndefined()
  })

  it.each(['png', 'jpeg'] as const)('is not read where bytes of it are wrong, and does no harm: %s', format => {
    const good = picture(format)
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good)
      bad.writeUInt8(good.readUInt8(at) ^ 0xff, at)

      const facts = inspectImage(bad)

      expect(facts === undefined || facts.width > 0).toBe(true)
    }
  })

  it.each(['png', 'jpeg', 'gif'] as const)('tells whether it is whole: %s', format => {
    const whole = picture(format)
    const cut = whole.subarray(0, whole.length - 40)

    expect(breaksOff(format, whole, whole, whole.length)).toBe(false)
    // A GIF ends with one byte that may stand anywhere.
    if (format !== 'gif') expect(breaksOff(format, cut, cut, cut.length)).toBe(true)
  })

  it('tells whether it is whole: webp', () => {
    expect(breaksOff('webp', webp(3, 4), webp(3, 4), 64)).toBe(false)
    expect(breaksOff('webp', webp(3, 4), webp(3, 4), 63)).toBe(true)
  })

  it('is no RIFF that holds a sound', () => {
    expect(imageFormat(Buffer.from('RIFF....WAVE'))).toBeUndefined()
  })
})
