import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import { reasonsOf } from '../../../src/pipeline/reasons.ts'
import { Standings } from '../../../src/pipeline/standings.ts'
import { ProblemsFound } from '../../../src/problems.ts'
import { Project, rows, spec } from './project.ts'

describe('Preparing', () => {
  it('asks every row of a new spec, in the order of the dataset', async () => {
    await using project = new Project()

    const { prepared, questions, rows: all } = await project.prepare()

    expect(prepared).toMatchObject({ wanted: 3, carriedOver: 0, givenUp: 0 })
    expect(reasonsOf(questions.needed(), questions)).toEqual({ new: 3 })
    expect(all.map(({ key, question, line }) => [key, question, line])).toEqual([
      ['A', 0, 2],
      ['B', 1, 3],
      ['C', 2, 4]
    ])
    expect(questions.modelInputOf(0)).toContain('Describe Boot.')
  })

  it('asks nothing that is published unchanged', async () => {
    await using project = new Project()
    await project.publish()

    const { prepared, questions, known } = await project.prepare()

    expect(prepared).toMatchObject({ wanted: 3, carriedOver: 3 })
    expect([...questions.needed()]).toEqual([])
    expect(known.published.cellsOf(0, known.published.find('B'))).toEqual({
      cells: { answer: 'B answered' },
      edited: false
    })
  })

  it.each<[string, Record<string, string>, Parameters<Project['prepare']>[0], Record<string, number>]>([
    ['row changed', { 'shoes.csv': rows.replace('Boot', 'Bootie') }, {}, { 'row changed': 1 }],
    ['new', { 'shoes.csv': `${rows}D,Mule\n` }, {}, { new: 1 }],
    ['prompt changed', { 'spec.yml': spec.replace('Describe', 'Praise') }, {}, { 'prompt changed': 3 }],
    ['parameters changed', { 'spec.yml': spec.replace('50', '60') }, {}, { 'parameters changed': 3 }],
    [
      'model changed',
      { 'spec.yml': spec.replace('haiku-4-5-20251001', 'sonnet-4-5-20250929') },
      {},
      { 'model changed': 3 }
    ],
    ['forced', {}, { force: true }, { forced: 3 }],
    ['answer not kept', { 'out/shoes.csv': 'sku,answer\nA,A answered\n' }, {}, { 'answer not kept': 2 }]
  ])('says why a row is asked: %s', async (_why, change, request, reasons) => {
    await using project = new Project()
    await project.publish()
    project.write(change)

    const { questions } = await project.prepare(request)

    expect(reasonsOf(questions.needed(), questions)).toEqual(reasons)
  })

  it('takes a column that is called sample for what it is: a part of the row', async () => {
    await using project = new Project({
      'spec.yml': spec.replace('shoes.csv, key: sku', 'shoes.jsonl, key: sku'),
      'shoes.jsonl': '{"sku":"A","name":"Boot","sample":2}\n{"sku":"B","name":"Boot","sample":3.5}\n'
    })

    const { rows: all } = await project.prepare()

    expect(all.map(({ question }) => question)).toEqual([0, 0])
  })

  it('asks a question once that two rows share, and lets a published row answer for a new one', async () => {
    await using project = new Project({ 'shoes.csv': 'sku,name\nA,Boot\nB,Boot\n' })

    const fresh = await project.prepare()
    expect([fresh.prepared.wanted, fresh.questions.size]).toEqual([2, 1])
    await project.publish()
    project.write({ 'shoes.csv': 'sku,name\nA,Boot\nB,Boot\nZ,Boot\n' })
    const { prepared, rows: all, known } = await project.prepare()

    expect(prepared).toMatchObject({ wanted: 3, carriedOver: 3 })
    expect(['A', 'B'].map(key => known.published.find(key))).toContain(all[2]?.published)
  })

  it.each<[string, string, readonly string[]]>([
    ['changed', 'sku,name\nA,Boot\nX,Clog\nC,Sandal\n', ['A', '', 'C']],
    ['were swapped', 'sku,name\nC,Boot\nB,Clog\nA,Sandal\n', ['', 'B', '']],
    ['changed, behind a row that took the old one', 'sku,name\nA,Mule\nX,Boot\nB,Clog\nC,Sandal\n', ['', '', 'B', 'C']]
  ])(
    'looks for the answer elsewhere where the key %s: the lines of a lock may have slipped',
    async (_what, text, sources) => {
      await using project = new Project()
      await project.publish()
      project.write({ 'shoes.csv': text })

      const { prepared, rows: all, known, questions } = await project.prepare()

      expect(all.map(({ published }) => published)).toEqual(sources.map(key => known.published.find(key)))
      expect([...questions.needed()].length).toBe(sources.filter(key => key === '').length)
      expect(prepared.carriedOver).toBe(sources.filter(key => key !== '').length)
    }
  )

  it('believes no lock whose lines have slipped', async () => {
    await using project = new Project()
    await project.publish()
    const lock = project.read('out/shoes.lock.json')
    const ids = [...lock.matchAll(/\["([0-9A-Za-z]{11})"/g)].map(match => match[1] ?? '')
    let next = 0
    project.write({
      'out/shoes.lock.json': lock.replace(/\["([0-9A-Za-z]{11})"/g, () => `["${ids[++next % ids.length] ?? ''}"`)
    })

    const { prepared, questions } = await project.prepare()

    expect([prepared.carriedOver, [...questions.needed()].length]).toEqual([0, 3])
  })

  it('gives up a row with a new key whose very question was given up, unless retry says otherwise', async () => {
    await using project = new Project()
    await project.publish({ B: 'refusal' })
    project.write({ 'shoes.csv': `${rows}X,Clog\n` })

    const auto = await project.prepare()
    const failed = await project.prepare({ retry: 'failed' })

    expect([auto.prepared.givenUp, [...auto.questions.needed()]]).toEqual([2, []])
    expect(auto.rows[3]?.published).toBe(auto.known.published.find('B'))
    expect([failed.prepared.givenUp, [...failed.questions.needed()]]).toEqual([0, [1]])
  })

  it('gives up a row with a new key also where a person answered the row that was given up', async () => {
    await using project = new Project()
    await project.publish({ B: 'refusal' })
    project.write({
      'shoes.csv': `${rows}X,Clog\n`,
      'out/shoes.csv': 'sku,answer\nA,A answered\nB,by hand\nC,C answered\n'
    })

    const { prepared, questions, rows: all, known } = await project.prepare()

    const answers = new Answers(project.outside.scratch.create('answers'), questions, () => ({
      kind: 'missing',
      reason: 'missing',
      retryable: true
    }))
    const standings = new Standings({ known, questions, prepared, answers, driven: undefined })
    expect(all.map(row => standings.of(row).kind)).toEqual(['published', 'published', 'published', 'failed'])
    expect([prepared.carriedOver, prepared.givenUp]).toEqual([3, 1])
  })

  it('lends no answer that a person wrote, and keeps it where it stands', async () => {
    await using project = new Project({ 'shoes.csv': 'sku,name\nA,Boot\nB,Boot\n' })
    await project.publish()
    project.write({
      'shoes.csv': 'sku,name\nA,Boot\nB,Boot\nZ,Boot\n',
      'out/shoes.csv': project.read('out/shoes.csv').replace('B answered', 'mine')
    })

    const { rows: all, known } = await project.prepare()

    expect(all.map(({ published }) => published)).toEqual(['A', 'B', 'A'].map(key => known.published.find(key)))
  })

  it('asks everything where that is forced', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'shoes.csv': rows.replace('B,', 'X,') })

    const { prepared, questions } = await project.prepare({ force: true })

    expect([prepared.carriedOver, [...questions.needed()].length]).toEqual([0, 3])
  })

  it.each([
    ['auto', 1, 0],
    ['none', 1, 0],
    ['failed', 0, 1],
    ['all', 0, 1]
  ] as const)('leaves alone what was given up, unless retry says otherwise: %s', async (retry, givenUp, needed) => {
    await using project = new Project()
    await project.publish({ B: 'refusal' })

    const { prepared, questions } = await project.prepare({ retry })

    expect([prepared.givenUp, [...questions.needed()].length]).toEqual([givenUp, needed])
  })

  it('looks again at what was given up when answers are read otherwise', async () => {
    await using project = new Project()
    await project.publish({ B: 'not JSON' })
    project.write({ 'spec.yml': `${spec}answer: {format: json}\n` })

    const { prepared } = await project.prepare()

    expect(prepared.givenUp).toBe(0)
  })

  it('tells every row that cannot be asked, at its place', async () => {
    await using project = new Project({ 'shoes.csv': 'sku,name\nA,Boot\nA,Clog\n,Mule\n' })

    const error: unknown = await project.prepare().catch((reason: unknown) => reason)

    expect(error).toBeInstanceOf(ProblemsFound)
    expect((error as ProblemsFound).problems.map(({ place }) => place?.line)).toEqual([3, 4])
  })
})
