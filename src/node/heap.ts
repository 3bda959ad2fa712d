/**
 * Keeps V8's heap near to what is in use. On a runner with much memory it lets the space for young objects grow to 128 MB
 * and the rest to four times of what lives in it, before it looks for garbage; a pass that works in batches has no use
 * for that, and an action cannot give its node options such as --max-semi-space-size.
 * https://nodejs.org/docs/latest-v24.x/api/v8.html#v8setflagsfromstringflags
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Bytes, of both halves together. It may be twice as large where it grows at once from below. */
const mostYoung = 16 << 20
const everyMs = 20

/** Until the process ends. */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=20')
  let mayGrow = true
  const watch = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0
    // V8 gives the space back when little happens, so that it has to grow again later.
    if (mayGrow === young < mostYoung) return
    mayGrow = !mayGrow
    // V8 looks at the factor every time it thinks of growing.
    setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`)
  }, everyMs)
  watch.unref()
}
