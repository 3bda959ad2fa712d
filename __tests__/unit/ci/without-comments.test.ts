import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const file: string = join(import.meta.dirname, '../../../.ci/without-comments.mjs')
const { withoutComments } = (await import(file)) as { withoutComments: (name: string, text: string) => string }

const short = (text: string): string => withoutComments('x.js', text)

describe('withoutComments', () => {
  it.each([
    ['a line', 'f() // why\ng()\n', 'f()\ng()\n'],
    ['a block', 'f(/* first */ a, b)\n', 'f( a, b)\n'],
    ['documentation', '/** What it is. */\nexport function f() {}\n', '\nexport function f() {}\n'],
    ['a file of nothing else', '// one\n/* two */\n', '\n']
  ])('takes away %s', (_what, text, rest) => {
    expect(short(text)).toBe(rest)
  })

  it.each([
    ['a string', "const url = 'https://example.org/*'\n"],
    ['a template', 'const text = `// ${a /  b} /* */`\n'],
    ['a regular expression', 'const slashes = /[/*]\\/\\/ /g.test(x)\n'],
    ['a division', 'const x = a / b / c\n']
  ])('leaves %s as it is', (_what, text) => {
    expect(short(text)).toBe(text)
  })

  it('keeps the line end of a comment, since it may end a statement', () => {
    const text = 'function f() {\n  return /* first\n  second */ 1\n}\nlet a = 1 /* x\n*/ let b = 2\n'

    const rest = short(text)

    expect(rest).toBe('function f() {\n\treturn\n\t1\n}\nlet a = 1\n\tlet b = 2\n')
  })

  it('indents by tabs, but changes nothing inside a text', () => {
    const rest = short('if (a) {\n    b(`\n        c\n    `)\n\n        d()\n}\n')

    expect(rest).toBe('if (a) {\n\tb(`\n        c\n    `)\n\t\td()\n}\n')
  })

  it('gives a text that it gave before back unchanged', () => {
    const text = '/* a */ export const b = { /* c */ d: 1 } // e\n'

    expect(short(short(text))).toBe(short(text))
  })
})
