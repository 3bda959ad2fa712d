/**
 * The entry of the action. Its first line is out before anything large is loaded, so that whoever watches sees that it
 * runs; the post step loads nothing at all.
 */
import { actionName, version } from './version.ts'

// The runner calls this file a second time as the post step. What has to be saved is saved as it happens.
const isPost = (process.env['STATE_isPost'] ?? '') !== ''

if (!isPost) {
  const cancelled = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort())
  process.stdout.write(`${actionName} ${version}\n`)
  const { act } = await import('./act.ts')
  process.exitCode = await act(process.env, cancelled.signal)
}
