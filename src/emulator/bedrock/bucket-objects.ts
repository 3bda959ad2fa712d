/** The emulated S3 as batch jobs see it: by way of the service role, past HTTP. */
import type { Buckets } from '../s3/buckets.ts'
import type { JobObjects } from './objects.ts'

export function bedrockObjects(buckets: Buckets): JobObjects {
  return {
    region: bucket => buckets.bucket(bucket)?.region,
    async list(bucket, prefix) {
      return buckets.list(bucket, { prefix }).objects.map(({ key, bytes }) => ({ key, bytes }))
    },
    async open(bucket, key) {
      if (!buckets.bucket(bucket)) return undefined
      return buckets.get(bucket, key)?.open()
    },
    async put(bucket, key, body) {
      // A bucket that was removed while the job ran has nowhere to put its answers.
      if (!buckets.bucket(bucket)) return
      await buckets.put(bucket, key, body, { metadata: { 'content-type': 'binary/octet-stream' } })
    }
  }
}
