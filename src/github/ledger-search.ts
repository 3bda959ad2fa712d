/**
 * Artifacts of earlier workflow runs that may be believed by where they come from, newest first. Looks at nothing but
 * what GitHub says of them. Forks share the namespace: anybody can put an artifact of any name there.
 * https://docs.github.com/en/rest/actions/artifacts
 */
import { at, count, isObject } from '../json.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { Log } from '../ports.ts'
import { Doubt } from './doubt.ts'
import type { RedirectingRest } from './rest.ts'

/** The repository that we work for, and its API. */
export interface RestPlace {
  readonly rest: RedirectingRest
  readonly owner: string
  readonly repo: string
  /** In digits, as GITHUB_REPOSITORY_ID has it. */
  readonly repositoryId: string
}

export interface FoundArtifact {
  readonly id: number
  readonly runId: string
  /** `sha256:…` over the zip; GitHub may not know it. */
  readonly digest: string | undefined
}

const pageSize = 100
/** 1,000 artifacts: more of one name than an hourly schedule leaves behind in a month. */
const mostPages = 10

/** Throws RestError. What is passed over is counted and said, not listed: there may be hundreds. */
export async function* believableArtifacts(
  place: RestPlace,
  name: string,
  log: Log,
  maxBytes: number
): AsyncGenerator<FoundArtifact> {
  const passedOver = new Map<string, number>()
  try {
    for (let page = 1; page <= mostPages; page++) {
      const listed = await list(place, name, page)
      // GitHub lists the newest first, without promising it: at least the order inside a page is sure.
      for (const artifact of listed.toSorted((a, b) => idOf(b) - idOf(a))) {
        if (artifact['name'] !== name || artifact['expired'] === true) continue
        const why = doubtAbout(artifact, place.repositoryId, maxBytes)
        if (why === undefined) yield described(artifact)
        else passedOver.set(why, (passedOver.get(why) ?? 0) + 1)
      }
      if (listed.length < pageSize) return
    }
  } finally {
    for (const [why, number] of passedOver)
      log.warning(`${number} of the artifacts named ${name} ${number === 1 ? 'is' : 'are'} ignored: ${why}`)
  }
}

/** Throws Doubt where the workflow run that saved it was started by an event that is not trusted to. Throws RestError. */
export async function checkEvent(
  { rest, owner, repo }: RestPlace,
  runId: string,
  mayBelieve: (event: string) => boolean
): Promise<void> {
  const run = await rest.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
    owner,
    repo,
    run_id: Number(runId)
  })
  const event = isObject(run) ? run['event'] : undefined
  if (typeof event !== 'string')
    throw new Doubt('GitHub does not say which event started the workflow run that saved it')
  if (!mayBelieve(event)) throw new Doubt(`the event ${event} is not trusted to save jobs`)
}

async function list({ rest, owner, repo }: RestPlace, name: string, page: number): Promise<JsonObject[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts'
  const body = (await rest.request(route, { owner, repo, name, per_page: pageSize, page })) as JsonValue
  const artifacts = at(body, 'artifacts')
  return Array.isArray(artifacts) ? artifacts.filter(isObject) : []
}

function doubtAbout(artifact: JsonObject, repositoryId: string, maxBytes: number): string | undefined {
  const run = artifact['workflow_run'] ?? null
  if (idText(run, 'id') === undefined || idOf(artifact) < 0) return 'of no workflow run that GitHub names'
  if (idText(run, 'repository_id') !== repositoryId) return 'of another repository'
  if (idText(run, 'head_repository_id') !== repositoryId) return 'from a fork'
  if ((count(artifact, 'size_in_bytes') ?? 0) > maxBytes) return `larger than ${maxBytes} bytes`
  return undefined
}

function described(artifact: JsonObject): FoundArtifact {
  const digest = artifact['digest']
  return {
    id: idOf(artifact),
    runId: idText(artifact, 'workflow_run.id') ?? '',
    digest: typeof digest === 'string' ? digest : undefined
  }
}

function idOf(artifact: JsonObject): number {
  return count(artifact, 'id') ?? -1
}

function idText(value: JsonValue, path: string): string | undefined {
  const found = count(value, path)
  return found === undefined ? undefined : String(found)
}
