/** Jobs as the summary tells of them. */
import { readJobName } from '../jobs/names.ts'
import type { JobFacts } from '../ports.ts'
import type { Costs } from './costs.ts'
import type { Driven } from './drive.ts'
import type { JobReport } from './report.ts'
import type { CreatedJob } from './submit.ts'

/** What is told of a drive, and of money. */
export type Done = Pick<Driven, 'jobs' | 'collected' | 'submissions' | 'created' | 'reasons' | 'unwanted'>
export type Prices = Pick<Costs, 'estimate' | 'actual' | 'basis' | 'onDemandBasis'>

export function jobReports(driven: Done, costs: Prices): JobReport[] {
  const submitted = new Set([
    ...driven.submissions.flatMap(one => one.jobArns),
    ...driven.created.map(job => job.jobArn)
  ])
  const records = new Map(driven.created.map(job => [job.jobArn, job.records]))
  const collected = new Map(driven.collected.map(one => [one.job.jobArn, one]))
  const shown = new Set(driven.jobs.map(job => job.jobArn))
  const unseen = driven.created.filter(job => !shown.has(job.jobArn)).map(createdReport)
  const seen = driven.jobs
    .filter(job => job.ending === undefined || submitted.has(job.jobArn) || collected.has(job.jobArn))
    .map(job => {
      const home = collected.get(job.jobArn)
      const costUsd = home && costs.actual(home.usage, home.way)
      return {
        ...jobReport(job),
        // Bedrock counts only once it has validated the input.
        records: job.counts.total || (records.get(job.jobArn) ?? 0),
        submittedByThisPass: submitted.has(job.jobArn),
        collected: home !== undefined,
        ...(home && { records: home.tally.asked, tokens: home.usage }),
        ...(costUsd !== undefined && { costUsd })
      }
    })
  return [...seen, ...unseen]
}

/** Created so lately that no look has shown it. */
function createdReport({ jobArn, jobName, status, records }: CreatedJob): JobReport {
  return { jobArn, jobName, status, records, counts: {}, submittedByThisPass: true, collected: false }
}

export function jobReport(job: JobFacts): JobReport {
  return {
    jobArn: job.jobArn,
    jobName: readJobName(job.jobName) === undefined ? 'unknown' : job.jobName,
    status: job.status,
    ...(job.ending !== undefined && { ending: job.ending }),
    ...(job.message !== undefined && { message: job.message }),
    records: job.counts.total ?? 0,
    counts: job.counts,
    submittedByThisPass: false,
    collected: false
  }
}
