/** An error that ended a pass, as lines for the log: what, where, what was paid, what to do, where to read on. */
import { Failure, ProblemsFound } from '../problems.ts'
import { problemLine } from './annotations.ts'

export interface Circumstances {
  readonly version: string
  /** Jobs that this pass created before it ended. */
  readonly jobArns: readonly string[]
  /** Where docs/troubleshooting.md can be read: `https://github.com/<action>/blob/<ref>`; default: the path alone. */
  readonly docs?: string | undefined
}

/** Lines are plain text; the log escapes them. */
export function explain(error: unknown, circumstances: Circumstances): string[] {
  const { jobArns } = circumstances
  if (error instanceof ProblemsFound)
    return [...error.problems.map(problemLine), ...paid(jobArns), `More: ${docsUrl(circumstances.docs, 'bad-input')}`]
  if (error instanceof Failure) return failureLines(error, circumstances)
  return crashLines(error, circumstances)
}

/** The heading of a Failure code in docs/troubleshooting.md. */
export function docsUrl(docs: string | undefined, code: string): string {
  return `${docs === undefined ? '' : `${docs}/`}docs/troubleshooting.md#${code}`
}

/** One line: what was wrong in a few words. For the summary of a run that has no report. */
export function headline(error: unknown): string {
  if (error instanceof Failure) return `${error.title}: ${error.message}`
  if (error instanceof ProblemsFound) return `${error.problems.length} mistakes were found in the files of this spec`
  return 'The action itself failed: this is a bug'
}

function failureLines(failure: Failure, { jobArns, docs }: Circumstances): string[] {
  const { place } = failure
  const where =
    place === undefined
      ? []
      : [`At: ${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}`]
  return [
    `${failure.title}: ${failure.message}`,
    ...where,
    ...(failure.remedy === undefined ? [] : [`What to do: ${failure.remedy}`]),
    ...paid(jobArns),
    ...causes(failure.cause),
    `More: ${docsUrl(docs, failure.code)}`
  ]
}

/** The chain below a Failure, in AWS's or git's own words; five deep, so that a ring ends. */
function causes(cause: unknown): string[] {
  const lines: string[] = []
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    lines.push(`Because: ${error.name}: ${error.message}`)
  }
  return lines
}

function paid(jobArns: readonly string[]): string[] {
  if (jobArns.length === 0) return ['Paid by this pass: nothing, no job was created.']
  return [
    `Created by this pass, and billed for what they process (${jobArns.length}):`,
    ...jobArns.map(arn => `  ${arn}`),
    'Nothing is lost: the next pass finds these jobs and takes their answers home.'
  ]
}

function crashLines(error: unknown, { version, jobArns }: Circumstances): string[] {
  const stack = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  return [
    `The action itself failed. This is a bug; please report it with the lines below (version ${version}).`,
    ...stack.split('\n').slice(0, 30),
    ...(error instanceof Error ? causes(error.cause) : []),
    ...paid(jobArns)
  ]
}
