/** What a library says of itself goes to the debug log. Knows nothing of what it says, nor of who says it. */
import { AsyncLocalStorage } from 'node:async_hooks'

type Output = Pick<typeof process.stdout, 'write'>

const hushed = new AsyncLocalStorage<true>()
const changed = new WeakSet<Output>()

/**
 * Runs `act`; plain lines that it writes meanwhile become `::debug::` lines, which GitHub shows when debug logging is on:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * Commands, such as warnings and masks, stay what they are, and so does what others write at the same time: a line belongs
 * to whoever's asynchronous context it comes from, so `output` is changed once and for good.
 */
export async function quietly<T>(act: () => Promise<T>, output: Output = process.stdout): Promise<T> {
  if (!changed.has(output)) listenTo(output)
  return hushed.run(true, act)
}

function listenTo(output: Output): void {
  changed.add(output)
  const write = output.write.bind(output) as (chunk: unknown, ...rest: readonly unknown[]) => boolean
  output.write = (chunk: unknown, ...rest: readonly unknown[]) =>
    write(typeof chunk === 'string' && hushed.getStore() === true ? asDebug(chunk) : chunk, ...rest)
}

/** A chunk is one line or several, as @actions/core writes them. */
function asDebug(chunk: string): string {
  return chunk.replace(/^(?!::)(?=.)/gm, '::debug::')
}
