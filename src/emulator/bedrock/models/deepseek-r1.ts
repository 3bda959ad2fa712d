/**
 * DeepSeek R1: a prompt in the model's own format; the answer's text begins with what was thought, up to `</think>`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
 */
import { asText, member } from '../../json.ts'
import { strings } from './body.ts'
import type { ChatDialect } from './dialect.ts'
import { readDeepSeekPrompt } from './prompt-format.ts'
import { checkBody, list, number, object, text, whole } from './shape.ts'

const shape = object(
  {
    prompt: text({ least: 1 }),
    max_tokens: whole(1, 32_768),
    stop: list(text(), { most: 10 }),
    temperature: number(0, 1),
    top_p: number(0, 1)
  },
  ['prompt']
)

export const deepSeekR1: ChatDialect = {
  kind: 'chat',
  name: 'deepseek-r1',
  models: /^deepseek\.r1/,
  defaultMaxTokens: 4096,

  read(body) {
    checkBody(body, shape)
    const maxTokens = member(body, 'max_tokens')
    return {
      ...readDeepSeekPrompt(asText(body['prompt'])),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(body, 'stop'),
      thinks: true
    }
  },

  write(answer, body) {
    // A prompt that opened the thinking itself gets only its end.
    const opened = /<think>\s*$/.test(asText(body['prompt']))
    const thought = answer.reasoning ?? ''
    const closed = answer.text === '' && answer.stop === 'max-tokens' ? '' : '\n</think>\n\n'
    return {
      choices: [
        {
          text: `${opened ? '' : '<think>\n'}${thought}${closed}${answer.text}`,
          stop_reason: answer.stop === 'max-tokens' ? 'length' : 'stop'
        }
      ]
    }
  }
}
