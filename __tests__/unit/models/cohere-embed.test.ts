import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { cohereEmbedV3 } from '../../../src/models/cohere-embed-v3.ts'
import { cohereEmbedV4 } from '../../../src/models/cohere-embed-v4.ts'
import { readVectors } from '../../../src/models/cohere-embed.ts'
import type { Parameters } from '../../../src/models/family.ts'
import type { EmbedRequest } from '../../../src/prompts/request.ts'

const image = { format: 'jpeg', source: { base64: '/9j/4A==' } } as const
const uri = 'data:image/jpeg;base64,/9j/4A=='

describe('v3', () => {
  it.each<[EmbedRequest, Parameters, JsonObject]>([
    [{ kind: 'embed', text: 'hello' }, {}, { texts: ['hello'], input_type: 'search_document' }],
    [{ kind: 'embed', image }, {}, { images: [uri], input_type: 'image' }],
    [
      { kind: 'embed', text: 'hello' },
      { extra: { input_type: 'clustering' } },
      { texts: ['hello'], input_type: 'clustering' }
    ]
  ])('writes %j with %j', (request, parameters, expected) => {
    expect(cohereEmbedV3.render(request, parameters)).toEqual(expected)
  })

  it.each([
    ['cohere.embed-english-v3', true],
    ['cohere.embed-multilingual-v3', true],
    ['cohere.embed-v4:0', false]
  ])('takes %s: %s', (id, expected) => {
    expect(cohereEmbedV3.modelIds.test(id)).toBe(expected)
  })
})

describe('v4', () => {
  it.each<[EmbedRequest, JsonObject]>([
    [{ kind: 'embed', text: 'hello' }, { texts: ['hello'] }],
    [{ kind: 'embed', image }, { images: [uri] }],
    [
      { kind: 'embed', text: 'hello', image },
      {
        inputs: [
          {
            content: [
              { type: 'text', text: 'hello' },
              { type: 'image_url', image_url: { url: uri } }
            ]
          }
        ]
      }
    ]
  ])('writes %j as one of its three forms', (request, expected) => {
    expect(cohereEmbedV4.render(request, {})).toEqual({ input_type: 'search_document', ...expected })
  })
})

describe('an answer', () => {
  it.each<[string, JsonObject, readonly number[]]>([
    ['a list', { embeddings: [[0.5, 0.25]] }, [0.5, 0.25]],
    ['one type', { embeddings: { int8: [[7, -3]] } }, [7, -3]],
    ['floats first', { embeddings: { binary: [[1]], float: [[0.5]], int8: [[7]] } }, [0.5]]
  ])('of %s is a vector', (_what, output, expected) => {
    expect(readVectors(output)).toEqual({ content: expected, stop: 'end', usage: {} })
  })

  it.each<[JsonObject, string]>([
    [{ embeddings: [] }, 'embeddings[0]'],
    [{ embeddings: { float: [['x']] } }, 'embeddings.float[0][0]']
  ])('%j misses %s', (output, path) => {
    expect(() => readVectors(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
  })
})

it.each([
  [cohereEmbedV3, { extra: { truncate: 'START', embedding_types: ['int8'] } }, []],
  [cohereEmbedV3, { extra: { truncate: 'LEFT' } }, [/truncate must be NONE, START, END/]],
  [cohereEmbedV3, { extra: { embedding_types: 'float' } }, [/embedding_types must be a list of float/]],
  [cohereEmbedV4, { extra: { truncate: 'LEFT', output_dimension: 1536 } }, []],
  [cohereEmbedV4, { extra: { output_dimension: 384 } }, [/output_dimension must be 256/]],
  [cohereEmbedV4, { extra: { input_type: 'image' } }, [/input_type must be search_document/]],
  [cohereEmbedV4, { maxTokens: 9, extra: { embedding_types: ['bits'] } }, [/takes no maxTokens/, /embedding_types/]]
])('%#: says what is wrong with the parameters', (family, parameters, expected) => {
  const problems = family.check?.('cohere.embed', parameters) ?? []

  expect(problems.map(({ message }) => message)).toEqual(expected.map(message => expect.stringMatching(message)))
})
