/**
 * Stable Diffusion 3.5 Large: a picture from a text of at most 10,000 characters, or from a text and a picture. With a picture
 * `mode` and `strength` are required: 0 keeps it, 1 ignores it; 0.7, as in AWS's own sample, unless `extra` says otherwise.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
 */
import { embeds } from './embedding.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { base64Of } from './inline-media.ts'
import { drawOf } from './question.ts'
import { checkStability, readPicture } from './stability.ts'

export const stabilitySd3: ModelFamily = {
  name: 'stability-sd3',
  title: 'Stability Stable Diffusion 3.5 Large',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html',
  revision: 1,
  modelIds: /^stability\.sd3-/,
  api: 'InvokeModel',
  kind: 'draw',

  render(request, parameters) {
    const { text, image } = drawOf(request)
    const start = image && { mode: 'image-to-image', image: base64Of(image), strength: 0.7 }
    return withExtra({ prompt: text, ...start }, parameters.extra)
  },

  parse: readPicture,

  can: () => embeds({ images: ['jpeg', 'png', 'webp'], textWithImage: true, maxImages: 1 }),

  check(_bareId, parameters) {
    return checkStability(parameters, 'Stable Diffusion 3.5', ['jpeg', 'png', 'webp'])
  }
}
