/** `npm run bench`: what the action costs in time, memory and bytes, beside what it would cost by hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { benchCollect } from './bench/collect.ts'
import { writeWorkspace } from './bench/dataset.ts'
import { readFlags, usage } from './bench/flags.ts'
import type { Flags } from './bench/flags.ts'
import { benchPrepare } from './bench/prepare.ts'
import { benchSize } from './bench/size.ts'
import { benchStart } from './bench/start.ts'
import { grouped } from './bench/table.ts'

const tell = (line: string): void => void process.stderr.write(`… ${line}\n`)
const show = (text: string): void => void process.stdout.write(`${text}\n\n`)

async function bench({ entry, only, rows }: Flags): Promise<void> {
  show(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}. Compare within one run only.`)
  if (only.has('prepare') || only.has('collect')) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'))
    try {
      tell(`writing ${grouped(rows)} rows to ${folder}`)
      const few = await writeWorkspace(join(folder, 'few'), Math.floor(rows / 10))
      const many = await writeWorkspace(join(folder, 'many'), rows)
      if (only.has('prepare')) show(await benchPrepare(entry, few, many))
      if (only.has('collect')) show(await benchCollect(entry, few, many, tell))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  if (only.has('start')) show(await benchStart(entry))
  if (only.has('size')) show(await benchSize(entry))
}

try {
  const flags = readFlags(process.argv.slice(2), resolve(import.meta.dirname, '../dist/index.js'))
  if (flags === 'help') process.stdout.write(usage)
  else await bench(flags)
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
