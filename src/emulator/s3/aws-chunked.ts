/**
 * The `aws-chunked` framing: sizes in hex, optionally a signature per chunk, optionally checksums in a trailer.
 * Gives the bytes inside; knows nothing of what they mean.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
import { createHash, hash } from 'node:crypto'
import { emptySha256, scopeText, sign } from '../signature/canonical.ts'
import type { Seal } from '../signature/verify.ts'
import { S3Error } from './error.ts'

export interface Framing {
  /** Chunks and trailer carry signatures, chained to the request's own. */
  readonly seal?: Seal
  /** Bytes inside the frames, as `x-amz-decoded-content-length` says. */
  readonly decodedBytes: number
  /** Lower-case names that the trailer has to hold. */
  readonly trailers: readonly string[]
}

export interface Unframed {
  readonly content: AsyncIterable<Uint8Array>
  /** Filled when the content was read to its end. */
  readonly trailer: ReadonlyMap<string, string>
}

const mostLine = 16 * 1024
const cr = 13
const lf = 10

/** While read, throws S3Error IncompleteBody, MalformedTrailerError or SignatureDoesNotMatch. */
export function unframe(source: AsyncIterable<Uint8Array>, framing: Framing): Unframed {
  const trailer = new Map<string, string>()
  return { content: content(new Reader(source), framing, trailer), trailer }
}

async function* content(reader: Reader, framing: Framing, trailer: Map<string, string>): AsyncGenerator<Uint8Array> {
  const chain = framing.seal && new Chain(framing.seal)
  let total = 0
  for (;;) {
    const { size, signature } = header(await reader.line())
    if (size === 0) {
      chain?.check(signature, emptySha256)
      break
    }
    total += size
    if (total > framing.decodedBytes) throw new S3Error('IncompleteBody')
    const sum = chain && createHash('sha256')
    for await (const piece of reader.take(size)) {
      sum?.update(piece)
      yield piece
    }
    if ((await reader.line()).length > 0) throw new S3Error('IncompleteBody')
    if (sum) chain.check(signature, sum.digest('hex'))
  }
  if (total !== framing.decodedBytes) throw new S3Error('IncompleteBody')
  await readTrailer(reader, framing, chain, trailer)
}

async function readTrailer(
  reader: Reader,
  { trailers }: Framing,
  chain: Chain | undefined,
  into: Map<string, string>
): Promise<void> {
  let signed = ''
  let signature: string | undefined
  for (let line = await reader.line(); line.length > 0; line = await reader.line()) {
    const colon = line.indexOf(':')
    if (colon <= 0) throw new S3Error('MalformedTrailerError')
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (name === 'x-amz-trailer-signature') signature = value
    else if (!trailers.includes(name)) throw new S3Error('MalformedTrailerError')
    else {
      signed += `${name}:${value}\n`
      into.set(name, value)
    }
  }
  if (trailers.some(name => !into.has(name))) throw new S3Error('MalformedTrailerError')
  if (chain !== undefined && trailers.length > 0) chain.checkTrailer(signature, hash('sha256', signed))
}

function header(line: string): { size: number; signature: string | undefined } {
  const match = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line)
  if (match === null) throw new S3Error('IncompleteBody')
  return { size: Number.parseInt(match[1] ?? '', 16), signature: match[2] }
}

/** Each signature is made over the one before it. */
class Chain {
  private before: string
  private readonly seal: Seal

  constructor(seal: Seal) {
    this.seal = seal
    this.before = seal.signature
  }

  check(signature: string | undefined, sha256: string): void {
    this.compare(signature, ['AWS4-HMAC-SHA256-PAYLOAD', ...this.common(), emptySha256, sha256])
  }

  checkTrailer(signature: string | undefined, sha256: string): void {
    this.compare(signature, ['AWS4-HMAC-SHA256-TRAILER', ...this.common(), sha256])
  }

  private common(): string[] {
    return [this.seal.signedAt, scopeText(this.seal.scope), this.before]
  }

  private compare(signature: string | undefined, lines: readonly string[]): void {
    const expected = sign(this.seal.key, lines.join('\n'))
    if (signature !== expected) throw new S3Error('SignatureDoesNotMatch')
    this.before = expected
  }
}

/** Lines and counted bytes from chunks of any size. */
class Reader {
  private readonly source: AsyncIterator<Uint8Array>
  private held: Uint8Array = new Uint8Array(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** Without its CR LF. Throws S3Error IncompleteBody at the end of the source. */
  async line(): Promise<string> {
    const parts: Uint8Array[] = []
    for (let bytes = 0; bytes <= mostLine;) {
      if (this.held.length === 0) await this.more()
      bytes += this.held.length
      const end = this.held.indexOf(lf)
      parts.push(end < 0 ? this.held : this.held.subarray(0, end))
      if (end >= 0) {
        this.held = this.held.subarray(end + 1)
        const whole = Buffer.concat(parts)
        if (whole.at(-1) !== cr) throw new S3Error('IncompleteBody')
        return whole.toString('latin1', 0, whole.length - 1)
      }
      this.held = new Uint8Array(0)
    }
    throw new S3Error('IncompleteBody')
  }

  async *take(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      if (this.held.length === 0) await this.more()
      const piece = this.held.subarray(0, left)
      this.held = this.held.subarray(piece.length)
      left -= piece.length
      if (piece.length > 0) yield piece
    }
  }

  private async more(): Promise<void> {
    const next = await this.source.next()
    if (next.done === true) throw new S3Error('IncompleteBody')
    this.held = next.value
  }
}
