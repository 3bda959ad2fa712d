/** Streams for the tests of outputs. */
import type { OutputFormat, PublishedFile } from '../../../src/outputs/format.ts'

/** May be walked through more than once. */
export function batches<Item>(items: readonly Item[], size = 2): AsyncIterable<readonly Item[]> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
    }
  }
}

export async function* bytesOf(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A file in memory, read in chunks of a size. */
export function fileOf(text: string | Uint8Array, size?: number): PublishedFile {
  const bytes = Buffer.from(text as string)
  return {
    bytes: bytes.length,
    stream: () => bytesOf(bytes, size),
    slice: async (from, to) => bytes.subarray(from, to)
  }
}

export async function joined(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  return (await bytesIn(pieces)).toString()
}

export async function bytesIn(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece as string))
  return Buffer.concat(parts)
}

export async function gathered<Item>(stream: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const batch of stream) items.push(...batch)
  return items
}

export function heads(names: readonly string[]): Parameters<OutputFormat['write']>[0] {
  return names.map(name => ({ name }))
}
