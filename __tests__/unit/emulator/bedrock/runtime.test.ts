import { describe, expect, it } from '@jest/globals'
import { createHash, createHmac } from 'node:crypto'
import { bucket, claudeBody, haiku, parsed, records, rig, type Rig } from '../rig.ts'

/** Signed by hand: the project does not depend on the runtime's client. */
async function post(
  world: Rig,
  path: string,
  body: unknown
): Promise<{ status: number; json: unknown; type: string | null; retryAfter: string | null }> {
  const { host } = new URL(world.emulator.url)
  const environment = world.emulator.environment()
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const text = JSON.stringify(body)
  const at = '20261121T100000Z'
  const canonicalPath = path.split('/').map(encodeURIComponent).join('/')
  const canonical = ['POST', canonicalPath, '', `host:${host}\nx-amz-date:${at}\n`, 'host;x-amz-date', sha(text)].join(
    '\n'
  )
  const scope = '20261121/us-east-1/bedrock/aws4_request'
  const key = ['us-east-1', 'bedrock', 'aws4_request'].reduce(
    hmac,
    hmac(`AWS4${environment['AWS_SECRET_ACCESS_KEY'] ?? ''}`, '20261121')
  )
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${at}\n${scope}\n${sha(canonical)}`).toString('hex')
  const response = await fetch(`${world.emulator.url}${path}`, {
    method: 'POST',
    body: text,
    headers: {
      'x-amz-date': at,
      authorization: `AWS4-HMAC-SHA256 Credential=${environment['AWS_ACCESS_KEY_ID'] ?? ''}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`
    }
  })
  return {
    status: response.status,
    json: await response.json(),
    type: response.headers.get('x-amzn-errortype'),
    retryAfter: response.headers.get('retry-after')
  }
}

describe('the runtime', () => {
  it('answers InvokeModel at once, at the price on demand', async () => {
    await using world = await rig()

    const { status, json } = await post(world, `/model/${encodeURIComponent(haiku)}/invoke`, claudeBody('Name: Lyon'))

    expect(status).toBe(200)
    expect(json).toMatchObject({ type: 'message', stop_reason: 'end_turn' })
    expect(world.emulator.books.charged()).toMatchObject({ records: 1, inputTokens: 3 })
    expect(world.emulator.books.requests.at(-1)).toMatchObject({ service: 'bedrock-runtime', operation: 'InvokeModel' })
  })

  it('answers Converse without nulls', async () => {
    await using world = await rig()

    const { json } = await post(world, `/model/${encodeURIComponent(haiku)}/converse`, {
      messages: [{ role: 'user', content: [{ text: 'Name: Lyon' }] }]
    })

    expect(json).toMatchObject({ stopReason: 'end_turn' })
    expect(JSON.stringify(json)).not.toContain('null')
  })

  it.each([
    ['amazon.nova-premier-v1:0', { messages: [] }, /on-demand throughput isn’t supported/],
    [haiku, { messages: [] }, /^anthropic_version: Field required$/],
    ['acme.none', {}, /identifier is invalid/]
  ])('refuses %s %j as a ValidationException', async (modelId, body, says) => {
    await using world = await rig()

    const { status, type, json } = await post(world, `/model/${encodeURIComponent(modelId)}/invoke`, body)

    expect([status, type]).toEqual([400, 'ValidationException'])
    expect((json as { message: string }).message).toMatch(says)
  })

  it('reads a film from any bucket of the account', async () => {
    await using world = await rig()
    await world.put('films/a.mp4', 'a film')
    const video = { format: 'mp4', source: { s3Location: { uri: `s3://${bucket}/films/a.mp4` } } }

    const { json } = await post(world, '/model/amazon.nova-lite-v1:0/invoke', {
      messages: [{ role: 'user', content: [{ video }] }]
    })

    expect(JSON.stringify(json)).toMatch(/MP4 video of 6 bytes/)
  })

  it('serves a model that only its options know, in batch and on demand', async () => {
    const output = { reply: { text: '{{answer}}' } }
    await using world = await rig({ models: { 'acme.writer-1': { output } } })
    const question = { ask: 'Name: Lyon' }
    await world.put(
      'in/a.jsonl',
      records(2, () => question)
    )

    const { json } = await post(world, '/model/acme.writer-1/invoke', question)
    const jobArn = await world.create('tomorrow', { modelId: 'acme.writer-1' })
    await world.clock.advance(10_000)

    const line = parsed(await world.read(`out/${jobArn.split('/').at(-1) ?? ''}/a.jsonl.out`))[0]
    expect(json).toEqual({ reply: { text: expect.stringContaining('Lyon') } })
    expect(line?.['modelOutput']).toEqual(json)
  })

  it('throttles where it is told to, and says when to come again', async () => {
    await using world = await rig({ throttle: { perSecond: 1 } })
    const path = `/model/${encodeURIComponent(haiku)}/invoke`

    const first = await post(world, path, claudeBody('x'))
    const second = await post(world, path, claudeBody('x'))
    await world.clock.advance(1000)
    const third = await post(world, path, claudeBody('x'))

    expect([first.status, second.status, third.status]).toEqual([200, 429, 200])
    expect(second).toMatchObject({ type: 'ThrottlingException', retryAfter: '1' })
    expect(world.emulator.books.charged()).toMatchObject({ records: 2 })
  })
})
