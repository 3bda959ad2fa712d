import { describe, expect, it } from '@jest/globals'
import { recordNamer } from '../../../src/jobs/record.ts'
import { canonicalJson, type JsonObject } from '../../../src/json.ts'
import { answersWith } from '../../../src/models/answers.ts'
import { resolveModel } from '../../../src/models/registry.ts'
import { verbatimFamily, type VerbatimSettings } from '../../../src/models/verbatim.ts'

const modelInput = { prompt: 'A haiku about lamps', max_gen_len: 60 }

function reading(settings: Omit<VerbatimSettings, 'api'>, output: JsonObject): unknown {
  return verbatimFamily({ api: 'invoke', ...settings }).parse(output)
}

describe('the modelInput', () => {
  it('is the template, member for member', () => {
    const family = verbatimFamily({ api: 'invoke', text: 'generation' })

    expect(family.render({ kind: 'verbatim', modelInput }, {})).toEqual(modelInput)
  })

  it('is of no other kind', () => {
    const family = verbatimFamily({ api: 'invoke', text: 'generation' })

    expect(() => family.render({ kind: 'chat', messages: [] }, {})).toThrow(TypeError)
  })

  it('keeps the name of its record when only the path to the answer changes', () => {
    const named = (text: string): string => {
      const family = verbatimFamily({ api: 'invoke', text })
      return recordNamer(
        'newco.seer-v1:0',
        family.api
      )(canonicalJson(family.render({ kind: 'verbatim', modelInput }, {})))
    }

    expect(named('completions[0].data.text')).toBe(named('generation'))
  })
})

describe('an answer', () => {
  it.each<[Omit<VerbatimSettings, 'api'>, JsonObject, unknown]>([
    [{ text: 'generation' }, { generation: 'Light.' }, { content: 'Light.', stop: 'end', usage: {} }],
    [{ vector: 'data[0].embedding' }, { data: [{ embedding: [0.5] }] }, { content: [0.5], stop: 'end', usage: {} }],
    [
      { picture: 'images[0]' },
      { images: ['/9j/4AAQ'] },
      { content: { format: 'jpeg', base64: '/9j/4AAQ' }, stop: 'end', usage: {} }
    ],
    [
      {
        text: 'content[*].text',
        reasoning: 'content[*].thinking',
        stop: 'stop_reason',
        inputTokens: 'usage.input',
        outputTokens: 'usage.output',
        cacheReadTokens: 'usage.read',
        cacheWriteTokens: 'usage.written'
      },
      {
        content: [{ thinking: 'Hm.' }, { text: 'Li' }, { text: 'ght.' }],
        stop_reason: 'end_turn',
        usage: { input: 9, output: 3, read: 1, written: null }
      },
      {
        content: 'Light.',
        reasoning: 'Hm.',
        stop: 'end',
        stopDetail: 'end_turn',
        usage: { inputTokens: 9, outputTokens: 3, cacheReadTokens: 1 }
      }
    ]
  ])('by %j is found in %j', (settings, output, expected) => {
    expect(reading(settings, output)).toEqual(expected)
  })

  it.each<[Omit<VerbatimSettings, 'api'>, JsonObject, string]>([
    [{ text: 'generation' }, { generations: [] }, 'generation'],
    [{ text: 'generation' }, { generation: { text: 'x' } }, 'generation'],
    [{ text: 'content[*].text' }, { content: 'x' }, 'content[*].text'],
    [{ vector: 'embedding' }, { embedding: [] }, 'embedding'],
    [{ picture: 'images[0]' }, { images: ['bm8='] }, 'images[0]']
  ])('by %j is missed in %j at %s', (settings, output, path) => {
    expect(() => reading(settings, output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
  })
})

describe('the reason for stopping', () => {
  it.each([
    ['COMPLETE', 'end'],
    ['FINISHED', 'end'],
    ['length', 'max-tokens'],
    ['max_tokens', 'max-tokens'],
    ['content_filter', 'filtered'],
    ['refusal', 'refusal'],
    ['tool_calls', 'tool-use'],
    ['constructor', 'other'],
    ['bored', 'other'],
    ['done', 'end']
  ])('%s means %s', (reason, stop) => {
    expect(reading({ text: 'text', stop: 'why', endValues: ['done'] }, { text: 'x', why: reason })).toMatchObject({
      stop,
      stopDetail: reason
    })
  })

  it('is that the answer is whole where none is told', () => {
    expect(reading({ text: 'text', stop: 'why' }, { text: 'x', why: null })).toEqual({
      content: 'x',
      stop: 'end',
      usage: {}
    })
  })

  it('excuses an answer that is not there', () => {
    expect(reading({ text: 'text', stop: 'why' }, { why: 'content_filter' })).toMatchObject({
      content: '',
      stop: 'filtered'
    })
  })
})

it.each<[Omit<VerbatimSettings, 'api'>, string]>([
  [{ text: 'a' }, 'text'],
  [{ vector: 'a' }, 'vector'],
  [{ picture: 'a' }, 'picture']
])('by %j answers with a %s', (settings, expected) => {
  expect(answersWith(verbatimFamily({ api: 'invoke', ...settings }))).toBe(expected)
})

it('has no place for parameters but maxTokens, which the cost limit needs', () => {
  const family = verbatimFamily({ api: 'invoke', text: 'a' })

  const problems = family.check?.('newco.seer-v1:0', {
    maxTokens: 5,
    temperature: 0,
    topP: 1,
    topK: 1,
    stop: [],
    extra: {}
  })

  expect(problems?.map(({ field }) => field)).toEqual(['temperature', 'topP', 'topK', 'stop', 'extra'])
})

describe('a model', () => {
  it.each([
    ['newco.seer-v1:0', 'invoke', 'InvokeModel'],
    ['newco.seer-v1:0', 'converse', 'Converse'],
    ['anthropic.claude-opus-9', 'invoke', 'InvokeModel'],
    ['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6', 'invoke', 'InvokeModel']
  ] as const)('%s by %s is taken without a word', (modelId, api, expected) => {
    expect(resolveModel(modelId, 'verbatim', undefined, { api, text: 'a' })).toMatchObject({
      model: { modelId, api: expected, family: { name: 'verbatim' }, warnings: [] }
    })
  })

  it('that looks like a slip of the pen is warned of, and taken', () => {
    const resolution = resolveModel('antropic.claude-opus-5', 'verbatim', undefined, { api: 'invoke', text: 'a' })

    expect(resolution).toMatchObject({
      model: { warnings: [expect.stringMatching(/did you mean .*anthropic\.claude/)] }
    })
  })

  it('without settings is refused', () => {
    expect(resolveModel('newco.seer-v1:0', 'verbatim')).toMatchObject({ problem: expect.stringContaining('verbatim') })
  })

  it('needs the form of an id all the same', () => {
    expect(resolveModel('a model', 'verbatim', undefined, { api: 'invoke', text: 'a' })).toHaveProperty('problem')
  })
})
