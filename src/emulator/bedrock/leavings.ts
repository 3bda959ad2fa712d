/** What a job leaves behind: its outputs and manifest in S3, its bill in the books. */
import type { Books } from '../books.ts'
import type { Job } from './job.ts'
import type { JobObjects } from './objects.ts'
import { priceOf } from './prices.ts'
import type { Bill, Processed } from './process.ts'
import type { Truth } from './truth.ts'

export function charge(job: Job, bill: Bill, books: Books): void {
  const price = priceOf(job.modelId)
  const { processed, error, inputTokens, outputTokens } = bill
  const usd = (inputTokens * price.input + outputTokens * price.output) / 1e6
  const { arn, name, modelId } = job
  books.charge(
    { jobArn: arn, jobName: name, modelId, records: processed, errors: error, inputTokens, outputTokens, usd },
    bill.inputs
  )
}

export interface Leaving {
  readonly job: Job
  readonly done: Processed
  /** How many were processed before the end. */
  readonly records: number
  /** The job ran out of time. */
  readonly late: boolean
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html */
export async function writeOutputs(
  { job, done, records, late }: Leaving,
  objects: JobObjects,
  truth: Pick<Truth, 'manifest' | 'manifestTokens'>
): Promise<void> {
  const { bucket, key } = job.output
  const folder = `${key === '' || key.endsWith('/') ? key : `${key}/`}${job.id}`
  for (const output of done.outputs(records, late)) await objects.put(bucket, `${folder}/${output.name}`, output.lines)
  await done.remove()
  if (!truth.manifest) return
  const bill = done.bill(records)
  const manifest = {
    totalRecordCount: bill.total,
    processedRecordCount: bill.processed,
    successRecordCount: bill.success,
    errorRecordCount: bill.error,
    ...(truth.manifestTokens && { inputTokenCount: bill.inputTokens, outputTokenCount: bill.outputTokens })
  }
  await objects.put(bucket, `${folder}/manifest.json.out`, JSON.stringify(manifest))
}
