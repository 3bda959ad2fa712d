/** One HTTP request to the emulator and its reply. Services are functions from the first to the second. */
import type { Readable } from 'node:stream'

export interface Exchange {
  /** Position in the order of all requests that this emulator ever got, from 1. */
  readonly number: number
  readonly method: string
  /** The request line's target as it came. S3 keys may hold `..` and `//`, which a URL would tidy away. */
  readonly target: string
  /** Path still percent-encoded. */
  readonly url: URL
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable
  /** Reads the whole body; throws when it is larger than `most` bytes. Asked again, gives the same bytes. */
  bytes(most?: number): Promise<Buffer>
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>
}

export type Service = (exchange: Exchange) => Promise<Reply>

/** Time as the emulator sees it. Real by default; tests drive a manual one. */
export interface EmulatorClock {
  now(): number
}
