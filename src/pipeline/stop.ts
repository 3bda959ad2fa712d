/** Stops the spec's jobs. What was processed by then stays billed, and is collected by the next pass. */
import { readJobName } from '../jobs/names.ts'
import type { Cloud, JobFacts, Log } from '../ports.ts'

export interface Stopped {
  readonly jobs: readonly JobFacts[]
  readonly stopping: number
}

export async function stopJobs(cloud: Cloud, specId: string, log: Log): Promise<Stopped> {
  const jobs = (await cloud.jobs.list(specId)).filter(job => readJobName(job.jobName)?.specId === specId)
  let stopping = 0
  for (const job of jobs) {
    if (job.ending !== undefined) continue
    const outcome = await cloud.jobs.stop(job.jobArn)
    if (outcome === 'stopping') stopping++
    log.info(outcome === 'stopping' ? `stopping ${job.jobArn}` : `${job.jobArn} had ended already`)
  }
  return { jobs, stopping }
}
