/**
 * Amazon Nova Multimodal Embeddings, the body of InvokeModel: one text or one picture, not both. `embeddingPurpose` and
 * `truncationMode` are required: GENERIC_INDEX makes vectors to be searched in, and NONE lets a text of more than
 * 8,192 characters fail rather than be cut. Both, and `embeddingDimension`, by `extra.singleEmbeddingParams`.
 * Bytes inline may be 25 MB after base64, in S3 50 MB. The answer tells no tokens.
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
import { at, isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { EmbedRequest, Media } from '../prompts/request.ts'
import { embeds, onlyExtra, wrongChoice } from './embedding.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { sourceOf } from './media-source.ts'
import { embedOf } from './question.ts'
import { vector } from './vector.ts'

const purposes =
  'GENERIC_INDEX GENERIC_RETRIEVAL TEXT_RETRIEVAL IMAGE_RETRIEVAL VIDEO_RETRIEVAL DOCUMENT_RETRIEVAL AUDIO_RETRIEVAL CLASSIFICATION CLUSTERING'.split(
    ' '
  )

export const novaMultimodalEmbeddings: ModelFamily = {
  name: 'nova-multimodal-embeddings',
  title: 'Amazon Nova Multimodal Embeddings',
  source: 'https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html',
  revision: 1,
  modelIds: /^amazon\.nova-2-multimodal-embeddings-v\d/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    const body = {
      schemaVersion: 'nova-multimodal-embed-v1',
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', ...subject(embedOf(request)) }
    }
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const cutAt = at(modelOutput, 'embeddings[0].truncatedCharLength')
    return {
      content: vector(modelOutput, 'embeddings[0].embedding'),
      stop: 'end',
      ...(typeof cutAt === 'number' && { stopDetail: `text cut after ${cutAt} characters` }),
      usage: {}
    }
  },

  can: () => embeds({ images: ['png', 'jpeg', 'gif', 'webp'], s3Media: true, maxImages: 1, maxImageBytes: 18_750_000 }),

  check(_bareId, parameters) {
    return [
      ...onlyExtra(
        parameters,
        'Nova Multimodal Embeddings',
        'singleEmbeddingParams: {embeddingPurpose, embeddingDimension}'
      ),
      ...wrongParams(parameters)
    ]
  }
}

function subject({ text, image }: EmbedRequest): JsonObject {
  return present({
    text: text === undefined ? undefined : { truncationMode: 'NONE', value: text },
    image: image && pictureOf(image)
  })
}

function pictureOf(image: Media): JsonObject {
  return { format: image.format, source: sourceOf(image) }
}

function wrongParams({ extra }: Parameters): ParameterProblem[] {
  const params = extra?.['singleEmbeddingParams']
  if (!isObject(params)) return []
  const text = params['text']
  return [
    ...wrongChoice(params, { embeddingPurpose: purposes, embeddingDimension: [256, 384, 1024, 3072] }),
    ...wrongChoice(isObject(text) ? text : undefined, { truncationMode: ['START', 'END', 'NONE'] })
  ]
}
