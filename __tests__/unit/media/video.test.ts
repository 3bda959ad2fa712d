import { describe, expect, it } from '@jest/globals'
import { videoFormat } from '../../../src/media/video.ts'

describe('a video', () => {
  it.each([
    ['....ftypisom', 'mp4'],
    ['....ftypqt  ', 'mov'],
    ['....ftyp3gp4', 'three_gp'],
    ['....moov....', 'mov'],
    ['\x1a\x45\xdf\xa3....webm', 'webm'],
    ['\x1a\x45\xdf\xa3....matroska', 'mkv'],
    ['FLV\x01', 'flv'],
    ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'wmv'],
    ['\0\0\x01\xba', 'mpeg'],
    ['....ftypavif', undefined],
    ['....ftypM4A ', undefined],
    ['RIFF....AVI ', undefined],
    ['', undefined]
  ])('is known by its bytes: %j', (head, format) => {
    expect(videoFormat('a.mp4', Buffer.from(head, 'latin1'))).toBe(format)
  })

  it('of MPEG is called as its file is', () => {
    expect(videoFormat('a.MPG', Buffer.from('\0\0\x01\xb3', 'latin1'))).toBe('mpg')
  })
})
