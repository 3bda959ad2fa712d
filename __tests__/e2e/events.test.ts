/** Which events may pay. A stranger's pull request costs nothing and reaches no account. */
import { describe, expect, it } from '@jest/globals'
import { Stage } from './stage.ts'

const time = 120_000
const home = 700_000_001

function pullRequest(from: number): unknown {
  return { repository: { id: home, default_branch: 'main' }, pull_request: { head: { repo: { id: from } } } }
}

describe('An event', () => {
  it.concurrent(
    'pull_request from a fork plans from the files alone, whatever the mode',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass(
        {},
        { environment: { event: 'pull_request' }, event: pullRequest(5), env: { GITHUB_REF: 'refs/pull/3/merge' } }
      )

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'planned', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({ message: expect.stringMatching(/comes from a fork/) })
      )
      expect(pass.aws).toEqual([])
      expect(stage.dirt).toBe('')
    },
    time
  )

  it.concurrent(
    'pull_request of the repository itself plans, with a look at AWS',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass(
        {},
        { environment: { event: 'pull_request' }, event: pullRequest(home), env: { GITHUB_REF: 'refs/pull/3/merge' } }
      )

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'planned', pass.log])
      expect(pass.aws.some(({ operation }) => operation === 'ListModelInvocationJobs')).toBe(true)
      expect(
        pass.aws.filter(({ method, service }) => service !== 'sts' && method !== 'GET' && method !== 'HEAD')
      ).toEqual([])
    },
    time
  )

  it.concurrent.each(['pull_request_target', 'issue_comment', 'workflow_run'])(
    '%s is refused before AWS is asked for anything',
    async event => {
      await using stage = await Stage.open()

      const pass = await stage.pass({}, { environment: { event }, event: pullRequest(5) })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([1, 'failed', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          message: expect.stringMatching(new RegExp(`not allowed on the event ${event}[^]*allow-events`))
        })
      )
      expect(pass.aws).toEqual([])
      expect(stage.dirt).toBe('')
    },
    time
  )

  it.concurrent(
    'pull_request_target pays where the workflow’s author allows it',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass(
        { 'allow-events': 'pull_request_target', mode: 'submit' },
        { environment: { event: 'pull_request_target' }, event: pullRequest(5) }
      )

      expect([pass.code, pass.rows['submitted'], pass.log]).toEqual([0, 5, pass.log])
    },
    time
  )

  it.concurrent(
    'schedule asks what is new, but never again what failed whole',
    async () => {
      await using stage = await Stage.open({}, { truth: { serviceRole: 'cannot-read' } })
      const onSchedule = { environment: { event: 'schedule' } }

      const first = await stage.pass({}, onSchedule)
      const second = await stage.pass({}, onSchedule)

      expect([first.code, first.failureCode, first.log]).toEqual([1, 'job-failed', first.log])
      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'waiting', second.log])
      expect(stage.creates).toBe(1)

      await stage.pass()

      expect(stage.creates).toBe(2)
    },
    time
  )

  it.concurrent(
    're-run of a commit that is no longer the branch’s head submits nothing',
    async () => {
      await using stage = await Stage.open()
      const old = stage.checkout.git('rev-parse', 'HEAD').trim()
      stage.checkout.commit({ 'README.md': 'newer' })

      const stale = await stage.pass({}, { environment: { runAttempt: 2 }, env: { GITHUB_SHA: old } })

      expect([stale.code, stale.rows['submitted'], stage.creates, stale.log]).toEqual([0, 0, 0, stale.log])
      expect(stale.annotations).toContainEqual(
        expect.objectContaining({ level: 'warning', message: expect.stringMatching(/re-run of an older commit/) })
      )
    },
    time
  )
})
