/**
 * Publishes by a pull request from a branch of its own, one per spec, created or brought up to date.
 * Pull requests made with GITHUB_TOKEN start no workflow.
 * https://docs.github.com/en/actions/concepts/security/github_token
 */
import { Failure } from '../problems.ts'
import type { Clock, Log, Publication, Published, Publisher } from '../ports.ts'
import { authorOf, buildCommit, refuseLfs } from './build-commit.ts'
import type { Built } from './build-commit.ts'
import { said } from './git.ts'
import { entriesAt, fetchHead, push } from './heads.ts'
import { checkPaths, workFiles } from './publish-paths.ts'
import type { WorkFile } from './publish-paths.ts'
import { Pulls } from './pulls.ts'
import { dryPush, refused, rescued } from './push-failure.ts'
import type { OnRefused } from './push-failure.ts'
import type { Rest } from './rest.ts'
import { refusalOf } from './refusal.ts'
import { openStaging } from './staging.ts'
import type { Staging, StagingOptions } from './staging.ts'

export interface PullRequestOptions extends StagingOptions {
  readonly specName: string
  /** Default: `bedrock-batch/<spec>`. */
  readonly branch?: string | undefined
  /** Default: the branch of the workflow run, else the repository's default branch. */
  readonly base?: string | undefined
  readonly runBranch?: string | undefined
  readonly defaultBranch?: string | undefined
  readonly labels: readonly string[]
  readonly draft: boolean
  readonly paths?: readonly string[]
  /** Undefined without a token. */
  readonly rest: Rest | undefined
  readonly clock: Clock
  readonly log: Log
  readonly onRefused?: OnRefused | undefined
}

const mostPushes = 3

export function pullRequestPublisher(options: PullRequestOptions): Publisher {
  return {
    check: () => check(options),
    async publish(publication) {
      const files = await workFiles(options.workspace, publication)
      if (files.length + publication.removed.length === 0) return {}
      await using staging = await openStaging(options)
      await refuseLfs(staging, publication.changed)
      const pushed = await pushBranch(options, staging, publication, files)
      return pushed === undefined ? {} : await propose(options, staging, publication, pushed)
    }
  }
}

async function check(options: PullRequestOptions): Promise<void> {
  checkPaths(options.paths ?? [])
  restOf(options)
  await using staging = await openStaging(options)
  await refuseLfs(staging, options.paths ?? [])
  const base = await baseHead(options, staging)
  await dryPush(staging, `${base}:refs/heads/${branchOf(options)}`)
}

interface Pushed {
  readonly commit: string
  /** False where the branch held exactly our files already, and was left alone. */
  readonly isNew: boolean
}

/** Undefined where the base holds exactly our files: there is nothing to propose. */
async function pushBranch(
  options: PullRequestOptions,
  staging: Staging,
  publication: Publication,
  files: readonly WorkFile[]
): Promise<Pushed | undefined> {
  const author = await authorOf(staging, options.env)
  const branch = branchOf(options)
  const message = `${publication.message.trimEnd()}\n\n${trailer(options.specName)}\n`
  for (let tried = 1; ; tried++) {
    const base = await baseHead(options, staging)
    const built = await buildCommit(staging, { files, removed: publication.removed }, base, message, author)
    if (built.commit === undefined) return undefined
    const before = await fetchHead(staging, branch, 2)
    if (before !== undefined) {
      if (await holds(staging, before, built, publication)) return { commit: before, isNew: false }
      await refuseForeign(options, staging, before, publication)
    }
    const lease = `--force-with-lease=refs/heads/${branch}:${before ?? ''}`
    const result = await push(staging, `${built.commit}:refs/heads/${branch}`, [lease])
    if (result.code === 0) return { commit: built.commit, isNew: true }
    const { kind } = refusalOf(result)
    const again = (kind === 'moved' || kind === 'trouble') && tried < mostPushes
    if (!again) throw await rescued(refused(result, branch), publication, options.onRefused)
    options.log.info(`The push to ${branch} did not go through (${said(result)}); trying again.`)
    await options.clock.sleep((0.5 + options.clock.random()) * 1000 * 2 ** (tried - 1))
  }
}

async function propose(
  options: PullRequestOptions,
  staging: Staging,
  publication: Publication,
  { commit, isNew }: Pushed
): Promise<Published> {
  const pulls = new Pulls(restOf(options), repositoryOf(options), options.log)
  const head = branchOf(options)
  if (!isNew && (await pulls.open(head)) === undefined) {
    const refusedBefore = await pulls.refusedBefore(head)
    if (refusedBefore?.headSha === commit) {
      options.log.info(
        `Pull request #${refusedBefore.number} proposed exactly these files and was closed: it is not opened again.`
      )
      return { commitSha: commit, pullRequest: { number: refusedBefore.number, url: refusedBefore.url } }
    }
  }
  const { title, body } = publication
  const { labels, draft } = options
  const pull = await pulls.propose({ head, base: baseBranch(options, staging), title, body, labels, draft })
  return { commitSha: commit, pullRequest: { number: pull.number, url: pull.url } }
}

function trailer(specName: string): string {
  return `Bedrock-Batch-Spec: ${specName}`
}

/** Whether a commit holds our files as they are and none of the removed ones. */
async function holds(staging: Staging, commit: string, { entries }: Built, { removed }: Publication): Promise<boolean> {
  const gone = removed.map(path => staging.prefix + path)
  const there = await entriesAt(staging.git, commit, [...entries.keys(), ...gone])
  return [...entries].every(([path, entry]) => there.get(path) === entry) && gone.every(path => !there.has(path))
}

/**
 * Throws Failure when the branch has work that is not ours: it would be lost. A merge of the base into our commit (GitHub's
 * "Update branch") is none.
 */
async function refuseForeign(
  options: PullRequestOptions,
  staging: Staging,
  head: string,
  publication: Publication
): Promise<void> {
  const ours = async (commit: string): Promise<boolean> =>
    (await staging.git(['log', '-1', '--format=%B', commit])).split('\n').includes(trailer(options.specName))
  if (await ours(head)) return
  const parents = (await staging.git(['log', '-1', '--format=%P', head])).trim().split(' ')
  const [first] = parents
  if (parents.length > 1 && first !== undefined && (await ours(first))) {
    const paths = [...publication.changed, ...publication.removed].map(path => staging.prefix + path)
    const [merged, before] = [await entriesAt(staging.git, head, paths), await entriesAt(staging.git, first, paths)]
    if (paths.every(path => merged.get(path) === before.get(path))) return
  }
  throw new Failure('cannot-publish', `the branch ${branchOf(options)} has commits that this action did not make`, {
    remedy:
      'Merge or close its pull request and delete the branch. Nothing is lost: answers stay in S3, and the next pass publishes them.'
  })
}

async function baseHead(options: PullRequestOptions, staging: Staging): Promise<string> {
  const base = baseBranch(options, staging)
  const head = await fetchHead(staging, base)
  if (head !== undefined) return head
  throw new Failure('cannot-publish', `the remote has no branch ${base}`, { remedy: 'Correct publish.base.' })
}

function baseBranch(
  { base, runBranch, defaultBranch, branch, specName }: PullRequestOptions,
  staging: Staging
): string {
  const found = base ?? runBranch ?? defaultBranch ?? staging.headBranch
  if (found === undefined)
    throw new Failure('cannot-publish', 'there is no branch to propose changes to', {
      remedy: 'Name one in publish.base.'
    })
  if (found !== branchOf({ branch, specName })) return found
  throw new Failure('cannot-publish', `publish.branch and the base are both ${found}`, {
    remedy: 'Name another branch in publish.branch.'
  })
}

function branchOf({ branch, specName }: Pick<PullRequestOptions, 'branch' | 'specName'>): string {
  return branch ?? `bedrock-batch/${specName}`
}

function restOf({ rest }: PullRequestOptions): Rest {
  if (rest !== undefined) return rest
  throw new Failure('cannot-publish', 'a pull request needs a token', {
    remedy: 'Leave github-token at its default, or give one.'
  })
}

function repositoryOf({ repository }: PullRequestOptions): string {
  if (repository !== undefined) return repository
  throw new Failure('cannot-publish', 'the name of the repository is not known (GITHUB_REPOSITORY)', {
    remedy: 'Run it in a workflow, or set publish.via to none.'
  })
}
