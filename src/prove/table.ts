/** The proof's figures as lines of text. */
import type { Execution } from './chapters/mutants.ts'
import type { ChapterResult } from './prove.ts'
import { sum } from './result.ts'
import type { Result } from './result.ts'

const columns = {
  histories: 'histories',
  kills: 'kills',
  cuts: 'cuts',
  jobs: 'jobs',
  expected: 'expected',
  paidTwice: 'paid twice',
  lost: 'lost',
  false: 'false',
  secrets: 'secrets',
  repaid: 'repaid',
  unpreventable: 'not preventable',
  refusals: 'refusals',
  passes: 'passes max / mean',
  seconds: 'seconds'
} as const

type Row = { readonly name: string } & Readonly<Record<keyof typeof columns, string>>

/** Counted in every history. */
const counts = [
  'kills',
  'cuts',
  'jobs',
  'paidTwice',
  'lost',
  'false',
  'secrets',
  'repaid',
  'unpreventable',
  'refusals'
] as const

const nameWidth = 30
const names = Object.keys(columns) as (keyof typeof columns)[]

export const heading = line({ name: '', ...columns })

type Told = Pick<ChapterResult, 'name' | 'histories' | 'figures' | 'jobsExpected' | 'milliseconds'>

export function rowOf({ name, histories, figures, jobsExpected, milliseconds }: Told): Row {
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

/** Both in seconds: on a machine that does something else as well, the two differ. */
export function closing({ elapsed, cpu, broken }: { elapsed: number; cpu: number; broken: number }): string {
  const verdict = broken === 0 ? 'Every promise held.' : `${broken} histories or mutants speak against a promise.`
  const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} minutes`
  return `${verdict} ${minutes(elapsed)}, ${minutes(cpu)} of processor time.`
}

export function totalOf(results: readonly ChapterResult[]): Row {
  const add = (of: (one: ChapterResult) => number): number => results.reduce((sum, one) => sum + of(one), 0)
  const maxRecovery = Math.max(...results.map(one => one.figures.maxRecovery))
  return rowOf({
    name: 'all',
    figures: { ...sum(results.map(one => one.figures)), maxRecovery },
    histories: add(one => one.histories),
    jobsExpected: undefined,
    milliseconds: add(one => one.milliseconds)
  })
}

/** What happened in a history, pass by pass. */
export function linesOf({ told, figures }: Result): string[] {
  return [
    ...told.map((text, index) => `pass ${index + 1}: ${text}`),
    `${figures.jobs} jobs, ${figures.paid} answers paid, ${figures.paidTwice} paid twice`
  ]
}

export function mutantLine({ mutant, killer }: Execution): string {
  const violations = killer?.result.violations ?? []
  const promises = [...new Set(violations.map(one => one.promise))].sort()
  const fate = killer === undefined ? 'ALIVE' : `${promises.join(' ').padEnd(14)}${killer.trial}`
  return `  ${mutant.padEnd(nameWidth + 6)}  ${fate}`
}
