/** An error that ended a pass, as lines for the log: what, where, what was paid, what to do, where to read on. */
import { counted } from '../figures.ts'
import { Failure, ProblemsFound } from '../problems.ts'
import { problemLine } from './annotations.ts'

export interface Circumstances {
  readonly version: string
  /** Jobs that this pass created before it ended. */
  readonly jobArns: readonly string[]
  /** Records that it asked on demand, and how many of them have a line in S3. */
  readonly onDemand?: { readonly records: number; readonly kept: number } | undefined
  /** Where docs/troubleshooting.md can be read: `https://github.com/<action>/blob/<ref>`; default: the path alone. */
  readonly docs?: string | undefined
}

/** Lines are plain text; the log escapes them. */
export function explain(error: unknown, circumstances: Circumstances): string[] {
  if (error instanceof ProblemsFound)
    return [
      ...error.problems.map(problemLine),
      ...paid(circumstances),
      `More: ${docsUrl(circumstances.docs, 'bad-input')}`
    ]
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
  if (error instanceof ProblemsFound)
    return `${counted(error.problems.length, 'mistake was', 'mistakes were')} found in the files of this spec`
  return 'The action itself failed: this is a bug'
}

function failureLines(failure: Failure, circumstances: Circumstances): string[] {
  const { place } = failure
  const where =
    place === undefined
      ? []
      : [`At: ${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}`]
  return [
    `${failure.title}: ${failure.message}`,
    ...where,
    ...(failure.remedy === undefined ? [] : [`What to do: ${failure.remedy}`]),
    ...paid(circumstances),
    ...causes(failure.cause)
      .filter(({ message }) => !failure.message.includes(message))
      .map(({ line }) => line),
    `More: ${docsUrl(circumstances.docs, failure.code)}`
  ]
}

/** The chain below a Failure, in AWS's or git's own words; five deep, so that a ring ends. */
function causes(cause: unknown): { readonly message: string; readonly line: string }[] {
  const found = []
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    found.push({ message: error.message, line: `Because: ${error.name}: ${error.message}` })
  }
  return found
}

/** What of the pass's doing on demand a person should know, where it broke off. */
export function paidOnDemand({ onDemand }: Pick<Circumstances, 'onDemand'>): string | undefined {
  if (onDemand === undefined || onDemand.records === 0) return undefined
  const where =
    onDemand.kept >= onDemand.records
      ? 'their answers are in S3, and the next pass takes them home'
      : 'what came back and could be written is in S3, and the next pass takes it home'
  return `Asked on demand by this pass, and billed: ${counted(onDemand.records, 'record')}; ${where}.`
}

function paid(circumstances: Circumstances): string[] {
  const { jobArns } = circumstances
  const onDemand = paidOnDemand(circumstances)
  if (jobArns.length === 0) return [onDemand ?? 'Paid by this pass: nothing, no job was created.']
  return [
    ...(onDemand === undefined ? [] : [onDemand]),
    `Created by this pass, and billed for what they process (${jobArns.length}):`,
    ...jobArns.map(arn => `  ${arn}`),
    'Nothing is lost: the next pass finds these jobs and takes their answers home.'
  ]
}

function crashLines(error: unknown, circumstances: Circumstances): string[] {
  const stack = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  return [
    `The action itself failed. This is a bug; please report it with the lines below (version ${circumstances.version}).`,
    ...stack.split('\n').slice(0, 30),
    ...(error instanceof Error ? causes(error.cause).map(({ line }) => line) : []),
    ...paid(circumstances)
  ]
}
