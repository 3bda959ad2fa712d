import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { claude } from '../../../src/models/claude.ts'

const asked = { kind: 'chat', messages: [{ role: 'user', content: [{ text: 'Hello' }] }] } as const

function answer(members: JsonObject): JsonObject {
  return { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hi' }], ...members }
}

it('writes nothing but what is required for a bare question', () => {
  expect(claude.render(asked, { maxTokens: 10 })).toEqual({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 10,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }]
  })
})

describe('stop reasons', () => {
  it.each([
    ['end_turn', 'end'],
    ['stop_sequence', 'stop-sequence'],
    ['max_tokens', 'max-tokens'],
    ['model_context_window_exceeded', 'max-tokens'],
    ['refusal', 'refusal'],
    ['tool_use', 'tool-use'],
    ['pause_turn', 'other']
  ])('%s means %s and is kept in the model’s word', (word, stop) => {
    expect(claude.parse(answer({ stop_reason: word }))).toMatchObject({ stop, stopDetail: word })
  })

  it('takes null for absent', () => {
    const completion = claude.parse(answer({ stop_reason: null }))

    expect(completion.stop).toBe('other')
    expect(completion).not.toHaveProperty('stopDetail')
  })

  it('tells the category of a refusal, not its explanation', () => {
    const refusal = answer({
      content: [],
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'cyber', explanation: 'Some words for people.' },
      usage: { input_tokens: 106, output_tokens: 1 }
    })

    expect(claude.parse(refusal)).toEqual({
      content: '',
      stop: 'refusal',
      stopDetail: 'refusal: cyber',
      usage: { inputTokens: 106, outputTokens: 1 }
    })
  })
})

describe('content', () => {
  it('is empty text where the model wrote none', () => {
    expect(claude.parse(answer({ content: [] })).content).toBe('')
  })

  it('leaves out blocks that are no text', () => {
    const content = [{ type: 'tool_use', id: 'x', name: 'f', input: {} }, { type: 'text', text: 'A' }, null]

    expect(claude.parse(answer({ content })).content).toBe('A')
  })

  it.each([
    [{ content: 'Hi' }, 'content'],
    [{ content: [{ type: 'text' }] }, 'content[0].text'],
    [
      {
        content: [
          { type: 'text', text: 'A' },
          { type: 'thinking', thinking: 7 }
        ]
      },
      'content[1].thinking'
    ]
  ])('that is %j is named by its path', (members, path) => {
    expect(() => claude.parse(answer(members))).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
  })
})

it('leaves out counts that are null, negative or broken', () => {
  const usage = { input_tokens: null, output_tokens: -1, cache_read_input_tokens: 1.5, cache_creation_input_tokens: 3 }

  expect(claude.parse(answer({ usage })).usage).toEqual({ cacheWriteTokens: 3 })
})

describe('media', () => {
  const source = { base64: 'QUJDREVG' }

  it.each([
    [
      { image: { format: 'jpeg', source } },
      { type: 'image', source: { type: 'base64', media_type: 'image/jpeg', data: 'QUJDREVG' } }
    ],
    [
      { document: { format: 'pdf', name: 'Lease', source } },
      {
        type: 'document',
        source: { type: 'base64', media_type: 'application/pdf', data: 'QUJDREVG' },
        title: 'Lease'
      }
    ],
    [
      { document: { format: 'txt', source: { base64: 'R3LDvMOfZQ==' } } },
      { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Grüße' } }
    ]
  ] as const)('%j becomes a block', (part, block) => {
    const rendered = claude.render({ kind: 'chat', messages: [{ role: 'user', content: [part] }] }, {})

    expect(rendered['messages']).toEqual([{ role: 'user', content: [block] }])
  })

  it.each([
    { image: { format: 'png', source: { s3Uri: 's3://b/k', sha256: 'x' } } },
    { document: { format: 'docx', source } },
    { video: { format: 'mp4', source } }
  ] as const)('%j is not written', part => {
    expect(() => claude.render({ kind: 'chat', messages: [{ role: 'user', content: [part] }] }, {})).toThrow(TypeError)
  })
})

it('joins a begun answer and its rest to one turn when it asks again', () => {
  const begun = { role: 'assistant', content: [{ type: 'text', text: '{' }] } as const
  const messages = [{ role: 'user', content: [{ type: 'text', text: 'JSON' }] }, begun]

  const again = claude.followUp?.({ max_tokens: 9, messages }, '"a": 1', 'It lacks b.')

  expect(again).toEqual({
    max_tokens: 9,
    messages: [
      messages[0],
      { role: 'assistant', content: [...begun.content, { type: 'text', text: '"a": 1' }] },
      { role: 'user', content: [{ type: 'text', text: 'It lacks b.' }] },
      begun
    ]
  })
})
