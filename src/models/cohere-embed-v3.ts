/**
 * Cohere Embed v3, English and Multilingual: one text or one picture a record. `input_type` is required: `search_document`
 * for a text, unless `extra` says otherwise, and `image` for a picture. A text is at most 2,048 characters, of which the
 * model cuts off the end unless `extra: {truncate: NONE}`. A picture is a data URI of at most 5 MB.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
 */
import { checkCohereEmbed, inputTypes, readVectors } from './cohere-embed.ts'
import { embeds } from './embedding.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { dataUri } from './inline-media.ts'
import { embedOf } from './question.ts'

export const cohereEmbedV3: ModelFamily = {
  name: 'cohere-embed-v3',
  title: 'Cohere Embed v3',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html',
  revision: 1,
  modelIds: /^cohere\.embed-(english|multilingual)-v3(:|$)/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    const { text, image } = embedOf(request)
    const body =
      image === undefined
        ? { texts: [text ?? ''], input_type: 'search_document' }
        : { images: [dataUri(image)], input_type: 'image' }
    return withExtra(body, parameters.extra)
  },

  parse: readVectors,

  can: () => embeds({ images: ['jpeg', 'png'], maxImages: 1, maxImageBytes: 5_000_000 }),

  check(_bareId, parameters) {
    return checkCohereEmbed(parameters, 'Cohere Embed v3', {
      input_type: [...inputTypes, 'image'],
      truncate: ['NONE', 'START', 'END']
    })
  }
}
