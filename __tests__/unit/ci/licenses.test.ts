import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const file: string = join(import.meta.dirname, '../../../.ci/licenses.mjs')
const { groupLicenses } = (await import(file)) as { groupLicenses: (list: string) => string }

describe('groupLicenses', () => {
  it('writes a text once, under all packages that have it', () => {
    const list =
      '@a/one\nMIT\nThe MIT License\n\nCopyright Ann\n\ntwo\nApache-2.0\nApache License\n\n@a/three\nMIT\nThe MIT License\n\nCopyright Ann\n'

    const grouped = groupLicenses(list)

    expect(grouped).toBe('@a/one\n@a/three\nMIT\nThe MIT License\n\nCopyright Ann\n\ntwo\nApache-2.0\nApache License\n')
  })

  it('keeps packages apart whose texts differ, and those without a text', () => {
    const list = 'one\nMIT\nCopyright Ann\n\ntwo\nMIT\nCopyright Bob\n\nthree\n0BSD\n'

    expect(groupLicenses(list)).toBe(list)
  })
})
