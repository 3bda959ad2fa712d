/** Evens out the chunks of a stream, so that the work per batch of rows is the same whatever the file system gives. */

/**
 * Pieces of exactly `size` bytes; the last may be smaller. A piece is good until the next is asked for: they share one
 * buffer, since a new one for each would be garbage faster than it is collected.
 */
export async function* pieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(size)
  let filled = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + size - filled)
      buffer.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < size) break
      yield buffer
      filled = 0
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled)
}
