/**
 * What happens in the status Validating: are the objects there, are they JSONL, how many and how large.
 * It does not look into modelInput; a wrong body shows only when its record is processed.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
import { isMap, member, parseJson } from '../json.ts'
import type { InputFile, Place } from './job.ts'
import { linesOf } from './lines.ts'
import type { JobObjects, StoredObject } from './objects.ts'
import type { Quotas, Truth } from './truth.ts'

export interface InputCheck {
  readonly input: Place
  readonly output: Place
  readonly region: string
  readonly modelId: string
  readonly quotas: Quotas
  readonly role: Truth['serviceRole']
}

/** Ends a job as Failed with this message. AWS does not publish its wordings; these say what theirs would have to. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly tooFew: boolean

  constructor(message: string, tooFew = false) {
    super(message)
    this.tooFew = tooFew
  }
}

/** The job's input files with their record counts. Throws InvalidInput. */
export async function validateInput(objects: JobObjects, check: InputCheck): Promise<InputFile[]> {
  const { input, output, role } = check
  if (role === 'not-assumable')
    throw new InvalidInput(
      'Bedrock is unable to assume the provided role. Check that the role exists and that its trust policy allows bedrock.amazonaws.com.'
    )
  checkBucket(objects, input.bucket, check, role === 'cannot-read')
  checkBucket(objects, output.bucket, check, role === 'cannot-write')
  const found = await inputObjects(objects, input)
  const { quotas } = check
  const whole = found.reduce((sum, one) => sum + one.bytes, 0)
  if (whole > quotas.maximumJobBytes)
    throw new InvalidInput(
      `The input data is ${whole} bytes, more than the batch inference job size quota of ${quotas.maximumJobBytes} bytes.`
    )
  const files: InputFile[] = []
  for (const one of found) files.push(await countRecords(objects, input, one, quotas))
  const records = files.reduce((sum, file) => sum + file.records, 0)
  if (records < quotas.minimumRecords)
    throw new InvalidInput(
      `Batch inference job contains less records (${records}) than the required minimum of: ${quotas.minimumRecords} for model ${check.modelId}`,
      true
    )
  if (records > quotas.maximumRecords)
    throw new InvalidInput(
      `Batch inference job contains more records (${records}) than the allowed maximum of: ${quotas.maximumRecords} for model ${check.modelId}`
    )
  return files
}

function checkBucket(objects: JobObjects, bucket: string, check: InputCheck, denied: boolean): void {
  const region = objects.region(bucket)
  if (denied || region === undefined)
    throw new InvalidInput(
      `The service role does not have permission to access the S3 bucket ${bucket}, or the bucket does not exist.`
    )
  if (region !== check.region)
    throw new InvalidInput(
      `The S3 bucket ${bucket} is in region ${region}; it must be in the region of the job, ${check.region}.`
    )
}

interface Found extends StoredObject {
  readonly outputName: string
}

/** One object, or every .jsonl object below a folder. */
async function inputObjects(objects: JobObjects, input: Place): Promise<Found[]> {
  const near = await objects.list(input.bucket, input.key)
  const file = near.find(one => one.key === input.key && !one.key.endsWith('/'))
  const folder = input.key === '' || input.key.endsWith('/') ? input.key : `${input.key}/`
  const found = file
    ? [{ ...file, outputName: file.key.slice(file.key.lastIndexOf('/') + 1) }]
    : near.filter(one => one.key.startsWith(folder)).map(one => ({ ...one, outputName: one.key.slice(folder.length) }))
  const jsonl = found.filter(one => one.key.endsWith('.jsonl'))
  if (jsonl.length === 0)
    throw new InvalidInput(`No file with the extension .jsonl was found at s3://${input.bucket}/${input.key}.`)
  return jsonl
}

async function countRecords(objects: JobObjects, input: Place, found: Found, quotas: Quotas): Promise<InputFile> {
  const where = `s3://${input.bucket}/${found.key}`
  if (found.bytes > quotas.maximumFileBytes)
    throw new InvalidInput(
      `The input file ${where} is ${found.bytes} bytes, more than the quota of ${quotas.maximumFileBytes} bytes.`
    )
  const stream = await objects.open(input.bucket, found.key)
  if (!stream) throw new InvalidInput(`The input file ${where} does not exist.`)
  let number = 0
  let records = 0
  for await (const line of linesOf(stream)) {
    number++
    if (line.length === 0) continue
    const record = parseJson(line.toString('utf8'))
    if (!isMap(record)) throw new InvalidInput(`Line ${number} of the input file ${where} is not a JSON object.`)
    if (!isMap(member(record, 'modelInput')))
      throw new InvalidInput(`Line ${number} of the input file ${where} has no modelInput object.`)
    records++
  }
  if (records > quotas.maximumRecords)
    throw new InvalidInput(
      `The input file ${where} has ${records} records, more than the quota of ${quotas.maximumRecords}.`
    )
  return { bucket: input.bucket, key: found.key, outputName: found.outputName, bytes: found.bytes, records }
}
