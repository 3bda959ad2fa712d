import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { code, details, escape, escapeLines, fenced, link, sentence, table } from '../../../src/action/markdown.ts'

/** What a reader sees: backslash escapes and entities undone, invisible joiners dropped. */
function seen(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2060', '')
}

describe('escaped text', () => {
  it.each([
    ['a tag', '<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a cell border', 'a|b', 'a\\|b'],
    ['a link', '[x](http://e)', '\\[x\\]\\(http:\u2060//e\\)'],
    ['an image', '![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['code', '`x`', '\\`x\\`'],
    ['a mention', 'hi @octocat', 'hi @\u2060octocat'],
    ['an issue', 'see #1 and GH-2', 'see #\u20601 and GH-\u20602'],
    ['a bare address', 'www.example.org https://e.org', 'www\u2060.example.org https:\u2060//e.org'],
    ['a heading', '# x', '\\#\u2060 x'],
    ['a list', '- x', '\\- x'],
    ['a numbered list', '1. x', '1\\. x'],
    ['mathematics', '$x$', '\\$x\\$'],
    ['an emoji code', 'a :smile: b', 'a :\u2060smile: b'],
    ['line ends', 'a\n\n# b', 'a ⏎ #\u2060 b'],
    ['a hidden direction', 'a\u202eb', 'a\\\\u\\{202E\\}b']
  ])('disarms %s', (_, text, markdown) => {
    expect(escape(text)).toBe(markdown)
  })

  it('says exactly the text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'a b 1 < > & | ` * _ [ ] ( ) { } ! @ # $ ~ \\ : / . - + = w'.split(' '), ' '),
          maxLength: 40
        }),
        text => {
          expect(seen(escape(text))).toBe(text.trim())
          expect(seen(code(text).replace(/<\/?code>/g, ''))).toBe(text)
        }
      )
    )
  })

  it('has no live punctuation left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), text => {
        expect(escape(text)).not.toMatch(/(?<!\\)(\\\\)*[`*_[\]()!|~$]|[<>\n]|[@#](?!\u2060)|:\/\//)
        expect(code(text).slice(6, -7)).not.toMatch(/[`*_[\]()!|~$<>\n@]/)
      })
    )
  })

  it('keeps line breaks where they are wanted', () => {
    expect(escapeLines('one\n\n- two')).toBe('one<br><br>\\- two')
  })

  it('is cut before it is escaped, so that no escape is halved', () => {
    expect(escape('<<<<<<', 3)).toBe('&lt;&lt;…')
  })
})

describe('building blocks', () => {
  it('fences text more strongly than it can break out', () => {
    expect(fenced('a\n````\nb', 'json')).toBe('`````json\na\n````\nb\n`````')
  })

  it.each(['javascript:alert(1)', 'http://example.org', 'https://e.org/a b', 'https://e.org/")'])(
    'makes no link of %s',
    url => {
      expect(link('x', url)).toBe('x')
    }
  )

  it('links to our own https addresses', () => {
    expect(link('x', 'https://e.org/a|b#c')).toBe('[x](https://e.org/a%7Cb#c)')
  })

  it('sets names between backticks in type-writer letters, and only pairs of them', () => {
    expect(sentence('the schedule `17 * *` collects @you')).toBe(
      'the schedule <code>17 &#42; &#42;</code> collects @\u2060you'
    )
    expect(sentence('an odd ` one')).toBe('an odd  one')
  })

  it('draws a table with numbers to the right', () => {
    expect(table(['a', 'n'], [['x', '1']], [1])).toBe('| a | n |\n| :-- | --: |\n| x | 1 |')
  })

  it('folds', () => {
    expect(details('s', 'c')).toBe('<details><summary>s</summary>\n\nc\n\n</details>')
  })
})
