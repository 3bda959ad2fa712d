/**
 * What a pass may do, by the event that started it. Pure: it sees the event's facts, never the token or the repository.
 * The reason for each line: who wrote the code and the data that this pass would spend money on?
 * https://docs.github.com/en/actions/reference/security/secure-use
 */
import { Failure } from '../problems.ts'

export type Mode = 'run' | 'plan' | 'try' | 'submit' | 'collect' | 'stop'

/** What this file reads of a GithubContext. */
export interface Origin {
  readonly onGithub: boolean
  readonly eventName?: string
  readonly fromFork?: boolean
  readonly runAttempt?: number
}

export interface Permission {
  /** Whether AWS may be called at all. */
  readonly aws: boolean
  /** Whether jobs may be created. */
  readonly pay: boolean
  /** The mode to go on with: a pull request turns every mode into `plan`. */
  readonly mode: Mode
  /** A re-run of an old workflow run: it may pay only while its commit is still the branch's head. */
  readonly onlyIfHead: boolean
  /** For a person, when the pass does less than was asked. */
  readonly notice?: string
}

/** Code of a branch, run to be looked at before it is merged: never paid for unless listed in `allow-events`. */
const proposals = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'merge_group'])

/** Anybody on the internet starts these, and they run with the base repository's rights. */
const openDoors: Readonly<Record<string, string>> = {
  pull_request_target: 'it runs with the rights of the base repository while anybody can open the pull request',
  issue_comment: 'anybody who can comment starts it, with the rights of the base repository',
  workflow_run: 'the workflow run that started it came from another repository'
}

/** The permission, or a Failure for the caller to throw. */
export function whatMayHappen(origin: Origin, allowEvents: readonly string[], mode: Mode): Permission | Failure {
  const event = origin.eventName ?? ''
  if (!origin.onGithub) return granted(mode, false)
  if (proposals.has(event)) return proposal(origin, event, allowEvents, mode)
  if (isOpenDoor(origin, event) && !allowEvents.includes(event)) return closed(event, mode)
  return granted(mode, (origin.runAttempt ?? 1) > 1)
}

function granted(mode: Mode, isRerun: boolean): Permission {
  const pay = mode === 'run' || mode === 'submit' || mode === 'try'
  return { aws: true, pay, mode, onlyIfHead: pay && isRerun }
}

function proposal(origin: Origin, event: string, allowEvents: readonly string[], mode: Mode): Permission {
  if (origin.fromFork === true) {
    const notice =
      'This pull request comes from a fork: nothing is asked of AWS, the plan is made from the files alone.'
    return { aws: false, pay: false, mode: 'plan', onlyIfHead: false, notice }
  }
  if (allowEvents.includes(event)) return granted(mode, (origin.runAttempt ?? 1) > 1)
  const plan: Permission = { aws: true, pay: false, mode: 'plan', onlyIfHead: false }
  if (mode === 'plan') return plan
  return {
    ...plan,
    notice: `The event ${event} only plans: mode ${mode} happens after the merge (or list ${event} in allow-events).`
  }
}

function isOpenDoor(origin: Origin, event: string): boolean {
  if (!Object.hasOwn(openDoors, event)) return false
  return event !== 'workflow_run' || origin.fromFork !== false
}

function closed(event: string, mode: Mode): Permission | Failure {
  const why = openDoors[event] ?? ''
  if (mode === 'plan') {
    const notice = `The event ${event} is not trusted (${why}): nothing is asked of AWS, the plan is made from the files alone.`
    return { aws: false, pay: false, mode, onlyIfHead: false, notice }
  }
  return new Failure('not-allowed-here', `mode ${mode} is not allowed on the event ${event}: ${why}`, {
    remedy: `Run it on push, schedule or workflow_dispatch. If this workflow never touches code or data of strangers, add ${event} to allow-events.`
  })
}
