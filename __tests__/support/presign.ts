/** A presigned URL, made without any SDK and without the emulator's own arithmetic. */
import { createHash, createHmac } from 'node:crypto'

export interface Presign {
  readonly endpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly method: string
  /** Not encoded. */
  readonly path: string
  readonly at: Date
  readonly seconds: number
}

export function presign({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
  method,
  path,
  at,
  seconds
}: Presign): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const day = stamp.slice(0, 8)
  const scope = `${day}/${region}/s3/aws4_request`
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${accessKeyId}/${scope}`)}`,
    `X-Amz-Date=${stamp}`,
    `X-Amz-Expires=${seconds}`,
    'X-Amz-SignedHeaders=host'
  ].join('&')
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const canonical = [method, encoded, query, `host:${new URL(endpoint).host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n')
  const digest = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', stamp, scope, digest].join('\n')
  const hmac = (key: string | Buffer, of: string): Buffer => createHmac('sha256', key).update(of).digest()
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  return `${endpoint}${encoded}?${query}&X-Amz-Signature=${hmac(key, text).toString('hex')}`
}
