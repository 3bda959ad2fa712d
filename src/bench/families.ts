/** Every model family on its way there and back: from a question to a record, and from an output line's JSON to an answer. */
import { canonicalJson, type JsonObject } from '../json.ts'
import type { AnswerKind } from '../models/family.ts'
import { allSamples, type Sample } from './family-sample.ts'
import { grouped, median, table, verdict } from './table.ts'

/** CPU seconds for one record. */
export interface FamilySpeed {
  readonly family: string
  readonly answers: AnswerKind
  /** By the family alone. */
  readonly render: number
  readonly parse: number
  /** With all that JSON takes: rendered, spelled, named; its answer's text read and parsed. */
  readonly whole: number
  /** Of that record's line in and line out. */
  readonly bytes: number
}

const leastPerSecond = 20_000
/** A family beyond this many times the median of its kind does something that the others do not. */
const mostTimesMedian = 10
const rounds = 7

export async function benchFamilies(records: number, samples: readonly Sample[] = allSamples()): Promise<string> {
  return familyReport(measureFamilies(samples, Math.ceil(records / rounds)), records)
}

type Act = (number: number) => unknown

interface Measured {
  readonly act: Act
  readonly seconds: number[]
}

/** In turns, so that noise meets all; of each the median of its rounds. The first round is the compiler's. */
function measureFamilies(samples: readonly Sample[], perRound: number): readonly FamilySpeed[] {
  const all = samples.map(sample => ({ sample, bytes: bytesOf(sample), ...actsOf(sample) }))
  for (let round = 0; round <= rounds; round++) {
    for (const { render, parse, whole } of all) {
      for (const { act, seconds } of [render, parse, whole]) {
        const spent = cpuSeconds(perRound, act)
        if (round > 0) seconds.push(spent)
      }
    }
  }
  return all.map(({ sample, bytes, render, parse, whole }) => ({
    family: sample.family.name,
    answers: sample.answers,
    bytes,
    render: median(render.seconds),
    parse: median(parse.seconds),
    whole: median(whole.seconds)
  }))
}

function actsOf(sample: Sample): Readonly<Record<'render' | 'parse' | 'whole', Measured>> {
  const { family, questions, parameters, replies, nameOf } = sample
  const outputs = replies.map(reply => JSON.parse(reply) as JsonObject)
  const render = (number: number): JsonObject => family.render(inTurn(questions, number), parameters)
  const measured = (act: Act): Measured => ({ act, seconds: [] })
  return {
    render: measured(render),
    parse: measured(number => family.parse(inTurn(outputs, number))),
    whole: measured(number => {
      const name = nameOf(canonicalJson(render(number)))
      return [name, family.parse(JSON.parse(inTurn(replies, number)) as JsonObject)]
    })
  }
}

function bytesOf({ family, questions, parameters, replies }: Sample): number {
  return meanBytes(questions.map(question => canonicalJson(family.render(question, parameters)))) + meanBytes(replies)
}

function meanBytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length
}

function inTurn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('there is nothing to take turns with')
  return item
}

/** What nobody looks at, the compiler leaves out. */
const seen: { last: unknown } = { last: undefined }

/** Of this process, so that others on the machine do not count. */
function cpuSeconds(times: number, act: Act): number {
  const before = process.cpuUsage()
  for (let number = 0; number < times; number++) seen.last = act(number)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6 / times
}

export function familyReport(speeds: readonly FamilySpeed[], records: number): string {
  const sorted = speeds.toSorted((a, b) => own(a) - own(b))
  const slowest = own(sorted.at(-1))
  const middle = median(speeds.map(own))
  const perByte = (one: FamilySpeed): number => one.whole / one.bytes
  const rows = sorted.map(one => [
    one.family,
    one.answers,
    perSecond(one.render),
    perSecond(one.parse),
    perSecond(own(one)),
    times(slowest, own(one)),
    times(middle, own(one)),
    grouped(Math.round(one.bytes)),
    perSecond(one.whole),
    (1 / perByte(one) / 1e6).toFixed(0)
  ])
  const slow = sorted.filter(one => own(one) > 1 / leastPerSecond)
  const usual = median(speeds.map(perByte))
  const odd = sorted.filter(one => perByte(one) > mostTimesMedian * usual)
  return [
    `(e) ${speeds.length} families, ${grouped(records)} records each, per second of CPU. With JSON: rendered, spelled, named by SHA-256, the answer's text read and parsed.`,
    '',
    table(head, rows),
    '',
    verdict(
      `no family under ${grouped(leastPerSecond)} records/s, rendered and parsed`,
      slow.length === 0,
      names(slow)
    ),
    verdict(`none ${mostTimesMedian} times as slow as the median, byte by byte`, odd.length === 0, names(odd))
  ].join('\n')
}

const head = [
  '',
  'answers',
  'render/s',
  'parse/s',
  'both/s',
  'slowest = 1',
  'median = 1',
  'B/record',
  'with JSON/s',
  'MB/s'
]

function own(one: FamilySpeed | undefined): number {
  return one === undefined ? 0 : one.render + one.parse
}

function names(speeds: readonly FamilySpeed[]): string {
  return speeds.length === 0 ? 'none is' : speeds.map(({ family }) => family).join(', ')
}

function times(than: number, seconds: number): string {
  return (than / seconds).toFixed(2)
}

function perSecond(seconds: number): string {
  return grouped(Math.round(1 / seconds))
}
