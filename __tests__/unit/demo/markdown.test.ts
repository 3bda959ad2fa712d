import { describe, expect, it } from '@jest/globals'
import { code, escape, fenced, link, table } from '../../../src/action/markdown.ts'
import { inline } from '../../../src/demo/markdown-inline.ts'
import { markdownPage } from '../../../src/demo/markdown-page.ts'

const hostile =
  '<script>alert(1)</script> **bold** [x](https://evil.example) `code` | a & b &lt; \\ "q" <img src=x onerror=y>'

describe('inline', () => {
  it.each([
    ['**Published:** commit', '<strong>Published:</strong> commit'],
    ['[pull request 3](https://github.com/o/r/pull/3)', '<a href="https://github.com/o/r/pull/3">pull request 3</a>'],
    ['[x](javascript:alert)', '[x](javascript:alert)'],
    ['a\\*b\\*', 'a*b*'],
    ['\\<b\\>', '&lt;b&gt;'],
    ['a & b &amp; &#58;', 'a &amp; b &amp; &#58;'],
    ['<code>a</code><br>b', '<code>a</code><br>b'],
    ['<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
    ['<code onclick=x>', '&lt;code onclick=x&gt;'],
    ['<details open><summary>Notes</summary>', '<details open><summary>Notes</summary>']
  ])('makes of %s %s', (line, html) => {
    expect(inline(line)).toBe(html)
  })

  it('gives back what the summary escaped, as text', () => {
    expect(text(inline(escape(hostile)))).toBe(hostile)
    expect(text(inline(code(hostile)))).toBe(hostile)
  })
})

describe('markdownPage', () => {
  it('knows every block of a summary', () => {
    const page = markdownPage(
      [
        '### ✅ all done',
        '',
        'one',
        'two',
        '',
        table(['A', 'B'], [['x \\| y', '1']], [1]),
        '',
        '> quoted',
        '',
        '- item',
        '- more',
        '',
        fenced('{"a": "<b>"}', 'json')
      ].join('\n'),
      'T',
      'N'
    )

    expect(page).toContain('<h3>✅ all done</h3>')
    expect(page).toContain('<p>one\ntwo</p>')
    expect(page).toContain(
      '<thead><tr><th>A</th><th class="right">B</th></tr></thead><tbody><tr><td>x | y</td><td class="right">1</td></tr></tbody>'
    )
    expect(page).toContain('<blockquote><p>quoted</p></blockquote>')
    expect(page).toContain('<ul><li>item</li><li>more</li></ul>')
    expect(page).toContain('<pre><code>{&quot;a&quot;: &quot;&lt;b&gt;&quot;}</code></pre>')
  })

  it('lets no fence end early', () => {
    const page = markdownPage(fenced('```\n# no heading\n```', ''), 'T', 'N')

    expect(page).toContain('<pre><code>```\n# no heading\n```</code></pre>')
    expect(page).not.toContain('<h1>')
  })

  it('escapes title and note', () => {
    expect(markdownPage('', '<b>', '<i>')).toMatch(/<title>&lt;b&gt;<\/title>[^]*&lt;i&gt;/)
  })

  it('reads links that stand around code', () => {
    expect(inline(link(code('a_b'), 'https://example.org/x'))).toBe(
      '<a href="https://example.org/x"><code>a&#95;b</code></a>'
    )
  })
})

/** What a browser would show, word joiners left out. */
function text(html: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
  return html
    .replace(/<\/?(code|br|sub|em|b|strong)>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, digits?: string, name: string = '') =>
      digits === undefined ? (named[name] ?? '?') : String.fromCodePoint(Number(digits))
    )
    .replaceAll('\u2060', '')
}
