import { expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import type { Parameters } from '../../../src/models/family.ts'
import { titanEmbedImage } from '../../../src/models/titan-embed-image.ts'
import type { EmbedRequest } from '../../../src/prompts/request.ts'

const image = { format: 'png', source: { base64: 'iVBORw0KGgo=' } } as const

it.each<[EmbedRequest, JsonObject]>([
  [{ kind: 'embed', text: 'a lamp' }, { inputText: 'a lamp' }],
  [{ kind: 'embed', image }, { inputImage: 'iVBORw0KGgo=' }],
  [
    { kind: 'embed', text: 'a lamp', image },
    { inputText: 'a lamp', inputImage: 'iVBORw0KGgo=' }
  ]
])('writes %j without what is absent', (request, expected) => {
  expect(titanEmbedImage.render(request, {})).toEqual(expected)
})

it('has no place for a picture in S3', () => {
  const inS3 = { format: 'png', source: { s3Uri: 's3://b/x.png', sha256: 'ab' } } as const

  expect(() => titanEmbedImage.render({ kind: 'embed', image: inS3 }, {})).toThrow(TypeError)
  expect(titanEmbedImage.can?.('amazon.titan-embed-image-v1').s3Media).toBe(false)
})

it('believes no vector beside a failure', () => {
  const parse = (): unknown => titanEmbedImage.parse({ embedding: [0.5], message: 'The image is\nbroken' })

  expect(parse).toThrow(expect.objectContaining({ name: 'ShapeError', path: 'message' }))
  expect(parse).toThrow('"The image is\\nbroken"')
})

it('takes an empty message for none', () => {
  expect(titanEmbedImage.parse({ embedding: [0.5], message: '' }).content).toEqual([0.5])
})

it.each<[Parameters, readonly string[]]>([
  [{ extra: { embeddingConfig: { outputEmbeddingLength: 384 } } }, []],
  [{ extra: { embeddingConfig: { outputEmbeddingLength: 512 } } }, ['extra']],
  [{ temperature: 0 }, ['temperature']]
])('of %j finds wrong %j', (parameters, fields) => {
  const problems = titanEmbedImage.check?.('amazon.titan-embed-image-v1', parameters) ?? []

  expect(problems.map(({ field }) => field)).toEqual(fields)
})
