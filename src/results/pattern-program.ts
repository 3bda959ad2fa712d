/** A pattern as steps for the machine that matches it. How they are followed is not known here. */
import type { PatternNode } from '../spec/pattern-syntax.ts'

export type Instruction =
  | { readonly does: 'one'; readonly test: (code: number) => boolean }
  | { readonly does: 'assert'; readonly what: 'start' | 'end' | 'word' | 'inside' }
  | { readonly does: 'jump'; readonly to: number }
  /** Tried in this order. */
  | { readonly does: 'split'; readonly first: number; readonly second: number }
  | { readonly does: 'save'; readonly slot: number }
  | { readonly does: 'forget'; readonly from: number; readonly to: number }
  | { readonly does: 'match' }

const mostInstructions = 2000

export class Program {
  readonly instructions: Instruction[] = []
  private readonly flags: string

  constructor(flags: string) {
    this.flags = `u${flags.replace('m', '')}`
  }

  emit(instruction: Instruction): boolean {
    return this.instructions.push(instruction) <= mostInstructions
  }

  /** False as soon as it is too long. */
  add(node: PatternNode): boolean {
    switch (node.kind) {
      case 'one':
        return this.emit({ does: 'one', test: testOf(node.source, this.flags) })
      case 'assert':
        return this.emit({ does: 'assert', what: node.what })
      case 'sequence':
        return node.items.every(item => this.add(item))
      case 'choice':
        return this.choose(node.items)
      case 'group':
        return (
          this.emit({ does: 'save', slot: node.group * 2 }) &&
          this.add(node.item) &&
          this.emit({ does: 'save', slot: node.group * 2 + 1 })
        )
      case 'repeat':
        return this.repeat(node)
    }
  }

  private choose(items: readonly PatternNode[]): boolean {
    const ends: number[] = []
    for (const [index, item] of items.entries()) {
      const split = this.instructions.length
      const isLast = index === items.length - 1
      if (!isLast && !this.emit({ does: 'split', first: split + 1, second: 0 })) return false
      if (!this.add(item)) return false
      if (isLast) break
      ends.push(this.instructions.length)
      if (!this.emit({ does: 'jump', to: 0 })) return false
      this.instructions[split] = { does: 'split', first: split + 1, second: this.instructions.length }
    }
    for (const end of ends) this.instructions[end] = { does: 'jump', to: this.instructions.length }
    return true
  }

  private repeat({ item, least, most, lazy, groups }: PatternNode & { kind: 'repeat' }): boolean {
    if (least > mostInstructions) return false
    for (let round = 0; round < least; round++) if (!this.round(item, groups)) return false
    if (most === Infinity) return this.loop(item, lazy, groups)
    if (most - least > mostInstructions) return false
    const splits: number[] = []
    for (let round = least; round < most; round++) {
      splits.push(this.instructions.length)
      if (!this.emit({ does: 'jump', to: 0 }) || !this.round(item, groups)) return false
    }
    for (const split of splits) this.instructions[split] = branch(split + 1, this.instructions.length, lazy)
    return true
  }

  private loop(item: PatternNode, lazy: boolean, groups: readonly [number, number]): boolean {
    const split = this.instructions.length
    if (!this.emit({ does: 'jump', to: 0 }) || !this.round(item, groups)) return false
    if (!this.emit({ does: 'jump', to: split })) return false
    this.instructions[split] = branch(split + 1, this.instructions.length, lazy)
    return true
  }

  private round(item: PatternNode, [from, to]: readonly [number, number]): boolean {
    return (from === to || this.emit({ does: 'forget', from: from * 2, to: to * 2 })) && this.add(item)
  }
}

function branch(inside: number, behind: number, lazy: boolean): Instruction {
  return lazy ? { does: 'split', first: behind, second: inside } : { does: 'split', first: inside, second: behind }
}

/** Whether a code point is meant; what JavaScript says of one character is remembered for those of ASCII. */
function testOf(source: string, flags: string): (code: number) => boolean {
  const pattern = new RegExp(`^(?:${source})$`, flags)
  const known = new Uint8Array(128)
  return code => {
    if (code >= 128) return pattern.test(String.fromCodePoint(code))
    if (known[code] === 0) known[code] = pattern.test(String.fromCharCode(code)) ? 1 : 2
    return known[code] === 1
  }
}
