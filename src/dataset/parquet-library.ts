/** The parts of hyparquet that are used, loaded when a Parquet file is read and not before. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'

export type ParquetLibrary = Awaited<ReturnType<typeof loadParquet>>

/**
 * Its own reader decodes a row group as a whole, and writers put a million rows into one; so its pages are decoded here,
 * one after the other, by the functions that it exports for that.
 */
export async function loadParquet() {
  const [metadata, { parquetHeader }, datapage, assemble, { readPlain }, schema, { DEFAULT_PARSERS }, { compressors }] =
    await Promise.all([
      import('hyparquet/src/metadata.js'),
      import('hyparquet/src/column.js'),
      import('hyparquet/src/datapage.js'),
      import('hyparquet/src/assemble.js'),
      import('hyparquet/src/plain.js'),
      import('hyparquet/src/schema.js'),
      import('hyparquet/src/convert.js'),
      import('hyparquet-compressors')
    ])
  return {
    ...metadata,
    parquetHeader,
    parsers: DEFAULT_PARSERS,
    ...datapage,
    ...assemble,
    readPlain,
    ...schema,
    compressors: guarded({ ...compressors, ...native })
  }
}

/** Writers pack pages without any value too, which not every decompressor takes. */
function guarded(all: Readonly<Record<string, Decompress | undefined>>): Record<string, Decompress> {
  const safe = (decompress: Decompress): Decompress => {
    return (input, length) => (length === 0 ? input.subarray(0, 0) : decompress(input, length))
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, decompress]) => (decompress === undefined ? [] : [[name, safe(decompress)]]))
  )
}

type Decompress = (input: Uint8Array, length: number) => Uint8Array

/** Node has these itself: faster, and stopped at the length that the page says it has. */
const native: Readonly<Record<'GZIP' | 'BROTLI' | 'ZSTD', Decompress>> = {
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
  ZSTD: (input, length) => zstdDecompressSync(input, { maxOutputLength: Math.max(1, length) })
}
