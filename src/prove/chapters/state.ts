/** Every place that holds saved state, whole or spoilt, in all pairs; while jobs run, when they have ended, and when all is published. */
import { randomFrom } from '../../emulator/random.ts'
import { damages } from '../damage.ts'
import { staleListMs } from '../damage/job-list.ts'
import type { Damage, Place } from '../damage.ts'
import type { Event, Expectation, History } from '../history.ts'
import { pairwise } from '../pairwise.ts'
import { sample } from './chapter.ts'
import type { Chapter } from './chapter.ts'

const factors = { when: ['in flight', 'ended', 'published'], ...damages } as const

type Choice = ReturnType<typeof pairwise<typeof factors>>[number]

function before(when: Choice['when']): Event[] {
  switch (when) {
    case 'in flight':
      return [
        { do: 'pass', plan: { mode: 'submit' } },
        { do: 'wait', ms: 150_000 }
      ]
    case 'ended':
      return [
        { do: 'pass', plan: { mode: 'submit' } },
        { do: 'wait', ms: 3_600_000 }
      ]
    case 'published':
      return [
        { do: 'pass', plan: {} },
        { do: 'change', change: 'edit' },
        { do: 'change', change: 'add' },
        { do: 'pass', plan: {} },
        { do: 'change', change: 'edit' },
        { do: 'change', change: 'add' },
        { do: 'change', change: 'add' }
      ]
  }
}

/**
 * Where nothing that is left tells what was answered, the records are asked again, as counted retries. Where nobody can
 * tell ours from another's, a refusal with its reason is right.
 */
function expectationOf(choice: Choice): Expectation {
  const published = choice.when === 'published'
  const answersGone = choice.results === 'missing' && (choice.answers !== 'whole' || choice.when === 'ended')
  const unpublished = !published || choice.lock !== 'whole' || choice.output !== 'whole'
  const unreadable = choice.lock === 'missing' || choice.lock === 'of another schema' || choice.output === 'cut'
  const inputsGone = choice.inputs === 'missing' && !published
  const isOfAnother = choice.lease === 'of another schema' || choice['job list'] === 'has a job under a name of ours'
  const mayRefuse = (published && unreadable) || inputsGone || isOfAnother
  return { ...(answersGone && unpublished && { mayPayTwice: true }), ...(mayRefuse && { mayRefuse }) }
}

const onDemandFactors = {
  when: ['answered', 'published'],
  lock: damages.lock,
  output: damages.output,
  answers: damages.answers,
  results: damages.results,
  lease: damages.lease
} as const

/** The same of what was asked one by one: it leaves no job that Bedrock could tell of. */
function onDemandHistories(seed: number, random: () => number): History[] {
  return pairwise(onDemandFactors, random).map(({ when, ...spoilt }, number): History => {
    const isGone = spoilt.results === 'missing' && spoilt.answers !== 'whole'
    const isUnpublished = when === 'answered' || spoilt.lock !== 'whole' || spoilt.output !== 'whole'
    const isUnreadable = spoilt.lock === 'missing' || spoilt.lock === 'of another schema' || spoilt.output === 'cut'
    const mayRefuse = spoilt.lease === 'of another schema' || (when === 'published' && isUnreadable)
    return {
      seed: seed * 1000 + 500 + number,
      way: 'on-demand',
      rows: 8,
      events: [
        ...(when === 'published' ? before(when) : answered),
        ...Object.entries(spoilt)
          .filter(([, how]) => how !== 'whole')
          .map(([place, how]) => ({ do: 'damage', what: { place, how } as Damage }) as const)
      ],
      expect: { ...(isGone && isUnpublished && { mayPayTwice: true }), ...(mayRefuse && { mayRefuse }) }
    }
  })
}

/** Killed when all was answered, and nothing published. */
const answered: readonly Event[] = [
  { do: 'pass', plan: { strikes: [{ do: 'kill', step: 'publisher.publish#1', moment: 'before' }] } }
]

export const spoiltState: Chapter = {
  name: 'spoilt state',
  shows:
    'Artifact, job list, lock, output, answers, results, inputs and lease are missing, stale, cut, garbage or forged, in all pairs.',
  async histories({ seed, brief, random }) {
    const combinations = pairwise(factors, random)
    // Each spoilt place by itself as well: then nothing else can be the reason.
    const alone = (Object.keys(damages) as Place[]).flatMap(place =>
      factors.when.flatMap(when => damages[place].slice(1).map(how => ({ ...wholeChoice(when), [place]: how })))
    ) as Choice[]
    const histories = [...alone, ...combinations].map((choice, number): History => {
      const spoilt = (Object.keys(damages) as Place[]).map(
        place => ({ do: 'damage', what: { place, how: choice[place] } as Damage }) as const
      )
      return {
        seed: seed * 1000 + number,
        way: 'batch',
        rows: 8,
        ...(choice['job list'] === 'stale' && { truth: { listLagMs: staleListMs } }),
        pace: choice.when === 'published' ? 'quick' : 'slow',
        events: [...before(choice.when), ...spoilt.filter(event => event.what.how !== 'whole')],
        expect: expectationOf(choice)
      }
    })
    const all = [...histories, ...onDemandHistories(seed, random)]
    return brief ? sample(all, 10, randomFrom(seed)) : all
  }
}

function wholeChoice(when: Choice['when']): Choice {
  const whole = Object.fromEntries(Object.keys(damages).map(place => [place, 'whole'])) as Record<Place, 'whole'>
  return { when, ...whole }
}
