/** Whatever may lie about of earlier passes, made by fast-check and put into the bucket and the list of jobs. */
import fc from 'fast-check'
import { jobIdOf, shardNameOf } from '../../../src/jobs/names.ts'
import type { Ending } from '../../../src/jobs/state.ts'
import { idList } from '../../../src/pipeline/id-lists.ts'
import { settleMs } from '../../../src/pipeline/observe.ts'
import type { Questions } from '../../../src/pipeline/questions.ts'
import type { Outside } from './outside.ts'

/** What a job says of one record; `nothing` where it has no line for it. */
export type Word = 'answer' | 'for good' | 'for now' | 'nothing'

export interface Ended {
  readonly kind: 'job' | 'on demand'
  readonly ending: Ending
  /** By question; undefined where the job does not hold it. */
  readonly says: readonly (Word | undefined)[]
  readonly saidAt: number
  /** Holds records that nobody asks any more. */
  readonly strangers: number
}

export interface Facts {
  readonly ended: readonly Ended[]
  /** By question: who holds it now, if anybody. */
  readonly holder: readonly ('job 1' | 'job 2' | 'young' | 'dead' | undefined)[]
}

export const words: readonly Word[] = ['answer', 'for good', 'for now', 'nothing']
export const endings: readonly Ending[] = ['completed', 'partially-completed', 'failed', 'stopped', 'expired']

export const factsOf = (questions: number): fc.Arbitrary<Facts> =>
  fc.record({
    ended: fc.array(
      fc.record<Ended>({
        kind: fc.constantFrom('job', 'job', 'on demand'),
        ending: fc.constantFrom(...endings),
        says: fc.array(fc.option(fc.constantFrom(...words), { nil: undefined }), {
          minLength: questions,
          maxLength: questions
        }),
        saidAt: fc.nat(3),
        strangers: fc.nat(2)
      }),
      { maxLength: 5 }
    ),
    holder: fc.array(fc.constantFrom(undefined, undefined, 'job 1', 'job 2', 'young', 'dead'), {
      minLength: questions,
      maxLength: questions
    })
  })

const numberOf = { 'job 1': 101, 'job 2': 102, young: 103, dead: 104 }

/** Ids of all records that a live job holds, or a shard whose job may appear, as often as they are held. */
export function heldIds({ jobs, bucket, store }: Outside): string[] {
  const live = jobs.all.filter(job => job.ending === undefined).map(job => shardNameOf(job.inputS3Uri) ?? '')
  return [...live, `${hex(numberOf.young)}-g1`].flatMap(shard => idsIn(bucket.textOf(store.keys.ids(shard))))
}

const arn = (jobId: string): string => `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${jobId}`

/** Ended jobs are listed in the order that is given, and their lines too; each keeps its name and its time. */
export async function place(
  outside: Outside,
  questions: Questions,
  { ended, holder }: Facts,
  order: readonly number[] = [...ended.keys()]
): Promise<void> {
  await stage(outside, questions, 'dead', holder)
  outside.clock.time += settleMs + 1000
  const began = outside.bucket.now()
  for (const number of order) {
    const one = ended[number]
    if (one === undefined) continue
    const ids = idsOf(outside, questions, one)
    if (number !== order.indexOf(number)) ids.reverse()
    const lines = ids.flatMap(([id, word]) => lineOf(id, word, number))
    outside.clock.time = began + one.saidAt * 1000
    if (one.kind === 'job') await endedJob(outside, number, one, { ids: ids.map(([id]) => id), lines })
    else await outside.bucket.put(`${outside.store.keys.outputs}od-${hex(number)}-g1/part-1.jsonl.out`, lines.join(''))
  }
  // Runs on demand are over, and whoever looks first keeps their answers.
  outside.clock.time = began + settleMs + 60_000
  for (const name of ['job 1', 'job 2', 'young'] as const) await stage(outside, questions, name, holder)
}

function idsOf(outside: Outside, questions: Questions, { says, strangers }: Ended): (readonly [string, Word])[] {
  const held = says.flatMap((word, index) => (word === undefined ? [] : [[questions.ids.idAt(index), word] as const]))
  const others = Array.from({ length: strangers }, (_, number) => outside.nameOf(`{"stranger":${number}}`))
  return [...held, ...others.map(id => [id, 'answer'] as const)]
}

/** Every live job ends so, and says that of its records, by their place in it. Returns those that a job had no time for. */
export async function endAs(
  outside: Outside,
  { ending, says }: { readonly ending: Ending; readonly says: readonly Word[] }
): Promise<string[]> {
  const { keys } = outside.store
  const late: string[] = []
  for (const [number, job] of outside.jobs.all.entries()) {
    if (job.ending !== undefined) continue
    outside.jobs.all[number] = { ...job, ending, status: ending, endedAt: outside.clock.now() }
    const shard = shardNameOf(job.inputS3Uri) ?? ''
    const ids = idsIn(outside.bucket.textOf(keys.ids(shard)))
    const lines = ids.flatMap((id, place) => lineOf(id, says[place] ?? 'nothing', number))
    if (ending === 'completed' || lines.length > 0)
      await outside.bucket.put(`${keys.outputs}${jobIdOf(job.jobArn)}/${shard}.jsonl.out`, lines.join(''))
    if (ending === 'expired') late.push(...ids.filter((_, place) => (says[place] ?? 'nothing') === 'nothing'))
  }
  return late
}

/** As Bedrock writes it, without an echo; an answer says whose it is. */
export function lineOf(recordId: string, word: Word, from: number): string[] {
  switch (word) {
    case 'answer':
      return [`{"modelOutput":{"said":${from}},"recordId":"${recordId}"}\n`]
    case 'for good':
      return [`{"error":{"errorCode":400,"errorMessage":"${from} never"},"recordId":"${recordId}"}\n`]
    case 'for now':
      return [`{"error":{"errorCode":500,"errorMessage":"${from} later"},"recordId":"${recordId}"}\n`]
    case 'nothing':
      return []
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(16, '0')
}

/** None that a job gets which is created later. */
function idOf(number: number): string {
  return String(number).padStart(12, 'm')
}

async function endedJob(
  outside: Outside,
  number: number,
  { ending, says }: Ended,
  { ids, lines }: { readonly ids: readonly string[]; readonly lines: readonly string[] }
): Promise<void> {
  const { keys } = outside.store
  const jobId = idOf(number)
  await outside.bucket.put(
    keys.ids(`${hex(number)}-g1`),
    idList(ids.length, line => ids[line] ?? '')
  )
  // Only one that ended well has to have an output; one that failed has one where it failed in the middle.
  const isWritten = ending === 'completed' || says.some(word => word !== undefined && word !== 'nothing')
  if (isWritten) await outside.bucket.put(`${keys.outputs}${jobId}/${hex(number)}-g1.jsonl.out`, lines.join(''))
  outside.jobs.all.push(jobOf(outside, jobId, hex(number), ending))
}

async function stage(
  outside: Outside,
  questions: Questions,
  name: NonNullable<Facts['holder'][number]>,
  holder: Facts['holder']
): Promise<void> {
  const held = [...holder.keys()].filter(index => holder[index] === name)
  if (held.length === 0) return
  const { keys } = outside.store
  const number = numberOf[name]
  await outside.bucket.put(
    keys.ids(`${hex(number)}-g1`),
    idList(held.length, line => questions.ids.idAt(held[line] ?? 0))
  )
  await outside.bucket.put(keys.input(`${hex(number)}-g1`), held.map(index => questions.lineOf(index)).join(''))
  if (name.startsWith('job')) outside.jobs.all.push(jobOf(outside, idOf(number), hex(number), undefined))
}

function jobOf(
  outside: Outside,
  jobId: string,
  shard16: string,
  ending: Ending | undefined
): (typeof outside.jobs.all)[number] {
  const { specId, keys, bucket } = outside.store
  return {
    jobArn: arn(jobId),
    jobName: `shoes-${specId}-${shard16}-g1`,
    modelId: 'model',
    ending,
    status: ending ?? 'InProgress',
    inputS3Uri: `s3://${bucket}/${keys.input(`${shard16}-g1`)}`,
    outputS3Uri: `s3://${bucket}/${keys.outputs}`,
    submittedAt: outside.clock.now(),
    ...(ending !== undefined && { endedAt: outside.clock.now() }),
    counts: {}
  }
}

function idsIn(list = ''): string[] {
  return list.split('\n').filter(line => /^[0-9A-Za-z]{11}$/.test(line))
}
