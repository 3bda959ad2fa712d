import { describe, expect, it } from '@jest/globals'
import { createPublisher } from '../../../src/github/publisher.ts'
import type { PublisherOptions } from '../../../src/github/publisher.ts'
import type { ArtifactUploads } from '../../../src/github/artifact.ts'
import { clock, failureOf, recordedLog, repositories } from './repositories.ts'
import type { Repositories } from './repositories.ts'

const publication = {
  specName: 'products',
  changed: ['out/answers.csv'],
  removed: [],
  message: 'm',
  title: 't',
  body: ''
}
const artifacts: ArtifactUploads = { uploadArtifact: async () => ({ id: 5 }), deleteArtifact: async () => undefined }

function options(given: Repositories, workspace: string, via: PublisherOptions['publish']['via']): PublisherOptions {
  return {
    specName: 'products',
    publish: { via, labels: [], draft: false },
    workspace,
    env: { ...given.env, ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'https://r.example' },
    context: {
      onGithub: true,
      branch: 'main',
      ref: 'refs/heads/main',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com'
    },
    clock,
    log: recordedLog(),
    connectArtifacts: async () => artifacts
  }
}

describe('the publisher of a spec', () => {
  it.each([
    ['none', {}],
    ['artifact', { artifact: { name: 'bedrock-batch-products-output', id: 5 } }],
    ['commit', { commitSha: expect.stringMatching(/^[0-9a-f]{40}$/) }]
  ] as const)('publishes via %s', async (via, published) => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    const publisher = createPublisher(options(given, work, via))

    await publisher.check()

    expect(await publisher.publish(publication)).toEqual(published)
  })

  it('brings the files of a refused push into an artifact and says so', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.hook('echo "error: GH006: Protected branch update failed" >&2; exit 1')

    const failure = await failureOf(createPublisher(options(given, work, 'commit')).publish(publication))

    expect(failure).toMatchObject({
      remedy: expect.stringMatching(
        /^The files are in the artifact bedrock-batch-products-output of this workflow run\. The branch is protected/
      )
    })
  })

  it('still tells of the refusal when the artifact fails too', async () => {
    using given = repositories()
    const work = given.checkout('work')
    given.write(work, 'out/answers.csv', 'new\n')
    given.hook('echo "error: GH006: Protected branch update failed" >&2; exit 1')
    const log = recordedLog()

    const failure = await failureOf(
      createPublisher({ ...options(given, work, 'commit'), env: given.env, log }).publish(publication)
    )

    expect(failure).toMatchObject({ code: 'cannot-publish', message: expect.stringContaining('GH006') })
    expect(log.lines).toEqual([
      expect.stringMatching(/^warning: The files could not be uploaded as an artifact either/)
    ])
  })
})
