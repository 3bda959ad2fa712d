import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GithubContext } from '../../../src/github/context.ts'
import { readLedger } from '../../../src/github/ledger-file.ts'
import { KeptLedgers } from '../../../src/github/ledger-kept.ts'
import { ArtifactLedger } from '../../../src/github/ledger.ts'
import type { LedgerOptions } from '../../../src/github/ledger.ts'
import { artifactName, jobNamed, LedgerWorld, quickClock, specId } from './ledger-world.ts'
import { FakeUploads } from './uploads.ts'

const context: GithubContext = {
  onGithub: true,
  repository: 'octo/demo',
  repositoryId: '700000001',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com'
}
const jobs = [jobNamed('one'), jobNamed('two')]

let folder: string
let uploads: FakeUploads
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-test-'))
  uploads = new FakeUploads()
  said = []
})

afterEach(() => rmSync(folder, { recursive: true }))

const log: LedgerOptions['log'] = {
  info: message => void said.push(`info: ${message}`),
  warning: message => void said.push(`warning: ${message}`),
  group: () => () => undefined
}

function ledgerWith(more: Partial<LedgerOptions> = {}): ArtifactLedger {
  const env = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.example', RUNNER_TEMP: folder }
  const usual = {
    env,
    context,
    place: undefined,
    mayBelieve: () => true,
    clock: quickClock,
    log,
    connect: uploads.connect
  }
  return new ArtifactLedger({ ...usual, ...more })
}

function stored(): unknown {
  const text = uploads.stored.get(artifactName) ?? ''
  return readLedger(Buffer.from(text), { specId, repositoryId: '700000001' })
}

describe('saving', () => {
  it('uploads the jobs, uncompressed, under a name of the spec', async () => {
    await ledgerWith().save(specId, jobs)

    expect(stored()).toEqual(jobs)
    expect(uploads.done).toEqual([`upload ${artifactName} at level 0`])
    expect(said).toEqual([])
  })

  it('replaces what was saved before, also by another process, and not what is the same', async () => {
    const ledger = ledgerWith()
    uploads.stored.set(artifactName, 'of an earlier step')
    uploads.stored.set('report', 'somebody else’s')

    await ledger.save(specId, [])
    await ledger.save(specId, jobs)
    await ledger.save(specId, jobs)

    expect(stored()).toEqual(jobs)
    const [remove, upload] = [`delete ${artifactName}`, `upload ${artifactName} at level 0`]
    expect(uploads.done).toEqual([remove, upload, remove, upload])
    expect(uploads.stored.get('report')).toBe('somebody else’s')
  })

  it('warns once when it fails, throws nothing, and tries again the next time', async () => {
    const ledger = ledgerWith()
    uploads.trouble = new Error('service unavailable\u001b')

    await ledger.save(specId, jobs)
    await ledger.save(specId, jobs)
    uploads.trouble = undefined
    await ledger.save(specId, jobs)

    expect(said).toEqual([
      expect.stringMatching(
        /^warning: The list of jobs could not be saved .*: service unavailable\\u\{1B\}\. The pass goes on/
      )
    ])
    expect(stored()).toEqual(jobs)
  })

  it('does not wait for ever', async () => {
    uploads.silent = true

    await ledgerWith({ clock: { ...quickClock, sleep: async () => undefined } }).save(specId, jobs)

    expect(said).toEqual([expect.stringContaining('it took longer than 60 s')])
  })

  it.each<[string, Partial<LedgerOptions>, RegExp]>([
    ['without a token for it', { env: { ACTIONS_RESULTS_URL: 'https://x' } }, /ACTIONS_RUNTIME_TOKEN is not set/],
    ['without a service', { env: { ACTIONS_RUNTIME_TOKEN: 't' } }, /ACTIONS_RUNTIME_TOKEN is not set/],
    [
      'on GitHub Enterprise Server',
      { context: { ...context, serverUrl: 'https://git.example.org' } },
      /Enterprise Server/
    ]
  ])('uploads nothing %s, and says so once', async (_where, options, says) => {
    const ledger = ledgerWith(options)

    ledger.note(specId, jobs)
    await ledger.save(specId, jobs)
    await ledger.save(specId, [])

    expect(uploads.done).toEqual([])
    expect(said).toEqual([expect.stringMatching(says)])
    expect(readdirSync(folder)).toEqual([])
  })

  it('says nothing of artifacts in a terminal', async () => {
    const ledger = ledgerWith({ env: {}, context: { ...context, onGithub: false } })

    await ledger.save(specId, jobs)

    expect(await ledger.load(specId)).toEqual([])
    expect(said).toEqual([])
  })

  it('survives a disk that takes nothing', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const env = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://x', RUNNER_TEMP: file }
    const ledger = ledgerWith({ env })

    ledger.note(specId, jobs)
    await ledger.save(specId, jobs)

    expect(said).toEqual([expect.stringMatching(/^warning: The list of jobs could not be saved/)])
  })
})

describe('noting', () => {
  it('keeps the jobs on disk, where the post step is told to look, and uploads nothing', () => {
    const state = join(folder, 'state')
    writeFileSync(state, '')
    const before = process.env['GITHUB_STATE']
    process.env['GITHUB_STATE'] = state
    const env = {
      ACTIONS_RUNTIME_TOKEN: 't',
      ACTIONS_RESULTS_URL: 'https://x',
      RUNNER_TEMP: folder,
      GITHUB_STATE: state
    }
    const ledger = ledgerWith({ env })

    ledger.note(specId, jobs.slice(0, 1))
    ledger.note(specId, jobs)
    if (before === undefined) delete process.env['GITHUB_STATE']
    else process.env['GITHUB_STATE'] = before

    const told = /^ledgers<<(\S+)\n(.+)\n\1\n$/.exec(readFileSync(state, 'utf8'))?.[2] ?? ''
    const [kept, ...others] = new KeptLedgers(told).all()
    expect(readLedger(Buffer.from(kept?.text ?? ''), { specId, repositoryId: '700000001' })).toEqual(jobs)
    expect([kept?.uploaded, others]).toEqual([false, []])
    expect(uploads.done).toEqual([])
  })

  it('leaves nothing to do for the post step once it is saved', async () => {
    const ledger = ledgerWith()
    ledger.note(specId, jobs)

    await ledger.save(specId, jobs)

    expect(new KeptLedgers(join(folder, readdirSync(folder)[0] ?? '')).all().map(one => one.uploaded)).toEqual([true])
  })
})

describe('loading', () => {
  it('gives what an earlier workflow run saved', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(jobs), { id: 1 })

    expect(await ledgerWith({ place: world.place() }).load(specId)).toEqual(jobs)
    expect(said).toEqual([])
  })

  it.each<[string, number, string, RegExp]>([
    [
      'may not be read',
      403,
      'Resource not accessible by integration',
      /^info: .*\(HTTP 403\): give the workflow job permissions: actions: read\. The pass goes on/
    ],
    ['are hidden', 404, 'Not Found', /^info: .*permissions: actions: read/],
    ['cannot be listed', 500, 'Oops', /^warning: Artifacts of earlier workflow runs could not be read: Oops/]
  ])('is done without where artifacts %s, and says so once', async (_why, status, message, says) => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(jobs), { id: 1 })
    world.emulator.faults.add({ when: one => one.operation === 'artifacts/list', do: { status, code: '', message } })
    const impatient = {
      ...quickClock,
      sleep: (ms: number, signal?: AbortSignal) => quickClock.sleep(ms < 60_000 ? 0 : ms, signal)
    }
    const ledger = ledgerWith({ place: world.place(impatient), clock: impatient })

    expect([await ledger.load(specId), await ledger.load('ffffffff')]).toEqual([[], []])
    expect(said).toEqual([expect.stringMatching(says)])
  })

  it('is done without where there is no token', async () => {
    expect(await ledgerWith().load(specId)).toEqual([])
    expect(said).toEqual([expect.stringMatching(/^info: .* without github-token/)])
  })
})
