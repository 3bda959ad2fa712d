/** The one repository on the emulated GitHub: its workflow runs, branches, pull requests. State only; knows no HTTP. */
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import type { EmulatorClock } from '../exchange.ts'

export type Level = 'none' | 'read' | 'write'

export interface GithubOptions {
  /** `owner/name`. */
  readonly repository: string
  readonly repositoryId: number
  readonly ownerId: number
  readonly runId: number
  readonly runAttempt: number
  readonly workflow: string
  /** Path of the workflow's file in the repository. */
  readonly workflowPath: string
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly defaultBranch: string
  readonly actor: string
  /** The workflow's GITHUB_TOKEN. */
  readonly token: string
  /** What that token may. */
  readonly permissions: Readonly<Record<'contents' | 'pull-requests' | 'issues' | 'actions', Level>>
  /** The repository's setting "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayOpenPulls: boolean
  readonly draftPulls: boolean
  /** Branches with classic protection. */
  readonly protectedBranches: readonly string[]
  /** Rules by branch, as the API gives them: `{type: 'pull_request', ruleset_id: 1}`. */
  readonly rules: Readonly<Record<string, readonly { readonly type: string; readonly ruleset_id: number }[]>>
  readonly bypassRulesets: 'always' | 'never' | 'pull_requests_only'
  /** A bare git repository on disk that holds the branches. Without one, branches are what was told to `branches`. */
  readonly remote: string | undefined
  /** Files that GET contents gives, by path; those of `remote` come first. */
  readonly files: Readonly<Record<string, string>>
  /** Who signs the ID tokens. */
  readonly issuer: string
}

export const plainGithub: GithubOptions = {
  repository: 'octo/demo',
  repositoryId: 700_000_001,
  ownerId: 583_231,
  runId: 9_000_000_001,
  runAttempt: 1,
  workflow: 'Batch',
  workflowPath: '.github/workflows/batch.yml',
  event: 'push',
  ref: 'refs/heads/main',
  sha: '0123456789abcdef0123456789abcdef01234567',
  defaultBranch: 'main',
  actor: 'octocat',
  token: 'ghs_emulated0000000000000000000000000000',
  permissions: { contents: 'write', 'pull-requests': 'write', issues: 'write', actions: 'read' },
  actionsMayOpenPulls: true,
  draftPulls: true,
  protectedBranches: [],
  rules: {},
  bypassRulesets: 'never',
  remote: undefined,
  files: {},
  issuer: 'https://token.actions.githubusercontent.com'
}

export interface WorkflowRun {
  readonly id: number
  attempt: number
  event: string
  headBranch: string
  headSha: string
  /** Owner and name of the repository that the commit comes from: another one for a fork. */
  headRepository: string
  headRepositoryId: number
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: 'success' | 'failure' | 'cancelled' | null
  readonly createdAt: number
}

export interface Pull {
  readonly number: number
  readonly head: string
  base: string
  title: string
  body: string
  draft: boolean
  state: 'open' | 'closed'
  mergedAt: number | undefined
  readonly labels: string[]
  readonly createdAt: number
  updatedAt: number
}

export class Project {
  readonly options: GithubOptions
  readonly runs = new Map<number, WorkflowRun>()
  readonly pulls: Pull[] = []
  /** Branch → commit, where no remote holds them. */
  readonly branches = new Map<string, string>()
  private readonly clock: EmulatorClock

  constructor(options: GithubOptions, clock: EmulatorClock) {
    this.options = options
    this.clock = clock
    this.branches.set(options.defaultBranch, options.sha)
    this.startRun({ id: options.runId, attempt: options.runAttempt })
  }

  /** A run that goes on; a run that is known already starts its next attempt when that is given. */
  startRun(run: { id: number; attempt?: number; event?: string; fork?: string }): WorkflowRun {
    const { options } = this
    const started: WorkflowRun = {
      id: run.id,
      attempt: run.attempt ?? 1,
      event: run.event ?? options.event,
      headBranch: options.ref.replace(/^refs\/heads\//, ''),
      headSha: options.sha,
      headRepository: run.fork ?? options.repository,
      headRepositoryId: run.fork === undefined ? options.repositoryId : options.repositoryId + 1,
      status: 'in_progress',
      conclusion: null,
      createdAt: this.runs.get(run.id)?.createdAt ?? this.clock.now()
    }
    this.runs.set(run.id, started)
    return started
  }

  endRun(id: number, conclusion: NonNullable<WorkflowRun['conclusion']> = 'success'): void {
    const run = this.runs.get(id)
    if (!run) throw new Error(`no workflow run ${id}`)
    run.status = 'completed'
    run.conclusion = conclusion
  }

  /** The commit of a branch; undefined where there is none. */
  head(branch: string): string | undefined {
    const { remote } = this.options
    if (remote === undefined) return this.branches.get(branch)
    return git(remote, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`])?.trim()
  }

  file(path: string, ref = this.options.defaultBranch): string | undefined {
    const { remote, files } = this.options
    const there = remote === undefined ? undefined : git(remote, ['cat-file', 'blob', `${ref}:${path}`])
    return there ?? (Object.hasOwn(files, path) ? files[path] : undefined)
  }
}

function git(folder: string, commands: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['--git-dir', folder, ...commands], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    })
  } catch {
    return undefined
  }
}

/** The ids by which the artifact service knows a run's attempt and its workflow job: UUIDs made of their names. */
export function backendIds(runId: number, attempt: number): { run: string; job: string } {
  const uuid = (text: string): string =>
    hash('sha256', text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
  return { run: uuid(`run ${runId} ${attempt}`), job: uuid(`job ${runId} ${attempt}`) }
}
