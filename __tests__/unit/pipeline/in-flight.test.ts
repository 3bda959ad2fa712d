import { describe, expect, it } from '@jest/globals'
import { idList } from '../../../src/pipeline/id-lists.ts'
import { holdersOf, markInFlight } from '../../../src/pipeline/in-flight.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { Outside } from './outside.ts'

const shard = (generation: number): string => `0123456789abcdef-g${generation}`

function job({ store }: Outside, generation: number, ending?: JobFacts['ending']): JobFacts {
  return {
    jobArn: `arn:${generation}`,
    jobName: 'shoes',
    modelId: 'model',
    ending,
    status: ending ?? 'InProgress',
    inputS3Uri: `s3://b/${store.keys.input(shard(generation))}`,
    outputS3Uri: '',
    submittedAt: generation,
    counts: {}
  }
}

describe('In flight', () => {
  it('is what live jobs and young shards hold, and nothing that ended unless it is said to', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    const questions = outside.questions(4)
    for (const generation of [1, 2, 3])
      await outside.bucket.put(
        keys.ids(shard(generation)),
        idList(1, () => questions.ids.idAt(generation - 1))
      )
    const seen = {
      jobs: [job(outside, 1), job(outside, 2, 'completed')],
      young: [{ key: keys.input(shard(3)), bytes: 1, lastModified: 0 }]
    }

    const live = await markInFlight(outside.store, holdersOf(seen), questions)
    const all = await markInFlight(
      outside.store,
      holdersOf(seen, one => one.ending === 'completed'),
      questions
    )

    expect([0, 1, 2, 3].map(index => live.get(index) >= 0)).toEqual([true, false, true, false])
    expect([0, 1, 2, 3].map(index => all.get(index) >= 0)).toEqual([true, true, true, false])
  })

  it('is nothing of a staged shard that never had its list', async () => {
    await using outside = new Outside()
    const seen = { jobs: [], young: [{ key: outside.store.keys.input(shard(1)), bytes: 1, lastModified: 0 }] }

    const live = await markInFlight(outside.store, holdersOf(seen), outside.questions(1))

    expect(live.get(0)).toBe(-1)
  })

  it('cannot be told of a running job whose list is gone', async () => {
    await using outside = new Outside()
    const holders = holdersOf({ jobs: [job(outside, 1)], young: [] })

    await expect(markInFlight(outside.store, holders, outside.questions(1))).rejects.toMatchObject({
      code: 'bad-state',
      message: expect.stringMatching(/^arn:1 is running/)
    })
  })
})
