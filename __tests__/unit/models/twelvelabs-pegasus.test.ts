import { expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import type { Parameters } from '../../../src/models/family.ts'
import { twelvelabsPegasus } from '../../../src/models/twelvelabs-pegasus.ts'
import type { ChatRequest, MediaSource } from '../../../src/prompts/request.ts'

function asking(source: MediaSource): ChatRequest {
  return {
    kind: 'chat',
    messages: [
      {
        role: 'user',
        content: [{ video: { format: 'mp4', source } }, { text: 'What happens?' }, { text: 'Be short.' }]
      }
    ]
  }
}

it.each<[MediaSource, JsonObject]>([
  [{ base64: 'AAAA' }, { base64String: 'AAAA' }],
  [{ s3Uri: 's3://b/v.mp4', sha256: 'ab' }, { s3Location: { uri: 's3://b/v.mp4' } }],
  [
    { s3Uri: 's3://b/v.mp4', sha256: 'ab', bucketOwner: '123456789012' },
    { s3Location: { uri: 's3://b/v.mp4', bucketOwner: '123456789012' } }
  ]
])('takes the video from %j', (source, mediaSource) => {
  expect(twelvelabsPegasus.render(asking(source), {})).toEqual({ inputPrompt: 'What happens?\nBe short.', mediaSource })
})

it.each([
  ['stop', 'end'],
  ['length', 'max-tokens'],
  ['tired', 'other']
])('reads the reason %s as %s', (finishReason, stop) => {
  expect(twelvelabsPegasus.parse({ message: 'A walk.', finishReason })).toMatchObject({ content: 'A walk.', stop })
})

it('says that it cannot do without a video', () => {
  expect(twelvelabsPegasus.can?.('twelvelabs.pegasus-1-2-v1:0')).toMatchObject({ needs: 'video', system: false })
})

it.each<[Parameters, readonly string[]]>([
  [{ maxTokens: 4096, temperature: 1, extra: { responseFormat: { jsonSchema: {} } } }, []],
  [{ maxTokens: 4097 }, ['maxTokens']],
  [{ temperature: 1.1 }, ['temperature']],
  [{ topP: 0.5, topK: 5, stop: ['x'] }, ['topP', 'topK', 'stop']]
])('of %j finds wrong %j', (parameters, fields) => {
  const problems = twelvelabsPegasus.check?.('twelvelabs.pegasus-1-2-v1:0', parameters) ?? []

  expect(problems.map(({ field }) => field)).toEqual(fields)
})
