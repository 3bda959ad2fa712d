/** What the post step does with a real service is shown end to end; here is what it must not do. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLedger } from '../../src/github/ledger-file.ts'
import { KeptLedgers } from '../../src/github/ledger-kept.ts'
import { post } from '../../src/post.ts'
import { jobNamed, specId } from './github/ledger-world.ts'

const env = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.invalid', GITHUB_REPOSITORY_ID: '7' }
const write = process.stdout.write.bind(process.stdout)

let folder: string
let said: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'post-'))
  said = ''
  process.stdout.write = (text: string | Uint8Array) => {
    said += String(text)
    return true
  }
})

afterEach(() => {
  process.stdout.write = write
  rmSync(folder, { recursive: true })
})

describe('the post step', () => {
  it.each([
    ['garbage', 'x'],
    ['a list of another repository', writeLedger({ specId, repositoryId: '8' }, [jobNamed('a')])],
    ['a list of another spec', writeLedger({ specId: 'ffffffff', repositoryId: '7' }, [jobNamed('a')])]
  ])('uploads no %s that somebody left for it', async (_what, text) => {
    new KeptLedgers(folder).keep(specId, text)

    await post(env, folder)

    expect(said).toMatch(/What the main step left for spec 1a2b3c4d is not saved: it is (not JSON|of another)/)
  })

  it('has nothing to do where everything was uploaded', async () => {
    KeptLedgers.markUploaded(new KeptLedgers(folder).keep(specId, 'x'))

    await post(env, folder)

    expect(said).toBe('')
  })

  it('has nothing to do where there is no artifact service', async () => {
    new KeptLedgers(folder).keep(specId, writeLedger({ specId, repositoryId: '7' }, [jobNamed('a')]))

    await post({}, folder)

    expect(said).toBe('')
  })

  it('only warns where the folder is gone', async () => {
    await post(env, join(folder, 'gone'))

    expect(said).toMatch(/^warning: The list of jobs could not be saved: /)
  })
})
