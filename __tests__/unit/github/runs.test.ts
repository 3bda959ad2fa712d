import { describe, expect, it } from '@jest/globals'
import { workflowRuns } from '../../../src/github/runs.ts'
import { LedgerWorld, quickClock } from './ledger-world.ts'

const runUrl = 'https://github.com/octo/demo/actions/runs/7'
const first = { runId: '7', runAttempt: '1', runUrl }

describe('a workflow run', () => {
  it.each([
    ['goes on', 'in_progress', 1, false],
    ['has not begun', 'queued', 1, false],
    ['is over', 'completed', 1, true],
    ['is at a later attempt', 'in_progress', 2, true]
  ] as const)('that %s', async (_how, status, attempt, ended) => {
    await using world = await LedgerWorld.start()
    Object.assign(world.emulator.github.project.startRun({ id: 7, attempt }), { status })

    expect(await workflowRuns(world.place())(first)).toBe(ended)
  })

  it.each(['', '8', '7/../8', '1'.repeat(16), '-7'])('named "%s" is not known', async runId => {
    await using world = await LedgerWorld.start()
    world.emulator.github.project.startRun({ id: 7 })

    expect(await workflowRuns(world.place())({ ...first, runId })).toBeUndefined()
  })

  it('is not known without a token', async () => {
    expect(await workflowRuns(undefined)(first)).toBeUndefined()
  })

  it('is not known without the permission, and is not asked for again', async () => {
    const permissions = { contents: 'none', 'pull-requests': 'none', issues: 'none', actions: 'none' } as const
    await using world = await LedgerWorld.start({ permissions })
    world.emulator.github.project.startRun({ id: 7 })
    const hasEnded = workflowRuns(world.place())

    expect([await hasEnded(first), await hasEnded(first)]).toEqual([undefined, undefined])
    expect(world.emulator.books.requests).toHaveLength(1)
  })

  it('is asked for again after GitHub had enough of us for a while', async () => {
    await using world = await LedgerWorld.start()
    world.emulator.github.project.startRun({ id: 7 })
    world.emulator.github.project.endRun(7)
    const message = 'API rate limit exceeded for installation.'
    world.emulator.faults.add({ when: () => true, times: 4, do: { status: 403, code: '', message } })
    const hasEnded = workflowRuns(world.place({ ...quickClock, sleep: async () => undefined }))

    expect([await hasEnded(first), await hasEnded(first)]).toEqual([undefined, true])
  })

  it('is asked for again after GitHub did not answer', async () => {
    await using world = await LedgerWorld.start()
    world.emulator.github.project.startRun({ id: 7 })
    world.emulator.github.project.endRun(7)
    world.emulator.faults.add({ when: () => true, times: 4, do: 'drop-before' })
    const hasEnded = workflowRuns(world.place({ ...quickClock, sleep: async () => undefined }))

    expect([await hasEnded(first), await hasEnded(first)]).toEqual([undefined, true])
  })
})
