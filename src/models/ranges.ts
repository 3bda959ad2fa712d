/** Checks on numbers that several families make. The bounds themselves stand with the families. */
import type { ParameterProblem, Parameters } from './family.ts'

type Numeric = 'maxTokens' | 'temperature' | 'topP' | 'topK'
export type Ranges = Readonly<Partial<Record<Numeric, readonly [least: number, most: number]>>>

/** One error for each parameter outside its range, ends included. */
export function outOfRange(parameters: Parameters, ranges: Ranges): ParameterProblem[] {
  return (Object.entries(ranges) as [Numeric, readonly [number, number]][]).flatMap(([field, [least, most]]) => {
    const value = parameters[field]
    if (value === undefined || (value >= least && value <= most)) return []
    const bounds = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`
    return [{ field, message: `${field} must be ${bounds}, not ${value}` }]
  })
}

export function tooMany(
  parameters: Parameters,
  field: 'maxTokens' | 'topK',
  ceiling: number | undefined,
  bareId: string
): ParameterProblem[] {
  const value = parameters[field]
  if (value === undefined || ceiling === undefined || value <= ceiling) return []
  return [{ field, message: `${field} is at most ${ceiling} for ${bareId}, not ${value}` }]
}

/** An error for each parameter that the family has no place for. */
export function noPlaceFor(
  parameters: Parameters,
  fields: readonly Exclude<keyof Parameters, 'extra'>[],
  who: string,
  hint: string
): ParameterProblem[] {
  return fields
    .filter(field => parameters[field] !== undefined)
    .map(field => ({ field, message: `${who} takes no ${field}`, hint }))
}
