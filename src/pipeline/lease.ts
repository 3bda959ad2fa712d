/**
 * The right to pay for a spec, held by one pass: an object in S3, written only under a condition. It keeps two passes
 * from composing jobs of the same rows at once; names and tokens are the second guard, since Bedrock knows no fencing.
 * It also names the schema of everything below the spec's prefix, since whoever writes there writes it first.
 */
import { sha256Hex } from '../jobs/record.ts'
import { at, isObject } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { Clock, HasEnded, LeaseOwner } from '../ports.ts'
import { Failure } from '../problems.ts'
import { parseShallow } from '../results/parse-json.ts'
import { cut } from '../visible.ts'
import { settleMs } from './observe.ts'
import { downloadVersion } from './store.ts'
import type { Store } from './store.ts'

export interface LeaseRequest {
  readonly store: Store
  readonly owner: LeaseOwner
  readonly hasEnded: HasEnded
  /** Tells this pass from all others: two workflow jobs of one workflow run have the same owner. */
  readonly nonce: string
}

/** While it is held it is renewed that often, whatever the pass is busy with: some renewals may fail before it is free. */
const beatMs = 2 * 60_000
/** A renewal tells for so long that nobody else may have it. */
const trustedMs = settleMs / 2

/** Of names, keys and lines below a spec's prefix. What bears no mark is of the first. */
const stateSchema = 1

interface Held {
  readonly nonce: string
  readonly owner: LeaseOwner
  readonly released: boolean
}

export function nonceFor({ runUrl }: LeaseOwner, clock: Clock): string {
  return sha256Hex(`${runUrl} ${clock.now()} ${clock.random()}`).slice(0, 32)
}

export type Taking = { readonly lease: Lease } | { readonly heldBy: string }

export async function takeLease(request: LeaseRequest): Promise<Taking> {
  const { store } = request
  const lease = new Lease(request)
  for (let attempt = 0; attempt < 3; attempt++) {
    if ((await store.objects.put(store.keys.lease, lease.text(), { absent: true })) === 'stored')
      return lease.confirmed()
    const stored = await read(store)
    if (stored === undefined) continue
    // The echo of our own write whose answer was lost, or what a release that never arrived has left behind.
    if (stored.held?.nonce === request.nonce && !stored.held.released) return lease.confirmed()
    if (!(await isFree(request, stored))) return { heldBy: holderOf(stored) }
    if ((await store.objects.put(store.keys.lease, lease.text(), { etag: stored.etag })) === 'stored')
      return lease.confirmed()
  }
  return { heldBy: 'another pass' }
}

/** For a person. Whoever may write to the bucket may write anything there. */
function holderOf({ held }: StoredLease): string {
  const { runUrl = '' } = held?.owner ?? {}
  return /^https?:\/\/[!-~]{1,300}$/.test(runUrl) ? runUrl : 'another pass'
}

/** Throws Failure `bad-state` where another version of the action works below this prefix: what it wrote may read otherwise. */
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
  private etag = ''
  private renewedAt: number
  /** By the last look; 0 where that showed another's. */
  private seenAt = 0
  private endBeats: (() => Promise<void>) | undefined

  constructor(request: LeaseRequest) {
    this.request = request
    this.renewedAt = request.store.objects.now()
  }

  text(released = false): string {
    const { nonce, owner } = this.request
    return `${JSON.stringify({ schema: stateSchema, nonce, owner, renewed: this.renewedAt, released })}\n`
  }

  /** Whether it is still ours, by S3; asked before each Create. */
  async renew(): Promise<boolean> {
    const { store } = this.request
    this.renewedAt = store.objects.now()
    // What the condition was held against may be our own write: only what lies there tells.
    await store.objects.put(store.keys.lease, this.text(), { etag: this.etag })
    return this.refresh()
  }

  /** The same, but S3 is asked only where the last renewal is a while ago, as on a machine that was suspended. */
  async isHeld(): Promise<boolean> {
    return this.request.store.objects.now() - this.seenAt < trustedMs || this.renew()
  }

  /** A released lease is free at once; one that was lost is left alone. */
  async release(): Promise<void> {
    await this.endBeats?.()
    const { store } = this.request
    const give = (): Promise<'stored' | 'refused'> =>
      store.objects.put(store.keys.lease, this.text(true), { etag: this.etag })
    // Refused where it was lost, or where the answer to our last renewal was.
    if ((await give()) === 'refused' && (await this.refresh())) await give()
  }

  async confirmed(): Promise<Taking> {
    if (!(await this.refresh())) return { heldBy: 'another pass' }
    this.endBeats = this.request.store.clock.every(beatMs, () => this.beat())
    return { lease: this }
  }

  /** A long upload or a slow answer must not let the lease grow old. One beat that fails is made up for by the next. */
  private async beat(): Promise<void> {
    if (this.seenAt > 0) await this.renew().catch(() => false)
  }

  private async refresh(): Promise<boolean> {
    const { store, nonce } = this.request
    const stored = await read(store)
    const isOurs = stored?.held?.nonce === nonce && !stored.held.released
    if (isOurs) this.etag = stored.etag
    this.seenAt = isOurs ? this.renewedAt : 0
    return isOurs
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
  const value = parseShallow(file.readText(0, Math.min(file.bytes, 65_536)))
  file.discard()
  refuseOther(store, value)
  return { held: heldBy(value), etag, lastModified }
}

function refuseOther(store: Store, value: unknown): void {
  const schema = isObject(value) ? value['schema'] : undefined
  if (schema === undefined || schema === stateSchema) return
  throw new Failure(
    'bad-state',
    `s3://${store.bucket}/${store.keys.root}/ has state of schema ${cut(JSON.stringify(schema), 40)}, and this version of the action knows schema ${stateSchema}`,
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
