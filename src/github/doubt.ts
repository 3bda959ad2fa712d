/** Why something that was saved earlier is not believed: a clause about "it", as in `it comes from a fork`. */
export class Doubt extends Error {
  override readonly name = 'Doubt'
}
