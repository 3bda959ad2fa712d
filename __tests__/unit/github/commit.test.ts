import { describe, expect, it } from '@jest/globals'
import { chmodSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { commitPublisher } from '../../../src/github/commit.ts'
import type { CommitOptions } from '../../../src/github/commit.ts'
import type { Publication } from '../../../src/ports.ts'
import { clock, failureOf, recordedLog, repositories } from './repositories.ts'
import type { Repositories } from './repositories.ts'

const publication: Publication = {
  specName: 'products',
  changed: ['out/answers.csv'],
  removed: [],
  message: 'Update products',
  title: 'Update products',
  body: ''
}

function options(given: Repositories, workspace: string, more: Partial<CommitOptions> = {}): CommitOptions {
  return {
    workspace,
    env: given.env,
    serverUrl: 'https://github.com',
    clock,
    log: recordedLog(),
    runBranch: 'main',
    ...more
  }
}

describe('many files', () => {
  it('and pictures go with one commit, byte for byte, and others are left alone', async () => {
    using given = repositories()
    const work = given.checkout('work')
    const paths = Array.from({ length: 1500 }, (_, index) => `content/${index % 3}/page ${index}.md`)
    for (const path of paths) given.write(work, path, `${path}\n`)
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255, 10, 13, 0])
    given.write(work, 'root.txt', 'at the root\n')
    writeFileSync(join(work, 'content/picture.png'), picture)
    const publisher = commitPublisher(options(given, work))

    await publisher.publish({ ...publication, changed: [...paths, 'content/picture.png', 'root.txt'] })

    expect(given.git(given.remote, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toHaveLength(1505)
    expect(given.onRemote('content/2/page 1499.md')).toBe('content/2/page 1499.md\n')
    const size = given.git(given.remote, 'cat-file', '-s', 'main:content/picture.png').trim()
    const object = given.git(given.remote, 'rev-parse', 'main:content/picture.png').trim()
    expect([size, object]).toEqual(['13', given.git(work, 'hash-object', 'content/picture.png').trim()])
    await publisher.publish({ ...publication, changed: [], removed: [...paths.slice(0, 1200), 'root.txt'] })
    expect(given.git(given.remote, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toHaveLength(304)
  }, 60_000)
})

describe('a commit on the branch', () => {
  it('pushes exactly our files, on top of what is there, as the bot', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.write(work, 'README.md', 'not ours\n')
    given.write(work, 'stray.txt', 'not ours\n')

    const published = await commitPublisher(options(given, work)).publish(publication)

    expect(published.commitSha).toBe(given.git(given.remote, 'rev-parse', 'main').trim())
    expect(given.git(given.remote, 'show', '--name-status', '--format=%an <%ae>%n%s', 'main')).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\nUpdate products\n\nM\tout/answers.csv\n'
    )
  })

  it("leaves the user's index, branch, refs and shallow boundary as they were", async () => {
    using given = repositories()
    given.someoneElse('more.txt', 'second\n')
    const work = given.checkout('work', '--depth=1')
    given.write(work, 'out/answers.csv', 'new\n')
    given.write(work, 'staged.txt', 'by the user\n')
    given.git(work, 'add', 'staged.txt')
    const look = (): string[] => [
      given.git(work, 'status', '--porcelain'),
      given.git(work, 'for-each-ref'),
      given.git(work, 'rev-parse', 'HEAD'),
      given.git(work, 'config', '--local', '--list'),
      given.git(work, 'count-objects'),
      String(statSync(join(work, '.git/shallow')).mtimeMs)
    ]
    const before = look()

    await commitPublisher(options(given, work)).publish(publication)

    expect(look()).toEqual(before)
    expect(given.onRemote('out/answers.csv')).toBe('new\n')
  })

  it.each([
    ['a shallow clone', ['--depth=1']],
    ['a clone without file contents', ['--filter=blob:none']],
    ['a whole clone', []]
  ])('works from %s', async (_, clone) => {
    using given = repositories()
    given.git(given.remote, 'config', 'uploadpack.allowFilter', 'true')
    given.someoneElse('more.txt', 'second\n')
    const work = given.checkout('work', ...clone)
    given.write(work, 'out/answers.csv', 'new\n')

    await commitPublisher(options(given, work)).publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('new\n')
    expect(given.onRemote('more.txt')).toBe('second\n')
    expect(given.git(given.remote, 'fsck', '--strict')).toBe('')
  })

  it('works from a detached HEAD on the branch of the workflow run', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.git(work, 'checkout', '--quiet', '--detach')
    given.write(work, 'out/answers.csv', 'new\n')

    const published = await commitPublisher(options(given, work)).publish(publication)

    expect(published.commitSha).toMatch(/^[0-9a-f]{40}$/)
    expect(given.onRemote('out/answers.csv')).toBe('new\n')
  })

  it('works where the workspace is a folder of the repository', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'sub/answers.csv', 'inside\n')

    await commitPublisher(options(given, join(work, 'sub'))).publish({ ...publication, changed: ['answers.csv'] })

    expect(given.onRemote('sub/answers.csv')).toBe('inside\n')
  })

  it('says nothing was committed when the branch holds our files already', async () => {
    using given = repositories()
    const work = given.checkout('work')
    const before = given.git(given.remote, 'rev-parse', 'main')

    const published = await commitPublisher(options(given, work)).publish({
      ...publication,
      removed: ['never-there.csv']
    })

    expect(published).toEqual({})
    expect(given.git(given.remote, 'rev-parse', 'main')).toBe(before)
  })

  it('removes files and keeps the others', async () => {
    using given = repositories()
    const work = given.checkout('work')

    await commitPublisher(options(given, work)).publish({ ...publication, changed: [], removed: ['out/answers.csv'] })

    expect(given.onRemote('out/answers.csv')).toBeUndefined()
    expect(given.onRemote('README.md')).toBe('first\n')
  })

  it.each([
    'out/two words.csv',
    'out/größe 日本.csv',
    '-rf.csv',
    'out/--x',
    'out/"quoted".csv',
    "out/it's *.csv",
    ':(top)x',
    'out/50%.csv'
  ])('publishes a file named %s', async path => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, path, 'named\n')

    await commitPublisher(options(given, work)).publish({ ...publication, changed: [path] })

    expect(given.onRemote(path)).toBe('named\n')
    expect(given.git(given.remote, 'diff', '--name-only', '-z', 'main~1', 'main').split('\0').filter(Boolean)).toEqual([
      path
    ])
  })

  it('keeps the mode of a known file and takes that of a new one', async () => {
    using given = repositories()
    const other = join(given.folder, 'someone')
    given.write(other, 'run.sh', 'x\n')
    chmodSync(join(other, 'run.sh'), 0o755)
    given.git(other, 'add', '.')
    given.git(other, 'commit', '--quiet', '-m', 'Script')
    given.git(other, 'push', '--quiet', 'origin', 'main')
    const work = given.checkout('work')
    writeFileSync(join(work, 'run.sh'), 'y\n', { mode: 0o644 })
    chmodSync(join(work, 'run.sh'), 0o644)
    given.write(work, 'new.sh', 'z\n')
    chmodSync(join(work, 'new.sh'), 0o755)

    await commitPublisher(options(given, work)).publish({ ...publication, changed: ['run.sh', 'new.sh'] })

    expect(given.git(given.remote, 'ls-tree', '--format=%(objectmode) %(path)', 'main', 'run.sh', 'new.sh')).toBe(
      '100755 new.sh\n100755 run.sh\n'
    )
  })

  it('applies the line ends of .gitattributes, as git add would', async () => {
    using given = repositories()
    given.someoneElse('.gitattributes', '*.csv text eol=crlf\n')
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'a\r\nb\r\n')

    await commitPublisher(options(given, work)).publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('a\nb\n')
  })

  it('runs no hook of the checkout and signs nothing', async () => {
    using given = repositories()
    const work = given.checkout('work')
    const trace = join(given.folder, 'hook-ran')
    for (const hook of ['pre-push', 'pre-commit', 'reference-transaction', 'post-index-change']) {
      given.write(work, `.git/hooks/${hook}`, `#!/bin/sh\ntouch ${trace}\nexit 1\n`)
      chmodSync(join(work, '.git/hooks', hook), 0o755)
    }
    given.git(work, 'config', 'commit.gpgSign', 'true')
    given.git(work, 'config', 'user.name', 'Robot')
    given.git(work, 'config', 'user.email', 'robot@example.org')
    given.write(work, 'out/answers.csv', 'new\n')

    await commitPublisher(options(given, work)).publish(publication)

    expect(existsSync(trace)).toBe(false)
    expect(given.git(given.remote, 'log', '-1', '--format=%an %ae %G?', 'main')).toBe('Robot robot@example.org N\n')
  })

  it('leaves no temporary folder behind', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const folders = (): string[] => readdirSync(tmpdir()).filter(name => name.startsWith('bedrock-batch-git-'))
    const before = folders()

    await commitPublisher(options(given, work)).publish(publication)

    // Suites that run beside this one have folders of their own, which go within seconds; one left behind would stay.
    const fresh = folders().filter(name => !before.includes(name))
    for (let waited = 0; waited < 15 && folders().some(name => fresh.includes(name)); waited++) await sleep(1000)
    expect(folders().filter(name => fresh.includes(name))).toEqual([])
  })
})

describe('a branch that moved', () => {
  it('is built upon when others changed other files', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.someoneElse('README.md', 'moved on\n')

    await commitPublisher(options(given, work)).publish(publication)

    expect(given.onRemote('README.md')).toBe('moved on\n')
    expect(given.onRemote('out/answers.csv')).toBe('new\n')
  })

  it('is refused when somebody changed our file since the checkout, and nothing is overwritten', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.someoneElse('out/answers.csv', 'by hand\n')

    const failure = await failureOf(commitPublisher(options(given, work)).publish(publication))

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      message: 'somebody else changed out/answers.csv on main since this pass began'
    })
    expect(failure).toMatchObject({ remedy: expect.stringContaining('Nothing is lost') })
    expect(given.onRemote('out/answers.csv')).toBe('by hand\n')
  })

  it('is no trouble when somebody else published the very same bytes', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.write(work, 'out/more.csv', 'more\n')
    given.someoneElse('out/answers.csv', 'new\n')

    await commitPublisher(options(given, work)).publish({
      ...publication,
      changed: ['out/answers.csv', 'out/more.csv']
    })

    expect(given.onRemote('out/more.csv')).toBe('more\n')
  })

  /** Somebody else pushes a commit of their own, by a git that knows nothing of ours. */
  const race = (given: Repositories): string => `env -i PATH="$PATH" HOME=${given.folder} sh -c '
    cd ${given.folder}/someone && '$real' fetch -q origin && '$real' reset -q --hard origin/main &&
    date +%N >> raced.txt && '$real' add raced.txt && '$real' -c user.name=A -c user.email=a@b commit -qm race && '$real' push -q origin HEAD:main'`

  it('is tried again when it moves between the look and the push', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const log = recordedLog()
    const env = given.beforePush(`[ $n -gt 2 ] || ${race(given)}`)

    const published = await commitPublisher(options(given, work, { log, env })).publish(publication)

    expect(published.commitSha).toBe(given.git(given.remote, 'rev-parse', 'main').trim())
    expect(log.lines).toEqual(
      Array(2).fill("The push to main did not go through (the branch moved); trying again on the branch's new head.")
    )
    expect(given.onRemote('raced.txt')?.split('\n')).toHaveLength(3)
  })

  it('is given up after five pushes, in words that calm', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const env = given.beforePush(race(given))

    const failure = await failureOf(commitPublisher(options(given, work, { env })).publish(publication))

    expect(failure).toMatchObject({ code: 'cannot-publish', remedy: expect.stringContaining('Nothing is lost') })
    expect(given.onRemote('raced.txt')?.split('\n')).toHaveLength(6)
    expect(given.onRemote('out/answers.csv')).toBe('old\n')
  })

  it('takes a push whose answer was lost for what it was: a success', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const env = given.beforePush(
      '[ $n -gt 1 ] || { $real "$@" > /dev/null 2>&1; echo "fatal: the remote end hung up unexpectedly" >&2; exit 128; }'
    )

    const published = await commitPublisher(options(given, work, { env })).publish(publication)

    expect(published.commitSha).toBe(given.git(given.remote, 'rev-parse', 'main').trim())
    expect(given.git(given.remote, 'rev-list', '--count', 'main').trim()).toBe('2')
  })

  it('is a service in trouble when no push gets an answer', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const env = given.beforePush('echo "fatal: unable to access: Could not resolve host: github.com" >&2; exit 128')

    const failure = await failureOf(commitPublisher(options(given, work, { env })).publish(publication))

    expect(failure).toMatchObject({
      code: 'service-trouble',
      message: expect.stringContaining('Could not resolve host')
    })
  })

  it('may be published to twice in one pass', async () => {
    using given = repositories()
    const work = given.checkout('work')
    const publisher = commitPublisher(options(given, work))
    given.write(work, 'out/answers.csv', 'half\n')
    await publisher.publish(publication)
    given.write(work, 'out/answers.csv', 'whole\n')

    await publisher.publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('whole\n')
    await publisher.publish({ ...publication, changed: [], removed: ['out/answers.csv'] })
    given.write(work, 'out/answers.csv', 'again\n')
    await publisher.publish(publication)
    expect(given.onRemote('out/answers.csv')).toBe('again\n')
  })
})

describe('a push that is refused', () => {
  it('brings the files to safety first and says what to do', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.hook('echo "error: GH006: Protected branch update failed for refs/heads/main." >&2; exit 1')
    const rescued: string[] = []
    const onRefused = async ({ changed }: Publication): Promise<string> => {
      rescued.push(...changed)
      return 'The files are in the artifact X.'
    }

    const failure = await failureOf(commitPublisher(options(given, work, { onRefused })).publish(publication))

    expect(rescued).toEqual(['out/answers.csv'])
    expect(failure).toMatchObject({ code: 'cannot-publish', message: expect.stringContaining('GH006') })
    expect(failure).toMatchObject({
      remedy: expect.stringMatching(/^The files are in the artifact X\. The branch is protected/)
    })
    expect(given.onRemote('out/answers.csv')).toBe('old\n')
  })

  it('stops at a file over 100 MB before anything is sent', async () => {
    using given = repositories()
    const work = given.checkout('work')
    truncateSync(join(work, 'out/answers.csv'), 100 * 1024 * 1024 + 1)

    const failure = await failureOf(commitPublisher(options(given, work)).publish(publication))

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      message: 'out/answers.csv has 101 MiB, and GitHub takes at most 100 MiB for one file'
    })
  })

  it('stops at a path of Git LFS', async () => {
    using given = repositories()
    given.someoneElse('.gitattributes', 'out/** filter=lfs\n')
    const work = given.checkout('work')

    const failure = await failureOf(
      commitPublisher(options(given, work, { paths: ['README.md', 'out/answers.csv'] })).check()
    )

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      message: 'out/answers.csv is tracked by Git LFS (.gitattributes)'
    })
  })
})

describe('the check before anything is paid', () => {
  it('passes on a branch that takes a push, and changes nothing', async () => {
    using given = repositories()
    const work = given.checkout('work')
    const before = given.git(given.remote, 'for-each-ref')

    await commitPublisher(options(given, work, { paths: ['out/answers.csv'] })).check()

    expect(given.git(given.remote, 'for-each-ref')).toBe(before)
  })

  it.each<[string, Partial<CommitOptions>, string]>([
    [
      'a tag',
      { runBranch: undefined, ref: 'refs/tags/v1' },
      'this workflow run is for refs/tags/v1, which is no branch'
    ],
    [
      'a merge of a pull request',
      { runBranch: undefined, ref: 'refs/pull/7/merge' },
      'this workflow run is for refs/pull/7/merge, which is no branch'
    ],
    ['a branch that is not there', { branch: 'data' }, 'the remote has no branch data'],
    ['a path in .github', { paths: ['.github/workflows/x.yml'] }, 'the path .github/workflows/x.yml lies in .github'],
    ['a path that leaves', { paths: ['a/../../x'] }, 'the path a/../../x is not a plain path below the repository'],
    [
      'rules against it',
      { token: 't', rulesAgainst: async () => 'a ruleset asks for a pull request' },
      'a ruleset asks for a pull request'
    ]
  ])('refuses %s', async (_, more, message) => {
    using given = repositories()
    const work = given.checkout('work')

    const failure = await failureOf(commitPublisher(options(given, work, more)).check())

    expect(failure).toMatchObject({ code: 'cannot-publish', message })
    expect(failure).toMatchObject({ remedy: expect.any(String) })
  })

  it('refuses a folder that is no working tree', async () => {
    using given = repositories()

    const failure = await failureOf(commitPublisher(options(given, given.folder)).check())

    expect(failure).toMatchObject({ code: 'cannot-publish', message: 'the workspace is not a git working tree' })
  })

  it('refuses a remote that is not there', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.git(work, 'remote', 'set-url', 'origin', join(given.folder, 'gone.git'))

    const failure = await failureOf(commitPublisher(options(given, work)).check())

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      remedy: 'The remote repository is not there, or the token may not see it.'
    })
  })

  it('refuses where git is missing', async () => {
    using given = repositories()
    const work = given.checkout('work')

    const failure = await failureOf(commitPublisher(options(given, work, { env: { PATH: '/nowhere' } })).check())

    expect(failure).toMatchObject({ code: 'cannot-publish', message: 'git could not be started' })
  })
})
