/** The two ways of saying no: a Problem is a mistake in the user's files, a Failure ends the pass. */

/** Where in the user's files. Lines and columns count from 1; `file` is relative to the repository's root. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** What is wrong, where, what to do. Problems are collected and reported together, before anything is spent. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly place?: Place
  /** The remedy, often "did you mean …". */
  readonly hint?: string
}

/** Collects problems and stops collecting (but keeps counting) past a bound, so that a broken file cannot flood the log. */
export class Problems {
  readonly list: Problem[] = []
  omitted = 0
  private errors = 0
  private readonly most: number

  constructor(most = 50) {
    this.most = most
  }

  get any(): boolean {
    return this.errors > 0
  }

  error(message: string, place?: Place, hint?: string): void {
    this.add(problem('error', message, place, hint))
  }

  warning(message: string, place?: Place, hint?: string): void {
    this.add(problem('warning', message, place, hint))
  }

  add(...problems: readonly Problem[]): void {
    for (const one of problems) {
      if (one.severity === 'error') this.errors++
      if (this.list.length < this.most) this.list.push(one)
      else this.omitted++
    }
  }
}

export function problem(severity: Problem['severity'], message: string, place?: Place, hint?: string): Problem {
  return { severity, message, ...(place && { place }), ...(hint !== undefined && { hint }) }
}

/** Thrown where reading cannot go on; carries everything that was found wrong. */
export class ProblemsFound extends Error {
  override readonly name = 'ProblemsFound'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(one => one.message).join('; '))
    this.problems = problems
  }
}

/** Every way in which a pass can end early. Each has a heading of the same name in docs/troubleshooting.md. */
export const failures = {
  'bad-input': 'An input or file of yours has a mistake',
  'not-allowed-here': 'This event or branch may not pay',
  'no-credentials': 'No AWS credentials',
  'role-not-assumed': 'The AWS role could not be assumed',
  'wrong-account': 'The credentials belong to another AWS account',
  'access-denied': 'AWS denied an action',
  'pass-role-denied': 'The caller may not pass the service role to Bedrock',
  'model-access': 'The model cannot be used by this account or role',
  'wrong-region': 'Bucket, model or job are in another region',
  'no-bucket': 'The S3 bucket does not exist',
  'refused-by-bedrock': 'Bedrock refused the job',
  'too-few-records': 'Fewer records than the model takes in one job',
  'too-expensive': 'The estimate is above a limit',
  'too-many-removals': 'More published rows would go than allowed',
  'unmanaged-output': 'An output file exists that this spec did not write',
  'cannot-publish': 'The answers cannot be published this way',
  'no-disk': 'Not enough free disk',
  'job-failed': 'A batch job failed as a whole',
  'too-many-errors': 'Too many records failed',
  'service-trouble': 'A service did not answer',
  'credentials-expired': 'The AWS credentials expired',
  interrupted: 'The pass was cancelled',
  'bad-state': 'Saved state cannot be read'
} as const satisfies Record<string, string>

export type FailureCode = keyof typeof failures

export interface FailureOptions {
  readonly cause?: unknown
  /** What the user can do about it, one or two sentences. */
  readonly remedy?: string
  readonly place?: Place
}

/** Ends the pass. `code` is closed; `message` says what is wrong and where; `remedy` what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly remedy: string | undefined
  readonly place: Place | undefined

  constructor(code: FailureCode, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.remedy = options.remedy
    this.place = options.place
  }

  get title(): string {
    return failures[this.code]
  }
}
