/**
 * Meta Llama: a prompt in the model's own format; pictures beside it from 3.2 on.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
import { asText, member } from '../../json.ts'
import { bytesOf } from '../media/format.ts'
import { pictureOf, type Medium } from '../media/medium.ts'
import { refuseSense } from './abilities.ts'
import { malformed, strings } from './body.ts'
import { Refused, type ChatDialect } from './dialect.ts'
import { readLlamaPrompt } from './prompt-format.ts'
import { checkBody, list, number, object, text, whole } from './shape.ts'

const members = {
  prompt: text({ least: 1 }),
  temperature: number(0, 1),
  top_p: number(0, 1),
  max_gen_len: whole(1, 8192)
}
const shape = object(members, ['prompt'])
const seeing = object({ ...members, images: list(text({ least: 1 })) }, ['prompt'])

export const llama: ChatDialect = {
  kind: 'chat',
  name: 'llama',
  // 405B is served by Converse only: https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
  models: /^meta\.llama(?!3-1-405b)/,
  defaultMaxTokens: 512,

  read(body, { bareId }) {
    checkBody(body, /llama(3-2|4)/.test(bareId) ? seeing : shape)
    const images = strings(body, 'images')
    if (images.length > 0) refuseSense('images', bareId)
    const maxTokens = member(body, 'max_gen_len')
    return {
      ...readLlamaPrompt(asText(body['prompt'])),
      media: images.map((base64, i) => picture(base64, `#/images/${i}`)),
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: []
    }
  },

  write(answer) {
    return {
      generation: answer.text,
      prompt_token_count: answer.inputTokens,
      generation_token_count: answer.outputTokens,
      stop_reason: answer.stop === 'max-tokens' ? 'length' : 'stop'
    }
  }
}

function picture(base64: string, where: string): Medium {
  const bytes = bytesOf(base64)
  if (!bytes) throw malformed(`${where}: the string is not valid base64`)
  const found = pictureOf(bytes)
  if (!found) throw new Refused('Failed to sanitize image: Invalid or unsupported image format')
  return found
}
