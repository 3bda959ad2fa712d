import { describe, expect, it } from '@jest/globals'
import { readErrors, writeErrors, type FailedRow } from '../../../src/outputs/errors-file.ts'
import type { Quarantined } from '../../../src/results/tally.ts'
import { batches, bytesOf, gathered, joined } from './streams.ts'

const rows: FailedRow[] = [
  { key: 'A1', recordId: '0A1b2C3d4E5', reason: 'max_tokens', message: 'stopped', raw: 'It is\u2028\n' },
  { key: 'B2', recordId: '1A1b2C3d4E5', reason: 'http 400: bad', message: 'bad' }
]
const quarantined: Quarantined[] = [{ why: 'cut', line: 7, head: '{"recordId' }]

describe('the errors file', () => {
  it('has a line per failed row, then a line per quarantined one', async () => {
    expect(await joined(writeErrors(batches(rows), quarantined))).toBe(
      [
        '{"key":"A1","recordId":"0A1b2C3d4E5","reason":"max_tokens","message":"stopped","raw":"It is\u2028\\n"}',
        '{"key":"B2","recordId":"1A1b2C3d4E5","reason":"http 400: bad","message":"bad"}',
        '{"quarantined":"cut","line":7,"head":"{\\"recordId"}',
        ''
      ].join('\n')
    )
  })

  it('comes back', async () => {
    const text = await joined(writeErrors(batches(rows), quarantined))

    expect(await gathered(readErrors(bytesOf(text, 11)))).toEqual([
      { row: rows[0] },
      { row: rows[1] },
      { quarantined: quarantined[0] }
    ])
  })

  it('passes over lines that are something else', async () => {
    const text = 'no\n[]\n{"key":"a"}\n{"quarantined":"eaten","line":1,"head":""}\n'

    expect(await gathered(readErrors(bytesOf(text)))).toEqual([])
  })

  it('bounds what the model said', async () => {
    const long: FailedRow = { key: 'A', recordId: 'x', reason: 'r', message: 'm', raw: 'x'.repeat(20_000) }

    const text = await joined(writeErrors(batches([long])))

    expect(JSON.parse(text)).toMatchObject({ raw: `${'x'.repeat(10_000)}…` })
  })

  it('bounds what was said of a row', async () => {
    const long: FailedRow = { key: 'A', recordId: 'x', reason: 'r', message: 'm'.repeat(1_000_000) }

    const text = await joined(writeErrors(batches([long])))

    expect(JSON.parse(text)).toMatchObject({ message: `${'m'.repeat(1_999)}…` })
  })
})
