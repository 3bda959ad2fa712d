/** Multipart uploads under way: parts until they are one object. Knows no HTTP. */
import { createHash, hash } from 'node:crypto'
import type { EmulatorClock } from '../exchange.ts'
import { joined } from './body.ts'
import type { Body } from './body.ts'
import type { ChecksumType } from './buckets.ts'
import { algorithms, startSum } from './checksums.ts'
import type { Algorithm, Checksums } from './checksums.ts'
import { S3Error } from './error.ts'

export interface Part {
  readonly number: number
  readonly body: Body
  readonly lastModified: number
}

export interface Upload {
  readonly id: string
  readonly bucket: string
  readonly key: string
  readonly startedAt: number
  readonly algorithm: Algorithm
  /** The client named the algorithm, so every part and the list of parts have to carry its sums. */
  readonly named: boolean
  readonly checksumType: ChecksumType
  readonly metadata: Readonly<Record<string, string>>
  readonly parts: Map<number, Part>
}

/** A part as CompleteMultipartUpload names it. */
export interface ChosenPart {
  readonly number: number
  readonly etag: string
  readonly checksums: Checksums
}

const leastPartBytes = 5 * 1024 * 1024

export class Uploads {
  private readonly open = new Map<string, Upload>()
  private readonly clock: EmulatorClock
  private started = 0

  constructor(clock: EmulatorClock) {
    this.clock = clock
  }

  start(upload: Omit<Upload, 'id' | 'startedAt' | 'parts'>): Upload {
    const id = hash('sha256', `upload ${++this.started}`, 'base64url')
    const whole = { ...upload, id, startedAt: this.clock.now(), parts: new Map<number, Part>() }
    this.open.set(id, whole)
    return whole
  }

  /** Throws S3Error NoSuchUpload. */
  get(bucket: string, key: string, id: string): Upload {
    const upload = this.open.get(id)
    if (upload?.bucket === bucket && upload.key === key) return upload
    throw new S3Error('NoSuchUpload', { details: { UploadId: id } })
  }

  /** Sorted by key, then by age. */
  in(bucket: string): readonly Upload[] {
    const found = [...this.open.values()].filter(upload => upload.bucket === bucket)
    return found.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || a.startedAt - b.startedAt)
  }

  add(upload: Upload, number: number, body: Body): Part {
    const part = { number, body, lastModified: this.clock.now() }
    upload.parts.get(number)?.body.release()
    upload.parts.set(number, part)
    return part
  }

  abort(upload: Upload): void {
    this.open.delete(upload.id)
    for (const part of upload.parts.values()) part.body.release()
  }

  /** The object is there: its parts live on in it, the others go. */
  completed(upload: Upload, used: readonly Part[]): void {
    this.open.delete(upload.id)
    for (const part of upload.parts.values()) if (!used.includes(part)) part.body.release()
  }
}

/** Throws S3Error InvalidPartOrder, InvalidPart, EntityTooSmall. */
export function choose(upload: Upload, chosen: readonly ChosenPart[]): readonly Part[] {
  const partial = upload.named && upload.checksumType === 'COMPOSITE'
  const parts = chosen.map((one, index) => {
    if (partial && one.checksums[upload.algorithm] === undefined) throw missingSum(upload, one)
    if (index > 0 && one.number <= (chosen[index - 1]?.number ?? 0)) throw new S3Error('InvalidPartOrder')
    const part = upload.parts.get(one.number)
    const fits =
      part?.body.md5 === one.etag.replaceAll('"', '') &&
      algorithms.every(name => one.checksums[name] === undefined || part.body.checksums[name] === one.checksums[name])
    if (part === undefined || !fits) {
      throw new S3Error('InvalidPart', { details: { UploadId: upload.id, PartNumber: String(one.number) } })
    }
    return part
  })
  for (const part of parts.slice(0, -1)) {
    if (part.body.bytes >= leastPartBytes) continue
    throw new S3Error('EntityTooSmall', {
      details: {
        ProposedSize: String(part.body.bytes),
        MinSizeAllowed: String(leastPartBytes),
        PartNumber: String(part.number)
      }
    })
  }
  return parts
}

function missingSum(upload: Upload, { number }: ChosenPart): S3Error {
  return new S3Error('InvalidRequest', {
    message: `The upload was created using a ${upload.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`
  })
}

/** The parts as one body, with S3's ETag for such (`…-3`) and the checksum that the upload promised. */
export async function assemble(upload: Upload, parts: readonly Part[]): Promise<{ body: Body; etag: string }> {
  const md5 = createHash('md5')
  for (const { body } of parts) md5.update(Buffer.from(body.md5, 'hex'))
  const etag = `${md5.digest('hex')}-${parts.length}`
  const bodies = parts.map(part => part.body)
  const checksum = upload.checksumType === 'COMPOSITE' ? composite(upload, bodies) : await whole(upload, bodies)
  return { body: joined(bodies, etag, checksum === undefined ? {} : { [upload.algorithm]: checksum }), etag }
}

/** The checksum of the parts' checksums. https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html */
function composite({ algorithm }: Upload, bodies: readonly Body[]): string {
  const sum = startSum(algorithm)
  for (const { checksums } of bodies) sum.update(Buffer.from(checksums[algorithm] ?? '', 'base64'))
  return `${sum.digest().toString('base64')}-${bodies.length}`
}

/** Undefined where the bytes were not kept. */
async function whole({ algorithm }: Upload, bodies: readonly Body[]): Promise<string | undefined> {
  if (bodies.some(body => !body.kept)) return undefined
  const sum = startSum(algorithm)
  for (const body of bodies) for await (const chunk of body.open()) sum.update(chunk)
  return sum.digest().toString('base64')
}
