import { Readable } from 'node:stream'
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'
import { Buckets } from '/work/main/src/emulator/s3/buckets.ts'
import { s3Service } from '/work/main/src/emulator/s3/service.ts'
import { Credentials } from '/work/main/src/emulator/signature/credentials.ts'
import { listen } from '/work/main/__tests__/support/listen.ts'
const clock = { now: () => Date.now() }
const credentials = { accessKeyId: 'AK', secretAccessKey: 'SK' }
const known = new Credentials(clock); known.add(credentials)
const buckets = new Buckets({ clock, folder: '/tmp/s3eng-p/b', discardAbove: 1000 }); buckets.createBucket('bbb', { region: 'us-east-1' })
const server = await listen(s3Service(buckets, { credentials: known, clock }))
const client = new S3Client({ endpoint: server.url, region: 'us-east-1', credentials, forcePathStyle: true })
const chunk = Buffer.alloc(Number(process.env.CH ?? (1<<20)), 'x'); const n = 300 * (1<<20) / chunk.length
let t0 = performance.now()
await client.send(new PutObjectCommand({ Bucket: 'bbb', Key: 'big', Body: Readable.from((function* () { for (let i = 0; i < n; i++) yield chunk })()), ContentLength: n * chunk.length }))
console.log('put', Math.round(300 / (performance.now() - t0) * 1000), 'MiB/s')
client.destroy()
await server[Symbol.asyncDispose](); await buckets[Symbol.asyncDispose]()
