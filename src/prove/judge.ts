/** Whether the promises P1 to P6 held, by the emulator's own books and by what stands on the branch. */
import type { PaidRecord } from '../emulator/books.ts'
import { answerTo, bucket, outputPath, ownPaths } from './dataset.ts'
import type { Dataset } from './dataset.ts'
import type { Commit } from './github.ts'
import type { History } from './history.ts'
import { isAt } from './life.ts'
import type { Step, Strike } from './life.ts'
import type { PassEnd, World } from './world.ts'

export interface Violation {
  readonly promise: 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'jobs'
  readonly what: string
}

export interface Verdict {
  readonly violations: readonly Violation[]
  readonly figures: Figures
  readonly passes: readonly PassEnd[]
}

/** Counts of one history; of many, their sums. */
export interface Figures {
  readonly kills: number
  readonly cuts: number
  readonly jobs: number
  readonly paid: number
  /** Questions answered more than once by jobs. */
  readonly paidTwice: number
  /** Answers that an interrupted on-demand run paid again, within its bound. */
  readonly repaid: number
  readonly lost: number
  readonly false: number
  readonly secrets: number
  /** Fresh passes after the last event until everything was published. */
  readonly recovery: number
  readonly refusals: number
}

interface Outcome {
  readonly recovery: number
  readonly settled: boolean
}

export async function judge(world: World, history: History, outcome: Outcome): Promise<Verdict> {
  const violations: Violation[] = []
  const blame = (promise: Violation['promise'], what: string): void => void violations.push({ promise, what })
  const { expect = {} } = history
  const paid = paidAgain(world)
  if (!expect.mayPayTwice)
    for (const one of paid.twice)
      blame('P1', `a question was answered and charged ${one.times} times, by ${one.jobArns.join(', ')}`)
  const strikes = world.passes.flatMap(struck)
  const bound = mayRepay(world.passes)
  if (paid.repaid > bound)
    blame(
      'P1',
      `${paid.repaid} answers were paid again on demand, more than the ${bound} that may be in the air or not yet written`
    )
  const jobs = world.emulator.books.effects.filter(effect => effect.kind === 'job-created').length
  if (expect.jobs !== undefined && jobs !== expect.jobs)
    blame('jobs', `${jobs} jobs were created, ${expect.jobs} were needed`)
  const lost = lostRows(world)
  const refused = !outcome.settled && expect.mayRefuse === true && isRefusal(world.passes.at(-1))
  if (!refused) for (const key of lost) blame('P2', `row ${key} is neither answered nor given up`)
  const falsehoods = world.branch.commits.flatMap(falseRows)
  for (const one of falsehoods) blame('P3', one)
  if (!outcome.settled && !refused)
    blame('P4', `not done after ${outcome.recovery} undisturbed passes: ${tell(world.passes.at(-1))}`)
  if (outcome.settled) for (const one of restless(world.passes.at(-1))) blame('P4', one)
  for (const one of world.passes.flatMap(unclear)) blame('P5', one)
  const leaks = await leaked(world)
  for (const one of leaks) blame('P6', one)
  for (const one of world.passes.flatMap(strayed)) blame('P6', one)
  return {
    violations,
    passes: world.passes,
    figures: {
      kills: strikes.filter(strike => strike.do === 'kill').length,
      cuts: strikes.filter(strike => strike.do === 'cut').length,
      jobs,
      paid: [...world.emulator.books.paid()].length,
      paidTwice: paid.twice.length,
      repaid: paid.repaid,
      lost: refused ? 0 : lost.length,
      false: falsehoods.length,
      secrets: leaks.length,
      recovery: outcome.recovery,
      refusals: refused ? 1 : 0
    }
  }
}

function paidAgain(world: World): { twice: PaidRecord[]; repaid: number } {
  const again = [...world.emulator.books.paid(2)]
  const isJob = (arn: string): boolean => arn.startsWith('arn:')
  const twice = again.filter(
    one => one.jobArns.filter(isJob).length > 1 || (one.jobArns.some(isJob) && one.jobArns.length > 1)
  )
  const now = again.filter(one => !one.jobArns.some(isJob))
  return { twice, repaid: now.reduce((sum, one) => sum + one.times - 1, 0) }
}

/**
 * A pass that is struck loses the calls in the air and the part of twenty answers that is not yet written: no more than
 * it has asked since it last wrote a part.
 */
function mayRepay(passes: readonly PassEnd[]): number {
  return passes.filter(one => struck(one).length > 0).reduce((all, one) => all + unwritten(one), 0)
}

function unwritten({ steps, plan }: PassEnd): number {
  const strikes = plan.strikes ?? []
  const isPart = (step: Step): boolean => step.name === 'PutObject' && step.about.includes('/part-')
  const isLost = (index: number): boolean =>
    strikes.some(strike => strike.moment === 'before' && isAt(strike, steps.slice(0, index + 1)))
  const last = steps.findLastIndex((step, index) => isPart(step) && !isLost(index))
  const calls = steps.slice(last + 1).filter(step => step.name === 'InvokeModel').length
  return Math.min(20, calls) + strikes.filter(strike => strike.do === 'cut').length
}

/** The strikes that met the pass before its end. */
function struck({ plan, steps }: PassEnd): Strike[] {
  return (plan.strikes ?? []).filter(strike => steps.some((_, index) => isAt(strike, steps.slice(0, index + 1))))
}

/** By the branch as it stands: every row of the dataset has a line in the output, or is given up in the lock. */
function lostRows({ branch, dataset }: World): string[] {
  const answered = new Set(outputRows(branch.files).map(row => row.id))
  const givenUp = lockedFailures(branch.files.get('out/answers.lock.json'))
  return [...dataset.rows]
    .filter(([key, text]) => ('answer' in answerTo(dataset, text) ? !answered.has(key) : !givenUp.has(key)))
    .map(([key]) => key)
}

interface OutputRow {
  readonly id: string
  readonly text: string
  readonly answer: string
}

function outputRows(files: ReadonlyMap<string, string>): OutputRow[] {
  const lines = (files.get(outputPath) ?? '').split('\n').filter(line => line !== '')
  return lines.map(line => ({ id: line, text: '', answer: '', ...readJson(line) }))
}

/** Nothing where the text was spoilt on purpose. */
function readJson(text = '{}'): object {
  try {
    return JSON.parse(text) as object
  } catch {
    return {}
  }
}

/** Read without the action's own reader: a row given up has its reason after an exclamation mark. */
function lockedFailures(lock: string | undefined): Set<string> {
  const { rows = {} } = readJson(lock) as { rows?: Record<string, string[]> }
  return new Set(Object.entries(rows).flatMap(([key, row]) => (row[1]?.startsWith('!') ? [key] : [])))
}

/** Of every commit, not only of the last: nobody may ever read a wrong answer. */
function falseRows({ pass, dataset, files }: Commit): string[] {
  const rows = outputRows(files)
  const wrong = rows.flatMap(({ id, text, answer }) => {
    const asked = dataset.rows.get(id)
    if (asked === undefined) return [`pass ${pass} published row ${id}, which its dataset does not have`]
    const right = answerTo(dataset, asked)
    if ('answer' in right && right.answer === answer && text === asked) return []
    return [`pass ${pass} published under row ${id} (“${asked}”): ${answer}`]
  })
  const seen = new Set(rows.map(row => row.id))
  const manifest = readJson(files.get('out/answers.manifest.json')) as { complete?: boolean }
  const absent = missingFrom(dataset, seen)
  const half =
    manifest.complete === true && absent.length > 0
      ? [`pass ${pass} called a set without ${absent.join(', ')} complete`]
      : []
  return [...wrong, ...half, ...(rows.length === seen.size ? [] : [`pass ${pass} published a row twice`])]
}

function missingFrom(dataset: Dataset, seen: ReadonlySet<string>): string[] {
  return [...dataset.rows]
    .filter(([key, text]) => 'answer' in answerTo(dataset, text) && !seen.has(key))
    .map(([key]) => key)
}

/** A pass over a settled world does nothing. */
function restless(last: PassEnd | undefined): string[] {
  if (last?.report?.status === 'nothing-to-do') return []
  return [`a pass with nothing to do did something: ${tell(last)}`]
}

function isRefusal(last: PassEnd | undefined): boolean {
  return last?.report?.failure?.remedy !== undefined || last?.report?.open !== undefined
}

function unclear({ number, report, steps }: PassEnd): string[] {
  if (steps.length >= 5000) return [`pass ${number} made ${steps.length} steps and more`]
  if (report === undefined) return []
  if (report.crash !== undefined)
    return [
      `pass ${number} broke: ${report.crash instanceof Error ? (report.crash.stack ?? report.crash.message) : JSON.stringify(report.crash)}`
    ]
  const { failure } = report
  if (failure !== undefined && (failure.message === '' || failure.remedy === undefined))
    return [`pass ${number} ended without a remedy: ${failure.code}: ${failure.message}`]
  if (report.status === 'waiting' && report.open === undefined)
    return [`pass ${number} waits and does not say for what`]
  return []
}

/** Secrets, and the words of rows and models where they have no place. */
async function leaked({ secrets, passes, branch, artifacts, emulator }: World): Promise<string[]> {
  const places: [string, string][] = [
    ...passes.map(({ number, log }): [string, string] => [`the log of pass ${number}`, log.join('\n')]),
    ['an artifact', JSON.stringify(artifacts.saved)],
    ...branch.commits.map(({ pass, files }): [string, string] => [
      `a file of pass ${pass}`,
      [...files.values()].join('\n')
    ])
  ]
  for (const object of emulator.buckets.list(bucket).objects) places.push([object.key, await object.text()])
  const found = places.flatMap(([where, text]) =>
    secrets.some(secret => text.includes(secret)) ? [`a secret stands in ${where}`] : []
  )
  const words = places
    .filter(([where, text]) => /log|artifact/.test(where) && text.includes('said to <'))
    .map(([where]) => `a model's words stand in ${where}`)
  return [...found, ...words]
}

function strayed({ number, touched }: PassEnd): string[] {
  return [...touched].filter(path => !ownPaths.includes(path)).map(path => `pass ${number} wrote ${path}`)
}

export function tell(end: PassEnd | undefined): string {
  const { report } = end ?? {}
  if (report === undefined) return 'killed'
  const { failure, crash, open, status } = report
  return `${status}${failure === undefined ? '' : `, ${failure.code}: ${failure.message}`}${open === undefined ? '' : `, ${open}`}${crash === undefined ? '' : ', broke'}`
}
