/** Workflows, ours and the example's: pinned, with few permissions, one at a time. */
import { describe, expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { inputNames } from '../../src/action/input-names.ts'
import { outputNames } from '../../src/action/output-names.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<
    Record<string, { 'timeout-minutes'?: number; permissions?: Record<string, string>; steps: Step[] }>
  >
}

const ours = globSync('.github/workflows/*.yml').sort()
const all = [...ours, ...globSync('examples/workflows/*.yml').sort()]

function read(path: string): Workflow {
  const document = parseDocument(readFileSync(path, 'utf8'))
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]?.message ?? ''}`)
  return document.toJS() as Workflow
}

const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(job => job.steps)
/** The example's own action has no owner yet. */
const placeholder = 'OWNER/bedrock-batch-action@v1'

describe('workflows', () => {
  it('are all here', () => {
    expect(ours.map(path => path.split('/').at(-1))).toEqual([
      'dist.yml',
      'example.yml',
      'real-server.yml',
      'release.yml',
      'test.yml'
    ])
    expect(all).toContain('examples/workflows/batch.yml')
  })

  it.each(all)('%s pins every action to a commit and names its version', path => {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter(line => /^\s*(- )?uses:/.test(line))

    const loose = lines.filter(
      line => !/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*)$/.test(line) && !line.endsWith(placeholder)
    )

    expect(lines.length + Number(path.includes('real'))).toBeGreaterThan(0)
    expect(loose).toEqual([])
  })

  it.each(all)('%s begins with the fewest permissions', path => {
    const { permissions } = read(path)

    expect(permissions).toBeDefined()
    expect(Object.values(permissions ?? {}).every(level => level === 'read')).toBe(true)
  })

  it.each(all)('%s gives a job the right to write only where it says what for', path => {
    const writing = Object.entries(read(path).jobs).filter(([, job]) =>
      Object.values(job.permissions ?? {}).includes('write')
    )

    expect(writing.map(([name]) => name)).toEqual(
      path.endsWith('release.yml') ? ['major-tag'] : path.startsWith('examples/') ? ['batch'] : []
    )
  })

  it.each(all)('%s runs one at a time and ends', path => {
    const { concurrency, jobs } = read(path)

    expect(concurrency?.['group']).toEqual(expect.any(String))
    expect(Object.values(jobs).every(job => (job['timeout-minutes'] ?? 0) > 0)).toBe(true)
  })

  it.each(all)('%s puts no expression into a script', path => {
    const scripts = stepsOf(read(path)).flatMap(step => step.run ?? [])

    expect(scripts.filter(script => script.includes('${{'))).toEqual([])
  })

  it.each(ours)('%s leaves no token behind in the checkout', path => {
    const checkouts = stepsOf(read(path)).filter(step => step.uses?.startsWith('actions/checkout@'))

    expect(checkouts.length).toBeGreaterThan(0)
    expect(checkouts.every(step => step.with?.['persist-credentials'] === false)).toBe(true)
  })

  it.each(all)('%s gives this action only inputs that it has', path => {
    const given = stepsOf(read(path))
      .filter(step => step.uses === './' || step.uses === placeholder)
      .flatMap(step => Object.keys(step.with ?? {}))

    expect(given.filter(name => !inputNames.some(known => known === name))).toEqual([])
  })

  it('read only outputs that there are', () => {
    const named = [...readFileSync('.github/workflows/example.yml', 'utf8').matchAll(/outputs\.([\w-]+)/g)].map(
      match => match[1] ?? ''
    )

    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(name => !outputNames.some(known => known === name))).toEqual([])
  })
})

describe('examples/workflows/batch.yml', () => {
  it('submits on push, collects on schedule, and is never cut off by the next run', () => {
    const { on, concurrency } = read('examples/workflows/batch.yml')

    expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    expect(concurrency?.['cancel-in-progress']).toBe(false)
  })
})
