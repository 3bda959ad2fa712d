/** Members of a usage object → Usage. A count that is absent, null or no whole number is left out. */
import { isObject, type JsonValue } from '../json.ts'
import type { Usage } from './family.ts'

export type UsageMembers = Readonly<Partial<Record<keyof Usage, readonly string[]>>>

/** The first member that holds a count wins. Called for every record of a job, hence plain loops. */
export function usageIn(told: JsonValue | undefined, members: UsageMembers): Usage {
  const usage: { -readonly [K in keyof Usage]: number } = {}
  if (!isObject(told)) return usage
  for (const name in members) {
    for (const member of members[name as keyof Usage] ?? []) {
      const tokens = told[member]
      if (typeof tokens !== 'number' || !Number.isSafeInteger(tokens) || tokens < 0) continue
      usage[name as keyof Usage] = tokens
      break
    }
  }
  return usage
}
