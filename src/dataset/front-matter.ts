/** The YAML between two lines of `---` at the head of a Markdown file. Files and rows are not known here. */
import { LineCounter, parseDocument } from 'yaml'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { kindOf } from './json-fault.ts'
import { countLines } from './lines.ts'
import { plain, tooDeep } from './yaml.ts'

export interface FrontMatter {
  readonly matter: JsonObject
  /** Without empty lines around it. */
  readonly body: string
}

export interface FrontMatterFault {
  readonly message: string
  readonly line: number
  readonly column?: number
  readonly hint?: string
}

const maxAliases = 100
const opening = /^---[ \t]*\n/
const closing = /^(?:---|\.\.\.)[ \t]*$/m
const hint = 'front matter is YAML between two lines of ---'

/** `text` has LF line ends. A first line of `---` that no second one answers is a rule across the page, not a beginning. */
export function readFrontMatter(text: string): FrontMatter | FrontMatterFault {
  if (/^\+\+\+[ \t]*\n/.test(text))
    return { message: 'the front matter is TOML, which is not read here', line: 1, hint }
  const start = opening.exec(text)?.[0].length
  if (start === undefined) return { matter: {}, body: trimmed(text) }
  const rest = text.slice(start)
  const end = closing.exec(rest)
  if (end === null) {
    if (/^[\w"'-]+[ \t]*:(?:[ \t]|\n)/.test(rest))
      return { message: 'the front matter that starts here is never closed', line: 1, hint }
    return { matter: {}, body: trimmed(text) }
  }
  const matter = readMatter(rest.slice(0, end.index))
  return 'message' in matter ? matter : { matter: matter.value, body: trimmed(rest.slice(end.index + end[0].length)) }
}

function readMatter(yaml: string): { readonly value: JsonObject } | FrontMatterFault {
  const deep = tooDeep(yaml)
  if (deep !== undefined) return { message: 'the front matter is nested too deep', line: deep + 1 }
  const lines = new LineCounter()
  try {
    const document = parseDocument(yaml, {
      lineCounter: lines,
      intAsBigInt: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'silent'
    })
    const fault = document.errors[0] ?? document.warnings[0]
    if (fault !== undefined) {
      const { line, col } = lines.linePos(fault.pos[0])
      const what = fault.code.toLowerCase().replaceAll('_', ' ')
      return {
        message: `the front matter is not YAML as it can be read here: ${what}`,
        line: line + 1,
        column: col,
        hint
      }
    }
    const value = plain(document.toJS({ maxAliasCount: maxAliases }))
    if (value === null) return { value: {} }
    if (isObject(value)) return { value }
    return { message: `the front matter must be a mapping, not ${kindOf(value)}`, line: 2, hint }
  } catch {
    // The parser ran out of stack, or there are more aliases than allowed.
    return {
      message: 'the front matter is nested too deep, or repeats itself too often',
      line: 1 + Math.min(1, countLines(yaml))
    }
  }
}

function trimmed(body: string): string {
  return body.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}
