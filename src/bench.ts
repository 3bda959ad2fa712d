/** `npm run bench`: what the action costs in time, memory and bytes, beside what it would cost by hand. */
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { benchCollect } from './bench/collect.ts'
import { writeWorkspace } from './bench/dataset.ts'
import { benchFamilies } from './bench/families.ts'
import { readFlags, usage, type Flags } from './bench/flags.ts'
import { temporaryFolder } from './bench/folder.ts'
import { benchImages } from './bench/images.ts'
import { benchOnDemand } from './bench/on-demand.ts'
import { benchOutputs } from './bench/outputs.ts'
import { benchParquet } from './bench/parquet.ts'
import { benchPrepare } from './bench/prepare.ts'
import { benchSize } from './bench/size.ts'
import { benchStart } from './bench/start.ts'
import { grouped } from './bench/table.ts'

const tell = (line: string): void => void process.stderr.write(`… ${line}\n`)
const show = (text: string): void => void process.stdout.write(`${text}\n\n`)

async function bench(flags: Flags): Promise<void> {
  const { entry, only } = flags
  show(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}. Compare within one run only.`)
  if (only.has('prepare') || only.has('collect')) await benchPasses(flags)
  if (only.has('start')) show(await benchStart(entry))
  if (only.has('size')) show(await benchSize(entry))
  if (only.has('families')) show(await benchFamilies(flags.records))
  if (only.has('images')) show(await benchImages(flags.pictures, tell))
  if (only.has('parquet')) show(await benchParquet(flags['table-rows'], tell))
  if (only.has('on-demand')) show(await benchOnDemand(flags.questions))
  if (only.has('outputs')) show(await benchOutputs(entry, flags.files, tell))
}

/** Both on the same rows. */
async function benchPasses({ entry, only, rows }: Flags): Promise<void> {
  await using folder = await temporaryFolder()
  tell(`writing ${grouped(rows)} rows to ${folder.path}`)
  const few = await writeWorkspace(join(folder.path, 'few'), Math.floor(rows / 10))
  const many = await writeWorkspace(join(folder.path, 'many'), rows)
  if (only.has('prepare')) show(await benchPrepare(entry, few, many))
  if (only.has('collect')) show(await benchCollect(entry, few, many, tell))
}

try {
  const flags = readFlags(process.argv.slice(2), resolve(import.meta.dirname, '../dist/index.js'))
  if (flags === 'help') process.stdout.write(usage)
  else await bench(flags)
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
