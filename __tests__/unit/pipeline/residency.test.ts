import { expect, it } from '@jest/globals'
import { resolveModel } from '../../../src/models/registry.ts'
import { checkResidency } from '../../../src/pipeline/residency.ts'
import { Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'

function told(model: string, aws: string, region?: string): readonly string[] {
  const text = `name: x\nmodel: ${model}\ndataset: d.csv\nprompt: {user: hi}\noutputs: out.csv\naws: ${aws}\n`
  const { spec, placeOf } = decodeSpec({ text, file: 's.yml' })
  const resolution = resolveModel(model, 'auto')
  if (spec === undefined || 'problem' in resolution) throw new Error('a good spec was expected')
  const problems = new Problems()

  checkResidency(
    { spec, placeOf, aws: region === undefined ? undefined : { region, s3Uri: 's3://my-bucket' } },
    resolution.model,
    problems
  )

  return problems.list.map(one => `${one.severity} ${one.place?.line ?? ''}:${one.place?.column ?? ''} ${one.message}`)
}

const opus = 'anthropic.claude-opus-5'

it('is an error at the model where the spec’s wish is broken', () => {
  expect(told(`global.${opus}`, '{region: eu-west-1, dataResidency: eu}')).toEqual([
    expect.stringMatching(/^error 2:8 aws\.dataResidency is eu, and global\./)
  ])
})

it('is a warning without a wish', () => {
  expect(told(`global.${opus}`, '{region: eu-west-1}')).toEqual([expect.stringMatching(/^warning 2:8 global\./)])
})

it('goes by the region that the pass runs in', () => {
  expect(told(`eu.${opus}`, '{region: eu-west-1, dataResidency: eu}', 'us-east-1')).toEqual([
    expect.stringMatching(/us-east-1 lies outside of it/)
  ])
})

it('needs no region to read a prefix', () => {
  expect(told(`us.${opus}`, '{dataResidency: eu}')).toEqual([expect.stringMatching(/the regions of "us\."/)])
})

it('says nothing where nothing leaves', () => {
  expect(told(`eu.${opus}`, '{region: eu-west-1, dataResidency: eu}')).toEqual([])
})
