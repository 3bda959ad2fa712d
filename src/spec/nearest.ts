/** "Did you mean": the known word that a person most likely wanted. Knows no words of its own. */

/** Longer words are not compared letter by letter: nobody mistypes sixty letters. */
const longest = 60

/**
 * The candidate that is spelled nearest to the word: first one that differs only in case, `-` and `_`, then one within
 * a third of its length in edits. Undefined where none is near; of equals the first.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = squeeze(word)
  const same = candidates.find(candidate => squeeze(candidate) === plain)
  if (same !== undefined || plain === '' || word.length > longest) return same
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of candidates) {
    const other = squeeze(candidate)
    const allowed = Math.max(1, Math.floor(Math.min(plain.length, other.length) / 3))
    const distance = edits(plain, other)
    if (distance <= allowed && distance < bestDistance && distance < other.length) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** `max_tokens`, `max-tokens` and `Max Tokens` are one word: `maxtokens`. */
export function squeeze(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '')
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function edits(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : 1
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + replaced)
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      line.push(least)
    }
    beforeLast = last
    last = line
  }
  return last[to.length] ?? 0
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}
