/**
 * AI21 Jurassic-2 Mid and Ultra: one prompt, one completion. Penalties go by `extra`. The answer lists the tokens of prompt and
 * completion one by one, which is where the usage is from.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html
 */
import { array, at, isObject, ShapeError, text, type JsonObject } from '../json.ts'
import { promptAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, Usage } from './family.ts'
import { lonePrompt } from './question.ts'
import { aboveCeiling, noPlaceFor, outOfRange, shortByDefault } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'

const meaning: StopWords = { endoftext: 'end', stop: 'stop-sequence', length: 'max-tokens' }

export const jurassic2: ModelFamily = {
  name: 'jurassic-2',
  title: 'AI21 Jurassic-2',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html',
  revision: 1,
  modelIds: /^ai21\.j2-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const body = present({
      prompt: lonePrompt(request),
      maxTokens: parameters.maxTokens,
      temperature: parameters.temperature,
      topP: parameters.topP,
      stopSequences: parameters.stop
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const completion = array(modelOutput, 'completions')[0]
    if (!isObject(completion)) throw new ShapeError('completions[0]', 'an object')
    return {
      content: text(modelOutput, 'completions[0].data.text'),
      ...stopFor(at(completion, 'finishReason.reason'), meaning),
      usage: usageOf(modelOutput)
    }
  },

  can: () => promptAlone,

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topK'], 'Jurassic-2', 'remove topK'),
      ...aboveCeiling(bareId, parameters, [{ models: /./, maxTokens: 8191 }]),
      ...shortByDefault(parameters, 'maxTokens', 200, 'Jurassic-2'),
      ...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1] })
    ]
  }
}

function usageOf(modelOutput: JsonObject): Usage {
  const asked = at(modelOutput, 'prompt.tokens')
  const said = at(modelOutput, 'completions[0].data.tokens')
  return {
    ...(Array.isArray(asked) && { inputTokens: asked.length }),
    ...(Array.isArray(said) && { outputTokens: said.length })
  }
}
