/** Which known word was meant: edit distance, and words that hold what was written. */

/** Levenshtein, with a swap of neighbours as one edit. Gives up above `most`, returning most + 1. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + change)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, cell(beforeLast, j - 2) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    beforeLast = last
    last = row
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}

/** The nearest of the known words, or undefined where nothing is near: a third of the letters may be wrong. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-')
  const holding = known.filter(one => wanted.length >= 5 && one.includes(wanted))
  if (holding.length > 0) return holding.reduce((best, one) => (one.length < best.length ? one : best))
  let found: string | undefined
  let most = Math.floor(wanted.length / 3)
  for (const one of known) {
    const distance = editDistance(wanted, one, most)
    if (distance > most) continue
    found = one
    most = distance - 1
  }
  return found
}
