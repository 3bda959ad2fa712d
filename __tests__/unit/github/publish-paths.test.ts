import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPaths, workFiles } from '../../../src/github/publish-paths.ts'
import { failureOf } from './repositories.ts'

describe('a path to publish', () => {
  it.each(['a', 'a/b.csv', '.gitignore', 'a/.github/x', '-x', 'größe/日本.csv', 'a..b', '.gitx/y', 'git/x'])(
    'may be %s',
    path => {
      expect(() => checkPaths([path])).not.toThrow()
    }
  )

  it.each([
    '',
    '/etc/passwd',
    'C:/x',
    'a\\b',
    '../x',
    'a/../b',
    './a',
    'a//b',
    '.git/config',
    'a/.GIT/x',
    '.git./x',
    '.git /x',
    'git~1/x',
    '.g\u200cit/x',
    '.git::$INDEX/x',
    '.github/workflows/x.yml',
    '.GitHub/x',
    'a\nb',
    'a\0b'
  ])('may not be %p', path => {
    expect(() => checkPaths([path])).toThrow(expect.objectContaining({ code: 'cannot-publish' }))
  })

  it('is a regular file that is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paths-'))
    try {
      writeFileSync(join(folder, 'a'), 'x')
      symlinkSync('/etc/passwd', join(folder, 'link'))

      expect(await workFiles(folder, { changed: ['a'], removed: ['gone'] })).toEqual([
        { path: 'a', bytes: 1, executable: false }
      ])
      expect(await failureOf(workFiles(folder, { changed: ['link'], removed: [] }))).toMatchObject({
        message: 'link is not a regular file'
      })
      expect(await failureOf(workFiles(folder, { changed: ['gone'], removed: [] }))).toMatchObject({
        code: 'cannot-publish'
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
