/**
 * Amazon Titan Text Express, Lite and Premier: one text, no roles and no system prompt. A single turn goes as it is; several
 * turns go as `User:` and `Bot:`, the form that AWS gives for conversations.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 */
import { array, isObject, ShapeError, text, type JsonObject } from '../json.ts'
import { wordsAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, ModelFamily } from './family.ts'
import { promptAgain, promptOf, type PromptFormat } from './prompt-format.ts'
import { chatOf, textOf } from './question.ts'
import { aboveCeiling, noPlaceFor, outOfRange, type Ceiling } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

/** The reference says FINISHED, AWS's sample of a batch FINISH. */
const meaning: StopWords = {
  FINISHED: 'end',
  FINISH: 'end',
  STOP_CRITERIA_MET: 'stop-sequence',
  LENGTH: 'max-tokens',
  CONTENT_FILTERED: 'filtered'
}

/** "Maximum token limits are strictly enforced." */
const ceilings: readonly Ceiling[] = [
  { models: /^amazon\.titan-text-lite-/, maxTokens: 4096 },
  { models: /^amazon\.titan-text-express-/, maxTokens: 8192 },
  { models: /^amazon\.titan-text-premier-/, maxTokens: 3072 }
]

/** Its marks are plain words, which a text may well hold. */
const format: PromptFormat = {
  marks: /(?!)/g,
  begin: '',
  user: ['User: ', '\n'],
  assistant: ['Bot: ', '\n'],
  answer: 'Bot:'
}

export const titanText: ModelFamily = {
  name: 'titan-text',
  title: 'Amazon Titan Text',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html',
  revision: 1,
  modelIds: /^amazon\.titan-text-(express|lite|premier)-v\d/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const chat = chatOf(request)
    const [only, second] = chat.messages
    const lone = only !== undefined && second === undefined && chat.system === undefined
    const textGenerationConfig = present({
      maxTokenCount: parameters.maxTokens,
      stopSequences: parameters.stop,
      temperature: parameters.temperature,
      topP: parameters.topP
    })
    const body = present({
      inputText: lone ? only.content.map(textOf).join('') : promptOf(chat, format),
      textGenerationConfig: Object.keys(textGenerationConfig).length > 0 ? textGenerationConfig : undefined
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const result = array(modelOutput, 'results')[0]
    if (!isObject(result)) throw new ShapeError('results[0]', 'an object')
    return {
      content: text(modelOutput, 'results[0].outputText'),
      ...stopFor(result['completionReason'], meaning),
      usage: usageOf(modelOutput, result)
    }
  },

  can: () => ({ ...wordsAlone, system: false, prefill: true }),

  /** A lone prompt becomes the first of the turns. */
  followUp(modelInput, answer, complaint) {
    const before = text(modelInput, 'inputText')
    const prompt = /^User: [^]*\nBot:/.test(before) ? before : `User: ${before}\nBot:`
    return { ...modelInput, inputText: promptAgain(prompt, format, answer, complaint) }
  },

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topK'], 'Titan Text', 'remove topK'),
      ...aboveCeiling(bareId, parameters, ceilings),
      ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0.000_001, 1] })
    ]
  }
}

function usageOf(modelOutput: JsonObject, result: JsonObject): Completion['usage'] {
  return {
    ...usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] }),
    ...usageIn(result, { outputTokens: ['tokenCount'] })
  }
}
