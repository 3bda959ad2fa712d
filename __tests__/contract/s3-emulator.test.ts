import { S3Client } from '@aws-sdk/client-s3'
import { startEmulator } from '../../src/emulator/emulator.ts'
import { s3Suite } from './s3.suite.ts'
import { s3Capabilities } from './servers.ts'

s3Suite('the emulator', async () => {
  const emulator = await startEmulator()
  const credentials = { accessKeyId: 'AKIDSUITE', secretAccessKey: 'secret/of+the=suite' }
  emulator.credentials.add(credentials)
  emulator.buckets.createBucket('suite-bucket', { region: 'us-east-1' })
  const client = new S3Client({ endpoint: emulator.url, region: 'us-east-1', credentials, forcePathStyle: true })
  return {
    client,
    streamClient: client,
    endpoint: emulator.url,
    region: 'us-east-1',
    credentials,
    bucket: 'suite-bucket',
    can: s3Capabilities.emulator,
    close: async () => {
      client.destroy()
      await emulator.close()
    }
  }
})
