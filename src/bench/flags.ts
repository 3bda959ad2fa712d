/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util'

const parts = ['prepare', 'collect', 'start', 'size'] as const
type Part = (typeof parts)[number]

export interface Flags {
  readonly rows: number
  readonly only: ReadonlySet<Part>
  /** What is measured as the action: a file that node runs. */
  readonly entry: string
}

export const usage = `npm run bench -- [--rows N] [--only ${parts.join(',')}] [--entry FILE]

  --rows    rows to prepare and lines to collect; default 1000000. A tenth of it is measured too.
  --only    some of the parts; default all
  --entry   the action; default dist/index.js
`

/** Throws an Error with a plain sentence. */
export function readFlags(words: readonly string[], built: string): Flags | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rows: { type: 'string' },
      only: { type: 'string' },
      entry: { type: 'string' },
      help: { type: 'boolean' }
    }
  })
  if (values.help === true) return 'help'
  const rows = Number(values.rows ?? 1_000_000)
  // A tenth is measured too, and a batch job takes a hundred records at least.
  if (!Number.isSafeInteger(rows) || rows < 1000)
    throw new Error(`--rows must be a whole number from 1000, not ${values.rows ?? ''}`)
  return { rows, only: readParts(values.only), entry: values.entry ?? built }
}

function readParts(only: string | undefined): ReadonlySet<Part> {
  const named = (only ?? parts.join(',')).split(',')
  const unknown = named.find(name => !parts.some(part => part === name))
  if (unknown !== undefined) throw new Error(`--only knows ${parts.join(', ')}, not ${unknown}`)
  return new Set(parts.filter(part => named.includes(part)))
}
