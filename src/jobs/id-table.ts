/** A set of recordIds with a dense index, 16 to 24 bytes an id: a million of them must not need objects. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const valueOf = new Uint8Array(128).fill(255)
for (let value = 0; value < digits.length; value++) valueOf[digits.charCodeAt(value)] = value

const idLength = 11
const two32 = 2 ** 32

export class IdTable {
  size = 0
  private high = new Uint32Array(1024)
  private low = new Uint32Array(1024)
  private slots = new Int32Array(2048).fill(-1)

  /** The index of the id, which is `size - 1` when it was new. */
  add(id: string): number {
    const [high, low] = split(id)
    const slot = this.slotOf(high, low)
    const known = this.slots[slot] ?? -1
    if (known >= 0) return known
    const index = this.size++
    if (index === this.high.length) {
      this.high = doubled(this.high)
      this.low = doubled(this.low)
    }
    this.high[index] = high
    this.low[index] = low
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
    let high = this.high[index] ?? 0
    let low = this.low[index] ?? 0
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
      if (index < 0 || (this.low[index] === low && this.high[index] === high)) return slot
      slot = (slot + 1) & mask
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let index = 0; index < this.size; index++) {
      this.slots[this.slotOf(this.high[index] ?? 0, this.low[index] ?? 0)] = index
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

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
