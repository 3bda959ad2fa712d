import { describe, expect, it } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../src/json.ts'
import { picture } from '../media/pictures.ts'
import { read } from './reading.ts'

const hello = [{ role: 'user', content: 'Hello' }]
const png = `data:image/png;base64,${picture('png').toString('base64')}`
const chat = '/v1/chat/completions'

function lineOf(body: JsonValue, more: JsonObject = {}): string {
  return JSON.stringify({ custom_id: 'a', method: 'POST', url: chat, body, ...more })
}

async function readBatch(...lines: readonly string[]): ReturnType<typeof read> {
  return read({ 'a.jsonl': lines.join('\n') }, { format: 'openai-batch', key: 'custom_id' })
}

function turn(...parts: readonly JsonObject[]): JsonObject {
  return { messages: [{ role: 'user', content: parts }] }
}

describe('a line of an OpenAI batch', () => {
  it('is a question with its parameters, and fields for the output', async () => {
    const body = {
      model: 'gpt-4o',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'developer', content: [{ type: 'text', text: 'In German.' }] },
        { role: 'user', content: 'Hello' },
        { role: 'user', content: 'World' },
        { role: 'assistant', content: 'Hallo' },
        { role: 'user', content: [{ type: 'text', text: 'And?' }] }
      ],
      max_tokens: 10,
      max_completion_tokens: 20,
      temperature: 0.5,
      top_p: 0.9,
      stop: 'END',
      n: 1,
      user: 'u1'
    }

    const { rows, told } = await readBatch(lineOf(body))

    expect(told).toEqual(['warning a.jsonl:1 body.model gpt-4o is not asked: the spec’s model answers every line'])
    expect(rows.map(row => ({ ...row, fields: { ...row.fields } }))).toEqual([
      {
        key: 'a',
        fields: { custom_id: 'a', method: 'POST', url: chat, model: 'gpt-4o', body },
        place: { file: 'a.jsonl', line: 1 },
        request: {
          kind: 'chat',
          system: 'Be brief.\n\nIn German.',
          messages: [
            { role: 'user', content: [{ text: 'Hello' }, { text: 'World' }] },
            { role: 'assistant', content: [{ text: 'Hallo' }] },
            { role: 'user', content: [{ text: 'And?' }] }
          ]
        },
        parameters: { maxTokens: 20, temperature: 0.5, topP: 0.9, stop: ['END'] }
      }
    ])
  })

  it('may show pictures and documents that stand in it', async () => {
    const pdf = Buffer.from('%PDF-1.4 x')
    const file = { filename: 'My CV.pdf', file_data: `data:application/pdf;base64,${pdf.toString('base64')}` }
    const parts = [
      { type: 'text', text: 'What is it?' },
      // What the bytes are counts, not what the line says.
      { type: 'image_url', image_url: { url: png.replace('png', 'jpeg'), detail: 'low' } },
      { type: 'file', file }
    ]

    const { rows, told } = await readBatch(lineOf(turn(...parts)))

    expect(told).toEqual([])
    expect(rows[0]?.request).toEqual({
      kind: 'chat',
      messages: [
        {
          role: 'user',
          content: [
            { text: 'What is it?' },
            { image: { format: 'png', source: { base64: picture('png').toString('base64') } } },
            { document: { format: 'pdf', name: 'My CV', source: { base64: pdf.toString('base64') } } }
          ]
        }
      ]
    })
  })

  it('may ask for a vector', async () => {
    const body = { input: ['Hello'], encoding_format: 'float', dimensions: 256 }

    const { rows, told } = await readBatch(lineOf(body, { url: '/v1/embeddings' }))

    expect(rows[0]?.request).toEqual({ kind: 'embed', text: 'Hello' })
    expect(rows[0]?.parameters).toBeUndefined()
    expect(told).toEqual(['warning a.jsonl:1 body.dimensions is not sent: set it by parameters.extra in the spec'])
  })

  it('leaves out what has no counterpart, and says so once a file', async () => {
    const body = {
      messages: hello,
      seed: 7,
      frequency_penalty: 0.5,
      presence_penalty: 0,
      response_format: { type: 'json_object' }
    }

    const { rows, told } = await readBatch(lineOf(body), lineOf(body, { custom_id: 'b' }))

    expect(rows).toHaveLength(2)
    expect(told).toEqual([
      'warning a.jsonl:1 body.seed is not sent: it has no counterpart here',
      'warning a.jsonl:1 body.frequency_penalty is not sent: it has no counterpart here',
      'warning a.jsonl:1 body.response_format is not sent: ask for JSON in the messages, and set answer.format to json in the spec'
    ])
  })

  it('may have members that say nothing', async () => {
    const quiet = {
      tools: [],
      functions: null,
      logprobs: false,
      top_logprobs: 0,
      stream: false,
      stop: [],
      temperature: null
    }

    const { rows, told } = await readBatch(
      lineOf({ messages: hello, ...quiet, response_format: { type: 'text' }, metadata: { a: 1 } })
    )

    expect(told).toEqual([])
    expect(rows[0]?.parameters).toBeUndefined()
  })
})

describe('a line that cannot be kept', () => {
  const image = (url: string): JsonObject => turn({ type: 'image_url', image_url: { url } })

  it.each<readonly [JsonValue, string]>([
    [{ messages: hello, tools: [{ type: 'function' }] }, 'Bedrock’s batch inference calls no tools'],
    [{ messages: hello, functions: [{}] }, 'Bedrock’s batch inference calls no tools'],
    [{ messages: hello, n: 2 }, 'body.n asks for several answers'],
    [{ messages: hello, logprobs: true }, 'models on Bedrock tell no logprobs'],
    [{ messages: hello, modalities: ['text', 'audio'] }, 'body.modalities asks for more than text'],
    [
      { messages: hello, response_format: { type: 'json_schema', json_schema: {} } },
      'Bedrock’s batch inference has no structured output, so body.response_format cannot be kept'
    ],
    [{ messages: hello, max_tokens: 0 }, 'body.max_tokens must be a whole number of 1 or more'],
    [{ messages: hello, temperature: '1' }, 'body.temperature must be a number from 0 to 2'],
    [{ messages: hello, top_p: 1.5 }, 'body.top_p must be a number from 0 to 1'],
    [{ messages: hello, stop: [1] }, 'body.stop must be a text or a list of texts'],
    [{}, 'body.messages must be a list of messages'],
    [{ messages: [] }, 'body.messages must be a list of messages'],
    [{ messages: ['x'] }, 'messages[0] must be an object'],
    [{ messages: [{ role: 'assistant', content: 'x' }] }, 'the first message besides system must be the user’s'],
    [{ messages: [{ role: 'system', content: 'x' }] }, 'the first message besides system must be the user’s'],
    [
      { messages: [...hello, { role: 'system', content: 'x' }] },
      'messages[1] is a system message after the first turn'
    ],
    [{ messages: [...hello, { role: 'tool', content: 'x' }] }, 'messages[1] belongs to a tool call'],
    [
      { messages: [...hello, { role: 'assistant', content: null, tool_calls: [{}] }] },
      'messages[1] belongs to a tool call'
    ],
    [{ messages: [{ role: 'critic', content: 'x' }] }, 'messages[0].role is critic'],
    [{ messages: [{ role: 'user', content: '' }] }, 'messages[0].content is empty'],
    [turn({ type: 'text', text: '' }), 'messages[0].content[0].text is empty'],
    [turn({ type: 'input_audio', input_audio: {} }), 'messages[0].content[0].type is input_audio'],
    [
      turn({ type: 'file', file: { file_id: 'file-1' } }),
      'messages[0].content[0]: a file that lies with OpenAI cannot be read'
    ],
    [
      image('https://example.com/a.png'),
      'messages[0].content[0]: images are not fetched from the web; what is there tomorrow may be another'
    ],
    [image('data:image/png,abc'), 'messages[0].content[0] must be a data URI in base64'],
    [image('data:image/png;base64,@@@@'), 'messages[0].content[0] is not base64'],
    [image('data:image/png;base64,SGVsbG8='), 'messages[0].content[0] is no PNG, JPEG, GIF or WebP'],
    [
      { messages: [{ role: 'system', content: [{ type: 'image_url', image_url: { url: png } }] }] },
      'messages[0].content[0]: only the user shows images and files'
    ]
  ])('is told with its reason: %j', async (body, expected) => {
    const { rows, told } = await readBatch(lineOf(body))

    expect(rows).toEqual([])
    expect(told).toEqual([`error a.jsonl:1 ${expected}`])
  })

  it.each<readonly [JsonObject, string]>([
    [{ url: '/v1/completions' }, '"/v1/completions" is not asked here'],
    [{ url: '/v1/responses' }, '"/v1/responses" is not asked here'],
    [{ url: null }, 'the line has no url'],
    [{ method: 'GET' }, 'method must be POST'],
    [{ body: 'x' }, 'body must be an object, not a text'],
    [
      { url: '/v1/embeddings', body: { input: [1, 2] } },
      'body.input holds tokens, which only the model they were made for can read'
    ],
    [{ url: '/v1/embeddings', body: { input: ['a', 'b'] } }, 'body.input holds 2 texts'],
    [{ url: '/v1/embeddings', body: { input: '' } }, 'body.input is empty'],
    [{ custom_id: null }, 'the key field custom_id is empty']
  ])('is told with its reason: %j', async (more, expected) => {
    const { told } = await readBatch(lineOf({ messages: hello }, more))

    expect(told).toEqual([`error a.jsonl:1 ${expected}`])
  })

  it('has an id that another line has', async () => {
    const { told } = await readBatch(lineOf({ messages: hello }), lineOf({ messages: hello }))

    expect(told).toEqual(['error a.jsonl:2 the key "a" is not unique: it stands at a.jsonl:1 too'])
  })
})

describe('a JSONL file that looks like an OpenAI batch', () => {
  it('is told once how to send it', async () => {
    const lines = [lineOf({ messages: hello }), lineOf({ messages: hello }, { custom_id: 'b' })].join('\n')

    const { rows, told } = await read({ 'a.jsonl': lines }, { key: 'custom_id' })

    expect(rows).toHaveLength(2)
    expect(told).toEqual(['warning a.jsonl:1 the lines look like an OpenAI batch file'])
  })
})
