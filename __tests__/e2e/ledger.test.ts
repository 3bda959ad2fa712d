/** What one workflow run tells the next: jobs by an artifact, and by GitHub who is over. */
import { describe, expect, it, jest } from '@jest/globals'
import { ledgerArtifactName, writeLedger } from '../../src/github/ledger-file.ts'
import { zipOf } from '../unit/github/zips.ts'
import type { RequestInfo } from '../../src/emulator/faults.ts'
import type { Phase } from '../../src/emulator/server.ts'
import type { Pass } from './stage.ts'
import { bucket, Stage } from './stage.ts'

/** A pass, its post step and the next one, each a process of its own. */
jest.setTimeout(60_000)

const submitting = { mode: 'submit', 'wait-minutes': '0' }
const collecting = { mode: 'collect', 'wait-minutes': '0' }
/** Longer than any test: the list never shows a job. */
const lag = { truth: { listLagMs: 3_600_000 } }

async function ended(stage: Stage): Promise<void> {
  for (const job of stage.emulator.bedrock.jobs) await stage.emulator.bedrock.finish(job)
}

/** A pass that is killed when it makes this request, before anything came of it. */
async function killedAt(stage: Stage, isThere: (request: RequestInfo) => boolean): Promise<Pass> {
  let kill: ((signal: NodeJS.Signals) => void) | undefined
  const remove = stage.emulator.onRequest((request: RequestInfo, phase: Phase) => {
    if (phase !== 'before' || !isThere(request)) return undefined
    kill?.('SIGKILL')
    return 'drop'
  })
  const pass = await stage.pass(submitting, { started: it => (kill = it), environment: { runId: 5001 } })
  remove()
  return pass
}

function savedArns(stage: Stage): string[] {
  const content = stage.emulator.github.artifacts.all.at(-1)?.content?.toString('utf8') ?? ''
  return [...content.matchAll(/arn:aws:bedrock:[^"]+/g)].map(match => match[0])
}

describe('The artifact', () => {
  it.concurrent(
    'leads the next workflow run to a job that is not listed yet, and is empty once it was collected',
    async () => {
      await using stage = await Stage.open({}, { ...lag, speed: 0.001 })

      const first = await stage.pass(submitting)
      const saved = savedArns(stage)
      await ended(stage)
      const second = await stage.pass(collecting)

      const jobArns = stage.emulator.bedrock.jobs.map(job => job.arn)
      expect([first.code, first.log, first.outputs['status']]).toEqual([0, first.log, 'waiting'])
      expect(saved).toEqual(jobArns)
      expect([second.outputs['status'], second.log]).toEqual(['done', second.log])
      expect(savedArns(stage)).toEqual([])
      expect(stage.emulator.github.artifacts.all).toHaveLength(2)
    }
  )

  it.concurrent(
    'is done without where the workflow may not read artifacts, and the log says what is lost',
    async () => {
      await using stage = await Stage.open(
        {},
        {
          speed: 0.001,
          github: { permissions: { contents: 'write', 'pull-requests': 'none', issues: 'none', actions: 'none' } }
        }
      )

      await stage.pass(submitting)
      await ended(stage)
      const second = await stage.pass(collecting)

      expect([second.outputs['status'], second.log]).toEqual(['done', second.log])
      expect(second.log).toContain('give the workflow job permissions: actions: read')
      expect(second.annotations).toEqual([])
    }
  )

  it.concurrent('is a hint only: forged ARNs are asked for once and forgotten', async () => {
    await using stage = await Stage.open({}, { speed: 0.001 })
    await stage.pass(submitting)
    const [artifact] = stage.emulator.github.artifacts.all
    const specId = artifact!.name.replace('bedrock-batch-', '')
    const [real] = stage.emulator.bedrock.jobs
    const forged = ['123456789012', '999999999999'].map(account => ({
      jobArn: real!.arn.replace(/:\d{12}:/, `:${account}:`).replace(/.$/, letter => (letter === 'a' ? 'b' : 'a')),
      jobName: real!.name,
      status: 'InProgress'
    }))
    const owner = { specId, repositoryId: String(stage.emulator.github.project.options.repositoryId) }
    artifact!.content = zipOf({ name: 'ledger.json', content: Buffer.from(writeLedger(owner, forged)) })
    artifact!.digest = undefined
    await ended(stage)

    const pass = await stage.pass(collecting)

    expect([pass.outputs['status'], pass.log]).toEqual(['done', pass.log])
    expect(JSON.parse(pass.outputs['job-arns'] ?? '')).toEqual([real!.arn])
  })

  it.concurrent('is uploaded by the post step where the pass was killed before it could', async () => {
    await using stage = await Stage.open({}, { ...lag, speed: 0.001 })

    const killed = await killedAt(stage, request => request.service === 'artifacts')
    const before = savedArns(stage)
    const post = await stage.pass({}, { env: killed.state, environment: { runId: 5001 } })
    const saved = savedArns(stage)
    await ended(stage)
    const second = await stage.pass(collecting)

    expect([killed.signal, before]).toEqual(['SIGKILL', []])
    expect([post.code, post.aws, post.annotations]).toEqual([0, [], []])
    expect(saved).toEqual(stage.emulator.bedrock.jobs.map(job => job.arn))
    expect(post.log).toContain(saved[0])
    expect([second.outputs['status'], second.log]).toEqual(['done', second.log])
  })

  it.concurrent('is left alone by the post step where the pass saved it', async () => {
    await using stage = await Stage.open({}, { speed: 0.001 })

    const first = await stage.pass(submitting)
    const requests = stage.emulator.books.requests.length
    const post = await stage.pass({}, { env: first.state })

    expect([post.code, post.log]).toEqual([0, ''])
    expect(stage.emulator.books.requests).toHaveLength(requests)
  })

  it.concurrent(
    'is given up by the post step when its service does not answer, and the workflow job does not fail',
    async () => {
      await using stage = await Stage.open({}, { speed: 0.001 })

      const killed = await killedAt(stage, request => request.service === 'artifacts')
      const answer = Promise.withResolvers<{ status: number }>()
      stage.emulator.faults.add({ when: request => request.service === 'artifacts', do: () => answer.promise })

      const post = await stage.pass({}, { env: killed.state, environment: { runId: 5001 } })
      answer.resolve({ status: 503 })

      expect(post.code).toBe(0)
      expect(post.annotations).toMatchObject([
        { level: 'warning', message: expect.stringContaining('longer than 10 s') }
      ])
    }
  )

  it.concurrent('has one name per spec, and holds nothing but facts about jobs', async () => {
    await using stage = await Stage.open({}, { speed: 0.001 })

    await stage.pass(submitting)

    const [artifact] = stage.emulator.github.artifacts.all
    const content = artifact?.content?.toString('utf8') ?? ''
    const ledger = JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)) as { specId: string }
    expect(Object.keys(ledger)).toEqual(['schema', 'specId', 'repositoryId', 'jobs', 'sha256'])
    expect(artifact?.name).toBe(ledgerArtifactName(ledger.specId))
    expect(content).not.toContain('Describe')
  })
})

describe('The lease', () => {
  it.concurrent(
    'of a workflow run that was killed is taken over at once, since GitHub says that the run is over',
    async () => {
      await using stage = await Stage.open()

      const killed = await killedAt(
        stage,
        request => request.operation === 'PutObject' && request.path.includes('/input/')
      )
      const next = await stage.pass()

      expect(killed.signal).toBe('SIGKILL')
      expect([next.outputs['status'], next.log]).toEqual(['done', next.log])
      expect(stage.paidTwice).toBe(0)
    }
  )

  it.concurrent('of another pass makes a trial wait: nothing is given up, and it says who submits', async () => {
    await using stage = await Stage.open()
    await stage.pass(submitting)
    const [lease = ''] = stage.emulator.buckets
      .list(bucket)
      .objects.flatMap(({ key }) => (key.endsWith('lease.json') ? [key] : []))
    const text = (await stage.emulator.buckets.get(bucket, lease)?.text()) ?? ''
    const held = text.replace('"released":true', '"released":false')
    await stage.emulator.buckets.put(bucket, lease, Buffer.from(held.replace(/"owner":\{.*?\}/, '"owner":{}')))
    stage.checkout.commit({ 'data/shoes.csv': 'sku,name,colour\nB-1,Clog,brown\n' })

    const tried = await stage.pass({ mode: 'try' })

    expect([tried.code, tried.outputs['status'], tried.rows['failed'], tried.log]).toEqual([0, 'waiting', 0, tried.log])
    expect(tried.summary).toContain('another pass is submitting for this spec; try again when it has ended')
    expect(tried.summary).toContain('0 of 1 row answered, 1 waiting')
  })
})
