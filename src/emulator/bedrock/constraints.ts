/** What Bedrock's service model demands of each member, and the words in which it says no. Knows no operation. */
import { asText, isMap, member, type Json } from '../json.ts'
import { BedrockError } from './errors.ts'

interface Constraint {
  readonly required?: boolean
  readonly type?: 'string' | 'integer' | 'list' | 'structure'
  readonly length?: readonly [least: number, most: number]
  readonly range?: readonly [least: number, most: number]
  readonly values?: readonly string[]
  /** `shown` is the model's own pattern; `test` accepts the same texts without backtracking for ever. */
  readonly pattern?: { readonly shown: string; readonly test: RegExp }
}

/** Members by path; `tags[].key` speaks of each item. */
export type Constraints = Readonly<Record<string, Constraint>>

/** Throws ValidationException (or SerializationException for a wrong JSON type) that lists everything that is wrong. */
export function check(input: Json, constraints: Constraints): void {
  const complaints: string[] = []
  for (const [path, constraint] of Object.entries(constraints))
    for (const found of reach(input, path)) complain(found.value, found.at, constraint, complaints)
  if (complaints.length === 0) return
  const many = complaints.length === 1 ? 'error' : 'errors'
  throw new BedrockError(
    'ValidationException',
    `${complaints.length} validation ${many} detected: ${complaints.join('; ')}`
  )
}

function complain(value: Json | undefined, at: string, constraint: Constraint, complaints: string[]): void {
  const say = (what: string): void => {
    const shown = value === undefined ? 'null' : `'${typeof value === 'string' ? value : JSON.stringify(value)}'`
    complaints.push(`Value ${shown} at '${at}' failed to satisfy constraint: ${what}`)
  }
  if (value === undefined) {
    if (constraint.required) say('Member must not be null')
    return
  }
  checkType(value, constraint.type ?? 'string')
  const { length, range, values, pattern } = constraint
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0
  if (length && size < length[0]) say(`Member must have length greater than or equal to ${length[0]}`)
  if (length && size > length[1]) say(`Member must have length less than or equal to ${length[1]}`)
  if (range && Number(value) < range[0]) say(`Member must have value greater than or equal to ${range[0]}`)
  if (range && Number(value) > range[1]) say(`Member must have value less than or equal to ${range[1]}`)
  if (values && !values.includes(asText(value))) say(`Member must satisfy enum value set: [${values.join(', ')}]`)
  if (pattern && !pattern.test.test(asText(value)))
    say(`Member must satisfy regular expression pattern: ${pattern.shown}`)
}

function checkType(value: Json, type: NonNullable<Constraint['type']>): void {
  const fits = {
    string: typeof value === 'string',
    integer: typeof value === 'number' && Number.isInteger(value),
    list: Array.isArray(value),
    structure: isMap(value)
  }[type]
  if (fits) return
  const got = Array.isArray(value)
    ? 'Start of list'
    : isMap(value)
      ? 'Start of structure'
      : `${(typeof value).toUpperCase()}_VALUE`
  const wanted = { string: 'a String', integer: 'an Integer', list: 'a List', structure: 'a Structure' }[type]
  throw new BedrockError('SerializationException', `${got} can not be converted to ${wanted}`)
}

/** Every place that the path leads to; a parent that is absent leads nowhere, its own constraint speaks of that. */
function reach(input: Json, path: string): { at: string; value: Json | undefined }[] {
  let here: { at: string; value: Json | undefined }[] = [{ at: '', value: input }]
  for (const step of path.split('.')) {
    const name = step.replace('[]', '')
    here = here
      .filter(one => one.value !== undefined)
      .flatMap(({ at, value }) => {
        const next = { at: at === '' ? name : `${at}.${name}`, value: member(value, name) }
        if (!step.endsWith('[]')) return [next]
        const items = Array.isArray(next.value) ? next.value : []
        return items.map((item, i) => ({ at: `${next.at}.${i + 1}.member`, value: item }))
      })
  }
  return here
}

const s3UriShown = "s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?"
export const jobNamePattern = {
  shown: '[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}',
  test: /^[a-zA-Z0-9][a-zA-Z0-9+.-]*$/
}
const tagPattern = { shown: '[a-zA-Z0-9\\s._:/=+@-]*', test: /^[a-zA-Z0-9\s._:/=+@-]*$/ }
const s3Uri: Constraint = {
  required: true,
  length: [1, 1024],
  pattern: { shown: s3UriShown, test: new RegExp(`^${s3UriShown}$`) }
}
const account: Constraint = { pattern: { shown: '[0-9]{12}', test: /^[0-9]{12}$/ } }
const networkId: Constraint = { length: [0, 32], pattern: { shown: '[-0-9a-zA-Z]+', test: /^[-0-9a-zA-Z]+$/ } }

const modelIdShown =
  '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}(([:][a-z0-9-]{1,63}){0,2})?/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2})|([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+)))|([a-zA-Z0-9-:.]+)'

export const tagConstraints: Constraints = {
  tags: { type: 'list', length: [0, 200] },
  'tags[]': { type: 'structure' },
  'tags[].key': { required: true, length: [1, 128], pattern: tagPattern },
  'tags[].value': { required: true, length: [0, 256], pattern: tagPattern }
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html */
export const createConstraints: Constraints = {
  jobName: { required: true, length: [1, 63], pattern: jobNamePattern },
  roleArn: {
    required: true,
    length: [0, 2048],
    pattern: {
      shown: 'arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+',
      test: /^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role\/.+$/
    }
  },
  clientRequestToken: {
    length: [1, 256],
    pattern: { shown: '[a-zA-Z0-9]{1,256}(-*[a-zA-Z0-9]){0,256}', test: /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/ }
  },
  modelId: {
    required: true,
    length: [1, 2048],
    pattern: {
      shown: modelIdShown,
      test: /^(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12}:custom-model\/[a-z0-9.:/-]+|:foundation-model\/[a-z0-9-]+\.[a-z0-9.:-]+|[0-9]{12}:(application-)?inference-profile\/[a-zA-Z0-9:.-]+)|[a-zA-Z0-9:.-]+)$/
    }
  },
  inputDataConfig: { required: true, type: 'structure' },
  'inputDataConfig.s3InputDataConfig': { required: true, type: 'structure' },
  'inputDataConfig.s3InputDataConfig.s3Uri': s3Uri,
  'inputDataConfig.s3InputDataConfig.s3InputFormat': { values: ['JSONL'] },
  'inputDataConfig.s3InputDataConfig.s3BucketOwner': account,
  outputDataConfig: { required: true, type: 'structure' },
  'outputDataConfig.s3OutputDataConfig': { required: true, type: 'structure' },
  'outputDataConfig.s3OutputDataConfig.s3Uri': s3Uri,
  'outputDataConfig.s3OutputDataConfig.s3BucketOwner': account,
  'outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId': {
    length: [1, 2048],
    pattern: {
      shown:
        '(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)',
      test: /^(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:(key\/[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9_/-]+)|[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9_/-]+)$/
    }
  },
  vpcConfig: { type: 'structure' },
  'vpcConfig.subnetIds': { required: true, type: 'list', length: [1, 16] },
  'vpcConfig.subnetIds[]': networkId,
  'vpcConfig.securityGroupIds': { required: true, type: 'list', length: [1, 5] },
  'vpcConfig.securityGroupIds[]': networkId,
  timeoutDurationInHours: { type: 'integer', range: [24, 168] },
  modelInvocationType: { values: ['InvokeModel', 'Converse'] },
  ...tagConstraints
}
