/** What is measured in a process of its own, by name. Each loads what it needs, then gives what is to be measured. */
import { join } from 'node:path'
import { measure, type Run } from './measure.ts'

/** What it gives back is printed as its last line. */
type Task = (...words: string[]) => Promise<() => Promise<object | undefined>>

export const tasks = {
  ask: async (...words) => (await import('./ask-on-demand.ts')).askOnDemand(words)
} as const satisfies Readonly<Record<string, Task>>

type TaskName = keyof typeof tasks

/** `env`: beside PATH. */
export function runTask(
  task: TaskName,
  words: readonly (string | number)[],
  folder: string,
  env: Readonly<Record<string, string>> = {}
): Promise<Run> {
  return measure({
    args: [join(import.meta.dirname, 'child.mjs'), task, ...words.map(String)],
    folder,
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...env }
  })
}

/** What the task gave back. */
export function toldBy({ said }: Run): unknown {
  const line = said.findLast(one => one.line.startsWith('{'))?.line
  if (line === undefined) throw new Error('the task told nothing')
  return JSON.parse(line)
}
