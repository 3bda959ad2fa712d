import { describe, expect, it } from '@jest/globals'
import { documentOf, pictureIn, pictureOf, recordingOf } from '../../../../../src/emulator/bedrock/media/medium.ts'
import { jpeg, pdf, png } from './pictures.ts'

describe('pictureOf', () => {
  it('tells size, type and colour', () => {
    expect(pictureOf(png(640, 480))).toMatchObject({
      kind: 'picture',
      told: 'a 640×480 PNG picture, mostly blue',
      tokens: 410
    })
    expect(pictureOf(jpeg(10, 20))?.told).toBe('a 10×20 JPEG picture')
  })

  it('tells pictures of the same size apart', () => {
    const [blue, red] = [pictureOf(png(4, 4)), pictureOf(png(4, 4, [255, 0, 0]))]

    expect(blue?.digest).not.toBe(red?.digest)
  })

  it('is nothing for bytes that are no picture, and for text that is no base64', () => {
    expect([pictureOf(pdf(1)), pictureIn('no base64!'), pictureIn(png(1, 1).toString('base64'))?.width]).toEqual([
      undefined,
      undefined,
      1
    ])
  })
})

describe('documentOf', () => {
  it('counts the pages of a PDF', () => {
    expect(documentOf('pdf', pdf(3), 'Report')).toMatchObject({
      told: 'a PDF document called Report of 3 pages',
      pages: 3,
      tokens: 4500
    })
  })

  it('reads texts, and HTML without its tags', () => {
    expect(documentOf('md', Buffer.from('# Title'))).toMatchObject({ text: '# Title', tokens: 2 })
    expect(documentOf('html', Buffer.from('<p>Hi<script>x()</script></p>'))?.text.trim()).toBe('Hi')
  })

  it.each(['pdf', 'docx', 'xls'])('is nothing where the bytes are no %s', format => {
    expect(documentOf(format, Buffer.from('hello'))).toBeUndefined()
  })
})

describe('recordingOf', () => {
  it('grows dearer with its length', () => {
    const [short, long] = [1, 1_000_000].map(bytes => recordingOf('video', 'mp4', Buffer.alloc(bytes)).tokens)

    expect(long).toBe(4 * (short ?? 0))
  })
})
