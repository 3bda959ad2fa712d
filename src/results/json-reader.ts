/** Text → JSON that fits the schema: as it stands in the text, else, where that is wanted, repaired. */
import type { JsonValue } from '../json.ts'
import { jsonIn } from './json-in-text.ts'
import { parseShallow } from './parse-json.ts'
import { misfit, type Misfit, type Reading } from './reading.ts'
import type { SchemaCheck } from './schema-check.ts'

const nothing = misfit(
  'not JSON',
  'answer must be JSON, but no object or array was found in it',
  'Answer with nothing but JSON.'
)

/** Without a schema the first candidate; with one the first that fits it, else what is wrong with the first. */
export async function jsonReader(check: SchemaCheck | undefined, repair: boolean): Promise<(text: string) => Reading> {
  const mend = repair ? await repairer() : undefined
  return text => {
    let wrong: Misfit | undefined
    for (const value of jsonIn(text)) {
      const fault = check?.(value)
      if (!fault) return { value }
      wrong ??= fault
    }
    for (const value of mend?.(text) ?? []) {
      const fault = check?.(value)
      if (!fault) return { value, repaired: true }
      wrong ??= fault
    }
    return wrong ?? nothing
  }
}

/** Longer texts are not repaired: the time it takes grows faster than the text. */
const mostCharacters = 1_000_000

type Repair = (text: string) => Generator<JsonValue>

/** Loaded only where a spec asks for it. Prose is not made into JSON: only what begins with a bracket is repaired. */
async function repairer(): Promise<Repair> {
  const { jsonrepair } = await import('jsonrepair')
  return function* (text) {
    if (text.length > mostCharacters) return
    for (const candidate of candidates(text)) {
      const value = parseShallow(attempt(() => jsonrepair(candidate)) ?? '')
      if (value !== undefined && value !== null && typeof value === 'object') yield value
    }
  }
}

/** From the first bracket of a fenced block, or of the whole text: to the last bracket, then to the end. */
function* candidates(text: string): Generator<string> {
  const fenced = [...text.matchAll(/```[\w-]*[ \t]*\r?\n([^]*?)(?:\r?\n[ \t]*```|$)/g)].map(
    ([, inside]) => inside ?? ''
  )
  for (const part of [...fenced, text]) {
    const start = part.search(/[{[]/)
    if (start < 0) continue
    const end = Math.max(part.lastIndexOf('}'), part.lastIndexOf(']'))
    if (end > start) yield part.slice(start, end + 1)
    yield part.slice(start)
  }
}

/** Its error would quote the model. */
function attempt(act: () => string): string | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
