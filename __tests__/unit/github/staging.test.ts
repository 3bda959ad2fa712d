import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitPublisher } from '../../../src/github/commit.ts'
import { clock, failureOf, recordedLog, repositories } from './repositories.ts'
import { gitServer } from './servers.ts'

const token = 'ghs_verysecret0123456789'
const header = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
const publication = { specName: 's', changed: ['out/answers.csv'], removed: [], message: 'm', title: 't', body: '' }

describe('credentials', () => {
  it('go to the server as one header, and neither into argv nor into a file', async () => {
    using given = repositories()
    await using server = await gitServer(given.folder, header)
    const work = given.checkout('work')
    given.git(work, 'remote', 'set-url', 'origin', `${server.url}/remote.git`)
    given.git(given.remote, 'config', 'http.receivepack', 'true')
    given.git(given.remote, 'config', 'uploadpack.allowFilter', 'true')
    given.write(work, 'out/answers.csv', 'new\n')
    const env = given.beforePush(`echo "$@" >> ${given.folder}/argv`)
    const options = { workspace: work, env, token, serverUrl: server.url, runBranch: 'main', clock, log: recordedLog() }

    await commitPublisher(options).check()
    await commitPublisher(options).publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('new\n')
    expect(new Set(server.seen)).toEqual(new Set([header]))
    expect(readFileSync(join(given.folder, 'argv'), 'utf8')).not.toContain(token)
    expect(readFileSync(join(work, '.git/config'), 'utf8')).not.toMatch(/extraheader/i)
  })

  it('are those that the checkout persisted, where it did: never both', async () => {
    using given = repositories()
    await using server = await gitServer(given.folder, 'basic persisted')
    const work = given.checkout('work')
    given.git(work, 'remote', 'set-url', 'origin', `${server.url}/remote.git`)
    given.git(work, 'config', `http.${server.url}/.extraheader`, 'AUTHORIZATION: basic persisted')
    given.git(given.remote, 'config', 'http.receivepack', 'true')
    given.write(work, 'out/answers.csv', 'new\n')
    const options = {
      workspace: work,
      env: given.env,
      token,
      serverUrl: server.url,
      runBranch: 'main',
      clock,
      log: recordedLog()
    }

    await commitPublisher(options).publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('new\n')
    expect(new Set(server.seen)).toEqual(new Set(['basic persisted']))
  })

  it('are in a file of their own, as newer versions of actions/checkout keep them', async () => {
    using given = repositories()
    await using server = await gitServer(given.folder, 'basic persisted')
    const work = given.checkout('work')
    given.write(
      given.folder,
      'credentials.config',
      `[http "${server.url}/"]\n\textraheader = AUTHORIZATION: basic persisted\n`
    )
    given.git(work, 'remote', 'set-url', 'origin', `${server.url}/remote.git`)
    given.git(work, 'config', `includeIf.gitdir:${join(work, '.git')}.path`, join(given.folder, 'credentials.config'))
    given.git(given.remote, 'config', 'http.receivepack', 'true')
    given.write(work, 'out/answers.csv', 'new\n')
    const options = {
      workspace: work,
      env: given.env,
      token,
      serverUrl: server.url,
      runBranch: 'main',
      clock,
      log: recordedLog()
    }

    await commitPublisher(options).publish(publication)

    expect(given.onRemote('out/answers.csv')).toBe('new\n')
    expect(new Set(server.seen)).toEqual(new Set(['basic persisted']))
  })

  it('that are refused end in a Failure that does not show them', async () => {
    using given = repositories()
    await using server = await gitServer(given.folder, 'basic other')
    const work = given.checkout('work')
    given.git(work, 'remote', 'set-url', 'origin', `${server.url.replace('//', '//user:hunter22@')}/remote.git`)
    const options = {
      workspace: work,
      env: given.env,
      token,
      serverUrl: server.url,
      runBranch: 'main',
      clock,
      log: recordedLog()
    }

    const failure = await failureOf(commitPublisher(options).check())

    expect(failure).toMatchObject({ code: 'cannot-publish', remedy: expect.stringContaining('contents: write') })
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toMatch(/hunter22|verysecret/)
  })
})
