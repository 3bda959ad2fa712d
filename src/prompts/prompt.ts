/** From templates and a row to the neutral question. Models, ids and files are not known here. */
import type { Columns } from '../dataset/columns.ts'
import type { Row } from '../dataset/row.ts'
import { sha256Hex } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import type { Place, Problems } from '../problems.ts'
import { placeIn } from './place.ts'
import type { Request } from './request.ts'
import { compileTemplate, faultOf, normalText, type Template, type TemplateSource } from './template.ts'

export type { TemplateSource } from './template.ts'

export interface PromptSource {
  readonly system?: TemplateSource
  readonly user: TemplateSource
  readonly kind: 'chat' | 'embed' | 'draw' | 'verbatim'
}

export interface Prompt {
  /** Undefined after a Problem at the row's place. The same row always gives the same request. */
  fill(row: Row, problems: Problems): Request | undefined
  /** Over the text of the templates, in hex: changes when any question may. */
  readonly sha256: string
  /** Columns that the question depends on, sorted. */
  readonly fields: readonly string[]
}

/** Undefined after a Problem: bad syntax, unknown fields, filters and tags, each at its place in the template. */
export function compilePrompt(source: PromptSource, columns: Columns, problems: Problems): Prompt | undefined {
  if (source.kind === 'embed' && source.system !== undefined) {
    problems.error('an embedding model takes no system prompt', source.system.place, 'remove prompt.system')
    return undefined
  }
  const user = compileTemplate(source.user, columns, problems)
  const system = source.system === undefined ? undefined : compileTemplate(source.system, columns, problems)
  if (user === undefined || (source.system !== undefined && system === undefined)) return undefined
  if (normalText(source.user.text).trim() === '') {
    problems.error('the template is empty', source.user.place)
    return undefined
  }
  return {
    sha256: sha256Hex(canonicalJson(sources(source))),
    fields: [...new Set([...user.fields, ...(system?.fields ?? [])])].sort(),
    fill: (row, rowProblems) => {
      const text = filled(user, source.user, row, rowProblems)
      const head = system && source.system ? filled(system, source.system, row, rowProblems) : ''
      if (text === undefined || head === undefined) return undefined
      if (text.trim() === '') {
        rowProblems.error('the prompt is empty for this row', row.place)
        return undefined
      }
      return request(source.kind, head, text)
    }
  }
}

function sources({ system, user, kind }: PromptSource): Record<string, string> {
  return { kind, user: normalText(user.text), ...(system && { system: normalText(system.text) }) }
}

function request(kind: Request['kind'], system: string, text: string): Request {
  if (kind === 'embed' || kind === 'draw') return { kind, text }
  if (kind === 'verbatim') throw new TypeError('not yet')
  const messages = [{ role: 'user', content: [{ text }] }] as const
  return system.trim() === '' ? { kind, messages } : { kind, system, messages }
}

function filled(template: Template, source: TemplateSource, row: Row, problems: Problems): string | undefined {
  try {
    const text = template.render(row.fields)
    if (text.isWellFormed()) return text
    problems.error('the prompt would hold half a character', row.place, 'a text of this row was cut inside an emoji')
  } catch (error) {
    const fault = faultOf(error)
    const where = fault.token === undefined ? source.place : tokenPlace(fault.token.getPosition(), source)
    problems.error(`${fault.message} (${told(where)})`, row.place, fault.hint)
  }
  return undefined
}

function tokenPlace([line = 1, column = 1]: readonly number[], source: TemplateSource): Place {
  return placeIn(source.place, normalText(source.text), line, column)
}

function told({ file, line, column }: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}
