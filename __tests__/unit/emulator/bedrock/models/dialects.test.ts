/** Every dialect by two tables: what it answers to its plainest body, and what it refuses in AWS's words. */
import { describe, expect, it } from '@jest/globals'
import { dialectOf, dialects } from '../../../../../src/emulator/bedrock/models/registry.ts'
import type { JsonMap } from '../../../../../src/emulator/json.ts'
import { claudeBody } from '../../rig.ts'
import { jpeg, pdf, png } from '../media/pictures.ts'
import { answer, refusal } from './asking.ts'

const picture = png(8, 4).toString('base64')
const pictureUri = `data:image/png;base64,${picture}`
const user = (content: string): JsonMap[] => [{ role: 'user', content }]
const llamaPrompt =
  '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nName: Lyon\nRivers: 2<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n'
const film: JsonMap = { base64String: Buffer.from('a film!!').toString('base64') }

/** A body that is taken, and where in its answer the simulated text stands. */
const taken: readonly (readonly [model: string, body: JsonMap, output: Record<string, unknown>])[] = [
  [
    'amazon.titan-text-express-v1',
    { inputText: 'User: Name: Lyon\nRivers: 2\nBot:' },
    {
      inputTextTokenCount: 5,
      results: [
        { tokenCount: expect.any(Number), outputText: expect.stringMatching(/Lyon/), completionReason: 'FINISHED' }
      ]
    }
  ],
  [
    'ai21.j2-ultra-v1',
    { prompt: 'Name: Lyon\nRivers: 2', maxTokens: 100 },
    {
      id: expect.any(Number),
      prompt: { text: 'Name: Lyon\nRivers: 2' },
      completions: [{ data: { text: expect.stringMatching(/Lyon/) }, finishReason: { reason: 'endoftext' } }]
    }
  ],
  [
    'ai21.jamba-1-5-mini-v1:0',
    { messages: user('Name: Lyon\nRivers: 2'), n: 2 },
    {
      choices: [
        { index: 0, message: { role: 'assistant', content: expect.stringMatching(/Lyon/) }, finish_reason: 'stop' },
        { index: 1 }
      ],
      usage: { prompt_tokens: 5 }
    }
  ],
  [
    'cohere.command-text-v14',
    { prompt: 'Name: Lyon\nRivers: 2', max_tokens: 60, num_generations: 2 },
    {
      prompt: 'Name: Lyon\nRivers: 2',
      generations: [{ text: expect.stringMatching(/Lyon/), finish_reason: 'COMPLETE' }, {}]
    }
  ],
  [
    'cohere.command-r-plus-v1:0',
    { message: 'Name: Lyon\nRivers: 2', preamble: 'Be short.', chat_history: [{ role: 'USER', message: 'Hello' }] },
    {
      text: expect.stringMatching(/Lyon/),
      finish_reason: 'COMPLETE',
      chat_history: [{ message: 'Hello' }, { role: 'USER' }, { role: 'CHATBOT' }]
    }
  ],
  [
    'meta.llama3-3-70b-instruct-v1:0',
    { prompt: llamaPrompt, max_gen_len: 300 },
    {
      generation: expect.stringMatching(/Lyon/),
      stop_reason: 'stop',
      generation_token_count: expect.any(Number)
    }
  ],
  [
    'mistral.mistral-7b-instruct-v0:2',
    { prompt: '<s>[INST] Name: Lyon\nRivers: 2 [/INST]' },
    { outputs: [{ text: expect.stringMatching(/Lyon/), stop_reason: 'stop' }] }
  ],
  [
    'mistral.pixtral-large-2502-v1:0',
    {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Describe it.' },
            { type: 'image_url', image_url: { url: pictureUri } }
          ]
        }
      ]
    },
    {
      choices: [{ message: { content: expect.stringMatching(/8×4 PNG picture, mostly blue/) }, stop_reason: 'stop' }]
    }
  ],
  [
    'us.deepseek.r1-v1:0',
    {
      prompt: '<｜begin▁of▁sentence｜>Be short.<｜User｜>Name: Lyon\nRivers: 2<｜Assistant｜><think>\n',
      max_tokens: 300
    },
    {
      choices: [{ text: expect.stringMatching(/^The question begins[^]*\n<\/think>\n\n[^]*Lyon/), stop_reason: 'stop' }]
    }
  ],
  [
    'openai.gpt-oss-20b-1:0',
    { messages: user('Name: Lyon\nRivers: 2'), max_completion_tokens: 300 },
    {
      choices: [
        { message: { content: expect.stringMatching(/^<reasoning>[^<]+<\/reasoning>[^]*Lyon/) }, finish_reason: 'stop' }
      ]
    }
  ],
  [
    'deepseek.v3-v1:0',
    { messages: [{ role: 'system', content: 'Be short.' }, ...user('Name: Lyon\nRivers: 2')], max_tokens: 3 },
    {
      choices: [{ message: { content: expect.any(String) }, finish_reason: 'length' }],
      usage: { completion_tokens: 3 }
    }
  ],
  [
    'stability.stable-image-core-v1:1',
    { prompt: 'a red barn', aspect_ratio: '16:9', seed: 7 },
    { seeds: [7], finish_reasons: [null], images: [expect.stringMatching(/^iVBORw0KGgo/)] }
  ],
  [
    'stability.sd3-5-large-v1:0',
    { prompt: 'a red barn', mode: 'image-to-image', image: picture, strength: 0.5 },
    { finish_reasons: [null] }
  ],
  [
    'us.twelvelabs.pegasus-1-2-v1:0',
    {
      inputPrompt: 'What happens?',
      mediaSource: film,
      responseFormat: { jsonSchema: { type: 'object', properties: { scene: { enum: ['calm'] } } } }
    },
    { message: '{"scene":"calm"}', finishReason: 'stop' }
  ],
  ['amazon.titan-embed-text-v1', { inputText: 'a shoe' }, { inputTextTokenCount: 2 }],
  [
    'amazon.titan-embed-image-v1',
    { inputText: 'a shoe', inputImage: picture, embeddingConfig: { outputEmbeddingLength: 256 } },
    { inputTextTokenCount: 2, message: null }
  ],
  [
    'amazon.nova-2-multimodal-embeddings-v1:0',
    {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: {
        embeddingPurpose: 'GENERIC_INDEX',
        embeddingDimension: 256,
        text: { truncationMode: 'END', value: 'x'.repeat(9000) }
      }
    },
    { embeddings: [{ embeddingType: 'TEXT', truncatedCharLength: 8192 }] }
  ],
  [
    'amazon.nova-2-multimodal-embeddings-v1:0',
    {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: {
        embeddingPurpose: 'VIDEO_RETRIEVAL',
        embeddingDimension: 256,
        video: { format: 'mp4', source: { bytes: picture }, embeddingMode: 'AUDIO_VIDEO_SEPARATE' }
      }
    },
    { embeddings: [{ embeddingType: 'VIDEO' }, { embeddingType: 'AUDIO' }] }
  ],
  [
    'cohere.embed-english-v3',
    { texts: ['a', 'b'], input_type: 'search_document' },
    { response_type: 'embeddings_floats', texts: ['a', 'b'] }
  ],
  [
    'cohere.embed-v4:0',
    {
      images: [pictureUri],
      input_type: 'search_document',
      embedding_types: ['int8', 'ubinary'],
      output_dimension: 256
    },
    { response_type: 'embeddings_by_type', images: [{ width: 8, height: 4, format: 'png' }] }
  ]
]

describe('a body in its own dialect', () => {
  it.each(taken)('is answered by %s', (model, body, output) => {
    expect(answer(model, body)).toMatchObject(output)
  })

  it('gets vectors of the asked length and number', () => {
    const [titan, v3, v4] = [
      answer('amazon.titan-embed-text-v1', { inputText: 'a' })['embedding'],
      answer('cohere.embed-multilingual-v3', { texts: ['a', 'b'], input_type: 'clustering' })['embeddings'],
      answer('cohere.embed-v4:0', {
        texts: ['a'],
        input_type: 'clustering',
        embedding_types: ['ubinary'],
        output_dimension: 512
      })['embeddings']
    ]

    expect(titan).toHaveLength(1536)
    expect((v3 as number[][]).map(vector => vector.length)).toEqual([1024, 1024])
    expect((v4 as { ubinary: number[][] }).ubinary[0]).toHaveLength(64)
  })

  it('is refused with a key that nobody knows, by every dialect but Claude in the same words', () => {
    const refusals = taken.map(([model, body]) => refusal(model, { ...body, zebra: 1 }))

    expect(new Set(refusals)).toEqual(
      new Set([
        'Malformed input request: #: extraneous key [zebra] is not permitted, please reformat your input and try again.'
      ])
    )
  })
})

describe('a body that its model refuses', () => {
  const malformed = (detail: string): string =>
    `Malformed input request: ${detail}, please reformat your input and try again.`

  it.each([
    [
      'amazon.titan-text-lite-v1',
      { inputText: 'x', textGenerationConfig: { maxTokenCount: 5000 } },
      malformed('#/textGenerationConfig/maxTokenCount: 5000 is not less or equal to 4096')
    ],
    [
      'amazon.titan-text-premier-v1:0',
      { inputText: 'x', textGenerationConfig: { maxTokenCount: 3073 } },
      malformed('#/textGenerationConfig/maxTokenCount: 3073 is not less or equal to 3072')
    ],
    ['amazon.titan-embed-image-v1', {}, malformed('#: at least one of inputText and inputImage is required')],
    [
      'amazon.titan-embed-image-v1',
      { inputImage: 'no base64' },
      '400 Bad Request: Unable to decode the base64 string of inputImage.'
    ],
    ['amazon.titan-embed-image-v1', { inputText: 'word '.repeat(300) }, /Too many input tokens. Max input tokens: 256/],
    [
      'amazon.titan-embed-image-v1',
      { inputText: 'x', embeddingConfig: { outputEmbeddingLength: 512 } },
      malformed('#/embeddingConfig/outputEmbeddingLength: 512 is not a valid enum value')
    ],
    [
      'amazon.nova-2-multimodal-embeddings-v1:0',
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { embeddingPurpose: 'CLUSTERING' } },
      malformed('#/singleEmbeddingParams: exactly one of text, image, audio and video is required')
    ],
    [
      'amazon.nova-2-multimodal-embeddings-v1:0',
      {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: {
          embeddingPurpose: 'CLUSTERING',
          text: { truncationMode: 'NONE', value: 'x'.repeat(9000) }
        }
      },
      /more than the maximum of 8192/
    ],
    ['ai21.j2-mid-v1', { prompt: 'x', maxTokens: 9000 }, malformed('#/maxTokens: 9000 is not less or equal to 8191')],
    [
      'ai21.j2-mid-v1',
      { prompt: 'x', countPenalty: 1 },
      malformed('#/countPenalty: expected type: JSONObject, found: Number')
    ],
    [
      'ai21.jamba-1-5-large-v1:0',
      { messages: user('x'), max_tokens: 5000 },
      malformed('#/max_tokens: 5000 is not less or equal to 4096')
    ],
    ['cohere.command-light-text-v14', { prompt: '' }, malformed('#/prompt: expected minLength: 1, actual: 0')],
    ['cohere.command-r-v1:0', { message: 'x', p: 1 }, malformed('#/p: 1 is not less or equal to 0.99')],
    [
      'cohere.command-r-v1:0',
      { message: 'x', chat_history: [{ role: 'user', message: 'x' }] },
      malformed('#/chat_history/0/role: user is not a valid enum value')
    ],
    ['cohere.embed-english-v3', { texts: ['x'] }, malformed('#: required key [input_type] not found')],
    [
      'cohere.embed-english-v3',
      { texts: ['x'.repeat(3000)], input_type: 'image' },
      malformed('#/texts/0: expected maxLength: 2048, actual: 3000')
    ],
    ['cohere.embed-english-v3', { images: [pictureUri], input_type: 'clustering' }, /input_type must be image/],
    ['cohere.embed-v4:0', { images: [picture], input_type: 'clustering' }, /must be a valid data URI/],
    [
      'cohere.embed-v4:0',
      { images: [`data:image/jpeg;base64,${picture}`], input_type: 'clustering' },
      /is declared as image\/jpeg but is image\/png/
    ],
    [
      'cohere.embed-v4:0',
      { texts: ['x'], images: [pictureUri], input_type: 'clustering' },
      /exactly one of texts, images and inputs/
    ],
    [
      'meta.llama3-8b-instruct-v1:0',
      { messages: user('x') },
      malformed('#: extraneous key [messages] is not permitted')
    ],
    [
      'meta.llama3-1-8b-instruct-v1:0',
      { prompt: 'x', images: [picture] },
      malformed('#: extraneous key [images] is not permitted')
    ],
    ['us.meta.llama3-2-3b-instruct-v1:0', { prompt: 'x', images: [picture] }, /doesn't support images/],
    [
      'us.meta.llama3-2-11b-instruct-v1:0',
      { prompt: 'x', images: ['iVBORw0KGgo='] },
      'Failed to sanitize image: Invalid or unsupported image format'
    ],
    [
      'us.meta.llama4-scout-17b-instruct-v1:0',
      { prompt: 'x', images: ['???'] },
      malformed('#/images/0: the string is not valid base64')
    ],
    [
      'mistral.mistral-large-2402-v1:0',
      { prompt: 'x', stop: 'END' },
      malformed('#/stop: expected type: JSONArray, found: String')
    ],
    [
      'mistral.mistral-large-2407-v1:0',
      { messages: [] },
      malformed('#/messages: expected minimum item count: 1, found: 0')
    ],
    [
      'mistral.mistral-large-2407-v1:0',
      { messages: [{ role: 'system', content: 'x' }] },
      malformed('#/messages: at least one message of the user is required')
    ],
    [
      'mistral.mistral-large-2407-v1:0',
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: pictureUri } }] }] },
      /doesn't support images/
    ],
    [
      'mistral.pixtral-large-2502-v1:0',
      {
        messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }] }]
      },
      /is not a data URI/
    ],
    [
      'us.deepseek.r1-v1:0',
      { prompt: 'x', stop: Array.from({ length: 11 }, () => 'x') },
      malformed('#/stop: expected maximum item count: 10, found: 11')
    ],
    [
      'openai.gpt-oss-120b-1:0',
      { messages: user('x'), stream: true },
      malformed('#/stream: true is not a valid enum value')
    ],
    [
      'openai.gpt-oss-120b-1:0',
      { messages: [{ role: 'robot', content: 'x' }] },
      malformed('#/messages/0/role: robot is not a valid enum value')
    ],
    [
      'stability.stable-image-core-v1:1',
      { prompt: 'x', image: picture },
      malformed('#: extraneous key [image] is not permitted')
    ],
    [
      'stability.stable-image-ultra-v1:1',
      { prompt: 'x', mode: 'image-to-image' },
      malformed('#: required key [image] not found')
    ],
    [
      'stability.stable-image-ultra-v1:1',
      { prompt: 'x', mode: 'image-to-image', image: picture },
      malformed('#: required key [strength] not found')
    ],
    [
      'stability.stable-image-ultra-v1:1',
      { prompt: 'x', aspect_ratio: '7:5' },
      malformed('#/aspect_ratio: 7:5 is not a valid enum value')
    ],
    ['us.twelvelabs.pegasus-1-2-v1:0', { inputPrompt: 'x' }, malformed('#: required key [mediaSource] not found')],
    [
      'us.twelvelabs.pegasus-1-2-v1:0',
      { inputPrompt: 'x', mediaSource: {} },
      malformed('#/mediaSource: exactly one of base64String and s3Location is required')
    ],
    [
      'us.twelvelabs.pegasus-1-2-v1:0',
      { inputPrompt: 'x', mediaSource: film, maxOutputTokens: 5000 },
      malformed('#/maxOutputTokens: 5000 is not less or equal to 4096')
    ],
    [
      'us.twelvelabs.pegasus-1-2-v1:0',
      { inputPrompt: 'word '.repeat(3000), mediaSource: film },
      /maximum of 2000 tokens/
    ],
    [
      'meta.llama3-1-405b-instruct-v1:0',
      { prompt: 'x' },
      malformed('#: the emulator has no body for meta.llama3-1-405b-instruct-v1:0')
    ]
  ] as [string, JsonMap, string | RegExp][])('%s %j', (model, body, message) => {
    expect(refusal(model, body)).toMatch(message)
  })
})

describe('Claude', () => {
  const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  const look = (...content: JsonMap[]): JsonMap => claudeBody('', { messages: [{ role: 'user', content }] })
  const image = (bytes: Buffer, type: string): JsonMap => ({
    type: 'image',
    source: { type: 'base64', media_type: type, data: bytes.toString('base64') }
  })
  const document = (bytes: Buffer, type = 'application/pdf'): JsonMap => ({
    type: 'document',
    source: { type: 'base64', media_type: type, data: bytes.toString('base64') }
  })

  it('looks at pictures, counts pages and reads texts', () => {
    const note: JsonMap = {
      type: 'document',
      title: 'Note',
      source: { type: 'text', media_type: 'text/plain', data: 'The boat leaves at noon.' }
    }

    const output = answer(haiku, look(image(png(8, 4), 'image/png'), document(pdf(2)), note))

    expect(JSON.stringify(output)).toMatch(/8×4 PNG picture, mostly blue.*PDF document of 2 pages.*boat leaves at noon/)
  })

  it('thinks where it is asked to, in a block of its own', () => {
    const body = claudeBody('Name: Lyon', { max_tokens: 2000, thinking: { type: 'enabled', budget_tokens: 1024 } })

    expect(answer(haiku, body)).toMatchObject({
      content: [{ type: 'thinking', signature: expect.any(String) }, { type: 'text' }]
    })
  })

  it.each([
    [
      'another type than declared',
      look(image(png(8, 4), 'image/jpeg')),
      'messages.0.content.0.image.source.base64.data: The image was specified using the image/jpeg media type, but the image appears to be a image/png image'
    ],
    ['no picture at all', look(image(Buffer.from('hello!'), 'image/png')), 'Could not process image'],
    [
      'a type that it does not take',
      look(image(png(1, 1), 'image/tiff')),
      /media_type: Input should be 'image\/gif', 'image\/jpeg', 'image\/png' or 'image\/webp'/
    ],
    ['a picture of too many pixels', look(image(jpeg(9000, 10), 'image/jpeg')), /exceed max allowed size: 8000 pixels/],
    [
      'a picture of too many bytes',
      look(image(Buffer.concat([png(1, 1), Buffer.alloc(4_000_000)]), 'image/png')),
      /image exceeds 5 MB maximum: \d+ bytes > 5242880 bytes/
    ],
    [
      'base64 that is none',
      look({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: '%%%' } }),
      'messages.0.content.0.image.source.base64: invalid base64 data'
    ],
    [
      'a picture from the web',
      look({ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }),
      /Input tag 'url' found/
    ],
    [
      'a PDF that is none',
      look(document(Buffer.from('hello!'))),
      'messages.0.content.0.document.source.base64.data: The PDF specified was not valid.'
    ],
    ['a document of another type', look(document(pdf(1), 'text/csv')), /Input should be 'application\/pdf'/],
    ['too many pages', look(document(pdf(101))), 'A maximum of 100 PDF pages may be provided.'],
    [
      'a cache point',
      look({ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }),
      'messages.0.content.0.cache_control: Extra inputs are not permitted'
    ],
    [
      'a budget below the least',
      claudeBody('x', { thinking: { type: 'enabled', budget_tokens: 100 } }),
      'thinking.enabled.budget_tokens: Input should be greater than or equal to 1024'
    ],
    [
      'a budget above max_tokens',
      claudeBody('x', { thinking: { type: 'enabled', budget_tokens: 1024 } }),
      '`max_tokens` must be greater than `thinking.budget_tokens`.'
    ],
    [
      'thinking at a temperature',
      claudeBody('x', { max_tokens: 2000, temperature: 0.2, thinking: { type: 'enabled', budget_tokens: 1024 } }),
      /may only be set to 1/
    ],
    [
      'a prefill that ends in white space',
      claudeBody('x', { messages: [...user('x'), { role: 'assistant', content: 'The ' }] }),
      'messages: final assistant content cannot end with trailing whitespace'
    ]
  ] as [string, JsonMap, string | RegExp][])('refuses %s', (_what, body, message) => {
    expect(refusal(haiku, body)).toMatch(message)
  })

  it('of the latest kind takes no prefill', () => {
    const body = claudeBody('x', { messages: [...user('x'), { role: 'assistant', content: 'The' }] })

    expect(refusal('us.anthropic.claude-opus-4-6-v1', body)).toMatch(/does not support assistant message prefill/)
    expect(refusal('anthropic.claude-3-haiku-20240307-v1:0', body)).toBe('')
  })
})

describe('Converse and Nova', () => {
  const lite = 'us.amazon.nova-lite-v1:0'
  const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
  const say = (...content: JsonMap[]): JsonMap => ({ messages: [{ role: 'user', content }] })
  const image = (format: string, bytes: Buffer): JsonMap => ({
    image: { format, source: { bytes: bytes.toString('base64') } }
  })
  const document = (format: string, bytes: Buffer, name = 'Report 1'): JsonMap => ({
    document: { format, name, source: { bytes: bytes.toString('base64') } }
  })
  const filmInS3: JsonMap = { video: { format: 'mp4', source: { s3Location: { uri: 's3://media/a.mp4' } } } }
  const converse = { api: 'Converse' } as const

  it('tell of pictures, documents and films', () => {
    const library = new Map([['s3://media/a.mp4', { bytes: Buffer.from('a film') }]])
    const body = say(image('png', png(8, 4)), document('csv', Buffer.from('a,b')), filmInS3)

    const told = JSON.stringify(answer(lite, body, { ...converse, library }))

    expect(told).toMatch(/8×4 PNG picture, mostly blue.*CSV document called Report 1 of 3 bytes.*MP4 video of 6 bytes/)
    expect(JSON.stringify(answer(lite, say(filmInS3), { library }))).toMatch(/MP4 video of 6 bytes/)
  })

  it('show what was thought where the model thinks', () => {
    const body = {
      ...say({ text: 'Name: Lyon' }),
      inferenceConfig: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }
    }

    expect(answer('us.amazon.nova-2-lite-v1:0', body)).toMatchObject({
      output: {
        message: {
          content: [{ reasoningContent: { reasoningText: { text: expect.any(String) } } }, { text: expect.any(String) }]
        }
      }
    })
    expect(answer('us.deepseek.r1-v1:0', say({ text: 'Name: Lyon' }), { ...converse, nulls: false })).toMatchObject({
      output: { message: { content: [{ reasoningContent: {} }, { text: expect.any(String) }] } }
    })
  })

  it.each([
    [
      lite,
      say(image('jpeg', png(1, 1))),
      /specified using the image\/jpeg media type, but the image appears to be a image\/png image/
    ],
    [
      haiku,
      say(image('jpeg', png(1, 1))),
      /^The model returned the following errors: messages\.0\.content\.0\.image\.source\.bytes: The image was specified/
    ],
    [lite, say(image('png', Buffer.from('hello!'))), 'Failed to sanitize image: Invalid or unsupported image format'],
    [
      lite,
      say({ image: { format: 'png', source: { bytes: '%%%' } } }),
      /#\/messages\/0\/content\/0\/image\/source\/bytes: the string is not valid base64/
    ],
    [lite, say({ image: { format: 'bmp', source: { bytes: 'AAAA' } } }), /bmp is not a valid enum value/],
    [lite, say({ image: { format: 'png', source: {} } }), /exactly one of bytes and s3Location/],
    [haiku, say(filmInS3), /doesn't support videos/],
    [
      haiku,
      say({ image: { format: 'png', source: { s3Location: { uri: 's3://media/a.png' } } } }),
      'The model returned the following errors: messages.0.content.0.image.source.type: Field required'
    ],
    [lite, say(filmInS3), 'Could not retrieve the S3 object s3://media/a.mp4.'],
    [lite, say(document('pdf', Buffer.from('hello!'))), /could not be parsed as the specified format/],
    [lite, say(document('pdf', pdf(1), 'a/b')), /The document file name can only contain alphanumeric characters/],
    ['amazon.nova-micro-v1:0', say(image('png', png(1, 1))), /doesn't support images/],
    [
      'amazon.titan-text-express-v1',
      { ...say({ text: 'x' }), system: [{ text: 'x' }] },
      /doesn't support system messages/
    ],
    [
      'us.anthropic.claude-opus-5',
      { ...say({ text: 'x' }), inferenceConfig: { topP: 0.5 } },
      /`top_p` is not supported/
    ],
    [
      lite,
      {
        messages: [...(say({ text: 'x' })['messages'] as JsonMap[]), ...(say({ text: 'y' })['messages'] as JsonMap[])]
      },
      /must alternate/
    ],
    [lite, { messages: [{ role: 'assistant', content: [{ text: 'x' }] }] }, /must start with a user message/]
  ] as [string, JsonMap, string | RegExp][])('%s %j is refused', (model, body, message) => {
    expect(refusal(model, body, converse)).toMatch(message)
  })

  it('leave documents to Converse', () => {
    expect(refusal(lite, say(document('pdf', pdf(1))))).toMatch(/extraneous key \[document\]/)
    expect(refusal(lite, say(document('pdf', pdf(1))), converse)).toBe('')
  })
})

describe('the registry', () => {
  it('gives every dialect a name of its own', () => {
    expect(new Set(dialects.map(dialect => dialect.name)).size).toBe(dialects.length)
  })

  it('knows no InvokeModel for what it has never heard of, and Converse for all that chats', () => {
    expect(dialectOf('acme.writer-1', 'InvokeModel', true)).toBeUndefined()
    expect(dialectOf('acme.writer-1', 'Converse', true)?.name).toBe('converse')
    expect(dialectOf('cohere.embed-v4:0', 'Converse', true)?.name).toBe('none')
  })
})
