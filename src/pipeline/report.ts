/** What one pass did for one spec, as data: the summary, the step outputs and the exit code are made from it. */
import type { JsonValue } from '../json.ts'
import type { Ending } from '../jobs/state.ts'
import type { JobCounts, Published } from '../ports.ts'
import type { Failure, Problem } from '../problems.ts'

export type Status = 'done' | 'partial' | 'waiting' | 'planned' | 'tried' | 'nothing-to-do' | 'failed'

/** Why a record is asked. */
export type Reason =
  | 'new'
  | 'row changed'
  | 'prompt changed'
  | 'parameters changed'
  | 'model changed'
  | 'retry'
  | 'answer not kept'
  | 'forced'

export interface Report {
  readonly specName: string
  readonly specPath: string
  readonly mode: 'run' | 'plan' | 'try' | 'submit' | 'collect' | 'stop'
  readonly status: Status
  readonly model: string
  readonly api?: 'InvokeModel' | 'Converse'
  readonly family?: string
  readonly region?: string
  readonly rows: {
    /** Rows of the dataset after `where` and `limit`. */
    readonly wanted: number
    readonly carriedOver: number
    /** Records put into new jobs by this pass. */
    readonly submitted: number
    /** Rows that have an answer now, published or about to be. */
    readonly answered: number
    /** Rows whose record is in a job that has not ended, or staged for one. */
    readonly waiting: number
    /** Rows given up, with a reason. */
    readonly failed: number
    /** Rows not asked because too few for a batch job. */
    readonly held: number
    /** Published rows edited by hand, kept. */
    readonly edited: number
    readonly removed: number
  }
  /** Records that a plan would ask. Only of plans. */
  readonly toAsk?: number
  /** Distinct questions among the wanted rows. */
  readonly records: number
  /** Of the records that this pass asked or would ask. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>
  readonly tokens: { readonly input: number; readonly output: number }
  readonly cost: {
    /** For what this pass would submit, at full maxTokens. Undefined where the price is unknown. */
    readonly estimatedUsd?: number
    /** At the expected length of answers. */
    readonly expectedUsd?: number
    /** What the jobs collected by this pass cost, by their tokens. */
    readonly actualUsd?: number
    /** Source and date of the price, or why there is none. */
    readonly basis: string
  }
  readonly jobs: readonly JobReport[]
  readonly failures: readonly FailureGroup[]
  readonly samples: readonly Sample[]
  /** The first questions, with their answers where they were tried. */
  readonly shown?: readonly Shown[]
  /** Of all answers that are published now; absent where this pass wrote none. */
  readonly answers?: AnswerShape
  readonly changedFiles: readonly string[]
  readonly manifestPath?: string
  readonly errorsPath?: string
  readonly published?: Published
  /** What is open and who will collect it, for a person. */
  readonly open?: string
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
  readonly failure?: Failure
  /** A bug of ours. */
  readonly crash?: unknown
  readonly elapsedMs: number
}

export interface JobReport {
  readonly jobArn: string
  readonly jobName: string
  readonly status: string
  readonly ending?: Ending
  readonly message?: string
  readonly records: number
  readonly counts: JobCounts
  readonly submittedByThisPass: boolean
  readonly collected: boolean
  readonly tokens?: { readonly input: number; readonly output: number }
  readonly costUsd?: number
}

interface FailureGroup {
  readonly reason: string
  readonly count: number
  readonly example?: string
  readonly keys: readonly string[]
  /** Not given up for good: another pass may ask these rows again. */
  readonly mayRetry?: true
}

/** A question for people to look at. Text of rows and models: to be escaped wherever it goes. */
export interface Shown {
  readonly key: string
  readonly prompt: string
  readonly answer?: JsonValue
  /** Why there is no answer. */
  readonly failure?: string
}

/** What answers look like together. */
export interface AnswerShape {
  readonly count: number
  /** Answers of this pass whose JSON was not quite right. */
  readonly repaired?: number
  /** The most frequent first, also those that no row got: names from the spec, or from a person who edited a file. */
  readonly labels?: readonly { readonly label: string; readonly count: number }[]
  /** Answers that are JSON and not text. */
  readonly objects?: number
  /** Of texts, in UTF-16 units. */
  readonly characters?: Extent
  /** Of vectors. */
  readonly dimensions?: Extent
  readonly pictureBytes?: Extent
}

export interface Extent {
  readonly least: number
  readonly mean: number
  readonly most: number
}

export interface Sample {
  readonly key: string
  readonly answer: JsonValue
}
