/** Stops the spec's jobs. What was processed by then stays billed, and is collected by the next pass. */
import { counted } from '../figures.ts'
import { readJobName } from '../jobs/names.ts'
import type { Cloud, JobFacts, Ledger, Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import { staged } from './observe.ts'
import { noJobOfOurs, Remembered } from './remembered.ts'
import type { Store } from './store.ts'

export interface Stopping {
  readonly cloud: Cloud
  readonly store: Store
  readonly ledger: Pick<Ledger, 'load'>
  readonly log: Log
}

export interface Stopped {
  /** Those that live, as they are now. */
  readonly jobs: readonly JobFacts[]
  readonly stopping: number
  /** Whether something was staged so lately that its job may not be listed yet, or nobody can tell. */
  readonly mayBeUnlisted: boolean
  /** Why some were not stopped. */
  readonly failure: Failure | undefined
}

/** All are tried, whatever becomes of one. */
export async function stopJobs(work: Stopping): Promise<Stopped> {
  const known = await jobsOf(work)
  const jobs: JobFacts[] = []
  const failures: Failure[] = []
  for (const job of known) {
    if (job.ending !== undefined) continue
    try {
      const now = await stop(work, job)
      if (now !== undefined) jobs.push(now)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
      jobs.push(job)
    }
  }
  const stopping = jobs.filter(job => job.status === 'Stopping').length
  return { jobs, stopping, mayBeUnlisted: await mayBeUnlisted(work, known), failure: oneOf(failures, jobs.length) }
}

/** As Bedrock lists them, and those that an earlier workflow run wrote down and the list does not show yet. */
async function jobsOf({ cloud, store: { specId }, ledger }: Stopping): Promise<readonly JobFacts[]> {
  const isOurs = (job: JobFacts): boolean => readJobName(job.jobName)?.specId === specId
  const jobs = (await cloud.jobs.list(specId)).filter(isOurs)
  const listed = new Set(jobs.map(job => job.jobArn))
  const noted = new Remembered(await ledger.load(specId))
  return [...jobs, ...(await noted.unlisted(cloud, specId, listed))]
}

/** The job as it is now; undefined where it had ended already. Throws Failure where Bedrock does not stop it. */
async function stop({ cloud, log }: Stopping, job: JobFacts): Promise<JobFacts | undefined> {
  const { jobArn } = job
  if (job.status === 'Stopping') {
    log.info(`${jobArn} is being stopped already`)
    return job
  }
  if ((await cloud.jobs.stop(jobArn)) === 'stopping') {
    log.info(`stopping ${jobArn}`)
    return { ...job, status: 'Stopping' }
  }
  const now = await cloud.jobs.get(jobArn).catch(noJobOfOurs)
  if (now !== undefined && now.ending === undefined && now.status !== 'Stopping')
    throw new Failure('refused-by-bedrock', `Bedrock does not stop ${jobArn}, whose status is ${now.status}`, {
      remedy: 'Run mode: stop again in a minute, or stop it in the console.'
    })
  if (now === undefined || now.ending !== undefined) {
    log.info(`${jobArn} had ended already`)
    return undefined
  }
  log.info(`${jobArn} is being stopped already`)
  return now
}

async function mayBeUnlisted({ store }: Stopping, jobs: readonly JobFacts[]): Promise<boolean> {
  try {
    return (await staged(store, jobs)).young.length > 0
  } catch (error) {
    // A role that may only stop jobs need not see the folder.
    if (error instanceof Failure) return true
    throw error
  }
}

function oneOf(failures: readonly Failure[], jobs: number): Failure | undefined {
  const [first] = failures
  if (first === undefined || failures.length === jobs) return first
  const { code, message, remedy, cause } = first
  return new Failure(code, `${failures.length} of ${counted(jobs, 'job')} could not be stopped: ${message}`, {
    cause,
    ...(remedy !== undefined && { remedy })
  })
}
