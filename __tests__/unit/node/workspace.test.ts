import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openWorkspace } from '../../../src/node/workspace.ts'
import type { Workspace } from '../../../src/ports.ts'
import { ProblemsFound } from '../../../src/problems.ts'

let folder = ''
let root = ''
let workspace: Workspace

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'))
  root = join(folder, 'root')
  mkdirSync(join(root, 'data'), { recursive: true })
  writeFileSync(join(root, 'data/a.csv'), 'Höhe\n')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  mkdirSync(join(folder, 'elsewhere'))
  workspace = await openWorkspace(root)
})

afterEach(() => rmSync(folder, { recursive: true }))

async function* text(...pieces: string[]): AsyncGenerator<string> {
  yield* pieces
}

async function refusal(act: () => Promise<unknown>): Promise<string> {
  const error = await act().then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof ProblemsFound)) throw new Error(`not refused: ${String(error)}`)
  return error.problems.map(one => one.message).join()
}

async function readAll(path: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of workspace.read(path)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('The workspace', () => {
  it('reads a file as it is', async () => {
    expect(await readAll('data/a.csv')).toBe('Höhe\n')
    expect(await workspace.readText('data/a.csv', 100)).toBe('Höhe\n')
    expect(await workspace.stat('data/a.csv')).toEqual({ bytes: 6 })
  })

  it('says where there is nothing', async () => {
    expect(await workspace.stat('data/none.csv')).toBeUndefined()
    expect(await workspace.stat('data/a.csv/below')).toBeUndefined()
    expect(await workspace.readText('none', 100)).toBeUndefined()
    expect(await workspace.remove('none')).toBe(false)
  })

  it.each([
    ['../secret.txt', 'lies outside the workspace'],
    ['data/../../secret.txt', 'lies outside the workspace'],
    ['/etc/hostname', 'lies outside the workspace'],
    ['', 'not a file path'],
    ['a\0b', 'not a file path'],
    ['data', 'is a folder']
  ])('reads, writes and removes nothing at %j', async (path, why) => {
    expect(await refusal(() => workspace.stat(path))).toContain(why)
    expect(await refusal(() => readAll(path))).toContain(why)
    if (path !== 'data') expect(await refusal(() => workspace.write(path, text('x')))).toContain(why)
    expect(await refusal(() => workspace.remove(path))).toContain(why)
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe('secret')
  })

  it('writes several files of a new folder at the same time', async () => {
    const paths = Array.from({ length: 20 }, (_, i) => `new/folder/${i}.md`)

    const written = await Promise.all(paths.map(path => workspace.write(path, text('x'))))

    expect(written.map(({ changed }) => changed)).toEqual(paths.map(() => true))
    expect(readdirSync(join(root, 'new/folder')).length).toBe(20)
  })

  it('follows a link inside, and none that leads out', async () => {
    symlinkSync('a.csv', join(root, 'data/inside.csv'))
    symlinkSync(join(folder, 'secret.txt'), join(root, 'data/outside.csv'))
    symlinkSync(join(folder, 'elsewhere'), join(root, 'out'))

    expect(await readAll('data/inside.csv')).toBe('Höhe\n')
    expect(await refusal(() => readAll('data/outside.csv'))).toContain('leads out of the workspace')
    expect(await refusal(() => workspace.stat('data/outside.csv'))).toContain('leads out of the workspace')
    expect(await refusal(() => workspace.write('data/outside.csv', text('x')))).toContain('not a regular file')
    expect(await refusal(() => workspace.write('out/new.csv', text('x')))).toContain('leads out of the workspace')
    expect(await refusal(() => workspace.write('out/deep/new.csv', text('x')))).toContain('leads out of the workspace')
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe('secret')
  })

  it('reads no pipe and no device, and writes over none', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')])
    symlinkSync('/dev/zero', join(root, 'zero'))

    expect(await refusal(() => readAll('pipe'))).toContain('not a regular file')
    expect(await refusal(() => readAll('zero'))).toContain('leads out')
    expect(await refusal(() => workspace.write('pipe', text('x')))).toContain('not a regular file')
  })

  it('writes whole files, folders included, and says whether anything changed', async () => {
    const first = await workspace.write('new/deep/file.csv', text('Hö', 'he\n'))
    const second = await workspace.write('new/deep/file.csv', text('Höhe\n'))

    expect(first).toMatchObject({ bytes: 6, changed: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(second).toEqual({ ...first, changed: false })
    expect(readFileSync(join(root, 'new/deep/file.csv'), 'utf8')).toBe('Höhe\n')
  })

  it('leaves the old file and nothing else where writing fails', async () => {
    const broken = async function* (): AsyncGenerator<string> {
      yield 'half'
      throw new Error('the source broke')
    }

    await expect(workspace.write('data/a.csv', broken())).rejects.toThrow('the source broke')

    expect(readdirSync(join(root, 'data'))).toEqual(['a.csv'])
    expect(readFileSync(join(root, 'data/a.csv'), 'utf8')).toBe('Höhe\n')
  })

  it('reads text up to a size, and UTF-8 only', async () => {
    writeFileSync(join(root, 'latin'), Buffer.from([0x48, 0xf6]))

    expect(await refusal(() => workspace.readText('data/a.csv', 5))).toContain('6 bytes; at most 5')
    expect(await refusal(() => workspace.readText('latin', 5))).toContain('not UTF-8')
  })

  it('finds files by pattern, sorted, without git’s own and installed ones', async () => {
    for (const path of ['data/c.csv', 'data/b.csv', '.git/x.csv', 'node_modules/y/z.csv', 'data/deep/d.csv']) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), '')
    }

    expect(await workspace.glob('data/*.csv')).toEqual(['data/a.csv', 'data/b.csv', 'data/c.csv'])
    expect(await workspace.glob('**/*.csv')).toEqual(['data/a.csv', 'data/b.csv', 'data/c.csv', 'data/deep/d.csv'])
    expect(await workspace.glob('data/none.csv')).toEqual(['data/none.csv'])
    expect(await refusal(() => workspace.glob('../*.txt'))).toContain('leads outside')
    expect(await refusal(() => workspace.glob('/etc/*'))).toContain('leads outside')
  })
})
