/**
 * Amazon Titan Multimodal Embeddings G1: a text, a picture, or both; of both the vector is the average. The picture is a plain
 * base64 string. English, at most 256 tokens of text; a picture of at most 25 MB and 2,048 × 2,048 pixels. AWS names the
 * formats PNG and JPEG where it speaks of tuning, and none for inference.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/titan-multiemb-models.html
 */
import { at, isObject, ShapeError, type JsonObject } from '../json.ts'
import { embeds, onlyExtra, wrongChoice } from './embedding.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { base64Of } from './inline-media.ts'
import { embedOf } from './question.ts'
import { usageIn } from './usage.ts'
import { vector } from './vector.ts'

const lengths = [256, 384, 1024]

export const titanEmbedImage: ModelFamily = {
  name: 'titan-embed-image',
  title: 'Amazon Titan Multimodal Embeddings G1',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html',
  revision: 1,
  modelIds: /^amazon\.titan-embed-image-v1(:|$)/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    const { text, image } = embedOf(request)
    const body = present({ inputText: text, inputImage: image && base64Of(image) })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    refuseFailure(modelOutput)
    return {
      content: vector(modelOutput, 'embedding'),
      stop: 'end',
      usage: usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
    }
  },

  can: () =>
    embeds({
      images: ['png', 'jpeg'],
      textWithImage: true,
      maxImages: 1,
      maxImageBytes: 25_000_000,
      maxImagePixels: 2048
    }),

  check(_bareId, parameters) {
    return [
      ...onlyExtra(parameters, 'Titan Multimodal Embeddings', 'embeddingConfig: {outputEmbeddingLength}'),
      ...wrongLength(parameters)
    ]
  }
}

/** `message` "specifies any errors that occur during generation"; a vector beside it would not be one to trust. */
function refuseFailure(modelOutput: JsonObject): void {
  const message = at(modelOutput, 'message')
  if (message === undefined || message === '') return
  throw new ShapeError('message', `no failure, which ${JSON.stringify(message).slice(0, 200)} tells,`)
}

function wrongLength({ extra }: Parameters): ParameterProblem[] {
  const config = extra?.['embeddingConfig']
  return isObject(config) ? wrongChoice(config, { outputEmbeddingLength: lengths }) : []
}
