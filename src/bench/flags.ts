/** The command line of `npm run bench`: which chapters, and how large. */
import { parseArgs } from 'node:util'

export const chapters = [
  'prepare',
  'collect',
  'start',
  'size',
  'families',
  'images',
  'parquet',
  'on-demand',
  'outputs'
] as const
type Chapter = (typeof chapters)[number]

interface Size {
  readonly usual: number
  readonly least: number
  readonly says: string
}

/** A tenth is measured too wherever memory has to stay flat; a batch job takes a hundred records at least. */
const sizes = {
  rows: { usual: 1_000_000, least: 1000, says: 'rows to prepare and lines to collect; a tenth of it is measured too' },
  records: { usual: 10_000, least: 100, says: 'records of each model family' },
  pictures: { usual: 200, least: 20, says: 'pictures to load; a twentieth of them is made smaller' },
  'table-rows': { usual: 300_000, least: 1000, says: 'rows to read and write as CSV, JSONL and Parquet' },
  questions: { usual: 100, least: 4, says: 'questions to ask on demand, by each way' },
  files: { usual: 10_000, least: 100, says: 'rows to publish, each in a file of its own or in one file' }
} as const satisfies Record<string, Size>
type SizeName = keyof typeof sizes

export type Flags = Readonly<Record<SizeName, number>> & {
  readonly only: ReadonlySet<Chapter>
  /** What is measured as the action: a file that node runs. */
  readonly entry: string
}

const names = Object.keys(sizes) as readonly SizeName[]

export const usage = `npm run bench -- [--only ${chapters.join(',')}]

  ${'--only'.padEnd(14)}some of the chapters; default all
  ${'--entry'.padEnd(14)}the action; default dist/index.js
${names.map(name => `  ${`--${name}`.padEnd(14)}${sizes[name].says}; default ${sizes[name].usual}\n`).join('')}`

/** Throws an Error with a plain sentence. */
export function readFlags(words: readonly string[], built: string): Flags | 'help' {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...(Object.fromEntries(names.map(name => [name, text])) as Record<SizeName, typeof text>),
      only: text,
      entry: text,
      help: { type: 'boolean' }
    }
  })
  if (values.help === true) return 'help'
  const read = Object.fromEntries(names.map(name => [name, readSize(name, values[name])]))
  return {
    ...(read as Record<SizeName, number>),
    only: readChapters(values.only),
    entry: values.entry ?? built
  }
}

function readSize(name: SizeName, word: string | undefined): number {
  const { usual, least } = sizes[name]
  const size = Number(word ?? usual)
  if (!Number.isSafeInteger(size) || size < least)
    throw new Error(`--${name} must be a whole number from ${least}, not ${word ?? ''}`)
  return size
}

function readChapters(only: string | undefined): ReadonlySet<Chapter> {
  const named = (only ?? chapters.join(',')).split(',')
  const unknown = named.find(name => !chapters.some(chapter => chapter === name))
  if (unknown !== undefined) throw new Error(`--only knows ${chapters.join(', ')}, not ${unknown}`)
  return new Set(chapters.filter(chapter => named.includes(chapter)))
}
