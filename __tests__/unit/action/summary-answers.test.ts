import { describe, expect, it } from '@jest/globals'
import { answerShapes } from '../../../src/action/summary-answers.ts'
import type { AnswerShape } from '../../../src/pipeline/report.ts'
import { report } from './reports.ts'

const detail = { samples: 3, jobs: 3, failures: 3, problems: 3, keys: 3, labels: 20 }

function told(answers: AnswerShape, labels = 20): string {
  return answerShapes(report({ answers }), { ...detail, labels })
}

describe('What answers look like', () => {
  it('is nothing where this pass wrote none', () => {
    expect(answerShapes(report(), detail)).toBe('')
  })

  it('is a table of labels, each as text and nothing else', () => {
    const labels = [
      { label: 'billing', count: 3 },
      { label: '<b>|[x](y)', count: 1 },
      { label: 'none', count: 0 }
    ]

    expect(told({ count: 4, labels })).toBe(
      [
        '#### Labels',
        '',
        '| Label | Rows | Share |',
        '| :-- | --: | --: |',
        '| billing | 3 | 75.0 % |',
        '| &lt;b&gt;\\|\\[x\\]\\(y\\) | 1 | 25.0 % |',
        '| none | 0 | 0.0 % |'
      ].join('\n')
    )
  })

  it('shows twenty labels and counts the others', () => {
    const labels = Array.from({ length: 50 }, (_, index) => ({ label: `l${index}`, count: 2 }))

    const page = told({ count: 100, labels })

    expect(page).toContain('<summary><b>50 labels</b></summary>')
    expect(page).toContain('| l19 | 2 | 2.0 % |\n| 30 other labels | 60 | 60.0 % |')
    expect(page).not.toContain('l20')
  })

  it('is the length of texts and vectors in words', () => {
    const shape = { count: 12, repaired: 2, objects: 9, characters: { least: 10, mean: 1200, most: 3400 } }

    expect(told(shape)).toBe(
      '**Answers:** 12; texts of 10 to 3,400 (on average 1,200) characters, 9 JSON values, 2 of them repaired.'
    )
    expect(told({ count: 2, dimensions: { least: 256, mean: 256, most: 256 } })).toBe(
      '**Answers:** 2; vectors of 256 numbers.'
    )
  })
})
