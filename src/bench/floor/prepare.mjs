/** Nothing but reading the dataset and putting as many bytes as its records have: what no program can be faster than. */
import { createReadStream } from 'node:fs'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { bytesOf } from './bytes.mjs'

const [, , bucket, prefix, objects, bytes] = process.argv
console.log('ready')

for await (const chunk of createReadStream('rows.csv', { highWaterMark: 1 << 18 })) if (chunk.length === 0) break

const s3 = new S3Client({ requestStreamBufferSize: 65_536 })
const each = Math.floor(Number(bytes) / Number(objects))
for (let number = 0; number < Number(objects); number++) {
  const Key = `${prefix}/input/${number}.jsonl`
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: bytesOf(each), ContentLength: each }))
}
