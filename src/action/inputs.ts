/**
 * What the workflow's author wrote under `with:`, checked. Whether it is enough to go on is settle.ts's to say,
 * since a spec or the environment may give the rest.
 */
import { type Problem, problem } from '../problems.ts'
import { quote } from '../spec/finding.ts'
import { publishWays } from '../spec/formats.ts'
import { anyOf, nearest, squeeze } from '../spec/nearest.ts'
import { pathFault } from '../spec/paths.ts'
import { accountId, region, roleArn, roleSessionName, s3Uri } from '../spec/patterns.ts'
import type { PublishVia } from '../spec/spec.ts'
import { githubEvents } from './github-events.ts'
import { inputNames, otherNames } from './input-names.ts'
import { InputReader, type NumberRange } from './input-readers.ts'
import { present } from './without-undefined.ts'

const modes = ['run', 'plan', 'try', 'submit', 'collect', 'stop'] as const
const retries = ['auto', 'none', 'failed', 'stopped', 'all'] as const

export type Mode = (typeof modes)[number]
type Retry = (typeof retries)[number]

export interface Inputs {
  /** Paths and globs of specs, relative to the root of the repository. */
  readonly spec: readonly string[]
  readonly mode: Mode
  readonly waitMinutes: number
  readonly tryRows: number
  readonly roleToAssume?: string
  readonly roleSessionName?: string
  readonly audience: string
  readonly awsRegion?: string
  /** Empty: any account. */
  readonly allowedAccountIds: readonly string[]
  readonly maskAwsAccountId: boolean
  readonly narrowSession: boolean
  readonly serviceRoleArn?: string
  readonly s3Uri?: string
  readonly publishVia?: PublishVia
  readonly githubToken?: string
  readonly maxCostUsd?: number
  readonly maxRecords?: number
  /** Names of events that may pay although they run foreign code. */
  readonly allowEvents: readonly string[]
  readonly retry: Retry
  readonly force: boolean
}

export const defaults = {
  mode: 'run',
  waitMinutes: 45,
  tryRows: 3,
  audience: 'sts.amazonaws.com',
  retry: 'auto'
} as const

/** Five days are the longest that a workflow job may take, on a runner of one's own. */
const waitRange: NumberRange = { least: 0, most: 7200, expected: 'a number of minutes from 0 to 7200' }
const tryRange: NumberRange = { least: 1, most: 20, whole: true, expected: 'a whole number from 1 to 20' }
export const costRange: NumberRange = {
  least: 0.000001,
  most: 1e9,
  expected: 'a number of US dollars above 0, without a sign or unit'
}
export const recordsRange: NumberRange = { least: 1, most: 1e12, whole: true, expected: 'a whole number of at least 1' }

const otherModes = {
  'dry-run': 'plan',
  dryrun: 'plan',
  preview: 'plan',
  trial: 'try',
  test: 'try',
  sample: 'try',
  check: 'plan',
  diff: 'plan',
  cancel: 'stop',
  abort: 'stop',
  fetch: 'collect',
  download: 'collect',
  start: 'submit',
  apply: 'run',
  all: 'run',
  default: 'run',
  auto: 'run'
}

/** `get` as `core.getInput`; `env` is searched for names of inputs that do not exist. Problems have no place. */
export function readInputs(
  get: (name: string) => string,
  env: Readonly<Record<string, string | undefined>>
): { readonly inputs: Inputs; readonly problems: readonly Problem[] } {
  const read = new InputReader(get)
  const inputs = {
    spec: readSpecPaths(read),
    mode: read.oneOf('mode', modes, otherModes) ?? defaults.mode,
    waitMinutes: read.number('wait-minutes', waitRange) ?? defaults.waitMinutes,
    tryRows: read.number('try-rows', tryRange) ?? defaults.tryRows,
    roleToAssume: read.matching('role-to-assume', roleArn),
    roleSessionName: read.matching('role-session-name', roleSessionName),
    audience: read.text('audience') ?? defaults.audience,
    awsRegion: read.matching('aws-region', region),
    allowedAccountIds: read.list(
      'allowed-account-ids',
      entry => accountId.test.test(entry),
      'a list of account ids of 12 digits'
    ),
    maskAwsAccountId: read.flag('mask-aws-account-id'),
    narrowSession: read.flag('narrow-session'),
    serviceRoleArn: read.matching('service-role-arn', roleArn),
    s3Uri: read.matching('s3-uri', s3Uri),
    publishVia: read.oneOf('publish-via', publishWays, { pr: 'pull-request', push: 'commit' }),
    githubToken: read.text('github-token'),
    maxCostUsd: read.number('max-cost-usd', costRange),
    maxRecords: read.number('max-records', recordsRange),
    allowEvents: readEvents(read),
    retry: read.oneOf('retry', retries, { true: 'all', false: 'none', never: 'none', always: 'all' }) ?? defaults.retry,
    force: read.flag('force')
  }
  return { inputs: present(inputs), problems: [...strangers(env), ...read.problems] }
}

/** One path or glob a line; commas belong to names. */
function readSpecPaths(read: InputReader): readonly string[] {
  const paths = (read.text('spec') ?? '').split('\n').map(line => line.trim())
  const given = paths.filter(path => path !== '')
  if (given.length === 0) {
    read.problems.push(
      problem(
        'error',
        'input spec is missing: it names the spec to work on',
        undefined,
        'Write for example spec: batch.yml.'
      )
    )
  }
  return given.filter(path => {
    const fault = pathFault(path)
    if (fault !== undefined) read.problems.push(problem('error', `input spec: the path ${quote(path)} ${fault}`))
    return fault === undefined
  })
}

function readEvents(read: InputReader): readonly string[] {
  const isEvent = (name: string) => githubEvents.some(event => event === name)
  const all = read.list('allow-events', () => true, '')
  for (const name of all.filter(one => !isEvent(one))) {
    const near = nearest(name, githubEvents)
    read.refuse('allow-events', 'a list of events such as pull_request_target', name, near && `Did you mean ${near}?`)
  }
  return all.filter(isEvent)
}

/** The runner puts what stands under `with:` into INPUT_…, also names that action.yml does not have. */
function strangers(env: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const known = new Set(inputNames.map(name => `INPUT_${name.toUpperCase()}`))
  const names = Object.keys(env).filter(name => name.startsWith('INPUT_') && name.length > 6 && !known.has(name))
  return names.toSorted().map(name => stranger(name.slice(6).toLowerCase()))
}

function stranger(name: string): Problem {
  const plain = squeeze(name)
  const other = Object.hasOwn(otherNames, plain) ? otherNames[plain] : nearest(name, inputNames)
  const message = `there is no input ${quote(name)}`
  if (other !== undefined) return problem('error', message, undefined, `Did you mean ${other}?`)
  return problem(
    'warning',
    message,
    undefined,
    `The inputs are ${anyOf(inputNames).replace(/ or (?=[^ ]+$)/, ' and ')}.`
  )
}
