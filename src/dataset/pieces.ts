/** Evens out the chunks of a stream, so that the work per batch of rows is the same whatever the file system gives. */

/** Pieces of at least `size` bytes (the last may be smaller) and at most twice as much. */
export async function* pieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    let rest = chunk
    while (rest.length > 2 * size) {
      yield Buffer.concat([...waiting, rest.subarray(0, size)])
      rest = rest.subarray(size)
      waiting = []
      bytes = 0
    }
    waiting.push(rest)
    bytes += rest.length
    if (bytes < size) continue
    yield Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}
