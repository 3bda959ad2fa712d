/** A record is named by its content: the same question to the same model always has the same recordId. */
import { createHash, hash } from 'node:crypto'

export type Api = 'InvokeModel' | 'Converse'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idLength = 11

/** First 64 bits, big-endian, of a SHA-256 as 11 base-62 digits, zero-padded. 62^11 > 2^64, so nothing is cut. */
export function base62(sha256: Buffer): string {
  let high = sha256.readUInt32BE(0)
  let low = sha256.readUInt32BE(4)
  let text = ''
  for (let position = 0; position < idLength; position++) {
    const carry = (high % 62) * 2 ** 32 + low
    high = Math.floor(high / 62)
    low = Math.floor(carry / 62)
    text = digits.charAt(carry % 62) + text
  }
  return text
}

/** Give it the canonical JSON of a modelInput, it gives the recordId. Of several answers to one question `sample` tells which. */
export type RecordNamer = (canonicalModelInput: string, sample?: number) => string

/** Names the records of one model. */
export function recordNamer(model: string, api: Api): RecordNamer {
  // The canonical JSON of {api, model, modelInput, sample?}: keys in order, so that the fixed part is written once.
  const head = `{"api":${JSON.stringify(api)},"model":${JSON.stringify(model)},"modelInput":`
  return (canonicalModelInput, sample = 1) => {
    const tail = sample === 1 ? '}' : `,"sample":${sample}}`
    return base62(hash('sha256', head + canonicalModelInput + tail, 'buffer'))
  }
}

/** A short name for any text, in the same digits. */
export function contentHash(text: string): string {
  return base62(hash('sha256', text, 'buffer'))
}

export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
