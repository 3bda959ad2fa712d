/** Small promises about the text of the project as a whole. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { version } from '../../src/version.ts'

const root = join(import.meta.dirname, '../..')

/** Files that git holds or would hold; bundles are made of the sources that are looked at here. */
function files(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8'
  })
    .split('\n')
    .filter(path => path !== '' && !path.startsWith('dist/') && path !== 'package-lock.json')
}

describe('The project', () => {
  it('calls itself by the version in package.json', () => {
    const told = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

    expect(version).toBe(told.version)
  })

  it('mentions no place of the machine that it was written on', () => {
    // Spelled in parts, so that this file does not mention them either.
    const places = [
      ['/wo', 'rk/'],
      ['../sha', 'red'],
      ['../.lib', 'rary'],
      ['farm', '-studio'],
      ['/tmp/', 'brief']
    ].map(parts => parts.join(''))
    const found = files().flatMap(path => {
      const text = read(path)
      return places.filter(place => text.includes(place)).map(place => `${path} mentions ${place}`)
    })

    expect(found).toEqual([])
  })

  it('leaves no note of work that is still to be done in its sources', () => {
    const note = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X'].join('')})\\b`)
    const found = files().filter(path => /^(src|__tests__|\.ci)\//.test(path) && note.test(read(path)))

    expect(found).toEqual([])
  })
})

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    // Deleted in the working tree, and not yet in the index.
    return ''
  }
}
