/** Output paths with holes, `content/{{ sku }}.md`, as text. What fills a hole is known to those who have rows. */

const hole = /\{\{[^]*?\}\}/g

export function hasHoles(path: string): boolean {
  return path.includes('{{')
}

/** What keeps a path with holes from being one; completes "the output path …". */
export function templateFault(path: string): string | undefined {
  if (path.includes('{%')) return 'contains {% %}; in a path only {{ }} may stand'
  if (path.replace(hole, '').includes('{{')) return 'has a hole that is never closed: write {{ sku }}'
  if (/\{\{\s*\}\}/.test(path)) return 'has an empty hole: write {{ sku }}'
  return undefined
}

/** The path with `x` in every hole: what can be said of it before any row is known. */
export function withStandIns(path: string): string {
  return path.replace(hole, 'x')
}

/** The folders and the name. A slash inside a hole, as in a filter's argument, parts nothing. */
export function segmentsOf(path: string): readonly string[] {
  const segments = ['']
  for (const piece of path.split(/(\{\{[^]*?\}\})/)) {
    const parts = piece.startsWith('{{') ? [piece] : piece.split('/')
    segments.push(`${segments.pop() ?? ''}${parts[0] ?? ''}`)
    segments.push(...parts.slice(1))
  }
  return segments
}

/** The folders before the first hole, with a slash at the end; empty where the first folder has one. */
export function folderBefore(path: string): string {
  const segments = segmentsOf(path)
  const first = segments.findIndex(segment => segment.includes('{{'))
  const folders = segments.slice(0, first < 0 ? -1 : Math.min(first, segments.length - 1))
  return folders.map(folder => `${folder}/`).join('')
}

/** Matches what the path can become: a hole holds anything but a slash. */
export function shapeOf(path: string): RegExp {
  const shape = path
    .split(/(\{\{[^]*?\}\})/)
    .map(piece => (piece.startsWith('{{') ? '[^/]+' : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
    .join('')
  return new RegExp(`^${shape}$`, 'u')
}
