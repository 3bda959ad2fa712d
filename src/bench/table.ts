/** Figures as text: what was measured in the rows, sizes and ratios in the columns. */
import type { Run } from './measure.ts'

/** One way of doing the work, done for few and for many items. */
export interface Way {
  readonly name: string
  readonly few: Run
  readonly many: Run
  /** Where only a part of the run is the work itself. */
  readonly work?: Pick<Run, 'seconds' | 'cpuSeconds'>
}

export interface Work {
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
    'rows/s',
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
      grouped(Math.round(work.items / secondsOf(way))),
      String(Math.round(work.bytes / 1e6 / secondsOf(way))),
      `${(way.work ?? way.many).cpuSeconds.toFixed(1)} s`,
      `${Math.round(way.few.peakRssMb)} MB`,
      `${Math.round(way.many.peakRssMb)} MB`,
      (secondsOf(baseline) / secondsOf(way)).toFixed(2)
    ])
  )
}

function secondsOf(way: Way): number {
  return (way.work ?? way.many).seconds
}

export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function verdict(target: string, isMet: boolean, found: string): string {
  return `${isMet ? 'met   ' : 'MISSED'}  ${target}: ${found}`
}

/** Both of a program that has to be as fast as the script by hand and small at any size. */
export function workVerdicts(ours: Way, byHand: Way): string[] {
  const ratio = secondsOf(byHand) / secondsOf(ours)
  const { few, many } = ours
  const growth = many.peakRssMb / few.peakRssMb
  return [
    verdict('no slower than by hand', ratio >= 1, `${ratio.toFixed(2)} times its speed`),
    verdict('at most 256 MB', many.peakRssMb <= 256, `${Math.round(many.peakRssMb)} MB`),
    verdict('memory flat (at most 1.5 times for ten times the rows)', growth <= 1.5, `${growth.toFixed(2)} times`)
  ]
}
