/** The machine's clock and dice. */
import type { Clock } from '../ports.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) {
        resolve()
        return
      }
      const wake = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      signal?.addEventListener('abort', wake)
    }),
  every(ms, act) {
    let stopped = false
    let timer: NodeJS.Timeout
    let acting = Promise.resolve()
    const wait = (): void => {
      if (stopped) return
      timer = setTimeout(() => void (acting = act().then(wait)), ms)
      timer.unref()
    }
    wait()
    return async () => {
      stopped = true
      clearTimeout(timer)
      await acting
    }
  }
}
