/** A document: one file, one row. Its bytes are read where it is asked about; here only its head is looked at. */
import { documentFault, documentFormat, headBytes } from '../media/document.ts'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import type { DatasetFile } from './dataset-file.ts'
import { fieldsOfCells } from './fields.ts'
import { pathFacts, type Files } from './files.ts'
import type { Found, ReaderOptions } from './reader.ts'

export class DocumentFile implements DatasetFile {
  readonly columns = ['path', 'name', 'extension', 'format', 'bytes']
  readonly types = { bytes: 'number' } as const
  private readonly options: ReaderOptions
  private readonly files: Files

  constructor(options: ReaderOptions, files: Files) {
    this.options = options
    this.files = files
  }

  async *found(): AsyncGenerator<Found> {
    const { file, problems } = this.options
    const bytes = await this.files.bytes(file)
    const head = await this.files.slice(file, 0, headBytes)
    if (isLfsPointer(head)) {
      problems.error(lfsFault.message, { file }, lfsFault.hint)
      return
    }
    const format = documentFormat(file, head)
    if (format === undefined) {
      const { message, hint } = documentFault(file, head)
      problems.error(message, { file }, hint)
      return
    }
    const { path, name, extension } = pathFacts(file)
    const fields = fieldsOfCells(this.columns, [path, name, extension, format, bytes])
    const document = { format, name: modelName(name), source: { path } }
    yield { fields: [fields], lines: [0], brought: [{ media: { document } }] }
  }
}

/**
 * What the model is told that the document is called: letters, digits, single blanks, `-`, `(`, `)`, `[`, `]`, at most 200.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
 */
export function modelName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9\s()[\]-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.slice(0, 200).trim() || 'document'
}
