/** ListModelInvocationJobs: filters, order, pages. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelInvocationJobs.html */
import type { JsonMap } from '../json.ts'
import { check, jobNamePattern, type Constraints } from './constraints.ts'
import { BedrockError } from './errors.ts'
import type { Job } from './job.ts'

export interface Listed {
  readonly job: Job
  readonly summary: JsonMap
}

const constraints: Constraints = {
  statusEquals: {
    values: [
      'Submitted',
      'InProgress',
      'Completed',
      'Failed',
      'Stopping',
      'Stopped',
      'PartiallyCompleted',
      'Expired',
      'Validating',
      'Scheduled'
    ]
  },
  nameContains: { length: [1, 63], pattern: jobNamePattern },
  maxResults: { type: 'integer', range: [1, 1000] },
  nextToken: { length: [1, 2048], pattern: { shown: '\\S*', test: /^\S*$/ } },
  sortBy: { values: ['CreationTime'] },
  sortOrder: { values: ['Ascending', 'Descending'] }
}
const defaultPage = 100

export function listJobs(query: URLSearchParams, visible: readonly Listed[]): JsonMap {
  const asked: JsonMap = Object.fromEntries(query)
  if (query.has('maxResults')) asked['maxResults'] = Number(query.get('maxResults'))
  check(asked, constraints)
  const after = instant(query, 'submitTimeAfter')
  const before = instant(query, 'submitTimeBefore')
  const name = query.get('nameContains')
  const status = query.get('statusEquals')
  const found = visible.filter(
    ({ job, summary }) =>
      (after === undefined || job.submittedAt > after) &&
      (before === undefined || job.submittedAt < before) &&
      (name === null || job.name.includes(name)) &&
      (status === null || summary['status'] === status)
  )
  // Jobs stand in the order of their creation; newest first unless asked otherwise.
  return page(query.get('sortOrder') === 'Ascending' ? found : found.reverse(), query)
}

/** A page's token names the last job that was shown, so that jobs which come meanwhile shift nothing. */
function page(found: readonly Listed[], query: URLSearchParams): JsonMap {
  const token = query.get('nextToken')
  const start = token === null ? 0 : found.findIndex(one => one.job.id === readToken(token)) + 1
  if (token !== null && start === 0) throw new BedrockError('ValidationException', 'The nextToken is invalid.')
  const size = Number(query.get('maxResults') ?? defaultPage)
  const shown = found.slice(start, start + size)
  const last = shown.at(-1)
  return {
    invocationJobSummaries: shown.map(one => one.summary),
    ...(last && start + size < found.length && { nextToken: Buffer.from(`after ${last.job.id}`).toString('base64url') })
  }
}

function readToken(token: string): string {
  return Buffer.from(token, 'base64url')
    .toString('utf8')
    .replace(/^after /, '')
}

function instant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new BedrockError('SerializationException', `${name} is not a timestamp: ${text}`)
  return at
}
