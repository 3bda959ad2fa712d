import { describe, expect, it } from '@jest/globals'
import { answerText } from '../../../src/action/summary-questions.ts'
import { renderSummary } from '../../../src/action/summary.ts'
import { report } from './reports.ts'

const hostile = '<img src=x onerror=alert(1)> | @everyone\n# [x](javascript:0) `code`'

describe('questions in the summary', () => {
  it('stand beside their answers after a trial, all of them', () => {
    const shown = Array.from({ length: 5 }, (_, number) => ({
      key: `k${number}`,
      prompt: `Describe ${number}.`,
      ...(number === 4 ? { failure: 'refusal' } : { answer: { title: `T${number}` } })
    }))

    const page = renderSummary([report({ mode: 'try', status: 'tried', shown, samples: [] })])

    expect(page).toContain('### 🧪 product-descriptions: a trial of')
    expect(page).toContain('| Row | Question | Answer |')
    expect(page).toContain('| <code>k0</code> | Describe 0. | {<br>"title": "T0"<br>} |'.replace(/[{}]/g, '\\$&'))
    expect(page).toContain('| <code>k4</code> | Describe 4. | ⚠️ refusal |')
  })

  it('stand alone in a plan', () => {
    const page = renderSummary([
      report({ mode: 'plan', status: 'planned', shown: [{ key: 'a', prompt: 'Hi.' }], samples: [] })
    ])

    expect(page).toContain('#### The first question\n\n| Row | Question |')
  })

  it('bring nothing of a row or model to life', () => {
    const shown = [{ key: hostile, prompt: hostile, answer: hostile }]

    const page = renderSummary([report({ mode: 'try', status: 'tried', shown, samples: [] })])
    const row = page.split('\n').find(line => line.startsWith('| <code>&#60;img')) ?? ''

    expect(row).not.toBe('')
    expect(row).not.toMatch(/<img|@everyone|\[x\]\(|(?<!\\)`/)
    expect(row.split(/(?<!\\)\|/)).toHaveLength(5)
  })

  it('show the head of a vector', () => {
    expect(answerText(Array.from({ length: 256 }, (_, index) => index / 256))).toBe(
      '[0.0000, 0.0039, 0.0078, 0.0117, 0.0156, 0.0195, …] (256 numbers)'
    )
  })
})
