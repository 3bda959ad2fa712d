/** Batch jobs in memory: names are refused while a job of that name lives, as AWS is believed to do. */
import type { BatchJobs, Creation, JobFacts, JobRequest } from '../../src/ports.ts'

export class MemoryJobs implements BatchJobs {
  readonly all: JobFacts[] = []
  readonly asked: JobRequest[] = []
  /** In place of the answer to the n-th Create, from 1; the job may have been made all the same. */
  answer: (times: number, make: () => JobFacts) => Creation | undefined = () => undefined
  /** Jobs that are not listed yet. */
  readonly hidden = new Set<string>()

  async create(request: JobRequest): Promise<Creation> {
    this.asked.push(request)
    const other = this.answer(this.asked.length, () => this.make(request))
    if (other !== undefined) return other
    if (this.all.some(job => job.jobName === request.jobName && job.ending === undefined)) return { kind: 'name-taken' }
    return { kind: 'created', jobArn: this.make(request).jobArn }
  }

  async get(jobArn: string): Promise<JobFacts | undefined> {
    return this.all.find(job => job.jobArn === jobArn)
  }

  async list(nameContains: string): Promise<readonly JobFacts[]> {
    return this.all.filter(job => job.jobName.includes(nameContains) && !this.hidden.has(job.jobArn))
  }

  async stop(jobArn: string): Promise<'stopping' | 'over'> {
    return (await this.get(jobArn))?.ending === undefined ? 'stopping' : 'over'
  }

  private make(request: JobRequest): JobFacts {
    const jobArn = `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${String(this.all.length + 1).padStart(12, '0')}`
    const { jobName, modelId, inputS3Uri, outputS3Uri } = request
    const job = {
      jobArn,
      jobName,
      modelId,
      ending: undefined,
      status: 'Submitted',
      inputS3Uri,
      outputS3Uri,
      submittedAt: this.all.length,
      counts: {}
    }
    this.all.push(job)
    return job
  }
}
