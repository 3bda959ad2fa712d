/** Mutants that pay without the right to, or never get it. */
import { isLease, storedText, withObjects } from './mutant.ts'
import type { Mutate } from './mutant.ts'

/** Every pass believes that it alone may pay. */
export const noLease: Mutate = (_outside, cloud) => {
  let own = ''
  return withObjects(cloud, {
    put: async (key, body, condition) => {
      if (!isLease(key)) return cloud.objects.put(key, body, condition)
      own = typeof body === 'string' ? body : ''
      return 'stored'
    },
    get: key => (isLease(key) ? Promise.resolve(storedText(own, cloud.objects.now())) : cloud.objects.get(key))
  })
}

/** The lease is taken and never asserted again: a pass that was suspended pays on. */
export const leaseNotReasserted: Mutate = (_outside, cloud) => {
  let own: string | undefined
  return withObjects(cloud, {
    put: async (key, body, condition) => {
      if (isLease(key) && condition !== undefined && 'etag' in condition && own !== undefined) return 'stored'
      const stored = await cloud.objects.put(key, body, condition)
      if (isLease(key) && stored === 'stored' && typeof body === 'string') own = body
      return stored
    },
    get: key =>
      isLease(key) && own !== undefined ? Promise.resolve(storedText(own, cloud.objects.now())) : cloud.objects.get(key)
  })
}

/** The lease is renewed only where something new begins, and grows old while the pass is busy with one thing. */
export const leaseGrowsOld: Mutate = outside => ({
  outside: { ...outside, clock: { ...outside.clock, every: () => async () => undefined } }
})

/** A lease that its holder left behind is never taken over. */
export const leaseForEver: Mutate = (outside, cloud) => ({
  outside: { ...outside, hasEnded: async () => undefined },
  ...withObjects(cloud, {
    get: async key => {
      const stored = await cloud.objects.get(key)
      return isLease(key) && stored !== undefined ? { ...stored, lastModified: cloud.objects.now() } : stored
    }
  })
})
