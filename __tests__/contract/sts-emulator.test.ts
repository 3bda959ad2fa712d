import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Buckets } from '../../src/emulator/s3/buckets.ts'
import { s3Service } from '../../src/emulator/s3/service.ts'
import { Credentials } from '../../src/emulator/signature/credentials.ts'
import { stsService } from '../../src/emulator/sts/service.ts'
import { Issuer } from '../support/issuer.ts'
import { listen } from '../support/listen.ts'
import { stsCapabilities } from './servers.ts'
import { stsSuite } from './sts.suite.ts'

stsSuite('the emulator', async () => {
  const clock = { now: () => Date.now() }
  const credentials = new Credentials(clock)
  const standing = { accessKeyId: 'AKIDEMULATOR', secretAccessKey: 'secret' }
  credentials.add(standing)
  const issuer = new Issuer('https://issuer.example')
  const audience = 'sts.amazonaws.com'
  const roleArn = 'arn:aws:iam::123456789012:role/suite-role'
  const verifyIdToken = (token: string) => issuer.check(token, audience, clock.now())
  const sts = await listen(stsService({ credentials, clock, roles: [{ arn: roleArn }], verifyIdToken }))
  const buckets = new Buckets({ clock, folder: await mkdtemp(join(tmpdir(), 'emulated-s3-')) })
  buckets.createBucket('sts-bucket', { region: 'us-east-1' })
  const s3 = await listen(s3Service(buckets, { credentials, clock }))
  return {
    endpoint: sts.url,
    region: 'us-east-1',
    credentials: standing,
    issuer,
    audience,
    roleArn,
    s3Endpoint: s3.url,
    bucket: 'sts-bucket',
    can: stsCapabilities.emulator,
    close: async () => {
      await sts[Symbol.asyncDispose]()
      await s3[Symbol.asyncDispose]()
      await buckets[Symbol.asyncDispose]()
    }
  }
})
