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

/** Tokens of an answer at most, by model, the first row that matches wins. */
export interface Ceiling {
  readonly models: RegExp
  readonly maxTokens: number
  /** AWS's own pages disagree, or do not say: Bedrock decides. */
  readonly disputed?: true
}

export function aboveCeiling(bareId: string, parameters: Parameters, ceilings: readonly Ceiling[]): ParameterProblem[] {
  const { maxTokens } = parameters
  const ceiling = ceilings.find(({ models }) => models.test(bareId))
  if (ceiling?.disputed === undefined) return tooMany(parameters, 'maxTokens', ceiling?.maxTokens, bareId)
  if (maxTokens === undefined || maxTokens <= ceiling.maxTokens) return []
  return [
    {
      severity: 'warning',
      field: 'maxTokens',
      message: `${bareId} is documented with at most ${ceiling.maxTokens} tokens of answer; ${maxTokens} may be refused record by record`
    }
  ]
}

export function tooManyStops({ stop }: Parameters, most: number, who: string): ParameterProblem[] {
  if (stop === undefined || stop.length <= most) return []
  return [{ field: 'stop', message: `${who} takes at most ${most} stop sequences, not ${stop.length}` }]
}

/** A model whose own default cuts most answers short. */
export function shortByDefault(
  { maxTokens, extra }: Parameters,
  member: string,
  tokens: number,
  who: string
): ParameterProblem[] {
  if (maxTokens !== undefined || extra?.[member] !== undefined) return []
  return [
    {
      severity: 'warning',
      field: 'maxTokens',
      message: `without maxTokens ${who} ends an answer after ${tokens} tokens`,
      hint: 'write how many tokens an answer may have'
    }
  ]
}
