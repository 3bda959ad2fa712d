/**
 * Passes with one precaution taken away, each by a wrapper around what the pass is given: the proof has to notice every
 * one of them, or it proves nothing.
 */
import { answersNotKept, joinedByOrder, partsForgotten } from './mutants/answers.ts'
import {
  createdAgainAtOnce,
  endedCountsAsInFlight,
  endedJobsAreForgotten,
  livingJobsAreForgotten,
  onlyFirstPage,
  randomTokens,
  unknownIsThrown,
  unknownMeansFailed
} from './mutants/jobs.ts'
import { leaseForEver, leaseGrowsOld, leaseNotReasserted, noLease } from './mutants/lease.ts'
import type { Mutate, Mutated } from './mutants/mutant.ts'
import { lastRowLost, loudLog, partCalledWhole, silentLog, strayFile } from './mutants/outside.ts'
import {
  ageNotRenewed,
  deadInputsStay,
  deadNamesUsedAgain,
  noIds,
  noLook,
  randomNames,
  stagedAfterwards,
  stagedDoesNotCount
} from './mutants/staging.ts'

export const mutants = {
  'no lease': noLease,
  'lease not re-asserted before paying': leaseNotReasserted,
  'lease never taken over': leaseForEver,
  'lease grows old': leaseGrowsOld,
  'no look before creating': noLook,
  'staged after creating': stagedAfterwards,
  'ids of a job not written down': noIds,
  'staged input does not count': stagedDoesNotCount,
  'staged input not written anew': ageNotRenewed,
  'dead input not deleted': deadInputsStay,
  'name of a dead input used again': deadNamesUsedAgain,
  'created again at once': createdAgainAtOnce,
  'no answer means failed': unknownMeansFailed,
  'no answer ends the pass': unknownIsThrown,
  'random names': randomNames,
  'random request tokens': randomTokens,
  'ended job counts as in flight': endedCountsAsInFlight,
  'ended jobs not seen': endedJobsAreForgotten,
  'living jobs not seen': livingJobsAreForgotten,
  'first page of the list only': onlyFirstPage,
  'parts of a dead run not read': partsForgotten,
  'answers not kept': answersNotKept,
  'answers joined by order': joinedByOrder,
  'last row not written': lastRowLost,
  'part called whole': partCalledWhole,
  'secret in the log': loudLog,
  'job not told': silentLog,
  'file beside the outputs': strayFile
} as const satisfies Record<string, Mutate>

export type MutantName = keyof typeof mutants

/** One inside the other. */
export function mutateAll(names: readonly MutantName[]): Mutate {
  return (outside, cloud, secret) =>
    names.reduce<Required<Mutated>>(
      (world, name) => ({ ...world, ...mutants[name](world.outside, world.cloud, secret) }),
      { outside, cloud }
    )
}
