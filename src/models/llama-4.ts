/**
 * Meta Llama 4 Scout and Maverick Instruct: as Llama 3, with other names for the marks. Both see pictures.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * https://www.llama.com/docs/model-cards-and-prompt-formats/llama4/
 */
import { imageFormats } from '../prompts/request.ts'
import { wordsAlone } from './abilities.ts'
import type { ModelFamily } from './family.ts'
import { checkLlama, llamaAgain, llamaBody, readGeneration } from './llama.ts'
import type { PromptFormat } from './prompt-format.ts'
import { chatOf } from './question.ts'

const format: PromptFormat = {
  marks: /<\|[a-z_]+\|>/g,
  begin: '<|begin_of_text|>',
  system: ['<|header_start|>system<|header_end|>\n\n', '<|eot|>'],
  user: ['<|header_start|>user<|header_end|>\n\n', '<|eot|>'],
  assistant: ['<|header_start|>assistant<|header_end|>\n\n', '<|eot|>'],
  answer: '<|header_start|>assistant<|header_end|>\n\n',
  image: '<|image|>'
}

export const llama4: ModelFamily = {
  name: 'llama-4',
  title: 'Meta Llama 4 Instruct',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
  revision: 1,
  modelIds: /^meta\.llama4-/,
  api: 'InvokeModel',
  kind: 'chat',
  render: (request, parameters) => llamaBody(chatOf(request), parameters, format),
  parse: readGeneration,
  can: () => ({ ...wordsAlone, prefill: true, images: imageFormats }),
  followUp: llamaAgain(format),
  check: checkLlama
}
