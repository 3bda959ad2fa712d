/** How many published answers a pass takes away, and whether it may. */
import { Failure } from '../problems.ts'
import type { PassRequest } from './context.ts'
import type { Published } from './published.ts'

/** What was published, and how much of it this dataset no longer has. Of a lock that cannot be read, the manifest tells how much it was. */
export function publishedBefore(
  published: Published,
  wanted: number
): { readonly answered: number; readonly gone: number } {
  if (!published.isLost) return { answered: published.answered, gone: published.countGone() }
  const answered = published.manifest?.rows.answered ?? 0
  return { answered, gone: Math.max(0, answered - wanted) }
}

/** A truncated dataset must not wipe a published file. */
export function checkRemovals(request: PassRequest, published: Published, wanted: number): void {
  const { answered, gone } = publishedBefore(published, wanted)
  const most = mostRemovals(request, answered)
  if (gone <= most) return
  throw new Failure(
    'too-many-removals',
    `${gone} of ${answered} published rows are no longer in the dataset; at most ${most} may go in one pass`,
    {
      place: request.placeOf('dataset.path'),
      remedy: `If that is meant, set limits.maxRemovals: ${gone} in the spec for this change. Nothing was asked or written.`
    }
  )
}

/** Rows as a pass is about to publish them. */
export interface Leaving {
  readonly wanted: number
  readonly answered: number
  /** Rows that had an answer, and whose new question has none. */
  readonly lost: number
}

/** A model that refuses everything must not wipe it either. Undefined where the files may be written. */
export function tooManyLost(request: PassRequest, published: Published, leaving: Leaving): Failure | undefined {
  const { answered, gone } = publishedBefore(published, leaving.wanted)
  const lost = published.isLost ? Math.max(0, answered - gone - leaving.answered) : leaving.lost
  const most = mostRemovals(request, answered)
  if (lost === 0 || gone + lost <= most) return undefined
  const left = gone === 0 ? '' : `, and ${gone} are no longer in the dataset`
  return new Failure(
    'too-many-removals',
    `${lost} of ${answered} published rows have no answer any more${left}; at most ${most} may go in one pass`,
    {
      place: request.placeOf('limits.maxRemovals'),
      remedy: `Nothing was published, and what was answered and paid stays in S3. Correct what the summary names as reasons, or start the workflow with retry: failed. To publish without these rows, set limits.maxRemovals: ${gone + lost} in the spec for this change.`
    }
  )
}

function mostRemovals({ spec }: PassRequest, answered: number): number {
  return spec.limits.maxRemovals ?? Math.max(20, Math.ceil(answered / 10))
}
