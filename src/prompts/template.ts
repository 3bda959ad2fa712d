/** One template: its text checked against the columns, then a function from a row's fields to text. */
import { LiquidError, type Template as Parsed, type Token } from 'liquidjs'
import type { Columns } from '../dataset/columns.ts'
import { nearest } from '../dataset/nearest.ts'
import type { Fields } from '../dataset/row.ts'
import { Problems, type Place } from '../problems.ts'
import { allowedTags, engine, innerTags, refusedTags } from './engine.ts'
import { Frame, RowFault } from './frame.ts'
import { Names } from './names.ts'
import { placeIn } from './place.ts'
import { compileAll, declareAssigned, type Run } from './statements.ts'

export interface TemplateSource {
  readonly text: string
  /**
   * Of a template file: its first line. Of a text inside the spec: where it starts there, with line and column; Problems
   * then point into the YAML.
   */
  readonly place: Place
}

export interface Template {
  /** Throws RowFault. The same fields always give the same text. */
  render(fields: Fields): string
  /** Columns that the text depends on, sorted. */
  readonly fields: readonly string[]
}

/** Longest template, in UTF-16 units. */
const maxLength = 1024 * 1024

/** Undefined after a Problem; every unknown name, filter and tag is told with its place in the template. */
export function compileTemplate(source: TemplateSource, columns: Columns, problems: Problems): Template | undefined {
  const text = normalText(source.text)
  if (text.length > maxLength) {
    problems.error(`the template is longer than ${maxLength} characters`, source.place)
    return undefined
  }
  const here = new Problems()
  const run = compile(text, source.place, columns, here)
  problems.add(...here.list)
  if (run === undefined || here.any) return undefined
  return {
    fields: run.fields,
    render: fields => {
      const frame = new Frame(fields)
      run.run(frame)
      return frame.text
    }
  }
}

interface Compiled {
  readonly run: Run
  readonly fields: readonly string[]
}

function compile(text: string, place: Place, columns: Columns, problems: Problems): Compiled | undefined {
  const parsed = parse(text, place, problems)
  if (parsed === undefined) return undefined
  const names = new Names({
    columns,
    types: columns.types,
    problems,
    placeAt: token => placeOf(token, text, place),
    strict: false
  })
  declareAssigned(parsed, names)
  return { run: compileAll(parsed, names), fields: [...names.used].sort() }
}

/** The same template whatever the editor and the checkout made of it: no BOM, `\n`, and no line end at the end. */
export function normalText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .replace(/\n$/, '')
}

/** What went wrong while a row was filled in: a fault of ours that names its place, or one of a filter. */
export function faultOf(error: unknown): RowFault {
  if (error instanceof RowFault) return error
  if (error instanceof RangeError || error instanceof URIError) return new RowFault('a filter cannot work on this row')
  if (error instanceof Error && (LiquidError.is(error) || error.name === 'AssertionError')) {
    return new RowFault(firstLine(error.message))
  }
  throw error
}

function parse(text: string, place: Place, problems: Problems): readonly Parsed[] | undefined {
  try {
    return engine.parse(text)
  } catch (error) {
    if (error instanceof RangeError) {
      problems.error('the template is nested too deep', place)
      return undefined
    }
    if (!(error instanceof Error && LiquidError.is(error))) throw error
    const { message, hint } = syntaxFault(firstLine(error.message))
    problems.error(message, placeOf(error.token, text, place), hint)
    return undefined
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '')
}

function syntaxFault(told: string): { readonly message: string; readonly hint?: string } {
  const tag = /^tag "(.*)" not found$/.exec(told)?.[1]
  if (tag === undefined) return { message: `the template cannot be read: ${told}` }
  if (innerTags.includes(tag)) return { message: `${tag} stands outside of its tag` }
  const why = Object.hasOwn(refusedTags, tag) ? refusedTags[tag] : undefined
  if (why !== undefined) return { message: `the tag ${tag} is not available in prompts`, hint: why }
  const near = nearest(tag, allowedTags)
  const list = `tags: ${allowedTags.join(', ')}`
  return { message: `there is no tag named ${tag}`, hint: near === undefined ? list : `did you mean ${near}? ${list}` }
}

function placeOf(token: Token, text: string, place: Place): Place {
  const [line = 1, column = 1] = token.getPosition()
  return placeIn(place, text, line, column)
}
