import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { Buckets } from '../../src/emulator/s3/buckets.ts'
import { s3Service } from '../../src/emulator/s3/service.ts'
import { Credentials } from '../../src/emulator/signature/credentials.ts'
import { listen } from '../support/listen.ts'
import { s3Suite } from './s3.suite.ts'
import { s3Capabilities } from './servers.ts'

s3Suite('the emulator', async () => {
  const clock = { now: () => Date.now() }
  const credentials = { accessKeyId: 'AKIDEMULATOR', secretAccessKey: 'secret/of+the=suite' }
  const known = new Credentials(clock)
  known.add(credentials)
  const buckets = new Buckets({ clock, folder: await mkdtemp(join(tmpdir(), 'emulated-s3-')) })
  buckets.createBucket('suite-bucket', { region: 'us-east-1' })
  const server = await listen(s3Service(buckets, { credentials: known, clock }))
  const client = new S3Client({ endpoint: server.url, region: 'us-east-1', credentials, forcePathStyle: true })
  return {
    client,
    streamClient: client,
    endpoint: server.url,
    region: 'us-east-1',
    credentials,
    bucket: 'suite-bucket',
    can: s3Capabilities.emulator,
    close: async () => {
      client.destroy()
      await server[Symbol.asyncDispose]()
      await buckets[Symbol.asyncDispose]()
    }
  }
})
