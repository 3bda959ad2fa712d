/**
 * Cohere Embed v4: a text, a picture, or both as one page, whose parts make one vector. `input_type` is required:
 * `search_document`, unless `extra` says otherwise. A picture is a data URI of at most 5 MB; larger than 2,458,624 pixels it
 * is made smaller. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
 */
import type { JsonObject } from '../json.ts'
import type { EmbedRequest } from '../prompts/request.ts'
import { checkCohereEmbed, inputTypes, readVectors } from './cohere-embed.ts'
import { embeds } from './embedding.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { dataUri } from './inline-media.ts'
import { embedOf } from './question.ts'

export const cohereEmbedV4: ModelFamily = {
  name: 'cohere-embed-v4',
  title: 'Cohere Embed v4',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html',
  revision: 1,
  modelIds: /^cohere\.embed-v4(:|$)/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    return withExtra({ input_type: 'search_document', ...subject(embedOf(request)) }, parameters.extra)
  },

  parse: readVectors,

  can: () =>
    embeds({ images: ['jpeg', 'png', 'webp', 'gif'], textWithImage: true, maxImages: 1, maxImageBytes: 5_000_000 }),

  check(_bareId, parameters) {
    return checkCohereEmbed(parameters, 'Cohere Embed v4', {
      input_type: inputTypes,
      truncate: ['NONE', 'LEFT', 'RIGHT'],
      output_dimension: [256, 512, 1024, 1536]
    })
  }
}

function subject({ text, image }: EmbedRequest): JsonObject {
  if (image === undefined) return { texts: [text ?? ''] }
  if (text === undefined) return { images: [dataUri(image)] }
  const content = [
    { type: 'text', text },
    { type: 'image_url', image_url: { url: dataUri(image) } }
  ]
  return { inputs: [{ content }] }
}
