/** The files that stand beside a spec's first output. Their content is known to outputs/, not here. */
import { folderBefore, hasHoles } from './path-template.ts'

export interface SideFiles {
  readonly lock: string
  readonly manifest: string
  /** Written only when there are errors. */
  readonly errors: string
}

interface Naming {
  readonly name: string
  readonly outputs: readonly { readonly path: string }[]
}

/**
 * `generated/descriptions.csv` → `generated/descriptions.lock.json`, `….manifest.json` and `….errors.jsonl`. Where the
 * first path stands for many files, they are named by the spec, in the folder before the first hole:
 * `content/{{ sku }}.md` → `content/descriptions.lock.json`.
 */
export function sideFiles({ name, outputs }: Naming): SideFiles {
  const path = outputs[0]?.path ?? ''
  const stem = isMany(path) ? `${folderOf(path)}${name}` : path.replace(/(?<=[^/])\.[^./]+$/, '')
  return { lock: `${stem}.lock.json`, manifest: `${stem}.manifest.json`, errors: `${stem}.errors.jsonl` }
}

/** A merge into a dataset of several files has their pattern as its path. */
function isMany(path: string): boolean {
  return hasHoles(path) || /[*?[\]{},]/.test(path)
}

function folderOf(path: string): string {
  if (hasHoles(path)) return folderBefore(path)
  const plain = /^[^*?[\]{},]*/.exec(path)?.[0] ?? ''
  return plain.slice(0, plain.lastIndexOf('/') + 1)
}
