/** The contract suites on Ceph's RADOS gateway: what the emulator is held against. Started by .ci/real-start.mjs. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { canonicalRequest, sign, signingKey, stringToSign } from '../../src/emulator/signature/canonical.ts'
import { s3Suite } from '../contract/s3.suite.ts'
import { s3Capabilities, stsCapabilities } from '../contract/servers.ts'
import { stsSuite } from '../contract/sts.suite.ts'
import { startIssuer } from '../support/issuer.ts'

const endpoint = process.env['RADOSGW_ENDPOINT'] ?? ''
const folder = process.env['RADOSGW_FOLDER'] ?? ''
const region = 'us-east-1'
const credentials = { accessKeyId: 'AKIDSUITE', secretAccessKey: 'suite-secret' }
const options = { endpoint, region, credentials, forcePathStyle: true }

s3Suite('radosgw', async () => {
  const client = new S3Client(options)
  const streamClient = new S3Client({ ...options, requestChecksumCalculation: 'WHEN_REQUIRED' })
  await client.send(new CreateBucketCommand({ Bucket: 'suite-bucket' }))
  return {
    client,
    streamClient,
    endpoint,
    region,
    credentials,
    bucket: 'suite-bucket',
    can: s3Capabilities.radosgw,
    close: async () => {
      client.destroy()
      streamClient.destroy()
    }
  }
})

stsSuite('radosgw', async () => {
  const { issuer, thumbprint, close } = await startIssuer()
  const audience = 'sts.amazonaws.com'
  try {
    await registerIssuer(issuer.url, audience, thumbprint)
    createRole(issuer.url.replace('http://', ''), audience)
    const client = new S3Client(options)
    await client.send(new CreateBucketCommand({ Bucket: 'sts-bucket' }))
    client.destroy()
  } catch (error) {
    await close()
    throw error
  }
  return {
    endpoint,
    region,
    credentials,
    issuer,
    audience,
    roleArn: 'arn:aws:iam:::role/suite-role',
    s3Endpoint: endpoint,
    bucket: 'sts-bucket',
    can: stsCapabilities.radosgw,
    close
  }
})

function createRole(provider: string, audience: string): void {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: [`arn:aws:iam:::oidc-provider/${provider}`] },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringEquals: { [`${provider}:app_id`]: audience } }
      }
    ]
  }
  const everything = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::*'] }]
  }
  admin('role', 'create', '--role-name=suite-role', `--assume-role-policy-doc=${JSON.stringify(trust)}`)
  admin(
    'role-policy',
    'put',
    '--role-name=suite-role',
    '--policy-name=all',
    `--policy-doc=${JSON.stringify(everything)}`
  )
}

function admin(...parameters: readonly string[]): void {
  execFileSync(join(process.cwd(), '.ci', 'radosgw'), ['admin', folder, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
}

/** IAM's CreateOpenIDConnectProvider; there is no IAM client among our dependencies, and one call needs none. */
async function registerIssuer(url: string, audience: string, thumbprint: string): Promise<void> {
  const parameters = new URLSearchParams({
    Action: 'CreateOpenIDConnectProvider',
    'ClientIDList.member.1': audience,
    'ThumbprintList.member.1': thumbprint,
    Url: url
  })
  const body = parameters.toString()
  const payload = createHash('sha256').update(body).digest('hex')
  const signedAt = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const scope = { date: signedAt.slice(0, 8), region, service: 'iam' }
  const signedHeaders = ['host', 'x-amz-content-sha256', 'x-amz-date']
  const headers = { host: new URL(endpoint).host, 'x-amz-content-sha256': payload, 'x-amz-date': signedAt }
  const canonical = canonicalRequest({ method: 'POST', target: '/', headers }, { signedHeaders, scope }, payload)
  const signature = sign(signingKey(credentials.secretAccessKey, scope), stringToSign(canonical, signedAt, scope))
  const credential = `${credentials.accessKeyId}/${scope.date}/${region}/iam/aws4_request`
  const reply = await fetch(`${endpoint}/`, {
    method: 'POST',
    body,
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`
    }
  })
  if (!reply.ok) throw new Error(`the issuer was not registered: ${reply.status} ${await reply.text()}`)
}
