/** MurmurHash3 x86 128 over the UTF-16 units of a text: fast, well mixed, not for secrets. Public domain algorithm by A. Appleby. */

const { imul } = Math
const seeds = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const

/** Writes four 32-bit words to `into`. Two of a million distinct texts agree with a chance of 1 in 10^26. */
export function keyHash(text: string, into: Uint32Array): void {
  let [a, b, c, d] = [0, 0, 0, 0]
  const { length } = text
  // Past the end charCodeAt is NaN, which `|` and `<<` take as 0: the length is mixed in below.
  for (let at = 0; at < length; at += 8) {
    a = mixed(a, pair(text, at), seeds[0], 15, seeds[1])
    a = (imul(rotated(a, 19) + b, 5) + 0x561ccd1b) | 0
    b = mixed(b, pair(text, at + 2), seeds[1], 16, seeds[2])
    b = (imul(rotated(b, 17) + c, 5) + 0x0bcaa747) | 0
    c = mixed(c, pair(text, at + 4), seeds[2], 17, seeds[3])
    c = (imul(rotated(c, 15) + d, 5) + 0x96cd1c35) | 0
    d = mixed(d, pair(text, at + 6), seeds[3], 18, seeds[0])
    d = (imul(rotated(d, 13) + a, 5) + 0x32ac3b17) | 0
  }
  a ^= length
  b ^= length
  c ^= length
  d ^= length
  a = (a + b + c + d) | 0
  const [b1, c1, d1] = [finished((b + a) | 0), finished((c + a) | 0), finished((d + a) | 0)]
  const a1 = finished(a)
  const sum = (a1 + b1 + c1 + d1) | 0
  into[0] = sum
  into[1] = b1 + sum
  into[2] = c1 + sum
  into[3] = d1 + sum
}

function pair(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)
}

function mixed(state: number, block: number, first: number, turn: number, second: number): number {
  return state ^ imul(rotated(imul(block, first), turn), second)
}

function rotated(word: number, turn: number): number {
  return (word << turn) | (word >>> (32 - turn))
}

function finished(word: number): number {
  let mixing = imul(word ^ (word >>> 16), 0x85ebca6b)
  mixing = imul(mixing ^ (mixing >>> 13), 0xc2b2ae35)
  return mixing ^ (mixing >>> 16)
}
