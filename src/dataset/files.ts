/** Where the bytes of a dataset's files come from. What a path is (of the workspace, or an S3 URI) is not known here. */
export interface Files {
  /** Throws ProblemsFound where there is no such file, and where it changed since it was looked at first. */
  open(path: string): AsyncIterable<Uint8Array>
  /** Bytes from `from` up to, not including, `to`; fewer where the file ends before. */
  slice(path: string, from: number, to: number): Promise<Uint8Array>
  /** How long the file is. */
  bytes(path: string): Promise<number>
}

/** The path, its last segment without the ending, and the ending in lower case without its dot. */
export interface PathFacts {
  readonly path: string
  readonly name: string
  readonly extension: string
}

export function pathFacts(path: string): PathFacts {
  const base = path.slice(path.lastIndexOf('/') + 1)
  const dot = base.lastIndexOf('.')
  // A dot in front, as in `.env`, starts a name and not an ending.
  if (dot <= 0) return { path, name: base, extension: '' }
  return { path, name: base.slice(0, dot), extension: base.slice(dot + 1).toLowerCase() }
}
