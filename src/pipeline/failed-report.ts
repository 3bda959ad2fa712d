/** The report on a spec that could not even be read. */
import { Failure, ProblemsFound } from '../problems.ts'
import type { PassRequest } from './context.ts'
import type { Report } from './report.ts'

/** For a spec that could not even be read. */
export function failedReport(
  specPath: string,
  mode: Report['mode'],
  error: unknown,
  spec?: PassRequest['spec']
): Report {
  const problems = error instanceof ProblemsFound ? error.problems : []
  const failure =
    error instanceof Failure
      ? { failure: error }
      : error instanceof ProblemsFound
        ? {
            failure: new Failure('bad-input', `${specPath} cannot be run as it is`, {
              remedy: 'Correct what is marked. Nothing was asked or written.'
            })
          }
        : { crash: error }
  return {
    specName: spec?.name ?? specPath,
    specPath,
    mode,
    status: 'failed',
    model: spec?.model ?? '',
    rows: {
      wanted: 0,
      carriedOver: 0,
      submitted: 0,
      answered: 0,
      waiting: 0,
      failed: 0,
      held: 0,
      edited: 0,
      removed: 0
    },
    records: 0,
    reasons: {},
    tokens: { input: 0, output: 0 },
    cost: { basis: 'nothing was asked' },
    jobs: [],
    failures: [],
    samples: [],
    changedFiles: [],
    problems,
    notes: [],
    elapsedMs: 0,
    ...failure
  }
}
