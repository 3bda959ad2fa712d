/**
 * Converse: one body for every chat model that Bedrock serves by it, and so the way for a model without a file of its own.
 * In a batch the body goes without `modelId`, and the job says modelInvocationType Converse. There is no place for topK:
 * each model has its own name for it, to be written under `extra.additionalModelRequestFields`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html
 */
import { sampling } from './claude-rules.ts'
import { converseAbilities } from './converse-abilities.ts'
import { converseAgain, messageBlocks, readMessage, systemBlocks } from './converse-body.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { chatOf } from './question.ts'
import { aboveCeiling, noPlaceFor, outOfRange, tooManyStops, type Ceiling } from './ranges.ts'

const mostStopSequences = 2500

/**
 * From the model cards, where there is no family of the model's own that knows better.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */
const ceilings: readonly Ceiling[] = [
  { models: /^mistral\.mistral-large-3-/, maxTokens: 32_768, disputed: true },
  { models: /^mistral\.magistral-small-2509/, maxTokens: 40_960, disputed: true },
  { models: /^mistral\.ministral-3-8b-/, maxTokens: 8192, disputed: true },
  { models: /^deepseek\.v3-/, maxTokens: 8192, disputed: true },
  { models: /^deepseek\.r1-/, maxTokens: 32_768 },
  { models: /^meta\.llama4-/, maxTokens: 8192, disputed: true }
]

/** Members of a Converse body that Bedrock does in an answer at once, but not in a batch. */
const notInBatch = ['toolConfig', 'guardrailConfig', 'outputConfig', 'serviceTier', 'requestMetadata'] as const

export const converse: ModelFamily = {
  name: 'converse',
  title: 'Converse (any chat model)',
  source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
  revision: 1,
  modelIds: /./,
  api: 'Converse',
  kind: 'chat',

  render(request, parameters) {
    const chat = chatOf(request)
    const inferenceConfig = present({
      maxTokens: parameters.maxTokens,
      temperature: parameters.temperature,
      topP: parameters.topP,
      stopSequences: parameters.stop
    })
    const body = present({
      system: systemBlocks(chat),
      messages: messageBlocks(chat),
      inferenceConfig: Object.keys(inferenceConfig).length > 0 ? inferenceConfig : undefined
    })
    return withExtra(body, parameters.extra)
  },

  parse: readMessage,

  can: converseAbilities,

  followUp: converseAgain,

  check(bareId, parameters) {
    return [
      ...noPlaceFor(
        parameters,
        ['topK'],
        'Converse',
        `write it the model's own way, often extra: {additionalModelRequestFields: {top_k: ${parameters.topK ?? 50}}}`
      ),
      ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] }),
      ...aboveCeiling(bareId, parameters, ceilings),
      ...sampling(bareId, parameters),
      ...tooManyStops(parameters, mostStopSequences, 'Converse'),
      ...refusedInBatch(parameters)
    ]
  }
}

/** `modelId` is an error for certain ("Extra inputs are not permitted"); the rest is what AWS says of batch inference. */
function refusedInBatch({ extra }: Parameters): ParameterProblem[] {
  if (extra === undefined) return []
  const problems: ParameterProblem[] = []
  if ('modelId' in extra) {
    problems.push({
      field: 'extra',
      message: 'modelId does not belong into a batch record',
      hint: 'remove it from extra'
    })
  }
  for (const member of notInBatch.filter(name => name in extra)) {
    const message = `batch inference may refuse ${member}: AWS has no tools, guardrails or response formats there`
    problems.push({ severity: 'warning', field: 'extra', message })
  }
  return problems
}
