/** The spec in its normal form: short spellings resolved, defaults filled in, paths relative to the repository's root. */
import type { JsonObject } from '../json.ts'
import type { Parameters } from '../models/family.ts'
import type { Place } from '../problems.ts'

export type DatasetFormat = 'csv' | 'tsv' | 'jsonl' | 'json' | 'yaml'
export type OutputFormatName = 'jsonl' | 'csv' | 'json'
export type CellType = 'text' | 'number' | 'boolean' | 'json'
export type TextSource = { readonly text: string } | { readonly file: string }
export type PublishVia = 'commit' | 'pull-request' | 'artifact' | 'none'

export interface Spec {
  readonly name: string
  readonly model: string
  readonly api: 'auto' | 'converse' | 'invoke'
  readonly dataset: {
    /** Files or globs, as written. */
    readonly path: readonly string[]
    readonly format?: DatasetFormat
    /** Where the array stands inside a JSON or YAML document: `data.items`. */
    readonly at?: string
    readonly key?: string
    readonly types: Readonly<Record<string, CellType>>
    readonly where?: string
    readonly limit?: number
  }
  readonly prompt: { readonly system?: TextSource; readonly user: TextSource }
  readonly parameters: Parameters
  readonly answer: {
    readonly format: 'text' | 'json' | 'label' | 'embedding'
    readonly schema?: { readonly file: string } | { readonly inline: JsonObject }
    readonly labels?: readonly string[]
  }
  readonly outputs: readonly OutputSpec[]
  readonly belowMinimum: 'hold' | 'fail'
  readonly aws: {
    readonly region?: string
    readonly serviceRoleArn?: string
    readonly s3Uri?: string
    readonly outputS3Uri?: string
    readonly kmsKeyId?: string
    readonly bucketOwner?: string
    readonly vpc?: { readonly subnetIds: readonly string[]; readonly securityGroupIds: readonly string[] }
    /** Whole hours, 24 to 168. */
    readonly timeoutHours?: number
    readonly tags?: Readonly<Record<string, string>>
  }
  readonly limits: {
    readonly maxRecords?: number
    readonly maxCostUsd?: number
    /** 0 to 1. */
    readonly maxErrorRate: number
    readonly recordsPerJob?: number
    readonly bytesPerJob?: number
    readonly minRecordsPerJob?: number
    readonly activeJobs?: number
    /** Default: 10 % of the published rows, at least 20. */
    readonly maxRemovals?: number
    /** How often a failed record is asked again. */
    readonly retries: number
  }
  /** USD per million tokens, to override the table. */
  readonly price?: { readonly inputPerMillionUsd: number; readonly outputPerMillionUsd: number; readonly batchFactor?: number }
  readonly publish: {
    readonly via: PublishVia
    readonly when: 'complete' | 'partial'
    readonly branch?: string
    readonly base?: string
    readonly commitMessage?: string
    readonly title?: string
    readonly body?: string
    readonly labels: readonly string[]
    readonly draft: boolean
  }
  readonly adopt: boolean
}

export interface OutputSpec {
  readonly path: string
  readonly format: OutputFormatName
  /** Column name → path: `row.sku`, `key`, `answer`, `answer.title`. Default: the key's field (or `key`) and `answer`. */
  readonly columns?: Readonly<Record<string, string>>
}

/** Where a member stands in the YAML: `placeOf('prompt.user.file')`. The nearest parent that is there, else the file. */
export type PlaceOf = (path: string) => Place
