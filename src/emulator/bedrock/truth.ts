/**
 * What AWS does not publish, as switches: the emulator can behave in each plausible way.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html leaves these open.
 */

export interface Truth {
  /** For how long a clientRequestToken gives the same job again. */
  readonly tokensRemembered: 'never' | '10min' | '8h' | 'forever'
  /** A token that comes again with another request: the first job's ARN, or a ConflictException. */
  readonly tokenWithOtherRequest: 'ignored' | 'conflict'
  readonly duplicateNames: 'allowed' | 'refused-while-active' | 'refused-forever'
  readonly duplicateNameError: 'ConflictException' | 'ValidationException'
  /** A new job, and a new status, appear in the list that much later. */
  readonly listLagMs: number
  /** A create whose caller was cut off takes effect that much later. */
  readonly zombieCreateMs: number
  /** Where fewer records than the minimum are noticed. */
  readonly tooFew: 'create' | 'validating'
  readonly echo: 'same' | 'absent' | 'reformatted'
  /** Converse answers spell out every alternative of a union as null. */
  readonly nulls: boolean
  /** A record that the job never came to: no line, or a line with `error.expired`. */
  readonly unprocessed: 'absent' | 'expired'
  readonly shuffle: boolean
  /** Outputs appear that much after the job's end. */
  readonly outputsLateMs: number
  /** Counters of a job are that old, also for a while after its end. */
  readonly countersLagMs: number
  /** Whether the API tells counters of a job at all: each of them is optional. */
  readonly counters: boolean
  readonly manifest: boolean
  /** Token counts in the manifest. */
  readonly manifestTokens: boolean
  /** What the service role cannot do. */
  readonly serviceRole: 'ok' | 'not-assumable' | 'cannot-read' | 'cannot-write' | 'cannot-invoke'
  /** Stop on a job that is over. */
  readonly stopWhenOver: 'ConflictException' | 'ValidationException'
  /** Model ids for which Create says that batch is not supported. Besides those without batch in AWS's table. */
  readonly refuseModels: readonly string[]
  /** Actions denied to the caller, such as `iam:PassRole`, `bedrock:CreateModelInvocationJob`, `bedrock:*`. */
  readonly deny: readonly string[]
}

export const plainTruth: Truth = {
  tokensRemembered: 'forever',
  tokenWithOtherRequest: 'ignored',
  duplicateNames: 'refused-while-active',
  duplicateNameError: 'ConflictException',
  listLagMs: 0,
  zombieCreateMs: 0,
  tooFew: 'validating',
  echo: 'same',
  nulls: true,
  unprocessed: 'absent',
  shuffle: true,
  outputsLateMs: 0,
  countersLagMs: 0,
  counters: true,
  manifest: true,
  manifestTokens: true,
  serviceRole: 'ok',
  stopWhenOver: 'ConflictException',
  refuseModels: [],
  deny: []
}

/** The choices of each switch that is a choice, for the command line and for pairwise tests. */
export const truthChoices = {
  tokensRemembered: ['never', '10min', '8h', 'forever'],
  tokenWithOtherRequest: ['ignored', 'conflict'],
  duplicateNames: ['allowed', 'refused-while-active', 'refused-forever'],
  duplicateNameError: ['ConflictException', 'ValidationException'],
  tooFew: ['create', 'validating'],
  echo: ['same', 'absent', 'reformatted'],
  unprocessed: ['absent', 'expired'],
  serviceRole: ['ok', 'not-assumable', 'cannot-read', 'cannot-write', 'cannot-invoke'],
  stopWhenOver: ['ConflictException', 'ValidationException']
} as const satisfies { [K in keyof Truth]?: readonly Truth[K][] }

export const tokenLifeMs: Readonly<Record<Truth['tokensRemembered'], number>> = {
  never: 0,
  '10min': 10 * 60_000,
  '8h': 8 * 3_600_000,
  forever: Infinity
}

/** Limits of one job, per model. https://docs.aws.amazon.com/general/latest/gr/bedrock.html */
export interface Quotas {
  readonly minimumRecords: number
  readonly maximumRecords: number
  readonly maximumFileBytes: number
  readonly maximumJobBytes: number
  /** Submitted and in progress together. */
  readonly activeJobs: number
}

export const awsQuotas: Quotas = {
  minimumRecords: 100,
  maximumRecords: 100_000,
  maximumFileBytes: 1024 ** 3,
  maximumJobBytes: 5 * 1024 ** 3,
  activeJobs: 100
}

/** Milliseconds in each status. */
export interface Schedule {
  readonly Submitted: number
  readonly Validating: number
  readonly Scheduled: number
  readonly InProgress: number
  readonly Stopping: number
}

export const quickSchedule: Schedule = {
  Submitted: 300,
  Validating: 300,
  Scheduled: 300,
  InProgress: 900,
  Stopping: 300
}
