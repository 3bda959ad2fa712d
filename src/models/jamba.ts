/**
 * AI21 Jamba Instruct and 1.5: OpenAI's messages and choices. The answer's shape is AI21's, to whose reference AWS's page points.
 * Penalties and `n` go by `extra`; only the first of several answers is read.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
 */
import { wordsAlone } from './abilities.ts'
import type { ModelFamily } from './family.ts'
import { chatAgain, chatBody, readChoice } from './openai-body.ts'
import { chatOf } from './question.ts'
import { aboveCeiling, noPlaceFor, outOfRange } from './ranges.ts'

export const jamba: ModelFamily = {
  name: 'jamba',
  title: 'AI21 Jamba',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html',
  revision: 1,
  modelIds: /^ai21\.jamba-/,
  api: 'InvokeModel',
  kind: 'chat',

  render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),

  parse: readChoice,

  can: () => wordsAlone,

  followUp: chatAgain,

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topK'], 'Jamba', 'remove topK'),
      ...aboveCeiling(bareId, parameters, [{ models: /./, maxTokens: 4096 }]),
      ...outOfRange(parameters, { temperature: [0, 2], topP: [0, 1] })
    ]
  }
}
