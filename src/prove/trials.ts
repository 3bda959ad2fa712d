/**
 * Histories that have reason to show what a missing precaution leads to. Passes that are whole keep every promise in all
 * of them; a mutant has to break one.
 */
import type { Change } from './dataset.ts'
import type { Event, History } from './history.ts'
import type { Strike } from './life.ts'
import type { MutantName } from './mutants.ts'
import type { PassPlan } from './world.ts'

const minutes = 60_000

/** Bedrock remembers neither names nor tokens. */
const forgetful = { tokensRemembered: 'never', duplicateNames: 'allowed' } as const
const tokensOnly = { ...forgetful, tokensRemembered: 'forever' } as const

const plain: History = { seed: 1, way: 'batch', rows: 8, events: [{ do: 'pass', plan: {} }], expect: { jobs: 3 } }
const slow: History = { ...plain, pace: 'slow', truth: forgetful, expect: {} }

function passes(...plans: readonly PassPlan[]): { events: readonly Event[] } {
  return { events: plans.map(plan => ({ do: 'pass', plan })) }
}

function killed(step: Strike['step'], moment: Strike['moment']): PassPlan {
  return { strikes: [{ do: 'kill', step, moment }] }
}

function cut(step: Strike['step'], moment: Strike['moment']): PassPlan {
  return { strikes: [{ do: 'cut', step, moment }] }
}

/** A pass stands still for so long that another takes its place. */
function suspended(before: string, about: string, change?: Change): { events: readonly Event[] } {
  return {
    events: [
      {
        do: 'at once',
        plans: [{ pause: { before, about, ms: 25 * minutes } }, { afterMs: 12 * minutes }],
        ...(change && { changes: [{ afterMs: 11 * minutes, change }] })
      }
    ]
  }
}

const create = 'CreateModelInvocationJob#1'

export const trials = {
  undisturbed: plain,
  'killed at Create': { ...plain, ...passes(killed(create, 'applied')) },
  'killed at Create, nothing is remembered': { ...slow, ...passes(killed(create, 'applied')) },
  'killed at Create, nothing is remembered, jobs are listed late': {
    ...{ ...slow, truth: { ...forgetful, listLagMs: minutes }, expect: { jobs: 3 } },
    ...passes(killed(create, 'applied'))
  },
  'killed after two jobs, nothing is remembered': {
    ...slow,
    ...passes(killed('CreateModelInvocationJob#2', 'answered'))
  },
  'no answer to Create, nothing is remembered': { ...slow, ...passes(cut(create, 'applied')) },
  'no answer to Create, tokens are remembered, jobs are listed late': {
    ...{ ...slow, truth: { ...tokensOnly, listLagMs: 15 * minutes }, expect: { jobs: 3 } },
    ...passes(cut(create, 'applied'))
  },
  'killed at the second try, which takes effect later': {
    ...{ ...slow, truth: { ...forgetful, zombieCreateMs: minutes / 2 }, expect: { jobs: 3 } },
    ...passes({
      strikes: [
        { do: 'cut', step: create, moment: 'before' },
        { do: 'kill', step: 'CreateModelInvocationJob#2', moment: 'applied' }
      ]
    })
  },
  'suspended before Create, tokens are remembered': {
    ...{ ...slow, truth: tokensOnly },
    ...suspended('CreateModelInvocationJob', '')
  },
  'suspended before Create, nothing is remembered': { ...slow, ...suspended('CreateModelInvocationJob', '') },
  'suspended while staging, other rows meanwhile': { ...slow, ...suspended('PutObject', '.jsonl', 'edit') },
  'two at once, nothing is remembered': {
    ...slow,
    events: [{ do: 'at once', plans: [{}, { afterMs: 300 }], changes: [{ afterMs: 100, change: 'edit' }] }]
  },
  'Create takes effect when other rows took its place': {
    ...{ ...slow, truth: { ...forgetful, zombieCreateMs: 20 * minutes }, expect: { passes: 1 } },
    events: [
      { do: 'pass', plan: killed(create, 'applied') },
      { do: 'wait', ms: 12 * minutes },
      { do: 'change', change: 'edit' }
    ]
  },
  'killed before it publishes, and the results are deleted': {
    ...plain,
    events: [
      { do: 'pass', plan: killed('publisher.publish#1', 'before') },
      { do: 'damage', what: { place: 'results', how: 'missing' } }
    ]
  },
  'killed on demand when a part is written': {
    ...{ ...plain, way: 'on-demand', expect: { jobs: 0 } },
    ...passes(killed('PutObject#3', 'answered'))
  },
  'models think for eleven minutes, another pass meanwhile': {
    ...{ ...plain, way: 'on-demand', expect: { jobs: 0 } },
    events: [
      {
        do: 'at once',
        plans: [{ slow: { step: 'InvokeModel', ms: 11 * minutes } }, { afterMs: 10.5 * minutes }]
      }
    ]
  },
  'a part of the answers is published': {
    ...{ ...plain, extra: 'publish: { when: partial }' },
    events: [
      { do: 'pass', plan: killed('CreateModelInvocationJob#2', 'before') },
      { do: 'wait', ms: minutes },
      { do: 'pass', plan: { waitMinutes: 0 } }
    ]
  }
} as const satisfies Record<string, History>

export type TrialName = keyof typeof trials

/** Which trial is there for which mutant. One that survives it is tried with all the others. */
export const shownBy: Readonly<Record<MutantName, TrialName>> = {
  'no lease': 'suspended while staging, other rows meanwhile',
  'lease not re-asserted before paying': 'suspended while staging, other rows meanwhile',
  'lease never taken over': 'killed at Create',
  'lease grows old': 'models think for eleven minutes, another pass meanwhile',
  'no look before creating': 'no answer to Create, nothing is remembered',
  'staged after creating': 'killed at Create',
  'ids of a job not written down': 'killed at Create, nothing is remembered, jobs are listed late',
  'staged input does not count': 'killed at Create, nothing is remembered, jobs are listed late',
  'staged input not written anew': 'killed at the second try, which takes effect later',
  'dead input not deleted': 'Create takes effect when other rows took its place',
  'name of a dead input used again': 'suspended before Create, nothing is remembered',
  'created again at once': 'no answer to Create, nothing is remembered',
  'no answer means failed': 'no answer to Create, nothing is remembered',
  'no answer ends the pass': 'no answer to Create, nothing is remembered',
  'random names': 'no answer to Create, nothing is remembered',
  'random request tokens': 'no answer to Create, tokens are remembered, jobs are listed late',
  'ended job counts as in flight': 'undisturbed',
  'ended jobs not seen': 'killed at Create, nothing is remembered, jobs are listed late',
  'living jobs not seen': 'killed after two jobs, nothing is remembered',
  'first page of the list only': 'killed after two jobs, nothing is remembered',
  'parts of a dead run not read': 'killed on demand when a part is written',
  'answers not kept': 'killed before it publishes, and the results are deleted',
  'answers joined by order': 'undisturbed',
  'last row not written': 'undisturbed',
  'part called whole': 'a part of the answers is published',
  'secret in the log': 'undisturbed',
  'job not told': 'undisturbed',
  'file beside the outputs': 'undisturbed'
}
