/**
 * Pictures that are carried over: they are known by their digest alone, and lie in the checkout. One whose row goes to
 * another file is read before anything is written or removed.
 */
import { pictureBytes, pictureFormat } from '../outputs/image.ts'
import { answersWith } from '../models/answers.ts'
import type { ModelFamily } from '../models/family.ts'
import type { Cells } from '../outputs/format.ts'
import { at, isObject } from '../json.ts'
import type { Scratch, Workspace } from '../ports.ts'
import type { Problems } from '../problems.ts'
import type { PassRequest } from './context.ts'
import type { Published } from './published.ts'

/** An image file needs a model that draws; what such a model gives fits into little else. */
export function checkPictures(
  { spec, placeOf }: Pick<PassRequest, 'spec' | 'placeOf'>,
  family: ModelFamily,
  problems: Problems
): void {
  const draws = answersWith(family) === 'picture'
  const images = spec.outputs.map(({ format }) => format === 'image')
  for (const [number, isImage] of images.entries()) {
    if (!isImage || draws) continue
    const what = `an image file holds a picture, and ${spec.model} answers with a ${answersWith(family)}`
    problems.error(
      what,
      placeOf(`outputs[${number}].path`),
      'Write text to .txt or .md files, vectors to .jsonl or .parquet.'
    )
  }
  if (!draws || images.some(isImage => isImage)) return
  const hint = 'Write path: images/{{ sku }}.png to have a file for each.'
  problems.warning('pictures are written as base64 into a table', placeOf('outputs'), hint)
}

type Kept = { readonly bytes: number; readonly sha256: string } | { stream(): AsyncIterable<Uint8Array> }

export class Pictures {
  private readonly workspace: Workspace
  private readonly published: Published
  private readonly tell: (message: string) => void
  private isTold = false

  /** `tell` is called with what a person should know of the pictures. */
  constructor(workspace: Workspace, published: Published, tell: (message: string) => void) {
    this.workspace = workspace
    this.published = published
    this.tell = tell
  }

  /** Once, where a picture is not what its file is called: programs go by either. */
  tellFormat(path: string, [cell = null]: Cells): void {
    const format = pictureFormat(cell)
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase().replace('jpg', 'jpeg')
    if (this.isTold || format === undefined || format === extension) return
    this.isTold = true
    this.tell(
      `The pictures are ${format}, and their files end in .${extension ?? ''}: change the path, or ask the model for another format.`
    )
  }

  /** Reads the picture of a published row where the row's file will be another. */
  async keep(output: number, from: number, path: string, scratch: Scratch): Promise<void> {
    const before = this.published.pathOf(output, from)
    const { moved } = this.published
    if (before === undefined || before === path || moved.ranges.has(before)) return
    if ((await this.workspace.stat(before)) === undefined) return
    moved.file ??= scratch.create('pictures')
    const offset = moved.file.bytes
    for await (const piece of this.workspace.read(before)) moved.file.appendBytes(piece)
    moved.ranges.set(before, { offset, length: moved.file.bytes - offset })
  }

  /** Undefined where the cells hold a picture that the model has just drawn. */
  async kept(output: number, from: number, path: string, [cell = null]: Cells): Promise<Kept | undefined> {
    if (pictureBytes(cell) !== undefined) return undefined
    const before = this.published.pathOf(output, from)
    if (before === path) {
      const sha256 = isObject(cell) ? at(cell, 'sha256') : undefined
      const bytes = (await this.workspace.stat(path))?.bytes ?? 0
      return { bytes, sha256: typeof sha256 === 'string' ? sha256 : '' }
    }
    const { file, ranges } = this.published.moved
    const range = before === undefined ? undefined : ranges.get(before)
    return { stream: () => (file === undefined || range === undefined ? nothing() : file.stream([range])) }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
