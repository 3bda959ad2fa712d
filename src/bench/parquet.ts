/** The same rows in three formats: read as a dataset, written as an output. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from './folder.ts'
import type { Run } from './measure.ts'
import { flat, grouped, verdict, workTable, type Way } from './table.ts'
import { tableFormats, writeTableFile } from './table-files.ts'
import { runTask, toldBy, type RunTask } from './tasks.ts'

const mostMb = 256

export async function benchParquet(
  rows: number,
  tell: (line: string) => void,
  run: RunTask = runTask
): Promise<string> {
  await using folder = await temporaryFolder()
  const sizes = { few: Math.floor(rows / 10), many: rows, run }
  const read: Way[] = []
  for (const format of tableFormats) {
    tell(`writing ${grouped(rows)} rows as ${format}`)
    read.push(await readWay(folder.path, format, sizes))
  }
  read.push(await readWay(folder.path, 'parquet', sizes, 'by-hand'))
  const written: Way[] = []
  for (const format of tableFormats) written.push(await writeWay(folder.path, format, sizes))
  return parquetReport(rows, read, written)
}

interface Sizes {
  readonly few: number
  readonly many: number
  readonly run: RunTask
}

type Size = 'few' | 'many'

async function readWay(
  folder: string,
  format: (typeof tableFormats)[number],
  sizes: Sizes,
  way: 'ours' | 'by-hand' = 'ours'
): Promise<Way> {
  const one = async (size: Size): Promise<readonly [Run, number]> => {
    const own = join(folder, size)
    await mkdir(own, { recursive: true })
    const bytes = await writeTableFile(own, format, sizes[size])
    return [await sizes.run('read-table', [own, `rows.${format}`, sizes[size], way], own), bytes]
  }
  const [few] = await one('few')
  const [many, bytes] = await one('many')
  return { name: way === 'ours' ? format : 'parquet, all at once', few, many, bytes }
}

async function writeWay(folder: string, format: (typeof tableFormats)[number], sizes: Sizes): Promise<Way> {
  const one = (size: Size): Promise<Run> => sizes.run('write-table', [folder, format, sizes[size]], folder)
  const few = await one('few')
  const many = await one('many')
  return { name: format, few, many, bytes: (toldBy(many) as { bytes: number }).bytes }
}

function parquetReport(rows: number, read: readonly Way[], written: readonly Way[]): string {
  const work = { items: rows, bytes: 0, fewItems: Math.floor(rows / 10) }
  const part = (title: string, ways: readonly Way[]): string[] => {
    const [baseline] = ways
    const ours = ways.find(({ name }) => name === 'parquet')
    if (baseline === undefined || ours === undefined) throw new Error('nothing was measured')
    const peak = Math.round(ours.many.peakRssMb)
    return [
      `${title} ${grouped(rows)} rows, ${ways.map(({ name, bytes = 0 }) => `${name} ${megabytes(bytes)}`).join(', ')}:`,
      '',
      workTable(work, ways, baseline),
      '',
      verdict(`Parquet at most ${mostMb} MB`, peak <= mostMb, `${peak} MB`),
      flat([ours])
    ]
  }
  return ['(g) Parquet beside CSV and JSONL.', '', ...part('Read', read), '', ...part('Write', written)].join('\n')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
