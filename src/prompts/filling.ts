/** A row's fields put into compiled templates, and the question that this makes. What templates are is known to prompt.ts. */
import type { Row } from '../dataset/row.ts'
import { isObject, type JsonValue } from '../json.ts'
import type { Place, Problems } from '../problems.ts'
import { placeIn } from './place.ts'
import type { Compiled, CompiledTurn } from './prompt.ts'
import { mediaNamed } from './media-name.ts'
import type { Message, Part, Request } from './request.ts'
import { faultOf, normalText, type TemplateSource } from './template.ts'

export interface FilledTurn {
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly media: readonly Part[]
}

/** Undefined after a Problem at the row's place. */
export function filled({ template, source }: Compiled, row: Row, problems: Problems): string | undefined {
  try {
    const text = template.render(row.fields)
    if (text.isWellFormed()) return text
    problems.error('the prompt would hold half a character', row.place, 'a text of this row was cut inside an emoji')
  } catch (error) {
    const fault = faultOf(error)
    const where = fault.token === undefined ? source.place : tokenPlace(fault.token.getPosition(), source)
    problems.error(`${fault.message} (${spelled(where)})`, row.place, fault.hint)
  }
  return undefined
}

export function filledAll(
  turns: readonly CompiledTurn[],
  row: Row,
  problems: Problems
): readonly FilledTurn[] | undefined {
  const said: FilledTurn[] = []
  for (const { role, text, media } of turns) {
    const words = text === undefined ? '' : filled(text, row, problems)
    if (words === undefined) return undefined
    const parts: Part[] = []
    for (const one of media) {
      const names = filled(one, row, problems)
      if (names === undefined) return undefined
      for (const name of names.split('\n').map(line => line.trim())) {
        const part = name === '' ? undefined : mediaNamed(one.kind, name, row.place, problems)
        if (name !== '' && part === undefined) return undefined
        if (part !== undefined) parts.push(part)
      }
    }
    said.push({ role, text: words, media: parts })
  }
  return said
}

interface Filled {
  readonly system: string
  readonly turns: readonly FilledTurn[]
}

export function questionOf(
  kind: Request['kind'],
  { system, turns }: Filled,
  row: Row,
  problems: Problems
): Request | undefined {
  const shown = withOwnMedia(turns, row)
  const fault = shown.length === 0 ? 'prompt.user is missing' : emptyTurn(shown)
  if (fault !== undefined) {
    problems.error(fault, row.place)
    return undefined
  }
  if (kind === 'chat') {
    const messages = shown.map(messageOf)
    return system.trim() === '' ? { kind, messages } : { kind, system, messages }
  }
  const [only] = shown
  if (kind === 'verbatim') return verbatim(only?.text ?? '', row.place, problems)
  return single(kind, only, row, problems)
}

/** A row that is itself a picture or document stands in the user's last turn, unless the prompt names media. */
function withOwnMedia(turns: readonly FilledTurn[], { media }: Row): readonly FilledTurn[] {
  if (media === undefined || turns.some(turn => turn.media.length > 0)) return turns
  const last = turns.findLastIndex(turn => turn.role === 'user')
  if (last < 0) return [{ role: 'user', text: '', media: [media] }]
  return turns.map((turn, index) => (index === last ? { ...turn, media: [media] } : turn))
}

function emptyTurn(turns: readonly FilledTurn[]): string | undefined {
  const empty = turns.findIndex(({ text, media }) => text.trim() === '' && media.length === 0)
  if (empty < 0) return undefined
  return turns.length === 1 ? 'the prompt is empty for this row' : `turn ${empty + 1} is empty for this row`
}

/** Media first: models read them best before the question about them. */
function messageOf({ role, text, media }: FilledTurn): Message {
  return { role, content: text.trim() === '' ? media : [...media, { text }] }
}

function single(
  kind: 'embed' | 'draw',
  turn: FilledTurn | undefined,
  row: Row,
  problems: Problems
): Request | undefined {
  const text = turn?.text ?? ''
  const [first, second] = turn?.media ?? []
  if (second !== undefined || (first !== undefined && !('image' in first))) {
    problems.error('this model takes one picture beside the text, and nothing else', row.place)
    return undefined
  }
  const image = first && { image: first.image }
  if (kind === 'draw') return { kind, text, ...image }
  return { kind, ...(text.trim() !== '' && { text }), ...image }
}

function verbatim(text: string, place: Place, problems: Problems): Request | undefined {
  try {
    const modelInput = JSON.parse(text) as JsonValue
    if (isObject(modelInput)) return { kind: 'verbatim', modelInput }
    problems.error('with api: verbatim the filled template must be a JSON object', place)
  } catch (error) {
    problems.error(
      `with api: verbatim the filled template must be JSON: ${(error as Error).message.replace(/"[^]*" is not valid JSON/, 'it is not valid')}`,
      place,
      'put texts in with the filter json, without quotes around it: {"prompt": {{ row.text | json }}}'
    )
  }
  return undefined
}

function tokenPlace([line = 1, column = 1]: readonly number[], source: TemplateSource): Place {
  return placeIn(source.place, normalText(source.text), line, column)
}

function spelled({ file, line, column }: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}
