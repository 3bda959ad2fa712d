/** Which jobs a later workflow run has to know of, told to the ledger when that has changed. */
import type { JobFacts, Ledger, LedgerJob } from '../ports.ts'
import type { CreatedJob } from './submit.ts'
import type { Watch } from './watch.ts'

export class OpenJobs {
  /** By this pass. */
  readonly created: CreatedJob[] = []
  private readonly ledger: Ledger
  private readonly specId: string
  private readonly watch: Watch
  private saved: readonly LedgerJob[] | undefined

  constructor(ledger: Ledger, specId: string, watch: Watch) {
    this.ledger = ledger
    this.specId = specId
    this.watch = watch
  }

  /** At once, on this machine: the pass may be killed before it saves. */
  add(job: CreatedJob): void {
    this.created.push(job)
    this.watch.hasCreated(job.jobArn)
    this.ledger.note(this.specId, this.list())
  }

  /** Saves what a later workflow run has to know, as soon as it is known. */
  async save(): Promise<void> {
    const jobs = this.list()
    if (arnsOf(jobs) === arnsOf(this.saved ?? this.watch.rememberedJobs)) return
    this.saved = jobs
    await this.ledger.save(this.specId, jobs)
  }

  /** Jobs that live, and those just created that no look has shown yet. */
  private list(): LedgerJob[] {
    const seen = new Set(this.watch.jobs.map(job => job.jobArn))
    return [...this.watch.live.map(noted), ...this.created.filter(job => !seen.has(job.jobArn)).map(noted)]
  }
}

function noted({ jobArn, jobName, status }: JobFacts | CreatedJob): LedgerJob {
  return { jobArn, jobName, status }
}

function arnsOf(jobs: readonly LedgerJob[]): string {
  return jobs
    .map(job => job.jobArn)
    .sort()
    .join()
}
