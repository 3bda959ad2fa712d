/** One item of the user's data. */
import type { JsonValue } from '../json.ts'
import type { Place } from '../problems.ts'
import type { Part, Request } from '../prompts/request.ts'
import type { Parameters } from '../models/family.ts'

export type Fields = Readonly<Record<string, JsonValue>>

export interface Row {
  /** Stable name: the key field's text, or 11 base-62 digits of the fields' SHA-256 where the spec names no key. */
  readonly key: string
  /** Columns by name, own properties of an object without prototype. CSV cells are strings unless `types` says otherwise. */
  readonly fields: Fields
  readonly place: Place
  /** The question itself, where the dataset's format is one of questions: an OpenAI batch file, Bedrock's own records. */
  readonly request?: Request
  /** Over those of the spec: an OpenAI line brings its own `max_tokens`. */
  readonly parameters?: Parameters
  /** The row's own file, where a row is an image or a document; asked along where the prompt names no media itself. */
  readonly media?: Part
}
