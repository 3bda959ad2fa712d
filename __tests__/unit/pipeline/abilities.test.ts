import { describe, expect, it } from '@jest/globals'
import type { Abilities } from '../../../src/models/family.ts'
import { AbilityCheck } from '../../../src/pipeline/abilities.ts'
import { Problems } from '../../../src/problems.ts'
import type { Media, Message, Request } from '../../../src/prompts/request.ts'

const nothing: Abilities = {
  system: false,
  turns: false,
  prefill: false,
  images: [],
  documents: [],
  videos: [],
  s3Media: false
}
const png: Media = { format: 'png', source: { base64: 'AA==' } }
const user: Message = { role: 'user', content: [{ text: 'x' }] }
const assistant: Message = { role: 'assistant', content: [{ text: '{' }] }

function chat(...messages: readonly Message[]): Request {
  return { kind: 'chat', messages }
}

function told(abilities: Partial<Abilities>, ...requests: readonly Request[]): string[] {
  const problems = new Problems()
  const check = new AbilityCheck('a.b', { ...nothing, ...abilities }, problems)
  for (const [index, request] of requests.entries()) check.check(request, { file: 'd.csv', line: index + 2 })
  return problems.list.map(({ message, place }) => `${place?.line ?? ''} ${message}`)
}

describe('what a model cannot do', () => {
  it.each<[string, Partial<Abilities>, Request, readonly string[]]>([
    ['a system prompt', {}, { kind: 'chat', system: 's', messages: [user] }, ['2 a.b takes no system prompt']],
    ['turns', {}, chat(user, assistant, user), ['2 a.b takes one turn of the user only']],
    [
      'the beginning of an answer',
      { turns: true },
      chat(user, assistant),
      ['2 a.b does not take the beginning of its answer']
    ],
    ['an image', {}, chat({ role: 'user', content: [{ image: png }] }), ['2 a.b takes no images']],
    [
      'an image of that format',
      { images: ['jpeg'] },
      chat({ role: 'user', content: [{ image: png }] }),
      ['2 a.b takes no png; it takes jpeg']
    ],
    [
      'so many images',
      { images: ['png'], maxImages: 1 },
      chat({ role: 'user', content: [{ image: png }, { image: png }] }),
      ['2 a.b takes at most 1 images in a question, and this row has 2']
    ],
    ['a picture to embed', {}, { kind: 'embed', image: png }, ['2 a.b takes no images']],
    ['nothing to embed', {}, { kind: 'embed' }, ['2 there is nothing to embed']],
    [
      'a text and a picture in one vector',
      { images: ['png'] },
      { kind: 'embed', text: 'x', image: png },
      ['2 a.b takes a text or a picture, not both in one question']
    ],
    ['no video', { needs: 'video' }, chat(user), ['2 a.b answers about a video, and this row has none']],
    [
      'a video in S3',
      { videos: ['mp4'] },
      chat({ role: 'user', content: [{ video: { format: 'mp4', source: { s3Uri: 's3://b/v.mp4', sha256: '' } } }] }),
      ['2 a.b takes no videos from S3']
    ]
  ])('is told: %s', (_name, abilities, request, expected) => {
    expect(told(abilities, request)).toEqual(expected)
  })

  it('is told once, at the first row that asks for it', () => {
    const request: Request = { kind: 'chat', system: 's', messages: [user] }

    expect(told({}, chat(user), request, request)).toEqual(['3 a.b takes no system prompt'])
  })

  it('is nothing where the model can', () => {
    const all: Abilities = {
      ...nothing,
      system: true,
      turns: true,
      prefill: true,
      images: ['png'],
      textWithImage: true
    }

    expect(
      told(all, { kind: 'chat', system: 's', messages: [user, assistant] }, { kind: 'verbatim', modelInput: {} })
    ).toEqual([])
  })
})
