/** Some answers to look at, for the job summary. The only place where text of a model is shown. */
import { isObject, type JsonValue } from '../json.ts'
import type { Report, Sample } from '../pipeline/report.ts'
import { counted, whole } from '../figures.ts'
import { code, escape, escapeLines, fenced } from './markdown.ts'
import type { Detail } from './summary-detail.ts'

export function samples({ samples: given }: Report, detail: Detail): string {
  const shown = given.slice(0, detail.samples)
  if (shown.length === 0) return ''
  const title =
    shown.length === 1
      ? 'An answer to look at'
      : `${['', '', 'Two', 'Three'][shown.length] ?? whole(shown.length)} answers to look at`
  return `#### ${title}\n\n${shown.map(sample).join('\n\n')}`
}

/** Prose as a quotation, a vector as its first numbers, a picture as its size, anything else as JSON. */
function sample({ key, answer }: Sample): string {
  const head = code(key, 100)
  if (typeof answer === 'string') return `${head}\n> ${escapeLines(answer)}`
  if (isVector(answer)) {
    const start = answer.slice(0, 6).map(number => number.toFixed(4))
    return `${head}\n> ${escape(`[${start.join(', ')}, …]`)} (${counted(answer.length, 'number')})`
  }
  const picture = isObject(answer) ? answer['base64'] : undefined
  if (typeof picture === 'string')
    return `${head}\n> a picture of ${counted(Buffer.byteLength(picture, 'base64'), 'byte')}`
  return `${head}\n\n${fenced(JSON.stringify(answer, null, 2), 'json')}`
}

function isVector(answer: JsonValue): answer is readonly number[] {
  return Array.isArray(answer) && answer.length > 8 && answer.every(item => typeof item === 'number')
}
