/**
 * Keeps V8's space for young objects small. In a process that allocates for minutes it grows to 128 MB on a runner,
 * four times of what reading and writing in batches has any use for; and an action cannot ask its node for
 * --max-semi-space-size. https://nodejs.org/docs/latest-v24.x/api/v8.html#v8setflagsfromstringflags
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const everyMs = 20

/** Both halves of the space together, in bytes, or twice that where it grows at once from below. Until the process ends. */
export function boundYoungSpace(most: number): void {
  let mayGrow = true
  const watch = setInterval(() => {
    const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0
    // V8 gives the space back when little happens, so that it has to grow again later.
    if (mayGrow === size < most) return
    mayGrow = !mayGrow
    // V8 looks at this factor every time it thinks of growing.
    setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`)
  }, everyMs)
  watch.unref()
}
