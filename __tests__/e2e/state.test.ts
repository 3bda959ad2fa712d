/** What lies about of earlier passes, in S3, at Bedrock and at GitHub: read, gone on with, or refused with a remedy. */
import { describe, expect, it } from '@jest/globals'
import { manualClock } from '../../src/emulator/emulator.ts'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { RequestInfo } from '../../src/emulator/faults.ts'
import { bucket, modelWord, questionIn, role, rows, spec, Stage } from './stage.ts'

const time = 120_000
const hour = 3_600_000
const slow: EmulatorOptions = { schedule: { InProgress: hour } }

function keysOf({ emulator }: Stage, part: string): string[] {
  return emulator.buckets.list(bucket).objects.flatMap(({ key }) => (key.includes(part) ? [key] : []))
}

async function textOf({ emulator }: Stage, key: string): Promise<string> {
  return (await emulator.buckets.get(bucket, key)?.text()) ?? ''
}

describe('The S3 folder', () => {
  it.concurrent(
    'of a newer version of the action is refused in every mode that reads it, before anything is asked',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      const [lease = ''] = keysOf(stage, 'lease.json')
      const newer = (await textOf(stage, lease)).replace('"schema":1', '"schema":2')
      await stage.emulator.buckets.put(bucket, lease, Buffer.from(newer))

      for (const mode of ['run', 'submit', 'collect', 'plan']) {
        const pass = await stage.pass({ mode })

        expect([mode, pass.code, pass.failureCode, pass.log]).toEqual([mode, 1, 'bad-state', pass.log])
        expect(pass.log).toMatch(/s3:\/\/.* has state of schema 2, and this version of the action knows schema 1/)
        expect(pass.summary).toContain('or a newer one')
      }
      expect(stage.creates).toBe(1)
      expect(await textOf(stage, lease)).toBe(newer)
    },
    time
  )

  it.concurrent(
    'that was changed while a job runs is refused until the job is over',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ mode: 'submit' })

      const moved = await stage.pass({ 's3-uri': `s3://${bucket}/elsewhere` })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      const back = await stage.pass()

      expect([moved.code, moved.failureCode, moved.log]).toEqual([1, 'bad-state', moved.log])
      expect(moved.summary).toContain('Set s3-uri back')
      expect([back.outputs['status'], stage.creates]).toEqual(['done', 1])
    },
    time
  )
})

describe('A run on demand whose pass died', () => {
  const drained = spec.replace(/^limits: [^]*$/m, '')

  it.concurrent(
    'leaves its answers to the next pass, and gets its answers file when nobody goes on with it',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({ 'spec.yml': drained }, { clock, quotas: { minimumRecords: 100 } })
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      const calm = stage.emulator.onRequest((request, phase) => {
        if (request.operation !== 'PutObject' || !request.path.includes('/answers/') || phase !== 'before')
          return undefined
        kill('SIGKILL')
        return 'drop'
      })
      const killed = await stage.pass({}, { started: how => (kill = how) })
      calm()
      expect([killed.signal, keysOf(stage, '/answers/')]).toEqual(['SIGKILL', []])
      await clock.advance(11 * 60_000)

      const next = await stage.pass({ mode: 'collect', 'service-role-arn': '' })
      stage.checkout.fresh()

      expect([next.code, next.outputs['status'], next.rows['answered'], next.log]).toEqual([0, 'done', 5, next.log])
      expect(keysOf(stage, '/answers/').map(key => key.replace(/^.*\./, ''))).toEqual(['ids', 'jsonl'])

      // A lifecycle rule takes the parts; the answers stay, also for another layout.
      for (const key of keysOf(stage, '/output/')) stage.emulator.buckets.delete(bucket, key)
      stage.checkout.commit({
        'spec.yml': drained.replace(
          'outputs: generated/shoes.csv',
          'outputs: {path: generated/shoes.csv, columns: {sku: row.sku, said: answer}}'
        )
      })
      const other = await stage.pass()

      expect([other.outputs['status'], other.rows['submitted'], other.log]).toEqual(['done', 0, other.log])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )
})

describe('Output lines', () => {
  it.concurrent(
    'that were swapped, stand twice, are foreign or cut are told apart, and nothing false is published',
    async () => {
      const swapped: EmulatorOptions['answer'] = (_model, body) => {
        const question = questionIn(body)
        const echoOf = (other: string): { echo: never } => ({
          echo: JSON.parse(JSON.stringify(body).replace(question, other)) as never
        })
        if (question.includes('Boot')) return { text: 'x', ...echoOf('Describe Slipper in grey,\\nwith dots.') }
        if (question.includes('Sandal')) return { text: `${modelWord}: ${question}`, twice: true }
        return { text: `${modelWord}: ${question}` }
      }
      await using stage = await Stage.open(
        { 'spec.yml': spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1, retries: 0') },
        { answer: swapped }
      )
      // What comes back for Boot echoes the question about Slipper, so neither can be trusted; two lines belong to nobody.
      stage.emulator.faults.add({
        when: (request: RequestInfo) => request.operation === 'GetObject' && request.path.includes('.jsonl.out'),
        do: async () => {
          const [key = ''] = keysOf(stage, '.jsonl.out')
          const lines = `${await textOf(stage, key)}{"recordId":"zzzzzzzzzzz","modelOutput":{}}\n{"recordId":"cu`
          return { status: 200, headers: { 'content-length': String(Buffer.byteLength(lines)) }, body: lines }
        }
      })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.rows['answered'], pass.rows['failed'], pass.log]).toEqual([0, 3, 2, pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).not.toMatch(/A-[34]/)
      const errors = stage.checkout.read('generated/shoes.errors.jsonl') ?? ''
      expect(errors).toMatch(/"key":"A-3".*conflict/)
      expect(errors).toContain('"quarantined":"unknown-id"')
      expect(errors).toContain('"quarantined":"cut"')
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'that are fewer than Bedrock counts are told, and do not fail the pass',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock, speed: 1 })
      stage.emulator.faults.add({
        when: (request: RequestInfo) => request.operation === 'GetObject' && request.path.includes('manifest.json.out'),
        do: () => ({
          status: 200,
          body: JSON.stringify({
            totalRecordCount: 7,
            processedRecordCount: 7,
            successRecordCount: 7,
            errorRecordCount: 0
          })
        })
      })

      await stage.pass({ mode: 'submit' })
      await clock.advance(3 * 60_000)
      const early = await stage.pass({ 'wait-minutes': '0' })
      await clock.advance(10 * 60_000)
      const pass = await stage.pass({ 'wait-minutes': '0' })

      expect([early.code, early.outputs['status'], early.log]).toEqual([0, 'waiting', early.log])
      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(pass.log).toMatch(/::warning.*model-invocation-job.*7/)
    },
    time
  )
})

describe('A role that may not spend', () => {
  it.concurrent(
    'collects what another one has submitted',
    async () => {
      const spending = ['CreateModelInvocationJob', 'StopModelInvocationJob', 'InvokeModel', 'PassRole', 'DeleteObject']
      const collector = 'arn:aws:iam::123456789012:role/collector'
      await using stage = await Stage.open(
        {},
        {
          ...slow,
          roles: [
            { arn: role, trusts: () => true },
            { arn: collector, trusts: () => true }
          ],
          allow: (principal, action) =>
            !(principal.includes(':assumed-role/collector/') && spending.some(one => action.endsWith(`:${one}`)))
        }
      )
      const oidc = { environment: { keys: false } }
      await stage.pass({ mode: 'submit', 'role-to-assume': role }, oidc)
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const collected = await stage.pass(
        { mode: 'collect', 'role-to-assume': collector, 'narrow-session': 'true', 'service-role-arn': '' },
        oidc
      )

      expect([collected.code, collected.outputs['status'], collected.log]).toEqual([0, 'done', collected.log])
      const [holder] = collected.aws.flatMap(({ principal }) => stage.emulator.credentials.find(principal ?? '') ?? [])
      expect(holder?.policy).not.toMatch(/CreateModelInvocationJob|InvokeModel"|PassRole|Delete/)
    },
    time
  )
})

describe('A plan', () => {
  it.concurrent(
    'counts what jobs that have ended will bring, and asks for none of it',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      stage.checkout.commit({ 'data/shoes.csv': `${rows}B-1,Clog,red\nB-2,Pump,red\nB-3,Mule,red\n` })

      const plan = await stage.pass({ mode: 'plan' })

      expect([plan.outputs['status'], plan.rows['waiting'], plan.log]).toEqual(['planned', 5, plan.log])
      expect(plan.log).toContain('3 records would be asked')
    },
    time
  )
})

describe('A hand edit', () => {
  it.concurrent(
    'stays when a column is added, and the new column is filled from S3',
    async () => {
      await using stage = await Stage.open()
      await stage.pass()
      stage.checkout.fresh()
      const edited = (stage.checkout.read('generated/shoes.csv') ?? '').replace(/^A-3,.*$/m, 'A-3,Mine')
      stage.checkout.commit({
        'generated/shoes.csv': edited,
        'spec.yml': spec.replace(
          'outputs: generated/shoes.csv',
          'outputs: {path: generated/shoes.csv, columns: {sku: row.sku, answer: answer, tokens: usage.outputTokens}}'
        )
      })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.rows['submitted'], pass.rows['edited'], pass.log]).toEqual([0, 0, 1, pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).toMatch(/^A-3,Mine,\d+$/m)
      expect(stage.checkout.read('generated/shoes.csv')).toMatch(new RegExp(`^A-1,${modelWord}.*,\\d+$`, 'm'))
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'stays and is counted when a column goes and comes back',
    async () => {
      const columns = (more: string): string =>
        spec.replace(
          'outputs: generated/shoes.csv',
          `outputs: {path: generated/shoes.csv, columns: {sku: row.sku, said: answer${more}}}`
        )
      await using stage = await Stage.open({ 'spec.yml': columns(', by: model') })
      await stage.pass()
      stage.checkout.fresh()
      const edited = (stage.checkout.read('generated/shoes.csv') ?? '').replace(/^A-3,[^,]*/m, 'A-3,Mine')
      stage.checkout.commit({ 'generated/shoes.csv': edited, 'spec.yml': columns('') })

      const counted: unknown[] = []
      for (const more of [undefined, '', ', by: model', undefined]) {
        if (more !== undefined) stage.checkout.commit({ 'spec.yml': columns(more), touched: String(counted.length) })
        const pass = await stage.pass()
        stage.checkout.fresh()
        counted.push([pass.code, pass.rows['submitted'], pass.rows['edited']])
      }

      expect(counted).toEqual(counted.map(() => [0, 0, 1]))
      expect(stage.checkout.read('generated/shoes.csv')).toBe(edited)
    },
    time
  )
})

describe('An output that gets another path', () => {
  it.concurrent(
    'takes the edits of the old file along',
    async () => {
      const outputs = (name: string): string =>
        spec.replace('outputs: generated/shoes.csv', `outputs: [generated/shoes.csv, generated/${name}.jsonl]`)
      await using stage = await Stage.open({ 'spec.yml': outputs('a') })
      await stage.pass()
      stage.checkout.fresh()
      const edited = (stage.checkout.read('generated/a.jsonl') ?? '').replace(/("A-3","answer":)"[^"]*"/, '$1"Mine"')
      stage.checkout.commit({ 'generated/a.jsonl': edited, 'spec.yml': outputs('b') })

      const pass = await stage.pass()
      stage.checkout.fresh()
      const next = await stage.pass()

      expect([pass.code, pass.rows['carriedOver'], pass.rows['edited'], pass.log]).toEqual([0, 5, 1, pass.log])
      expect(stage.checkout.read('generated/b.jsonl')).toBe(edited)
      expect([next.rows['edited'], stage.dirt]).toEqual([1, ''])
    },
    time
  )
})

describe('A row that was given up', () => {
  const tolerant = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1')
  const noBoots: EmulatorOptions['answer'] = (_model, body) =>
    /Boot/.test(questionIn(body))
      ? { error: { code: 400, message: 'no boots' } }
      : { text: `${modelWord}: ${questionIn(body)}` }

  it.concurrent.each([
    ['a table', 'generated/shoes.csv', 'generated/shoes.csv', 'A-3,Mine\nA-4,'],
    ['the dataset', '{merge: true, columns: {about: answer}}', 'data/shoes.csv', 'A-3,Boot,black,Mine\nA-4,']
  ])(
    'and then answered by hand in %s is kept and counted, and its answer is not asked for again',
    async (_, outputs, path, mine) => {
      const own = tolerant.replace('outputs: generated/shoes.csv', `outputs: ${outputs}`)
      await using stage = await Stage.open({ 'spec.yml': own }, { answer: noBoots })
      await stage.pass()
      stage.checkout.fresh()
      const written = (stage.checkout.read(path) ?? '').replace(/^(?:A-3,.*\n)?A-4,/m, mine)
      stage.checkout.commit({ [path]: written })

      const pass = await stage.pass()
      stage.checkout.fresh()
      const next = await stage.pass({ retry: 'failed' })

      expect([pass.code, pass.log]).toEqual([0, pass.log])
      expect(pass.rows).toMatchObject({ submitted: 0, answered: 5, failed: 0, edited: 1 })
      expect(stage.checkout.read(path)).toBe(written)
      expect([next.rows, stage.dirt, stage.creates]).toEqual([pass.rows, '', 1])
    },
    time
  )
})

describe('A column that is gone', () => {
  const two = spec.replace(
    'outputs: generated/shoes.csv',
    'outputs: {path: generated/shoes.jsonl, columns: {sku: row.sku, answer: answer, by: model}}'
  )

  it.concurrent(
    'from the published rows comes back from S3, and edits in the others stay',
    async () => {
      await using stage = await Stage.open({ 'spec.yml': two })
      await stage.pass()
      stage.checkout.fresh()
      const published = stage.checkout.read('generated/shoes.jsonl') ?? ''
      const edited = published.replace(/("A-3","answer":)"[^"]*"/, '$1"Mine"')
      stage.checkout.commit({ 'generated/shoes.jsonl': edited.replace(/,"by":"[^"]*"/g, '') })

      const pass = await stage.pass()
      stage.checkout.fresh()
      const next = await stage.pass()

      expect([pass.code, pass.rows['submitted'], pass.rows['edited'], pass.log]).toEqual([0, 0, 1, pass.log])
      expect(pass.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^"by" is missing in generated\/shoes.jsonl/)
      ])
      expect(stage.checkout.read('generated/shoes.jsonl')).toBe(edited)
      expect([next.rows['edited'], stage.dirt]).toEqual([1, ''])
    },
    time
  )

  it.concurrent(
    'from the dataset, because that was exported anew, is merged into it again',
    async () => {
      const merging = spec.replace('outputs: generated/shoes.csv', 'outputs: {merge: true, columns: {about: answer}}')
      await using stage = await Stage.open({ 'spec.yml': merging })
      await stage.pass()
      stage.checkout.fresh()
      const published = stage.checkout.read('data/shoes.csv')
      stage.checkout.commit({ 'data/shoes.csv': rows })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.rows['submitted'], pass.rows['edited'], pass.log]).toEqual([0, 0, 0, pass.log])
      expect(stage.checkout.read('data/shoes.csv')).toBe(published)
    },
    time
  )
})

describe('Artifacts of one name', () => {
  it.concurrent(
    'fill more than a page: the one that can be believed is found behind those of forks',
    async () => {
      await using stage = await Stage.open({}, { truth: { listLagMs: hour }, ...slow })
      await stage.pass({ mode: 'submit' })
      const [own] = stage.emulator.github.artifacts.all
      stage.emulator.github.project.startRun({ id: 77, fork: 'stranger/demo' })
      for (let number = 0; number < 120; number++) {
        const forged = stage.emulator.github.artifacts.create(
          own?.name ?? '',
          { id: 77, attempt: number + 1 },
          own?.mimeType ?? ''
        )
        Object.assign(forged ?? {}, { content: own?.content, digest: own?.digest, finalized: true })
      }
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const pass = await stage.pass({ mode: 'collect' })

      expect([pass.outputs['status'], pass.log]).toEqual(['done', pass.log])
      expect(pass.log).toMatch(/120 of the artifacts named .* are ignored: from a fork/)
      expect(
        stage.emulator.books.requests.filter(({ path }) => path.includes('/actions/artifacts?')).length
      ).toBeGreaterThan(1)
    },
    time
  )
})
