/** What the demo shows has to be true: whatever turns out otherwise ends it with this. */
export class Unexpected extends Error {
  override readonly name = 'Unexpected'
}

/** `fact` and `wanted` are compared as they print. */
export function expectThat(what: string, fact: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(fact), JSON.stringify(wanted)]
  if (is !== should) throw new Unexpected(`${what} should be ${should}, but is ${is}`)
}
