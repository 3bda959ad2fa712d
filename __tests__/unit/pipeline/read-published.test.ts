import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { cellsHash } from '../../../src/outputs/carry.ts'
import { Failure, ProblemsFound } from '../../../src/problems.ts'
import { reasonsOf } from '../../../src/pipeline/reasons.ts'
import { manifestText, Project, rows, spec } from './project.ts'

async function refusal(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => undefined,
    (reason: unknown) => reason
  )
}

/** The lock as git leaves it where another branch says otherwise of this row. */
function torn(project: Project, key: string, theirs: string): string {
  return project
    .read('out/shoes.lock.json')
    .replace(new RegExp(`^"${key}".*$`, 'm'), own => `<<<<<<< HEAD\n${own}\n=======\n${theirs}\n>>>>>>> other`)
}

/** As passes leave it that ask in other words; the spec is left with the last. */
async function locksOf(project: Project, words: readonly string[]): Promise<string[]> {
  const locks: string[] = []
  for (const word of words) {
    project.write({ 'spec.yml': spec.replace('Describe', word) })
    await project.publish()
    locks.push(project.read('out/shoes.lock.json'))
  }
  return locks
}

function mergedByGit(base: string, ours: string, theirs: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'merge-'))
  const files = [ours, base, theirs].map((text, index) => {
    const file = join(folder, String(index))
    writeFileSync(file, text)
    return file
  })
  const { stdout } = spawnSync('git', ['merge-file', '-p', ...files], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return stdout
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

  it('of a lock that git could not merge is what either side says, with a warning', async () => {
    await using project = new Project()
    await project.publish()
    project.write({
      'out/shoes.lock.json': torn(project, 'B', '"B": ["00000000000","00000000000"],'),
      'shoes.csv': 'sku,name\nZ,Slipper\n'
    })

    const { known, problems } = await project.prepare()

    expect([known.published.size, known.published.answered, known.published.countGone()]).toEqual([3, 3, 3])
    expect(problems.list).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        place: { file: 'out/shoes.lock.json' },
        message: expect.stringMatching(/conflict markers/)
      })
    )
  })

  it('asks a row again of which the two sides say different things, and no other', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.lock.json': torn(project, 'B', '"B": ["00000000000","00000000000"],') })

    const { known, prepared, questions, rows: all } = await project.prepare()

    expect([prepared.carriedOver, reasonsOf(questions.needed(), questions)]).toEqual([2, { 'answer not kept': 1 }])
    expect(all.map(({ edited }) => edited)).toEqual([undefined, undefined, undefined])
    expect(known.published.failureOf(known.published.find('B'))).toBeUndefined()
  })

  it('keeps an edit that fits neither side, and takes what fits one for no edit', async () => {
    await using project = new Project()
    await project.publish()
    const csv = project.read('out/shoes.csv')
    const theirs = cellsHash({ answer: 'theirs' })
    project.write({ 'out/shoes.lock.json': torn(project, 'B', `"B": ["00000000000","${theirs}"],`) })

    for (const [text, isEdited] of [
      ['B answered', false],
      ['theirs', false],
      ['B as I like it', true]
    ] as const) {
      project.write({ 'out/shoes.csv': csv.replace('B answered', text) })
      const { known, rows: all } = await project.prepare()

      expect([text, known.published.isEdited(known.published.find('B'))]).toEqual([text, isEdited])
      expect(all.map(({ edited }) => edited !== undefined)).toEqual([false, isEdited, false])
    }
  })

  it('of which one side gave a row up and the other has its answer, has it', async () => {
    await using project = new Project()
    await project.publish()
    const { questions } = await project.prepare()
    const id = questions.ids.idAt(1)

    for (const line of ['"B": ["00000000000","!refusal"],', `"B": ["${id}","!refusal"],`]) {
      const lock = project.read('out/shoes.lock.json')
      project.write({ 'out/shoes.lock.json': lock.replace(/^"B".*$/m, own => `${line}\n${own}`) })

      const { known, prepared } = await project.prepare()

      expect([known.published.answered, prepared.givenUp, prepared.carriedOver]).toEqual([3, 0, 2])
      project.write({ 'out/shoes.lock.json': lock })
    }
  })

  it('of two branches that read answers in different ways is read anew', async () => {
    await using project = new Project()
    await project.publish()
    const lock = project.read('out/shoes.lock.json')
    project.write({
      'out/shoes.lock.json': lock.replace(
        /^"answerSha256".*$/m,
        own => `<<<<<<< HEAD\n"answerSha256": "${'0'.repeat(64)}",\n=======\n${own}\n>>>>>>> other`
      )
    })

    const { known, prepared, questions } = await project.prepare()

    expect([known.published.size, prepared.carriedOver, reasonsOf(questions.needed(), questions)]).toEqual([
      3,
      0,
      { 'answer not kept': 3 }
    ])
  })

  it('of two branches that changed the prompt is read from what git makes of their locks', async () => {
    await using project = new Project()
    const [base = '', ours = '', theirs = ''] = await locksOf(project, ['Describe', 'Praise', 'Explain'])
    const merged = mergedByGit(base, ours, theirs)
    expect(merged).toMatch(/^<{7} [^]*"promptSha256"[^]*"A": [^]*^>{7} /m)
    project.write({ 'out/shoes.lock.json': merged })

    const { known, prepared, questions } = await project.prepare()

    expect([known.published.isLost, known.published.size, known.published.answered]).toEqual([false, 3, 3])
    expect([prepared.carriedOver, reasonsOf(questions.needed(), questions)]).toEqual([0, { 'answer not kept': 3 }])
    expect(known.published.isEdited(known.published.find('A'))).toBe(false)
  })

  it('counts as absent where neither side can be read, and still knows its files', async () => {
    await using project = new Project({ 'out/shoes.manifest.json': manifestText() })
    await project.publish()
    project.write({ 'out/shoes.lock.json': '<<<<<<< HEAD\n{\n=======\n[\n>>>>>>> other\n' })

    const { known, problems } = await project.prepare()

    expect([known.published.size, known.published.isLost]).toEqual([0, true])
    expect(problems.list.map(({ message }) => message)).toContainEqual(expect.stringMatching(/counts as absent/))
    project.write({ 'out/shoes.manifest.json': manifestText({ name: 'boots' }) })
    expect(await refusal(project.prepare())).toMatchObject({ code: 'unmanaged-output' })
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

  it('is not taken from a second file that the lock does not name, unless it is adopted', async () => {
    await using project = new Project()
    await project.publish()
    const both = spec.replace('outputs: out/shoes.csv', 'outputs: [out/shoes.csv, notes/mine.jsonl]')
    project.write({ 'spec.yml': both, 'notes/mine.jsonl': '{"precious":"mine"}\n' })

    expect(await refusal(project.prepare())).toMatchObject({
      code: 'unmanaged-output',
      place: { file: 'notes/mine.jsonl' }
    })
    project.write({ 'out/shoes.lock.json': torn(project, 'A', '"A": ["00000000000"]') })
    expect(await refusal(project.prepare())).toMatchObject({ place: { file: 'notes/mine.jsonl' } })
    project.write({ 'spec.yml': `${both}adopt: true\n` })

    expect((await project.prepare()).known.published.size).toBe(3)
  })

  it.each(['out/shoes.manifest.json', 'out/shoes.errors.jsonl'])(
    'is not begun where %s is somebody’s, unless it is adopted',
    async path => {
      await using project = new Project({ [path]: 'my own notes\n' })

      expect(await refusal(project.prepare())).toMatchObject({ code: 'unmanaged-output', place: { file: path } })
      project.write({ 'spec.yml': `${spec}adopt: true\n` })

      expect((await project.prepare()).prepared.wanted).toBe(3)
    }
  )

  it('is begun anew where only our manifest and errors are left', async () => {
    await using project = new Project({
      'out/shoes.manifest.json': manifestText(),
      'out/shoes.errors.jsonl': '{"key":"A","recordId":"00000000000","reason":"x","message":"x"}\n'
    })

    expect((await project.prepare()).prepared.wanted).toBe(3)
  })

  it('of another spec is refused by its name, and carried over where this one was renamed', async () => {
    await using project = new Project()
    await project.publish()
    const renamed = spec.replace('name: shoes', 'name: boots')
    project.write({ 'spec.yml': renamed })

    expect(await refusal(project.prepare())).toMatchObject({
      code: 'unmanaged-output',
      message: expect.stringMatching(/"shoes"/),
      remedy: expect.stringMatching(/adopt: true/)
    })
    project.write({ 'spec.yml': `${renamed}adopt: true\n` })

    expect((await project.prepare()).prepared.carriedOver).toBe(3)
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
