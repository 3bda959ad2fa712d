/** The spec's `answer` block → a reader of completions: text, JSON, label or vector. What a model's JSON looks like is not known here. */
import type { JsonObject, JsonValue } from '../json.ts'
import type { Place, Problems } from '../problems.ts'
import type { Spec } from '../spec/spec.ts'
import { jsonIn } from './json-in-text.ts'
import { compileSchema, type Misfit, type SchemaCheck } from './schema-check.ts'

type Reading = { readonly value: JsonValue } | Misfit

export type AnswerReader = (content: string | readonly number[]) => Reading

/**
 * `schema` is the parsed schema where the spec has one, `place` its file (or where it stands in the spec).
 * Undefined, with a Problem at the place, for a schema that cannot be compiled.
 */
export async function compileAnswer(
  answer: Spec['answer'],
  schema: JsonObject | undefined,
  place: Place,
  problems: Problems
): Promise<AnswerReader | undefined> {
  switch (answer.format) {
    case 'text':
      return textReader(readText)
    case 'label':
      return textReader(labelReader(answer.labels ?? []))
    case 'embedding':
      return readVector
    case 'json': {
      const check = schema && (await compiled(schema, place, problems))
      return schema && !check ? undefined : textReader(text => readJson(text, check))
    }
  }
}

async function compiled(schema: JsonObject, place: Place, problems: Problems): Promise<SchemaCheck | undefined> {
  try {
    return await compileSchema(schema)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    problems.error(`the schema is not a JSON Schema that can be used: ${why}`, place, hintFor(why))
    return undefined
  }
}

function hintFor(why: string): string | undefined {
  if (why.includes('no schema with key or ref')) return 'write JSON Schema 2020-12, or leave out "$schema"'
  if (why.includes("can't resolve reference"))
    return 'put the schema that is referred to under "$defs"; nothing is fetched'
  return undefined
}

function textReader(read: (text: string) => Reading): AnswerReader {
  return content => {
    if (typeof content !== 'string')
      return { reason: 'not text', message: 'answer must be text, but the model gave a vector' }
    // A cut emoji would be half a surrogate pair, which no UTF-8 file can hold.
    return read(content.trim().toWellFormed())
  }
}

function readText(value: string): Reading {
  return { value }
}

function readVector(content: string | readonly number[]): Reading {
  if (typeof content !== 'string') return { value: content }
  return { reason: 'not a vector', message: 'answer must be a vector of numbers, but the model gave text' }
}

/** Without a schema the first candidate; with one the first that fits it, else what is wrong with the first. */
function readJson(text: string, check: SchemaCheck | undefined): Reading {
  let misfit: Misfit | undefined
  for (const value of jsonIn(text)) {
    const wrong = check?.(value)
    if (!wrong) return { value }
    misfit ??= wrong
  }
  return misfit ?? { reason: 'not JSON', message: 'answer must be JSON, but no object or array was found in it' }
}

/** Exactly, then with case, punctuation and marks such as `**` aside, where that fits one label only. */
function labelReader(labels: readonly string[]): (text: string) => Reading {
  const exact = new Set(labels)
  const loose = new Map<string, string | undefined>()
  for (const label of exact) loose.set(bare(label), loose.has(bare(label)) ? undefined : label)
  const misfit = { reason: 'not one of the labels', message: `answer must be one of ${shortList(labels)}` }
  return text => {
    if (exact.has(text)) return { value: text }
    const found = bare(text) === '' ? undefined : loose.get(bare(text))
    return found === undefined ? misfit : { value: found }
  }
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function shortList(labels: readonly string[]): string {
  const shown = labels.slice(0, 10).map(label => JSON.stringify(label))
  return labels.length > shown.length ? `${shown.join(', ')} … (${labels.length} labels)` : shown.join(', ')
}
