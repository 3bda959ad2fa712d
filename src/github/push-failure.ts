/** A push that was refused, before or after anything was paid: the Failure, its remedy, and the files brought to safety. */
import type { Publication } from '../ports.ts'
import { Failure } from '../problems.ts'
import { GitError, said } from './git.ts'
import type { GitResult } from './git.ts'
import { push } from './heads.ts'
import { refusalOf } from './refusal.ts'
import type { Staging } from './staging.ts'

/** Brings the files of a refused push to safety; gives a sentence that says where. */
export type OnRefused = (publication: Publication) => Promise<string | undefined>

export const otherWay =
  'Set publish.via to pull-request, or give github-token a token that may push to this branch (docs/permissions.md).'

/** Asks the server for the right to push, without pushing. Throws Failure `cannot-publish` or `service-trouble`. */
export async function dryPush(staging: Staging, refspec: string): Promise<void> {
  const result = await push(staging, refspec, ['--dry-run', '--force'])
  if (result.code !== 0) throw refused(result, refspec.replace(/^.*:refs\/heads\//, ''))
}

/** A push that failed, as the Failure to throw. */
export function refused(result: GitResult, branch: string): Failure {
  const refusal = refusalOf(result)
  const cause = new GitError(['push'], result)
  if (refusal.kind === 'trouble') {
    const remedy = 'Run the workflow again. Nothing is lost: answers stay in S3, and the next pass publishes them.'
    return new Failure('service-trouble', `the git remote did not answer the push: ${said(result)}`, { cause, remedy })
  }
  const remedy = refusal.kind === 'forbidden' ? refusal.remedy : otherWay
  return new Failure('cannot-publish', `the push to ${branch} was refused: ${said(result)}`, { cause, remedy })
}

/** The same Failure, with word of where the files were brought. */
export async function rescued(
  failure: Failure,
  publication: Publication,
  onRefused: OnRefused | undefined
): Promise<Failure> {
  const where = await onRefused?.(publication)
  if (where === undefined) return failure
  return new Failure(failure.code, failure.message, { cause: failure.cause, remedy: [where, failure.remedy].join(' ') })
}
