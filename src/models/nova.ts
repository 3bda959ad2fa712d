/**
 * Amazon Nova Micro, Lite, Pro, Premier and Nova 2 Lite, by InvokeModel: everything about sampling stands inside
 * `inferenceConfig`, system is a list. The conversation begins with the user; an assistant turn at the end is continued.
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import { isObject } from '../json.ts'
import { imageFormats, videoFormats } from '../prompts/request.ts'
import { wordsAlone } from './abilities.ts'
import { converseAgain, messageBlocks, readMessage, systemBlocks } from './converse-body.ts'
import { present, withExtra } from './extra.ts'
import type { Abilities, ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { chatOf } from './question.ts'
import { aboveCeiling, outOfRange, tooMany, type Ceiling } from './ranges.ts'

/**
 * The model cards say 64K and 25K where the schema says 5K for all. https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-amazon-nova-2-lite.html
 */
const ceilings: readonly Ceiling[] = [
  { models: /^amazon\.nova-2-/, maxTokens: 65_535, disputed: true },
  { models: /^amazon\.nova-premier-/, maxTokens: 25_000, disputed: true }
]

/** One page of AWS says 5,000 tokens, others 10,000: what lies between is for Bedrock to judge. */
const firstGeneration = { told: 5_000, ever: 10_000 }

/** Micro reads words alone. */
const words: Abilities = { ...wordsAlone, prefill: true }

/**
 * Documents go by Converse alone. What goes along with a question is 25 MB together, up to 8,000 pixels a side.
 * https://docs.aws.amazon.com/nova/latest/userguide/modalities-image.html
 */
const media: Abilities = {
  ...words,
  images: imageFormats,
  videos: videoFormats,
  s3Media: true,
  maxImageBytes: 25_000_000,
  maxImagePixels: 8000
}

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

  can: bareId => (bareId.startsWith('amazon.nova-micro-') ? words : media),

  followUp: converseAgain,

  check(bareId, parameters) {
    const known = ceilings.some(({ models }) => models.test(bareId))
    return [
      ...(known
        ? aboveCeiling(bareId, parameters, ceilings)
        : [...tooMany(parameters, 'maxTokens', firstGeneration.ever, bareId), ...perhapsTooMany(bareId, parameters)]),
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
