/** What families of embeddings share: no inference parameters, one vector, a few members of `extra` with fixed values. */
import type { JsonObject, JsonValue } from '../json.ts'
import { promptAlone } from './abilities.ts'
import type { Abilities, ParameterProblem, Parameters } from './family.ts'
import { noPlaceFor } from './ranges.ts'

/** Text alone, unless said otherwise. */
export function embeds(more: Partial<Abilities> = {}): Abilities {
  return { ...promptAlone, ...more }
}

/** An error for each inference parameter: such a model has only `extra`. */
export function onlyExtra(parameters: Parameters, who: string, members: string): ParameterProblem[] {
  const hint = members === '' ? `${who} has no parameters` : `there is only extra: {${members}}`
  return noPlaceFor(parameters, ['maxTokens', 'temperature', 'topP', 'topK', 'stop'], who, hint)
}

type Allowed = Readonly<Record<string, readonly (string | number)[]>>

/** An error for each member that is there and has none of its values; in a list, each entry must be one of them. */
export function wrongChoice(extra: JsonObject | undefined, allowed: Allowed): ParameterProblem[] {
  return Object.entries(allowed).flatMap(([member, values]): ParameterProblem[] => {
    const value = extra?.[member]
    if (value === undefined || isOneOf(values, value)) return []
    return [{ field: 'extra', message: `${member} must be ${values.join(', ')}` }]
  })
}

/** The same for members that are lists. */
export function wrongList(extra: JsonObject | undefined, allowed: Allowed): ParameterProblem[] {
  return Object.entries(allowed).flatMap(([member, values]): ParameterProblem[] => {
    const value = extra?.[member]
    if (value === undefined || (Array.isArray(value) && value.every((one: JsonValue) => isOneOf(values, one))))
      return []
    return [{ field: 'extra', message: `${member} must be a list of ${values.join(', ')}` }]
  })
}

function isOneOf(values: readonly (string | number)[], value: JsonValue): boolean {
  return values.some(one => one === value)
}
