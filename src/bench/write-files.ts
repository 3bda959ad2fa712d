/** Nothing but making a folder and writing small files into it, one after the other or 32 at a time. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const atOnce = 32

/** `words`: folder, files, bytes of one. */
export async function writeFiles(words: readonly string[]): Promise<() => Promise<void>> {
  const [folder = '.', files = '0', bytes = '0'] = words
  const content = Buffer.alloc(Number(bytes), 'x')
  const names = Array.from({ length: Number(files) }, (_, number) => join(folder, `${number}.md`))
  return async () => {
    await mkdir(folder, { recursive: true })
    for (let start = 0; start < names.length; start += atOnce)
      await Promise.all(names.slice(start, start + atOnce).map(name => writeFile(name, content)))
  }
}
