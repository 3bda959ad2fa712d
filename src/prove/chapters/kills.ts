/** Kill sweep: a pass is killed at every step of its way, in every way; or its connection is cut there and it lives on. */
import type { Way } from '../dataset.ts'
import type { Event, History } from '../history.ts'
import { moments } from '../life.ts'
import type { Moment, Strike } from '../life.ts'
import type { Result } from '../result.ts'
import { sample } from './chapter.ts'
import type { Chapter, Told } from './chapter.ts'

interface Scene {
  readonly name: string
  readonly way: Way
  readonly rows: number
  /** What happened before. */
  readonly before: readonly Event[]
  /** Further lines of the spec. */
  readonly extra?: string
  /** The pass that is struck. */
  readonly mode: 'run' | 'submit' | 'collect'
}

const scenes: readonly Scene[] = [
  { name: 'batch', way: 'batch', rows: 8, before: [], mode: 'run' },
  { name: 'on demand', way: 'on-demand', rows: 8, before: [], mode: 'run' },
  { name: 'padded', way: 'pad', rows: 8, before: [], mode: 'run' },
  {
    name: 'published, then changed',
    way: 'batch',
    rows: 8,
    before: [
      { do: 'pass', plan: {} },
      { do: 'change', change: 'add' },
      { do: 'change', change: 'edit' },
      { do: 'change', change: 'edit' },
      { do: 'change', change: 'remove' }
    ],
    mode: 'run'
  },
  { name: 'submit', way: 'batch', rows: 8, before: [], mode: 'submit' },
  {
    name: 'collect',
    way: 'batch',
    rows: 8,
    before: [
      { do: 'pass', plan: { mode: 'submit' } },
      { do: 'wait', ms: 60_000 }
    ],
    mode: 'collect'
  },
  {
    name: 'a part is published',
    way: 'batch',
    rows: 8,
    extra: 'publish: { when: partial }',
    before: [
      { do: 'pass', plan: { strikes: [{ do: 'kill', step: 'CreateModelInvocationJob#2', moment: 'before' }] } },
      { do: 'wait', ms: 60_000 }
    ],
    mode: 'run'
  }
]

function historyOf(scene: Scene, seed: number, strikes: readonly Strike[]): History {
  const { way, rows, before, mode, extra } = scene
  return {
    seed,
    way,
    rows,
    ...(extra !== undefined && { extra }),
    events: [...before, { do: 'pass', plan: { mode, strikes } }]
  }
}

/** The pass that would be struck, undisturbed. */
async function baseline(
  scene: Scene,
  { run, seed }: Told
): Promise<{ steps: readonly string[]; jobs: number; result: Result }> {
  const history = historyOf(scene, seed, [])
  const result = await run(history)
  const struck = history.events.filter(event => event.do === 'pass').length - 1
  return { steps: result.steps[struck] ?? [], jobs: result.figures.jobs, result }
}

/** So many scenes are struck in every way at every step. In the others most steps come again: a share of the ways is drawn. */
const struckFully = 2
const share = 0.2

interface Sweep {
  readonly do: Strike['do']
  readonly moments: readonly Moment[]
  /** At every step of every scene. */
  readonly always: readonly Moment[]
}

async function sweep(told: Told, { do: what, moments: all, always }: Sweep): Promise<History[]> {
  const { seed, brief, random } = told
  const histories: History[] = []
  for (const [number, scene] of scenes.entries()) {
    const { steps, jobs } = await baseline(scene, told)
    const isFull = number < struckFully
    const strikes = steps
      .flatMap((_, index) => all.map((moment): Strike => ({ do: what, step: index + 1, moment })))
      .filter(({ moment }) => isFull || always.includes(moment) || random() < share)
    for (const strike of brief ? sample(strikes, 2, random) : strikes) {
      const { events, ...rest } = historyOf(scene, seed, [strike])
      // The next pass comes at once, or when everything young has grown old.
      const pause: Event[] = what === 'kill' && random() < 0.3 ? [{ do: 'wait', ms: 15 * 60_000 }] : []
      histories.push({ ...rest, events: [...events, ...pause], expect: { jobs } })
    }
  }
  return histories
}

export const kills: Chapter = {
  name: 'kills',
  shows:
    'A pass is killed at every step: before it, when it had its effect, when it was answered, in the middle of the answer.',
  histories: told => sweep(told, { do: 'kill', moments, always: ['before', 'applied'] })
}

export const cuts: Chapter = {
  name: 'cut connections',
  shows:
    'The connection breaks at every step, before or after the effect or in the middle of the answer, and the pass lives on.',
  histories: told => sweep(told, { do: 'cut', moments: ['before', 'applied', 'half'], always: ['applied'] })
}

/** Two kills: where jobs are submitted all that matter, elsewhere a sample. */
export const pairs: Chapter = {
  name: 'pairs of kills',
  shows:
    'A pass is killed, and the one that comes after it as well: around every job that is created, and a sample elsewhere.',
  async histories(told) {
    const { seed, brief, random } = told
    const histories: History[] = []
    for (const scene of scenes.slice(0, brief ? 1 : 3)) {
      const { steps, jobs } = await baseline(scene, told)
      const window = around(steps)
      const firsts = window.flatMap(step =>
        (['before', 'applied'] as const).map((moment): Strike => ({ do: 'kill', step, moment }))
      )
      const seconds = Array.from({ length: steps.length }, (_, index) => index + 1)
      const near = firsts.flatMap(first => seconds.slice(0, 45).map(step => [first, step] as const))
      const far = Array.from(
        { length: 40 },
        () =>
          [{ do: 'kill', step: pick(seconds, random), moment: pick(moments, random) }, pick(seconds, random)] as const
      )
      for (const [first, step] of [...sample(near, brief ? 6 : 160, random), ...far.slice(0, brief ? 4 : 40)]) {
        const second: Strike = { do: 'kill', step, moment: pick(moments, random) }
        const pause: Event[] = random() < 0.2 ? [{ do: 'wait', ms: 15 * 60_000 }] : []
        const { events, ...rest } = historyOf(scene, seed, [first])
        const again: Event = { do: 'pass', plan: { mode: scene.mode, strikes: [second] } }
        histories.push({ ...rest, events: [...events, ...pause, again], expect: { jobs } })
      }
    }
    return histories
  }
}

/** The steps from the lease to the last thing that is written down of a job. */
function around(steps: readonly string[]): number[] {
  const first = steps.findIndex(step => step.includes('lease.json'))
  const last = steps.findLastIndex(step => /lease\.json|^Create|^InvokeModel/.test(step))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1)
}

export function pick<T>(items: readonly T[], random: () => number): T {
  const found = items[Math.floor(random() * items.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
