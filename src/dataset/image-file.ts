/** An image: one file, one row. What it really is and whether it is whole is looked at; its pixels are not. */
import { misnamed } from '../media/check-image.ts'
import { breaksOff, imageFormat, inspectImage, tailBytes, type ImageFacts } from '../media/image.ts'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import type { DatasetFile } from './dataset-file.ts'
import { fieldsOfCells } from './fields.ts'
import { pathFacts, type Files } from './files.ts'
import type { Found, ReaderOptions } from './reader.ts'

/** Nearly always enough; a JPEG may have a preview and a colour profile before it says its size. */
const headBytes = 1 << 18
const longHeadBytes = 1 << 24

export class ImageFile implements DatasetFile {
  readonly columns = ['path', 'name', 'extension', 'format', 'width', 'height', 'bytes']
  readonly types = { width: 'number', height: 'number', bytes: 'number' } as const
  private readonly options: ReaderOptions
  private readonly files: Files

  constructor(options: ReaderOptions, files: Files) {
    this.options = options
    this.files = files
  }

  async *found(): AsyncGenerator<Found> {
    const { file, problems } = this.options
    const bytes = await this.files.bytes(file)
    const facts = await this.inspect(bytes)
    if ('message' in facts) {
      problems.error(facts.message, { file }, facts.hint)
      return
    }
    const { path, name, extension } = pathFacts(file)
    const { format, width, height } = facts
    problems.add(...misnamed(facts, extension === '' ? name : `${name}.${extension}`, { file }))
    const fields = fieldsOfCells(this.columns, [path, name, extension, format, width, height, bytes])
    yield { fields: [fields], lines: [0], brought: [{ media: { image: { format, source: { path } } } }] }
  }

  private async inspect(bytes: number): Promise<ImageFacts | Fault> {
    const { file } = this.options
    if (bytes === 0) return { message: 'the file is empty' }
    let head = await this.files.slice(file, 0, headBytes)
    if (isLfsPointer(head)) return lfsFault
    const format = imageFormat(head)
    if (format === undefined) {
      return { message: 'the file is no PNG, JPEG, GIF or WebP', hint: 'models take no other images' }
    }
    let facts = inspectImage(head)
    if (facts === undefined && bytes > headBytes) {
      head = await this.files.slice(file, 0, longHeadBytes)
      facts = inspectImage(head)
    }
    const tail = bytes <= head.length ? head : await this.files.slice(file, Math.max(0, bytes - tailBytes), bytes)
    if (breaksOff(format, head, tail, bytes)) {
      return { message: 'the image breaks off', hint: 'was the file written to its end?' }
    }
    return facts ?? { message: 'the image is damaged: its size cannot be read' }
  }
}

interface Fault {
  readonly message: string
  readonly hint?: string
}
