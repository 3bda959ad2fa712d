/** Compiles and fills a prompt the way the tests want to look at it. */
import type { Columns } from '../../../src/dataset/columns.ts'
import type { Fields } from '../../../src/dataset/row.ts'
import type { JsonValue } from '../../../src/json.ts'
import { Problems, type Place, type Problem } from '../../../src/problems.ts'
import { compilePrompt, type PromptSource, type TemplateSource } from '../../../src/prompts/prompt.ts'

export const templatePlace: Place = { file: 'p.md', line: 1 }

/** A prompt of one text. */
export function asked(text: TemplateSource, system?: TemplateSource): Omit<PromptSource, 'kind'> {
  return { ...(system && { system }), turns: [{ role: 'user', text, media: [] }], place: text.place }
}

export interface Filled {
  readonly text: string | undefined
  readonly told: readonly string[]
  readonly hints: readonly (string | undefined)[]
}

export function fieldsOf(object: Readonly<Record<string, JsonValue>>): Fields {
  return Object.assign(Object.create(null) as Record<string, JsonValue>, object)
}

/** The text for one row; the columns are the row's own unless others are given. */
export function fill(template: string, row: Readonly<Record<string, JsonValue>> = {}, columns?: Columns): Filled {
  const problems = new Problems()
  const known = columns ?? { names: Object.keys(row), complete: true }
  const prompt = compilePrompt({ ...asked({ text: template, place: templatePlace }), kind: 'embed' }, known, problems)
  const request = prompt?.fill({ key: 'k', fields: fieldsOf(row), place: { file: 'd.jsonl', line: 7 } }, problems)
  return {
    text: request?.kind === 'embed' ? request.text : undefined,
    told: problems.list.map(told),
    hints: problems.list.map(problem => problem.hint)
  }
}

export function told({ severity, place, message }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter(part => part !== undefined).join(':')
  return `${severity} ${where} ${message}`
}
