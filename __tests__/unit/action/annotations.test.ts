import { describe, expect, it } from '@jest/globals'
import { annotations, failureAnnotation, problemLine } from '../../../src/action/annotations.ts'
import { Failure, problem } from '../../../src/problems.ts'

describe('annotations', () => {
  it('carry place and hint', () => {
    const one = problem(
      'error',
      'unknown key modle',
      { file: 'batch.yml', line: 2, column: 3, endLine: 2, endColumn: 8 },
      'did you mean model'
    )

    expect(annotations([one]).shown).toEqual([
      {
        level: 'error',
        message: 'unknown key modle\ndid you mean model',
        file: 'batch.yml',
        startLine: 2,
        startColumn: 3,
        endLine: 2,
        endColumn: 8
      }
    ])
  })

  it('give no columns over several lines, which GitHub would refuse', () => {
    const one = problem('error', 'x', { file: 'a', line: 2, column: 3, endLine: 4, endColumn: 1 })

    expect(annotations([one]).shown).toEqual([{ level: 'error', message: 'x', file: 'a', startLine: 2, endLine: 4 }])
  })

  it('are ten of a kind, and the others are told in lines', () => {
    const many = [...Array(13).keys()].flatMap(n => [problem('error', `e${n}`), problem('warning', `w${n}`)])

    const { shown, rest } = annotations(many, 4)

    expect(shown.map(one => one.message)).toEqual(
      [...Array(10).keys()].map(n => `e${n}`).concat([...Array(10).keys()].map(n => `w${n}`))
    )
    expect(rest).toEqual([
      'error e10',
      'error e11',
      'error e12',
      'warning w10',
      'warning w11',
      'warning w12',
      '… and 4 more that were not kept',
      '10 problems are not shown as annotations: GitHub shows 10 of a kind.'
    ])
  })

  it('of a Failure have its title and remedy', () => {
    const failure = new Failure('too-expensive', 'about $9, above $5', {
      remedy: 'Raise maxCostUsd.',
      place: { file: 'b.yml', line: 9 }
    })

    expect(failureAnnotation(failure)).toEqual({
      level: 'error',
      title: 'The estimate is above a limit',
      message: 'about $9, above $5\nRaise maxCostUsd.',
      file: 'b.yml',
      startLine: 9
    })
  })

  it('stay one line in the log, with nothing hidden', () => {
    expect(problemLine(problem('error', 'a\nb\u001b[2J', { file: 'x\n::error::' }))).toBe(
      'error x ::error:: a b\\u{1B}[2J'
    )
  })
})
