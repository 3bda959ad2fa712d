/** Hands what changed to the publisher, with words that say what it is. */
import { counted } from '../figures.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Draft } from './draft.ts'

export interface Written {
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly complete: boolean
  readonly wanted: number
}

export async function publish(
  outside: Pick<Outside, 'publisher'>,
  request: PassRequest,
  written: Written,
  draft: Draft
): Promise<void> {
  const { changed, removed } = written
  draft.changedFiles = [...new Set([...draft.changedFiles, ...changed, ...removed])]
  if (changed.length + removed.length === 0) return
  const { name, publish: wish } = request.spec
  const title = wish.title ?? `Update answers of ${name}`
  const published = await outside.publisher.publish({
    specName: name,
    changed,
    removed,
    message: wish.commitMessage ?? `${title}\n\n${counts(draft, written)}`,
    title,
    body: wish.body ?? counts(draft, written)
  })
  draft.published(published, {})
}

/** Counts only: nothing of rows or models goes into a commit message. */
function counts({ rows }: Draft, { complete, wanted }: Written): string {
  const parts = [
    `${rows.answered} of ${counted(wanted, 'row')} ${rows.answered === 1 ? 'has' : 'have'} an answer${complete ? '' : ' so far'}`,
    `${rows.carriedOver} carried over`,
    ...(rows.failed > 0 ? [`${rows.failed} given up`] : []),
    ...(rows.removed > 0 ? [`${rows.removed} removed`] : []),
    ...(rows.edited > 0 ? [`${rows.edited} edited by hand and kept`] : [])
  ]
  return `${parts.join(', ')}.`
}
