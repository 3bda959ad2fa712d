/**
 * The entry of the action. Its first line is out before anything large is loaded, so that whoever watches sees that it
 * runs; the post step loads nothing at all where the main step left nothing to be saved.
 */
import { actionName, version } from './version.ts'

// The runner calls this file a second time as the post step. What has to be saved is saved as it happens, or kept for it.
const isPost = (process.env['STATE_isPost'] ?? '') !== ''
const kept = process.env['STATE_ledgers'] ?? ''

if (isPost && kept !== '') {
  const { post } = await import('./post.ts')
  await post(process.env, kept)
  // An upload that was given up must not keep the workflow job waiting.
  process.exit(0)
}
if (!isPost) {
  const cancelled = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort())
  process.stdout.write(`${actionName} ${version}\n`)
  const { act } = await import('./act.ts')
  process.exitCode = await act(process.env, cancelled.signal)
  // A request that nobody waits for any more must not keep a cancelled workflow job waiting.
  if (cancelled.signal.aborted) process.exit()
}
