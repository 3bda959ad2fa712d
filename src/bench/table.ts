/** Figures as text: what was measured in the rows, sizes and ratios in the columns. */
import type { Run } from './measure.ts'

/** One way of doing the work, done for few and for many items. */
export interface Way {
  readonly name: string
  readonly few: Run
  readonly many: Run
  /** Where only a part of the run is the work itself. */
  readonly work?: Pick<Run, 'seconds' | 'cpuSeconds'>
  /** Of the larger run, where they are not those of the others. */
  readonly items?: number
  readonly bytes?: number
}

export interface Work {
  /** What is counted; default rows. */
  readonly of?: string
  /** Items of the larger run, and their bytes. */
  readonly items: number
  readonly bytes: number
  readonly fewItems: number
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** `baseline` is the way that the others are compared with. */
export function workTable(work: Work, ways: readonly Way[], baseline: Way): string {
  const head = [
    '',
    'time',
    `${work.of ?? 'rows'}/s`,
    'MB/s',
    'CPU',
    `RSS, ${grouped(work.fewItems)}`,
    `RSS, ${grouped(work.items)}`,
    `speed, ${baseline.name} = 1`
  ]
  return table(
    head,
    ways.map(way => [
      way.name,
      `${secondsOf(way).toFixed(1)} s`,
      perSecond((way.items ?? work.items) / secondsOf(way)),
      perSecond((way.bytes ?? work.bytes) / 1e6 / secondsOf(way)),
      `${(way.work ?? way.many).cpuSeconds.toFixed(1)} s`,
      `${Math.round(way.few.peakRssMb)} MB`,
      `${Math.round(way.many.peakRssMb)} MB`,
      (rateOf(way, work) / rateOf(baseline, work)).toFixed(2)
    ])
  )
}

function perSecond(rate: number): string {
  return rate < 10 && !Number.isInteger(rate) ? rate.toFixed(1) : grouped(Math.round(rate))
}

function rateOf(way: Way, work: Work): number {
  return (way.items ?? work.items) / secondsOf(way)
}

function secondsOf(way: Way): number {
  return (way.work ?? way.many).seconds
}

export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The upper one of two in the middle; 0 of nothing. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

export function verdict(target: string, isMet: boolean, found: string): string {
  return `${isMet ? 'met   ' : 'MISSED'}  ${target}: ${found}`
}

/** Both of a program that has to be as fast as the script by hand and small at any size. */
export function workVerdicts(ours: Way, byHand: Way): string[] {
  const ratio = secondsOf(byHand) / secondsOf(ours)
  const { many } = ours
  return [
    verdict('no slower than by hand', ratio >= 1, `${ratio.toFixed(2)} times its speed`),
    verdict('at most 256 MB', many.peakRssMb <= 256, `${Math.round(many.peakRssMb)} MB`),
    flat([ours])
  ]
}

const mostGrowth = 1.5

/** `more`: what the larger run has more of. Of several ways the one that grows most is told. */
export function flat(ways: readonly Way[], more = 'ten times the rows'): string {
  const growths = ways.map(({ name, few, many }) => ({ name, times: many.peakRssMb / few.peakRssMb }))
  const most = growths.toSorted((a, b) => b.times - a.times)[0] ?? { name: '', times: 1 }
  const found = `${most.times.toFixed(2)} times${ways.length > 1 ? `, ${most.name}` : ''}`
  return verdict(`memory flat (at most ${mostGrowth} times for ${more})`, most.times <= mostGrowth, found)
}
