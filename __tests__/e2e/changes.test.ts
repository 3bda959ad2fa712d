/** What a change costs: questions that are the same are never asked again, and those that changed are, alone. */
import { describe, expect, it } from '@jest/globals'
import type { Pass } from './stage.ts'
import { bucket, modelWord, questionIn, rows, spec, Stage } from './stage.ts'

const time = 120_000

/** A published first pass, and what a later workflow run finds. */
async function published(
  files: Readonly<Record<string, string>> = {},
  options: Parameters<typeof Stage.open>[1] = {}
): Promise<Stage> {
  const stage = await Stage.open(files, options)
  const first = await stage.pass()
  expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
  stage.checkout.fresh()
  return stage
}

async function passAfter(
  stage: Stage,
  change: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string>> = {}
): Promise<Pass> {
  stage.checkout.commit(change)
  const pass = await stage.pass(inputs)
  stage.checkout.fresh()
  return pass
}

function lines(stage: Stage, path = 'generated/shoes.csv'): string[] {
  return (stage.checkout.read(path) ?? '').trimEnd().split('\n')
}

/** S3 as after a lifecycle rule that went too far. */
function forget({ emulator }: Stage): void {
  for (const { key } of emulator.buckets.list(bucket).objects)
    if (/\/(?:answers|output)\//.test(key)) emulator.buckets.delete(bucket, key)
}

const many = (from: number, to: number): string =>
  `sku,name,colour\n${Array.from({ length: to - from }, (_, row) => `N-${from + row},Shoe ${from + row},red\n`).join('')}`

describe('A change', () => {
  it.concurrent(
    'of columns or of the output’s format costs nothing: the answers come from S3',
    async () => {
      await using stage = await published()

      const renamed = await passAfter(
        stage,
        { 'spec.yml': spec.replace('generated/shoes.csv', 'generated/other.csv') },
        { mode: 'plan' }
      )

      expect([renamed.code, renamed.log]).toEqual([0, renamed.log])
      expect(renamed.summary).toContain('a plan, nothing to ask')
      expect(renamed.summary).not.toContain('Why questions are asked')

      const columns = await passAfter(stage, {
        'spec.yml': spec.replace(
          'outputs: generated/shoes.csv',
          'outputs: {path: generated/shoes.csv, columns: {sku: row.sku, in: row.colour, said: answer}}'
        )
      })

      expect([columns.code, columns.outputs['status'], columns.log]).toEqual([0, 'done', columns.log])
      expect(lines(stage)[0]).toBe('sku,in,said')
      expect(lines(stage)[1]).toBe(`A-1,red,${modelWord}: Describe Höhenläufer in red.`)

      const format = await passAfter(stage, {
        'spec.yml': spec.replace(
          'outputs: generated/shoes.csv',
          'outputs: [generated/shoes.csv, {path: generated/shoes.json, columns: {answer: answer, sku: key}}]'
        )
      })

      expect([format.code, format.outputs['status'], format.log]).toEqual([0, 'done', format.log])
      expect(JSON.parse(stage.checkout.read('generated/shoes.json') ?? '')).toHaveLength(5)
      expect(stage.creates).toBe(1)
      expect(stage.emulator.books.charged().records).toBe(5)
    },
    time
  )

  it.concurrent(
    'of the schema costs nothing: what it refused before is read again from S3',
    async () => {
      const strict = spec
        .replace('outputs:', 'answer: {schema: {type: object, properties: {n: {type: integer}}}}\noutputs:')
        .replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1')
      const answer = (_model: string, body: unknown): { text: string } => ({
        text: JSON.stringify({ n: /Boot/.test(questionIn(body)) ? 'many' : 1 })
      })
      await using stage = await published({ 'spec.yml': strict }, { answer })
      expect(lines(stage)).toHaveLength(1 + 4)
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toContain('A-3')

      const loosened = await passAfter(stage, {
        'spec.yml': strict.replace('type: integer', 'type: [integer, string]')
      })

      expect([loosened.code, loosened.outputs['status'], loosened.rows['answered'], loosened.log]).toEqual([
        0,
        'done',
        5,
        loosened.log
      ])
      expect(lines(stage)).toHaveLength(1 + 5)
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toBeUndefined()
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'of some rows asks those rows alone',
    async () => {
      await using stage = await published()

      const second = await passAfter(stage, {
        'data/shoes.csv': rows.replace(',red', ',green').replace(',black', ',brown').replace(',white', ',cream')
      })

      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'done', second.log])
      expect(second.rows).toMatchObject({ wanted: 5, carriedOver: 2, submitted: 3, answered: 5 })
      expect(second.summary).toContain('3 row changed')
      expect(stage.emulator.books.jobs.map(job => job.records)).toEqual([5, 3])
      expect(stage.paidTwice).toBe(0)
      expect(lines(stage)[1]).toBe(`A-1,${modelWord}: Describe Höhenläufer in green.`)
      expect(lines(stage)[2]).toContain('Sneaker')
    },
    time
  )

  it.concurrent(
    'that takes rows away takes their answers out of the files, but not more of them than allowed',
    async () => {
      await using stage = await published({ 'data/shoes.csv': many(0, 40) })

      const few = await passAfter(stage, { 'data/shoes.csv': many(5, 40) })

      expect([few.code, few.outputs['status'], few.rows['removed'], few.log]).toEqual([0, 'done', 5, few.log])
      expect(few.aws).toEqual([])
      expect(lines(stage)).toHaveLength(1 + 35)

      stage.checkout.commit({ 'data/shoes.csv': many(30, 40) })
      const head = stage.remoteHead
      const most = await stage.pass()

      expect([most.code, most.failureCode, most.log]).toEqual([1, 'too-many-removals', most.log])
      expect(most.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          file: 'spec.yml',
          line: 3,
          message: expect.stringMatching(/25 of 35 published rows/)
        })
      )
      expect(most.aws).toEqual([])
      expect(stage.dirt).toBe('')
      expect(stage.remoteHead).toBe(head)
    },
    time
  )

  it.concurrent(
    'by hand of an answer is kept and counted, until its question changes',
    async () => {
      await using stage = await published()
      const edited = (stage.checkout.read('generated/shoes.csv') ?? '').replace(/^A-3,.*$/m, 'A-3,A boot as I like it')

      const kept = await passAfter(stage, {
        'generated/shoes.csv': edited,
        'data/shoes.csv': rows.replace(',red', ',green').replace(',white', ',cream').replace(',blue', ',teal')
      })

      expect([kept.code, kept.outputs['status'], kept.rows['edited'], kept.log]).toEqual([0, 'done', 1, kept.log])
      expect(kept.rows).toMatchObject({ submitted: 3, carriedOver: 2 })
      expect(lines(stage)).toContain('A-3,A boot as I like it')
      expect(kept.summary).toContain('Edited by hand')

      const again = await stage.pass()

      expect([again.outputs['status'], again.rows['edited'], again.aws, stage.dirt]).toEqual([
        'nothing-to-do',
        1,
        [],
        ''
      ])

      const asked = await passAfter(stage, { 'data/shoes.csv': rows.replaceAll(/,(red|black|white|blue)/g, ',gold') })

      expect([asked.code, asked.rows['edited'], asked.rows['submitted'], asked.log]).toEqual([0, 0, 4, asked.log])
      expect(lines(stage)).toContain(`A-3,${modelWord}: Describe Boot in gold.`)
    },
    time
  )

  it.concurrent(
    'that makes two rows ask the same is asked once',
    async () => {
      const twins = `${rows}B-1,Clog,red\nB-2,Clog,red\nB-3,Clog,red\n`
      await using stage = await Stage.open({ 'data/shoes.csv': twins })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(pass.rows).toMatchObject({ wanted: 8, answered: 8, submitted: 6 })
      expect(stage.emulator.books.charged().records).toBe(6)
      expect((stage.checkout.read('generated/shoes.csv') ?? '').match(/Describe Clog in red/g)).toHaveLength(3)
    },
    time
  )

  it.concurrent(
    'of keys alone costs nothing: the answers lie in S3',
    async () => {
      const twins = `${rows}B-1,Clog,red\nB-2,Clog,red\n`
      await using stage = await published({ 'data/shoes.csv': twins })

      const pass = await passAfter(stage, {
        'data/shoes.csv': `${twins.replace('A-3,', 'C-3,').replace('A-1,', 'X,').replace('A-4,', 'A-1,').replace('X,', 'A-4,')}B-3,Clog,red\n`,
        'generated/shoes.csv': lines(stage)
          .join('\n')
          .replace(/^B-2,.*$/m, 'B-2,mine')
      })

      expect([pass.code, pass.rows['submitted'], pass.rows['edited'], pass.log]).toEqual([0, 0, 1, pass.log])
      expect(stage.paidTwice).toBe(0)
      const csv = stage.checkout.read('generated/shoes.csv') ?? ''
      expect(csv).toContain(`C-3,${modelWord}: Describe Boot in black.`)
      expect(csv).toContain(`A-4,${modelWord}: Describe Höhenläufer in red.`)
      expect(csv).toMatch(/^A-1,".*Describe Slipper in grey,$/m)
      expect(csv).toContain(`B-2,mine\nB-3,${modelWord}: Describe Clog in red.`)
      const again = await stage.pass()
      expect([again.outputs['status'], stage.dirt]).toEqual(['nothing-to-do', ''])
    },
    time
  )

  it.concurrent(
    'of the key of a page moves the page',
    async () => {
      const pages = spec.replace('outputs: generated/shoes.csv', 'outputs: "content/{{ sku }}.md"')
      await using stage = await published({ 'spec.yml': pages })

      const pass = await passAfter(stage, { 'data/shoes.csv': rows.replace('A-3,', 'C-3,') })

      expect([pass.code, pass.rows['submitted'], stage.paidTwice, pass.log]).toEqual([0, 0, 0, pass.log])
      expect(stage.checkout.read('content/A-3.md')).toBeUndefined()
      expect(stage.checkout.read('content/C-3.md')).toContain('Describe Boot in black.')
    },
    time
  )

  it.concurrent(
    'of a key is no new try of what was given up, though S3 has lost what was said',
    async () => {
      let asked = 0
      const tolerant = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1')
      await using stage = await published(
        { 'spec.yml': tolerant.replace('belowMinimum: hold', 'inference: on-demand') },
        {
          answer: (_model, body) => {
            if (!/Boot/.test(questionIn(body))) return { text: `${modelWord}: ${questionIn(body)}` }
            asked++
            return { error: { code: 400, message: 'never' } }
          }
        }
      )
      forget(stage)

      const pass = await passAfter(stage, { 'data/shoes.csv': `${rows}B-3,Boot,black\n` })

      expect([pass.code, pass.rows['failed'], asked, pass.log]).toEqual([0, 2, 1, pass.log])
      const errors = (stage.checkout.read('generated/shoes.errors.jsonl') ?? '').trimEnd().split('\n')
      expect(errors.map(line => JSON.parse(line) as { key: string; message: string })).toMatchObject([
        { key: 'A-3', message: 'never' },
        { key: 'B-3', message: 'never' }
      ])
    },
    time
  )

  it.concurrent(
    'while a job runs abandons nothing: its answers come home, and only new questions are asked',
    async () => {
      await using stage = await Stage.open({}, { schedule: { InProgress: 3_600_000 } })
      const first = await stage.pass({ 'wait-minutes': '0' })
      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'waiting', first.log])
      stage.checkout.commit({
        'data/shoes.csv': rows.replace(',red', ',green').replace(',black', ',brown').replace(',white', ',cream')
      })
      await stage.emulator.bedrock.finish(first.outputs['job-arns']?.slice(2, -2) ?? '')

      const collecting = await stage.pass({ mode: 'collect' })

      expect([collecting.code, collecting.outputs['status'], collecting.log]).toEqual([0, 'waiting', collecting.log])
      expect(collecting.log).toContain('3 records still have to be submitted')
      expect(stage.creates).toBe(1)

      const second = await stage.pass({ 'wait-minutes': '0' })

      expect([second.outputs['status'], second.rows['submitted'], second.log]).toEqual(['waiting', 3, second.log])
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[1] ?? '')

      const third = await stage.pass()

      for (const { summary } of [collecting, second, third])
        expect(summary).toContain('3 answers came to questions that nobody asks any more')
      expect([third.code, third.outputs['status'], third.log]).toEqual([0, 'done', third.log])
      expect(stage.emulator.books.jobs.map(job => job.records)).toEqual([5, 3])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'of the prompt is a new question for every row, and says so',
    async () => {
      await using stage = await published()

      const second = await passAfter(stage, { 'spec.yml': spec.replace('Describe', 'Praise') })

      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'done', second.log])
      expect(second.summary).toContain('5 prompt changed')
      expect(second.rows).toMatchObject({ carriedOver: 0, submitted: 5 })

      const back = await passAfter(stage, { 'spec.yml': spec })

      expect([back.code, back.outputs['status'], back.rows['submitted'], back.log]).toEqual([0, 'done', 0, back.log])
      expect(lines(stage)[1]).toContain('Describe Höhenläufer')
      expect(stage.creates).toBe(2)
    },
    time
  )

  it.concurrent(
    'in two branches that leaves conflict markers in the lock costs nothing',
    async () => {
      await using stage = await published()
      const lock = stage.checkout.read('generated/shoes.lock.json') ?? ''
      const torn = lock.replace(
        /^("A-2".*)$/m,
        '<<<<<<< HEAD\n$1\n=======\n"A-2": ["00000000000","00000000000"],\n>>>>>>> other'
      )

      const pass = await passAfter(stage, { 'generated/shoes.lock.json': torn })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({
          level: 'warning',
          file: 'generated/shoes.lock.json',
          message: expect.stringMatching(/merge-conflict markers/)
        })
      )
      expect(stage.checkout.read('generated/shoes.lock.json')).toBe(lock)
      expect(pass.outputs['changed-files']).toBe('generated/shoes.lock.json')
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'that puts an output where a file is that nobody manages is refused, until it is to be adopted',
    async () => {
      await using stage = await Stage.open({ 'generated/shoes.csv': 'sku,answer\nA-1,mine\n' })

      const refused = await stage.pass()

      expect([refused.code, refused.failureCode, refused.log]).toEqual([1, 'unmanaged-output', refused.log])
      expect(refused.annotations).toContainEqual(
        expect.objectContaining({ level: 'error', file: 'generated/shoes.csv' })
      )
      expect(refused.aws).toEqual([])
      expect(stage.dirt).toBe('')

      const adopted = await passAfter(stage, { 'spec.yml': `${spec}adopt: true\n` })

      expect([adopted.code, adopted.outputs['status'], adopted.rows['submitted'], adopted.log]).toEqual([
        0,
        'done',
        5,
        adopted.log
      ])
      expect(lines(stage)[1]).toContain(modelWord)
    },
    time
  )
})
