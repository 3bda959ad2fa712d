import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLog, harmless } from '../../../src/github/log.ts'

/** As the runner reads a line: white space trimmed as .NET does, `::` at the start or `##[` anywhere. */
const isCommand = (line: string): boolean => /^[\s\u0085]*::/.test(line) || line.includes('##[')

describe('a line of the log', () => {
  it.each([
    '::set-output name=x::y',
    '  ::error::x',
    '\u00a0::stop-commands::x',
    'x ##[error]y',
    'a\n::add-mask::b',
    'a\r::error::b',
    '\u0085::error::b',
    '::::x'
  ])('is no command: %p', text => {
    expect(
      harmless(text)
        .split(/\r\n|\r|\n/)
        .some(isCommand)
    ).toBe(false)
  })

  it('is none, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(':', '#', '[', ' ', '\n', '\r', '\t', 'a', '\u2028', '\u0085', '\ufeff'),
          maxLength: 20
        }),
        text => {
          expect(
            harmless(text)
              .split(/\r\n|\r|\n/)
              .some(isCommand)
          ).toBe(false)
        }
      )
    )
  })

  it('leaves ARNs as they are, to be copied', () => {
    const arn = 'arn:aws:bedrock:us-east-1::foundation-model/x'

    expect(harmless(`model ${arn}`)).toBe(`model ${arn}`)
  })

  it('is indented inside a group of a terminal', () => {
    const lines: string[] = []
    const log = createLog(false, line => lines.push(line))

    const close = log.group('Jobs')
    log.info('one\ntwo')
    close()
    close()
    log.warning('late')
    log.annotate({ level: 'error', message: 'wrong', file: 'a.yml', startLine: 3, startColumn: 7 })

    expect(lines).toEqual(['Jobs', '  one\n  two', 'warning: late', 'a.yml:3:7: error: wrong'])
  })
})

describe('on a runner', () => {
  it('warnings, groups, annotations and masks are commands whose text cannot break out', () => {
    const written: string[] = []
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0
    try {
      const log = createLog(true, line => written.push(`${line}\n`))
      const close = log.group('a\n::error::x')
      log.info('::error::y')
      log.warning('two\n::error::lines 100%')
      log.annotate({ level: 'error', message: 'm', file: 'a,b:c.yml', startLine: 2, title: 't' })
      log.mask('secret\nother')
      close()
    } finally {
      process.stdout.write = write
    }

    expect(written.join('').split('\n')).toEqual([
      '::group::a ::error::x',
      ':\u2060:error::y',
      '::warning::two%0A::error::lines 100%25',
      '::error title=t,file=a%2Cb%3Ac.yml,line=2::m',
      '::add-mask::secret',
      '::add-mask::other',
      '::endgroup::',
      ''
    ])
  })
})
