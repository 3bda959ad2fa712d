import { describe, expect, it } from '@jest/globals'
import { differences, readManifestOut } from '../../../src/results/manifest-out.ts'
import { newTally } from '../../../src/results/tally.ts'

const tally = { ...newTally(), asked: 100, outputLines: 98, errorLines: 2 }

describe('readManifestOut', () => {
  it('reads every count', () => {
    const text = JSON.stringify({
      totalRecordCount: 100,
      processedRecordCount: 100,
      successRecordCount: 98,
      errorRecordCount: 2,
      inputTokenCount: 5000,
      outputTokenCount: 700,
      cacheReadInputTokenCount: 3,
      cacheWriteInputTokenCount: 4
    })

    expect(readManifestOut(text)).toEqual({
      totalRecords: 100,
      processedRecords: 100,
      successRecords: 98,
      errorRecords: 2,
      inputTokens: 5000,
      outputTokens: 700,
      cacheReadTokens: 3,
      cacheWriteTokens: 4
    })
  })

  it('leaves out what is absent or no count', () => {
    expect(
      readManifestOut('{"totalRecordCount":"100","errorRecordCount":-1,"outputTokenCount":null,"inputTokenCount":0}')
    ).toEqual({
      inputTokens: 0
    })
  })

  it.each(['', 'null', '[]', '{"a":'])('is undefined for %j', text => {
    expect(readManifestOut(text)).toBeUndefined()
  })
})

describe('differences', () => {
  it.each([
    [
      'all agree',
      { totalRecords: 100, processedRecords: 100, successRecords: 98, errorRecords: 2 },
      { total: 100, success: 98, error: 2 }
    ],
    ['nothing was said', {}, {}],
    ['there is no manifest', undefined, undefined]
  ])('are none where %s', (_, manifest, job) => {
    expect(differences(tally, manifest, job)).toEqual([])
  })

  it('are said one by one', () => {
    const found = differences(
      tally,
      {
        totalRecords: 101,
        processedRecords: 99,
        successRecords: 97,
        errorRecords: 3,
        inputTokens: 10,
        outputTokens: 20
      },
      { total: 102, processed: 0, success: 1, error: 9 },
      { inputTokens: 11, outputTokens: 20 }
    )

    expect(found).toEqual([
      "Bedrock's manifest counts 101 records, the input holds 100.",
      "Bedrock's manifest counts 99 processed records, the output holds 100.",
      "Bedrock's manifest counts 97 successful records, the output holds 98.",
      "Bedrock's manifest counts 3 failed records, the output holds 2.",
      "Bedrock's manifest counts 10 input tokens, the answers add up to 11.",
      'The job counts 102 records, the input holds 100.',
      'The job counts 0 processed records, the output holds 100.',
      'The job counts 1 successful records, the output holds 98.',
      'The job counts 9 failed records, the output holds 2.'
    ])
  })
})
