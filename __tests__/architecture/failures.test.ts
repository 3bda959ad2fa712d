import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { failures } from '../../src/problems.ts'

const docs = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

const sections = new Map(
  docs('troubleshooting.md')
    .split(/^## /m)
    .map(section => [/^`([a-z-]+)`\n/.exec(section)?.[1], section] as const)
    .filter(([code]) => code !== undefined)
)

/** The anchor that GitHub makes of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .trim()
    .replaceAll(' ', '-')
}

describe('docs/troubleshooting.md', () => {
  it('has a heading for every Failure code, in their order, and for no other', () => {
    expect([...sections.keys()]).toEqual(Object.keys(failures))
  })

  it.each(Object.entries(failures))(
    '%s: says what it means in the words of the log, what was paid and what to do',
    (code, title) => {
      const section = (sections.get(code) ?? '').replace(/\s+/g, ' ')

      expect(section).toContain(`**${title}`)
      expect(section).toContain('**Paid:**')
      expect(section).toContain('**To do:**')
    }
  )
})

describe('links between the documents', () => {
  const pages = new Map(['troubleshooting.md', 'permissions.md'].map(name => [name, docs(name)]))

  it.each([...pages])('%s leads to pages and headings that are there', (name, page) => {
    const links = [...page.matchAll(/\]\((?!https:)([\w.-]*)(?:#([\w-]+))?\)/g)].map(([, file, hash]) => ({
      file: file === '' ? name : (file ?? ''),
      hash
    }))

    const broken = links.filter(({ file, hash }) => {
      if (!readdirSync(new URL('../../docs/', import.meta.url)).includes(file)) return true
      return (
        hash !== undefined &&
        ![...docs(file).matchAll(/^#+ (.*)$/gm)].some(([, heading]) => anchor(heading ?? '') === hash)
      )
    })

    expect(links.length).toBeGreaterThan(0)
    expect(broken).toEqual([])
  })
})
