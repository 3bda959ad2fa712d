/**
 * A model id as Bedrock's CreateModelInvocationJob takes it, taken apart: ARN, geography of an inference profile, bare id.
 * Which models exist is not known here. Patterns:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html
 */

export const geographies = ['us-gov', 'us', 'eu', 'apac', 'jp', 'au', 'ca', 'global'] as const
export type Geography = (typeof geographies)[number]

type IdKind = 'foundation-model' | 'inference-profile' | 'application-inference-profile' | 'custom-model'

export interface ModelId {
  /** Without ARN, account and geography. For an application inference profile its own id: the model is not told. */
  readonly bareId: string
  readonly kind: IdKind
  readonly geography?: Geography
  /** `aws`, `aws-cn`, `aws-us-gov`; only from an ARN. */
  readonly partition?: string
  readonly region?: string
}

export interface Refusal {
  readonly problem: string
  readonly hint?: string
}

/** The API's pattern for an id, without its last alternative: that one lets any word pass, and Bedrock then refuses it. */
const idPattern = /^[a-z0-9-]{1,63}[.][a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2}$/
const arnPattern = /^arn:(aws(?:-[^:]+)?):bedrock:([a-z0-9-]{1,20}):([0-9]{12})?:([a-z-]+)\/(.+)$/
const profilePattern = /^[a-zA-Z0-9-:.]+$/
const customPattern = /^([a-z0-9-]{1,63}[.][a-z0-9-:]{1,63})\/[a-z0-9]{12}$/
const profilePrefix = new RegExp(`^(${geographies.join('|')})\\.(?=[a-z0-9-]+\\.)`)

const notForBatch: Readonly<Record<string, string>> = {
  'provisioned-model': 'Provisioned Throughput',
  'imported-model': 'an imported model',
  'custom-model-deployment': 'a deployment of a custom model',
  'prompt-router': 'a prompt router',
  'default-prompt-router': 'a prompt router'
}

/** Never throws. The refusal names the form; which id was meant is for the registry to say. */
export function readModelId(modelId: string): ModelId | Refusal {
  if (modelId.length > 2048) return { problem: 'the model id is longer than 2048 characters' }
  if (modelId.startsWith('arn:')) return readArn(modelId)
  if (!idPattern.test(modelId)) {
    return {
      problem: `${JSON.stringify(modelId)} is not a model id: it must look like provider.model, in a-z, 0-9, "-", "." and ":"`
    }
  }
  return readId(modelId)
}

function readId(id: string): ModelId {
  const prefix = profilePrefix.exec(id)
  if (prefix === null) return { bareId: id, kind: 'foundation-model' }
  return { bareId: id.slice(prefix[0].length), kind: 'inference-profile', geography: prefix[1] as Geography }
}

function readArn(arn: string): ModelId | Refusal {
  const [, partition, region, account, type, id] = arnPattern.exec(arn) ?? []
  if (partition === undefined || region === undefined || type === undefined || id === undefined) {
    return {
      problem: `${JSON.stringify(arn)} is not an ARN of Bedrock`,
      hint: 'arn:aws:bedrock:REGION::foundation-model/ID or arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID'
    }
  }
  const place = { partition, region }
  const astray = wrongPartition(partition, region)
  if (astray !== undefined) return astray
  const refused = notForBatch[type]
  if (refused !== undefined) {
    return {
      problem: `batch inference does not take ${refused} (${type})`,
      hint: 'name the model itself, or one of its inference profiles'
    }
  }
  const owned = account !== undefined
  if (type === 'foundation-model' && !owned && idPattern.test(id) && !profilePrefix.test(id)) {
    return { bareId: id, kind: type, ...place }
  }
  if (type === 'inference-profile' && owned && profilePattern.test(id)) return { ...readId(id), kind: type, ...place }
  if (type === 'application-inference-profile' && owned && profilePattern.test(id)) {
    return { bareId: id, kind: type, ...place }
  }
  const base = type === 'custom-model' && owned ? customPattern.exec(id)?.[1] : undefined
  // `amazon.nova-lite-v1:0:300k` names a context length that batch inference knows nothing of.
  if (base !== undefined) return { bareId: base.replace(/(:\d+):[a-z0-9]+$/, '$1'), kind: 'custom-model', ...place }
  return {
    problem: `${JSON.stringify(arn)} does not have the form of an ARN that batch inference takes`,
    ...formOf(type)
  }
}

/** Only of regions whose partition is known for certain. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const partitions: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^(us|eu|ap|ca|sa|me|af|il|mx)-[a-z]+-\d$/, 'aws']
]

function wrongPartition(partition: string, region: string): Refusal | undefined {
  const expected = partitions.find(([regions]) => regions.test(region))?.[1]
  if (expected === undefined || expected === partition) return undefined
  return {
    problem: `the model's ARN is of the partition ${partition}, but ${region} belongs to ${expected}`,
    hint: `write arn:${expected}:bedrock:${region}:…`
  }
}

const forms: Readonly<Record<string, string>> = {
  'foundation-model': 'arn:aws:bedrock:REGION::foundation-model/ID, with no account between the two colons',
  'inference-profile': 'arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID, with the twelve digits of the account',
  'application-inference-profile':
    'arn:aws:bedrock:REGION:ACCOUNT:application-inference-profile/ID, with the twelve digits of the account',
  'custom-model': 'arn:aws:bedrock:REGION:ACCOUNT:custom-model/BASE-MODEL/ID, with the twelve digits of the account'
}

function formOf(type: string): { hint?: string } {
  const hint = forms[type]
  return hint === undefined ? {} : { hint }
}
