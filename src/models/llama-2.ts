/**
 * Meta Llama 2 Chat: `[INST]` around the user's turns, the system prompt inside the first of them.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-2/
 */
import { wordsAlone } from './abilities.ts'
import type { ModelFamily } from './family.ts'
import { checkLlama, llamaAgain, llamaBody, readGeneration } from './llama.ts'
import type { PromptFormat } from './prompt-format.ts'
import { chatOf } from './question.ts'

const format: PromptFormat = {
  marks: /<\/?s>|\[\/?INST\]|<<\/?SYS>>/g,
  begin: '',
  system: ['<<SYS>>\n', '\n<</SYS>>\n\n'],
  systemInTurn: true,
  user: ['<s>[INST] ', ' [/INST]'],
  assistant: [' ', ' </s>'],
  answer: ''
}

export const llama2: ModelFamily = {
  name: 'llama-2',
  title: 'Meta Llama 2 Chat',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
  revision: 1,
  modelIds: /^meta\.llama2-/,
  api: 'InvokeModel',
  kind: 'chat',
  render: (request, parameters) => llamaBody(chatOf(request), parameters, format),
  parse: readGeneration,
  can: () => ({ ...wordsAlone, prefill: true }),
  followUp: llamaAgain(format),
  check: checkLlama
}
