/**
 * The text that carries a spec's jobs from one workflow run to the next: ARNs, names and states, nothing that was asked
 * or answered, nothing secret. Pure: knows neither the zip around it nor the service that keeps it.
 */
import { hash } from 'node:crypto'
import { array, at, canonicalJson, isObject, ShapeError, text } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { LedgerJob } from '../ports.ts'
import { cut, visible } from '../visible.ts'
import { Doubt } from './doubt.ts'

export const ledgerFileName = 'ledger.json'
export const mostLedgerBytes = 1 << 20
const mostJobs = 1000
const schema = 1

/** Whose jobs: of which spec, in which repository. */
export interface LedgerOwner {
  readonly specId: string
  readonly repositoryId: string
}

/** Where a spec's saved jobs are found. */
export function ledgerArtifactName(specId: string): string {
  return `bedrock-batch-${specId}`
}

/** JSON with a newline at its end. Of more than 1,000 jobs the last are kept. */
export function writeLedger(owner: LedgerOwner, jobs: readonly LedgerJob[]): string {
  const kept = jobs.slice(-mostJobs).map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }))
  const { specId, repositoryId } = owner
  const ledger = { schema, specId, repositoryId, jobs: kept, sha256: digestOf(owner, kept) }
  return `${JSON.stringify(ledger, undefined, 2)}\n`
}

/** Throws Doubt unless it is whole, of this schema, and of this very spec and repository. */
export function readLedger(bytes: Uint8Array, owner: LedgerOwner): readonly LedgerJob[] {
  const value = parse(bytes)
  const found = at(value, 'schema')
  if (found !== schema) {
    throw new Doubt(
      `it has schema ${told(found)}, and this version of the action reads schema ${schema}; nothing is lost, the pass goes on from Bedrock's list`
    )
  }
  try {
    if (text(value, 'specId') !== owner.specId) throw new Doubt('it is of another spec')
    if (text(value, 'repositoryId') !== owner.repositoryId) throw new Doubt('it is of another repository')
    const list = array(value, 'jobs')
    if (list.length > mostJobs) throw new Doubt(`it names ${list.length} jobs, more than ${mostJobs}`)
    const jobs = list.map(readJob)
    if (text(value, 'sha256') !== digestOf(owner, jobs))
      throw new Doubt('its text does not have the SHA-256 that it names')
    return jobs
  } catch (error) {
    if (error instanceof ShapeError) throw new Doubt(`it is not a list of jobs: ${error.message}`)
    throw error
  }
}

/** Whatever stands there, in a few letters. What may be nested too deeply to be spelt out is not. */
function told(found: JsonValue = null): string {
  if (typeof found === 'object' && found !== null) return Array.isArray(found) ? '[…]' : '{…}'
  return cut(visible(JSON.stringify(found)), 40)
}

function parse(bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue
  } catch {
    throw new Doubt('it is not JSON')
  }
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html */
const shapes = {
  jobArn: /^arn:aws[a-z-]{0,20}:bedrock:[a-z0-9-]{1,30}:[0-9]{12}:model-invocation-job\/[a-z0-9]{12}$/,
  jobName: /^(?:[a-zA-Z0-9][a-zA-Z0-9+.-]{0,62})?$/,
  status: /^[a-zA-Z]{1,40}$/
} as const satisfies Record<keyof LedgerJob, RegExp>

function readJob(value: JsonValue, index: number): LedgerJob {
  const member = (name: keyof LedgerJob): string => {
    const found = isObject(value) ? value[name] : undefined
    if (typeof found !== 'string' || !shapes[name].test(found))
      throw new ShapeError(`jobs[${index}].${name}`, `the ${name} of a batch job`)
    return found
  }
  return { jobArn: member('jobArn'), jobName: member('jobName'), status: member('status') }
}

/** Over everything that is read, in one spelling. */
function digestOf({ specId, repositoryId }: LedgerOwner, jobs: readonly LedgerJob[]): string {
  const list = jobs.map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }))
  return hash('sha256', canonicalJson({ schema, specId, repositoryId, jobs: list }))
}
