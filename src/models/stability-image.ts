/**
 * Stable Image Core and Stable Image Ultra: a picture from a text of at most 10,000 characters; Ultra also from a picture, with
 * `strength` (0.35 where nothing is said). The picture is PNG unless `extra: {output_format: jpeg}`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html
 */
import { embeds } from './embedding.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { base64Of } from './inline-media.ts'
import { drawOf } from './question.ts'
import { checkStability, readPicture } from './stability.ts'

export const stabilityImage: ModelFamily = {
  name: 'stability-image',
  title: 'Stability Stable Image Core, Ultra',
  source:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html',
  revision: 1,
  modelIds: /^stability\.stable-image-(core|ultra)-v\d/,
  api: 'InvokeModel',
  kind: 'draw',

  render(request, parameters) {
    const { text, image } = drawOf(request)
    return withExtra(present({ prompt: text, image: image && base64Of(image) }), parameters.extra)
  },

  parse: readPicture,

  can: bareId =>
    embeds(/-ultra-/.test(bareId) ? { images: ['jpeg', 'png', 'webp'], textWithImage: true, maxImages: 1 } : {}),

  check(_bareId, parameters) {
    return checkStability(parameters, 'Stable Image', ['jpeg', 'png', 'JPEG', 'PNG'])
  }
}
