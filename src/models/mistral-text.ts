/**
 * Mistral 7B, Mixtral 8x7B, Mistral Large and Small of 24.02, text completion: `[INST]` around the user's turns, no system
 * prompt, no usage in the answer. The model stops for a stop sequence as for its own end, and does not tell them apart.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 */
import { array, isObject, ShapeError, text } from '../json.ts'
import { wordsAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { promptAgain, promptOf, type PromptFormat } from './prompt-format.ts'
import { chatOf } from './question.ts'
import { aboveCeiling, outOfRange, tooManyStops, type Ceiling } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'

const meaning: StopWords = { stop: 'end', length: 'max-tokens' }

const ceilings: readonly Ceiling[] = [
  { models: /^mistral\.mixtral-8x7b-/, maxTokens: 4096 },
  { models: /./, maxTokens: 8192 }
]

const format: PromptFormat = {
  marks: /<\/?s>|\[\/?INST\]/g,
  begin: '<s>',
  user: ['[INST] ', ' [/INST]'],
  assistant: ['\n', '</s>\n'],
  answer: ''
}

export const mistralText: ModelFamily = {
  name: 'mistral-text',
  title: 'Mistral AI text completion',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html',
  revision: 1,
  modelIds: /^mistral\.(mistral-7b-instruct|mixtral-8x7b-instruct|mistral-(large|small)-2402)-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const body = present({
      prompt: promptOf(chatOf(request), format),
      max_tokens: parameters.maxTokens,
      stop: parameters.stop,
      temperature: parameters.temperature,
      top_p: parameters.topP,
      top_k: parameters.topK
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const output = array(modelOutput, 'outputs')[0]
    if (!isObject(output)) throw new ShapeError('outputs[0]', 'an object')
    return { content: text(modelOutput, 'outputs[0].text'), ...stopFor(output['stop_reason'], meaning), usage: {} }
  },

  can: () => ({ ...wordsAlone, system: false, prefill: true }),

  followUp: (modelInput, answer, complaint) => ({
    ...modelInput,
    prompt: promptAgain(text(modelInput, 'prompt'), format, answer, complaint)
  }),

  check(bareId, parameters) {
    return [
      ...aboveCeiling(bareId, parameters, ceilings),
      ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1], topK: [1, 200] }),
      ...tooManyStops(parameters, 10, 'Mistral')
    ]
  }
}
