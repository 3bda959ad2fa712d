/**
 * The right to pay for a spec, held by one pass: an object in S3, written only under a condition. It keeps two passes
 * from composing jobs of the same rows at once; names and tokens are the second guard, since Bedrock knows no fencing.
 */
import { sha256Hex } from '../jobs/record.ts'
import { at, isObject } from '../json.ts'
import type { HasEnded, LeaseOwner } from '../ports.ts'
import { settleMs } from './observe.ts'
import { downloadVersion } from './store.ts'
import type { Store } from './store.ts'

export interface LeaseRequest {
  readonly store: Store
  readonly owner: LeaseOwner
  readonly hasEnded: HasEnded
}

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
    return `${JSON.stringify({ schema: 1, nonce: this.nonce, owner: this.request.owner, renewed: this.renewedAt, released })}\n`
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
  const held = parse(file.readText(0, Math.min(file.bytes, 65_536)))
  file.discard()
  return { held, etag, lastModified }
}

/** Undefined for what is no lease of ours: it counts as held until it is old. */
function parse(text: string): Held | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return undefined
    const word = (path: string): string => {
      const found = at(value, path)
      return typeof found === 'string' ? found : ''
    }
    const owner = { runId: word('owner.runId'), runAttempt: word('owner.runAttempt'), runUrl: word('owner.runUrl') }
    return { nonce: word('nonce'), owner, released: value['released'] === true }
  } catch {
    return undefined
  }
}

async function isFree({ store, owner, hasEnded }: LeaseRequest, { held, lastModified }: StoredLease): Promise<boolean> {
  if (held?.released || store.objects.now() - lastModified >= settleMs) return true
  if (held === undefined || held.owner.runId === '') return false
  // An earlier attempt of this very workflow run is over.
  if (held.owner.runId === owner.runId) return Number(held.owner.runAttempt) < Number(owner.runAttempt)
  return (await hasEnded(held.owner)) === true
}
