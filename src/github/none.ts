/** Publishes nothing: the files stay in the workspace for the next step of the workflow job. */
import type { Publisher } from '../ports.ts'
import { checkPaths } from './publish-paths.ts'

export function noPublisher(paths: readonly string[] = []): Publisher {
  return {
    async check() {
      checkPaths(paths)
    },
    async publish() {
      return {}
    }
  }
}
