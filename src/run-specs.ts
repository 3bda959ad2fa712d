/** From inputs to one pass per spec. A spec that cannot be run does not keep the others from running. */
import { tmpdir } from 'node:os'
import { annotations } from './action/annotations.ts'
import { readInputs } from './action/inputs.ts'
import type { Inputs } from './action/inputs.ts'
import { settle } from './action/settle.ts'
import type { Settled } from './action/settle.ts'
import { whatMayHappen } from './action/trust.ts'
import type { Permission } from './action/trust.ts'
import { connectAws } from './connect-aws.ts'
import type { AwsConnections } from './connect-aws.ts'
import { connectGithub } from './connect-github.ts'
import type { GithubConnections } from './connect-github.ts'
import type { GithubContext } from './github/context.ts'
import { isStillHead } from './github/head.ts'
import type { GithubLog } from './github/log.ts'
import { createPublisher } from './github/publisher.ts'
import { whoCollects } from './github/schedule.ts'
import { systemClock } from './node/clock.ts'
import { openScratch } from './node/scratch.ts'
import { openWorkspace } from './node/workspace.ts'
import type { Outside, PassRequest } from './pipeline/context.ts'
import { failedReport } from './pipeline/failed-report.ts'
import { pass } from './pipeline/pass.ts'
import type { Report } from './pipeline/report.ts'
import type { Log, Workspace } from './ports.ts'
import { Failure, ProblemsFound } from './problems.ts'
import type { Problem } from './problems.ts'
import { checkSpecs } from './spec/check-specs.ts'
import { decodeSpecBytes } from './spec/decode.ts'
import { sideFiles } from './spec/side-files.ts'
import type { PlaceOf, Spec } from './spec/spec.ts'
import { groupedLog, Turns } from './turns.ts'

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly context: GithubContext
  readonly log: GithubLog
  readonly getInput: (name: string) => string
  readonly signal: AbortSignal
}

interface SpecFile {
  readonly path: string
  readonly spec: Spec
  readonly placeOf: PlaceOf
  readonly problems: readonly Problem[]
}

/** Throws Failure or ProblemsFound where no spec can be run at all. */
export async function runSpecs(around: Surroundings): Promise<Report[]> {
  const { inputs, problems } = readInputs(around.getInput, around.env)
  if (problems.some(one => one.severity === 'error')) throw new ProblemsFound(problems)
  for (const one of annotations(problems).shown) around.log.annotate(one)
  if (inputs.githubToken !== undefined) around.log.mask(inputs.githubToken)
  const permission = await permissionFor(around, inputs)
  const workspace = await openWorkspace(around.context.workspace ?? process.cwd())
  const files = await readSpecs(workspace, inputs)
  const aws = connectAws(inputs, around)
  const github = connectGithub(inputs, around)
  const turns = files.length > 1 ? new Turns(systemClock) : undefined
  const running: Running = { around, inputs, permission, workspace, aws, github, turns }
  const ended = await Promise.allSettled(files.map((file, number) => reportOn(running, file, number)))
  return ended.flatMap(one => {
    if (one.status === 'rejected') throw one.reason
    return one.value ?? []
  })
}

/** Undefined for a spec that had not begun when the workflow run was cancelled. */
async function reportOn(running: Running, file: SpecFile | Report, number: number): Promise<Report | undefined> {
  if (isReport(file)) return file
  const run = async (): Promise<Report | undefined> =>
    running.around.signal.aborted && number > 0 ? undefined : runSpec(running, file)
  return running.turns === undefined ? run() : running.turns.work(run)
}

function isReport(file: SpecFile | Report): file is Report {
  return 'status' in file
}

async function permissionFor({ context, log }: Surroundings, inputs: Inputs): Promise<Permission> {
  const permission = whatMayHappen(context, inputs.allowEvents, inputs.mode)
  if (permission instanceof Failure) throw permission
  if (permission.notice !== undefined) log.warning(permission.notice)
  if (!permission.onlyIfHead || (await isStillHead(context, inputs.githubToken, systemClock))) return permission
  log.warning('This is a re-run of an older commit: it collects, and submits nothing. Run the newest commit to submit.')
  const notice = 'this is a re-run of an older commit, and only the newest one is submitted'
  return { ...permission, pay: false, notice }
}

async function readSpecs(workspace: Workspace, inputs: Inputs): Promise<(SpecFile | Report)[]> {
  const paths = new Set<string>()
  for (const pattern of inputs.spec) for (const path of await workspace.glob(pattern)) paths.add(path)
  if (paths.size === 0) {
    throw new Failure('bad-input', `no spec matches ${inputs.spec.join(', ')}`, {
      remedy: 'Paths are relative to the root of the repository; is it checked out before this step?'
    })
  }
  const decoded = await Promise.all([...paths].map(path => readSpec(workspace, path, inputs)))
  const across = checkSpecs(decoded.flatMap(one => (isReport(one) ? [] : [one])))
  if (across.length > 0) throw new ProblemsFound(across)
  return decoded
}

async function readSpec(workspace: Workspace, path: string, inputs: Inputs): Promise<SpecFile | Report> {
  try {
    if ((await workspace.stat(path)) === undefined) {
      throw new Failure('bad-input', `there is no spec ${path}`, {
        remedy: 'Paths are relative to the root of the repository; is it checked out before this step?'
      })
    }
    const pieces: Uint8Array[] = []
    for await (const piece of workspace.read(path)) pieces.push(piece)
    const { spec, placeOf, problems } = decodeSpecBytes(Buffer.concat(pieces), path)
    if (spec === undefined || problems.some(one => one.severity === 'error')) throw new ProblemsFound(problems)
    return { path, spec, placeOf, problems }
  } catch (error) {
    return failedReport(path, inputs.mode, error)
  }
}

interface Running {
  readonly around: Surroundings
  readonly inputs: Inputs
  readonly permission: Permission
  readonly workspace: Workspace
  readonly aws: AwsConnections
  readonly github: GithubConnections
  /** Undefined where there is one spec. */
  readonly turns: Turns | undefined
}

async function runSpec(running: Running, file: SpecFile): Promise<Report> {
  const { around, inputs, permission, workspace, aws, github, turns } = running
  const { settled, problems } = settle({ ...inputs, mode: permission.mode }, file.spec, around.env, file.placeOf)
  const found = [...file.problems, ...problems]
  if (problems.some(one => one.severity === 'error'))
    return failedReport(file.path, permission.mode, new ProblemsFound(found), file.spec)
  const log = groupedLog(around.log, `${file.spec.name} (${file.path})`)
  await using scratch = openScratch(around.env['RUNNER_TEMP'] ?? tmpdir())
  try {
    const request = await requestFor(running, file, settled)
    const outside: Outside = {
      workspace,
      scratch,
      clock: systemClock,
      log,
      publisher: publisherFor(around, inputs, request.spec, log),
      cloud:
        permission.aws && request.aws !== undefined ? aws.cloudFor(request.spec, request.aws, permission) : undefined,
      ...github,
      signal: around.signal,
      ...(turns && { turn: turns.turnOf(() => log.close()) })
    }
    const report = await pass(request, outside)
    return { ...report, problems: [...file.problems, ...report.problems] }
  } finally {
    log.close()
  }
}

async function requestFor(
  { around, inputs, permission, workspace }: Running,
  file: SpecFile,
  settled: Settled
): Promise<PassRequest> {
  const { context } = around
  const spec = withSettled(file.spec, settled)
  return {
    spec,
    specPath: file.path,
    placeOf: file.placeOf,
    mode: permission.mode,
    retry: inputs.retry,
    force: inputs.force,
    waitMs: inputs.waitMinutes * 60_000,
    tryRows: inputs.tryRows,
    mayNotPay:
      permission.pay || permission.mode === 'collect' ? undefined : (permission.notice ?? 'this pass may not pay'),
    byPerson: isByPerson(context, inputs),
    repositoryId: context.repositoryId ?? context.repository ?? 'local',
    aws: placesOf(settled),
    whoCollects:
      permission.mode === 'submit'
        ? 'a pass in mode collect or run collects them'
        : await collectorOf(around, workspace)
  }
}

/** Events that machines send, such as "a job has completed", must not send failed jobs again: each would bring the next event. */
function isByPerson({ onGithub, eventName = '' }: GithubContext, { allowEvents }: Inputs): boolean {
  return !onGithub || eventName === 'push' || eventName === 'workflow_dispatch' || allowEvents.includes(eventName)
}

function withSettled(spec: Spec, settled: Settled): Spec {
  const { maxCostUsd, maxRecords, publishVia } = settled
  const limits = {
    ...spec.limits,
    ...(maxCostUsd !== undefined && { maxCostUsd }),
    ...(maxRecords !== undefined && { maxRecords })
  }
  return { ...spec, limits, publish: { ...spec.publish, via: publishVia } }
}

function placesOf({ region, s3Uri, outputS3Uri, serviceRoleArn }: Settled): PassRequest['aws'] {
  if (region === undefined || s3Uri === undefined) return undefined
  return {
    region,
    s3Uri,
    ...(outputS3Uri !== undefined && { outputS3Uri }),
    ...(serviceRoleArn !== undefined && { serviceRoleArn })
  }
}

async function collectorOf({ context }: Surroundings, workspace: Workspace): Promise<string> {
  const { workflowPath, onGithub, branch, defaultBranch } = context
  const workflow =
    workflowPath === undefined ? undefined : await workspace.readText(workflowPath, 1 << 20).catch(() => undefined)
  return whoCollects({ workflow, now: systemClock.now(), onGithub, branch, defaultBranch })
}

function publisherFor({ env, context }: Surroundings, inputs: Inputs, spec: Spec, log: Log): Outside['publisher'] {
  const side = sideFiles(spec)
  return createPublisher({
    specName: spec.name,
    publish: spec.publish,
    workspace: context.workspace ?? process.cwd(),
    env,
    context,
    token: inputs.githubToken,
    paths: [...spec.outputs.map(output => output.path), side.lock, side.manifest, side.errors],
    clock: systemClock,
    log
  })
}
