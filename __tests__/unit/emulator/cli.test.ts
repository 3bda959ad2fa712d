import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

async function run(
  words: readonly string[],
  whenReady?: (out: string, kill: (signal: NodeJS.Signals) => void) => Promise<void>
): Promise<Ended> {
  const child = spawn(process.execPath, ['src/emulator/cli.ts', ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
    if (!out.includes('export GITHUB_TOKEN') || !whenReady) return
    const ready = whenReady
    whenReady = undefined
    void ready(out, signal => child.kill(signal))
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

describe('npm run emulator', () => {
  it('says that it simulates, prints the environment, serves, and ends on SIGTERM', async () => {
    let books: unknown

    const { code, out } = await run(['--port', '0', '--region=eu-west-1'], async (printed, kill) => {
      const url = /AWS_ENDPOINT_URL='([^']+)'/.exec(printed)?.[1] ?? ''
      books = await (await fetch(`${url}/_emulator/books`)).json()
      kill('SIGTERM')
    })

    expect(code).toBe(0)
    expect(out).toMatch(/^# .*\n# This is an emulator: answers are simulated, nothing is charged/)
    expect(out).toContain("export AWS_REGION='eu-west-1'\n")
    expect(books).toMatchObject({ requests: [], charged: { usd: 0 } })
  })

  it('ends with 2 for a mistake on the command line', async () => {
    const { code, err } = await run(['--prot', '1'])

    expect([code, err]).toEqual([
      2,
      'emulator: unknown flag --prot (did you mean --port?)\nnpm run emulator -- --help lists the flags.\n'
    ])
  })

  it('ends with 0 for help', async () => {
    const { code, out } = await run(['--help'])

    expect(code).toBe(0)
    expect(out).toContain('--truth KEY=VALUE')
  })
})
