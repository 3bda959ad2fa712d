/** Every example runs on the emulator: what it publishes stands in its folder, byte for byte, and is published once. */
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { startEmulator } from '../../src/emulator/emulator.ts'
import type { Emulator } from '../../src/emulator/emulator.ts'
import { annotationsIn } from '../support/annotations.ts'
import { exampleNames, filesOf, isUpdatingExamples, readExample, writeGenerated } from '../support/examples.ts'
import { Checkout, runAction } from '../support/runner.ts'
import type { Ended } from '../support/runner.ts'
import { bucket, serviceRole } from './stage.ts'

/** As on AWS but for the clock: a batch job takes 100 records or more. */
const emulated = { seed: 7, speed: 100 }

/** What is said of an example, where there is something to say. */
const warnings: Readonly<Record<string, readonly unknown[]>> = {
  'openai-batch': Array.from({ length: 2 }, () => expect.stringMatching(/gpt-4o-mini is not asked/))
}

describe('Examples', () => {
  it.concurrent.each(exampleNames)(
    '%s publishes what is committed, and has nothing to do the second time',
    async name => {
      const example = readExample(name)
      using checkout = new Checkout(example.files)
      await using emulator = await startEmulator({ ...emulated, github: { remote: checkout.remote } })

      const first = await pass(emulator, checkout, example.specs)
      checkout.fresh()
      const published = generatedIn(checkout)
      if (isUpdatingExamples) writeGenerated(name, published)

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
      expect(told(first)).toEqual(warnings[name] ?? [])
      expect(readable(published)).toEqual(readable(isUpdatingExamples ? published : example.generated))
      expect(Object.keys(published).filter(path => path.endsWith('.errors.jsonl'))).toEqual([])
      expect([...emulator.books.paid(2)]).toEqual([])

      const head = checkout.git('rev-parse', 'origin/main')
      const asked = awsRequests(emulator)
      const second = await pass(emulator, checkout, example.specs)

      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'nothing-to-do', second.log])
      expect(awsRequests(emulator)).toBe(asked)
      expect(checkout.git('status', '--porcelain')).toBe('')
      expect(checkout.git('ls-remote', 'origin', 'main').split('\t')[0]).toBe(head.trim())
    },
    180_000
  )
})

function told({ log }: Ended): readonly string[] {
  return annotationsIn(log).map(({ message }) => message)
}

/** Examples publish in several ways; here all of them commit, so that there is one place to look. */
function pass(emulator: Emulator, checkout: Checkout, specs: readonly string[]): Promise<Ended> {
  return runAction(emulator, checkout, {
    spec: specs.join('\n'),
    'service-role-arn': serviceRole,
    's3-uri': `s3://${bucket}/examples`,
    'wait-minutes': '2',
    'publish-via': 'commit',
    'github-token': emulator.github.project.options.token
  })
}

function generatedIn({ work }: Checkout): Record<string, Buffer> {
  const files = Object.entries(filesOf(join(work, 'generated')))
  return Object.fromEntries(files.map(([path, bytes]) => [`generated/${path}`, bytes]))
}

/** Text where it is text, so that a difference can be read. */
function readable(files: Readonly<Record<string, Buffer>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, bytes.toString(path.endsWith('.parquet') ? 'base64' : 'utf8')])
  )
}

function awsRequests({ books }: Emulator): number {
  return books.requests.filter(({ service }) => ['bedrock', 'bedrock-runtime', 's3', 'sts'].includes(service)).length
}
