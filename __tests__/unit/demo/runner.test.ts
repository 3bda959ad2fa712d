import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStep } from '../../../src/demo/runner.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-runner-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const action = 'inputs: {mode: {default: run}, github-token: {default: "${{ github.token }}"}, spec: {required: true}}'

async function run(source: string) {
  const cancel = new AbortController()
  const program = join(folder, 'program.mjs')
  writeFileSync(program, `import { appendFileSync } from 'node:fs'\n${source}`)
  const lines: string[] = []
  const result = await runStep({
    program,
    action,
    checkout: folder,
    folder: join(folder, 'step'),
    inputs: { spec: 'a.yml' },
    environment: { GITHUB_TOKEN: 'ghs_x' },
    event: { repository: { id: 7 } },
    onLine(line) {
      lines.push(line)
      if (line === 'cancel me') cancel.abort(new Error('cancelled'))
    },
    signal: cancel.signal
  })
  return { ...result, lines }
}

describe('runStep', () => {
  it("gives inputs, with action.yml's defaults, and reads outputs, state and summary", async () => {
    const { code, outputs, summary, lines } = await run(`
      const { env } = process
      if (env.STATE_isPost === 'true') console.log('post')
      else {
        console.log([env.INPUT_SPEC, env.INPUT_MODE, env['INPUT_GITHUB-TOKEN']].join(' '))
        appendFileSync(env.GITHUB_OUTPUT, 'files<<D\\na\\nb\\nD\\nempty<<D\\n\\nD\\n')
        appendFileSync(env.GITHUB_STATE, 'isPost<<D\\ntrue\\nD\\n')
        appendFileSync(env.GITHUB_STEP_SUMMARY, '### done')
      }`)

    expect({ code, outputs, summary, lines }).toEqual({
      code: 0,
      outputs: { files: 'a\nb', empty: '' },
      summary: '### done',
      lines: ['a.yml run ghs_x', 'post']
    })
  })

  it("keeps the developer's own credentials out", async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'private'
    try {
      const { lines } = await run(`console.log(process.env.AWS_SECRET_ACCESS_KEY ?? 'none')`)

      expect(lines).toEqual(['none', 'none'])
    } finally {
      delete process.env['AWS_SECRET_ACCESS_KEY']
    }
  })

  it('tells the exit code', async () => {
    const { code } = await run(
      `if (!process.env.STATE_again) { appendFileSync(process.env.GITHUB_STATE, 'again<<D\\n1\\nD\\n'); process.exitCode = 3 }`
    )

    expect(code).toBe(3)
  })

  it('ends the program when it is cancelled, and begins no other', async () => {
    await expect(run(`console.log('cancel me'); setTimeout(() => {}, 60_000)`)).rejects.toThrow('cancelled')
  })
})
