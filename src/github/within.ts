/** A bound on how long something is waited for. */
import type { Clock } from '../ports.ts'

/** Throws when the time is over; the work itself goes on unheard. */
export async function within<T>(ms: number, clock: Clock, work: Promise<T>): Promise<T> {
  const settled = new AbortController()
  const late = clock.sleep(ms, settled.signal).then((): never => {
    throw new Error(`it took longer than ${Math.round(ms / 1000)} s`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    settled.abort()
  }
}
