/**
 * Cohere Command and Command Light: one prompt, one generation; no usage is told. Likelihoods and several generations go by
 * `extra`; only the first generation is read.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html
 */
import { array, isObject, ShapeError, text } from '../json.ts'
import { promptAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { lonePrompt } from './question.ts'
import { outOfRange, shortByDefault, tooManyStops } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'

const meaning: StopWords = { COMPLETE: 'end', MAX_TOKENS: 'max-tokens', ERROR_TOXIC: 'filtered', ERROR: 'other' }

export const command: ModelFamily = {
  name: 'command',
  title: 'Cohere Command',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html',
  revision: 1,
  modelIds: /^cohere\.command-(light-)?text-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const body = present({
      prompt: lonePrompt(request),
      max_tokens: parameters.maxTokens,
      temperature: parameters.temperature,
      p: parameters.topP,
      k: parameters.topK,
      stop_sequences: parameters.stop
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const generation = array(modelOutput, 'generations')[0]
    if (!isObject(generation)) throw new ShapeError('generations[0]', 'an object')
    return {
      content: text(modelOutput, 'generations[0].text'),
      ...stopFor(generation['finish_reason'], meaning),
      usage: {}
    }
  },

  can: () => promptAlone,

  check(_bareId, parameters) {
    return [
      ...shortByDefault(parameters, 'max_tokens', 20, 'Cohere Command'),
      ...outOfRange(parameters, { maxTokens: [1, 4096], temperature: [0, 5], topP: [0, 1], topK: [0, 500] }),
      ...tooManyStops(parameters, 4, 'Cohere Command')
    ]
  }
}
