/** The real @actions clients against the emulator. They read the environment at import: it is set first. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DefaultArtifactClient } from '@actions/artifact'
import { startEmulator, type Emulator } from '../../../../src/emulator/emulator.ts'

let emulator: Emulator
let client: DefaultArtifactClient
let folder: string
const write = process.stdout.write.bind(process.stdout)

beforeAll(async () => {
  emulator = await startEmulator()
  folder = await mkdtemp(join(tmpdir(), 'artifact-clients-'))
  Object.assign(process.env, emulator.environment(), { GITHUB_WORKSPACE: folder })
  const { DefaultArtifactClient } = await import('@actions/artifact')
  client = new DefaultArtifactClient()
  // The client logs in workflow commands.
  process.stdout.write = () => true
})

afterAll(async () => {
  process.stdout.write = write
  await emulator.close()
  await rm(folder, { recursive: true })
})

beforeEach(() => {
  emulator.github.artifacts.all.splice(0)
  Object.assign(process.env, emulator.environment())
})

async function upload(name: string, text: string): Promise<{ id?: number; digest?: string }> {
  const file = join(folder, 'state.json')
  await writeFile(file, text)
  return client.uploadArtifact(name, [file], folder)
}

function elsewhere(): {
  findBy: { token: string; workflowRunId: number; repositoryOwner: string; repositoryName: string }
} {
  const { token, runId } = emulator.github.project.options
  return { findBy: { token, workflowRunId: runId, repositoryOwner: 'octo', repositoryName: 'demo' } }
}

describe('@actions/artifact', () => {
  it('uploads, lists, finds, downloads and deletes within its run', async () => {
    const { id, digest } = await upload('state', '{"a":1}')

    const listed = await client.listArtifacts()
    const { artifact } = await client.getArtifact('state')
    const path = join(folder, 'down')
    const downloaded = await client.downloadArtifact(id ?? 0, { path, expectedHash: `sha256:${digest ?? ''}` })
    await client.deleteArtifact('state')

    expect(listed.artifacts).toMatchObject([{ name: 'state', id, digest: `sha256:${digest ?? ''}` }])
    expect(artifact.id).toBe(id)
    expect(downloaded.digestMismatch).toBe(false)
    expect(await readFile(join(path, 'state.json'), 'utf8')).toBe('{"a":1}')
    expect(emulator.github.artifacts.all).toEqual([])
  })

  it('is told that a name is taken in this attempt, and free in the next', async () => {
    await upload('state', '1')

    await expect(upload('state', '2')).rejects.toThrow(/already exists/)
    Object.assign(process.env, emulator.environment({ runAttempt: 2, runId: emulator.github.project.options.runId }))
    await upload('state', '3')

    expect(emulator.github.artifacts.all.map(one => one.attempt)).toEqual([1, 2])
  })

  it('reaches the artifacts of another run by REST', async () => {
    const { id } = await upload('state', '{"b":2}')
    Object.assign(process.env, emulator.environment({ runId: 9_000_000_002 }))

    const inOwnRun = await client.listArtifacts()
    const { artifacts } = await client.listArtifacts(elsewhere())
    const path = join(folder, 'other')
    await client.downloadArtifact(id ?? 0, { path, ...elsewhere() })

    expect(inOwnRun.artifacts).toEqual([])
    expect(artifacts.map(one => one.id)).toEqual([id])
    expect(await readFile(join(path, 'state.json'), 'utf8')).toBe('{"b":2}')
  })

  it('notices content that is not what was uploaded', async () => {
    const { id, digest } = await upload('state', '1')
    const other = await upload('other', '2')
    const swapped = emulator.github.artifacts.get(other.id ?? 0)
    emulator.github.artifacts.get(id ?? 0)!.content = swapped?.content

    const got = await client.downloadArtifact(id ?? 0, {
      path: join(folder, 'bad'),
      expectedHash: `sha256:${digest ?? ''}`
    })

    expect(got.digestMismatch).toBe(true)
  })

  it('carries several blocks', async () => {
    const noise = Array.from({ length: 600_000 }, (_, i) => (i * 2_654_435_761).toString(36)).join('')
    const { id } = await upload('large', noise)

    const path = join(folder, 'large')
    await client.downloadArtifact(id ?? 0, { path })

    expect(await readFile(join(path, 'state.json'), 'utf8')).toBe(noise)
  })
})

describe('@actions/core getIDToken', () => {
  it('gets a token for the audience, of this run', async () => {
    const { getIDToken } = await import('@actions/core')

    const token = await getIDToken('sts.amazonaws.com')

    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:octo/demo:ref:refs/heads/main',
      repository: 'octo/demo',
      run_id: '9000000001'
    })
  })
})
