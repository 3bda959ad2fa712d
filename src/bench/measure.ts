/** Runs one program to its end and measures it from outside: time, CPU, memory, and when it said what. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

export interface Run {
  /** From its first sign that it is ready, or else from its start, to its end. */
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakRssMb: number
  /** What it printed, and when, in seconds like `seconds`. */
  readonly said: readonly { readonly at: number; readonly line: string }[]
}

export interface Program {
  /** Arguments of node. */
  readonly args: readonly string[]
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** A program that prints this line has loaded its packages and begins: what comes before is not held against it. */
const ready = 'ready'

/** As a module in a URL, so that the program is not another one for being measured. */
const probe = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))"
)}`

/** Throws when the program fails. */
export async function measure({ args, folder, env }: Program): Promise<Run> {
  let from = performance.now()
  const child = spawn(process.execPath, [`--import=${probe}`, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const heard: { line: string; at: number }[] = []
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === ready) from = performance.now()
    else heard.push({ line, at: performance.now() })
  })
  const [errors, usage, [code, ended]] = await Promise.all([
    text(child.stderr),
    text(child.stdio[3] as Readable),
    new Promise<[number | null, number]>((resolve, reject) => {
      child.on('error', reject).on('close', status => resolve([status, performance.now()]))
    })
  ])
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${heard.map(one => one.line).join('\n')}\n${errors}`)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage) as NodeJS.ResourceUsage
  return {
    seconds: (ended - from) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakRssMb: (maxRSS * 1024) / 1e6,
    said: heard.map(({ line, at }) => ({ line, at: (at - from) / 1000 }))
  }
}
