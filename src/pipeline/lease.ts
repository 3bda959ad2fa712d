/**
 * The right to pay for a spec, held by one pass: an object in S3, written only under a condition. It keeps two passes
 * from composing jobs of the same rows at once; names and tokens are the second guard, since Bedrock knows no fencing.
 * It also names the schema of everything below the spec's prefix, since whoever writes there writes it first.
 */
import { sha256Hex } from '../jobs/record.ts'
import { at, isObject } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { HasEnded, LeaseOwner } from '../ports.ts'
import { Failure } from '../problems.ts'
import { parseJson } from '../results/parse-json.ts'
import { settleMs } from './observe.ts'
import { downloadVersion } from './store.ts'
import type { Store } from './store.ts'

export interface LeaseRequest {
  readonly store: Store
  readonly owner: LeaseOwner
  readonly hasEnded: HasEnded
}

/** Of names, keys and lines below a spec's prefix. What bears no mark is of the first. */
const stateSchema = 1

interface Held {
  readonly nonce: string
  readonly owner: LeaseOwner
  readonly released: boolean
}

export type Taking = { readonly lease: Lease } | { readonly heldBy: string }

export async function takeLease(request: LeaseRequest): Promise<Taking> {
  const { store } = request
  const nonce = sha256Hex(`${request.owner.runUrl} ${store.clock.now()} ${store.clock.random()}`).slice(0, 32)
  const lease = new Lease(request, nonce)
  for (let attempt = 0; attempt < 3; attempt++) {
    if ((await store.objects.put(store.keys.lease, lease.text(), { absent: true })) === 'stored')
      return lease.confirmed()
    const stored = await read(store)
    if (stored === undefined) continue
    // A refusal may be the echo of our own write whose answer was lost.
    if (stored.held?.nonce === nonce) return lease.confirmed()
    if (!(await isFree(request, stored))) return { heldBy: stored.held?.owner.runUrl ?? 'another pass' }
    if ((await store.objects.put(store.keys.lease, lease.text(), { etag: stored.etag })) === 'stored')
      return lease.confirmed()
  }
  return { heldBy: 'another pass' }
}

/** Throws Failure `bad-state` where a newer version of the action works below this prefix: what it wrote may read otherwise. */
export async function checkState(store: Store): Promise<void> {
  await read(store)
}

/** Whether nobody may pay right now. */
export async function isLeaseFree(request: LeaseRequest): Promise<boolean> {
  const stored = await read(request.store)
  return stored === undefined || (await isFree(request, stored))
}

export class Lease {
  private readonly request: LeaseRequest
  private readonly nonce: string
  private etag = ''
  private renewedAt = 0

  constructor(request: LeaseRequest, nonce: string) {
    this.request = request
    this.nonce = nonce
  }

  text(released = false): string {
    return `${JSON.stringify({ schema: stateSchema, nonce: this.nonce, owner: this.request.owner, renewed: this.renewedAt, released })}\n`
  }

  /** Whether it is still ours; asked before each Create. */
  async renew(): Promise<boolean> {
    const { store } = this.request
    this.renewedAt = store.objects.now()
    if ((await store.objects.put(store.keys.lease, this.text(), { etag: this.etag })) === 'stored')
      return this.refresh()
    return this.refresh()
  }

  /** A released lease is free at once; one that was lost is left alone. */
  async release(): Promise<void> {
    const { store } = this.request
    await store.objects.put(store.keys.lease, this.text(true), { etag: this.etag })
  }

  async confirmed(): Promise<Taking> {
    return (await this.refresh()) ? { lease: this } : { heldBy: 'another pass' }
  }

  private async refresh(): Promise<boolean> {
    const stored = await read(this.request.store)
    if (stored?.held?.nonce !== this.nonce || stored.held.released) return false
    this.etag = stored.etag
    return true
  }
}

interface StoredLease {
  readonly held: Held | undefined
  readonly etag: string
  readonly lastModified: number
}

async function read(store: Store): Promise<StoredLease | undefined> {
  const stored = await downloadVersion(store, store.keys.lease)
  if (stored === undefined) return undefined
  const { file, etag, lastModified } = stored
  const value = parseJson(file.readText(0, Math.min(file.bytes, 65_536)))
  file.discard()
  refuseNewer(store, value)
  return { held: heldBy(value), etag, lastModified }
}

function refuseNewer(store: Store, value: unknown): void {
  const schema = isObject(value) ? value['schema'] : undefined
  if (typeof schema !== 'number' || schema <= stateSchema) return
  throw new Failure(
    'bad-state',
    `s3://${store.bucket}/${store.keys.root}/ has state of schema ${schema}, and this version of the action knows schema ${stateSchema}`,
    {
      remedy:
        'Use the version of the action that wrote it, or a newer one. To start afresh, give another s3-uri: rows that are not published are asked and paid again then. Nothing was asked.'
    }
  )
}

/** Undefined for what is no lease of ours: it counts as held until it is old. */
function heldBy(value: JsonValue | undefined): Held | undefined {
  if (!isObject(value)) return undefined
  const word = (path: string): string => {
    const found = at(value, path)
    return typeof found === 'string' ? found : ''
  }
  const owner = { runId: word('owner.runId'), runAttempt: word('owner.runAttempt'), runUrl: word('owner.runUrl') }
  return { nonce: word('nonce'), owner, released: value['released'] === true }
}

async function isFree({ store, owner, hasEnded }: LeaseRequest, { held, lastModified }: StoredLease): Promise<boolean> {
  if (held?.released || store.objects.now() - lastModified >= settleMs) return true
  if (held === undefined || held.owner.runId === '') return false
  // An earlier attempt of this very workflow run is over.
  if (held.owner.runId === owner.runId) return Number(held.owner.runAttempt) < Number(owner.runAttempt)
  return (await hasEnded(held.owner)) === true
}
