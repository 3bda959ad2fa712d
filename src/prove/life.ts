/**
 * The life of one pass: its steps (requests to the emulator, and calls of what stands for GitHub) are numbered, each waits
 * for its turn, and at one of them the pass can be killed, hindered or held up. After its death nothing of it has an effect.
 */
import type { Emulator } from '../emulator/emulator.ts'
import type { RequestInfo } from '../emulator/faults.ts'
import type { Phase } from '../emulator/server.ts'
import type { Actor } from './turns.ts'

/**
 * Where a step is cut: `before` it took effect; when it was `applied` but not answered; when it was `answered`; or with
 * `half` of the answer's body.
 */
export const moments = ['before', 'applied', 'answered', 'half'] as const
export type Moment = (typeof moments)[number]

/** `kill` ends the pass there; `cut` only breaks the connection. */
export interface Strike {
  readonly do: 'kill' | 'cut'
  /** The pass's n-th step, or its n-th of that name: `CreateModelInvocationJob#2`. */
  readonly step: number | `${string}#${number}`
  readonly moment: Moment
}

/** Whether the last of these steps is the one that is meant. */
export function isAt({ step }: Strike, steps: readonly Step[]): boolean {
  if (typeof step === 'number') return step === steps.length
  const [name, count] = step.split('#')
  return steps.at(-1)?.name === name && steps.filter(one => one.name === name).length === Number(count)
}

/** The pass stands still before its first step of that name and about that, as on a machine that is suspended. */
export interface Pause {
  readonly before: string
  readonly about?: string
  readonly ms: number
}

/** Every step of that name takes that long, as with a model that thinks. */
export interface Slowness {
  readonly step: string
  readonly ms: number
}

/** How the runner and its network are. */
export interface Conditions {
  readonly strikes?: readonly Strike[]
  readonly pause?: Pause
  readonly slow?: Slowness
}

export interface Step {
  readonly name: string
  /** What the request was about, for a person: a key or a path. */
  readonly about: string
}

export class Life {
  readonly steps: Step[] = []
  readonly died: Promise<void>
  readonly accessKeyId: string
  private readonly actor: Actor
  private readonly conditions: Conditions
  private readonly emulator: Emulator
  private readonly removals: (() => void)[] = []
  private resolveDeath: () => void = () => undefined
  private alive = true
  private doomed = false
  private paused = false
  private suspended = false

  constructor(emulator: Emulator, actor: Actor, accessKeyId: string, conditions: Conditions) {
    this.emulator = emulator
    this.actor = actor
    this.accessKeyId = accessKeyId
    this.conditions = conditions
    this.died = new Promise(resolve => (this.resolveDeath = resolve))
    this.removals.push(emulator.onRequest((request, phase) => this.meets(request, phase)))
    // Refused rather than dropped: what is left of a dead pass must not try again and again.
    this.removals.push(
      emulator.faults.add({
        when: request => !this.alive && this.isMine(request),
        do: { status: 403, code: 'AccessDenied', message: 'this pass is dead' }
      })
    )
  }

  get isAlive(): boolean {
    return this.alive
  }

  /** Runs a call of GitHub as a step. It never comes back to a pass that is dead. */
  async call<T>(name: string, about: string, act: () => Promise<T>): Promise<T> {
    if (!this.alive || this.doomed) return this.lost()
    const strike = this.begin({ name, about })
    await this.actor.gate()
    if (strike?.moment === 'before') {
      if (strike.do === 'kill') return this.lost()
      throw new Error('the connection broke')
    }
    const result = await act()
    if (strike === undefined || strike.moment === 'answered') {
      if (strike?.do === 'kill') return this.lost()
      return result
    }
    if (strike.do === 'kill') return this.lost()
    throw new Error('the connection broke')
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (!this.alive || this.doomed) return this.lost()
    return this.actor.sleep(ms, signal)
  }

  /** Beside all else it does; not while the machine is suspended. */
  every(ms: number, act: () => Promise<void>): () => Promise<void> {
    let stopped = false
    let acting = Promise.resolve()
    let callOff: () => void
    const wait = (): void => {
      if (!stopped && this.alive) callOff = this.actor.alarm(ms, () => void (acting = beat()))
    }
    const beat = async (): Promise<void> => {
      if (!this.suspended) await act()
      wait()
      // Whoever stops it waits for it, and goes on itself; the dead have left for good.
      if (!stopped && this.alive) this.actor.silence()
    }
    wait()
    return async () => {
      stopped = true
      callOff()
      await acting
    }
  }

  /** Nothing of it has an effect from now on. */
  end(): void {
    this.alive = false
    this.actor.leave()
    this.resolveDeath()
  }

  dispose(): void {
    this.end()
    for (const remove of this.removals) remove()
  }

  private lost<T>(): Promise<T> {
    this.end()
    return new Promise(() => undefined)
  }

  private begin(step: Step): Strike | undefined {
    this.steps.push(step)
    return this.conditions.strikes?.find(one => isAt(one, this.steps))
  }

  private isToPause({ before, about = '' }: Pause): boolean {
    const step = this.steps.at(-1)
    return !this.paused && step?.name === before && step.about.includes(about)
  }

  private isMine(request: RequestInfo): boolean {
    const { requests } = this.emulator.books
    return requests.findLast(one => one.number === request.number)?.principal === this.accessKeyId
  }

  private current: { readonly number: number; readonly strike: Strike } | undefined

  private async meets(request: RequestInfo, phase: Phase): Promise<unknown> {
    if (!this.alive || !this.isMine(request)) return undefined
    if (phase === 'before') return this.arrives(request)
    const { current } = this
    if (current?.number !== request.number || current.strike.do !== 'kill') return undefined
    // Dead the moment that the answer, or what there is of it, is on its way.
    if (phase === 'answered' || current.strike.moment === 'applied') this.end()
    return undefined
  }

  private async arrives(request: RequestInfo): Promise<unknown> {
    if (this.doomed) {
      this.end()
      return undefined
    }
    const strike = this.begin({
      name: request.operation,
      about: decodeURIComponent(request.path)
        .replace(/^\/[^/?]*/, '')
        .slice(0, 120)
    })
    const { pause, slow } = this.conditions
    if (pause !== undefined && this.isToPause(pause)) {
      this.paused = true
      this.suspended = true
      await this.actor.sleep(pause.ms)
      this.suspended = false
    }
    if (slow?.step === request.operation) await this.actor.sleep(slow.ms)
    await this.actor.gate()
    if (strike === undefined) return undefined
    this.current = { number: request.number, strike }
    if (strike.moment === 'before') {
      if (strike.do === 'kill') this.end()
      return 'drop'
    }
    this.doomed = strike.do === 'kill'
    if (strike.moment === 'half') this.emulator.faults.add({ when: request.number, times: 1, do: 'half-body' })
    if (strike.moment === 'applied') {
      this.emulator.faults.add({ when: request.number, times: 1, do: 'apply-then-drop' })
      // A create that takes effect later is not met again.
      if (strike.do === 'kill') setTimeout(() => this.end(), 20)
    }
    return undefined
  }
}
