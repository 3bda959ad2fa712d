/** The README says what action.yml says, and its examples work as they stand. */
import { describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readInputs } from '../../src/action/inputs.ts'
import { decodeSpec } from '../../src/spec/decode.ts'
import { readAction, readmeWithTables } from '../support/action-reference.ts'

const readme = () => readFileSync('README.md', 'utf8')
const blocks = (language: string) =>
  [...readme().matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(match => match[1] ?? '')

interface Workflow {
  concurrency: Record<string, unknown>
  on: Record<string, unknown>
  jobs: { batch: { permissions: Record<string, string>; steps: { uses: string; with?: Record<string, string> }[] } }
}

describe('README.md', () => {
  it('has the inputs and outputs of action.yml', async () => {
    const made = await readmeWithTables(readme(), readAction())
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync('README.md', made)

    expect(readme()).toBe(made)
  })

  it('is short', () => {
    expect(readme().trimEnd().split('\n').length).toBeLessThan(250)
  })

  it('tells the commands that run the demo and the tests', () => {
    expect(blocks('console').map(block => block.trim())).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  })

  it('has a spec that decodes without a word', () => {
    const [spec = ''] = blocks('yaml')

    expect(decodeSpec({ text: spec, file: 'batch.yml' }).problems).toEqual([])
  })

  it('has a workflow that submits and collects, one pass at a time, with the fewest permissions', () => {
    const workflow = parse(blocks('yaml')[1] ?? '') as Workflow

    const { batch } = workflow.jobs
    expect(Object.keys(workflow.on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    expect(workflow.concurrency['cancel-in-progress']).toBe(false)
    expect(batch.permissions).toEqual({ contents: 'write', 'id-token': 'write', actions: 'read' })
  })

  it('gives the action inputs that it takes', () => {
    const workflow = parse(blocks('yaml')[1] ?? '') as Workflow
    const given = workflow.jobs.batch.steps[1]?.with ?? {}

    const { problems } = readInputs(
      name => given[name] ?? '',
      Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
    )

    expect(Object.keys(given)).toHaveLength(5)
    expect(problems).toEqual([])
  })

  it('has policies that are JSON', () => {
    const policies = blocks('json').map(block => JSON.parse(block) as { Version: string; Statement: object })

    expect(policies.length).toBeGreaterThanOrEqual(3)
    expect(
      policies.every(({ Version, Statement }) => Version === '2012-10-17' && 'Effect' in [Statement].flat()[0]!)
    ).toBe(true)
  })

  it('links to files and headings that are there', () => {
    const links = [...readme().matchAll(/\]\((?!https:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]

    const broken = links.filter(([, path = '', heading]) => {
      if (!existsSync(path)) return true
      return heading !== undefined && !headingsOf(path).includes(heading)
    })

    expect(links.length).toBeGreaterThan(10)
    expect(broken.map(([link]) => link)).toEqual([])
  })
})

/** As GitHub names them. */
function headingsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(match =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )
}
