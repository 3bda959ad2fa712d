import { describe, expect, it } from '@jest/globals'
import {
  folderBefore,
  hasHoles,
  segmentsOf,
  shapeOf,
  templateFault,
  withStandIns
} from '../../../src/spec/path-template.ts'

describe('A path with holes', () => {
  it.each([
    ['content/{{ sku }}.md', ['content', '{{ sku }}.md'], 'content/', 'content/x.md'],
    ['{{ lang }}/a/{{ sku }}.md', ['{{ lang }}', 'a', '{{ sku }}.md'], '', 'x/a/x.md'],
    ['a/b/c-{{ x }}-{{ y }}.txt', ['a', 'b', 'c-{{ x }}-{{ y }}.txt'], 'a/b/', 'a/b/c-x-x.txt'],
    ['a/{{ x | replace: "/", "-" }}.md', ['a', '{{ x | replace: "/", "-" }}.md'], 'a/', 'a/x.md'],
    ['plain/file.md', ['plain', 'file.md'], 'plain/', 'plain/file.md']
  ])('%s is parted, and known before any row is', (path, segments, folder, standIn) => {
    expect(segmentsOf(path)).toEqual(segments)
    expect(folderBefore(path)).toBe(folder)
    expect(withStandIns(path)).toBe(standIn)
    expect(hasHoles(path)).toBe(path !== 'plain/file.md')
  })

  it.each([
    ['content/{{ sku }.md', /never closed/],
    ['content/{{ }}.md', /empty hole/],
    ['content/{% if a %}x{% endif %}{{ a }}.md', /only \{\{ \}\}/]
  ])('%s cannot be', (path, message) => {
    expect(templateFault(path)).toMatch(message)
  })

  it('says which files can have come from it', () => {
    const shape = shapeOf('content/{{ lang }}/a.b-{{ sku }}.md')

    expect(['content/de/a.b-1.md', 'content/../a.b-x.md'].map(path => shape.test(path))).toEqual([true, true])
    expect(
      ['content/a.b-1.md', 'content/de/aXb-1.md', 'content/de/f/a.b-1.md', 'src/main.ts'].map(path => shape.test(path))
    ).toEqual([false, false, false, false])
  })
})
