/** Text that is the same on every machine: words drawn from a seed, with the characters that make CSV and JSON work. */

const plain =
  'light weather proof jacket for long walks in the hills made of recycled nylon with taped seams and a hood that folds away into its collar pockets large enough for a map reflective print on both sleeves machine wash cold do not bleach café crème naïve Größe 42 señor 東京 ½ inch'.split(
    ' '
  )

/** 32 bits, well mixed: neighbouring seeds have nothing in common. */
export function mixed(seed: number): number {
  let x = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b)
  return (x ^ (x >>> 16)) >>> 0
}

/** About `length` characters; every fortieth word is followed by a quotation, a line end or a comma. */
export function wordsFrom(seed: number, length: number): string {
  let state = mixed(seed + 1)
  let text = ''
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    text += `${text === '' ? '' : ' '}${plain[(state >>> 8) % plain.length] ?? ''}`
    if (state >>> 24 < 6) text += [', "so they say"', '.\n', ','][state % 3] ?? ''
  }
  return text
}
