/** The files that stand beside a spec's first output. Their content is known to outputs/, not here. */

export interface SideFiles {
  readonly lock: string
  readonly manifest: string
  /** Written only when there are errors. */
  readonly errors: string
}

/** `generated/descriptions.csv` → `generated/descriptions.lock.json`, `….manifest.json` and `….errors.jsonl`. */
export function sideFiles(outputPath: string): SideFiles {
  const stem = outputPath.replace(/(?<=[^/])\.[^./]+$/, '')
  return { lock: `${stem}.lock.json`, manifest: `${stem}.manifest.json`, errors: `${stem}.errors.jsonl` }
}
