/** Asks a throttling service on demand for a while: as the action does, or with a fixed number of requests at once. */
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { openCloud } from '../aws/cloud.ts'
import { Keys, specIdOf } from '../jobs/names.ts'
import { recordNamer } from '../jobs/record.ts'
import { systemClock } from '../node/clock.ts'
import { openScratch } from '../node/scratch.ts'
import { askNow } from '../pipeline/on-demand.ts'
import { Questions } from '../pipeline/questions.ts'
import type { Cloud, OnDemandModel, Scratch } from '../ports.ts'
import { bucket, model } from './dataset.ts'
import { wordsFrom } from './words.ts'

export interface Asked {
  readonly answered: number
  readonly throttled: number
  /** Until the last answer. */
  readonly seconds: number
}

interface Asking {
  readonly questions: Questions
  readonly indexes: Uint32Array
  readonly seconds: number
  readonly model: Watched
}

/** `words`: `ours` or how many at once, how many questions, and the seconds after which it is enough. */
export async function askOnDemand(words: readonly string[]): Promise<() => Promise<Asked>> {
  const [way = 'ours', count = '1', seconds = '1'] = words
  const region = process.env['AWS_REGION'] ?? 'us-east-1'
  const cloud = openCloud({ region, bucket, version: 'bench', allowedAccountIds: [] }, systemClock)
  const watched = new Watched(await cloud.onDemand())
  const scratch = openScratch(tmpdir())
  const questions = questionsIn(scratch, Number(count))
  const indexes = Uint32Array.from(questions.needed())
  const asking = { questions, indexes, seconds: Number(seconds), model: watched }
  return async () => {
    watched.startedAt = performance.now()
    if (way === 'ours') await asWeDo(asking, cloud, scratch)
    else await fixed(asking, Number(way))
    await scratch[Symbol.asyncDispose]()
    return { answered: watched.answered, throttled: watched.throttled, seconds: watched.seconds }
  }
}

function questionsIn(scratch: Scratch, count: number): Questions {
  const questions = new Questions(scratch.create('records'))
  const nameOf = recordNamer(model, 'InvokeModel')
  for (let number = 0; number < count; number++) {
    const content = JSON.stringify(`${number}: ${wordsFrom(number, 200)}`)
    const modelInput = `{"anthropic_version":"bedrock-2023-05-31","max_tokens":100,"messages":[{"content":${content},"role":"user"}]}`
    questions.need(questions.add(nameOf(modelInput), modelInput), modelInput, 'new')
  }
  return questions
}

/** Counts what comes back. */
class Watched implements OnDemandModel {
  answered = 0
  throttled = 0
  seconds = 0
  startedAt = 0
  private readonly model: OnDemandModel

  constructor(model: OnDemandModel) {
    this.model = model
  }

  readonly ask: OnDemandModel['ask'] = async (question, signal) => {
    const reply = await this.model.ask(question, signal)
    if (reply.kind === 'throttled') this.throttled++
    else if (reply.kind === 'output') {
      this.answered++
      this.seconds = (performance.now() - this.startedAt) / 1000
    } else if (!signal.aborted) throw new Error(`${reply.kind} ${reply.code}: ${reply.message}`)
    return reply
  }
}

async function asWeDo(
  { questions, indexes, seconds, model: watched }: Asking,
  cloud: Cloud,
  scratch: Scratch
): Promise<void> {
  const specId = specIdOf('1', 'bench')
  const store = {
    objects: cloud.objects,
    keys: new Keys('on-demand', specId),
    specId,
    bucket,
    scratch,
    clock: systemClock
  }
  const work = {
    model: watched,
    store,
    questions,
    modelId: model,
    api: 'InvokeModel' as const,
    mayStillPay: async () => true,
    mayGoOn: async () => true,
    deadline: Date.now() + seconds * 1000,
    signal: AbortSignal.timeout(seconds * 1000),
    log: { info: () => undefined, warning: () => undefined, group: () => () => undefined }
  }
  await askNow(work, indexes)
}

/** What one would write by hand: so many at once, and each waits as long as it was told to. */
async function fixed({ questions, indexes, seconds, model: watched }: Asking, atOnce: number): Promise<void> {
  const signal = AbortSignal.timeout(seconds * 1000)
  const isOver = (): boolean => signal.aborted
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < indexes.length && !isOver()) {
      const modelInput = questions.modelInputOf(indexes[next++] ?? 0)
      for (;;) {
        const reply = await watched.ask({ modelId: model, api: 'InvokeModel', modelInput }, signal)
        if (reply.kind !== 'throttled' || isOver()) break
        await sleep(reply.retryAfterMs ?? 1000, undefined, { signal }).catch(() => undefined)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
