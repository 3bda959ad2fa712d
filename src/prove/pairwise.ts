/** Few combinations of choices in which every pair of choices meets at least once. */

export type Factors = Readonly<Record<string, readonly unknown[]>>
export type Combination<F extends Factors> = { readonly [Name in keyof F]: F[Name][number] }

/** Greedy: each next row is the candidate that covers most pairs not met so far. The same random numbers give the same rows. */
export function pairwise<F extends Factors>(factors: F, random: () => number): Combination<F>[] {
  const names = Object.keys(factors)
  const open = new Set<string>()
  for (const pair of pairsOf(names)) {
    for (const one of places(factors, pair[0]))
      for (const other of places(factors, pair[1])) open.add(tag(pair, one, other))
  }
  const rows: Combination<F>[] = []
  while (open.size > 0) {
    const row = bestOf(
      Array.from({ length: 30 }, () => candidate(factors, names, open, random)),
      names,
      open
    )
    for (const [pair, one, other] of met(names, row)) open.delete(tag(pair, one, other))
    rows.push(
      Object.fromEntries(names.map((name, index) => [name, factors[name]?.[row[index] ?? 0]])) as Combination<F>
    )
  }
  return rows
}

/** Every combination there is. */
export function product<F extends Factors>(factors: F): Combination<F>[] {
  return Object.entries(factors).reduce<Record<string, unknown>[]>(
    (rows, [name, choices]) => rows.flatMap(row => choices.map(choice => ({ ...row, [name]: choice }))),
    [{}]
  ) as Combination<F>[]
}

type Pair = readonly [string, string]

function pairsOf(names: readonly string[]): Pair[] {
  return names.flatMap((one, index) => names.slice(index + 1).map((other): Pair => [one, other]))
}

function places(factors: Factors, name: string): number[] {
  return [...(factors[name] ?? []).keys()]
}

function tag([one, other]: Pair, at: number, otherAt: number): string {
  return `${one}=${at} ${other}=${otherAt}`
}

/** Begins with a pair that is still open, so that there is progress with every row. */
function candidate(
  factors: Factors,
  names: readonly string[],
  open: ReadonlySet<string>,
  random: () => number
): number[] {
  const seeds = [...open]
  const seed = seeds[Math.floor(random() * seeds.length)] ?? ''
  const fixed = new Map(seed.split(' ').map(part => part.split('=') as [string, string]))
  return names.map(name => {
    const given = fixed.get(name)
    return given === undefined ? Math.floor(random() * (factors[name]?.length ?? 1)) : Number(given)
  })
}

function met(names: readonly string[], row: readonly number[]): [Pair, number, number][] {
  return pairsOf(names).map(pair => [pair, row[names.indexOf(pair[0])] ?? 0, row[names.indexOf(pair[1])] ?? 0])
}

function bestOf(rows: readonly number[][], names: readonly string[], open: ReadonlySet<string>): number[] {
  const worth = (row: readonly number[]): number =>
    met(names, row).filter(([pair, one, other]) => open.has(tag(pair, one, other))).length
  return rows.reduce((best, row) => (worth(row) > worth(best) ? row : best))
}
