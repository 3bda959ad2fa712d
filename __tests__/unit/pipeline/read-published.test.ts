import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { cellsHash } from '../../../src/outputs/carry.ts'
import { keyText } from '../../../src/outputs/columns.ts'
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

  it.each(['auto', 'failed', 'all'] as const)(
    'keeps what a person wrote where a row was given up: retry %s',
    async retry => {
      await using project = new Project()
      await project.publish({ B: 'refusal', C: 'refusal' })
      project.write({ 'out/shoes.csv': 'sku,answer\nA,A answered\nB,by hand\nC,\n' })

      const { known, prepared } = await project.prepare({ retry })

      const { published } = known
      expect(['A', 'B', 'C'].map(key => published.isByHand(published.find(key)))).toEqual([false, true, false])
      expect([prepared.carriedOver, prepared.givenUp]).toEqual([2, retry === 'auto' ? 1 : 0])
    }
  )

  it('finds rows by their key, in whatever order somebody put them', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': 'sku,answer\nC,C answered\nA,A answered\nB,B answered\n' })

    const { prepared } = await project.prepare()

    expect(prepared.carriedOver).toBe(3)
  })

  it('is not edited by Git or an editor that changed the line ends', async () => {
    await using project = new Project()
    await project.publish({}, { B: 'two\nlines' })
    project.write({ 'out/shoes.csv': 'sku,answer\r\nA,A answered\r\nB,"two\r\nlines"\r\nC,C answered\r\n' })

    const { known, prepared } = await project.prepare()

    const { published } = known
    expect([prepared.carriedOver, published.cellsOf(0, published.find('B'))]).toEqual([
      3,
      { cells: { answer: 'two\nlines' }, edited: false }
    ])
  })

  it('goes along to another path with what a person edited, where the lock does', async () => {
    await using project = new Project()
    await project.publish()
    project.write({
      'out/shoes.csv': project.read('out/shoes.csv').replace('B answered', 'by hand'),
      'out/boots.lock.json': project.read('out/shoes.lock.json'),
      'spec.yml': spec.replace('out/shoes.csv', 'out/boots.csv')
    })

    const { known, prepared } = await project.prepare()

    expect([prepared.carriedOver, known.published.isEdited(known.published.find('B'))]).toEqual([3, true])
  })

  it('is missed where the first output moved and left the lock behind', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'spec.yml': spec.replace('out/shoes.csv', 'out/boots.csv') })

    const { prepared, problems } = await project.prepare()

    expect(prepared.carriedOver).toBe(0)
    expect(problems.list).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringMatching(/^out\/shoes.lock.json says that this spec wrote out\/shoes.csv/),
        hint: expect.stringContaining('git mv out/shoes.lock.json out/boots.lock.json')
      })
    ])
  })

  it.each([
    ['by hand', ', and what a person edited in 1 of them is lost'],
    ['B answered', '']
  ])('in another format is written anew, and what that loses is told before: %s', async (b, lost) => {
    const jsonl = spec.replace('out/shoes.csv', 'out/shoes.jsonl')
    await using project = new Project({ 'spec.yml': jsonl })
    await project.publish()
    const lines = ['A answered', b, 'C answered'].map(
      answer => `{"sku":"${answer === b ? 'B' : answer[0]}","answer":"${answer}"}\n`
    )
    project.write({
      'out/shoes.jsonl': lines.join(''),
      'spec.yml': spec.replace('outputs: out/shoes.csv', 'outputs: {path: out/shoes.jsonl, format: openai-batch}')
    })

    const { prepared, problems } = await project.prepare()

    expect(prepared.carriedOver).toBe(0)
    expect(problems.list.map(({ message }) => message)).toEqual([
      `the format of out/shoes.jsonl changed: its rows are written anew${lost}`
    ])
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

describe('A table in which no column holds the key', () => {
  const keyless = (columns: string): string =>
    spec.replace('outputs: out/shoes.csv', `outputs: {path: out/shoes.csv, columns: ${columns}}`)

  /** What is published for A, B and C once the lines of the file are these, and the warnings. */
  async function found(columns: string, lines: readonly string[], dataset = rows, answers = allDiffer) {
    await using project = new Project({ 'spec.yml': keyless(columns) })
    await project.publish({}, answers)
    project.write({ 'out/shoes.csv': `${lines.join('\n')}\n`, 'shoes.csv': dataset })

    const { known, prepared, problems } = await project.prepare()

    const { published } = known
    const said = ['A', 'B', 'C'].map(key => {
      const cells = published.cellsOf(0, published.find(key))
      return cells && `${keyText(cells.cells['answer'])}${cells.edited ? ' (edited)' : ''}`
    })
    return { said, carriedOver: prepared.carriedOver, warnings: problems.list.map(({ message }) => message) }
  }
  const allDiffer = { A: 'A answered', B: 'B answered', C: 'C answered' }
  const labels = { A: 'yes', B: 'no', C: 'yes' }
  const original = ['A answered', 'B answered', 'C answered']

  it('has its answers under their rows after somebody sorted its lines', async () => {
    const lines = ['name,said', 'Sandal,C answered', 'Clog,B answered', 'Boot,A answered']

    const { said, carriedOver, warnings } = await found('{name: row.name, said: answer}', lines)

    expect([said, carriedOver]).toEqual([original, 3])
    expect(warnings).toEqual([
      'the lines of out/shoes.csv stand in another order, and no column holds the key: their rows were found by what stands in them'
    ])
  })

  it.each([
    ['an edit moves with its line', ['Sandal,by hand', 'Clog,B answered', 'Boot,A answered'], 2],
    ['all edits move with their lines', ['Clog,by hand', 'Sandal,too', 'Boot,this'], 0]
  ])('keeps edits when its lines are sorted: %s', async (_, lines) => {
    const { said } = await found('{name: row.name, said: answer}', ['name,said', ...lines])

    const of = (name: string): string => lines.find(line => line.startsWith(name))?.split(',')[1] ?? ''
    const edit = (text: string): string => (text.endsWith('answered') ? text : `${text} (edited)`)
    expect(said).toEqual([edit(of('Boot')), edit(of('Clog')), edit(of('Sandal'))])
  })

  it('keeps edits in their places where they say what another row says', async () => {
    const lines = ['name,said', 'Boot,no', 'Clog,yes', 'Sandal,yes']

    const { said, warnings } = await found('{name: row.name, said: answer}', lines, rows, labels)

    expect([said, warnings]).toEqual([['no (edited)', 'yes (edited)', 'yes'], []])
  })

  it('keeps edits in their places where the dataset changed', async () => {
    const columns = '{in: row.size, said: answer}'
    const sized = 'sku,name,size\nA,Boot,1\nB,Clog,2\nC,Sandal,3\n'
    await using project = new Project({ 'spec.yml': keyless(columns), 'shoes.csv': sized })
    await project.publish()
    project.write({ 'out/shoes.csv': 'in,said\n1,by hand\n2,B answered\n3,C answered\n' })
    project.write({ 'shoes.csv': sized.replace('Boot,1', 'Boot,9') })

    const { known, prepared, problems } = await project.prepare()

    expect([prepared.carriedOver, problems.list]).toEqual([3, []])
    expect(known.published.isEdited(known.published.find('A'))).toBe(true)
  })

  it('without a column of the dataset is told by its answers, and forgets what cannot be told', async () => {
    const one = await found('{said: answer}', ['said', 'B answered', 'by hand', 'A answered'])
    expect(one.said).toEqual(['A answered', 'B answered', 'by hand (edited)'])

    const two = await found('{said: answer}', ['said', 'by hand', 'A answered', 'too'])

    expect([two.said, two.carriedOver]).toEqual([['A answered', undefined, undefined], 1])
    expect(two.warnings).toEqual([expect.stringMatching(/another order.*but for 2, which are written anew$/)])
  })

  it('keeps an edit whose line did not move, whatever else is said', async () => {
    const { said, warnings } = await found('{said: answer}', ['said', 'A answered', 'by hand', 'C answered'])

    expect([said, warnings]).toEqual([['A answered', 'by hand (edited)', 'C answered'], []])
  })
})

describe('A published file of which a column is gone', () => {
  const jsonl = spec.replace('out/shoes.csv', 'out/shoes.jsonl')
  const line = (key: string, member: string): string => `{"sku":"${key}"${member}}\n`
  const all = (member: (key: string) => string): string => ['A', 'B', 'C'].map(key => line(key, member(key))).join('')

  it.each([
    [
      'in CSV',
      spec,
      { 'out/shoes.csv': 'sku,description\nA,A answered\n' },
      '"answer" is missing, and "description" is'
    ],
    [
      'in JSONL',
      jsonl,
      { 'out/shoes.jsonl': all(key => `,"text":"${key} answered"`) },
      '"answer" is missing, and "text"'
    ],
    [
      'with the key',
      spec,
      { 'out/shoes.csv': 'SKU,answer\nA,mine\n' },
      'the column "sku", which holds the key, is missing'
    ]
  ])('because it was renamed is refused, so that no edit in it is lost: %s', async (_, text, files, why) => {
    await using project = new Project({ 'spec.yml': text })
    await project.publish()
    project.write(files)

    const error = await refusal(project.prepare())

    expect(error).toBeInstanceOf(ProblemsFound)
    const [found] = (error as ProblemsFound).problems
    expect(found?.message).toContain(why)
    expect(found?.place?.line).toBeGreaterThan(0)
    expect(found?.hint).toContain('Columns are renamed in the spec')
  })

  it('is no edit: the cells are looked up again, with one warning', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': 'sku\nA\nB\nC\n' })

    const { prepared, questions, problems } = await project.prepare()

    expect([prepared.carriedOver, reasonsOf(questions.needed(), questions)]).toEqual([0, { 'answer not kept': 3 }])
    expect(problems.list).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringMatching(/^"answer" is missing in out\/shoes.csv/)
      })
    ])
  })

  it('is as it was where nothing but null stood in it', async () => {
    const two = jsonl.replace(
      'outputs: out/shoes.jsonl',
      'outputs: {path: out/shoes.jsonl, columns: {sku: key, answer: answer, note: reasoning}}'
    )
    await using project = new Project({ 'spec.yml': two })
    await project.publish({}, {}, { reasoning: null })
    project.write({ 'out/shoes.jsonl': all(key => `,"answer":"${key} answered"`) })

    const { prepared, problems } = await project.prepare()

    expect([prepared.carriedOver, problems.list]).toEqual([3, []])
  })
})
