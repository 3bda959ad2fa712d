import { expect, it } from '@jest/globals'
import { geographiesAt, knownIds, knownModel, profilesOf } from '../../../src/models/known-models.ts'
import { readModelId } from '../../../src/models/model-id.ts'
import { batchSupport, endOfLife, profileGeographies } from '../../../src/models/support-data.ts'

it('knows each model once', () => {
  const listed = batchSupport.flatMap(row => row.models.split(' '))

  expect(new Set(listed).size).toBe(listed.length)
  expect(new Set(knownIds).size).toBe(knownIds.length)
})

it('has rows in the form of ids and regions', () => {
  const ids = knownIds.filter(id => 'problem' in readModelId(id))
  const regions = batchSupport
    .flatMap(row => `${row.inRegion} ${row.throughProfile}`.split(' '))
    .filter(region => region !== '' && !/^[a-z]{2}(-gov)?-[a-z]+-\d$/.test(region))

  expect([ids, regions]).toEqual([[], []])
})

it('says more only about models that it knows', () => {
  const strangers = [...Object.keys(endOfLife), ...Object.keys(profileGeographies)].filter(id => !knownModel(id))

  expect(strangers).toEqual([])
})

it.each([
  ['anthropic.claude-opus-5', 'us eu au global'],
  ['meta.llama3-2-1b-instruct-v1:0', 'us eu'],
  ['amazon.nova-pro-v1:0', 'us eu apac'],
  ['amazon.titan-embed-text-v2:0', ''],
  ['newco.model', '']
])('knows the profiles of %s as %j', (id, expected) => {
  const prefixes = profilesOf(id).map(profile => profile.replace(`.${id}`, ''))

  expect(prefixes.join(' ')).toBe(expected)
})

it.each([
  ['us-east-1', 'us global'],
  ['ca-central-1', 'ca us global'],
  ['eu-west-1', 'eu global'],
  ['ap-northeast-3', 'jp apac global'],
  ['ap-southeast-4', 'au apac global'],
  ['ap-south-1', 'apac global'],
  ['us-gov-east-1', 'us-gov'],
  ['sa-east-1', 'global']
])('lets %s call %s', (region, expected) => {
  expect(geographiesAt(region).join(' ')).toBe(expected)
})
