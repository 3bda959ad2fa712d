/** Nothing but getting the output objects and putting as many bytes as the answers have: what no program can be faster than. */
import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { bytesOf } from './bytes.mjs'

const [, , bucket, from, to, bytes] = process.argv
console.log('ready')

const s3 = new S3Client({ requestStreamBufferSize: 65_536 })
for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: from })) {
  for (const { Key } of page.Contents ?? []) {
    if (!Key.endsWith('.jsonl.out')) continue
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
    for await (const chunk of Body) if (chunk.length === 0) break
  }
}
const size = Number(bytes)
await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${to}/0.jsonl`, Body: bytesOf(size), ContentLength: size }))
