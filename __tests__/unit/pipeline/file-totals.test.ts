import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { FileTotals } from '../../../src/pipeline/file-totals.ts'

describe('Many files in the account', () => {
  it('are one line, with the digest that sha256sum gives over them, whatever their order', () => {
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
    const one = new FileTotals('c/{{ x }}.md')
    const other = new FileTotals('c/{{ x }}.md')

    one.add('c/1.md', 1, { bytes: 10, sha256: first })
    one.add('c/2.md', 2, { bytes: 5, sha256: second })
    other.add('c/2.md', 2, { bytes: 5, sha256: second })
    other.add('c/1.md', 1, { bytes: 10, sha256: first })

    const sha256 = createHash('sha256').update(`${first}  c/1.md\n${second}  c/2.md\n`).digest('hex')
    expect(one.file()).toEqual({ path: 'c/{{ x }}.md', rows: 3, files: 2, sha256, bytes: 15 })
    expect(other.file()).toEqual(one.file())
  })
})
