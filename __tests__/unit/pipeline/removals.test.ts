import { describe, expect, it } from '@jest/globals'
import { checkRemovals, tooManyLost } from '../../../src/pipeline/removals.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { Failure } from '../../../src/problems.ts'
import { manifestText, Project, spec } from './project.ts'

const request = (text: string): Parameters<typeof checkRemovals>[0] => {
  const { spec: decoded, placeOf } = decodeSpec({ text, file: 'spec.yml' })
  return {
    spec: decoded!,
    specPath: 'spec.yml',
    placeOf,
    mode: 'run',
    retry: 'auto',
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: undefined,
    whoCollects: ''
  }
}
const lines = (count: number): string =>
  `sku,name\n${Array.from({ length: count }, (_, row) => `K${row},Shoe ${row}\n`).join('')}`

describe('Removals', () => {
  it.each([
    ['twenty of thirty may go', 30, 10, spec, true],
    ['twenty-one of thirty may not', 30, 9, spec, false],
    ['a tenth of three hundred may go', 300, 270, spec, true],
    ['more than a tenth of three hundred may not', 300, 269, spec, false],
    ['as many as the spec allows may go', 30, 5, `${spec}limits: {maxRemovals: 25}\n`, true],
    ['no more than the spec allows', 30, 28, `${spec}limits: {maxRemovals: 1}\n`, false]
  ])('are bounded: %s', async (_what, before, after, text, allowed) => {
    await using project = new Project({ 'spec.yml': text, 'shoes.csv': lines(before) })
    await project.publish()
    project.write({ 'shoes.csv': lines(after) })
    const { known, prepared } = await project.prepare()

    const check = (): void => checkRemovals(request(text), known.published, prepared.wanted)

    if (allowed) expect(check).not.toThrow()
    else expect(check).toThrow(Failure)
  })

  it.each([
    [10, true],
    [9, false]
  ])('are bounded by the manifest where the lock is cut: %d rows of thirty stay', async (after, allowed) => {
    await using project = new Project({ 'shoes.csv': lines(30) })
    await project.publish()
    project.write({
      'shoes.csv': lines(after),
      'out/shoes.lock.json': project.read('out/shoes.lock.json').slice(0, -40),
      'out/shoes.manifest.json': manifestText({ answered: 30 })
    })
    const { known, prepared } = await project.prepare()

    const check = (): void => checkRemovals(request(spec), known.published, prepared.wanted)

    if (allowed) expect(check).not.toThrow()
    else expect(check).toThrow(/21 of 30 published rows/)
  })

  it.each([
    ['twenty', 20, 30, 10, undefined],
    ['twenty-one', 21, 30, 9, /^21 of 30 published rows have no answer any more; at most 20/],
    [
      'eleven, where ten have left',
      11,
      20,
      9,
      /^11 of 30 .* any more, and 10 are no longer in the dataset; at most 20/
    ],
    ['none, where more have left than may', 0, 5, 5, undefined]
  ])('count answers that are lost: %s', async (_what, lost, wanted, answered, message) => {
    await using project = new Project({ 'shoes.csv': lines(30) })
    await project.publish()
    project.write({ 'shoes.csv': lines(wanted) })
    const { known } = await project.prepare()

    const refusal = tooManyLost(request(spec), known.published, { wanted, answered, lost })

    expect(refusal?.code).toBe(message && 'too-many-removals')
    if (message) expect(refusal?.message).toMatch(message)
  })
})
