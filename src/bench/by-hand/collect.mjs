/**
 * What one would write by hand to take the answers of batch jobs home: every output object line by line, parsed, and the
 * answers kept in one object. No check whose answer it is, no duplicates, no lines that are cut.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

const [, , bucket, from, to] = process.argv
console.log('ready')

const s3 = new S3Client()
const tokens = { input: 0, output: 0 }
let part = 0

for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: from })) {
  for (const { Key } of page.Contents ?? []) if (Key.endsWith('.jsonl.out')) await collect(Key)
}
console.log(`${tokens.input} tokens in, ${tokens.output} tokens out`)

async function collect(key) {
  const file = createWriteStream('by-hand.tmp')
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  for await (const line of createInterface({ input: Body, crlfDelay: Infinity })) {
    const { recordId, modelOutput, error } = JSON.parse(line)
    tokens.input += modelOutput?.usage?.input_tokens ?? 0
    tokens.output += modelOutput?.usage?.output_tokens ?? 0
    if (!file.write(`${JSON.stringify({ recordId, modelOutput, error })}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  const { size } = await stat('by-hand.tmp')
  const body = createReadStream('by-hand.tmp')
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${to}/${part++}.jsonl`, Body: body, ContentLength: size }))
  await rm('by-hand.tmp')
}
