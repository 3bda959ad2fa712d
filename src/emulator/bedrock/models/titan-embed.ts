/**
 * Amazon Titan embeddings: Text V2, Text G1, Multimodal.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 */
import { asText, member, type JsonMap } from '../../json.ts'
import { bytesOf } from '../media/format.ts'
import { pictureOf, type Medium } from '../media/medium.ts'
import { malformed, strings, tokensOf } from './body.ts'
import { Refused, type OtherAnswer, type OtherDialect } from './dialect.ts'
import { checkBody, flag, list, object, oneOf, text } from './shape.ts'
import { embedMedium, embedText } from './vector.ts'

const inputText = text({ least: 1, most: 50_000 })
const shapeV2 = object(
  {
    inputText,
    dimensions: oneOf(1024, 512, 256),
    normalize: flag,
    embeddingTypes: list(oneOf('float', 'binary'))
  },
  ['inputText']
)

export const titanEmbedV2: OtherDialect = {
  kind: 'other',
  name: 'titan-embed-text-v2',
  models: /^amazon\.titan-embed-text-v2/,
  defaultMaxTokens: 0,

  answer(body) {
    checkBody(body, shapeV2)
    const said = asText(body['inputText'])
    const vector = embedText(said, Number(member(body, 'dimensions') ?? 1024), member(body, 'normalize') !== false)
    const types = strings(body, 'embeddingTypes')
    const byType: JsonMap = {}
    if (types.length === 0 || types.includes('float')) byType['float'] = vector
    if (types.includes('binary')) byType['binary'] = vector.map(one => (one > 0 ? 1 : 0))
    const floats = byType['float']
    const inputTokens = tokensOf(said)
    return {
      modelOutput: {
        ...(floats !== undefined && { embedding: floats }),
        inputTextTokenCount: inputTokens,
        embeddingsByType: byType
      },
      inputTokens,
      outputTokens: 0
    }
  }
}

const dimensionsOfG1 = 1536

export const titanEmbedG1: OtherDialect = {
  kind: 'other',
  name: 'titan-embed-text-v1',
  models: /^amazon\.titan-embed-(text-v1|g1-text)/,
  defaultMaxTokens: 0,

  answer(body) {
    checkBody(body, object({ inputText }, ['inputText']))
    const said = asText(body['inputText'])
    const inputTokens = tokensOf(said)
    const modelOutput = { embedding: embedText(said, dimensionsOfG1), inputTextTokenCount: inputTokens }
    return { modelOutput, inputTokens, outputTokens: 0 }
  }
}

const shapeOfImage = object({
  inputText: text({ least: 1 }),
  inputImage: text({ least: 1 }),
  embeddingConfig: object({ outputEmbeddingLength: oneOf(256, 384, 1024) })
})
const mostTextTokens = 256
const mostImageBytes = 25 * 1024 * 1024

export const titanEmbedImage: OtherDialect = {
  kind: 'other',
  name: 'titan-embed-image',
  models: /^amazon\.titan-embed-image/,
  defaultMaxTokens: 0,

  answer(body): OtherAnswer {
    checkBody(body, shapeOfImage)
    const said = asText(member(body, 'inputText'))
    const picture = pictureFrom(member(body, 'inputImage') as string | undefined)
    if (said === '' && !picture) throw malformed('#: at least one of inputText and inputImage is required')
    const inputTokens = tokensOf(said)
    if (inputTokens > mostTextTokens)
      throw new Refused(
        `400 Bad Request: Too many input tokens. Max input tokens: ${mostTextTokens}, request input token count: ${inputTokens} `
      )
    const length = Number(member(member(body, 'embeddingConfig'), 'outputEmbeddingLength') ?? 1024)
    const embedding = picture ? embedMedium(picture, length, said) : embedText(said, length)
    return {
      modelOutput: { embedding, inputTextTokenCount: inputTokens, message: null },
      inputTokens,
      outputTokens: 0
    }
  }
}

function pictureFrom(base64: string | undefined): Medium | undefined {
  if (base64 === undefined) return undefined
  const bytes = bytesOf(base64)
  if (!bytes) throw new Refused('400 Bad Request: Unable to decode the base64 string of inputImage.')
  if (bytes.length > mostImageBytes) throw new Refused('400 Bad Request: Image exceeds the maximum size of 25 MB.')
  const picture = pictureOf(bytes)
  if (!picture || (picture.format !== 'png' && picture.format !== 'jpeg'))
    throw new Refused('400 Bad Request: Unable to process provided image. Supported formats: JPEG, PNG.')
  if (Math.max(picture.width ?? 0, picture.height ?? 0) > 4096)
    throw new Refused('400 Bad Request: Image exceeds max pixels allowed.')
  return picture
}
