/** One item of the user's data. */
import type { JsonValue } from '../json.ts'
import type { Place } from '../problems.ts'

export type Fields = Readonly<Record<string, JsonValue>>

export interface Row {
  /** Stable name: the key field's text, or 11 base-62 digits of the fields' SHA-256 where the spec names no key. */
  readonly key: string
  /** Columns by name, own properties of an object without prototype. CSV cells are strings unless `types` says otherwise. */
  readonly fields: Fields
  readonly place: Place
}
