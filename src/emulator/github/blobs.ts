/**
 * The Azure block blobs behind workflow artifacts: put blocks, list them, get the whole.
 * https://learn.microsoft.com/en-us/rest/api/storageservices/put-block
 */
import { createHash, randomUUID } from 'node:crypto'
import type { EmulatorClock, Exchange, Reply } from '../exchange.ts'
import { signature, type Artifact, type Artifacts } from './artifacts.ts'

export function blobOperation(exchange: Exchange): string {
  if (exchange.method === 'GET') return 'GetBlob'
  const part = exchange.url.searchParams.get('comp')
  return { block: 'PutBlock', blocklist: 'PutBlockList' }[part ?? ''] ?? 'PutBlob'
}

export function blobError(status: number, code: string, message: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code, 'x-ms-request-id': randomUUID() },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  }
}

export function blobService(artifacts: Artifacts, clock: EmulatorClock): (exchange: Exchange) => Promise<Reply> {
  return async exchange => {
    const name = exchange.url.pathname.slice(exchange.url.pathname.lastIndexOf('/') + 1)
    const artifact = artifacts.all.find(one => one.blob === name)
    if (!artifact) return blobError(404, 'BlobNotFound', 'The specified blob does not exist.')
    if (exchange.url.searchParams.get('sig') !== signature(artifact))
      return blobError(403, 'AuthenticationFailed', 'Server failed to authenticate the request.')
    const operation = blobOperation(exchange)
    if (operation === 'GetBlob') return getBlob(artifact)
    const body = await exchange.bytes(512 * 1024 * 1024)
    if (operation === 'PutBlock') artifact.blocks.set(exchange.url.searchParams.get('blockid') ?? '', body)
    else if (operation === 'PutBlob') artifact.content = body
    else if (!putBlockList(artifact, body.toString('utf8')))
      return blobError(400, 'InvalidBlockList', 'The specified block list is invalid.')
    return {
      status: 201,
      headers: {
        'x-ms-request-id': randomUUID(),
        'x-ms-version': '2025-05-05',
        'x-ms-request-server-encrypted': 'true',
        'last-modified': new Date(clock.now()).toUTCString(),
        etag: `"0x${randomUUID().replaceAll('-', '').slice(0, 15).toUpperCase()}"`,
        ...(operation === 'PutBlock' && { 'content-md5': createHash('md5').update(body).digest('base64') })
      }
    }
  }
}

function putBlockList(artifact: Artifact, xml: string): boolean {
  const ids = [...xml.matchAll(/<(?:Latest|Committed|Uncommitted)>([^<]*)</g)].map(match => match[1] ?? '')
  const blocks = ids.map(id => artifact.blocks.get(id))
  if (blocks.some(block => block === undefined)) return false
  artifact.content = Buffer.concat(blocks.filter(block => block !== undefined))
  artifact.blocks.clear()
  return true
}

function getBlob(artifact: Artifact): Reply {
  if (artifact.content === undefined) return blobError(404, 'BlobNotFound', 'The specified blob does not exist.')
  const zip = artifact.mimeType.includes('zip')
  return {
    status: 200,
    headers: {
      'content-type': artifact.mimeType,
      'content-disposition': `attachment; filename="${artifact.name}${zip ? '.zip' : ''}"`,
      'x-ms-request-id': randomUUID()
    },
    body: artifact.content
  }
}
