/**
 * What one would write by hand to ask a model about every row of a CSV file: row by row, each step with the library that
 * comes to mind. The same lines at the same place as the action's; no checks, no resuming, no answer known already.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { parse } from 'csv-parse'
import { Liquid } from 'liquidjs'

const [, , model, bucket, prefix] = process.argv
console.log('ready')

const s3 = new S3Client()
const liquid = new Liquid()
const template = liquid.parse(await readFile('prompt.md', 'utf8'))
const system = await readFile('system.md', 'utf8')
const perJob = 100_000

let shard = 0
let records = 0
let file = createWriteStream('by-hand.tmp')

for await (const row of createReadStream('rows.csv').pipe(parse({ columns: true }))) {
  const prompt = liquid.renderSync(template, { row })
  const modelInput = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 400,
    messages: [{ content: [{ text: prompt.trimEnd(), type: 'text' }], role: 'user' }],
    system,
    temperature: 0.2
  }
  const question = JSON.stringify({ model, modelInput })
  const recordId = createHash('sha256').update(question).digest('hex').slice(0, 11)
  const line = JSON.stringify({ recordId, modelInput })
  if (!file.write(`${line}\n`)) await once(file, 'drain')
  if (++records % perJob === 0) await upload()
}
await upload()
await rm('by-hand.tmp')

async function upload() {
  file.end()
  await once(file, 'close')
  const { size } = await stat('by-hand.tmp')
  if (size > 0) {
    const body = createReadStream('by-hand.tmp')
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: `${prefix}/input/${shard++}.jsonl`, Body: body, ContentLength: size })
    )
  }
  file = createWriteStream('by-hand.tmp')
}
