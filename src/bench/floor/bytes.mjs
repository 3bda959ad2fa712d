/** A body of that many bytes, from one buffer over and over. */
import { Readable } from 'node:stream'

const piece = Buffer.alloc(1 << 18, 'x')

export function bytesOf(size) {
  return Readable.from(pieces(size), { objectMode: false })
}

function* pieces(size) {
  for (let left = size; left > 0; left -= piece.length) yield left < piece.length ? piece.subarray(0, left) : piece
}
