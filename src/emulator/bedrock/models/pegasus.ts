/**
 * TwelveLabs Pegasus: a question about a film. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
 */
import { asText, isMap, member, type Json } from '../../json.ts'
import { bytesOf } from '../media/format.ts'
import { recordingOf } from '../media/medium.ts'
import { malformed, tokensOf } from './body.ts'
import { storedBytes } from './content.ts'
import { Refused, type ChatDialect, type Reading } from './dialect.ts'
import { anything, checkBody, number, object, text, whole } from './shape.ts'

const shape = object(
  {
    inputPrompt: text({ least: 1 }),
    temperature: number(0, 1),
    responseFormat: object({ jsonSchema: anything, type: anything }),
    mediaSource: object({
      base64String: text({ least: 1 }),
      s3Location: object({ uri: text({ least: 1 }), bucketOwner: text({ least: 12, most: 12 }) }, ['uri'])
    }),
    maxOutputTokens: whole(1, 4096)
  },
  ['inputPrompt', 'mediaSource']
)
const mostPromptTokens = 2000
const mostBase64 = 36 * 1024 * 1024

export const pegasus: ChatDialect = {
  kind: 'chat',
  name: 'pegasus',
  models: /^twelvelabs\.pegasus/,
  defaultMaxTokens: 4096,

  read(body, reading) {
    checkBody(body, shape)
    const prompt = asText(body['inputPrompt'])
    if (tokensOf(prompt) > mostPromptTokens)
      throw new Refused(`inputPrompt exceeds the maximum of ${mostPromptTokens} tokens`)
    const schema = member(member(body, 'responseFormat'), 'jsonSchema')
    const most = member(body, 'maxOutputTokens')
    return {
      system: '',
      text: prompt,
      media: [recordingOf('video', 'mp4', film(member(body, 'mediaSource'), reading))],
      ...(typeof most === 'number' && { maxTokens: most }),
      stop: [],
      ...(isMap(schema) && { schema })
    }
  },

  write(answer) {
    return { message: answer.text, finishReason: answer.stop === 'max-tokens' ? 'length' : 'stop' }
  }
}

function film(from: Json | undefined, reading: Reading): Buffer {
  const location = member(from, 's3Location')
  const encoded = member(from, 'base64String')
  if ((location === undefined) === (encoded === undefined))
    throw malformed('#/mediaSource: exactly one of base64String and s3Location is required')
  if (location !== undefined) return storedBytes(asText(member(location, 'uri')), reading)
  if (asText(encoded).length > mostBase64) throw new Refused('mediaSource.base64String exceeds the maximum of 36 MB')
  const bytes = bytesOf(asText(encoded))
  if (!bytes) throw malformed('#/mediaSource/base64String: the string is not valid base64')
  return bytes
}
