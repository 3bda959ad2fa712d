/** Records that are to be asked, parted by the way each of them goes. Pure; knows nothing of who asks. */
import { cutShards } from '../jobs/shard.ts'
import type { Cut, ShardLimits } from '../jobs/shard.ts'
import { chooseWay } from './way.ts'
import type { Choice, WayRules } from './way.ts'

export interface Part {
  readonly ask: Uint32Array
  readonly choice: Choice
}

export interface PartRules extends WayRules, ShardLimits {
  /** What one record that only fills a job up takes of the job's file, at most. */
  readonly padBytes?: number
}

/** Questions, in order. */
export interface ToPart {
  readonly ask: Uint32Array
  /** Its job was stopped at its deadline. */
  readonly isLate: (question: number) => boolean
  /** Of its line. */
  readonly bytesOf: (question: number) => number
  /** Asked on demand by this pass. */
  readonly onDemandBefore: number
}

/** In the order in which they are asked. What is held or refused is a part too. Parts are not empty, and hold all there is. */
export function partsOf({ ask, isLate, bytesOf, onDemandBefore }: ToPart, rules: PartRules): Part[] {
  const [late, others] = drain(ask, isLate, onDemandBefore, rules)
  const before = onDemandBefore + late.length
  const choice = chooseWay({ records: others.length, before }, rules)
  if (choice.way !== 'batch') return parted([late, drained], ...wholeOrPadded(others, choice, bytesOf, rules))
  const [fit, unfit] = fitting(others, bytesOf, rules)
  const otherwise = chooseWay({ records: unfit.length, before, isUnfit: true }, rules)
  return parted([late, drained], [fit, choice], ...wholeOrPadded(unfit, otherwise, bytesOf, rules))
}

/** How many records fill the job up. */
export function padsOf({ ask, choice }: Part, { minRecords }: Pick<PartRules, 'minRecords'>): number {
  return choice.way === 'pad' ? Math.max(0, minRecords - ask.length) : 0
}

const drained: Choice = { way: 'on-demand', why: 'their job ran out of time' }

type Sorted = readonly [Uint32Array, Uint32Array]

function parted(...parts: (readonly [Uint32Array, Choice])[]): Part[] {
  return parts.filter(([ask]) => ask.length > 0).map(([ask, choice]) => ({ ask, choice }))
}

/** Late records that are asked on demand, as many as the pass may ask so; all the others go on as if nobody had asked them. */
function drain(
  ask: Uint32Array,
  isLate: ToPart['isLate'],
  before: number,
  { inference, onDemandRecords }: PartRules
): Sorted {
  const marks = new Uint8Array(ask.length)
  let room = inference === 'auto' ? onDemandRecords - before : 0
  for (let position = 0; position < ask.length && room > 0; position++) {
    if (!isLate(ask[position] ?? 0)) continue
    marks[position] = 1
    room--
  }
  return sorted(ask, marks)
}

/** Those that jobs within the limits can be made of, and those that are left over. */
function fitting(questions: Uint32Array, bytesOf: ToPart['bytesOf'], limits: ShardLimits): Sorted {
  let fit = new Uint32Array()
  // What one cut leaves over may, put together, be enough for another job.
  for (let rest = questions; ;) {
    const cuts = cut(rest, bytesOf, limits)
    if (cuts.length === 0) return [fit, rest]
    const marks = new Uint8Array(rest.length)
    for (const { from, to } of cuts) marks.fill(1, from, to)
    const [more, left] = sorted(rest, marks)
    fit = joined(fit, more)
    rest = left
  }
}

/** Those that are marked, by position, and the others. */
function sorted(questions: Uint32Array, marks: Uint8Array): Sorted {
  return [
    questions.filter((_question, position) => marks[position] === 1),
    questions.filter((_question, position) => marks[position] !== 1)
  ]
}

function joined(some: Uint32Array, more: Uint32Array): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(some.length + more.length)
  all.set(some)
  all.set(more, some.length)
  return all
}

/** Jobs that are filled up are asked one after the other, each as large as its padding lets it be. */
function wholeOrPadded(
  ask: Uint32Array,
  choice: Choice,
  bytesOf: ToPart['bytesOf'],
  { minRecords, maxRecords, maxBytes, padBytes = 0 }: PartRules
): (readonly [Uint32Array, Choice])[] {
  if (choice.way !== 'pad') return [[ask, choice]]
  const room = Math.max(1, maxBytes - padBytes * (minRecords - 1))
  const cuts = cut(ask, bytesOf, { minRecords: 1, maxRecords, maxBytes: room })
  return cuts.map(({ from, to }) => [ask.subarray(from, to), choice] as const)
}

function cut(questions: Uint32Array, bytesOf: ToPart['bytesOf'], limits: ShardLimits): Cut[] {
  const sizes = new Float64Array(questions.length)
  for (let position = 0; position < sizes.length; position++) sizes[position] = bytesOf(questions[position] ?? 0)
  return cutShards(sizes, limits)
}
