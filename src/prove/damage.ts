/** Saved state gone bad: missing, stale, corrupt or forged, in each of the places that hold some. */
import type { World } from './world.ts'

export type Damage = 'none'

export async function applyDamage(_world: World, _what: Damage): Promise<void> {
  // Nothing yet.
}
