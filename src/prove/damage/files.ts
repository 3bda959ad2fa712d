/** Lock and output on the branch, as merges, resets and careless hands leave them. */
import type { Places } from '../damage.ts'
import { lockPath, outputPath } from '../dataset.ts'
import type { World } from '../world.ts'

type How = Places['lock'][number] | Places['output'][number]

export function spoilFile({ branch }: World, place: 'lock' | 'output', how: How): void {
  const path = place === 'lock' ? lockPath : outputPath
  const text = branch.files.get(path)
  if (text === undefined) return
  const spoilt = how === 'stale' ? branch.commits[0]?.files.get(path) : spoiltText(text, how)
  if (spoilt === undefined) branch.files.delete(path)
  else branch.files.set(path, spoilt)
}

function spoiltText(text: string, how: Exclude<How, 'stale'>): string | undefined {
  switch (how) {
    case 'whole':
      return text
    case 'missing':
      return undefined
    case 'has conflict markers':
      return text.replace(/^( *"k4".*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other')
    case 'cut':
      return text.slice(0, Math.floor(text.length * 0.6))
    case 'names other records':
      return shifted(text)
    case 'of another schema':
      return text.replace(/"schema": ?1/, '"schema": 9')
  }
}

/** Every row gets its neighbour's record. */
function shifted(lock: string): string {
  const ids = [...lock.matchAll(/\["([0-9A-Za-z]{11})"/g)].map(match => match[1] ?? '')
  let next = 0
  return lock.replace(/\["([0-9A-Za-z]{11})"/g, () => `["${ids[++next % ids.length] ?? ''}"`)
}
