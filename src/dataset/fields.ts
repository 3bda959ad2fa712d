/** Makes the fields of a row: own properties only, nothing inherited, whatever the columns are called. */
import type { JsonObject, JsonValue } from '../json.ts'
import type { Fields } from './row.ts'

/**
 * Instances inherit from an object that is empty and has no prototype, so a column named `constructor` or `__proto__`
 * is an ordinary one. `Object.create(null)` would say the same but makes hash tables: twice as slow to fill and to read.
 */
class Empty {
  [column: string]: JsonValue
}
Object.setPrototypeOf(Empty.prototype, null)
Reflect.deleteProperty(Empty.prototype, 'constructor')

/** With more members, an instance costs the square of them. */
const wide = 1000

function empty(members: number): Empty {
  return members > wide ? (Object.create(null) as Empty) : new Empty()
}

export function fieldsOfCells(names: readonly string[], cells: readonly JsonValue[]): Fields {
  const fields = empty(names.length)
  for (let index = 0; index < names.length; index++) fields[names[index] as string] = cells[index] as JsonValue
  return fields
}

export function fieldsOfObject(object: JsonObject): Fields {
  const names = Object.keys(object)
  const fields = empty(names.length)
  for (const name of names) fields[name] = object[name] as JsonValue
  return fields
}
