import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import type { Parameters } from '../../../src/models/family.ts'
import { stabilityImage } from '../../../src/models/stability-image.ts'
import { stabilitySd3 } from '../../../src/models/stability-sd3.ts'
import { readPicture } from '../../../src/models/stability.ts'

const image = { format: 'png', source: { base64: 'iVBORw0KGgo=' } } as const

describe('a question', () => {
  it('of Ultra takes a picture to start from as it is', () => {
    expect(stabilityImage.render({ kind: 'draw', text: 'a lamp', image }, {})).toEqual({
      prompt: 'a lamp',
      image: 'iVBORw0KGgo='
    })
  })

  it('of SD3.5 has mode and strength only with a picture', () => {
    const alone = stabilitySd3.render({ kind: 'draw', text: 'a lamp' }, {})
    const from = stabilitySd3.render({ kind: 'draw', text: 'a lamp', image }, {})

    expect(alone).toEqual({ prompt: 'a lamp' })
    expect(from).toEqual({ prompt: 'a lamp', mode: 'image-to-image', image: 'iVBORw0KGgo=', strength: 0.7 })
  })

  it.each([
    ['stability.stable-image-core-v1:1', []],
    ['stability.stable-image-ultra-v1:1', ['jpeg', 'png', 'webp']]
  ])('to %s may begin with %j', (bareId, formats) => {
    expect(stabilityImage.can?.(bareId).images).toEqual(formats)
  })
})

describe('an answer', () => {
  it.each([
    ['iVBORw0KGgoAAAA', 'png'],
    ['/9j/4AAQ', 'jpeg'],
    ['UklGRiIA', 'webp']
  ])('that begins with %s is %s', (base64, format) => {
    const completion = readPicture({ seeds: [1], finish_reasons: [null], images: [base64] })

    expect(completion).toEqual({ content: { format, base64 }, stop: 'end', usage: {} })
  })

  it.each([
    ['Filter reason: prompt', 'filtered'],
    ['Filter reason: output image', 'filtered'],
    ['Inference error', 'other']
  ])('without a picture because of "%s" is %s', (reason, stop) => {
    expect(readPicture({ finish_reasons: [reason] })).toEqual({ content: '', stop, stopDetail: reason, usage: {} })
  })

  it.each<[JsonObject, string]>([
    [{ seeds: [1], finish_reasons: [null] }, 'images[0]'],
    [{ images: ['bm8gcGljdHVyZQ=='] }, 'images[0]']
  ])('%j misses %s', (output, path) => {
    expect(() => readPicture(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
  })
})

it.each<[Parameters, readonly RegExp[]]>([
  [{ extra: { aspect_ratio: '16:9', seed: 0, strength: 1, negative_prompt: 'rain', output_format: 'png' } }, []],
  [{ extra: { aspect_ratio: '4:3' } }, [/aspect_ratio must be 16:9/]],
  [{ extra: { output_format: 'gif' } }, [/output_format must be jpeg, png/]],
  [{ extra: { strength: 2 } }, [/strength must be a number from 0 to 1/]],
  [{ extra: { seed: -1 } }, [/seed must be a number from 0 to 4294967295/]],
  [{ maxTokens: 10 }, [/takes no maxTokens/]]
])('of %j says %j', (parameters, expected) => {
  const problems = stabilityImage.check?.('stability.stable-image-ultra-v1:1', parameters) ?? []

  expect(problems.map(({ message }) => message)).toEqual(expected.map(message => expect.stringMatching(message)))
})

it('takes webp from SD3.5 alone', () => {
  const parameters = { extra: { output_format: 'webp' } }

  expect(stabilitySd3.check?.('stability.sd3-5-large-v1:0', parameters)).toEqual([])
  expect(stabilityImage.check?.('stability.stable-image-core-v1:1', parameters)).toHaveLength(1)
})
