import { describe, expect, it } from '@jest/globals'
import { mediaTokens } from '../../../src/models/media-tokens.ts'
import { TokenMeter } from '../../../src/models/tokens.ts'
import type { Media, Part, Request } from '../../../src/prompts/request.ts'

function media(format: Media['format'], bytes: number): Media {
  return { format, source: { base64: 'A'.repeat((bytes * 4) / 3) } }
}

function chat(...content: readonly Part[]): Request {
  return { kind: 'chat', messages: [{ role: 'user', content }] }
}

describe('tokens of media', () => {
  it.each<[string, Request, number]>([
    ['pictures', chat({ image: media('png', 300) }, { image: media('png', 3_000_000) }, { text: 'x' }), 5200],
    ['a text', chat({ document: media('txt', 3000) }), 1000],
    ['a PDF of two pages', chat({ document: media('pdf', 39_999) }), 6000],
    ['a video', chat({ video: media('mp4', 3000) }), 276_480],
    ['a picture to embed', { kind: 'embed', image: media('png', 30) }, 2600],
    ['a text alone', chat({ text: 'long '.repeat(1000) }), 0]
  ])('are estimated for %s', (_name, request, expected) => {
    expect(mediaTokens(request)).toBe(expected)
  })

  it('count into the estimate of every record', () => {
    const meter = new TokenMeter(1, 10)

    for (let record = 0; record < 50; record++) meter.add(chat({ image: media('png', 300) }, { text: 'What?' }))

    expect(meter.tokens).toBeGreaterThanOrEqual(50 * 2600)
  })
})
