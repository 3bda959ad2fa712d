/**
 * Mistral AI chat completion: Mistral Large of 24.07, and Pixtral Large, which sees pictures as data URIs. AWS lists no usage in
 * the answer; it is read where it is. Mistral models of 25.09 and later go by Converse.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html
 */
import { imageFormats } from '../prompts/request.ts'
import { abilitiesIn, wordsAlone } from './abilities.ts'
import type { ModelFamily } from './family.ts'
import { chatAgain, chatBody, readChoice } from './openai-body.ts'
import { chatOf } from './question.ts'
import { aboveCeiling, noPlaceFor, outOfRange } from './ranges.ts'

export const mistralChat: ModelFamily = {
  name: 'mistral-chat',
  title: 'Mistral AI chat completion',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html',
  revision: 1,
  modelIds: /^mistral\.(mistral-large-2407|pixtral-large-2502)-/,
  api: 'InvokeModel',
  kind: 'chat',

  render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),

  parse: readChoice,

  can: bareId => abilitiesIn([[/^mistral\.pixtral-/, { ...wordsAlone, images: imageFormats }]], bareId, wordsAlone),

  followUp: chatAgain,

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topK'], "Mistral's chat body", 'remove topK'),
      ...aboveCeiling(bareId, parameters, [{ models: /^mistral\.mistral-large-2407-/, maxTokens: 8192 }]),
      ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] })
    ]
  }
}
