import { describe, expect, it } from '@jest/globals'
import { RunnerLog } from '../../../src/demo/runner-log.ts'

describe('RunnerLog', () => {
  it.each([
    ['waiting for 218 records', 'waiting for 218 records'],
    ['::group::country-portraits (spec.yml)', '▾ country-portraits (spec.yml)'],
    ['::endgroup::', undefined],
    ['::debug::ID token url is http://127.0.0.1', undefined],
    ['::warning file=spec.yml,line=3::90 %25 of%0Athem', 'warning: 90 % of\nthem'],
    ['::error::the pass cannot go on', 'error: the pass cannot go on'],
    ['::add-mask::secret', undefined],
    ['no :: command', 'no :: command']
  ])('shows %j as %j', (line, shown) => {
    expect(new RunnerLog().show(line)).toBe(shown)
  })

  it('folds what stands in a group inside a group, all but warnings', () => {
    const log = new RunnerLog()
    const lines = [
      '::group::spec.yml',
      'plain',
      '::group::Question',
      'inside',
      '::warning::look',
      '::endgroup::',
      'after'
    ]

    const seen = lines.map(line => [log.show(line), log.isFolded])

    expect(seen).toEqual([
      ['▾ spec.yml', false],
      ['plain', false],
      ['▸ Question', false],
      ['inside', true],
      ['warning: look', false],
      [undefined, false],
      ['after', false]
    ])
  })

  it('hides what was masked from then on', () => {
    const log = new RunnerLog()
    log.show('::add-mask::s3cr3t')
    log.show('::add-mask::')

    expect(log.show('a s3cr3t and again s3cr3t')).toBe('a *** and again ***')
    expect(log.show('::warning::s3cr3t')).toBe('warning: ***')
  })
})
