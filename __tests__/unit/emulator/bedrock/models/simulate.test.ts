import { describe, expect, it } from '@jest/globals'
import {
  bareModelId,
  simulatedModel,
  type Outcome,
  type SimulationOptions
} from '../../../../../src/emulator/bedrock/models/simulate.ts'
import type { JsonMap } from '../../../../../src/emulator/json.ts'
import { claudeBody } from '../../rig.ts'

const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
const titan = 'amazon.titan-embed-text-v2:0'
const micro = 'amazon.nova-micro-v1:0'

function ask(modelId: string, body: JsonMap, options: Partial<SimulationOptions> = {}): Outcome {
  return simulatedModel(modelId, { api: 'InvokeModel', nulls: true, marker: true, ...options })(body, 'R1')
}

function answered(outcome: Outcome): JsonMap {
  if (outcome.kind === 'error') throw new Error(outcome.message)
  return outcome.modelOutput
}

const converseBody = (more: JsonMap = {}): JsonMap => ({
  messages: [{ role: 'user', content: [{ text: 'Name: Lyon' }] }],
  ...more
})

describe('bareModelId', () => {
  it.each([
    [haiku, 'anthropic.claude-haiku-4-5-20251001-v1:0'],
    ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0'],
    ['arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-3-70b-instruct-v1:0', 'meta.llama3-3-70b-instruct-v1:0']
  ])('peels %s', (id, bare) => {
    expect(bareModelId(id)).toBe(bare)
  })
})

describe('a body that its model refuses', () => {
  it.each([
    [haiku, { max_tokens: 9, messages: [] }, 'anthropic_version: Field required'],
    [haiku, { anthropic_version: 'bedrock-2023-05-31', messages: [] }, 'max_tokens: Field required'],
    [haiku, claudeBody('x', { modelId: haiku }), 'modelId: Extra inputs are not permitted'],
    [haiku, claudeBody('x', { max_tokens: 0 }), 'max_tokens: Input should be greater than or equal to 1'],
    [
      haiku,
      claudeBody('x', { temperature: 0.5, top_p: 0.9 }),
      '`temperature` and `top_p` cannot both be specified for this model. Please use only one.'
    ],
    [haiku, claudeBody('x', { temperature: 2 }), 'temperature: range: 0..1'],
    [haiku, claudeBody(' '), 'messages: text content blocks must be non-empty'],
    [
      haiku,
      claudeBody('x', { messages: [{ role: 'user', content: [{ text: 'no type' }] }] }),
      'messages.0.content.0.type: Field required'
    ],
    [
      haiku,
      claudeBody('x', { messages: [{ role: 'system', content: 'x' }] }),
      "messages.0.role: Input should be 'user' or 'assistant'"
    ],
    [
      'us.anthropic.claude-opus-5',
      claudeBody('x', { temperature: 0.5 }),
      '`temperature` is not supported for this model.'
    ],
    [
      micro,
      { messages: [], maxTokens: 5 },
      'Malformed input request: #: extraneous key [maxTokens] is not permitted, please reformat your input and try again.'
    ],
    [
      micro,
      { system: [{ text: 'x' }] },
      'Malformed input request: #: required key [messages] not found, please reformat your input and try again.'
    ],
    [
      micro,
      converseBody({ messages: [{ role: 'user', content: 'x' }] }),
      'Malformed input request: #/messages/0/content: expected type: JSONArray, found: String, please reformat your input and try again.'
    ],
    [
      titan,
      { inputText: 'x', dimensions: 300 },
      'Malformed input request: #/dimensions: 300 is not a valid enum value, please reformat your input and try again.'
    ],
    [
      titan,
      {},
      'Malformed input request: #: required key [inputText] not found, please reformat your input and try again.'
    ],
    [
      titan,
      { inputText: 'x', modelId: titan },
      'Malformed input request: #: extraneous key [modelId] is not permitted, please reformat your input and try again.'
    ],
    ['google.gemma-3-4b-it', claudeBody('x'), /^Malformed input request: #/]
  ] as [string, JsonMap, string | RegExp][])('%s %j', (modelId, body, message) => {
    expect(ask(modelId, body)).toEqual({
      kind: 'error',
      code: 400,
      message: typeof message === 'string' ? message : expect.stringMatching(message)
    })
  })

  it.each([
    [haiku, converseBody({ modelId: haiku }), 'Extra inputs are not permitted'],
    [
      haiku,
      claudeBody('x'),
      'Malformed input request: #: extraneous key [anthropic_version] is not permitted, please reformat your input and try again.'
    ],
    [
      haiku,
      converseBody({ additionalModelRequestFields: { thinking: { type: 'disabled' } } }),
      'Malformed input request: #: extraneous key [thinking] is not permitted, please reformat your input and try again.'
    ],
    [
      micro,
      converseBody({ toolConfig: {} }),
      'Malformed input request: #: extraneous key [toolConfig] is not permitted, please reformat your input and try again.'
    ],
    [
      micro,
      converseBody({ messages: [{ role: 'user', content: [{ text: 'x' }, { cachePoint: { type: 'default' } }] }] }),
      /cachePoint/
    ],
    [titan, converseBody(), /doesn't support the Converse API/]
  ] as [string, JsonMap, string | RegExp][])('%s by Converse %j', (modelId, body, message) => {
    const outcome = ask(modelId, body, { api: 'Converse', batch: true })

    expect(outcome).toEqual({
      kind: 'error',
      code: 400,
      message: typeof message === 'string' ? message : expect.stringMatching(message)
    })
  })
})

describe('an answer', () => {
  it('of Claude', () => {
    const output = answered(ask(haiku, claudeBody('Write about it.\nName: Lyon')))

    expect(output).toEqual({
      model: 'claude-haiku-4-5-20251001',
      id: expect.stringMatching(/^msg_bdrk_emulated[0-9a-f]{8}$/),
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: expect.stringMatching(/Lyon.*\(simulated\)$/) }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: {
        input_tokens: 7,
        output_tokens: expect.any(Number),
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0
      }
    })
  })

  it('of Nova', () => {
    const output = answered(ask(micro, converseBody({ inferenceConfig: { maxTokens: 300 } })))

    expect(output).toMatchObject({
      output: { message: { role: 'assistant', content: [{ text: expect.stringContaining('Lyon') }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 3, cacheReadInputTokenCount: 0, cacheWriteInputTokenCount: 0 }
    })
  })

  it('of Converse spells out the alternatives of a union, or does not', () => {
    const [batch, online] = [true, false].map(nulls =>
      JSON.stringify(answered(ask(micro, converseBody(), { api: 'Converse', nulls })))
    )

    expect(batch).toContain('"toolUse":null')
    expect(online).not.toContain('null')
  })

  it('of Titan Embeddings has the asked length, norm 1, and puts texts of the same words near each other', () => {
    const vector = (inputText: string): number[] =>
      answered(ask(titan, { inputText, dimensions: 256 }))['embedding'] as number[]
    const near = (a: number[], b: number[]): number => a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0)
    const [shoe, sameShoe, town] = [
      vector('a red running shoe'),
      vector('the red shoe for running'),
      vector('Lyon lies on two rivers')
    ]

    expect(shoe).toHaveLength(256)
    expect(near(shoe, shoe)).toBeCloseTo(1, 5)
    expect(near(shoe, sameShoe)).toBeGreaterThan(near(shoe, town) + 0.3)
  })

  it('of Titan Embeddings in binary only has no floats', () => {
    const output = answered(ask(titan, { inputText: 'x', embeddingTypes: ['binary'] }))

    expect(Object.keys(output)).toEqual(['inputTextTokenCount', 'embeddingsByType'])
    expect(Object.keys(output['embeddingsByType'] as JsonMap)).toEqual(['binary'])
  })

  it('is cut at max_tokens', () => {
    const outcome = ask(haiku, claudeBody('Write about it.\nName: Lyon', { max_tokens: 3 }))

    expect(answered(outcome)).toMatchObject({ stop_reason: 'max_tokens', usage: { output_tokens: 3 } })
  })

  it('ends at a stop sequence and names it', () => {
    const outcome = ask(haiku, claudeBody('Name: Lyon', { stop_sequences: ['Lyon'] }))

    expect(answered(outcome)).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: 'Lyon' })
  })

  it('is the same for the same body, whatever the order of its keys, and needs no marker', () => {
    const body = claudeBody('Name: Lyon')
    const turned = Object.fromEntries(Object.entries(body).reverse())

    expect(ask(haiku, body)).toEqual(ask(haiku, turned))
    expect(JSON.stringify(ask(haiku, body, { marker: false }))).not.toContain('simulated)')
  })

  it('is what a rule says, and a rule may raise an error of any code', () => {
    const rule: SimulationOptions['rule'] = (_model, _input, id) =>
      id === 'R1' ? { error: { code: 500, message: 'broken' } } : undefined

    expect(ask(haiku, claudeBody('x'), { rule })).toEqual({ kind: 'error', code: 500, message: 'broken' })
  })
})
