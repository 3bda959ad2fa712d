/** The ways to publish, and what happens to paid answers where publishing fails. */
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { rows, spec, Stage } from './stage.ts'

const time = 120_000

/** What GitHub's server says to a push to a protected branch. It is not asked by a dry run. */
function protect(stage: Stage): () => void {
  const hook = join(stage.checkout.remote, 'hooks', 'pre-receive')
  writeFileSync(
    hook,
    '#!/bin/sh\necho "error: GH006: Protected branch update failed for refs/heads/main." >&2\nexit 1\n'
  )
  chmodSync(hook, 0o755)
  return () => rmSync(hook)
}

describe('Publishing', () => {
  it.concurrent(
    'by commit leaves everything else of the working tree alone, and puts only our files into the commit',
    async () => {
      await using stage = await Stage.open({ 'notes.md': 'old\n' })
      writeFileSync(join(stage.checkout.work, 'notes.md'), 'being written\n')
      writeFileSync(join(stage.checkout.work, 'scrap.txt'), 'x')

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.checkout.read('notes.md')).toBe('being written\n')
      stage.checkout.git('fetch', '-q')
      expect(stage.checkout.git('show', '--name-only', '--format=', 'origin/main').trim().split('\n')).toEqual([
        'generated/shoes.csv',
        'generated/shoes.lock.json',
        'generated/shoes.manifest.json'
      ])
    },
    time
  )

  it.concurrent(
    'by commit goes on from a branch that moved while the job ran',
    async () => {
      await using stage = await Stage.open({}, { schedule: { InProgress: 3_600_000 } })
      await stage.pass({ mode: 'submit' })
      const old = stage.checkout.work
      stage.checkout.fresh()
      stage.checkout.commit({ 'README.md': 'meanwhile' })
      const other = stage.remoteHead
      stage.checkout.work = old
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      stage.checkout.git('fetch', '-q')
      expect(stage.checkout.git('rev-parse', 'origin/main^').trim()).toBe(other)
    },
    time
  )

  it.concurrent(
    'by commit to a branch that turns out to be protected saves the files as an artifact and fails; the next pass publishes without paying',
    async () => {
      await using stage = await Stage.open()
      const open = protect(stage)

      const pass = await stage.pass()

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'cannot-publish', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          message: expect.stringMatching(/GH006[^]*artifact bedrock-batch-shoes-output[^]*pull-request/)
        })
      )
      expect(stage.emulator.github.artifacts.all.map(({ name }) => name)).toContain('bedrock-batch-shoes-output')

      open()
      stage.checkout.fresh()
      const next = await stage.pass()

      expect([next.code, next.outputs['status'], next.log]).toEqual([0, 'done', next.log])
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'by pull request opens one, and updates it with the next change',
    async () => {
      await using stage = await Stage.open({
        'spec.yml': `${spec}publish: {via: pull-request, labels: [generated], title: New descriptions}\n`
      })
      const head = stage.remoteHead

      const first = await stage.pass()

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
      const [pull] = stage.emulator.github.project.pulls
      expect(pull).toMatchObject({ title: 'New descriptions', base: 'main', state: 'open', labels: ['generated'] })
      expect(first.outputs).toMatchObject({
        'pull-request-number': String(pull?.number),
        'pull-request-url': expect.stringMatching(/\/pull\/1$/)
      })
      expect(pull?.body).toContain('5 of 5 rows')
      expect(stage.remoteHead).toBe(head)

      stage.checkout.fresh()
      stage.checkout.commit({
        'data/shoes.csv': rows.replace(',red', ',green').replace(',black', ',brown').replace(',white', ',cream')
      })
      const second = await stage.pass()

      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'done', second.log])
      expect(stage.emulator.github.project.pulls).toHaveLength(1)
      expect(stage.emulator.books.jobs.map(job => job.records)).toEqual([5, 3])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'by artifact uploads the files, and the next pass finds the answers in S3',
    async () => {
      await using stage = await Stage.open()
      const head = stage.remoteHead

      const first = await stage.pass({ 'publish-via': 'artifact' })

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
      expect(stage.emulator.github.artifacts.all.map(({ name }) => name)).toContain('bedrock-batch-shoes-output')
      expect(first.summary).toContain('bedrock-batch-shoes-output')
      expect(stage.remoteHead).toBe(head)

      stage.checkout.fresh()
      const second = await stage.pass({ 'publish-via': 'artifact' })

      expect([second.code, second.rows['submitted'], stage.creates, second.log]).toEqual([0, 0, 1, second.log])
    },
    time
  )

  it.concurrent(
    'none leaves the files in the workspace and tells which',
    async () => {
      await using stage = await Stage.open()
      const head = stage.remoteHead

      const pass = await stage.pass({ 'publish-via': 'none' })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).toContain('A-5')
      expect(pass.outputs).toMatchObject({
        changed: 'true',
        'commit-sha': '',
        'changed-files': 'generated/shoes.csv\ngenerated/shoes.lock.json\ngenerated/shoes.manifest.json'
      })
      expect(stage.remoteHead).toBe(head)
    },
    time
  )
})
