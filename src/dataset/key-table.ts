/**
 * Which texts were seen, without keeping them: 20 bytes each and an index, under 30 MB for a million. Texts are told
 * apart by 128 bits of hash, so two different ones are never taken for one in practice.
 */
import { keyHash } from './key-hash.ts'

const blockEntries = 65_536
const words = 4

export class KeyTable {
  /** How many distinct texts are in the table. */
  size = 0
  /** Open addressing: entry number + 1, or 0 where a place is free. */
  private index = new Int32Array(1024)
  private readonly hashes: Uint32Array[] = []
  private readonly notes: Uint32Array[] = []
  private readonly hash = new Uint32Array(words)

  /** Adds the text with a 32-bit note. Where it was there before, nothing changes and its entry number is returned. */
  add(text: string, note: number): number | undefined {
    keyHash(text, this.hash)
    const slot = this.slotOf(this.hash, 0)
    const found = this.index[slot] ?? 0
    if (found !== 0) return found - 1
    this.store(note)
    this.index[slot] = this.size
    // Linear probing stays short up to half full.
    if (this.size * 2 > this.index.length) this.grow()
    return undefined
  }

  note(entry: number): number {
    return this.notes[Math.floor(entry / blockEntries)]?.[entry % blockEntries] ?? 0
  }

  setNote(entry: number, note: number): void {
    const block = this.notes[Math.floor(entry / blockEntries)]
    if (block !== undefined) block[entry % blockEntries] = note
  }

  private store(note: number): void {
    const block = Math.floor(this.size / blockEntries)
    if (block === this.hashes.length) {
      this.hashes.push(new Uint32Array(blockEntries * words))
      this.notes.push(new Uint32Array(blockEntries))
    }
    this.hashes[block]?.set(this.hash, (this.size % blockEntries) * words)
    this.setNote(this.size, note)
    this.size++
  }

  /** Where the hash stands, or the free place where it belongs. */
  private slotOf(hash: Uint32Array, offset: number): number {
    const mask = this.index.length - 1
    let slot = (hash[offset] ?? 0) & mask
    for (;;) {
      const entry = this.index[slot] ?? 0
      if (entry === 0 || this.isSame(entry - 1, hash, offset)) return slot
      slot = (slot + 1) & mask
    }
  }

  private isSame(entry: number, hash: Uint32Array, offset: number): boolean {
    const block = this.hashes[Math.floor(entry / blockEntries)]
    if (block === undefined) return false
    const base = (entry % blockEntries) * words
    for (let word = 0; word < words; word++) if (block[base + word] !== hash[offset + word]) return false
    return true
  }

  private grow(): void {
    this.index = new Int32Array(this.index.length * 2)
    for (let entry = 0; entry < this.size; entry++) {
      const block = this.hashes[Math.floor(entry / blockEntries)]
      if (block === undefined) continue
      this.index[this.slotOf(block, (entry % blockEntries) * words)] = entry + 1
    }
  }
}
