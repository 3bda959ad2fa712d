/**
 * Mistral's models of 24.02 and before: a prompt between [INST] marks. No usage in the answer.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 */
import { asText, member } from '../../json.ts'
import { strings } from './body.ts'
import type { ChatDialect } from './dialect.ts'
import { readInstPrompt } from './prompt-format.ts'
import { checkBody, list, number, object, text, whole } from './shape.ts'

const shape = object(
  {
    prompt: text({ least: 1 }),
    max_tokens: whole(1, 8192),
    stop: list(text(), { most: 10 }),
    temperature: number(0, 1),
    top_p: number(0, 1),
    top_k: whole(1, 200)
  },
  ['prompt']
)

export const mistralText: ChatDialect = {
  kind: 'chat',
  name: 'mistral-text',
  models: /^mistral\.(mistral-7b|mixtral|mistral-large-2402|mistral-small-2402)/,
  defaultMaxTokens: 512,

  read(body) {
    checkBody(body, shape)
    const maxTokens = member(body, 'max_tokens')
    return {
      ...readInstPrompt(asText(body['prompt'])),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(body, 'stop')
    }
  },

  write(answer) {
    return { outputs: [{ text: ` ${answer.text}`, stop_reason: answer.stop === 'max-tokens' ? 'length' : 'stop' }] }
  }
}
