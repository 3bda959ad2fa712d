import { describe, expect, it } from '@jest/globals'
import { conflictLine, hasConflict } from '../../../src/outputs/conflict.ts'
import { OutputUnreadable } from '../../../src/outputs/format.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { fileOf, gathered } from './streams.ts'

const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> topic\n'

describe('A conflict', () => {
  it.each([
    [conflict, 1],
    [`---\nsku: A\n---\n\n${conflict}`, 5],
    [conflict.replaceAll('\n', '\r\n'), 1],
    [conflict.replace('=======', '||||||| base\nolder\n======='), 1],
    ['Title\n=======\n\nSay `<<<<<<< HEAD` and go on.\n', undefined],
    ['<<<<<<< HEAD\n=======\n', undefined],
    ['>>>>>>> a\n=======\n<<<<<<< b\n', undefined]
  ])('in %j starts on line %s', (text, line) => {
    expect(conflictLine(text)).toBe(line)
    expect(hasConflict({ n: 1, body: text })).toBe(line !== undefined)
  })

  it('in a Markdown table is told with its line, since it would end the table', async () => {
    const text = '| sku | answer |\n| --- | --- |\n<<<<<<< HEAD\n| A | x |\n=======\n| A | y |\n>>>>>>> topic\n'

    const error: unknown = await gathered(formatOf('markdown-table').read(fileOf(text))).catch(
      (thrown: unknown) => thrown
    )

    expect(error).toBeInstanceOf(OutputUnreadable)
    expect(error).toMatchObject({ line: 3 })
  })
})
