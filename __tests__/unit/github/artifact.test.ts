import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { artifactName, artifactPublisher } from '../../../src/github/artifact.ts'
import type { ArtifactOptions, ArtifactUploads } from '../../../src/github/artifact.ts'
import { clock, failureOf, recordedLog } from './repositories.ts'

const env = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://results.example' }
const publication = { specName: 's', changed: ['a.csv'], removed: ['b.csv'], message: '', title: '', body: '' }

/** An artifact service in which a name is taken once. */
class Service implements ArtifactUploads {
  readonly held = new Map<string, { files: string[]; retentionDays?: number | undefined }>()
  down = false

  async uploadArtifact(
    name: string,
    files: string[],
    root: string,
    options: { retentionDays?: number } = {}
  ): Promise<{ id?: number }> {
    if (this.down) throw new Error('Unable to make request: ECONNREFUSED')
    if (this.held.has(name)) throw new Error('Conflict: an artifact with this name already exists on the workflow run')
    this.held.set(name, {
      files: files.map(file => file.replace(`${root}/`, '')),
      retentionDays: options.retentionDays
    })
    return { id: this.held.size }
  }

  async deleteArtifact(name: string): Promise<void> {
    if (!this.held.delete(name)) throw new Error('Artifact not found')
  }
}

async function within(
  act: (
    workspace: string,
    options: (more?: Partial<ArtifactOptions>) => ArtifactOptions,
    service: Service
  ) => Promise<void>
): Promise<void> {
  const workspace = mkdtempSync(join(tmpdir(), 'artifact-'))
  const service = new Service()
  writeFileSync(join(workspace, 'a.csv'), 'x')
  try {
    await act(
      workspace,
      more => ({
        specName: 'products',
        workspace,
        env,
        clock,
        log: recordedLog(),
        connect: async () => service,
        ...more
      }),
      service
    )
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

describe('an artifact', () => {
  it('holds the changed files', () =>
    within(async (_, options, service) => {
      const published = await artifactPublisher(options({ retentionDays: 5 })).publish(publication)

      expect(published).toEqual({ artifact: { name: 'bedrock-batch-products-output', id: 1 } })
      expect([...service.held]).toEqual([['bedrock-batch-products-output', { files: ['a.csv'], retentionDays: 5 }]])
    }))

  it('takes the place of an earlier one of this workflow run', () =>
    within(async (workspace, options, service) => {
      const publisher = artifactPublisher(options())
      await publisher.publish(publication)
      writeFileSync(join(workspace, 'c.csv'), 'y')

      await publisher.publish({ ...publication, changed: ['a.csv', 'c.csv'] })

      expect(service.held.get('bedrock-batch-products-output')?.files).toEqual(['a.csv', 'c.csv'])
    }))

  it('is not made of nothing', () =>
    within(async (_, options, service) => {
      expect(await artifactPublisher(options()).publish({ ...publication, changed: [] })).toEqual({})
      expect(service.held.size).toBe(0)
    }))

  it('that cannot be uploaded loses nothing, and says so', () =>
    within(async (_, options, service) => {
      service.down = true

      const failure = await failureOf(artifactPublisher(options()).publish(publication))

      expect(failure).toMatchObject({
        code: 'cannot-publish',
        message: expect.stringContaining('ECONNREFUSED'),
        remedy: expect.stringContaining('Nothing is lost')
      })
    }))

  it('is refused before anything is paid where there is no workflow', () =>
    within(async (_, options) => {
      expect(await failureOf(artifactPublisher(options({ env: {} })).check())).toMatchObject({ code: 'cannot-publish' })
      await artifactPublisher(options()).check()
    }))

  it('has a name that GitHub takes', () => {
    expect(artifactName('a/b:c"*?<>|\\d')).toBe('bedrock-batch-a-b-c-d-output')
  })
})
