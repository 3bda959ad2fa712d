/**
 * TwelveLabs Pegasus 1.2: one video and one prompt of at most 2,000 tokens in, text out. The video lies in S3 (an hour, 2 GB) or
 * goes along (25 MB). A schema for the answer goes by `extra: {responseFormat: {jsonSchema}}`. No usage is told: the model is
 * billed by the second of video. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
 */
import { text as stringAt, type JsonObject } from '../json.ts'
import { videoFormats } from '../prompts/request.ts'
import type { ChatRequest, Media } from '../prompts/request.ts'
import { embeds } from './embedding.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily, StopReason } from './family.ts'
import { base64Of } from './inline-media.ts'
import { locationOf } from './media-source.ts'
import { chatOf } from './question.ts'
import { noPlaceFor, outOfRange, tooMany } from './ranges.ts'

const meaning: Readonly<Record<string, StopReason>> = { stop: 'end', length: 'max-tokens' }

export const twelvelabsPegasus: ModelFamily = {
  name: 'twelvelabs-pegasus',
  title: 'TwelveLabs Pegasus 1.2',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html',
  revision: 1,
  modelIds: /^twelvelabs\.pegasus-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const { prompt, video } = partsOf(chatOf(request))
    const body = present({
      inputPrompt: prompt,
      mediaSource: video && mediaSource(video),
      temperature: parameters.temperature,
      maxOutputTokens: parameters.maxTokens
    })
    return withExtra(body, parameters.extra)
  },

  /** An error's body has a `message` too, but no `finishReason`. */
  parse(modelOutput) {
    const reason = stringAt(modelOutput, 'finishReason')
    return {
      content: stringAt(modelOutput, 'message'),
      stop: meaning[reason] ?? 'other',
      stopDetail: reason,
      usage: {}
    }
  },

  can: () => embeds({ videos: videoFormats, s3Media: true, needs: 'video' }),

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topP', 'topK', 'stop'], 'Pegasus', 'remove it'),
      ...outOfRange(parameters, { temperature: [0, 1] }),
      ...tooMany(parameters, 'maxTokens', 4096, bareId)
    ]
  }
}

function partsOf({ messages }: ChatRequest): { readonly prompt: string; readonly video: Media | undefined } {
  const parts = messages.flatMap(({ content }) => content)
  const prompt = parts.flatMap(part => ('text' in part ? [part.text] : [])).join('\n')
  return { prompt, video: parts.flatMap(part => ('video' in part ? [part.video] : []))[0] }
}

function mediaSource(video: Media): JsonObject {
  return 's3Uri' in video.source ? { s3Location: locationOf(video.source) } : { base64String: base64Of(video) }
}
