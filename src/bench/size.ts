/** What a workflow downloads to run the action. */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { table, verdict } from './table.ts'

const shown = 5

export async function benchSize(entry: string): Promise<string> {
  const folder = dirname(entry)
  const files = await Promise.all(
    (await readdir(folder)).map(async name => ({ name, bytes: (await stat(join(folder, name))).size }))
  )
  files.sort((a, b) => b.bytes - a.bytes)
  const all = sum(files)
  const rest = files.slice(shown)
  const rows = [
    ...files.slice(0, shown),
    { name: `${rest.length} others`, bytes: sum(rest) },
    { name: 'together', bytes: all }
  ]
  return [
    `(d) Size of dist.`,
    '',
    table(
      ['', 'MB'],
      rows.map(({ name, bytes }) => [name, (bytes / 1e6).toFixed(2)])
    ),
    '',
    verdict('at most 9 MB', all <= 9e6, `${(all / 1e6).toFixed(2)} MB`)
  ].join('\n')
}

function sum(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0)
}
