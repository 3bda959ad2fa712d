/** From templates and a row to the neutral question. Models, ids and the content of files are not known here. */
import type { Columns } from '../dataset/columns.ts'
import type { Row } from '../dataset/row.ts'
import { sha256Hex } from '../jobs/record.ts'
import { canonicalJson, type JsonValue } from '../json.ts'
import type { Problems } from '../problems.ts'
import { filled, filledAll, questionOf } from './filling.ts'
import type { Request } from './request.ts'
import { compileTemplate, normalText, type Template, type TemplateSource } from './template.ts'

export type { TemplateSource } from './template.ts'

export interface PromptSource {
  readonly system?: TemplateSource
  /** Turns about, the user's first. None where a row's own picture is the question. */
  readonly turns: readonly TurnSource[]
  readonly kind: Request['kind']
  /** Where to point when something is missing. */
  readonly place: TemplateSource['place']
}

export interface TurnSource {
  readonly role: 'user' | 'assistant'
  readonly text?: TemplateSource
  readonly media: readonly MediaTemplate[]
}

/** Renders to paths or S3 URIs, one a line. */
export interface MediaTemplate {
  readonly kind: 'image' | 'document' | 'video'
  readonly source: TemplateSource
}

export interface Prompt {
  /** Undefined after a Problem at the row's place. The same row always gives the same request. Media are only named. */
  fill(row: Row, problems: Problems): Request | undefined
  /** Over the text of the templates, in hex: changes when any question may. */
  readonly sha256: string
  /** Columns that the question depends on, sorted. */
  readonly fields: readonly string[]
}

export interface CompiledTurn {
  readonly role: 'user' | 'assistant'
  readonly text?: Compiled
  readonly media: readonly (Compiled & { readonly kind: MediaTemplate['kind'] })[]
}

export interface Compiled {
  readonly template: Template
  readonly source: TemplateSource
}

/** Undefined after a Problem: bad syntax, unknown fields, filters and tags, each at its place in the template. */
export function compilePrompt(source: PromptSource, columns: Columns, problems: Problems): Prompt | undefined {
  if (!isPossible(source, problems)) return undefined
  const compile = (one: TemplateSource): Compiled | undefined => {
    const template = compileTemplate(one, columns, problems)
    return template && { template, source: one }
  }
  const system = source.system && compile(source.system)
  const turns = source.turns.map(turn => compileTurn(turn, compile))
  if ((source.system && system === undefined) || !turns.every(isDefined)) return undefined
  const parts = [...(system ? [system] : []), ...turns.flatMap(partsOf)]
  return {
    sha256: sha256Hex(canonicalJson(told(source))),
    fields: [...new Set(parts.flatMap(({ template }) => template.fields))].sort(),
    fill: (row, rowProblems) => {
      const head = system === undefined ? '' : filled(system, row, rowProblems)
      const said = filledAll(turns, row, rowProblems)
      if (head === undefined || said === undefined) return undefined
      return questionOf(source.kind, { system: head, turns: said }, row, rowProblems)
    }
  }
}

/** Rows that are whole questions need no templates. */
export function rowsAsQuestions(): Prompt {
  return {
    sha256: sha256Hex(canonicalJson({ kind: 'rows' })),
    fields: [],
    fill: ({ request }) => request
  }
}

/** Of several prompts the one whose name the row has in its field `variant`. */
export function promptByVariant(variants: ReadonlyMap<string, Prompt>): Prompt {
  const prompts = [...variants]
  return {
    sha256: sha256Hex(canonicalJson(Object.fromEntries(prompts.map(([name, { sha256 }]) => [name, sha256])))),
    fields: [...new Set(prompts.flatMap(([, { fields }]) => fields))].sort(),
    fill: (row, problems) => variantOf(row, variants)?.fill(row, problems)
  }
}

function variantOf({ fields }: Row, variants: ReadonlyMap<string, Prompt>): Prompt | undefined {
  const { variant } = fields
  return typeof variant === 'string' ? variants.get(variant) : undefined
}

function isPossible({ system, turns, kind, place }: PromptSource, problems: Problems): boolean {
  if (kind !== 'chat' && system !== undefined) {
    const [what, hint] = noSystem[kind]
    problems.error(what, system.place, hint)
    return false
  }
  if (kind !== 'chat' && turns.length > 1) {
    problems.error(`there are no turns ${noTurns[kind]}`, place, 'write prompt.user instead of messages')
    return false
  }
  for (const { text } of turns) {
    if (text === undefined || normalText(text.text).trim() !== '') continue
    problems.error('the template is empty', text.place)
    return false
  }
  return true
}

const noSystem = {
  embed: ['an embedding model takes no system prompt', 'remove prompt.system'],
  draw: ['a model that draws takes no system prompt', 'remove prompt.system'],
  verbatim: ['with api: verbatim the template is the whole modelInput', 'write the system prompt into it']
} as const

const noTurns = { embed: 'in an embedding', draw: 'for a model that draws', verbatim: 'with api: verbatim' } as const

function compileTurn(
  { role, text, media }: TurnSource,
  compile: (source: TemplateSource) => Compiled | undefined
): CompiledTurn | undefined {
  const own = text && compile(text)
  const shown = media.map(({ kind, source }) => {
    const compiled = compile(source)
    return compiled && { ...compiled, kind }
  })
  if ((text !== undefined && own === undefined) || !shown.every(isDefined)) return undefined
  return { role, ...(own && { text: own }), media: shown }
}

function partsOf({ text, media }: CompiledTurn): readonly Compiled[] {
  return text === undefined ? media : [...media, text]
}

/** What the hash is taken of. A prompt of one text has always been told so, and its hash stands in locks. */
function told({ system, turns, kind }: PromptSource): JsonValue {
  const [only, another] = turns
  const head = { kind, ...(system && { system: normalText(system.text) }) }
  if (only?.text && another === undefined && only.media.length === 0 && only.role === 'user')
    return { ...head, user: normalText(only.text.text) }
  return {
    ...head,
    turns: turns.map(({ role, text, media }) => ({
      role,
      text: text === undefined ? null : normalText(text.text),
      media: media.map(one => [one.kind, normalText(one.source.text)])
    }))
  }
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined
}
