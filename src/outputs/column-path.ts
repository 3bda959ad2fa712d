/** Paths of columns: `row.sku`, `row["Product Name"]`, `answer.tags[0]` ⇄ steps. What they lead to is not known here. */
import { isObject, type JsonArray, type JsonValue } from '../json.ts'
import { parseJson } from '../results/parse-json.ts'

export type Step = string | number

const token = /\s*(?:\.\s*([^\s.[\]"']+)|\[\s*(?:(\d+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\])/y

/** The first step is always a name. Undefined where the text is no path. */
export function parsePath(text: string): readonly Step[] | undefined {
  const root = /^[A-Za-z_][\w-]*/.exec(text.trim())?.[0]
  if (root === undefined) return undefined
  const steps: Step[] = [root]
  const rest = text.trim().slice(root.length)
  token.lastIndex = 0
  while (token.lastIndex < rest.length) {
    const match = token.exec(rest)
    if (!match) return undefined
    const [, name, index, double, single] = match
    if (index !== undefined) steps.push(Number(index))
    else steps.push(name ?? (double === undefined ? unquoted(single ?? '') : doubleQuoted(double)))
  }
  return steps
}

/** One spelling per path: the lock compares them as text. */
export function pathText(steps: readonly Step[]): string {
  return steps.map((step, index) => (index === 0 ? String(step) : spelled(step))).join('')
}

function spelled(step: Step): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

/** As JSON has it; a backslash that JSON does not know stands for the next character. */
function doubleQuoted(text: string): string {
  const value = parseJson(`"${text}"`)
  return typeof value === 'string' ? value : unquoted(text)
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}

/** Own members only; null where any step leads nowhere. */
export function follow(value: JsonValue | undefined, steps: readonly Step[]): JsonValue {
  let here = value
  for (const step of steps) {
    if (typeof step === 'number') here = Array.isArray(here) ? (here as JsonArray)[step] : undefined
    else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined
  }
  return here ?? null
}
