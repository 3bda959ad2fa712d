/** Lines of a byte stream, split at byte 10 only: other line separators stand raw inside JSON strings. */

/** Without their line feed; a last line without one counts, an empty one at the end does not. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const piece of stream) {
    const part = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let start = 0
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, start)) {
      const line = part.subarray(start, end)
      yield rest.length === 0 ? line : Buffer.concat([...rest, line])
      rest = []
      start = end + 1
    }
    if (start < part.length) rest.push(Buffer.from(part.subarray(start)))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
