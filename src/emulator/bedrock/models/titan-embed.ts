/**
 * Amazon Titan Text Embeddings V2: a vector of unit length, derived from the text's words, so that texts that share
 * words are near each other. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
import { member, type JsonMap } from '../../json.ts'
import { hash32, randomFrom } from '../../random.ts'
import { malformed, refuseStrangers, strings, tokensOf, typeName } from './body.ts'
import type { OtherDialect } from './dialect.ts'

const mostCharacters = 50_000

export const titanEmbedV2: OtherDialect = {
  kind: 'other',
  name: 'titan-embed-text-v2',
  models: /^amazon\.titan-embed-text-v2/,
  defaultMaxTokens: 0,

  answer(body) {
    refuseStrangers(body, ['inputText', 'dimensions', 'normalize', 'embeddingTypes'])
    const text = member(body, 'inputText')
    if (text === undefined) throw malformed('#: required key [inputText] not found')
    if (typeof text !== 'string') throw malformed(`#/inputText: expected type: String, found: ${typeName(text)}`)
    if (text === '') throw malformed('#/inputText: expected minLength: 1, actual: 0')
    if (text.length > mostCharacters)
      throw malformed(`#/inputText: expected maxLength: ${mostCharacters}, actual: ${text.length}`)
    const inputTokens = tokensOf(text)
    const vector = embed(text, dimensionsOf(body), member(body, 'normalize') !== false)
    const types = strings(body, 'embeddingTypes')
    for (const type of types)
      if (type !== 'float' && type !== 'binary') throw malformed(`#/embeddingTypes: ${type} is not a valid enum value`)
    const byType: JsonMap = {}
    if (types.length === 0 || types.includes('float')) byType['float'] = vector
    if (types.includes('binary')) byType['binary'] = vector.map(one => (one > 0 ? 1 : 0))
    const floats = byType['float']
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

function dimensionsOf(body: JsonMap): number {
  const dimensions = member(body, 'dimensions') ?? 1024
  if (dimensions !== 256 && dimensions !== 512 && dimensions !== 1024)
    throw malformed(`#/dimensions: ${JSON.stringify(dimensions)} is not a valid enum value`)
  return dimensions
}

/** The sum of one seeded vector per word. */
function embed(text: string, dimensions: number, normalize: boolean): number[] {
  const sum = new Float64Array(dimensions)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
  for (const word of words) {
    const random = randomFrom(hash32(word))
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + random() - 0.5
  }
  const length = Math.hypot(...sum) || 1
  return Array.from(sum, one => Number((normalize ? one / length : one).toPrecision(8)))
}
