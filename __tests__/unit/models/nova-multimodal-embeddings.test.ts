import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { novaMultimodalEmbeddings } from '../../../src/models/nova-multimodal-embeddings.ts'

const bareId = 'amazon.nova-2-multimodal-embeddings-v1:0'

it('lets a text that is too long fail, unless told to cut it', () => {
  const extra = { singleEmbeddingParams: { text: { truncationMode: 'END' } } }

  const usual = novaMultimodalEmbeddings.render({ kind: 'embed', text: 'a lamp' }, {})
  const cutting = novaMultimodalEmbeddings.render({ kind: 'embed', text: 'a lamp' }, { extra })

  expect(usual).toMatchObject({ singleEmbeddingParams: { text: { truncationMode: 'NONE', value: 'a lamp' } } })
  expect(cutting).toMatchObject({ singleEmbeddingParams: { text: { truncationMode: 'END', value: 'a lamp' } } })
})

it('writes the bytes of a picture that goes along', () => {
  const image = { format: 'webp', source: { base64: 'UklGRg==' } } as const

  const rendered = novaMultimodalEmbeddings.render({ kind: 'embed', image }, {})

  expect(rendered).toMatchObject({
    singleEmbeddingParams: { image: { format: 'webp', source: { bytes: 'UklGRg==' } } }
  })
})

it('tells where a text was cut', () => {
  const output = { embeddings: [{ embeddingType: 'TEXT', embedding: [0.5], truncatedCharLength: 8000 }] }

  expect(novaMultimodalEmbeddings.parse(output)).toMatchObject({
    content: [0.5],
    stopDetail: 'text cut after 8000 characters'
  })
})

it('takes a text or a picture, not both', () => {
  expect(novaMultimodalEmbeddings.can?.(bareId).textWithImage).toBeUndefined()
})

it.each<[Parameters, readonly RegExp[]]>([
  [{ extra: { singleEmbeddingParams: { embeddingDimension: 256, embeddingPurpose: 'CLUSTERING' } } }, []],
  [{ extra: { singleEmbeddingParams: { embeddingDimension: 512 } } }, [/embeddingDimension must be 256, 384/]],
  [{ extra: { singleEmbeddingParams: { embeddingPurpose: 'SEARCH' } } }, [/embeddingPurpose must be GENERIC_INDEX/]],
  [{ extra: { singleEmbeddingParams: { text: { truncationMode: 'RIGHT' } } } }, [/truncationMode must be START/]],
  [{ topP: 1 }, [/takes no topP/]]
])('of %j says %j', (parameters, expected) => {
  const problems = novaMultimodalEmbeddings.check?.(bareId, parameters) ?? []

  expect(problems.map(({ message }) => message)).toEqual(expected.map(message => expect.stringMatching(message)))
})
