/** What bytes are, by how they begin. A file's name and what a sender says of it are not asked. */

const signatures: readonly (readonly [format: string, at: number, bytes: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['pdf', 0, '%PDF-'],
  // docx and xlsx are archives, doc and xls are compound files; only their insides tell which.
  ['zip', 0, 'PK\x03\x04'],
  ['compound', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['mp4', 4, 'ftyp'],
  ['matroska', 0, '\x1a\x45\xdf\xa3'],
  ['flv', 0, 'FLV'],
  ['mpeg', 0, '\x00\x00\x01\xba'],
  ['wmv', 0, '\x30\x26\xb2\x75'],
  ['mp3', 0, 'ID3'],
  ['wav', 8, 'WAVE'],
  ['ogg', 0, 'OggS']
]

/** Undefined where nothing known begins like this. */
export function formatOf(bytes: Buffer): string | undefined {
  return signatures.find(([, at, start]) => bytes.subarray(at, at + start.length).toString('latin1') === start)?.[0]
}

/** What a file in each format has to begin like; formats that are plain text have no sign of their own. */
export const containers: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  pdf: 'pdf',
  docx: 'zip',
  xlsx: 'zip',
  doc: 'compound',
  xls: 'compound'
}

export const textDocuments: readonly string[] = ['txt', 'md', 'csv', 'html']

/** The bytes of strict base64, padded and in one line; undefined for anything else. */
export function bytesOf(base64: string): Buffer | undefined {
  if (base64 === '' || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined
  return Buffer.from(base64, 'base64')
}

/** `data:image/png;base64,…`; undefined for anything else. */
export function readDataUri(uri: string): { readonly type: string; readonly base64: string } | undefined {
  const comma = uri.indexOf(',')
  const type = comma < 0 ? undefined : /^data:([a-z]+\/[a-z0-9.+-]+);base64$/.exec(uri.slice(0, comma))?.[1]
  return type === undefined ? undefined : { type, base64: uri.slice(comma + 1) }
}
