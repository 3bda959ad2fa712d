/** "Did you mean": the closest of the names that exist. Knows nothing of what the names are for. */

/** The name that differs least, where it differs little enough to be a slip of the finger or of the spelling. */
export function nearest(wanted: string, names: readonly string[]): string | undefined {
  const plain = squeeze(wanted)
  const bound = Math.max(1, Math.floor(plain.length / 3))
  let best: string | undefined
  let least = bound + 1
  for (const name of names.slice(0, 1000)) {
    const distance = editDistance(plain, squeeze(name).slice(0, plain.length + bound + 1))
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** `did you mean price? ` when there is a near name, then the names that exist, a dozen at most. */
export function namesHint(wanted: string, names: readonly string[], what = 'fields'): string {
  const near = nearest(wanted, names)
  const shown = names.slice(0, 12).map(spelled)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  const list = names.length === 0 ? `there are no ${what}` : `${what}: ${shown.join(', ')}${more}`
  return near === undefined ? list : `did you mean ${spelled(near)}? ${list}`
}

/** A name as it can be told in a message: cut, and quoted where it is more than a word. */
export function spelled(name: string): string {
  const cut = name.length > 60 ? `${name.slice(0, 57)}…` : name
  return /^[\p{L}\p{N}_-]+$/u.test(cut) ? cut : JSON.stringify(cut)
}

// Case, blanks, `-` and `_` are the usual differences between two spellings of one name.
function squeeze(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change
      )
    }
    previous = current
  }
  return previous[right.length] ?? 0
}
