/** Runs one program to its end and measures it from outside: time, CPU, memory, and when it said what. */
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

export interface Run {
  /** From its first sign that it is ready, or else from its start, to its end. */
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakRssMb: number
  /** What it printed, and after how much time and CPU, like the two above. */
  readonly said: readonly Said[]
}

interface Said {
  readonly line: string
  readonly seconds: number
  readonly cpuSeconds: number
}

export interface Program {
  /** Arguments of node. */
  readonly args: readonly string[]
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** A program that prints this line has loaded its packages and begins: what comes before is not held against it. */
const ready = 'ready'

/**
 * Runs in the program: notes every line with its time, and at the end what the whole has taken. On Linux maxRSS holds
 * what the parent had when it started the program; VmHWM is the program's own.
 */
const watch = `
import { readFileSync, writeSync } from 'node:fs'
const said = []
const note = line => {
  const { user, system } = process.cpuUsage()
  said.push({ line, seconds: performance.now() / 1000, cpuSeconds: (user + system) / 1e6 })
}
const write = process.stdout.write
process.stdout.write = function (text, ...rest) {
  for (const line of String(text).trimEnd().split('\\n')) note(line)
  return write.call(this, text, ...rest)
}
const peakKb = () => {
  try {
    return Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
process.on('exit', () => {
  note('')
  writeSync(3, JSON.stringify({ said, peakRssMb: (peakKb() * 1024) / 1e6 }))
})`

/** As a module in a URL, so that the program is not another one for being measured. */
const probe = `--import=data:text/javascript,${encodeURIComponent(watch)}`

interface Account {
  readonly said: readonly Said[]
  readonly peakRssMb: number
}

/** Throws when the program fails. */
export async function measure({ args, folder, env }: Program): Promise<Run> {
  const child = spawn(process.execPath, [probe, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe']
  })
  const [, output, errors, account] = child.stdio
  const [log, faults, told, code] = await Promise.all([
    ...[output, errors, account].map(stream => text(stream as Readable)),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  ])
  if (code !== 0)
    throw new Error(`node ${args.join(' ')} ended with ${String(code)}:\n${String(log)}\n${String(faults)}`)
  const { said, peakRssMb } = JSON.parse(String(told)) as Account
  const from = said.find(({ line }) => line === ready) ?? { seconds: 0, cpuSeconds: 0 }
  const since = said.map(one => ({
    line: one.line,
    seconds: one.seconds - from.seconds,
    cpuSeconds: one.cpuSeconds - from.cpuSeconds
  }))
  return { seconds: 0, cpuSeconds: 0, ...since.at(-1), peakRssMb, said: since }
}
