import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { begin, demoFolder, remove, tidy } from '../../../src/demo/folder.ts'
import { Unexpected } from '../../../src/demo/unexpected.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'demo-folder-'))
})
afterEach(() => rmSync(home, { recursive: true }))

describe('the folder of the demo', () => {
  it('is made, emptied when it is there, and removed whole', () => {
    const folder = demoFolder(join(home, 'demo'))
    begin(folder)
    writeFileSync(join(folder.root, 'old'), '')

    begin(folder)

    expect(existsSync(join(folder.root, 'old'))).toBe(false)
    expect(remove(folder.root)).toBe(true)
    expect(remove(folder.root)).toBe(false)
    expect(readdirSync(home)).toEqual([])
  })

  it('may be there and empty', () => {
    mkdirSync(join(home, 'demo'))

    expect(() => begin(demoFolder(join(home, 'demo')))).not.toThrow()
  })

  it("is left alone where it is somebody else's", () => {
    const folder = demoFolder(join(home, 'demo'))
    mkdirSync(folder.root)
    writeFileSync(join(folder.root, 'thesis.txt'), 'years of work')

    expect(() => begin(folder)).toThrow(Unexpected)
    expect(() => remove(folder.root)).toThrow('was not made by this demo')
    expect(readdirSync(folder.root)).toEqual(['thesis.txt'])
  })

  it('keeps what is worth a look and drops the rest', () => {
    const folder = demoFolder(join(home, 'demo'))
    begin(folder)
    writeFileSync(folder.summaryPage, '')

    tidy(folder)

    expect(readdirSync(folder.root).sort()).toEqual(['.made-by-npm-run-demo', 'summary.html'])
  })
})
