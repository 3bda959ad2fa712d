/**
 * Publishes by a commit on a branch, pushed. The user's working tree, index and branch are not touched.
 * Commits pushed with GITHUB_TOKEN start no workflow, so there is no loop and no `[skip ci]`.
 * https://docs.github.com/en/actions/concepts/security/github_token
 */
import { Failure } from '../problems.ts'
import type { Clock, Log, Publication, Published, Publisher } from '../ports.ts'
import { authorOf, buildCommit, refuseLfs } from './build-commit.ts'
import type { Content } from './build-commit.ts'
import { said } from './git.ts'
import { entriesAt, fetchHead, push } from './heads.ts'
import type { Entries } from './heads.ts'
import { checkPaths, workFiles } from './publish-paths.ts'
import { dryPush, otherWay, refused, rescued } from './push-failure.ts'
import type { OnRefused } from './push-failure.ts'
import { refusalOf } from './refusal.ts'
import { openStaging } from './staging.ts'
import type { Staging, StagingOptions } from './staging.ts'

export interface CommitOptions extends StagingOptions {
  /** Default: the branch that this workflow run is for, else the one that is checked out. */
  readonly branch?: string | undefined
  /** The branch of the workflow run; undefined for tags and pull requests. */
  readonly runBranch?: string | undefined
  /** Refs other than branches are named in messages: `refs/tags/v1`. */
  readonly ref?: string | undefined
  /** Output paths known before the pass, so that `check` can refuse them before anything is paid. */
  readonly paths?: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** What the branch's rules say, asked before anything is paid. Undefined: nothing is known against it. */
  readonly rulesAgainst?: ((branch: string) => Promise<string | undefined>) | undefined
  /** Called before a refusal is thrown, to bring the files to safety; gives a sentence for the message. */
  readonly onRefused?: OnRefused | undefined
}

const mostPushes = 5

export function commitPublisher(options: CommitOptions): Publisher {
  /** What stands on the branch at our paths by our own doing; undefined where we removed the file. */
  const ours = new Map<string, string | undefined>()
  return {
    check: () => check(options),
    async publish(publication) {
      const files = await workFiles(options.workspace, publication)
      if (files.length + publication.removed.length === 0) return {}
      await using staging = await openStaging(options)
      const attempt = new Attempt(options, staging, publication, { files, removed: publication.removed }, ours)
      return await attempt.publish()
    }
  }
}

async function check(options: CommitOptions): Promise<void> {
  checkPaths(options.paths ?? [])
  await using staging = await openStaging(options)
  await refuseLfs(staging, options.paths ?? [])
  const branch = targetBranch(options, staging)
  const head = await headOf(staging, branch)
  await dryPush(staging, `${head}:refs/heads/${branch}`)
  const rules = staging.ownCredentials ? undefined : await options.rulesAgainst?.(branch)
  if (rules !== undefined) throw new Failure('cannot-publish', rules, { remedy: otherWay })
}

function targetBranch({ branch, runBranch, ref }: CommitOptions, staging: Staging): string {
  const onBranch = ref === undefined || ref.startsWith('refs/heads/')
  const target = branch ?? runBranch ?? (onBranch ? staging.headBranch : undefined)
  if (target !== undefined) return target
  const here = ref === undefined ? 'HEAD is detached' : `this workflow run is for ${ref}, which is no branch`
  throw new Failure('cannot-publish', here, { remedy: 'Run it on a branch, or name one in publish.branch.' })
}

async function headOf(staging: Staging, branch: string): Promise<string> {
  const head = await fetchHead(staging, branch)
  if (head !== undefined) return head
  throw new Failure('cannot-publish', `the remote has no branch ${branch}`, {
    remedy: 'Create the branch first, or correct publish.branch.'
  })
}

/** One publication on its way: build on the branch's head, push, and again when somebody was faster. */
class Attempt {
  private readonly options: CommitOptions
  private readonly staging: Staging
  private readonly publication: Publication
  private readonly content: Content
  private readonly ours: Map<string, string | undefined>
  private readonly branch: string
  private readonly paths: readonly string[]
  /** Commits whose push had no clear answer. */
  private readonly sent = new Set<string>()

  constructor(
    options: CommitOptions,
    staging: Staging,
    publication: Publication,
    content: Content,
    ours: Map<string, string | undefined>
  ) {
    this.options = options
    this.staging = staging
    this.publication = publication
    this.content = content
    this.ours = ours
    this.branch = targetBranch(options, staging)
    this.paths = [...publication.changed, ...publication.removed].map(path => staging.prefix + path)
  }

  async publish(): Promise<Published> {
    const author = await authorOf(this.staging, this.options.env)
    await refuseLfs(this.staging, this.publication.changed)
    let head = await headOf(this.staging, this.branch)
    const base = await this.baseEntries(head)
    for (let tried = 1; ; tried++) {
      const { commit, entries } = await buildCommit(this.staging, this.content, head, this.publication.message, author)
      if (commit === undefined) return this.done(entries, this.sent.has(head) ? head : undefined)
      await this.refuseConflict(base, head, entries)
      const refusal = await this.push(commit, tried)
      if (refusal === undefined) return this.done(entries, commit)
      this.options.log.info(
        `The push to ${this.branch} did not go through (${refusal}); trying again on the branch's new head.`
      )
      await this.options.clock.sleep((0.5 + this.options.clock.random()) * 1000 * 2 ** (tried - 1))
      head = await headOf(this.staging, this.branch)
    }
  }

  /** Undefined when it went through, else why it is worth another try. Throws Failure when it is not. */
  private async push(commit: string, tried: number): Promise<string | undefined> {
    const result = await push(this.staging, `${commit}:refs/heads/${this.branch}`)
    if (result.code === 0) return undefined
    const { kind } = refusalOf(result)
    if (kind === 'trouble') this.sent.add(commit)
    const again = kind === 'moved' || kind === 'trouble'
    if (again && tried < mostPushes) return kind === 'moved' ? 'the branch moved' : said(result)
    if (kind === 'moved')
      throw this.lost(`the branch ${this.branch} moved ${mostPushes} times while the answers were being pushed`)
    throw await rescued(refused(result, this.branch), this.publication, this.options.onRefused)
  }

  /** What this pass started from: the checkout where it is of this branch, else the branch as it was found. */
  private async baseEntries(head: string): Promise<ReadonlyMap<string, string | undefined>> {
    const { runBranch } = this.options
    const isCheckout = this.branch === (this.staging.headBranch ?? runBranch)
    const known =
      isCheckout && this.staging.head !== undefined
        ? await entriesAt(this.staging.readUser, this.staging.head, this.paths)
        : await entriesAt(this.staging.git, head, this.paths)
    return new Map([...known, ...this.ours])
  }

  private async refuseConflict(
    base: ReadonlyMap<string, string | undefined>,
    head: string,
    wanted: Entries
  ): Promise<void> {
    const now = await entriesAt(this.staging.git, head, this.paths)
    const touched = this.paths.filter(path => now.get(path) !== base.get(path) && now.get(path) !== wanted.get(path))
    if (touched.length > 0)
      throw this.lost(`somebody else changed ${touched.slice(0, 5).join(', ')} on ${this.branch} since this pass began`)
  }

  private lost(message: string): Failure {
    const remedy =
      'Nothing is lost and nothing is paid again: the answers stay in S3, and the next pass, on a fresh checkout, publishes them.'
    return new Failure('cannot-publish', message, { remedy })
  }

  private done(entries: Entries, commitSha: string | undefined): Published {
    for (const path of this.paths) this.ours.set(path, entries.get(path))
    return commitSha === undefined ? {} : { commitSha }
  }
}
