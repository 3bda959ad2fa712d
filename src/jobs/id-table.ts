/** A set of recordIds with a dense index, 16 to 24 bytes an id: a million of them must not need objects. */
import { lengths } from './growing.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const valueOf = new Uint8Array(128).fill(255)
for (let value = 0; value < digits.length; value++) valueOf[digits.charCodeAt(value)] = value

const idLength = 11
const two32 = 2 ** 32

export class IdTable {
  size = 0
  private readonly high = lengths()
  private readonly low = lengths()
  private slots = new Int32Array(2048).fill(-1)

  /** The index of the id, which is `size - 1` when it was new. */
  add(id: string): number {
    const [high, low] = split(id)
    const slot = this.slotOf(high, low)
    const known = this.slots[slot] ?? -1
    if (known >= 0) return known
    const index = this.size++
    this.high.set(index, high)
    this.low.set(index, low)
    this.slots[slot] = index
    if (this.size * 2 > this.slots.length) this.rehash()
    return index
  }

  /** -1 where the id was never added. */
  find(id: string): number {
    const [high, low] = split(id)
    return this.slots[this.slotOf(high, low)] ?? -1
  }

  has(id: string): boolean {
    return this.find(id) >= 0
  }

  idAt(index: number): string {
    let high = this.high.get(index)
    let low = this.low.get(index)
    let text = ''
    for (let position = 0; position < idLength; position++) {
      const carry = (high % 62) * two32 + low
      high = Math.floor(high / 62)
      low = Math.floor(carry / 62)
      text = digits.charAt(carry % 62) + text
    }
    return text
  }

  /** The slot that holds the id, or the free one where it belongs. Ids are hashes already: their low bits spread well. */
  private slotOf(high: number, low: number): number {
    const mask = this.slots.length - 1
    let slot = (low ^ high) & mask
    for (;;) {
      const index = this.slots[slot] ?? -1
      if (index < 0 || (this.low.get(index) === low && this.high.get(index) === high)) return slot
      slot = (slot + 1) & mask
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let index = 0; index < this.size; index++) {
      this.slots[this.slotOf(this.high.get(index), this.low.get(index))] = index
    }
  }
}

/** Whether the text is eleven base-62 digits that fit 64 bits. */
export function isRecordId(text: string): boolean {
  return /^[0-9A-Za-z]{11}$/.test(text) && text <= 'LygHa16AHYF'
}

function split(id: string): readonly [number, number] {
  let high = 0
  let low = 0
  for (let position = 0; position < id.length; position++) {
    low = low * 62 + (valueOf[id.charCodeAt(position)] ?? 255)
    high = high * 62 + Math.floor(low / two32)
    low %= two32
  }
  return [high >>> 0, low]
}
