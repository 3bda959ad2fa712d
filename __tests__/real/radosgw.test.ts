/** The contract suites on Ceph's RADOS gateway: what the emulator is held against. */
import { S3Client } from '@aws-sdk/client-s3'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { s3Suite } from '../contract/s3.suite.ts'

const endpoint = process.env['RADOSGW_ENDPOINT'] ?? ''
const credentials = { accessKeyId: 'AKIDSUITE', secretAccessKey: 'suite-secret' }
const options = { endpoint, region: 'us-east-1', credentials, forcePathStyle: true }

s3Suite('radosgw', async () => {
  const client = new S3Client(options)
  const streamClient = new S3Client({ ...options, requestChecksumCalculation: 'WHEN_REQUIRED' })
  await client.send(new CreateBucketCommand({ Bucket: 'suite-bucket' }))
  return {
    client,
    streamClient,
    endpoint,
    region: 'us-east-1',
    credentials,
    bucket: 'suite-bucket',
    can: {
      checksChecksums: false,
      returnsChecksums: false,
      takesTrailers: false,
      conditionalComplete: false,
      tellsRegion: false,
      checksOwner: false,
      invalidMd5: 'InvalidDigest',
      partOrder: 'InvalidPartOrder'
    },
    close: async () => {
      client.destroy()
      streamClient.destroy()
    }
  }
})
