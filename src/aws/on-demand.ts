/** Bedrock's runtime as OnDemandModel: InvokeModel and Converse, one request each, repeated by whoever asks. */
import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { OnDemandModel, OnDemandReply, Question } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { ClientSettings } from './clients.ts'
import { failureOf, isDenied, isThrottling, isUncertain, readError } from './errors.ts'

/** A long answer takes its minutes: AWS's own SDKs advise an hour for some models, this is enough for a batch-sized one. */
const answerTimeoutMs = 10 * 60_000

export function openOnDemand(settings: ClientSettings): OnDemandModel {
  const client = new BedrockRuntimeClient({
    ...settings,
    maxAttempts: 1,
    // HTTP/1.1, which proxies and emulators speak too; the client's own choice is HTTP/2, which only its streams need.
    requestHandler: new NodeHttpHandler({ ...settings.requestHandler, socketTimeout: answerTimeoutMs })
  })
  return {
    async ask(question, signal) {
      try {
        const modelOutput =
          question.api === 'Converse'
            ? await converse(client, question, signal)
            : await invoke(client, question, signal)
        return { kind: 'output', modelOutput }
      } catch (error) {
        return replyOf(error, question)
      }
    }
  }
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html */
async function invoke(
  client: BedrockRuntimeClient,
  { modelId, modelInput }: Question,
  abortSignal: AbortSignal
): Promise<string> {
  const command = new InvokeModelCommand({
    modelId,
    body: modelInput,
    contentType: 'application/json',
    accept: 'application/json'
  })
  const { body } = await client.send(command, { abortSignal })
  const text = new TextDecoder().decode(body)
  JSON.parse(text)
  // Between the tokens of JSON, where alone a line may end, a space says the same.
  return text.replace(/[\r\n]/g, ' ')
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
async function converse(
  client: BedrockRuntimeClient,
  { modelId, modelInput }: Question,
  abortSignal: AbortSignal
): Promise<string> {
  // On the wire a blob is base64 text, in the SDK it is bytes.
  const body = JSON.parse(modelInput, (key, value: unknown) =>
    key === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value
  ) as Omit<ConverseCommandInput, 'modelId'>
  const output = await client.send(new ConverseCommand({ ...body, modelId }), { abortSignal })
  return JSON.stringify({ ...output, $metadata: undefined }, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
  )
}

/** Nothing was asked of a model: one that is still being loaded asks for patience, and so does a service that is not there. */
const isLater = new Set(['ServiceQuotaExceededException', 'ModelNotReadyException', 'ServiceUnavailableException'])

const longestRetryAfterMs = 24 * 3_600_000

/** Seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfterOf(error: unknown): number | undefined {
  const headers = (error as { $response?: { headers?: Record<string, string> } }).$response?.headers
  const told = headers?.['retry-after'] ?? ''
  const ms = /^\d+(\.\d+)?$/.test(told)
    ? Number(told) * 1000
    : Date.parse(told) - (Date.parse(headers?.['date'] ?? '') || Date.now())
  return ms > 0 ? Math.min(ms, longestRetryAfterMs) : undefined
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html */
function replyOf(error: unknown, { modelId }: Question): OnDemandReply {
  if (error instanceof Failure) throw error
  const { name, message, status } = readError(error)
  const told = { code: status ?? 0, message }
  if (isThrottling(error) || status === 503 || isLater.has(name)) {
    const retryAfterMs = retryAfterOf(error)
    return { kind: 'throttled', ...told, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  if (name === 'ModelTimeoutException' || name === 'ModelErrorException' || isUncertain(error))
    return { kind: 'trouble', ...told }
  const asked = { action: 'bedrock:InvokeModel', resource: modelId }
  const failure = failureOf(error, asked)
  const forAll =
    isDenied(error) ||
    failure.code === 'no-credentials' ||
    failure.code === 'credentials-expired' ||
    name === 'ResourceNotFoundException'
  if (forAll || /on-demand throughput|model identifier is invalid/i.test(message)) throw failure
  return { kind: 'error', code: status ?? 400, message }
}
