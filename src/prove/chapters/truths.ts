/**
 * What AWS does not publish, in every combination: how long a request token is remembered, whether a job's name may be
 * used again and how that is refused, how late a job is listed, and whether a request that was cut off takes effect later.
 */
import type { Truth } from '../../emulator/bedrock/truth.ts'
import type { Event, Expectation, History } from '../history.ts'
import type { MutantName } from '../mutants.ts'
import { pairwise, product } from '../pairwise.ts'
import type { Told } from './chapter.ts'
import { sample } from './chapter.ts'
import type { Chapter } from './chapter.ts'

const factors = {
  tokensRemembered: ['never', '10min', '8h', 'forever'],
  names: ['allowed', 'active, conflict', 'active, validation', 'for ever, conflict', 'for ever, validation'],
  listLagMs: [0, 5000, 60_000],
  zombieCreateMs: [0, 30_000]
} as const

type Choice = ReturnType<typeof product<typeof factors>>[number]

interface Scene {
  readonly name: string
  /** The lease is a guard here. Where it is not, names and tokens have to do. */
  readonly leased: boolean
  readonly mutants?: readonly MutantName[]
  readonly pace: 'quick' | 'slow'
  readonly events: readonly Event[]
}

const minutes = 60_000

const firstCreate = 'CreateModelInvocationJob#1'
const secondCreate = 'CreateModelInvocationJob#2'
const beforeCreate = { before: 'CreateModelInvocationJob', ms: 25 * minutes }
const whileStaging = { before: 'PutObject', about: '.jsonl', ms: 25 * minutes }

/** The jobs live for twenty minutes and more, except where they are over before the next pass comes. */
const scenes: readonly Scene[] = [
  {
    name: 'killed at Create',
    leased: true,
    pace: 'slow',
    events: [{ do: 'pass', plan: { strikes: [{ do: 'kill', step: firstCreate, moment: 'applied' }] } }]
  },
  {
    name: 'killed at Create, jobs end at once',
    leased: true,
    pace: 'quick',
    events: [{ do: 'pass', plan: { strikes: [{ do: 'kill', step: firstCreate, moment: 'applied' }] } }]
  },
  {
    name: 'no answer to Create',
    leased: true,
    pace: 'slow',
    events: [{ do: 'pass', plan: { strikes: [{ do: 'cut', step: firstCreate, moment: 'applied' }] } }]
  },
  {
    name: 'no answer to Create, then killed at the second try',
    leased: true,
    pace: 'slow',
    events: [
      {
        do: 'pass',
        plan: {
          strikes: [
            { do: 'cut', step: firstCreate, moment: 'before' },
            { do: 'kill', step: secondCreate, moment: 'applied' }
          ]
        }
      },
      { do: 'pass', plan: {} }
    ]
  },
  {
    name: 'staged, killed, and killed again at Create when the shard had grown old',
    leased: true,
    pace: 'slow',
    events: [
      { do: 'pass', plan: { strikes: [{ do: 'kill', step: firstCreate, moment: 'before' }] } },
      { do: 'wait', ms: 11 * minutes },
      { do: 'pass', plan: { strikes: [{ do: 'kill', step: firstCreate, moment: 'applied' }] } }
    ]
  },
  {
    name: 'two at once',
    leased: true,
    pace: 'slow',
    events: [{ do: 'at once', plans: [{}, { afterMs: 1500 }] }]
  },
  {
    name: 'suspended while staging, other rows meanwhile',
    leased: true,
    pace: 'slow',
    events: [
      {
        do: 'at once',
        plans: [{ pause: whileStaging }, { afterMs: 12 * minutes }],
        changes: [{ afterMs: 11 * minutes, change: 'edit' }]
      }
    ]
  },
  {
    name: 'suspended before Create, other rows meanwhile',
    leased: true,
    pace: 'slow',
    events: [
      {
        do: 'at once',
        plans: [{ pause: beforeCreate }, { afterMs: 12 * minutes }],
        changes: [{ afterMs: 11 * minutes, change: 'edit' }]
      }
    ]
  },
  {
    name: 'suspended before Create, same rows',
    leased: true,
    pace: 'slow',
    events: [{ do: 'at once', plans: [{ pause: beforeCreate }, { afterMs: 12 * minutes }] }]
  },
  {
    name: 'two at once without a lease',
    leased: false,
    mutants: ['no lease'],
    pace: 'slow',
    events: [{ do: 'at once', plans: [{}, { afterMs: 500 }] }]
  }
]

/** A job's name or its token tells Bedrock that it was asked before: for as long as these scenes take. */
function isGuarded({ leased }: Scene, { tokensRemembered, names }: Choice): boolean {
  return leased || names !== 'allowed' || tokensRemembered !== 'never'
}

function truthOf({ tokensRemembered, names, listLagMs, zombieCreateMs }: Choice): Partial<Truth> {
  return {
    tokensRemembered,
    listLagMs,
    zombieCreateMs,
    duplicateNames:
      names === 'allowed' ? 'allowed' : names.startsWith('active') ? 'refused-while-active' : 'refused-forever',
    duplicateNameError: names.endsWith('validation') ? 'ValidationException' : 'ConflictException'
  }
}

/** All pairs of what may be true, and everything there is where Bedrock remembers nothing at all. */
function choices(random: () => number): Choice[] {
  const forgetful = product(factors).filter(
    ({ tokensRemembered, names }) => tokensRemembered === 'never' && names === 'allowed'
  )
  return [...forgetful, ...pairwise(factors, random)]
}

function truthHistories({ seed, brief, random }: Told, wanted: (scene: Scene, choice: Choice) => boolean): History[] {
  const histories = scenes.flatMap((scene, index) =>
    choices(random)
      .filter(choice => wanted(scene, choice))
      .map((choice, number): History => {
        const expect: Expectation = isGuarded(scene, choice) ? {} : { mayPayTwice: true }
        const { pace, mutants, events } = scene
        const common = { seed: seed * 10_000 + index * 1000 + number, way: 'batch', rows: 6 } as const
        return { ...common, pace, truth: truthOf(choice), events, expect, ...(mutants && { mutants }) }
      })
  )
  return brief ? sample(histories, 6, random) : histories
}

export const truths: Chapter = {
  name: 'truth modes',
  shows:
    'What AWS does not publish, in all pairs, wherever at least one guard is real: the lease, a refused name or a remembered token.',
  histories: async told => truthHistories(told, isGuarded)
}

export const unguarded: Chapter = {
  name: 'truth modes without a guard',
  shows:
    'No lease, and neither names nor tokens are remembered: how often a question is then paid twice. Counted, not promised.',
  histories: async told => truthHistories(told, (scene, choice) => !isGuarded(scene, choice))
}
