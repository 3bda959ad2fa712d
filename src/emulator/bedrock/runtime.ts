/**
 * Bedrock's runtime: InvokeModel and Converse, answered by the same simulated models as batch records.
 * Further operations (streams, CountTokens) get a line in `runtimePaths`.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
 */
import { hash } from 'node:crypto'
import type { Books } from '../books.ts'
import type { Clock } from '../clock.ts'
import type { Reply } from '../exchange.ts'
import { isMap, sortedJson } from '../json.ts'
import { BedrockError, bedrockJson } from './errors.ts'
import { fetchMedia, locationsIn } from './media/stored.ts'
import { judgeModel } from './models/catalogue.ts'
import type { ExtraModels } from './models/extra-model.ts'
import { simulatedModel, type AnswerRule } from './models/simulate.ts'
import type { JobObjects } from './objects.ts'
import { modelArn, type Asked } from './operations.ts'
import { priceOf } from './prices.ts'

export interface RuntimeWorld {
  readonly books: Books
  readonly clock: Clock
  readonly region: string
  readonly account: string
  readonly marker: boolean
  readonly rule?: AnswerRule
  readonly models?: ExtraModels
  readonly objects: JobObjects
}

export interface RuntimePath {
  readonly method: string
  readonly shape: RegExp
  readonly name: string
  readonly api: 'InvokeModel' | 'Converse'
}

export const runtimePaths: readonly RuntimePath[] = [
  { method: 'POST', shape: /^\/model\/([^/]+)\/invoke$/, name: 'InvokeModel', api: 'InvokeModel' },
  { method: 'POST', shape: /^\/model\/([^/]+)\/converse$/, name: 'Converse', api: 'Converse' }
]

/** Answers at once. Throws BedrockError. */
export async function invoke(path: RuntimePath, asked: Asked, world: RuntimeWorld): Promise<Reply> {
  const modelId = asked.identifier
  asked.authorize('bedrock:InvokeModel', modelArn(modelId, world))
  const verdict = judgeModel(modelId, world.models)
  if (verdict === 'unknown') throw new BedrockError('ValidationException', 'The provided model identifier is invalid.')
  if (verdict === 'profile-only')
    throw new BedrockError(
      'ValidationException',
      `Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`
    )
  if (!isMap(asked.body)) throw new BedrockError('ValidationException', 'The request body is no JSON object.')
  const { rule, models, marker } = world
  // On demand the SDK drops nulls itself; the wire has none.
  const model = simulatedModel(modelId, {
    ...{ api: path.api, nulls: false, marker },
    ...(rule && { rule }),
    ...(models && { models })
  })
  const library = await fetchMedia(locationsIn(asked.body), world.objects, undefined)
  const outcome = model(asked.body, '', library)
  if (outcome.kind === 'error') throw runtimeError(outcome.code, outcome.message)
  charge(modelId, asked, outcome, world)
  const reply = bedrockJson(outcome.modelOutput)
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'x-amzn-bedrock-input-token-count': String(outcome.inputTokens),
      'x-amzn-bedrock-output-token-count': String(outcome.outputTokens),
      'x-amzn-bedrock-invocation-latency': '400'
    }
  }
}

function runtimeError(code: number, message: string): BedrockError {
  if (code === 429) return new BedrockError('ThrottlingException', message)
  return new BedrockError(code >= 500 ? 'InternalServerException' : 'ValidationException', message)
}

function charge(
  modelId: string,
  asked: Asked,
  tokens: { inputTokens: number; outputTokens: number },
  { books, clock }: RuntimeWorld
): void {
  const price = priceOf(modelId, 'on-demand')
  const { inputTokens, outputTokens } = tokens
  const usd = (inputTokens * price.input + outputTokens * price.output) / 1e6
  const name = `on-demand ${asked.number}`
  books.effect({
    at: clock.now(),
    request: asked.number,
    kind: 'on-demand',
    detail: { modelId, inputTokens, outputTokens }
  })
  books.charge({ jobArn: name, jobName: name, modelId, records: 1, errors: 0, inputTokens, outputTokens, usd }, [
    hash('sha256', sortedJson(asked.body)).slice(0, 16)
  ])
}
