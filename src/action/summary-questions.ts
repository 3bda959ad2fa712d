/** Questions as they are asked, side by side with their answers where they were tried. Text of rows and models, escaped. */
import type { JsonValue } from '../json.ts'
import type { Report, Shown } from '../pipeline/report.ts'
import { counted } from '../figures.ts'
import { code, escape, escapeLines, table } from './markdown.ts'
import type { Detail } from './summary-detail.ts'

const mostOfPrompt = 4000
const mostOfAnswer = 2000

export function shownQuestions({ shown = [], mode }: Report, detail: Detail): string {
  if (shown.length === 0 || detail.samples === 0) return ''
  const rows = shown.slice(0, mode === 'try' ? shown.length : detail.samples)
  if (mode !== 'try') {
    const title = rows.length === 1 ? 'The first question' : `The first ${counted(rows.length, 'question')}`
    return `#### ${title}\n\n${table(
      ['Row', 'Question'],
      rows.map(one => [code(one.key, 100), prompt(one)])
    )}`
  }
  return `#### Tried\n\n${table(
    ['Row', 'Question', 'Answer'],
    rows.map(one => [code(one.key, 100), prompt(one), answer(one)])
  )}`
}

function prompt({ prompt: text }: Shown): string {
  return escapeLines(text, mostOfPrompt)
}

function answer({ answer: value, failure }: Shown): string {
  if (value !== undefined) return escapeLines(answerText(value), mostOfAnswer)
  return `⚠️ ${escape(failure ?? 'no answer')}`
}

/** As a person reads it: text as it is, a vector by its first numbers, anything else as JSON. */
export function answerText(value: JsonValue): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length > 8 && value.every(item => typeof item === 'number')) {
    const start = value.slice(0, 6).map(number => number.toFixed(4))
    return `[${start.join(', ')}, …] (${value.length} numbers)`
  }
  return JSON.stringify(value, null, 2)
}
