/**
 * Amazon Nova Micro, Lite, Pro, Premier and Nova 2 Lite, by InvokeModel: everything about sampling stands inside
 * `inferenceConfig`, system is a list. The conversation begins with the user; an assistant turn at the end is continued.
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import { isObject } from '../json.ts'
import { messageBlocks, readMessage, systemBlocks } from './converse-body.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { chatOf } from './question.ts'
import { outOfRange, tooMany } from './ranges.ts'

/** Tokens of an answer at most: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards-amazon.html */
const ceilings: readonly [RegExp, number][] = [
  [/^amazon\.nova-2-/, 65_535],
  [/^amazon\.nova-premier-/, 32_000]
]

/** One page of AWS says 5,000 tokens, others 10,000: what lies between is for Bedrock to judge. */
const firstGeneration = { told: 5_000, ever: 10_000 }

export const nova: ModelFamily = {
  name: 'nova',
  title: 'Amazon Nova',
  source: 'https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html',
  revision: 1,
  modelIds: /^amazon\.nova-(micro|lite|pro|premier|2-lite)-v\d/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const chat = chatOf(request)
    const inferenceConfig = present({
      maxTokens: parameters.maxTokens,
      temperature: parameters.temperature,
      topP: parameters.topP,
      topK: parameters.topK,
      stopSequences: parameters.stop
    })
    const body = present({
      schemaVersion: 'messages-v1',
      system: systemBlocks(chat),
      messages: messageBlocks(chat),
      inferenceConfig: Object.keys(inferenceConfig).length > 0 ? inferenceConfig : undefined
    })
    return withExtra(body, parameters.extra)
  },

  parse: readMessage,

  check(bareId, parameters) {
    const ceiling = ceilings.find(([models]) => models.test(bareId))?.[1]
    return [
      ...tooMany(parameters, 'maxTokens', ceiling ?? firstGeneration.ever, bareId),
      ...(ceiling === undefined ? perhapsTooMany(bareId, parameters) : []),
      ...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1], topK: [0, 128] })
    ]
  }
}

function perhapsTooMany(bareId: string, { maxTokens, extra }: Parameters): ParameterProblem[] {
  const { told, ever } = firstGeneration
  if (maxTokens === undefined || maxTokens <= told || maxTokens > ever) return []
  if (isObject(extra?.['inferenceConfig']) && extra['inferenceConfig']['maxTokens'] !== undefined) return []
  return [
    {
      severity: 'warning',
      field: 'maxTokens',
      message: `AWS documents at most ${told} tokens of answer for ${bareId}; ${maxTokens} may be refused record by record`
    }
  ]
}
