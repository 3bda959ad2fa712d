/**
 * Amazon Titan Text Embeddings V2: one text in, one vector out. No inference parameters; what can be chosen goes by `extra`:
 * `dimensions` (1024, 512, 256), `normalize`, `embeddingTypes` (float, binary). With binary alone the answer is the bits.
 * At most 8,192 tokens of text. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
import { at, type JsonObject } from '../json.ts'
import { embeds, onlyExtra, wrongChoice, wrongList } from './embedding.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { embedOf } from './question.ts'
import { usageIn } from './usage.ts'
import { vector } from './vector.ts'

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

  can: () => embeds(),

  check(_bareId, parameters) {
    return [
      ...onlyExtra(parameters, 'Titan Text Embeddings V2', 'dimensions, normalize, embeddingTypes'),
      ...wrongChoice(parameters.extra, { dimensions: [256, 512, 1024] }),
      ...wrongList(parameters.extra, { embeddingTypes: ['float', 'binary'] })
    ]
  }
}
