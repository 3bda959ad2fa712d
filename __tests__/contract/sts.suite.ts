/**
 * What an STS has to do for us, asked through AWS's own client: a role for an ID token, keys that work, clear refusals.
 * Run on the emulator and on a real server; differences are named in `StsCapabilities`.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { AssumeRoleWithWebIdentityCommandInput, Credentials } from '@aws-sdk/client-sts'
import { Issuer } from '../support/issuer.ts'

/** Differences between servers, each asserted either way: the error's name and HTTP status, or whether the operation is there. */
export interface StsCapabilities {
  readonly callerIdentity: boolean
  readonly expired: string
  readonly wrongAudience: string
  readonly wrongSigner: string
  readonly garbage: string
  readonly unknownRole: string
  readonly badSessionName: string
  readonly shortDuration: string
  readonly badPolicy: string
  /** Of the keys' session token, changed, on S3. */
  readonly wrongSessionToken: string
}

export interface StsConnection {
  readonly endpoint: string
  readonly region: string
  /** Standing keys, for GetCallerIdentity. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly issuer: Issuer
  readonly audience: string
  /** Trusts the issuer's tokens for the audience; may do everything on the bucket. */
  readonly roleArn: string
  readonly s3Endpoint: string
  readonly bucket: string
  readonly can: StsCapabilities
  close(): Promise<void>
}

export function stsSuite(name: string, connect: () => Promise<StsConnection>): void {
  describe(`STS: ${name}`, () => {
    let sts: StsConnection
    let client: STSClient
    let close: (() => Promise<void>) | undefined
    beforeAll(async () => {
      sts = await connect()
      close = () => sts.close()
      client = new STSClient({ endpoint: sts.endpoint, region: sts.region, credentials: sts.credentials })
    }, 120_000)
    afterAll(async () => {
      await close?.()
    })

    const soon = (): number => Math.floor(Date.now() / 1000) + 300
    const token = (more = {}): string =>
      sts.issuer.token({ aud: sts.audience, sub: 'repo:octo/repo:ref:refs/heads/main', exp: soon(), ...more })
    const assume = (more: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) =>
      client.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: sts.roleArn,
          RoleSessionName: 'suite@session-1',
          WebIdentityToken: token(),
          ...more
        })
      )
    const refused = async (act: Promise<unknown>): Promise<string> =>
      act.then(
        () => 'accepted',
        (error: unknown) =>
          `${(error as Error).name} ${(error as { $metadata: { httpStatusCode: number } }).$metadata.httpStatusCode}`
      )
    const s3 = (keys: Credentials | undefined, sessionToken = keys?.SessionToken): S3Client =>
      new S3Client({
        endpoint: sts.s3Endpoint,
        region: sts.region,
        forcePathStyle: true,
        credentials: {
          accessKeyId: keys?.AccessKeyId ?? '',
          secretAccessKey: keys?.SecretAccessKey ?? '',
          ...(sessionToken !== undefined && { sessionToken })
        }
      })

    it('gives a role for an ID token, for as long as asked', async () => {
      const session = await assume({ DurationSeconds: 900 })

      const seconds = ((session.Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 1000
      expect(seconds).toBeGreaterThan(800)
      expect(seconds).toBeLessThan(920)
      expect(session.AssumedRoleUser?.Arn).toMatch(/:assumed-role\/.*suite-role\/suite@session-1$/)
      expect(session.SubjectFromWebIdentityToken).toBe('repo:octo/repo:ref:refs/heads/main')
      expect(session.Audience).toBe(sts.audience)
    })

    it('gives keys that S3 knows, together with their session token only', async () => {
      const { Credentials: keys } = await assume()
      const Key = 'by/role'

      await s3(keys).send(new PutObjectCommand({ Bucket: sts.bucket, Key, Body: 'hello' }))
      const found = await s3(keys).send(new GetObjectCommand({ Bucket: sts.bucket, Key }))
      const other = await refused(s3(keys, 'AAAA').send(new ListObjectsV2Command({ Bucket: sts.bucket })))

      expect(await found.Body?.transformToString()).toBe('hello')
      expect(other).toBe(sts.can.wrongSessionToken)
    })

    it('narrows a session by its policy', async () => {
      const Policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: [`arn:aws:s3:::${sts.bucket}/narrow/*`] }]
      })
      const { Credentials: keys } = await assume({ Policy })

      const inside = await refused(
        s3(keys).send(new PutObjectCommand({ Bucket: sts.bucket, Key: 'narrow/a', Body: 'x' }))
      )
      const outside = await refused(
        s3(keys).send(new PutObjectCommand({ Bucket: sts.bucket, Key: 'wide/a', Body: 'x' }))
      )

      expect([inside, outside]).toEqual(['accepted', 'AccessDenied 403'])
    })

    it('refuses tokens that are over, for others, by others, or none', async () => {
      const stranger = new Issuer(sts.issuer.url)
      const claims = { aud: sts.audience, sub: 'x', exp: soon() }

      const names = {
        expired: await refused(assume({ WebIdentityToken: token({ exp: soon() - 7200 }) })),
        wrongAudience: await refused(assume({ WebIdentityToken: token({ aud: 'somebody-else' }) })),
        wrongSigner: await refused(assume({ WebIdentityToken: stranger.token(claims) })),
        garbage: await refused(assume({ WebIdentityToken: 'not.a.token' }))
      }

      const { expired, wrongAudience, wrongSigner, garbage } = sts.can
      expect(names).toEqual({ expired, wrongAudience, wrongSigner, garbage })
    })

    it('refuses parameters that cannot be', async () => {
      const names = {
        unknownRole: await refused(assume({ RoleArn: sts.roleArn.replace('suite-role', 'no-such-role') })),
        badSessionName: await refused(assume({ RoleSessionName: 'with space/and slash' })),
        shortDuration: await refused(assume({ DurationSeconds: 899 })),
        badPolicy: await refused(assume({ Policy: '{"Statement": "nothing"}' }))
      }

      const { unknownRole, badSessionName, shortDuration, badPolicy } = sts.can
      expect(names).toEqual({ unknownRole, badSessionName, shortDuration, badPolicy })
    })

    it('tells who asks', async () => {
      const { Credentials: keys } = await assume()
      const asRole = new STSClient({
        endpoint: sts.endpoint,
        region: sts.region,
        credentials: {
          accessKeyId: keys?.AccessKeyId ?? '',
          secretAccessKey: keys?.SecretAccessKey ?? '',
          sessionToken: keys?.SessionToken ?? ''
        }
      })

      const identity = await asRole.send(new GetCallerIdentityCommand({})).catch((error: unknown) => error)

      const arn = expect.stringMatching(/:assumed-role\/.*suite-role\/suite@session-1$/)
      expect(identity).toMatchObject(
        sts.can.callerIdentity
          ? { Arn: arn, Account: '123456789012' }
          : { name: expect.any(String), $fault: expect.any(String) }
      )
    })
  })
}
