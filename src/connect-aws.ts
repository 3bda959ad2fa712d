/** AWS, connected when a pass first needs it: the SDK is loaded then, the role assumed then, once for all specs that agree. */
import * as core from '@actions/core'
import type { CredentialSource } from './aws/clients.ts'
import type { Inputs } from './action/inputs.ts'
import { noIdToken } from './github/id-token.ts'
import { isObjectUri, readObjectUri } from './spec/object-uri.ts'
import { readS3Uri } from './jobs/names.ts'
import { systemClock } from './node/clock.ts'
import { readModelId } from './models/model-id.ts'
import type { Permission } from './action/trust.ts'
import type { AwsPlaces } from './pipeline/context.ts'
import type { Cloud } from './ports.ts'
import type { Surroundings } from './run-specs.ts'
import type { Spec } from './spec/spec.ts'
import { version } from './version.ts'

export interface AwsConnections {
  cloudFor(spec: Spec, places: AwsPlaces, permission: Permission): () => Promise<Cloud>
}

export function connectAws(
  inputs: Inputs,
  { context, log, signal }: Pick<Surroundings, 'context' | 'log' | 'signal'>
): AwsConnections {
  const clouds = new Map<string, Promise<Cloud>>()
  return {
    cloudFor(spec, places, permission) {
      const { bucket } = readS3Uri(places.s3Uri)
      const { bucketOwner } = spec.aws
      // A narrowed session is for one spec's prefix and role only.
      const same = inputs.narrowSession ? spec.name : JSON.stringify([places.region, bucket, bucketOwner])
      const connect = async (): Promise<Cloud> => {
        const { openCloud } = await import('./aws/cloud.ts')
        const credentials = inputs.roleToAssume === undefined ? undefined : await role(inputs.roleToAssume)
        const cloud = openCloud(
          {
            region: places.region,
            bucket,
            version,
            allowedAccountIds: inputs.allowedAccountIds,
            signal,
            ...(bucketOwner !== undefined && { bucketOwner }),
            ...(credentials && { credentials })
          },
          systemClock
        )
        if (inputs.maskAwsAccountId) log.mask((await cloud.identity()).account)
        return cloud
      }
      const role = async (roleArn: string): Promise<CredentialSource> => {
        const { assumedRole } = await import('./aws/credentials.ts')
        const account = roleArn.split(':')[4]
        if (inputs.maskAwsAccountId && account !== undefined) log.mask(account)
        return assumedRole(
          {
            roleArn,
            sessionName: inputs.roleSessionName ?? `bedrock-batch-${context.runId ?? 'local'}`,
            region: places.region,
            ...(inputs.narrowSession && { policy: await narrowed(spec, places, permission) }),
            idToken: () => idToken(inputs.audience),
            mask: secret => log.mask(secret),
            signal
          },
          systemClock
        )
      }
      return () => {
        const cloud = clouds.get(same) ?? connect()
        clouds.set(same, cloud)
        return cloud
      }
    }
  }
}

/** Narrowed to what this pass of this spec may do. */
async function narrowed(spec: Spec, places: AwsPlaces, { mode, pay: pays }: Permission): Promise<string> {
  const { sessionPolicy } = await import('./aws/session-policy.ts')
  const { modelResources } = await import('./aws/model-resources.ts')
  const { serviceRoleArn, outputS3Uri } = places
  const model = readModelId(spec.model)
  return sessionPolicy({
    mode,
    pays,
    ...readS3Uri(places.s3Uri),
    ...(outputS3Uri !== undefined && { output: readS3Uri(outputS3Uri) }),
    ...(serviceRoleArn !== undefined && { serviceRoleArn }),
    reading: placesRead(spec),
    // What is no model id is refused before anything is asked of AWS.
    models: 'problem' in model ? [] : modelResources({ modelId: spec.model, ...model })
  })
}

/** As far as the spec tells: a place that only a row names is not known here. */
function placesRead({ dataset, prompt, expand }: Spec): { bucket: string; prefix: string }[] {
  const media = [prompt, ...Object.values(expand ?? {})].flatMap(one =>
    [one, ...(one.messages ?? [])].flatMap(turn =>
      [turn.images, turn.documents, turn.videos].flatMap(names => names ?? [])
    )
  )
  return [...dataset.path, ...media].filter(isObjectUri).map(uri => {
    const { bucket, key } = readObjectUri(uri)
    return { bucket, prefix: key.replace(/(?:[*?[{]|\{\{|\{%)[^]*$/, '') }
  })
}

async function idToken(audience: string): Promise<string> {
  try {
    return await core.getIDToken(audience)
  } catch (error) {
    throw noIdToken(error)
  }
}
