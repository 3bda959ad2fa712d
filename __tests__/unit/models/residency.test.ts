import { describe, expect, it } from '@jest/globals'
import type { Geography, ModelId } from '../../../src/models/model-id.ts'
import { readModelId } from '../../../src/models/model-id.ts'
import { departureOf, homeOf } from '../../../src/models/residency.ts'

const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0'
const application = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6'

function model(id: string): ModelId {
  const read = readModelId(id)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

it.each([
  ['us-east-1', 'us'],
  ['us-gov-west-1', 'us-gov'],
  ['us-iso-east-1', undefined],
  ['ca-central-1', 'ca'],
  ['eu-west-1', 'eu'],
  ['eu-west-2', undefined],
  ['eu-central-2', undefined],
  ['ap-northeast-1', 'jp'],
  ['ap-southeast-2', 'au'],
  ['ap-south-1', 'apac'],
  ['sa-east-1', undefined],
  ['cn-north-1', undefined]
])('finds the home of %s in %s', (region, home) => {
  expect(homeOf(region)).toBe(home)
})

describe('without a wish', () => {
  it.each([
    [haiku, 'eu-west-1'],
    [`eu.${haiku}`, 'eu-west-1'],
    ['apac.amazon.nova-lite-v1:0', 'ap-northeast-1'],
    [`jp.${haiku}`, 'ap-northeast-1'],
    [application, 'eu-west-1'],
    [`global.${haiku}`, undefined]
  ])('says nothing about %s from %s', (id, region) => {
    expect(departureOf(model(id), region, undefined)).toBeUndefined()
  })

  it.each([
    [`global.${haiku}`, 'eu-west-1', 'any region of the world'],
    [`us.${haiku}`, 'ca-central-1', 'the regions of "us."'],
    [`eu.${haiku}`, 'eu-west-2', 'the regions of "eu."'],
    [`arn:aws:bedrock:sa-east-1:123456789012:inference-profile/global.${haiku}`, 'sa-east-1', 'any region of the world']
  ])('warns of %s from %s', (id, region, where) => {
    expect(departureOf(model(id), region, undefined)).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining(where),
      hint: expect.stringContaining('aws.dataResidency')
    })
  })
})

describe('with a wish', () => {
  it.each<[string, string | undefined, Geography]>([
    [`eu.${haiku}`, 'eu-west-1', 'eu'],
    [haiku, 'eu-west-1', 'eu'],
    [`eu.${haiku}`, undefined, 'eu'],
    [`jp.${haiku}`, 'ap-northeast-1', 'apac'],
    [`global.${haiku}`, 'eu-west-1', 'global'],
    [application, 'us-east-1', 'global']
  ])('lets %s from %s be, where it is %s', (id, region, wanted) => {
    expect(departureOf(model(id), region, wanted)).toBeUndefined()
  })

  it.each<[string, string | undefined, Geography, RegExp, RegExp]>([
    [`global.${haiku}`, 'eu-west-1', 'eu', /any region of the world/, /^model: eu\.anthropic/],
    [`us.${haiku}`, 'us-east-1', 'eu', /us-east-1 lies outside/, /^model: eu\.anthropic.*, from a region in eu$/],
    [`us.${haiku}`, undefined, 'eu', /the regions of "us\."/, /^model: eu\.anthropic/],
    [haiku, 'eu-west-2', 'eu', /eu-west-2 lies outside/, /eu\.anthropic/],
    ['apac.amazon.nova-lite-v1:0', 'ap-northeast-1', 'jp', /the regions of "apac\."/, /no way is known/],
    [
      'us.amazon.titan-embed-image-v1',
      undefined,
      'eu',
      /"us\."/,
      /amazon\.titan-embed-image-v1 in eu-central-1, eu-west-1/
    ],
    [application, 'eu-west-1', 'eu', /does not tell where it leads/, /system profile/],
    ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/zz.newco.seer', 'us-east-1', 'us', /not known/, /./]
  ])('refuses %s from %s, where it is %s', (id, region, wanted, message, hint) => {
    expect(departureOf(model(id), region, wanted)).toEqual({
      severity: 'error',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint)
    })
  })
})
