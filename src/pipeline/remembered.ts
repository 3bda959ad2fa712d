/**
 * Jobs that are known although Bedrock's list does not show them yet: those that this pass has created, and those that an
 * earlier workflow run wrote down. The latter are a hint that may be old or forged: each job that the list
 * does not show is asked for by its ARN until something definite is said of it; then it counts or is forgotten.
 */
import { readJobName } from '../jobs/names.ts'
import type { Cloud, JobFacts, LedgerJob } from '../ports.ts'
import { Failure } from '../problems.ts'

/** In one look: a long list that somebody made up must not keep a pass from its work. */
const mostAsked = 100

type Word = { readonly job: JobFacts } | { readonly forget: string } | 'stumbled'

export class Remembered {
  /** As they were written down. */
  readonly jobs: readonly LedgerJob[]
  private readonly open: Set<string>
  /** Created by this pass: whatever is said of them, they exist. */
  private readonly own = new Set<string>()
  private readonly forgotten = new Map<string, number>()

  constructor(jobs: readonly LedgerJob[]) {
    this.jobs = jobs
    this.open = new Set(jobs.map(job => job.jobArn))
  }

  add(jobArn: string): void {
    this.own.add(jobArn)
    this.open.add(jobArn)
  }

  /** Those under a name of this spec that are not listed. Where Bedrock stumbles the rest is left to the next look: the list itself was read. */
  async unlisted(cloud: Cloud, specId: string, listed: ReadonlySet<string>): Promise<JobFacts[]> {
    const found: JobFacts[] = []
    for (const jobArn of [...this.open].filter(arn => !listed.has(arn)).slice(0, mostAsked)) {
      const word = await askFor(cloud, specId, jobArn)
      if (word === 'stumbled') break
      if ('job' in word) found.push(word.job)
      else this.forget(jobArn, word.forget)
    }
    return found
  }

  /** A sentence for each reason for which some were forgotten since the last call. */
  complaints(): string[] {
    const told = [...this.forgotten].map(
      ([why, count]) =>
        `${count === 1 ? '1 job that an earlier workflow run noted is' : `${count} jobs that an earlier workflow run noted are`} passed over: ${why}`
    )
    this.forgotten.clear()
    return told
  }

  private forget(jobArn: string, why: string): void {
    if (this.own.has(jobArn)) return
    this.open.delete(jobArn)
    this.forgotten.set(why, (this.forgotten.get(why) ?? 0) + 1)
  }
}

async function askFor(cloud: Cloud, specId: string, jobArn: string): Promise<Word> {
  const region = /^arn:aws[a-z-]*:bedrock:([a-z0-9-]+):[0-9]{12}:model-invocation-job\/[a-z0-9]{12}$/.exec(jobArn)?.[1]
  if (region !== cloud.region) return { forget: `no ARN of a job in ${cloud.region}` }
  try {
    const job = await cloud.jobs.get(jobArn)
    if (job?.jobArn !== jobArn) return { forget: 'Bedrock knows no such job' }
    return readJobName(job.jobName)?.specId === specId ? { job } : { forget: 'of another spec' }
  } catch (error) {
    if (error instanceof Failure && error.code === 'service-trouble') return 'stumbled'
    noJobOfOurs(error)
    return { forget: 'these credentials may not see it' }
  }
}

/** A job that we may not see, of another account perhaps, is none of ours. Throws any other error. */
export function noJobOfOurs(error: unknown): undefined {
  if (error instanceof Failure && (error.code === 'access-denied' || error.code === 'refused-by-bedrock'))
    return undefined
  throw error
}
