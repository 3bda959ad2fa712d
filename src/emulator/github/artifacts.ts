/**
 * Workflow artifacts: what is stored, and the service by which a running workflow job reaches it (Twirp, JSON).
 * The wire is not documented; this is how @actions/artifact 6 speaks it:
 * https://github.com/actions/toolkit/tree/main/packages/artifact
 */
import { hash, randomUUID } from 'node:crypto'
import type { EmulatorClock, Exchange, Reply } from '../exchange.ts'
import { asText, member, parseJson, type Json } from '../json.ts'
import { claimsOf, unsigned } from './jwt.ts'
import { backendIds, type WorkflowRun } from './project.ts'

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly runId: number
  readonly attempt: number
  readonly mimeType: string
  readonly createdAt: number
  readonly expiresAt: number
  /** Names the upload and download address. */
  readonly blob: string
  /** Blocks that were put and not yet listed. */
  readonly blocks: Map<string, Buffer>
  /** As it was uploaded: a zip unless its type says otherwise. Tests may put something else here. */
  content: Buffer | undefined
  /** `sha256:…`, what the uploader said. */
  digest: string | undefined
  finalized: boolean
}

const day = 86_400_000
const retentionDays = 90

export class Artifacts {
  /** Oldest first; deleted ones are gone. */
  readonly all: Artifact[] = []
  private readonly clock: EmulatorClock
  private lastId = 4_000_000_000

  constructor(clock: EmulatorClock) {
    this.clock = clock
  }

  get(id: number): Artifact | undefined {
    return this.all.find(one => one.id === id && one.finalized)
  }

  /** Of the given run, those that are finished, newest first. */
  ofRun(runId: number): Artifact[] {
    return this.all.filter(one => one.finalized && one.runId === runId).reverse()
  }

  expired(artifact: Artifact): boolean {
    return this.clock.now() >= artifact.expiresAt
  }

  /** Undefined where the name is taken in this attempt, finished or not. */
  create(
    name: string,
    run: Pick<WorkflowRun, 'id' | 'attempt'>,
    mimeType: string,
    expiresAt?: number
  ): Artifact | undefined {
    if (this.all.some(one => one.name === name && one.runId === run.id && one.attempt === run.attempt)) return undefined
    const artifact: Artifact = {
      id: ++this.lastId,
      name,
      runId: run.id,
      attempt: run.attempt,
      mimeType,
      createdAt: this.clock.now(),
      expiresAt: expiresAt ?? this.clock.now() + retentionDays * day,
      blob: randomUUID(),
      blocks: new Map(),
      content: undefined,
      digest: undefined,
      finalized: false
    }
    this.all.push(artifact)
    return artifact
  }

  delete(artifact: Artifact): void {
    this.all.splice(this.all.indexOf(artifact), 1)
  }
}

/** What ACTIONS_RUNTIME_TOKEN is for a run. */
export function runtimeToken(run: Pick<WorkflowRun, 'id' | 'attempt'>): string {
  const ids = backendIds(run.id, run.attempt)
  return unsigned({
    scp: `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${ids.run}:${ids.job}`,
    run_id: String(run.id),
    run_attempt: String(run.attempt)
  })
}

export function artifactOperation(pathname: string): string {
  return pathname.slice(pathname.lastIndexOf('/') + 1)
}

/** `artifact.blob` → its address, without signature. */
export function blobPath(artifact: Artifact): string {
  return `/artifact-blobs/${artifact.runId}/${artifact.blob}`
}

interface Call {
  readonly artifacts: Artifacts
  readonly request: Json
  readonly run: { readonly id: number; readonly attempt: number }
  readonly origin: string
  readonly name: string
}

/** Twirp's error: a code, a message, and the HTTP status that goes with the code. */
export function twirpError(status: number, code: string, msg: string): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, msg }) }
}

export function artifactService(artifacts: Artifacts): (exchange: Exchange) => Promise<Reply> {
  return async exchange => {
    const bearer = claimsOf((exchange.headers['authorization'] ?? '').replace(/^Bearer /i, ''))
    const run = { id: Number(bearer?.['run_id']), attempt: Number(bearer?.['run_attempt']) }
    const ids = backendIds(run.id, run.attempt)
    if (!bearer || !asText(bearer['scp']).split(' ').includes(`Actions.Results:${ids.run}:${ids.job}`))
      return twirpError(401, 'unauthenticated', 'invalid token')
    const request = parseJson((await exchange.bytes()).toString('utf8'))
    if (request === undefined) return twirpError(400, 'malformed', 'the request is not JSON')
    if (member(request, 'workflow_run_backend_id') !== ids.run)
      return twirpError(403, 'permission_denied', 'the token is for another workflow run')
    const method = methods[artifactOperation(exchange.url.pathname)]
    if (!method) return twirpError(404, 'bad_route', `no handler for path ${exchange.url.pathname}`)
    const name = member(request, 'name')
    return method({ artifacts, request, run, origin: exchange.url.origin, name: typeof name === 'string' ? name : '' })
  }
}

const methods: Readonly<Record<string, (call: Call) => Reply>> = {
  CreateArtifact: createArtifact,
  FinalizeArtifact: finalizeArtifact,
  ListArtifacts: listArtifacts,
  GetSignedArtifactURL: signedUrl,
  DeleteArtifact: deleteArtifact
}

function ok(value: unknown): Reply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

function createArtifact({ artifacts, request, run, origin, name }: Call): Reply {
  if (name === '' || /[":<>|*?\r\n\\/]/.test(name))
    return twirpError(400, 'invalid_argument', `the artifact name is not valid: ${name}`)
  const mimeType = member(request, 'mime_type')
  const expires = Date.parse(asText(member(request, 'expires_at')))
  const artifact = artifacts.create(
    name,
    run,
    typeof mimeType === 'string' ? mimeType : 'application/zip',
    Number.isNaN(expires) ? undefined : expires
  )
  if (!artifact)
    return twirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
  return ok({ ok: true, signed_upload_url: `${origin}${blobPath(artifact)}?sig=${signature(artifact)}&se=2099-01-01` })
}

/** Stands where Azure's signature would; the blob service checks it. */
export function signature(artifact: Artifact): string {
  return hash('sha256', `blob ${artifact.blob}`, 'base64url')
}

function finalizeArtifact({ artifacts, request, run, name }: Call): Reply {
  const artifact = artifacts.all.find(
    one => one.name === name && one.runId === run.id && one.attempt === run.attempt && !one.finalized
  )
  if (!artifact) return twirpError(404, 'not_found', 'artifact not found')
  if (artifact.content === undefined) return twirpError(412, 'failed_precondition', 'nothing was uploaded')
  if (asText(member(request, 'size')) !== String(artifact.content.length))
    return twirpError(400, 'invalid_argument', 'the size is not that of the upload')
  const said = member(request, 'hash')
  artifact.digest = typeof said === 'string' ? said : undefined
  artifact.finalized = true
  return ok({ ok: true, artifact_id: String(artifact.id) })
}

function listArtifacts({ artifacts, request, run }: Call): Reply {
  const name = member(request, 'name_filter')
  const id = member(request, 'id_filter')
  const found = artifacts
    .ofRun(run.id)
    .filter(one => (name === undefined || one.name === name) && (id === undefined || String(one.id) === asText(id)))
  return ok({
    artifacts: found.map(one => ({
      workflow_run_backend_id: backendIds(one.runId, one.attempt).run,
      workflow_job_run_backend_id: backendIds(one.runId, one.attempt).job,
      database_id: String(one.id),
      name: one.name,
      size: String(one.content?.length ?? 0),
      created_at: new Date(one.createdAt).toISOString(),
      ...(one.digest !== undefined && { digest: one.digest })
    }))
  })
}

function finished({ artifacts, run, name }: Call): Artifact | undefined {
  return artifacts.ofRun(run.id).find(one => one.name === name)
}

function signedUrl(call: Call): Reply {
  const artifact = finished(call)
  if (!artifact) return twirpError(404, 'not_found', 'artifact not found')
  return ok({ signed_url: `${call.origin}${blobPath(artifact)}?sig=${signature(artifact)}` })
}

function deleteArtifact(call: Call): Reply {
  const artifact = finished(call)
  if (!artifact) return twirpError(404, 'not_found', 'artifact not found')
  call.artifacts.delete(artifact)
  return ok({ ok: true, artifact_id: String(artifact.id) })
}
