/** The lines of a run on demand on their way to S3, part by part, while others are asked. */
import { counted } from '../figures.ts'
import type { AskingNow } from './on-demand.ts'
import { download } from './store.ts'
import type { Store } from './store.ts'

export const recordsPerPart = 20

/** A part is written as soon as it is full. */
export class Parts {
  readonly asked: number[] = []
  private lines: string[] = []
  private cut = 0
  private writing: Promise<void> = Promise.resolve()
  private failed: { readonly error: unknown } | undefined
  private readonly work: Pick<AskingNow, 'store' | 'log'>
  private readonly name: string
  private readonly wanted: number

  constructor(work: Pick<AskingNow, 'store' | 'log'>, name: string, wanted: number) {
    this.work = work
    this.name = name
    this.wanted = wanted
  }

  add(index: number, line: string): void {
    this.asked.push(index)
    this.lines.push(line)
    if (this.lines.length >= recordsPerPart) this.write()
  }

  /** Resolves when every full part is written; throws what kept one from it. */
  async written(): Promise<void> {
    await this.writing
    if (this.failed !== undefined) throw this.failed.error
  }

  async end(): Promise<void> {
    if (this.lines.length > 0) this.write()
    await this.written()
  }

  private write(): void {
    const { log } = this.work
    const text = this.lines.join('')
    const told = `on demand: ${this.asked.length} of ${counted(this.wanted, 'record')} asked`
    this.lines = []
    this.writing = this.writing
      .then(() => this.put(text))
      .then(() => log.info(told))
      // One that cannot be written keeps none of the others from it.
      .catch((error: unknown) => void (this.failed ??= { error }))
  }

  /** Under the next free number: a pass that was believed dead may write parts of the same run. */
  private async put(text: string): Promise<void> {
    const { store } = this.work
    for (;;) {
      const key = partKey(store, this.name, ++this.cut)
      if ((await store.objects.put(key, text, { absent: true })) === 'stored') return
      // Refused by our own write, whose answer was lost.
      if ((await textOf(store, key)) === text) return
    }
  }
}

async function textOf(store: Store, key: string): Promise<string | undefined> {
  const file = await download(store, key)
  const text = file?.readText(0, file.bytes)
  file?.discard()
  return text
}

function partKey(store: Store, name: string, part: number): string {
  return `${store.keys.outputs}${name}/part-${part}.jsonl.out`
}
