/** What the loop of a pass is given in tests: questions by number, jobs in memory that a test ends by hand, answers that say their number. */
import { Answers } from '../../../src/pipeline/answers.ts'
import type { Driving } from '../../../src/pipeline/driving.ts'
import type { Questions } from '../../../src/pipeline/questions.ts'
import type { Ending } from '../../../src/jobs/state.ts'
import { jobIdOf, shardNameOf } from '../../../src/jobs/names.ts'
import type { LedgerJob } from '../../../src/ports.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import type { Outside } from './outside.ts'

export interface Ready {
  readonly work: Driving
  readonly questions: Questions
  readonly answers: Answers
  /** Lists of jobs that were saved for later workflow runs, the last one at the end. */
  readonly saved: (readonly LedgerJob[])[]
}

const rules: Driving['rules'] = {
  retry: 'auto',
  retries: 2,
  resendFailedJobs: true,
  minRecords: 2,
  maxRecords: 100,
  maxBytes: 1e9,
  inference: 'batch',
  belowMinimum: 'hold',
  onDemandRecords: 200
}

type More = Partial<Omit<Driving, 'rules'>> & { readonly rules?: Partial<Driving['rules']> }

/** A pass in mode run that may wait an hour. */
export function ready(outside: Outside, count: number, more: More = {}): Ready {
  const questions = outside.questions(count)
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  const saved: (readonly LedgerJob[])[] = []
  const { cloud, store, log, clock, nameOf } = outside
  const signal = more.signal ?? new AbortController().signal
  const deadline = more.deadline ?? clock.now() + 3_600_000
  const stopBefore = more.stopBefore ?? ((): number => Number.NEGATIVE_INFINITY)
  const work: Driving = {
    mode: 'run',
    followUps: undefined,
    questions,
    answers,
    collecting: { cloud, store, nameOf, answers, stopBefore, usageOf, log, signal },
    submitting: {
      cloud,
      store,
      account: '123456789012',
      places: { region: 'us-east-1', s3Uri: 's3://b/p', serviceRoleArn: 'arn:aws:iam::123456789012:role/service' },
      specName: 'shoes',
      common: { modelId: 'model', invocationType: 'InvokeModel' },
      questions,
      deadline,
      signal,
      log
    },
    lease: {
      store,
      owner: { runId: '1', runAttempt: '1', runUrl: 'run 1' },
      hasEnded: async () => undefined,
      nonce: `pass at ${clock.now()}`
    },
    ledger: { load: async () => [], note: () => undefined, save: async (_specId, jobs) => void saved.push(jobs) },
    padding: text => ({ recordId: nameOf(JSON.stringify({ pad: text })), modelInput: JSON.stringify({ pad: text }) }),
    hasDeadline: false,
    stopBefore,
    maxActiveJobs: 10,
    passOver: () => false,
    checkLimits: () => undefined,
    atMost: records => records / 100,
    accounted: () => false,
    broke: () => undefined,
    soFar: undefined,
    deadline,
    rest: ms => clock.sleep(ms, signal),
    signal,
    log,
    ...more,
    rules: { ...rules, ...more.rules }
  }
  return { work, questions, answers, saved }
}

const usageOf: Driving['collecting']['usageOf'] = text => (text.includes('modelOutput') ? {} : undefined)

function read(line: AnswerLine): Outcome {
  if ('modelOutput' in line) return { kind: 'answer', value: line.modelOutput, usage: {} }
  if ('error' in line)
    return { kind: 'error', reason: 'error', message: line.error.message, retryable: line.error.code !== 400 }
  return 'conflict' in line
    ? { kind: 'conflict', reason: 'conflict', retryable: true }
    : { kind: 'missing', reason: 'missing', retryable: true }
}

/** Ends every job that lives, with an answer or an error for each of its records. */
export async function endJobs(outside: Outside, ending: Ending = 'completed', error?: string): Promise<void> {
  for (const [number, job] of outside.jobs.all.entries()) {
    if (job.ending !== undefined) continue
    outside.jobs.all[number] = { ...job, ending, status: ending, endedAt: outside.clock.now() }
    const shard = shardNameOf(job.inputS3Uri) ?? ''
    const input = outside.bucket.textOf(outside.store.keys.input(shard)) ?? ''
    const output = input
      .trimEnd()
      .split('\n')
      .map(line => outputLine(line, error))
    const key = `${outside.store.keys.outputs}${jobIdOf(job.jobArn)}/${shard}.jsonl.out`
    if (ending === 'completed') await outside.bucket.put(key, `${output.join('\n')}\n`)
  }
}

function outputLine(line: string, error: string | undefined): string {
  const { recordId, modelInput } = JSON.parse(line) as { recordId: string; modelInput: unknown }
  const said = error === undefined ? { modelOutput: { said: 'it' } } : { error: { code: 500, message: error } }
  return JSON.stringify({ modelInput, ...said, recordId })
}

/** While the pass sleeps for the n-th time, from 1, this happens. */
export function whileAsleep(outside: Outside, happen: (nap: number) => Promise<void> | void): void {
  const sleep = outside.clock.sleep.bind(outside.clock)
  let naps = 0
  outside.clock.sleep = async (ms, signal) => {
    await happen(++naps)
    await sleep(ms, signal)
  }
}
