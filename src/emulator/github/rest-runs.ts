/** https://docs.github.com/en/rest/actions/workflow-runs */
import type { WorkflowRun } from './project.ts'
import { githubError, githubJson } from './reply.ts'
import { page, type RestCall, type RestRoute } from './rest-call.ts'

const needs = ['actions', 'read'] as const

export const runRoutes: readonly RestRoute[] = [
  { name: 'runs/list', method: 'GET', path: '/actions/runs', needs, answer: list },
  { name: 'runs/list-of-workflow', method: 'GET', path: '/actions/workflows/*/runs', needs, answer: listOfWorkflow },
  { name: 'runs/get', method: 'GET', path: '/actions/runs/*', needs, answer: get }
]

function get(call: RestCall): ReturnType<RestRoute['answer']> {
  const run = call.project.runs.get(Number(call.parts[0]))
  return run ? githubJson(describe(call, run)) : githubError(404, 'Not Found')
}

function listOfWorkflow(call: RestCall): ReturnType<RestRoute['answer']> {
  const file = call.project.options.workflowPath.split('/').at(-1)
  return call.parts[0] === file ? list(call) : githubError(404, 'Not Found')
}

function list(call: RestCall): ReturnType<RestRoute['answer']> {
  const { project, query } = call
  const found = [...project.runs.values()]
    .reverse()
    .filter(
      run =>
        (query.get('branch') ?? run.headBranch) === run.headBranch &&
        (query.get('event') ?? run.event) === run.event &&
        [run.status, run.conclusion].includes((query.get('status') ?? run.status) as WorkflowRun['status'])
    )
  return githubJson({ total_count: found.length, workflow_runs: page(found, query).map(run => describe(call, run)) })
}

function describe({ project, api }: RestCall, run: WorkflowRun): unknown {
  const { options } = project
  const iso = new Date(run.createdAt).toISOString()
  return {
    id: run.id,
    name: options.workflow,
    run_number: 1,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: options.workflowPath,
    workflow_id: 1,
    url: `${api}/repos/${options.repository}/actions/runs/${run.id}`,
    html_url: `https://github.com/${options.repository}/actions/runs/${run.id}`,
    created_at: iso,
    run_started_at: iso,
    updated_at: iso,
    actor: { login: options.actor },
    repository: { id: options.repositoryId, full_name: options.repository },
    head_repository: {
      id: run.headRepositoryId,
      full_name: run.headRepository,
      fork: run.headRepository !== options.repository
    }
  }
}
