/**
 * Amazon Titan Embeddings G1 - Text: one text in, one vector of 1,536 numbers out, and nothing to choose. The dimensions,
 * types and normalisation of V2 are unknown to it. At most 8,192 tokens of text.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 */
import { embeds, onlyExtra } from './embedding.ts'
import { withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { embedOf } from './question.ts'
import { usageIn } from './usage.ts'
import { vector } from './vector.ts'

const ofV2 = ['dimensions', 'normalize', 'embeddingTypes'] as const

export const titanEmbedTextV1: ModelFamily = {
  name: 'titan-embed-text-v1',
  title: 'Amazon Titan Embeddings G1 - Text',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html',
  revision: 1,
  modelIds: /^amazon\.titan-embed-(text-v1|g1-text-02)(:|$)/,
  api: 'InvokeModel',
  kind: 'embed',

  render(request, parameters) {
    return withExtra({ inputText: embedOf(request).text ?? '' }, parameters.extra)
  },

  parse(modelOutput) {
    return {
      content: vector(modelOutput, 'embedding'),
      stop: 'end',
      usage: usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
    }
  },

  can: () => embeds(),

  check(_bareId, parameters) {
    return [...onlyExtra(parameters, 'Titan Embeddings G1', ''), ...membersOfV2(parameters)]
  }
}

function membersOfV2({ extra }: Parameters): ParameterProblem[] {
  return ofV2
    .filter(member => extra !== undefined && member in extra)
    .map(member => ({
      field: 'extra',
      message: `Titan Embeddings G1 takes no ${member}`,
      hint: 'amazon.titan-embed-text-v2:0 does; its vectors are others'
    }))
}
