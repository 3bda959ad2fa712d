/**
 * Paths into a modelOutput that a spec gives, as `content[0].text`. `[*]` stands for every element of a list, so that
 * `content[*].text` is the text of all blocks that have one. Their spelling is checked where the spec is read.
 */
import { at, ShapeError, type JsonArray, type JsonObject, type JsonValue } from '../json.ts'

const every = '[*]'

/** All that stands there, in order; elements without the rest of the path are passed over. */
export function allAt(value: JsonValue, path: string): readonly JsonValue[] {
  const star = path.indexOf(every)
  if (star < 0) {
    const found = at(value, path)
    return found === undefined ? [] : [found]
  }
  const list = star === 0 ? value : at(value, path.slice(0, star))
  const rest = path.slice(star + every.length)
  return Array.isArray(list) ? (list as JsonArray).flatMap(element => allAt(element, rest)) : []
}

/** The texts at a path, joined; undefined where there is none. Throws ShapeError where something else stands there. */
export function joinedAt(modelOutput: JsonObject, path: string): string | undefined {
  const texts: string[] = []
  for (const found of allAt(modelOutput, path)) {
    if (typeof found !== 'string') throw new ShapeError(path, 'a string')
    texts.push(found)
  }
  return texts.length === 0 ? undefined : texts.join('')
}
