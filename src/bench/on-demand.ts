/** Asking on demand, at a service that throttles: the action's own pace beside a fixed number of requests at once. */
import { tmpdir } from 'node:os'
import type { ThrottleLimits } from '../emulator/throttle.ts'
import type { Asked } from './ask-on-demand.ts'
import { bucket } from './dataset.ts'
import { startServer } from './servers.ts'
import { table, verdict } from './table.ts'
import { runTask, toldBy } from './tasks.ts'

export interface Service {
  readonly title: string
  readonly throttle: ThrottleLimits
  readonly latencyMs: number
  /** What it lets through in that time, by whoever asks perfectly. */
  readonly allows: (seconds: number) => number
}

const perSecond = 20
const burst = 5
const concurrent = 4
const latencyMs = 200

const services: readonly Service[] = [
  {
    title: `${perSecond} requests a second, ${burst} of them at once`,
    throttle: { perSecond, burst },
    latencyMs,
    allows: seconds => burst + perSecond * Math.max(0, seconds - latencyMs / 1000)
  },
  {
    title: `${concurrent} requests under way`,
    throttle: { concurrent },
    latencyMs,
    allows: seconds => (concurrent * seconds * 1000) / latencyMs
  }
]

const atOnce = [1, 4, 16, 64]
const enoughSeconds = 8

export interface Paced {
  readonly way: string
  readonly asked: Asked
}

/** All ways at the same time, each at a service of its own: it is waiting that is measured. */
export async function benchOnDemand(
  questions: number,
  asked: readonly Service[] = services,
  fixed: readonly number[] = atOnce
): Promise<string> {
  const parts: string[] = []
  for (const service of asked) {
    const ways = ['ours', ...fixed.map(String)]
    const paced = await Promise.all(ways.map(way => askBy(way, service, questions)))
    parts.push(onDemandTable(service, paced))
  }
  const says = `(h) ${questions} questions on demand, over loopback HTTP, an answer takes ${latencyMs} ms, at most ${enoughSeconds} s each. What is throttled waits for as long as the service says (1 s) and asks again.`
  return [says, ...parts].join('\n\n')
}

async function askBy(way: string, { throttle, latencyMs }: Service, questions: number): Promise<Paced> {
  await using server = await startServer({ bucket, throttle, latencyMs })
  const run = await runTask('ask', [way, questions, enoughSeconds], tmpdir(), server.environment)
  return { way: way === 'ours' ? 'the action' : `${way} at once`, asked: toldBy(run) as Asked }
}

export function onDemandTable({ title, allows }: Service, paced: readonly Paced[]): string {
  const rows = paced.map(({ way, asked }) => [
    way,
    String(asked.answered),
    `${asked.seconds.toFixed(1)} s`,
    (asked.answered / asked.seconds).toFixed(1),
    `${Math.round(shareOf(asked, allows) * 100)} %`,
    String(asked.throttled),
    (asked.throttled / asked.answered).toFixed(2)
  ])
  const head = ['', 'answered', 'time', 'records/s', 'of what is allowed', 'throttled', 'throttled per answer']
  const [ours, ...others] = paced.map(({ asked }) => ({ share: shareOf(asked, allows), asked }))
  const best = Math.max(...others.map(({ share }) => share))
  const share = ours?.share ?? 0
  return [
    `${title}:`,
    '',
    table(head, rows),
    '',
    verdict(
      'at least 0.8 of the best fixed number, which nobody knows beforehand',
      share >= 0.8 * best,
      (share / best).toFixed(2)
    )
  ].join('\n')
}

function shareOf({ answered, seconds }: Asked, allows: (seconds: number) => number): number {
  return answered / allows(seconds)
}
