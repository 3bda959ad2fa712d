import { expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import type { Parameters } from '../../../src/models/family.ts'
import { titanEmbedTextV2 } from '../../../src/models/titan-embed-text-v2.ts'

it.each<[string, JsonObject, readonly number[]]>([
  ['the vector', { embedding: [0.5, -1], embeddingsByType: { float: [9], binary: [1] } }, [0.5, -1]],
  ['the floats by type', { embedding: null, embeddingsByType: { float: [0.25], binary: [1] } }, [0.25]],
  ['the bits where nothing else was asked for', { embeddingsByType: { binary: [1, 0, 1] } }, [1, 0, 1]]
])('answers with %s', (_what, output, expected) => {
  expect(titanEmbedTextV2.parse(output)).toEqual({ content: expected, stop: 'end', usage: {} })
})

it.each<[JsonObject, string]>([
  [{ embedding: [] }, 'embedding'],
  [{ embedding: [0.5, null] }, 'embedding[1]'],
  [{ embedding: 'abc' }, 'embedding'],
  [{ embeddingsByType: { binary: [1, '0'] } }, 'embeddingsByType.binary[1]']
])('names the path of what is wrong in %j', (output, path) => {
  expect(() => titanEmbedTextV2.parse(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
})

it.each<[Parameters, string[]]>([
  [{}, []],
  [{ extra: { dimensions: 512, normalize: false, embeddingTypes: ['float', 'binary'] } }, []],
  [
    { maxTokens: 1, temperature: 0, topP: 1, topK: 1, stop: ['x'] },
    ['maxTokens', 'temperature', 'topP', 'topK', 'stop']
  ],
  [{ extra: { dimensions: 768 } }, ['extra']],
  [{ extra: { dimensions: '512' } }, ['extra']],
  [{ extra: { embeddingTypes: ['int8'] } }, ['extra']]
])('judges %j', (parameters, expected) => {
  const found = titanEmbedTextV2.check?.('amazon.titan-embed-text-v2:0', parameters).map(({ field }) => field)

  expect(found).toEqual(expected)
})
