/** The end of a Parquet file, where its columns and row groups are told. https://parquet.apache.org/docs/file-format/ */
import type { FileMetaData } from 'hyparquet'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import type { Files } from './files.ts'
import type { ParquetLibrary } from './parquet-library.ts'
import { Damage } from './parquet-window.ts'

export interface Footer {
  readonly metadata: FileMetaData
}

export interface FooterFault {
  readonly message: string
  readonly hint?: string
}

const magic = 'PAR1'
/** Its length, and the magic word again. */
const endBytes = 8
const firstTryBytes = 1 << 16
const maxFooterBytes = 256 << 20

export async function readFooter(file: string, files: Files, library: ParquetLibrary): Promise<Footer | FooterFault> {
  const bytes = await files.bytes(file)
  if (bytes === 0) return { message: 'the file is empty' }
  const head = await files.slice(file, 0, 64)
  if (isLfsPointer(head)) return lfsFault
  const first = latin1(head.subarray(0, 4))
  if (first === 'PARE') return { message: 'the file is encrypted', hint: 'write it without encryption' }
  if (first !== magic) return { message: 'the file is not Parquet inside', hint: 'name its format with dataset.format' }
  const end = await files.slice(file, Math.max(0, bytes - firstTryBytes), bytes)
  if (bytes < 12 || latin1(end.subarray(-4)) !== magic) {
    return {
      message: 'the file breaks off',
      hint: 'a Parquet file ends with PAR1: was it written, or copied, to its end?'
    }
  }
  const length = new DataView(end.buffer, end.byteOffset + end.length - endBytes, 4).getUint32(0, true) + endBytes
  if (length > bytes || length > maxFooterBytes) return { message: 'the end of the file is damaged' }
  const footer = length <= end.length ? end.subarray(-length) : await files.slice(file, bytes - length, bytes)
  return { metadata: decoded(footer, library) }
}

function decoded(footer: Uint8Array, library: ParquetLibrary): FileMetaData {
  try {
    return library.parquetMetadata(footer, { geoparquet: false })
  } catch {
    // Whatever the decoder ran into: these bytes are no footer.
    throw new Damage('the end of the file is damaged')
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
