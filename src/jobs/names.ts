/** Every name derives from content, so that whoever comes next computes the same one. */
import { sha256Hex } from './record.ts'

/** 8 hex digits of SHA-256(repository id, spec name): a renamed repository keeps its answers. */
export function specIdOf(repositoryId: string, specName: string): string {
  return sha256Hex(JSON.stringify([repositoryId, specName])).slice(0, 8)
}

/** `<slug up to 20>-<specId>-<shard16>-g<n>`: letters, digits and `-`, at most 63 characters. */
export function jobNameOf(specName: string, specId: string, shard16: string, generation: number): string {
  const slug =
    specName
      .replace(/[^a-zA-Z0-9-]/g, '')
      .slice(0, 20)
      .replace(/-+$/, '') || 'batch'
  return `${slug}-${specId}-${shard16}-g${generation}`
}

export interface JobNameParts {
  readonly specId: string
  readonly shard16: string
  readonly generation: number
}

/** Undefined for a name that we did not make. */
export function readJobName(jobName: string): JobNameParts | undefined {
  const match = /-([0-9a-f]{8})-([0-9a-f]{16})-g([1-9][0-9]{0,5})$/.exec(jobName)
  if (!match?.[1] || !match[2] || !match[3]) return undefined
  return { specId: match[1], shard16: match[2], generation: Number(match[3]) }
}

/** The same job asked for twice carries the same token; letters and digits only. */
export function clientRequestTokenOf(account: string, region: string, jobName: string): string {
  return sha256Hex(JSON.stringify([account, region, jobName]))
}

/** The last segment of a job's ARN. */
export function jobIdOf(jobArn: string): string {
  return jobArn.slice(jobArn.lastIndexOf('/') + 1)
}

/** Keys of one spec below the user's S3 prefix. */
export class Keys {
  readonly root: string

  /** `prefix` without bucket; slashes at its ends do not matter. */
  constructor(prefix: string, specId: string) {
    const trimmed = prefix.replace(/^\/+|\/+$/g, '')
    this.root = `${trimmed === '' ? '' : `${trimmed}/`}${specId}`
  }

  get inputs(): string {
    return `${this.root}/input/`
  }

  /** Below which every job, and every on-demand run, has a folder. */
  get outputs(): string {
    return `${this.root}/output/`
  }

  get answers(): string {
    return `${this.root}/answers/`
  }

  get lease(): string {
    return `${this.root}/lease.json`
  }

  input(shardName: string): string {
    return `${this.inputs}${shardName}.jsonl`
  }

  /** Where a job has media in S3: its records and they lie below one folder. */
  inputFolder(shardName: string): string {
    return `${this.inputs}${shardName}/`
  }

  /** The recordIds of a shard, one a line. */
  ids(shardName: string): string {
    return `${this.inputs}${shardName}.ids`
  }

  answersOf(jobId: string): string {
    return `${this.answers}${jobId}.jsonl`
  }

  answerIdsOf(jobId: string): string {
    return `${this.answers}${jobId}.ids`
  }
}

export interface S3Location {
  readonly bucket: string
  readonly prefix: string
}

/** `s3://bucket/some/prefix/` → bucket and `some/prefix`. */
export function readS3Uri(uri: string): S3Location {
  const match = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(uri)
  if (!match?.[1]) throw new RangeError(`not an S3 URI: ${uri}`)
  return { bucket: match[1], prefix: (match[2] ?? '').replace(/\/+$/, '') }
}

/** The shard's name (`<shard16>-g<n>`) from the key or URI of an input object or folder; undefined for one that we did not stage. */
export function shardNameOf(key: string): string | undefined {
  return /(?:^|\/)([0-9a-f]{16}-g[1-9][0-9]{0,5})(?:\.(?:jsonl|ids)|\/?)$/.exec(key)?.[1]
}
