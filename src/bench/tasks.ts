/** What is measured in a process of its own, by name. Each loads what it needs, then gives what is to be measured. */
import { join } from 'node:path'
import { measure, type Run } from './measure.ts'

/** What it gives back, if anything, is printed as its last line. */
type Task = (words: readonly string[]) => Promise<() => Promise<unknown>>

export const tasks = {
  ask: async words => (await import('./ask-on-demand.ts')).askOnDemand(words),
  'load-pictures': async words => (await import('./load-pictures.ts')).loadPictures(words),
  'read-table': async words => (await import('./read-table.ts')).readTable(words),
  'write-table': async words => (await import('./write-table.ts')).writeTable(words),
  'write-files': async words => (await import('./write-files.ts')).writeFiles(words)
} as const satisfies Readonly<Record<string, Task>>

/** `env`: beside PATH. */
export type RunTask = (
  task: keyof typeof tasks,
  words: readonly (string | number)[],
  folder: string,
  env?: Readonly<Record<string, string>>
) => Promise<Run>

export const runTask: RunTask = (task, words, folder, env = {}) =>
  measure({
    args: [join(import.meta.dirname, 'child.mjs'), task, ...words.map(String)],
    folder,
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...env }
  })

/** What the task gave back. */
export function toldBy({ said }: Run): unknown {
  const line = said.findLast(one => one.line.startsWith('{'))?.line
  if (line === undefined) throw new Error('the task told nothing')
  return JSON.parse(line)
}
