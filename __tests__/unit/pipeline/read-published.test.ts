import { describe, expect, it } from '@jest/globals'
import { Failure, ProblemsFound } from '../../../src/problems.ts'
import { Project, rows, spec } from './project.ts'

async function refusal(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => undefined,
    (reason: unknown) => reason
  )
}

describe('The published state', () => {
  it('is empty where nothing was published', async () => {
    await using project = new Project()

    const { known } = await project.prepare()

    expect([known.published.size, known.published.header]).toEqual([0, undefined])
  })

  it('tells an edited answer from one that was published', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': project.read('out/shoes.csv').replace('B answered', 'B as I like it') })

    const { known, prepared } = await project.prepare()

    const { published } = known
    expect(['A', 'B'].map(key => published.isEdited(published.find(key)))).toEqual([false, true])
    expect(prepared.carriedOver).toBe(3)
  })

  it('finds rows by their key, in whatever order somebody put them', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': 'sku,answer\nC,C answered\nA,A answered\nB,B answered\n' })

    const { prepared } = await project.prepare()

    expect(prepared.carriedOver).toBe(3)
  })

  it('counts rows that left the dataset', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'shoes.csv': rows.replace('B,Clog\n', '') })

    const { known } = await project.prepare()

    expect(known.published.countGone()).toBe(1)
  })

  it('with conflict markers in its lock counts as absent, with a warning', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.lock.json': project.read('out/shoes.lock.json').replace('"A":', '<<<<<<< HEAD\n"A":') })

    const { known, prepared, problems } = await project.prepare()

    expect([known.published.size, prepared.carriedOver]).toEqual([0, 0])
    expect(problems.list).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        place: { file: 'out/shoes.lock.json' },
        message: expect.stringMatching(/conflict markers/)
      })
    )
  })

  it('of a lock that is cut counts as absent, whole', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.lock.json': project.read('out/shoes.lock.json').slice(0, -40) })

    const { known, problems } = await project.prepare()

    expect(known.published.size).toBe(0)
    expect(problems.list.map(({ severity }) => severity)).toContain('warning')
  })

  it.each([
    ['"schema": 99', 'has schema 99'],
    ['"schema": null', 'names no schema'],
    ['"schema": "2"', 'names no schema']
  ])('of another schema version is refused with a remedy: %s', async (schema, words) => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.lock.json': project.read('out/shoes.lock.json').replace('"schema": 1', schema) })

    const error = await refusal(project.prepare())

    expect(error).toBeInstanceOf(Failure)
    expect(error).toMatchObject({
      code: 'bad-state',
      message: `out/shoes.lock.json ${words}, and this version of the action reads schema 1`,
      remedy: expect.stringMatching(/or a newer one.*delete it and set adopt: true/)
    })
  })

  it('whose manifest is of another schema version says what is lost with it', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.manifest.json': '{"schema": 2}' })

    const { problems } = await project.prepare()

    expect(problems.list.map(({ message }) => message)).toEqual([
      'out/shoes.manifest.json has schema 2, and this version of the action reads schema 1: it is written anew, and its account of earlier jobs is lost'
    ])
  })

  it('is not taken from a file that nobody manages, unless it is adopted', async () => {
    await using project = new Project({ 'out/shoes.csv': 'sku,answer\nA,mine\n' })

    expect(await refusal(project.prepare())).toMatchObject({
      code: 'unmanaged-output',
      place: { file: 'out/shoes.csv' }
    })
    project.write({ 'spec.yml': `${spec}adopt: true\n` })
    const { prepared } = await project.prepare()

    expect(prepared.carriedOver).toBe(0)
  })

  it('that can no longer be read is told with its line', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': 'sku,answer\nA,"A ans\n' })

    const error = await refusal(project.prepare())

    expect(error).toBeInstanceOf(ProblemsFound)
    expect((error as ProblemsFound).problems[0]).toMatchObject({
      place: { file: 'out/shoes.csv' },
      message: expect.stringMatching(/no longer csv/)
    })
  })

  it('whose manifest is broken goes on, with a warning', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.manifest.json': '{' })

    const { prepared, problems } = await project.prepare()

    expect(prepared.carriedOver).toBe(3)
    expect(problems.list).toContainEqual(
      expect.objectContaining({ severity: 'warning', place: { file: 'out/shoes.manifest.json' } })
    )
  })
})
