import { describe, expect, it } from '@jest/globals'
import { bytesOf, formatOf, readDataUri } from '../../../../../src/emulator/bedrock/media/format.ts'
import { gif, jpeg, pdf, png, webp } from './pictures.ts'

describe('formatOf', () => {
  it.each([
    [png(1, 1), 'png'],
    [gif(1, 1), 'gif'],
    [jpeg(1, 1), 'jpeg'],
    [webp('VP8 ', 1, 1), 'webp'],
    [pdf(1), 'pdf'],
    [Buffer.from('PK\x03\x04'), 'zip'],
    [Buffer.from('0000ftypisom'), 'mp4'],
    [Buffer.from('plain text'), undefined]
  ])('knows bytes %# by their beginning', (bytes, format) => {
    expect(formatOf(bytes)).toBe(format)
  })
})

describe('bytesOf', () => {
  it.each(['', 'abc', 'ab\ncd===', 'abc$', '=abc', 'a=bc'])('takes %j for no base64', text => {
    expect(bytesOf(text)).toBeUndefined()
  })

  it('decodes base64 with its padding', () => {
    expect(bytesOf('aGVsbG8=')?.toString()).toBe('hello')
  })
})

describe('readDataUri', () => {
  it('splits type and base64', () => {
    expect(readDataUri('data:image/png;base64,iVBO')).toEqual({ type: 'image/png', base64: 'iVBO' })
  })

  it.each(['https://example.com/a.png', 'data:image/png,abc', 'iVBO', 'data:;base64,abc'])('does not read %s', uri => {
    expect(readDataUri(uri)).toBeUndefined()
  })
})
