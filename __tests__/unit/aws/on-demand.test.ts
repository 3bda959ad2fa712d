/** InvokeModel and Converse on the wire: what every outcome means for the record and for the pass. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { clientSettings } from '../../../src/aws/clients.ts'
import { openOnDemand } from '../../../src/aws/on-demand.ts'
import type { FaultAction } from '../../../src/emulator/faults.ts'
import type { OnDemandReply, Question } from '../../../src/ports.ts'
import { openAws } from './world.ts'
import type { AwsWorld } from './world.ts'

const invoke: Question = {
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  api: 'InvokeModel',
  modelInput: JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 50,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Describe Boot.' }] }]
  })
}
const converse: Question = {
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  api: 'Converse',
  modelInput: JSON.stringify({
    messages: [{ role: 'user', content: [{ text: 'Describe Boot.' }] }],
    inferenceConfig: { maxTokens: 50 }
  })
}

function ask(world: AwsWorld, question: Question): Promise<OnDemandReply> {
  return openOnDemand(clientSettings(world.emulator.region, '0')).ask(question, new AbortController().signal)
}

const refused = (status: number, code: string, message = 'No.', headers = {}): FaultAction => ({
  status,
  code,
  message,
  headers
})

describe('Asking one record', () => {
  it.each([
    ['InvokeModel', invoke, /"content":\[\{.*"text":"Here: Describe Boot\./],
    ['Converse', converse, /"message":\{.*"text":"Here: Describe Boot\./]
  ])('by %s gives the model’s own JSON', async (_api, question, said) => {
    await using world = await openAws({ answer: () => ({ text: 'Here: Describe Boot.' }) })

    const reply = await ask(world, question)

    expect(reply).toMatchObject({ kind: 'output', modelOutput: expect.stringMatching(said) })
    expect(reply).not.toMatchObject({ modelOutput: expect.stringContaining('$metadata') })
  })

  it.each([
    ['nested twenty thousand deep', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['over several lines', '{\n  "n": 1.50,\r\n  "big": 12345678901234567890\n}']
  ])('takes a reply %s as it is, on one line', async (_what, body) => {
    const server = createServer((_request, response) => response.end(body))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const keys = async () => ({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c', expiration: new Date(8e12) })
    const { port } = server.address() as AddressInfo
    const settings = { ...clientSettings('us-east-1', '0', keys), endpoint: `http://127.0.0.1:${port}` }

    const reply = await openOnDemand(settings).ask(invoke, new AbortController().signal)

    server.closeAllConnections()
    server.close()
    expect(reply).toEqual({ kind: 'output', modelOutput: body.replace(/[\r\n]/g, ' ') })
  })

  it.each<[string, FaultAction, Partial<OnDemandReply>]>([
    ['throttled', refused(429, 'ThrottlingException'), { kind: 'throttled', code: 429 }],
    [
      'throttled, and told for how long',
      refused(429, 'ThrottlingException', 'Slow down.', { 'retry-after': '7' }),
      { kind: 'throttled', retryAfterMs: 7000 }
    ],
    ['over a quota', refused(400, 'ServiceQuotaExceededException'), { kind: 'throttled' }],
    ['not ready', refused(429, 'ModelNotReadyException'), { kind: 'throttled' }],
    [
      'not there',
      refused(503, 'ServiceUnavailableException', 'Come back.', { 'retry-after': '2' }),
      { kind: 'throttled', code: 503, retryAfterMs: 2000 }
    ],
    [
      'throttled until a date',
      refused(429, 'ThrottlingException', 'Slow down.', {
        date: 'Mon, 05 Jan 2026 12:00:00 GMT',
        'retry-after': 'Mon, 05 Jan 2026 12:01:30 GMT'
      }),
      { kind: 'throttled', retryAfterMs: 90_000 }
    ],
    [
      'throttled for longer than anybody waits',
      refused(429, 'ThrottlingException', 'Slow down.', { 'retry-after': '9'.repeat(400) }),
      { kind: 'throttled', retryAfterMs: 24 * 3_600_000 }
    ],
    ['too slow', refused(408, 'ModelTimeoutException'), { kind: 'trouble', code: 408 }],
    ['broken', refused(500, 'InternalServerException'), { kind: 'trouble', code: 500 }],
    ['cut off', 'apply-then-drop', { kind: 'trouble', code: 0 }],
    ['refused', refused(400, 'ValidationException', 'max_tokens: too large'), { kind: 'error', code: 400 }]
  ])('that is %s says so, after one request', async (_what, action, expected) => {
    await using world = await openAws()
    world.emulator.faults.add({ when: () => true, do: action })

    const reply = await ask(world, invoke)

    expect(reply).toMatchObject(expected)
    expect(world.emulator.books.requests).toHaveLength(1)
  })

  it.each(['-7', 'soon', 'Mon, 05 Jan 2026 11:59:00 GMT', ''])('does not take “%s” for a time to wait', async told => {
    await using world = await openAws()
    const headers = { date: 'Mon, 05 Jan 2026 12:00:00 GMT', 'retry-after': told }
    world.emulator.faults.add({ when: () => true, do: refused(429, 'ThrottlingException', 'Slow down.', headers) })

    expect(await ask(world, invoke)).toEqual({ kind: 'throttled', code: 429, message: 'Slow down.' })
  })

  it.each([
    ['AccessDeniedException', 403, 'not authorized to perform: bedrock:InvokeModel', 'access-denied'],
    ['ResourceNotFoundException', 404, 'Model not found', 'refused-by-bedrock'],
    ['ExpiredTokenException', 403, 'The security token is expired', 'credentials-expired'],
    ['ValidationException', 400, 'with on-demand throughput isn’t supported', 'refused-by-bedrock']
  ])('ends the pass for %s (%i): no other record would fare better', async (code, status, message, failure) => {
    await using world = await openAws()
    world.emulator.faults.add({ when: () => true, do: refused(status, code, message) })

    await expect(ask(world, invoke)).rejects.toMatchObject({ code: failure })
  })
})
