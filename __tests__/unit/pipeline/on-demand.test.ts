import { describe, expect, it } from '@jest/globals'
import { askNow } from '../../../src/pipeline/on-demand.ts'
import type { AskedNow, AskingNow } from '../../../src/pipeline/on-demand.ts'
import type { Questions } from '../../../src/pipeline/questions.ts'
import type { OnDemandModel, OnDemandReply, Question } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { StillClock } from '../../support/still-clock.ts'
import { Outside } from './outside.ts'

type Say = (question: Question, times: number) => OnDemandReply | Promise<OnDemandReply>

/** Counts how often each question is asked, and how many are in the air together. */
class Model implements OnDemandModel {
  readonly asked = new Map<string, number>()
  together = 0
  most = 0
  private readonly say: Say

  constructor(say: Say = question => ({ kind: 'output', modelOutput: `{"to":${question.modelInput}}` })) {
    this.say = say
  }

  async ask(question: Question): Promise<OnDemandReply> {
    const times = (this.asked.get(question.modelInput) ?? 0) + 1
    this.asked.set(question.modelInput, times)
    this.most = Math.max(this.most, ++this.together)
    try {
      await new Promise(resolve => setImmediate(resolve))
      return await this.say(question, times)
    } finally {
      this.together--
    }
  }
}

function ask(
  outside: Outside,
  model: OnDemandModel,
  questions: Questions,
  more: Partial<AskingNow> = {}
): Promise<AskedNow> {
  const { store, log } = outside
  const work: AskingNow = {
    model,
    store,
    questions,
    modelId: 'model',
    api: 'InvokeModel',
    mayStillPay: async () => true,
    mayGoOn: async () => true,
    deadline: outside.clock.now() + 3_600_000,
    signal: new AbortController().signal,
    log,
    ...more
  }
  return askNow(work, Uint32Array.from(questions.needed()))
}

function lines(outside: Outside): string[] {
  const parts = outside.bucket.keys().filter(key => key.endsWith('.jsonl.out'))
  return parts.flatMap(key => (outside.bucket.textOf(key) ?? '').trimEnd().split('\n'))
}

describe('Asking on demand', () => {
  it('leaves lines as a batch job would, part by part, and each record once', async () => {
    await using outside = new Outside()
    const model = new Model()

    const asked = await ask(outside, model, outside.questions(45))

    expect(asked).toMatchObject({ left: 0, why: undefined })
    expect([...asked.asked].sort((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (_, index) => index))
    expect(outside.bucket.keys().map(key => key.replace(/^.*\//, ''))).toEqual([
      'part-1.jsonl.out',
      'part-2.jsonl.out',
      'part-3.jsonl.out'
    ])
    expect(outside.bucket.keys()[0]).toContain(`/output/${asked.name}/`)
    expect(new Set(lines(outside)).size).toBe(45)
    const first = JSON.parse(lines(outside)[0] ?? '') as { recordId: string; modelInput: unknown }
    expect(first.recordId).toBe(outside.nameOf(JSON.stringify(first.modelInput)))
    expect([...model.asked.values()].every(times => times === 1)).toBe(true)
  })

  it('asks several at once, within bounds', async () => {
    await using outside = new Outside()
    const model = new Model()

    await ask(outside, model, outside.questions(60))

    expect(model.most).toBeGreaterThan(1)
    expect(model.most).toBeLessThanOrEqual(32)
  })

  it('never writes over the parts of an earlier run', async () => {
    await using outside = new Outside()
    const questions = outside.questions(3)

    const first = await ask(outside, new Model(), questions)
    const second = await ask(outside, new Model(), questions)

    expect([first.name.slice(-2), second.name.slice(-2)]).toEqual(['g1', 'g2'])
    expect(outside.bucket.keys()).toHaveLength(2)
  })

  it('repeats what was throttled, after the pause that the service asks for', async () => {
    await using outside = new Outside()
    const model = new Model((question, times) =>
      times < 3
        ? { kind: 'throttled', code: 429, message: 'slow', retryAfterMs: 7000 }
        : { kind: 'output', modelOutput: question.modelInput }
    )

    const asked = await ask(outside, model, outside.questions(1))

    expect(asked).toMatchObject({ asked: [0], left: 0 })
    expect(outside.clock.slept.filter(ms => ms > 0)).toEqual([7000, 7000])
  })

  it('leaves to a later pass what is throttled without end', async () => {
    await using outside = new Outside()
    const model = new Model(() => ({ kind: 'throttled', code: 429, message: 'slow' }))

    const asked = await ask(outside, model, outside.questions(2))

    expect(asked).toMatchObject({ asked: [], left: 2, why: 'the service throttles' })
    expect(outside.bucket.keys()).toEqual([])
  })

  it('repeats a request without an answer once, for it may have been paid', async () => {
    await using outside = new Outside()
    const model = new Model(() => ({ kind: 'trouble', code: 0, message: 'reset' }))

    await ask(outside, model, outside.questions(1))

    expect([...model.asked.values()]).toEqual([2])
    expect(JSON.parse(lines(outside)[0] ?? '')).toMatchObject({ error: { errorCode: 500, errorMessage: 'reset' } })
  })

  it('keeps a definite error as the record’s, and asks the others', async () => {
    await using outside = new Outside()
    const model = new Model(question =>
      question.modelInput === '{"q":1}'
        ? { kind: 'error', code: 400, message: 'bad' }
        : { kind: 'output', modelOutput: '{}' }
    )

    const asked = await ask(outside, model, outside.questions(3))

    expect(asked.asked).toHaveLength(3)
    expect(lines(outside).filter(line => line.includes('"errorCode":400'))).toHaveLength(1)
  })

  it('keeps what was answered also where a Failure ends the pass', async () => {
    await using outside = new Outside()
    const model = new Model(question => {
      if (question.modelInput === '{"q":5}') throw new Failure('access-denied', 'no')
      return { kind: 'output', modelOutput: '{}' }
    })

    await expect(ask(outside, model, outside.questions(10))).resolves.toMatchObject({
      failed: { error: expect.any(Failure) }
    })

    expect(lines(outside).length).toBe(model.asked.size - 1)
  })

  it.each([
    ['the lease is lost', { mayStillPay: async () => false }, 'another pass has taken over'],
    ['the pass is cancelled', { signal: AbortSignal.abort() }, 'the pass was cancelled']
  ])('begins no part once %s', async (_what, more, why) => {
    await using outside = new Outside()
    const model = new Model()

    const asked = await ask(outside, model, outside.questions(3), more)

    expect(asked).toMatchObject({ asked: [], left: 3, why })
    expect(model.asked.size).toBe(0)
  })

  it('asks one part even where it may not wait, and says what is left', async () => {
    await using outside = new Outside()

    const asked = await ask(outside, new Model(), outside.questions(45), { deadline: 0 })

    expect(asked).toMatchObject({ left: 25, why: 'the wait is over' })
    expect(asked.asked).toHaveLength(20)
  })

  it('goes on with the others while one waits for its next try, past the end of a part', async () => {
    await using outside = new Outside()
    const others = Promise.withResolvers<undefined>()
    const model = new Model((question, times) => {
      if (model.asked.size === 45) others.resolve(undefined)
      return question.modelInput === '{"q":3}' && times === 1
        ? { kind: 'throttled', code: 429, message: 'slow', retryAfterMs: 60_000 }
        : { kind: 'output', modelOutput: '{}' }
    })
    const clock = Object.assign(new StillClock(0), { sleep: () => others.promise })

    const asked = await ask(outside, model, outside.questions(45), { store: { ...outside.store, clock } })

    expect(asked).toMatchObject({ left: 0, why: undefined })
    expect(asked.asked.at(-1)).toBe(3)
    expect(outside.bucket.keys()).toHaveLength(3)
  })

  it('begins no more once a part cannot be written, and waits for those under way', async () => {
    await using outside = new Outside()
    const model = new Model()
    const put = async (): Promise<'stored'> => Promise.reject(new Error('disk full'))
    const store = { ...outside.store, objects: Object.assign(Object.create(outside.bucket), { put }) }

    const { failed } = await ask(outside, model, outside.questions(200), { store })

    expect(failed).toEqual({ error: new Error('disk full') })

    expect(model.asked.size).toBeLessThan(60)
    expect(model.together).toBe(0)
  })

  it('writes a part under the next number where another pass has written one of its own there', async () => {
    await using outside = new Outside()
    const questions = outside.questions(20)
    const other = new Model(() => ({ kind: 'output', modelOutput: '{"by":"other"}' }))
    const first = outside.questions(20)
    let asked = 0
    const model = new Model(question => {
      asked++
      return { kind: 'output', modelOutput: `{"to":${question.modelInput}}` }
    })
    const put = outside.bucket.put.bind(outside.bucket)
    outside.bucket.put = async (...args) => {
      outside.bucket.put = put
      await ask(outside, other, first)
      return put(...args)
    }

    const { asked: kept } = await ask(outside, model, questions)

    expect([kept.length, asked]).toEqual([20, 20])
    expect(lines(outside).filter(line => line.includes('"to"'))).toHaveLength(20)
    expect(outside.bucket.keys().map(key => key.replace(/^.*\//, ''))).toEqual(['part-1.jsonl.out', 'part-2.jsonl.out'])
  })

  it('takes a part that is there already, and says the same, for its own', async () => {
    await using outside = new Outside()
    const put = outside.bucket.put.bind(outside.bucket)
    // The answer to the first try was lost.
    outside.bucket.put = async (...args) => {
      await put(...args)
      return put(...args)
    }

    await ask(outside, new Model(), outside.questions(3))

    expect(outside.bucket.keys()).toHaveLength(1)
  })

  it('takes home what a model is answering when the pass is cancelled, and begins nothing more', async () => {
    await using outside = new Outside()
    const cancel = new AbortController()
    const answered = Promise.withResolvers<undefined>()
    const clock = Object.assign(new StillClock(0), { sleep: () => answered.promise })
    const signals: AbortSignal[] = []
    const model = {
      async ask(_question: Question, signal: AbortSignal): Promise<OnDemandReply> {
        if (signals.push(signal) === 3) cancel.abort()
        await new Promise(resolve => setTimeout(resolve, 20))
        return { kind: 'output', modelOutput: '{}' }
      }
    }

    const asked = await ask(outside, model, outside.questions(200), {
      signal: cancel.signal,
      store: { ...outside.store, clock }
    })
    answered.resolve(undefined)

    expect(asked).toMatchObject({ why: 'the pass was cancelled', left: 200 - signals.length })
    expect([signals.length < 10, signals.some(signal => signal.aborted)]).toEqual([true, false])
    expect(lines(outside)).toHaveLength(signals.length)
  })

  it('waits for a model no longer than a while after the pass was cancelled', async () => {
    await using outside = new Outside()
    const cancel = new AbortController()
    const model = {
      ask: (_question: Question, signal: AbortSignal): Promise<OnDemandReply> =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => resolve({ kind: 'trouble', code: 0, message: 'aborted' }))
          cancel.abort()
        })
    }

    const asked = await ask(outside, model, outside.questions(3), { signal: cancel.signal })

    expect(asked).toMatchObject({ asked: [], left: 3, why: 'the pass was cancelled' })
    expect(outside.clock.slept).toEqual([3000])
  })

  it('leaves a record that is to wait past the end of the wait, and waits no longer than ten minutes at once', async () => {
    await using outside = new Outside()
    const model = new Model((_question, times) =>
      times < 3
        ? { kind: 'throttled', code: 429, message: 'slow', retryAfterMs: 3_000_000 }
        : { kind: 'output', modelOutput: '{}' }
    )

    const patient = await ask(outside, model, outside.questions(1))
    const hasty = await ask(
      outside,
      new Model(() => ({ kind: 'throttled', code: 429, message: '', retryAfterMs: 60_000 })),
      outside.questions(1),
      { deadline: outside.clock.now() }
    )

    expect(outside.clock.slept).toEqual([600_000, 600_000])
    expect([patient.left, hasty.left, hasty.why]).toEqual([0, 1, 'the service throttles'])
  })

  it('asks nothing more of a record, nor of another one, once somebody else may pay', async () => {
    await using outside = new Outside()
    let held = true
    const model = new Model(({ modelInput }) => {
      if (modelInput !== '{"q":2}') return { kind: 'output', modelOutput: '{}' }
      held = false
      return { kind: 'throttled', code: 429, message: 'slow' }
    })

    const asked = await ask(outside, model, outside.questions(200), { mayGoOn: async () => held })

    expect(asked.why).toBe('another pass has taken over')
    expect(model.asked.get('{"q":2}')).toBe(1)
    expect(model.asked.size).toBeLessThan(20)
    expect(lines(outside)).toHaveLength(asked.asked.length)
  })

  it('keeps what was answered where nobody can tell any more who may pay', async () => {
    await using outside = new Outside()
    const model = new Model()
    let looks = 0
    const mayStillPay = async (): Promise<boolean> => {
      if (++looks === 2) throw new Error('no lease to be seen')
      return true
    }

    const { failed } = await ask(outside, model, outside.questions(200), { mayStillPay })

    expect(failed).toEqual({ error: new Error('no lease to be seen') })

    expect(model.asked.size).toBe(20)
    expect(lines(outside)).toHaveLength(20)
  })
})
