/**
 * Virtual time, and whose turn it is: passes that run at once take turns at every step they make, in an order drawn
 * from a seed, and time moves only while nobody has anything to do. Knows neither what a pass nor what a step is.
 */
import type { ManualClock } from '../emulator/clock.ts'

interface Waiting {
  readonly actor: Actor
  readonly go: () => void
}

interface Sleeping extends Waiting {
  readonly until: number
  /** Goes off beside what the actor does, and says nothing of whether that waits. */
  readonly isAlarm?: true
}

/** A step takes this long, in virtual milliseconds, at most. */
const longestStepMs = 200
/** Real milliseconds without news after which an actor that does several things at once counts as waiting. */
const patienceMs = 4

export class Turns {
  readonly random: () => number
  private readonly clock: ManualClock
  private readonly busy = new Set<Actor>()
  private gates: Waiting[] = []
  private sleepers: Sleeping[] = []
  private news = 0
  private moving = false

  constructor(clock: ManualClock, random: () => number) {
    this.clock = clock
    this.random = random
  }

  now(): number {
    return this.clock.now()
  }

  /** A new actor is busy until it first waits. */
  enter(): Actor {
    const actor = new Actor(this)
    this.busy.add(actor)
    return actor
  }

  /** Whatever it waits for never comes. */
  leave(actor: Actor): void {
    this.gates = this.gates.filter(one => one.actor !== actor)
    this.sleepers = this.sleepers.filter(one => one.actor !== actor)
    this.rest(actor)
  }

  gate(actor: Actor): Promise<void> {
    return new Promise(go => {
      this.gates.push({ actor, go })
      this.rest(actor)
    })
  }

  sleep(actor: Actor, ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || ms <= 0) return Promise.resolve()
    return new Promise(go => {
      const sleeping = { actor, go, until: this.clock.now() + ms }
      this.sleepers.push(sleeping)
      signal?.addEventListener('abort', () => this.wake(sleeping), { once: true })
      this.rest(actor)
    })
  }

  /** Calls back after a while, beside whatever else the actor does: it is not taken to rest. Returns how to call that off. */
  alarm(actor: Actor, ms: number, go: () => void): () => void {
    const sleeping = { actor, go, until: this.clock.now() + ms, isAlarm: true } as const
    this.sleepers.push(sleeping)
    return () => {
      this.sleepers = this.sleepers.filter(one => one !== sleeping)
    }
  }

  /** What an alarm has started is over; whatever else the actor does goes on. */
  silence(actor: Actor): void {
    this.rest(actor)
  }

  private rest(actor: Actor): void {
    this.news++
    this.busy.delete(actor)
    // Later, so that whoever rests has finished what it was about.
    queueMicrotask(() => void this.move())
  }

  private async move(): Promise<void> {
    if (this.moving) return
    this.moving = true
    try {
      while (await this.isQuiet()) {
        const next = this.gates.length > 0 ? this.nextGate() : undefined
        if (next !== undefined) {
          await this.pass(this.random() * longestStepMs)
          if (!this.gates.includes(next)) continue
          this.gates = this.gates.filter(one => one !== next)
          this.release(next)
          continue
        }
        const first = this.sleepers.reduce<Sleeping | undefined>(
          (best, one) => (best && best.until <= one.until ? best : one),
          undefined
        )
        if (first === undefined) return
        await this.pass(Math.max(0, first.until - this.clock.now()))
        if (this.sleepers.includes(first)) this.wake(first)
      }
    } finally {
      this.moving = false
    }
  }

  private async pass(ms: number): Promise<void> {
    await this.clock.advance(Math.ceil(ms))
  }

  /** Waits, briefly, for actors that do several things at once; false where somebody is at work. */
  private async isQuiet(): Promise<boolean> {
    while (this.busy.size > 0) {
      const waits = (actor: Actor): boolean => this.waiting().some(one => one.actor === actor)
      if (![...this.busy].every(waits)) return false
      const before = this.news
      await new Promise(resolve => setTimeout(resolve, patienceMs))
      if (this.news === before) return true
    }
    return this.waiting().length > 0
  }

  private waiting(): Waiting[] {
    return [...this.gates, ...this.sleepers.filter(({ isAlarm }) => isAlarm !== true)]
  }

  /** Actors are drawn, not requests: one that does much at once is not served more often. */
  private nextGate(): Waiting | undefined {
    const actors = [...new Set(this.gates.map(one => one.actor))]
    const actor = actors[Math.floor(this.random() * actors.length)]
    return this.gates.find(one => one.actor === actor)
  }

  private wake(sleeping: Sleeping): void {
    this.sleepers = this.sleepers.filter(one => one !== sleeping)
    this.release(sleeping)
  }

  private release({ actor, go }: Waiting): void {
    this.news++
    this.busy.add(actor)
    go()
  }
}

/** One pass, as far as time and turns go. */
export class Actor {
  private readonly turns: Turns

  constructor(turns: Turns) {
    this.turns = turns
  }

  /** Resolves when it is this actor's turn. */
  gate(): Promise<void> {
    return this.turns.gate(this)
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.turns.sleep(this, ms, signal)
  }

  alarm(ms: number, go: () => void): () => void {
    return this.turns.alarm(this, ms, go)
  }

  silence(): void {
    this.turns.silence(this)
  }

  leave(): void {
    this.turns.leave(this)
  }
}
