/**
 * One column of one row group, page by page: as much is decoded as was asked for, and a page. Values are JSON when they
 * leave; lists and structs are still the nested arrays that the library makes objects of.
 */
import type { ColumnChunk, PageHeader, SchemaTree } from 'hyparquet'
import type { JsonValue } from '../json.ts'
import type { Files } from './files.ts'
import type { ParquetLibrary } from './parquet-library.ts'
import type { ValueType } from './parquet-values.ts'
import { Damage, Window } from './parquet-window.ts'

/** Null where there is no value; nested arrays where a column repeats. */
export type Nested = JsonValue | undefined | Nested[]

export interface Leaf {
  /** From the root to the leaf. */
  readonly schemaPath: readonly SchemaTree[]
  readonly value: ValueType
}

type Decoder = Parameters<ParquetLibrary['readDataPageV2']>[2]
type Stored = Parameters<ValueType['convert']>[0]

const maxPageBytes = 256 << 20
const headerBytes = 16_384

export class ColumnPages {
  private readonly window: Window
  private readonly decoder: Decoder
  private readonly isFlat: boolean
  private readonly isRepeated: boolean
  private readonly leaf: Leaf
  private readonly library: ParquetLibrary
  private dictionary: readonly JsonValue[] | undefined
  /** Rows that are whole, the first ones used up. */
  private rows: Nested[] = []
  private at = 0
  /** The last row of the last page may go on in the next one. */
  private open: Nested[] = []

  constructor(
    leaf: Leaf,
    chunk: ColumnChunk,
    source: { readonly file: string; readonly windowBytes: number; readonly files: Files },
    library: ParquetLibrary
  ) {
    const { meta_data: meta } = chunk
    if (meta === undefined) throw new Damage('a column is encrypted')
    if (chunk.file_path !== undefined) throw new Damage('a column lies in another file')
    const from = Number(meta.dictionary_page_offset || meta.data_page_offset)
    const { file, windowBytes, files } = source
    this.window = new Window({ file, from, to: from + Number(meta.total_compressed_size), windowBytes }, files)
    this.leaf = leaf
    this.library = library
    const schemaPath = [...leaf.schemaPath]
    this.isFlat = library.isFlatColumn(schemaPath)
    this.isRepeated = library.getMaxRepetitionLevel(schemaPath) > 0
    const { element } = schemaPath.at(-1) ?? {}
    if (element === undefined) throw new Damage('a column has no type')
    const { type, codec, path_in_schema: pathInSchema } = meta
    this.decoder = {
      pathInSchema,
      type,
      element,
      schemaPath,
      codec,
      parsers: library.parsers,
      compressors: library.compressors
    }
  }

  /** How many rows can be taken. */
  get ready(): number {
    return this.rows.length - this.at
  }

  /** Decodes until so many rows can be taken, or throws Damage where the column has fewer. */
  async fill(rows: number): Promise<void> {
    while (this.ready < rows) {
      if (this.window.left > 0) await this.page()
      else if (this.open.length > 0) this.keep(this.open, [])
      else throw new Damage('a column has fewer rows than the file says')
    }
  }

  take(rows: number): Nested[] {
    this.at += rows
    return this.rows.slice(this.at - rows, this.at)
  }

  private async page(): Promise<void> {
    const header = await this.header()
    const { compressed_page_size: packed, uncompressed_page_size: plain } = header
    if (packed > maxPageBytes || plain > maxPageBytes)
      throw new Damage(`a page has more than ${maxPageBytes >> 20} MiB`)
    await this.window.fill(packed)
    const bytes = this.window.take(packed)
    if (header.type === 'DICTIONARY_PAGE') this.dictionary = this.readDictionary(bytes, header)
    else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2') this.readData(bytes, header)
  }

  /** How long a header is, only reading it tells; one that does not end in the window is read again in a larger one. */
  private async header(): Promise<PageHeader> {
    for (let atLeast = headerBytes; ; atLeast *= 8) {
      await this.window.fill(atLeast)
      const { ahead, left } = this.window
      const reader = { view: new DataView(ahead.buffer, ahead.byteOffset, ahead.byteLength), offset: 0 }
      try {
        const header = this.library.parquetHeader(reader)
        this.window.take(reader.offset)
        return header
      } catch (error) {
        if (ahead.length >= left || !(error instanceof RangeError)) throw error
      }
    }
  }

  private readDictionary(bytes: Uint8Array, header: PageHeader): readonly JsonValue[] {
    const { codec, compressors, type, element } = this.decoder
    const count = header.dictionary_page_header?.num_values ?? 0
    const page = this.library.decompressPage(bytes, header.uncompressed_page_size, codec, compressors)
    const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }
    return this.converted(this.library.readPlain(reader, type, count, element.type_length))
  }

  private readData(bytes: Uint8Array, header: PageHeader): void {
    const { codec, compressors } = this.decoder
    const { data_page_header: first, data_page_header_v2: second } = header
    const told = first ?? second
    if (told === undefined || told.num_values === 0) return
    const { definitionLevels, repetitionLevels, dataPage } =
      first === undefined
        ? this.library.readDataPageV2(bytes, header, this.decoder)
        : this.library.readDataPage(
            this.library.decompressPage(bytes, header.uncompressed_page_size, codec, compressors),
            first,
            this.decoder
          )
    const isIndexed = told.encoding === 'PLAIN_DICTIONARY' || told.encoding === 'RLE_DICTIONARY'
    const values = isIndexed ? this.lookedUp(dataPage) : this.converted(dataPage)
    if (this.isFlat) this.keep(this.spread(values, definitionLevels, told.num_values), [])
    else this.nest(values, definitionLevels, repetitionLevels)
  }

  private lookedUp(indexes: Iterable<unknown>): JsonValue[] {
    const { dictionary } = this
    if (dictionary === undefined) throw new Damage('a page needs a dictionary that is not there')
    const values: JsonValue[] = []
    for (const index of indexes) {
      const value = dictionary[Number(index)]
      if (value === undefined) throw new Damage('a page names a value that its dictionary does not have')
      values.push(value)
    }
    return values
  }

  private converted(stored: Iterable<unknown>): JsonValue[] {
    const { convert } = this.leaf.value
    const values: JsonValue[] = []
    for (const value of stored) values.push(convert(value as Stored))
    return values
  }

  /** Nulls are not stored: the definition levels tell where they are. */
  private spread(values: JsonValue[], levels: readonly number[] | undefined, count: number): JsonValue[] {
    const all = levels === undefined || levels.length === 0 ? values : this.withNulls(values, levels)
    if (all.length !== count) throw new Damage('a page has fewer values than it says')
    return all
  }

  private withNulls(values: readonly JsonValue[], levels: readonly number[]): JsonValue[] {
    let next = 0
    return levels.map(level => (level === 0 ? null : (values[next++] ?? null)))
  }

  private nest(values: JsonValue[], definitions: number[] | undefined, repetitions: number[]): void {
    const { schemaPath } = this.decoder
    const rows = this.library.assembleLists(this.open, definitions, repetitions, values, schemaPath)
    const all: readonly Nested[] = Array.isArray(rows) ? rows : [...rows]
    if (this.isRepeated) this.keep(all.slice(0, -1), all.slice(-1))
    else this.keep(all, [])
  }

  /** What was taken is forgotten here, so that a column does not stay in memory. */
  private keep(rows: readonly Nested[], open: Nested[]): void {
    this.rows = this.rows.slice(this.at).concat(rows)
    this.at = 0
    this.open = open
  }
}
