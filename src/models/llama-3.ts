/**
 * Meta Llama 3, 3.1, 3.2 and 3.3 Instruct: every turn begins with a header. 3.2 in 11B and 90B sees pictures; `<|image|>` stands
 * in the prompt where one belongs. 3.1 405B is served by Converse alone.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * https://www.llama.com/docs/model-cards-and-prompt-formats/llama3_2/
 */
import { imageFormats } from '../prompts/request.ts'
import { abilitiesIn, wordsAlone } from './abilities.ts'
import type { Abilities, ModelFamily } from './family.ts'
import { checkLlama, llamaAgain, llamaBody, readGeneration } from './llama.ts'
import type { PromptFormat } from './prompt-format.ts'
import { chatOf } from './question.ts'

const format: PromptFormat = {
  marks: /<\|[a-z_]+\|>/g,
  begin: '<|begin_of_text|>',
  system: ['<|start_header_id|>system<|end_header_id|>\n\n', '<|eot_id|>'],
  user: ['<|start_header_id|>user<|end_header_id|>\n\n', '<|eot_id|>'],
  assistant: ['<|start_header_id|>assistant<|end_header_id|>\n\n', '<|eot_id|>'],
  answer: '<|start_header_id|>assistant<|end_header_id|>\n\n',
  image: '<|image|>'
}

const words: Abilities = { ...wordsAlone, prefill: true }

export const llama3: ModelFamily = {
  name: 'llama-3',
  title: 'Meta Llama 3, 3.1, 3.2, 3.3 Instruct',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
  revision: 1,
  modelIds: /^meta\.llama3-(?!1-405b-)/,
  api: 'InvokeModel',
  kind: 'chat',
  render: (request, parameters) => llamaBody(chatOf(request), parameters, format),
  parse: readGeneration,
  can: bareId => abilitiesIn([[/^meta\.llama3-2-(11b|90b)-/, { ...words, images: imageFormats }]], bareId, words),
  followUp: llamaAgain(format),
  check: checkLlama
}
