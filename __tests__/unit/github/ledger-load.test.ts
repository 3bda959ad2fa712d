import { describe, expect, it } from '@jest/globals'
import { loadLedger } from '../../../src/github/ledger-load.ts'
import type { LoadOptions } from '../../../src/github/ledger-load.ts'
import type { LedgerJob } from '../../../src/ports.ts'
import { artifactName, jobNamed, LedgerWorld, specId, zipped } from './ledger-world.ts'
import { zipOf } from './zips.ts'

const older = [jobNamed('older')]
const newer = [jobNamed('newer')]

function load(world: LedgerWorld, more: Partial<LoadOptions> = {}): Promise<readonly LedgerJob[]> {
  const mayBelieve = (event: string): boolean => event !== 'pull_request'
  return loadLedger({ place: world.place(), specId, mayBelieve, log: world.log, ...more })
}

describe('jobs of earlier workflow runs', () => {
  it('are those that the newest of them saved', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(world.zipped(newer), { id: 2 })
    world.leave(world.zipped([]), { id: 3 }, 'bedrock-batch-ffffffff')

    const jobs = await load(world)

    expect(jobs).toEqual(newer)
    expect(world.said).toEqual([])
    expect(world.requests('GetBlob')).toBe(1)
  })

  it('are none where nothing was saved', async () => {
    await using world = await LedgerWorld.start()

    expect(await load(world)).toEqual([])
    expect(world.said).toEqual([])
  })

  it('are none where the newest run had none any more', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(world.zipped([]), { id: 2 })

    expect(await load(world)).toEqual([])
  })

  it('are not looked for in what has expired', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    Object.assign(world.leave(world.zipped(newer), { id: 2 }), { expiresAt: 1 })

    expect(await load(world)).toEqual(older)
    expect(world.said).toEqual([])
  })

  it.each<[string, (world: LedgerWorld) => Buffer, RegExp]>([
    [
      'what another workflow calls by this name',
      () => zipOf({ name: 'README.md', content: Buffer.from('# Hi') }),
      /named "README.md"/
    ],
    ['two files', world => zipOf(file(world), { name: 'x', content: Buffer.alloc(0) }), /holds 2 files/],
    [
      'a name that climbs out',
      world => zipOf({ ...file(world), name: '../ledger.json' }),
      /named "\.\.\/ledger\.json"/
    ],
    [
      'a bomb',
      () =>
        zipOf({ name: 'ledger.json', content: Buffer.alloc(50_000_000), deflated: true, lies: { bytes: 1_000_000 } }),
      /cannot be unpacked/
    ],
    [
      'a bomb that says so',
      () => zipOf({ name: 'ledger.json', content: Buffer.alloc(50_000_000), deflated: true }),
      /50000000 bytes large/
    ],
    ['a cut zip', world => world.zipped(newer).subarray(0, -9), /not a whole zip/],
    ['no zip', () => Buffer.from('<html>'), /not a whole zip/],
    [
      'an ARN that is none',
      world => world.zipped([{ ...jobNamed('x'), jobArn: 'arn:aws:s3:::bucket' }]),
      /the jobArn of a batch job at jobs\[0\]/
    ],
    ['jobs of another spec', world => world.zipped(newer, { specId: 'ffffffff' }), /another spec/],
    ['jobs of another repository', world => world.zipped(newer, { repositoryId: '7' }), /another repository/],
    [
      'another schema',
      world => zipped(world.ledgerOf(newer).replace('"schema": 1', '"schema": 2')),
      /schema 2, and this version of the action reads schema 1/
    ],
    ['a changed text', world => zipped(world.ledgerOf(newer).replace('InProgress', 'Submitted')), /SHA-256/]
  ])('are those of the run before, and a warning says why, when the newest left %s', async (_what, content, says) => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(content(world), { id: 2 })

    const jobs = await load(world)

    expect(jobs).toEqual(older)
    expect(world.said).toEqual([expect.stringMatching(says)])
    expect(world.said[0]).toContain(`warning: the artifact ${artifactName} of workflow run 2 is ignored: `)
  })

  it('are not read from bytes that are not those that were uploaded', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    const artifact = world.leave(world.zipped(newer), { id: 2 })
    artifact.content![50]! ^= 1

    expect(await load(world)).toEqual(older)
    expect(world.said).toEqual([expect.stringContaining('not what was uploaded: its digest differs')])
  })

  it('are read where GitHub knows no digest, and not when a bit has flipped there', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 }).digest = undefined
    const artifact = world.leave(world.zipped(newer), { id: 2 })
    artifact.digest = undefined
    artifact.content![200]! ^= 1

    expect(await load(world)).toEqual(older)
    expect(world.said).toEqual([expect.stringContaining('does not have the checksum')])
  })

  it('are not taken from forks, however many of them there are, and these are told in one line', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    for (let id = 2; id <= 251; id++) world.leave(world.zipped(newer), { id, fork: 'mallory/demo' })

    const jobs = await load(world)

    expect(jobs).toEqual(older)
    expect(world.said).toEqual([`warning: 250 of the artifacts named ${artifactName} are ignored: from a fork`])
    expect(world.requests('GetBlob')).toBe(1)
    expect(world.requests('artifacts/list')).toBe(3)
  })

  it('are not looked for without end', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    for (let id = 2; id <= 20; id++) world.leave(Buffer.from('x'), { id })

    const jobs = await load(world)

    expect(jobs).toEqual([])
    expect(world.requests('GetBlob')).toBe(5)
    expect(world.said).toHaveLength(5)
  })

  it('are not sought beyond a thousand artifacts', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    for (let id = 2; id <= 1001; id++) world.leave(Buffer.alloc(1), { id, fork: 'mallory/demo' })

    expect(await load(world)).toEqual([])
    expect(world.requests('artifacts/list')).toBe(10)
  })

  it('are not taken from a run that only plans', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(world.zipped(newer), { id: 2, event: 'pull_request' })

    expect(await load(world)).toEqual(older)
    expect(world.said).toEqual([expect.stringContaining('the event pull_request is not trusted to save jobs')])
  })

  it('are not taken from another repository', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(newer, { repositoryId: '8' }), { id: 1 })

    const jobs = await load(world, { place: { ...world.place(), repositoryId: '8' } })

    expect(jobs).toEqual([])
    expect(world.said).toEqual([expect.stringContaining('of another repository')])
  })

  it('are not downloaded when GitHub says that it is large', async () => {
    await using world = await LedgerWorld.start()
    world.leave(Buffer.alloc((1 << 20) + 1), { id: 1 })

    expect(await load(world)).toEqual([])
    expect(world.said).toEqual([expect.stringContaining('larger than 1048576 bytes')])
    expect(world.requests('GetBlob')).toBe(0)
  })

  it('are those of the run before when a download fails', async () => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(world.zipped(newer), { id: 2 })
    world.emulator.faults.add({ when: one => one.operation === 'GetBlob', times: 1, do: 'half-body' })

    expect(await load(world)).toEqual(older)
    expect(world.said).toEqual([expect.stringContaining('workflow run 2 is ignored: it could not be read: ')])
  })

  it.each(['artifacts/list', 'artifacts/download'])('are given up where the token may not do %s', async operation => {
    await using world = await LedgerWorld.start()
    world.leave(world.zipped(older), { id: 1 })
    world.leave(world.zipped(newer), { id: 2 })
    world.emulator.faults.add({
      when: one => one.operation === operation,
      do: { status: 403, code: 'Forbidden', message: 'Resource not accessible by integration' }
    })

    await expect(load(world)).rejects.toMatchObject({ name: 'RestError', status: 403 })
  })
})

function file(world: LedgerWorld): { name: string; content: Buffer } {
  return { name: 'ledger.json', content: Buffer.from(world.ledgerOf(newer)) }
}
