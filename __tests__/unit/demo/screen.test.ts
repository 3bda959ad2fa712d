import { describe, expect, it } from '@jest/globals'
import { cutTo, displayWidth, Screen, wrap } from '../../../src/demo/screen.ts'

function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = []
  return { isTTY, columns, written, write: (text: string) => written.push(text), text: () => written.join('') }
}

describe('Screen', () => {
  it('writes no colours and no moving line where nobody sees them', () => {
    const pipe = terminal(false)
    const screen = new Screen(pipe, {})

    screen.good('done')
    screen.status('working')

    expect(pipe.text()).toBe('  ✓ done\n')
  })

  it('writes colours to a terminal, unless NO_COLOR is set', () => {
    const [plain, coloured] = [terminal(true), terminal(true)]

    new Screen(plain, { NO_COLOR: '1' }).good('done')
    new Screen(coloured, {}).good('done')

    expect(plain.text()).toBe('  ✓ done\n')
    expect(coloured.text()).toBe('  \u001b[32m✓\u001b[39m done\n')
  })

  it('erases the line at the bottom before it writes another', () => {
    const tty = terminal(true)
    const screen = new Screen(tty, {})

    screen.status('50 %')
    screen.status('50 %')
    screen.line('news')

    expect(tty.written).toEqual(['50 %', '\r\u001b[2K', 'news\n'])
  })

  it('shows characters that steer a terminal instead of obeying them', () => {
    const tty = terminal(false)

    new Screen(tty, {}).quote('a\u001b[2Jb')

    expect(tty.text()).toBe('  │ a\\u{1B}[2Jb\n')
  })

  it('lets long lines of others go on below', () => {
    const tty = terminal(false, 60)

    new Screen(tty, {}).quote('word '.repeat(12).trim())

    expect(tty.text()).toBe(`  │ ${'word '.repeat(10).trim()}\n  │     word word\n`)
  })

  it('draws a table in which every line fits', () => {
    const tty = terminal(false, 60)

    new Screen(tty, {}).table(
      ['code', 'title', 'summary'],
      [
        ['JP', '日本', 'long '.repeat(60)],
        ['IS', 'Ísland\nIceland', 'short']
      ]
    )

    const lines = tty.text().trimEnd().split('\n')
    expect(lines.map(line => displayWidth(line)).every(width => width <= 60)).toBe(true)
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^ {2}JP {4}日本 {12}long long/)
    expect(lines[3]).toMatch(/…$/)
    expect(lines[4]).toBe('  IS    Ísland Iceland  short')
  })
})

describe('displayWidth', () => {
  it.each([
    ['Iceland', 7],
    ['日本', 4],
    ['조선', 4],
    ['नेपाल', 3],
    ['', 0]
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('cutTo', () => {
  it.each([
    ['Côte d’Ivoire', 13, 'Côte d’Ivoire'],
    ['Côte d’Ivoire', 6, 'Côte…'],
    ['日本語', 5, '日本…']
  ])('cuts %j to %d columns: %j', (text, width, cut) => {
    expect(cutTo(text, width)).toBe(cut)
  })
})

describe('wrap', () => {
  it('breaks between words and never inside one', () => {
    expect(wrap('a bb ccc dddd eeeeeeee', 6)).toEqual(['a bb', 'ccc', 'dddd', 'eeeeeeee'])
  })
})
