/** The template language: liquidjs as parser and source of filters, cut down to what depends on nothing but the row. */
import { Liquid } from 'liquidjs'

/** Tags that a prompt may use. Left out: those that read files, count across renders, or write HTML tables. */
export const allowedTags: readonly string[] = [
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'echo',
  'for',
  'if',
  'liquid',
  'raw',
  'unless',
  '#'
]

/** Words that stand inside other tags. */
export const innerTags: readonly string[] = [
  'else',
  'elsif',
  'when',
  'endfor',
  'endif',
  'endcase',
  'endunless',
  'endcapture'
]

/** Why a tag that liquidjs knows is not there. */
export const refusedTags: Readonly<Record<string, string>> = {
  include: 'a prompt is one file and reads no other',
  render: 'a prompt is one file and reads no other',
  layout: 'a prompt is one file and reads no other',
  block: 'a prompt is one file and has no layout',
  cycle: 'use a list and an index instead',
  increment: 'use `assign` and the filter `plus`',
  decrement: 'use `assign` and the filter `minus`',
  tablerow: 'use `for`'
}

/** Every filter that gives the same text for the same row, on any machine and at any time. */
export const allowedFilters: readonly string[] = [
  ...['abs', 'at_least', 'at_most', 'ceil', 'divided_by', 'floor', 'minus', 'modulo', 'plus', 'round', 'times'],
  ...['append', 'capitalize', 'downcase', 'lstrip', 'normalize_whitespace', 'number_of_words', 'prepend', 'remove'],
  ...['remove_first', 'remove_last', 'replace', 'replace_first', 'replace_last', 'rstrip', 'split', 'squish', 'strip'],
  ...['strip_newlines', 'truncate', 'truncatewords', 'upcase', 'array_to_sentence_string'],
  ...['compact', 'concat', 'find', 'find_index', 'first', 'group_by', 'has', 'join', 'last', 'map', 'pop', 'push'],
  ...['reject', 'reverse', 'shift', 'size', 'slice', 'sort', 'sort_natural', 'sum', 'uniq', 'unshift', 'where'],
  ...['default', 'inspect', 'json', 'jsonify', 'raw', 'to_integer'],
  ...['escape', 'escape_once', 'newline_to_br', 'strip_html', 'xml_escape'],
  ...['cgi_escape', 'slugify', 'uri_escape', 'url_decode', 'url_encode'],
  ...['base64_decode', 'base64_encode', 'hmac_sha256', 'sha256']
]

/** Why a filter that liquidjs knows is not there. */
export function refusedFilter(name: string): string | undefined {
  if (name.startsWith('date')) return 'it depends on the clock, the time zone and the language of the machine'
  if (name === 'sample') return 'it is random, so the same row would be asked again and again'
  return name.endsWith('_exp') ? 'use a `for` with an `if` instead' : undefined
}

/** Characters that the filters of one render may touch, in all. */
const filterMemory = 32 * 1024 * 1024

export const engine = new Liquid({
  ownPropertyOnly: true,
  strictVariables: true,
  lenientIf: true,
  groupedExpressions: true,
  memoryLimit: filterMemory,
  // Without these two it would look at the machine: its files, its language.
  templates: {},
  locale: 'en-US'
})

for (const name of Object.keys(engine.tags)) {
  if (!allowedTags.includes(name)) Reflect.deleteProperty(engine.tags, name)
}
for (const name of Object.keys(engine.filters)) {
  if (!allowedFilters.includes(name)) engine.unregisterFilter(name)
}
