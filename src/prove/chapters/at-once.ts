/** Two passes at once, taking turns as a seed says, while people push other rows and another prompt. */
import type { Change, Way } from '../dataset.ts'
import type { History } from '../history.ts'
import { moments } from '../life.ts'
import type { Pause, Strike } from '../life.ts'
import type { PassPlan } from '../world.ts'
import type { Chapter } from './chapter.ts'
import { pick } from './kills.ts'

const changes: readonly Change[] = ['add', 'edit', 'remove', 'prompt']
const ways: readonly Way[] = ['batch', 'batch', 'on-demand', 'pad']

/** Where it matters most that time has passed. */
const suspendedAt = ['PutObject', 'GetObject', 'CreateModelInvocationJob', 'ListModelInvocationJobs', 'InvokeModel']
/** Nothing guards but the lease and what is staged. */
const forgetful = { tokensRemembered: 'never', duplicateNames: 'allowed', listLagMs: 60_000 } as const

export const atOnce: Chapter = {
  name: 'two passes at once',
  shows:
    'Two passes run at once in seeded interleavings; rows are added, changed and removed, the prompt changes, and some passes are killed or suspended.',
  async histories({ seed, brief, random }) {
    return Array.from({ length: brief ? 12 : 300 }, (_, number): History => {
      const way = pick(ways, random)
      const plan = (): PassPlan => ({
        mode: random() < 0.8 ? 'run' : 'submit',
        afterMs: Math.floor(random() * 20_000),
        ...(random() < 0.3 ? { strikes: [strike()] } : random() < 0.2 && { pause: pause() })
      })
      const pause = (): Pause => ({ before: pick(suspendedAt, random), ms: Math.floor((1 + random() * 29) * 60_000) })
      const strike = (): Strike => ({
        do: random() < 0.7 ? 'kill' : 'cut',
        step: 1 + Math.floor(random() * 60),
        moment: pick(moments, random)
      })
      const count = Math.floor(random() * 4)
      return {
        seed: seed * 1000 + number,
        way,
        rows: 8,
        ...(random() < 0.3 && { truth: forgetful }),
        events: [
          ...(random() < 0.3 ? [{ do: 'pass', plan: {} } as const] : []),
          {
            do: 'at once',
            plans: random() < 0.15 ? [plan(), plan(), plan()] : [plan(), plan()],
            changes: Array.from({ length: count }, () => ({
              afterMs: Math.floor(random() * 30_000),
              change: pick(changes, random)
            }))
          }
        ]
      }
    })
  }
}
