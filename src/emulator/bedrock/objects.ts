/** What a batch job needs of S3. The buckets of the emulator's own S3 fit it. */

export interface StoredObject {
  readonly key: string
  readonly bytes: number
}

export interface JobObjects {
  /** Undefined where there is no such bucket. */
  region(bucket: string): string | undefined
  /** Sorted by key. */
  list(bucket: string, prefix: string): Promise<StoredObject[]>
  /** Undefined where there is no such object. */
  open(bucket: string, key: string): Promise<AsyncIterable<Uint8Array> | undefined>
  put(bucket: string, key: string, body: AsyncIterable<Uint8Array> | string): Promise<void>
}
