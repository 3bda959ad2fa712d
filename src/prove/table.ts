/** The proof's figures as lines of text. */
import type { ChapterResult } from './prove.ts'

const columns = {
  histories: 'histories',
  kills: 'kills',
  cuts: 'cuts',
  jobs: 'jobs',
  expected: 'expected',
  paidTwice: 'paid twice',
  repaid: 'repaid',
  lost: 'lost',
  false: 'false',
  secrets: 'secrets',
  refusals: 'refusals',
  passes: 'passes max / mean',
  seconds: 'seconds'
} as const

type Row = { readonly name: string } & Readonly<Record<keyof typeof columns, string>>

const nameWidth = 30
const names = Object.keys(columns) as (keyof typeof columns)[]

export const heading = line({ name: '', ...columns })

export function rowOf({ name, histories, figures, jobsExpected, milliseconds }: ChapterResult): Row {
  const counts = ['kills', 'cuts', 'jobs', 'paidTwice', 'repaid', 'lost', 'false', 'secrets', 'refusals'] as const
  const told = Object.fromEntries(counts.map(count => [count, String(figures[count])])) as Record<
    (typeof counts)[number],
    string
  >
  const mean = figures.recovery / Math.max(1, histories)
  return {
    name,
    ...told,
    histories: String(histories),
    expected: jobsExpected === undefined ? '' : String(jobsExpected),
    passes: `${figures.maxRecovery} / ${mean.toFixed(2)}`,
    seconds: (milliseconds / 1000).toFixed(0)
  }
}

export function line(row: Row): string {
  return row.name.padEnd(nameWidth) + names.map(name => row[name].padStart(columns[name].length + 2)).join('')
}

export function closing(seconds: number, broken: number): string {
  const verdict = broken === 0 ? 'Every promise held.' : `${broken} histories or mutants speak against a promise.`
  return `${verdict} ${(seconds / 60).toFixed(1)} minutes.`
}
