import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeptLedgers } from '../../../src/github/ledger-kept.ts'

let parent: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kept-'))
})

afterEach(() => rmSync(parent, { recursive: true }))

describe('kept ledgers', () => {
  it('are found by another process that is told the folder', () => {
    const kept = KeptLedgers.create(parent)
    kept.keep('1a2b3c4d', 'one')
    kept.keep('ffffffff', 'two')
    kept.keep('1a2b3c4d', 'three')

    const found = new KeptLedgers(kept.folder).all()

    expect(found.map(({ specId, text, uploaded }) => [specId, text, uploaded])).toEqual([
      ['1a2b3c4d', 'three', false],
      ['ffffffff', 'two', false]
    ])
  })

  it('count as uploaded until they change', () => {
    const kept = KeptLedgers.create(parent)
    KeptLedgers.markUploaded(kept.keep('1a2b3c4d', 'one'))

    const [before] = kept.all()
    const again = kept.keep('1a2b3c4d', 'one')
    const changed = kept.keep('1a2b3c4d', 'two')

    expect([before?.uploaded, again.uploaded, changed.uploaded]).toEqual([true, true, false])
  })

  it('stand in a folder that others may not enter, under a name that is new each time', () => {
    const [one, two] = [KeptLedgers.create(parent), KeptLedgers.create(parent)]

    expect(one.folder).not.toBe(two.folder)
    expect(statSync(one.folder).mode & 0o077).toBe(0)
  })

  it('are not anything else that lies there, nor what is too large', () => {
    const kept = KeptLedgers.create(parent)
    kept.keep('1a2b3c4d', 'x'.repeat(2_000_000))
    mkdirSync(join(kept.folder, 'ffffffff'))
    writeFileSync(join(kept.folder, 'note.txt'), 'x')

    expect(kept.all()).toEqual([])
  })
})
