/** What a pipeline step needs of the outside world: a bucket in memory, a still clock, temporary files that go with the test. */
import { tmpdir } from 'node:os'
import { Keys, specIdOf } from '../../../src/jobs/names.ts'
import { openScratch } from '../../../src/node/scratch.ts'
import { Questions } from '../../../src/pipeline/questions.ts'
import type { Store } from '../../../src/pipeline/store.ts'
import { recordNamer } from '../../../src/jobs/record.ts'
import type { Cloud } from '../../../src/ports.ts'
import { MemoryBucket } from '../../support/memory-bucket.ts'
import { MemoryJobs } from '../../support/memory-jobs.ts'
import { StillClock } from '../../support/still-clock.ts'
import { ToldLog } from '../../support/told-log.ts'

export class Outside implements AsyncDisposable {
  readonly clock = new StillClock()
  readonly bucket = new MemoryBucket(this.clock)
  readonly jobs = new MemoryJobs()
  readonly log = new ToldLog()
  readonly scratch = openScratch(tmpdir())
  readonly store: Store
  readonly cloud: Cloud
  readonly nameOf = recordNamer('model', 'InvokeModel')

  constructor() {
    const specId = specIdOf('7', 'shoes')
    this.store = {
      objects: this.bucket,
      keys: new Keys('p', specId),
      specId,
      bucket: 'b',
      scratch: this.scratch,
      clock: this.clock
    }
    this.cloud = {
      region: 'us-east-1',
      objects: this.bucket,
      bucket: () => this.bucket,
      foreignBucket: () => this.bucket,
      jobs: this.jobs,
      onDemand: () => Promise.reject(new Error('nothing is asked on demand here')),
      identity: async () => ({ account: '123456789012', arn: 'arn:aws:iam::123456789012:user/me' })
    }
  }

  /** That many questions, each of them needed. */
  questions(count: number): Questions {
    const questions = new Questions(this.scratch.create('records'))
    for (let number = 0; number < count; number++) {
      const modelInput = `{"q":${number}}`
      questions.need(questions.ids.add(this.nameOf(modelInput)), modelInput, 'new')
    }
    return questions
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.scratch[Symbol.asyncDispose]()
  }
}
