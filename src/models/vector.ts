/** A vector inside a modelOutput. */
import { array, ShapeError, type JsonObject } from '../json.ts'

/** Throws ShapeError unless a list of numbers, with at least one of them, stands at the path. */
export function vector(modelOutput: JsonObject, path: string): readonly number[] {
  const found = array(modelOutput, path)
  if (found.length === 0) throw new ShapeError(path, 'a list with numbers')
  const stranger = found.findIndex(value => typeof value !== 'number')
  if (stranger >= 0) throw new ShapeError(`${path}[${stranger}]`, 'a number')
  return found as readonly number[]
}
