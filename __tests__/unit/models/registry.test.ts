import { describe, expect, it } from '@jest/globals'
import { knownIds } from '../../../src/models/known-models.ts'
import { families, resolveModel, type PinnedFamily, type Resolution } from '../../../src/models/registry.ts'

const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0'
const application = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6'

function chosen(resolution: Resolution): string {
  return 'problem' in resolution ? 'problem' : `${resolution.model.family.name} by ${resolution.model.api}`
}

function warnings(resolution: Resolution): readonly string[] {
  return 'problem' in resolution ? [] : resolution.model.warnings
}

describe('the family', () => {
  it.each([
    [`us.${haiku}`, 'auto', 'claude by InvokeModel'],
    [`us.${haiku}`, 'invoke', 'claude by InvokeModel'],
    [`us.${haiku}`, 'converse', 'converse by Converse'],
    ['amazon.nova-micro-v1:0', 'auto', 'nova by InvokeModel'],
    ['us.amazon.nova-2-lite-v1:0', 'auto', 'nova by InvokeModel'],
    ['amazon.titan-embed-text-v2:0', 'auto', 'titan-embed-text-v2 by InvokeModel'],
    ['amazon.titan-embed-text-v2:0', 'converse', 'problem'],
    ['cohere.embed-v4:0', 'auto', 'cohere-embed-v4 by InvokeModel'],
    ['cohere.embed-v4:0', 'converse', 'problem'],
    ['qwen.qwen3-32b-v1:0', 'auto', 'converse by Converse'],
    ['qwen.qwen3-32b-v1:0', 'converse', 'converse by Converse'],
    ['qwen.qwen3-32b-v1:0', 'invoke', 'openai-chat by InvokeModel'],
    ['meta.llama3-1-405b-instruct-v1:0', 'auto', 'converse by Converse'],
    ['meta.llama3-1-405b-instruct-v1:0', 'invoke', 'problem'],
    ['newco.model-v1:0', 'auto', 'converse by Converse'],
    ['anthropic.claude-opus-9', 'auto', 'claude by InvokeModel'],
    [application, 'auto', 'converse by Converse'],
    [application, 'converse', 'converse by Converse'],
    [application, 'invoke', 'problem']
  ] as const)('of %s with api %s is %s', (modelId, api, expected) => {
    expect(chosen(resolveModel(modelId, api))).toBe(expected)
  })

  it('names converse where invoke is not possible', () => {
    const resolution = resolveModel('writer.palmyra-x5-v1:0', 'invoke')

    expect(resolution).toMatchObject({ hint: expect.stringContaining('api: converse') })
  })

  it('keeps the model id as it was written', () => {
    expect(resolveModel(`us.${haiku}`, 'auto')).toMatchObject({
      model: { modelId: `us.${haiku}`, bareId: haiku, geography: 'us', kind: 'inference-profile' }
    })
  })
})

describe('the family of every chat model that is known', () => {
  const byFamily: Readonly<Record<string, RegExp>> = {
    claude: /^anthropic\./,
    nova: /^amazon\.nova-(micro|lite|pro|premier|2-lite)-/,
    'titan-text': /^amazon\.titan-text-/,
    'jurassic-2': /^ai21\.j2-/,
    jamba: /^ai21\.jamba-/,
    command: /^cohere\.command-(light-)?text-/,
    'command-r': /^cohere\.command-r-/,
    'llama-2': /^meta\.llama2-/,
    'llama-3': /^meta\.llama3-(8b|70b|1-8b|1-70b|2-|3-)/,
    'llama-4': /^meta\.llama4-/,
    'mistral-text': /^mistral\.mi(stral-7b|xtral|stral-(large|small)-2402)/,
    'mistral-chat': /^mistral\.(mistral-large-2407|pixtral)/,
    'deepseek-r1': /^deepseek\.r1/,
    'gpt-oss': /^openai\.gpt-oss/,
    converse:
      /^(meta\.llama3-1-405b|deepseek\.v3|google|minimax|moonshot|nvidia|qwen|zai|mistral\.(devstral|m(ag|in)istral|mistral-large-3|voxtral))/
  }

  it.each(Object.entries(byFamily))('is %s under auto', (name, models) => {
    const known = knownIds.filter(id => models.test(id))

    const taken = new Set(known.map(id => chosen(resolveModel(id, 'auto')).split(' ')[0]))

    expect([...taken]).toEqual([name])
  })

  it('is looked at here for all of them', () => {
    const judged = Object.values(byFamily)
    const chat = knownIds.filter(id => !/embed|^stability|^twelvelabs/.test(id))

    expect(chat.filter(id => judged.filter(models => models.test(id)).length !== 1)).toEqual([])
  })
})

describe('a pin', () => {
  const onConverse: PinnedFamily = { api: 'Converse', family: 'converse', revision: 1 }

  it.each(['us.meta.llama3-3-70b-instruct-v1:0', 'openai.gpt-oss-20b-1:0', 'mistral.mistral-large-2407-v1:0'])(
    'keeps %s by Converse, though it has a family of its own by now',
    modelId => {
      expect(chosen(resolveModel(modelId, 'auto', onConverse))).toBe('converse by Converse')
    }
  )

  it('holds against what auto would take today', () => {
    expect(chosen(resolveModel(`us.${haiku}`, 'auto', onConverse))).toBe('converse by Converse')
  })

  it.each([
    ['the spec says otherwise', `us.${haiku}`, 'invoke', onConverse],
    ['it is another model’s', `us.${haiku}`, 'auto', { api: 'InvokeModel', family: 'nova', revision: 1 }],
    ['its family is gone', `us.${haiku}`, 'auto', { api: 'InvokeModel', family: 'sibyl', revision: 1 }]
  ] as const)('counts for nothing when %s', (_why, modelId, api, pin) => {
    expect(chosen(resolveModel(modelId, api, pin))).toBe('claude by InvokeModel')
  })

  it('of a revision that is not here is a problem, not a new question for every row', () => {
    const resolution = resolveModel(`us.${haiku}`, 'auto', { api: 'InvokeModel', family: 'claude', revision: 99 })

    expect(resolution).toMatchObject({ problem: expect.stringContaining('revision 99'), hint: expect.any(String) })
  })
})

describe('an id that cannot be', () => {
  it.each([
    ['anthropic.claude-haiku-4-5', `us.${haiku}`],
    ['eu.anthropic.claude-haiku-4-5', `eu.${haiku}`],
    ['anthropic.claude-haiku-4-5-20251001', `us.${haiku}`],
    ['amazon.titan-embed-text-v2', 'amazon.titan-embed-text-v2:0'],
    ['amazon.nova-lite-v1', 'amazon.nova-lite-v1:0'],
    ['anthropic.claude-opus-4-6', 'us.anthropic.claude-opus-4-6-v1'],
    ['claude-haiku-4-5', `us.${haiku}`],
    ['antropic.claude-opus-5', 'us.anthropic.claude-opus-5'],
    ['amazon.nova_lite-v1:0', 'amazon.nova-lite-v1:0']
  ])('%s is refused in favour of %s', (written, meant) => {
    expect(resolveModel(written, 'auto')).toEqual({
      problem: expect.any(String),
      hint: expect.stringContaining(meant)
    })
  })

  it('is none of those that are known', () => {
    const refused = knownIds.filter(id => {
      const resolution = resolveModel(id, 'auto')
      return 'problem' in resolution && !resolution.problem.startsWith('Converse does not take')
    })

    expect(refused).toEqual([])
  })
})

describe('a warning', () => {
  it('tells the profiles of a model that batch takes only through one', () => {
    const [warning] = warnings(resolveModel(haiku, 'auto'))

    expect(warning).toContain('only through an inference profile')
    expect(warning).toContain(`eu.${haiku}`)
  })

  it.each([
    ['newco.model-v1:0', 'auto', /not among the models known/],
    ['anthropic.claude-opus-6', 'auto', /nearest known one is us\.anthropic\.claude-opus-5/],
    ['zz.anthropic.claude-opus-5', 'auto', /geography of this inference profile is not known/],
    [application, 'auto', /Converse is used/]
  ] as const)('goes with %s', (modelId, api, expected) => {
    expect(warnings(resolveModel(modelId, api)).join()).toMatch(expected)
  })

  it.each([
    ['amazon.nova-lite-v1:0', 'auto'],
    [`us.${haiku}`, 'auto'],
    [application, 'converse']
  ] as const)('does not go with %s', (modelId, api) => {
    expect(warnings(resolveModel(modelId, api))).toEqual([])
  })
})

it('has Converse last, so that it takes only what nobody else does', () => {
  expect(families.at(-1)?.name).toBe('converse')
})
