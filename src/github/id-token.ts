/** Why GitHub gave no ID token, as a Failure: told from the words of @actions/core, which keeps neither cause nor status. */
import { Failure } from '../problems.ts'

/** A job without the permission has no address to ask; other trouble may pass, unless GitHub answers that the request is wrong. */
export function noIdToken(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const status = Number(/Error Code : (\d{3})/.exec(message)?.[1])
  const isFinal = /env variable/.test(message) || (status >= 400 && status < 500 && status !== 408 && status !== 429)
  if (!isFinal) {
    return new Failure('service-trouble', `GitHub gave no OIDC token: ${message.replaceAll(/\s+/g, ' ')}`, {
      cause: error,
      remedy: 'Nothing is lost: the next pass goes on from here.'
    })
  }
  return new Failure('role-not-assumed', 'GitHub gave no OIDC token', {
    cause: error,
    remedy: 'Give the workflow job permissions: id-token: write. Workflow runs of forks never get one.'
  })
}
