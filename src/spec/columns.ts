/** The paths that columns are made of: `row.sku`, `row["Product Name"]`, `answer.title`, `usage.inputTokens`. */
import { nearest } from './nearest.ts'
import { quote } from './finding.ts'

/** The steps of a column's path, the root first: `row["a b"].c[0]` → `['row', 'a b', 'c', 0]`. */
export type ColumnSteps = readonly [root: string, ...steps: (string | number)[]]

const roots = ['row', 'key', 'answer', 'usage', 'recordId', 'model', 'reasoning'] as const
const counters = ['inputTokens', 'outputTokens']
/** Answers that may have members; of a pattern, its named groups. */
const withMembers: readonly string[] = ['json', 'regex', 'embedding']
const step = /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]|\['([^'\\]*)'\]/uy

/** Undefined where the text is not a path. Whether its root exists is for `columnFault` to say. */
export function columnSteps(path: string): ColumnSteps | undefined {
  const root = /^[A-Za-z_]\w*/.exec(path)?.[0]
  if (root === undefined) return undefined
  const found: (string | number)[] = []
  let at = root.length
  while (at < path.length) {
    step.lastIndex = at
    const [whole, plain, index, double, single] = step.exec(path) ?? []
    if (whole === undefined) return undefined
    const name = plain ?? (double === undefined ? single : unescaped(double))
    if (name === undefined && index === undefined) return undefined
    found.push(name ?? Number(index))
    at += whole.length
  }
  return [root, ...found]
}

function unescaped(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

export interface ColumnFault {
  readonly message: string
  readonly hint?: string
}

/** What is wrong with the path of a column, given what an answer is. */
export function columnFault(path: string, answerFormat: string): ColumnFault | undefined {
  const parsed = columnSteps(path)
  if (!parsed) return notAPath(path)
  const [root, ...rest] = parsed
  if (!roots.some(known => known === root)) return unknownRoot(path, root)
  if (root === 'row' && typeof rest[0] !== 'string') {
    return { message: `${quote(path)} names no column of the dataset`, hint: 'Write row.sku or row["Product Name"].' }
  }
  if (root === 'usage' && !(rest.length === 1 && counters.includes(String(rest[0])))) {
    return { message: `${quote(path)} is not counted`, hint: 'Write usage.inputTokens or usage.outputTokens.' }
  }
  if (['key', 'recordId', 'model', 'reasoning'].includes(root) && rest.length > 0) {
    return { message: `${root} is text and has no members`, hint: `Write ${root}.` }
  }
  if (root === 'answer' && rest.length > 0 && !withMembers.includes(answerFormat)) {
    return {
      message: `${quote(path)} looks into an answer that is ${answerFormat}`,
      hint: 'Set answer.format: json, or write answer.'
    }
  }
  return undefined
}

function notAPath(path: string): ColumnFault {
  const inner = /^\s*\{\{(.*)\}\}\s*$/s.exec(path)?.[1]
  return {
    message: `${quote(path)} is not the path of a value`,
    hint:
      inner === undefined
        ? 'Write for example row.sku, row["Product Name"] or answer.title.'
        : `Columns are paths, not templates: ${inner.trim()}.`
  }
}

function unknownRoot(path: string, root: string): ColumnFault {
  const near = nearest(root, roots)
  const hint = near === undefined ? `Did you mean row.${path}?` : `Did you mean ${near}${path.slice(root.length)}?`
  return {
    message: `a column begins with row, key, answer, usage, recordId, model or reasoning, not with ${quote(root)}`,
    hint
  }
}
