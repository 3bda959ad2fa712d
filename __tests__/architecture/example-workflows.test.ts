/** The example workflows do what docs/resume.md says of them, and the roles in docs/permissions.md fit: who collects cannot spend. */
import { describe, expect, it } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, parseDocument } from 'yaml'
import { readInputs } from '../../src/action/inputs.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Choice {
  readonly type: string
  readonly options: readonly string[]
  readonly default: string
}

interface Workflow {
  readonly on: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, Choice>> } | null>>
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<
    Record<string, { permissions: Readonly<Record<string, string>>; environment?: string; steps: readonly Step[] }>
  >
}

const paths = globSync('examples/workflows/*.yml').sort()
const named = (name: string): Workflow => read(`examples/workflows/${name}.yml`)
const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> }
const permissions = readFileSync('docs/permissions.md', 'utf8')

function read(path: string): Workflow {
  const document = parseDocument(readFileSync(path, 'utf8'), { version: '1.2' })
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]?.message ?? ''}`)
  return document.toJS() as Workflow
}

/** What every step that runs this action is given. */
function given(workflow: Workflow): Readonly<Record<string, string>>[] {
  return Object.values(workflow.jobs)
    .flatMap(job => job.steps)
    .filter(step => step.uses?.includes('bedrock-batch-action@'))
    .map(step => Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)])))
}

/** As GitHub fills them in: `inputs` is empty unless a person started it. */
function filled(
  values: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>
): Record<string, string> {
  const fill = (text: string): string =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \|\| '([^']*)' \}\}/g,
      (_, name: string, other: string) => inputs[name] ?? other
    )
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value)]))
}

function problemsOf(values: Readonly<Record<string, string>>): readonly string[] {
  const env = Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  return readInputs(name => values[name] ?? '', env).problems.map(problem => problem.message)
}

/** The actions of the policies below a heading of docs/permissions.md. */
function allowed(heading: string): readonly string[] {
  const from = permissions.indexOf(`### ${heading}`)
  const end = permissions.slice(from + 4).search(/^#{2,3} /m)
  const blocks = [...permissions.slice(from, from + 4 + end).matchAll(/```json\n(.*?)```/gs)].map(
    ([, text]) => JSON.parse(text ?? '') as { Statement: { Effect: string; Action: string | string[] }[] }
  )
  return blocks
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []))
}

describe('examples/workflows', () => {
  it('hold one workflow for everything, small and large, and two that share the work', () => {
    expect(paths.map(path => path.split('/').at(-1))).toEqual([
      'batch.yml',
      'collect.yml',
      'push-and-schedule.yml',
      'submit.yml'
    ])
  })

  it.each(paths)('%s runs the action with inputs of action.yml, and every value is one that it takes', path => {
    const workflow = read(path)

    const steps = given(workflow)

    expect(steps).toHaveLength(1)
    expect(steps.flatMap(Object.keys).filter(name => !Object.hasOwn(action.inputs, name))).toEqual([])
    expect(steps.flatMap(values => problemsOf(filled(values, {})))).toEqual([])
  })

  it.each(paths)('%s is never cut off by the next run', path => {
    expect(read(path).concurrency).toEqual({ group: expect.any(String), 'cancel-in-progress': false })
  })

  it.each(paths.filter(path => !path.includes('collect')))(
    '%s does not drop what a person started for the next schedule',
    path => {
      expect(read(path).concurrency['group']).toContain("github.event_name == 'workflow_dispatch' && '-by-hand'")
    }
  )

  it.each(paths)(
    '%s has no permission but those of its job, which may sign in and read what earlier runs left',
    path => {
      const { permissions: outer, jobs } = read(path)

      expect(outer).toEqual({})
      expect(Object.values(jobs).map(job => job.permissions)).toEqual([
        { contents: expect.stringMatching(/^(read|write)$/), 'id-token': 'write', actions: 'read' }
      ])
    }
  )

  it.each(paths)('%s offers a person only choices that the action takes', path => {
    const workflow = read(path)
    const offered = Object.entries(workflow.on['workflow_dispatch']?.inputs ?? {})

    const refused = offered.flatMap(([name, { options }]) =>
      options.flatMap(option => given(workflow).flatMap(values => problemsOf(filled(values, { [name]: option }))))
    )

    expect(refused).toEqual([])
    expect(offered.every(([, choice]) => choice.type === 'choice' && choice.options.includes(choice.default))).toBe(
      true
    )
    // A choice that reaches no input would be offered in vain.
    const values = JSON.stringify(given(workflow))
    expect(offered.filter(([name]) => !values.includes(`inputs.${name} `))).toEqual([])
  })
})

describe('examples/workflows/push-and-schedule.yml', () => {
  it('offers every mode and every retry, and runs without a person as it would by default', () => {
    const workflow = named('push-and-schedule')
    const inputs = workflow.on['workflow_dispatch']?.inputs

    expect(Object.keys(workflow.on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    expect(inputs?.['mode']?.options).toEqual(['run', 'plan', 'try', 'submit', 'collect', 'stop'])
    expect(inputs?.['retry']?.options).toEqual(['auto', 'none', 'failed', 'stopped', 'all'])
    expect(filled(given(workflow)[0] ?? {}, {})).toMatchObject({ mode: 'run', retry: 'auto' })
  })

  it('does not let a stop wait behind the pass that it is to stop', () => {
    expect(named('push-and-schedule').concurrency['group']).toContain("inputs.mode == 'stop' && '-stop'")
  })
})

describe('examples/workflows/submit.yml and collect.yml', () => {
  const [submit, collect] = [named('submit'), named('collect')]
  const [submits, collects] = [given(submit)[0] ?? {}, given(collect)[0] ?? {}]

  it('look at the same jobs', () => {
    const places = (values: Readonly<Record<string, string>>) => [
      values['spec'],
      values['aws-region'],
      values['s3-uri']
    ]

    expect(places(submits)).toEqual(places(collects))
  })

  it('have roles and lines of their own', () => {
    expect(submits['role-to-assume']).not.toBe(collects['role-to-assume'])
    expect(submit.concurrency['group']).not.toBe(collect.concurrency['group'])
    expect(permissions).toContain(`:environment:${submit.jobs['batch']?.environment ?? 'none'}`)
    expect(collect.jobs['batch']?.environment).toBeUndefined()
  })

  it('share the work: one pays and cannot push, the other pushes and cannot pay', () => {
    expect([submits['mode'], submits['publish-via'], submit.jobs['batch']?.permissions['contents']]).toEqual([
      'submit',
      'none',
      'read'
    ])
    expect([collects['mode'], collects['service-role-arn'], collect.jobs['batch']?.permissions['contents']]).toEqual([
      'collect',
      undefined,
      'write'
    ])
    // Who collects never pays: what was refused for now is submitted by a schedule of its own.
    expect(Object.keys(submit.on)).toContain('schedule')
    expect(Object.keys(collect.on)).not.toContain('push')
  })
})

describe('The policies in docs/permissions.md', () => {
  const paying = ['bedrock:CreateModelInvocationJob', 'bedrock:InvokeModel', 'iam:PassRole']
  const changing = [...paying, 'bedrock:StopModelInvocationJob', 's3:PutObject', 's3:DeleteObject']

  it('let who submits pay and hand the service role over', () => {
    expect(allowed('`submit` and `run`')).toEqual(expect.arrayContaining(changing))
  })

  it.each([
    {
      heading: '`collect`: cannot spend',
      needs: 's3:PutObject',
      forbidden: [...paying, 's3:DeleteObject', 'bedrock:StopModelInvocationJob']
    },
    { heading: '`plan`: cannot change anything', needs: 's3:GetObject', forbidden: changing },
    {
      heading: '`stop`: cannot start anything',
      needs: 'bedrock:StopModelInvocationJob',
      forbidden: [...paying, 's3:GetObject', 's3:PutObject']
    }
  ])('give $heading what it needs and no more', ({ heading, needs, forbidden }) => {
    const actions = allowed(heading)

    expect(actions).toContain(needs)
    expect(actions).toContain('bedrock:ListModelInvocationJobs')
    expect(actions.filter(one => forbidden.includes(one) || one.includes('*') || /Create|PassRole/.test(one))).toEqual(
      []
    )
  })
})

describe('Links in docs/resume.md, docs/costs.md and examples/README.md', () => {
  it.each(['docs/resume.md', 'docs/costs.md', 'examples/README.md'])(
    '%s leads to files and headings that are there',
    from => {
      const links = [...readFileSync(from, 'utf8').matchAll(/\]\((?!https:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]

      const broken = links.filter(([, path = '', heading]) => {
        const file = path === '' ? from : join(dirname(from), path)
        return !existsSync(file) || (heading !== undefined && !headingsOf(file).includes(heading))
      })

      expect(links.length).toBeGreaterThan(0)
      expect(broken.map(([link]) => link)).toEqual([])
    }
  )
})

/** As GitHub names them. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(match =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )
}
