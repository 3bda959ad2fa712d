/** https://docs.github.com/en/rest/actions/artifacts */
import { blobPath, signature, type Artifact } from './artifacts.ts'
import { githubError, githubJson } from './reply.ts'
import { page, type RestCall, type RestRoute } from './rest-call.ts'

const needs = ['actions', 'read'] as const

export const artifactRoutes: readonly RestRoute[] = [
  { name: 'artifacts/list', method: 'GET', path: '/actions/artifacts', needs, answer: call => list(call, undefined) },
  {
    name: 'artifacts/list-of-run',
    method: 'GET',
    path: '/actions/runs/*/artifacts',
    needs,
    answer: call => list(call, Number(call.parts[0]))
  },
  {
    name: 'artifacts/get',
    method: 'GET',
    path: '/actions/artifacts/*',
    needs,
    answer: withArtifact((call, one) => githubJson(describe(call, one)))
  },
  {
    name: 'artifacts/download',
    method: 'GET',
    path: '/actions/artifacts/*/zip',
    needs,
    answer: withArtifact(download)
  },
  {
    name: 'artifacts/delete',
    method: 'DELETE',
    path: '/actions/artifacts/*',
    needs: ['actions', 'write'],
    answer: withArtifact(({ artifacts }, one) => {
      artifacts.delete(one)
      return { status: 204 }
    })
  }
]

function withArtifact(
  answer: (call: RestCall, artifact: Artifact) => ReturnType<RestRoute['answer']>
): RestRoute['answer'] {
  return call => {
    const artifact = call.artifacts.get(Number(call.parts[0]))
    return artifact ? answer(call, artifact) : githubError(404, 'Not Found')
  }
}

function list(call: RestCall, runId: number | undefined): ReturnType<RestRoute['answer']> {
  const { artifacts, query } = call
  const name = query.get('name')
  const all = artifacts.all.filter(one => one.finalized).reverse()
  const found = all.filter(one => (runId === undefined || one.runId === runId) && (name === null || one.name === name))
  return githubJson({ total_count: found.length, artifacts: page(found, query).map(one => describe(call, one)) })
}

function download({ artifacts, api }: RestCall, artifact: Artifact): ReturnType<RestRoute['answer']> {
  if (artifacts.expired(artifact)) return githubError(410, 'Artifact has expired')
  const origin = new URL(api).origin
  return { status: 302, headers: { location: `${origin}${blobPath(artifact)}?sig=${signature(artifact)}` } }
}

function describe({ project, artifacts, api }: RestCall, artifact: Artifact): unknown {
  const { repository, repositoryId } = project.options
  const run = project.runs.get(artifact.runId)
  const url = `${api}/repos/${repository}/actions/artifacts/${artifact.id}`
  const iso = (at: number): string => new Date(at).toISOString()
  return {
    id: artifact.id,
    node_id: Buffer.from(`Artifact${artifact.id}`).toString('base64'),
    name: artifact.name,
    size_in_bytes: artifact.content?.length ?? 0,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifacts.expired(artifact),
    created_at: iso(artifact.createdAt),
    updated_at: iso(artifact.createdAt),
    expires_at: iso(artifact.expiresAt),
    digest: artifact.digest ?? null,
    workflow_run: {
      id: artifact.runId,
      repository_id: repositoryId,
      head_repository_id: run?.headRepositoryId ?? repositoryId,
      head_branch: run?.headBranch ?? null,
      head_sha: run?.headSha ?? null
    }
  }
}
