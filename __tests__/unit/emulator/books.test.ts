import { describe, expect, it } from '@jest/globals'
import { Books, type JobCharge } from '../../../src/emulator/books.ts'

const charge = (name: string, records: number, modelId = 'm'): JobCharge => ({
  jobArn: `arn:${name}`,
  jobName: name,
  modelId,
  records,
  errors: 1,
  inputTokens: 10,
  outputTokens: 20,
  usd: 0.5
})

describe('Books', () => {
  it('tells who answered a question how often, per model', () => {
    const books = new Books()
    books.charge(charge('one', 3), ['a', 'b', 'a'])
    books.charge(charge('two', 1), ['a'])
    books.charge(charge('other', 1, 'n'), ['b'])

    expect([...books.paid()]).toEqual([
      { modelId: 'm', inputSha256: 'a', times: 3, jobArns: ['arn:one', 'arn:one', 'arn:two'] },
      { modelId: 'm', inputSha256: 'b', times: 1, jobArns: ['arn:one'] },
      { modelId: 'n', inputSha256: 'b', times: 1, jobArns: ['arn:other'] }
    ])
    expect([...books.paid(2)].map(one => one.inputSha256)).toEqual(['a'])
  })

  it('adds up what was charged', () => {
    const books = new Books()
    books.charge(charge('one', 3), [])
    books.charge(charge('two', 2), [])

    expect(books.charged()).toEqual({ jobs: 2, records: 5, errors: 2, inputTokens: 20, outputTokens: 40, usd: 1 })
  })
})
