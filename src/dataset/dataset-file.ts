/** One file of a dataset while it is read, whatever its format: which reader it gets, and how bytes reach it. */
import type { Problems } from '../problems.ts'
import type { CellType, DatasetFormat } from '../spec/spec.ts'
import { BedrockRecordsReader } from './bedrock-records.ts'
import { CsvReader } from './csv.ts'
import { DocumentFile } from './document-file.ts'
import type { Files } from './files.ts'
import { ImageFile } from './image-file.ts'
import { JsonReader } from './json.ts'
import { JsonlReader } from './jsonl.ts'
import { MarkdownReader } from './markdown.ts'
import { OpenAiBatchReader } from './openai-batch.ts'
import { ParquetFile } from './parquet.ts'
import { pieces } from './pieces.ts'
import type { Found, Reader, ReaderOptions } from './reader.ts'
import { TextReader } from './text.ts'
import { Utf8Text } from './utf8.ts'
import { YamlReader } from './yaml.ts'

export interface DatasetFile {
  /** Every column in file order, for formats that have the same ones in each row; known once something was found. */
  readonly columns: readonly string[] | undefined
  /** What the values of these columns are, where the file says. */
  readonly types: Readonly<Record<string, CellType>> | undefined
  /** In batches of about 64 KiB of source. A file that cannot be read on ends early, with a Problem. */
  found(): AsyncGenerator<Found>
}

/**
 * Source bytes of a batch. More is not faster (100 rows hide the cost of a turn), but texts above some 100 KiB live in a part
 * of V8's heap that is cleaned late: with a mebibyte the same pass takes twice the memory.
 */
const batchBytes = 64 * 1024

type MakeReader = (options: ReaderOptions) => Reader
type MakeFile = (options: ReaderOptions, files: Files) => DatasetFile

const makers: Readonly<Record<DatasetFormat, MakeFile>> = {
  csv: text(options => new CsvReader(',', options)),
  tsv: text(options => new CsvReader('\t', options)),
  jsonl: text(options => new JsonlReader(options)),
  json: text(options => new JsonReader(options)),
  yaml: text(options => new YamlReader(options)),
  markdown: text(options => new MarkdownReader(options)),
  text: text(options => new TextReader(options)),
  'openai-batch': text(options => new OpenAiBatchReader(options)),
  'bedrock-records': text(options => new BedrockRecordsReader(options)),
  parquet: (options, files) => new ParquetFile(options, files),
  image: (options, files) => new ImageFile(options, files),
  document: (options, files) => new DocumentFile(options, files)
}

export function openFile(format: DatasetFormat, options: ReaderOptions, files: Files): DatasetFile {
  return makers[format](options, files)
}

/** Whether each file is a row, so that one file does not tell the columns of all. */
export function isFilePerRow(format: DatasetFormat): boolean {
  return format === 'markdown' || format === 'text' || format === 'image' || format === 'document'
}

function text(make: MakeReader): MakeFile {
  return (options, files) => {
    const reader = make(options)
    return {
      get columns() {
        return reader.columns
      },
      get types() {
        return reader.types
      },
      found: () => foundIn(options.file, files, reader, options.problems)
    }
  }
}

/** What a reader of text finds, piece by piece. */
async function* foundIn(file: string, files: Files, reader: Reader, problems: Problems): AsyncGenerator<Found> {
  const utf8 = new Utf8Text(file, problems)
  for await (const bytes of pieces(files.open(file), batchBytes)) {
    const decoded = utf8.push(bytes)
    if (decoded === undefined) return
    yield reader.push(decoded)
    if (reader.broken) return
  }
  const rest = utf8.end()
  if (rest === undefined) return
  yield reader.push(rest)
  if (!reader.broken) yield reader.end()
}
