/** Why a pass asks nothing, as Failures that say what to do. */
import { counted } from '../figures.ts'
import type { JobFacts, Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Plan } from '../reconcile/plan.ts'

/** Throws Failure `too-few-records` where the spec wants no pass to go on with so few. */
export function refuseTooFew({ ask, choice }: Plan): void {
  if (choice.way !== 'fail') return
  throw new Failure(
    'too-few-records',
    `${counted(ask.length, 'record is', 'records are')} to be asked: ${choice.why}`,
    {
      remedy: 'Add rows, or write belowMinimum: on-demand, pad or hold in the spec. Nothing was asked.'
    }
  )
}

/** Jobs of ours below another S3 prefix: what they answer is not seen from here, so asking might pay for it again. */
export function refuseForeign(foreign: readonly JobFacts[]): void {
  const failure = foreignJob(foreign)
  if (failure !== undefined) throw failure
}

/** The same for a pass that asks nothing anyway: it only says so. */
export function warnOfForeign(foreign: readonly JobFacts[], log: Pick<Log, 'warning'>): void {
  const failure = foreignJob(foreign)
  if (failure !== undefined) log.warning(`${failure.message}. ${failure.remedy ?? ''}`)
}

function foreignJob(foreign: readonly JobFacts[]): Failure | undefined {
  const live = foreign.find(job => job.ending === undefined)
  if (live === undefined) return undefined
  return new Failure('bad-state', `${live.jobArn} runs for this spec below another S3 prefix (${live.inputS3Uri})`, {
    remedy: 'Set s3-uri back until it is collected, or stop it with mode: stop. Nothing was asked.'
  })
}

/** The workflow run was cancelled in mid-wait. */
export function interrupted(live: readonly JobFacts[]): Failure {
  const arns = live.map(job => job.jobArn).join(', ')
  return new Failure('interrupted', arns === '' ? 'nothing is running at Bedrock' : `still running: ${arns}`, {
    remedy: 'Running jobs go on and are paid; the next pass collects them. To end them, run with mode: stop.'
  })
}
