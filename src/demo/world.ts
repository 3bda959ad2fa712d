/** Everything that the three acts share: the folder, the repository, the emulated cloud and the way to run a pass. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmulator } from '../emulator/emulator.ts'
import type { Emulator } from '../emulator/emulator.ts'
import { chooseProgram } from './bundle.ts'
import type { Program } from './bundle.ts'
import { specsOf } from './examples.ts'
import { begin, demoFolder, tidy } from './folder.ts'
import type { DemoFolder } from './folder.ts'
import { watchJobs } from './job-watch.ts'
import { Repository } from './repository.ts'
import { runStep } from './runner.ts'
import type { StepResult } from './runner.ts'
import type { Screen } from './screen.ts'
import { Unexpected } from './unexpected.ts'

export interface World extends AsyncDisposable {
  readonly screen: Screen
  readonly folder: DemoFolder
  readonly repository: Repository
  readonly emulator: Emulator
  readonly program: Program
  /** One workflow run on the checkout as it stands. Throws Unexpected unless the action ends with exit code 0. */
  pass(name: string, inputs?: Readonly<Record<string, string>>): Promise<Pass>
}

export interface Pass extends StepResult {
  /** What this spec's part of the output `results` says. */
  readonly rows: Readonly<Record<string, number>>
  /** Requests to AWS (not to GitHub) that this pass made. */
  readonly awsRequests: number
}

const account = '123456789012'
const region = 'us-east-1'
const bucket = 'bedrock-batch-demo'

/** What the workflow in examples/workflows/batch.yml says under `with:`. */
const inputs = {
  'aws-region': region,
  'role-to-assume': `arn:aws:iam::${account}:role/bedrock-batch-caller`,
  'service-role-arn': `arn:aws:iam::${account}:role/bedrock-batch-service`,
  's3-uri': `s3://${bucket}/countries`,
  'wait-minutes': '2'
}

/** Milliseconds in each status: long enough to be seen. On AWS the whole takes minutes to hours. */
const schedule = { Submitted: 500, Validating: 600, Scheduled: 600, InProgress: 3800 }

/** Around one of the examples, as a repository of its own. */
export async function openWorld(project: string, example: string, screen: Screen, signal: AbortSignal): Promise<World> {
  const folder = demoFolder(join(project, 'demo'))
  begin(folder)
  const repository = new Repository(folder)
  repository.create(join(project, 'examples', example), join(project, 'examples', 'workflows', 'batch.yml'))
  // Whatever way of publishing an example has chosen: here all is committed, so that it can be looked at.
  const spec = { spec: specsOf(project, example).join('\n'), 'publish-via': 'commit' }
  const github = { repository: `octo/${example}`, remote: folder.remote, sha: repository.head() }
  const program = chooseProgram(project)
  const action = readFileSync(join(project, 'action.yml'), 'utf8')
  const emulator = await startEmulator({ account, region, schedule, github, folder: folder.cloud, buckets: [bucket] })
  let runId = emulator.github.project.options.runId
  return {
    ...{ screen, folder, repository, emulator, program },
    async pass(passName, more = {}) {
      const before = countAws(emulator)
      runId++
      const result = await watched(emulator, screen, () =>
        runStep({
          program: program.path,
          action,
          checkout: folder.checkout,
          folder: join(folder.runner, String(runId)),
          inputs: { ...inputs, ...spec, ...more },
          // No keys: credentials come by OIDC, as they would on GitHub.
          environment: { ...emulator.environment({ keys: false, runId }), GITHUB_SHA: repository.head() },
          event: { repository: { id: emulator.github.project.options.repositoryId, default_branch: 'main' } },
          onLine: line => screen.quote(line),
          signal
        })
      )
      emulator.github.project.endRun(runId, result.code === 0 ? 'success' : 'failure')
      writeFileSync(folder.log(passName), result.log)
      signal.throwIfAborted()
      if (result.code !== 0)
        throw new Unexpected(`the action ended with exit code ${result.code}; its log is ${folder.log(passName)}`)
      return { ...result, rows: rowsOf(result), awsRequests: countAws(emulator) - before }
    },
    async [Symbol.asyncDispose]() {
      await emulator.close()
      tidy(folder)
    }
  }
}

async function watched<T>(emulator: Emulator, screen: Screen, act: () => Promise<T>): Promise<T> {
  const stopWatching = watchJobs(emulator, screen)
  try {
    return await act()
  } finally {
    stopWatching()
  }
}

/** Minting an ID token and everything else at GitHub is not counted. */
function countAws({ books }: Emulator): number {
  return books.requests.filter(request => ['bedrock', 'bedrock-runtime', 's3', 'sts'].includes(request.service)).length
}

function rowsOf({ outputs }: StepResult): Record<string, number> {
  const [first] = JSON.parse(outputs['results'] ?? '[]') as { rows: Record<string, number> }[]
  return first?.rows ?? {}
}
