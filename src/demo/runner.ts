/** Runs the action as a GitHub runner does: a process of its own, inputs and context in the environment, results in files. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'yaml'
import { plainGit } from './repository.ts'
import { RunnerLog } from './runner-log.ts'
import { Unexpected } from './unexpected.ts'

export interface Step {
  /** The program that action.yml names. */
  readonly program: string
  /** The text of action.yml, for the defaults that the runner fills in. */
  readonly action: string
  readonly checkout: string
  /** Empty; for this step alone. */
  readonly folder: string
  readonly inputs: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  readonly event: unknown
  readonly onLine: (line: string) => void
  readonly signal: AbortSignal
}

export interface StepResult {
  readonly code: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** As shown. */
  readonly log: string
}

const mostMs = 90_000

/** The main step, then the post step. */
export async function runStep(step: Step): Promise<StepResult> {
  mkdirSync(step.folder, { recursive: true })
  const files = Object.fromEntries(
    ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'].map(name => [
      `GITHUB_${name}`,
      join(step.folder, name.toLowerCase())
    ])
  )
  for (const file of Object.values(files)) writeFileSync(file, '')
  const eventPath = join(step.folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(step.event))
  const env = {
    ...hostEnvironment(),
    ...plainGit,
    HOME: step.folder,
    RUNNER_TEMP: step.folder,
    ...step.environment,
    ...files,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: step.checkout,
    ...inputVariables(step)
  }
  const lines: string[] = []
  const log = new RunnerLog()
  const onLine = (line: string): void => {
    const shown = log.show(line)
    if (shown === undefined || shown === '') return
    lines.push(shown)
    if (!log.isFolded) step.onLine(shown)
  }
  const code = await runProgram(step, env, onLine)
  step.signal.throwIfAborted()
  const state = Object.fromEntries(
    Object.entries(readRunnerFile(files['GITHUB_STATE'] ?? '')).map(([name, value]) => [`STATE_${name}`, value])
  )
  const post = await runProgram(step, { ...env, ...state }, onLine)
  if (post !== 0) throw new Unexpected(`the post step ended with exit code ${post}`)
  return {
    code,
    outputs: readRunnerFile(files['GITHUB_OUTPUT'] ?? ''),
    summary: readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8'),
    log: lines.join('\n') + '\n'
  }
}

/** Of this machine the action sees what it needs to start programs, and none of its credentials. */
function hostEnvironment(): Record<string, string> {
  const wanted = ['PATH', 'LANG', 'TZ', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']
  return Object.fromEntries(
    wanted.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  )
}

function inputVariables({ action, inputs, environment }: Step): Record<string, string> {
  const described = (parse(action) as { inputs: Record<string, { default?: string }> }).inputs
  const given = Object.entries(described).map(([name, { default: standard = '' }]) => {
    const value = inputs[name] ?? standard.replace('${{ github.token }}', environment['GITHUB_TOKEN'] ?? '')
    return [`INPUT_${name.toUpperCase()}`, value]
  })
  return Object.fromEntries(given) as Record<string, string>
}

async function runProgram(
  step: Step,
  env: Readonly<Record<string, string>>,
  onLine: (line: string) => void
): Promise<number | null> {
  const child = spawn(process.execPath, [step.program], { cwd: step.checkout, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = (): void => {
    kill(child)
  }
  step.signal.addEventListener('abort', end)
  const timer = setTimeout(end, mostMs)
  try {
    const read = [child.stdout, child.stderr].map(async stream => {
      for await (const line of createInterface({ input: stream })) onLine(line)
    })
    const [code] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (...how) => resolve(how))
    })
    await Promise.all(read)
    return code
  } finally {
    clearTimeout(timer)
    step.signal.removeEventListener('abort', end)
  }
}

/** As GitHub cancels: politely, then not. */
function kill(child: ChildProcess): void {
  child.kill('SIGINT')
  setTimeout(() => child.kill('SIGKILL'), 3000).unref()
}

/** `name<<delimiter`, lines, `delimiter`. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
function readRunnerFile(path: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const match of readFileSync(path, 'utf8').matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n?^\2$/gm))
    values[match[1] ?? ''] = match[3] ?? ''
  return values
}
