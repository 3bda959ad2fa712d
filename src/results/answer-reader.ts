/** The spec's `answer` block → a reader of completions: text, JSON, label, pattern or vector. What a model's JSON looks like is not known here. */
import type { JsonObject } from '../json.ts'
import type { Place, Problems } from '../problems.ts'
import type { Spec } from '../spec/spec.ts'
import { jsonReader } from './json-reader.ts'
import { labelReader } from './label-reader.ts'
import { patternReader } from './pattern-reader.ts'
import { misfit, type AnswerReader, type Reading } from './reading.ts'
import { compileSchema, type SchemaCheck } from './schema-check.ts'

export type { AnswerReader } from './reading.ts'

/** What of the answer block decides how an answer is read; the lock tells by it when answers have to be read anew. */
export function readingSettings({ retryInvalid: _asking, repair, ...answer }: Spec['answer']): JsonObject {
  return { ...answer, ...(repair && { repair }) }
}

type AnswerSettings = Omit<Spec['answer'], 'repair' | 'retryInvalid'> & Partial<Spec['answer']>

/**
 * `schema` is the parsed schema where the spec has one, `place` its file (or where it stands in the spec).
 * Undefined, with a Problem at the place, for a schema that cannot be compiled.
 */
export async function compileAnswer(
  answer: AnswerSettings,
  schema: JsonObject | undefined,
  place: Place,
  problems: Problems
): Promise<AnswerReader | undefined> {
  switch (answer.format) {
    case 'text':
      return textReader(text => ({ value: text }))
    case 'label':
      return textReader(labelReader(answer.labels ?? []))
    case 'regex':
      return textReader(patternReader(answer.pattern ?? ''))
    case 'embedding':
      return readVector
    case 'json': {
      const check = schema && (await compiled(schema, place, problems))
      return schema && !check ? undefined : textReader(await jsonReader(check, answer.repair === true))
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
      return misfit('not text', 'answer must be text, but the model gave a vector', 'Answer with text.')
    // A cut emoji would be half a surrogate pair, which no UTF-8 file can hold.
    return read(content.trim().toWellFormed())
  }
}

function readVector(content: string | readonly number[]): Reading {
  if (typeof content !== 'string') return { value: content }
  const message = 'answer must be a vector of numbers, but the model gave text'
  return misfit('not a vector', message, 'Answer with a vector.')
}
