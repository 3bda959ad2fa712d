import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chooseProgram } from '../../../src/demo/bundle.ts'

let project = ''
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'demo-bundle-'))
})
afterEach(() => rmSync(project, { recursive: true }))

/** Seconds since 1970. */
function file(path: string, changedAt: number): void {
  const whole = join(project, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, '')
  utimesSync(whole, changedAt, changedAt)
}

describe('chooseProgram', () => {
  it('takes the bundle of a fresh clone, where everything is as old', () => {
    file('dist/index.js', 1000)
    file('src/aws/objects.ts', 1002)

    expect(chooseProgram(project)).toEqual({ path: join(project, 'dist/index.js'), name: 'dist/index.js' })
  })

  it('takes the sources where there is no bundle, and says how to make one', () => {
    file('src/main.ts', 1000)

    expect(chooseProgram(project)).toMatchObject({
      name: 'src/main.ts',
      because: expect.stringContaining('npm run build')
    })
  })

  it('takes the sources where they were changed after the bundle was built', () => {
    file('dist/index.js', 1000)
    file('src/aws/objects.ts', 1100)

    expect(chooseProgram(project)).toMatchObject({ name: 'src/main.ts', because: expect.stringContaining('older') })
  })

  it.each(['src/demo.ts', 'src/demo/acts.ts', 'src/emulator/s3/xml.ts'])(
    'does not mind a change of %s, which is not in the bundle',
    path => {
      file('dist/index.js', 1000)
      file(path, 9000)

      expect(chooseProgram(project).name).toBe('dist/index.js')
    }
  )
})
