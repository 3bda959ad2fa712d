/**
 * Amazon Titan Text Embeddings V2: one text in, one vector out. No inference parameters; what can be chosen goes by `extra`:
 * `dimensions` (1024, 512, 256), `normalize`, `embeddingTypes` (float, binary). With binary alone the answer is the bits.
 * At most 8,192 tokens of text. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
import { at, type JsonObject } from '../json.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { embedOf } from './question.ts'
import { noPlaceFor } from './ranges.ts'
import { usageIn } from './usage.ts'
import { vector } from './vector.ts'

const dimensions = [256, 512, 1024]
const types = ['float', 'binary']
const vectorPaths = ['embedding', 'embeddingsByType.float', 'embeddingsByType.binary']

export const titanEmbedTextV2: ModelFamily = {
  name: 'titan-embed-text-v2',
  title: 'Amazon Titan Text Embeddings V2',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html',
  revision: 1,
  modelIds: /^amazon\.titan-embed-text-v2:/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    return withExtra({ inputText: embedOf(request).text ?? '' }, parameters.extra)
  },

  parse(modelOutput: JsonObject) {
    const path = vectorPaths.find(one => at(modelOutput, one) !== undefined) ?? 'embedding'
    return {
      content: vector(modelOutput, path),
      stop: 'end',
      usage: usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
    }
  },

  check(_bareId, parameters) {
    const hint = 'an embedding has only extra: {dimensions, normalize, embeddingTypes}'
    return [
      ...noPlaceFor(parameters, ['maxTokens', 'temperature', 'topP', 'topK', 'stop'], 'Titan Text Embeddings V2', hint),
      ...wrongExtra(parameters)
    ]
  }
}

function wrongExtra({ extra }: Parameters): ParameterProblem[] {
  const problems: ParameterProblem[] = []
  const wanted = extra?.['dimensions']
  if (wanted !== undefined && !(typeof wanted === 'number' && dimensions.includes(wanted))) {
    problems.push({ field: 'extra', message: `dimensions must be ${dimensions.join(', ')}` })
  }
  const kinds = extra?.['embeddingTypes']
  if (kinds !== undefined && !(Array.isArray(kinds) && kinds.every(kind => types.includes(String(kind))))) {
    problems.push({ field: 'extra', message: `embeddingTypes must be a list of ${types.join(', ')}` })
  }
  return problems
}
