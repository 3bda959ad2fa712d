/**
 * Matches a pattern in one walk over the text, whatever pattern and text are: all ways to match are followed side by
 * side (R. Pike's machine), so that no answer of a model can make a pass hang. The first way that JavaScript would take
 * wins. https://swtch.com/~rsc/regexp/regexp2.html
 */
import type { Pattern } from '../spec/pattern-syntax.ts'
import { Program, type Instruction } from './pattern-program.ts'

export interface Match {
  /** What the whole pattern matched. */
  readonly text: string
  /** By number, the first group first; undefined where it took no part. */
  readonly groups: readonly (string | undefined)[]
}

const mostSteps = 50_000_000

/** Undefined for a pattern whose repeated parts, written out, are too many. */
export function compilePattern(pattern: Pattern): ((text: string) => Match | undefined) | undefined {
  const program = new Program(pattern.flags)
  if (!program.add(pattern.root) || !program.emit({ does: 'match' })) return undefined
  const multiline = pattern.flags.includes('m')
  return text => run(program.instructions, text, pattern.groups.length, multiline)
}

type Slots = readonly (number | undefined)[]

/** Ways to match that have come to the same place of the text, best first, each instruction at most once. */
interface Threads {
  readonly at: number[]
  readonly slots: Slots[]
  readonly seen: Uint32Array
}

function run(program: readonly Instruction[], text: string, groups: number, multiline: boolean): Match | undefined {
  if (text.length * program.length > mostSteps) return undefined
  const threads = (): Threads => ({ at: [], slots: [], seen: new Uint32Array(program.length) })
  const walk: Walk = { program, text, multiline }
  let now = threads()
  let next = threads()
  let best: Slots | undefined
  for (let position = 0; ;) {
    const code = text.codePointAt(position)
    if (best === undefined) follow(walk, now, 0, [position], position)
    if (now.at.length === 0 && best !== undefined) break
    const behind = position + (code !== undefined && code > 0xffff ? 2 : 1)
    for (const [index, at] of now.at.entries()) {
      const instruction = program[at]
      const slots = now.slots[index] ?? []
      if (instruction?.does === 'match') {
        best = [slots[0], position, ...slots.slice(2)]
        break
      }
      if (instruction?.does === 'one' && code !== undefined && instruction.test(code))
        follow(walk, next, at + 1, slots, behind)
    }
    if (code === undefined) break
    ;[now, next] = [next, now]
    next.at.length = 0
    next.slots.length = 0
    position = behind
  }
  return best && taken(text, best, groups)
}

function taken(text: string, slots: Slots, groups: number): Match {
  const part = (slot: number): string | undefined => {
    const [from, to] = [slots[slot], slots[slot + 1]]
    return from === undefined || to === undefined ? undefined : text.slice(from, to)
  }
  return { text: part(0) ?? '', groups: Array.from({ length: groups }, (_, index) => part(index * 2 + 2)) }
}

interface Walk {
  readonly program: readonly Instruction[]
  readonly text: string
  readonly multiline: boolean
}

/** Adds the instruction, or all that it leads to without a character. */
function follow(walk: Walk, threads: Threads, start: number, slots: Slots, position: number): void {
  const open: [number, Slots][] = [[start, slots]]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const [at, taken] = one
    // Seen at this place of the text already, by a better way.
    if (threads.seen[at] === position + 1) continue
    threads.seen[at] = position + 1
    const instruction = walk.program[at]
    switch (instruction?.does) {
      case 'jump':
        open.push([instruction.to, taken])
        break
      case 'split':
        open.push([instruction.second, taken], [instruction.first, taken])
        break
      case 'save':
        open.push([at + 1, withSlot(taken, instruction.slot, position)])
        break
      case 'forget':
        open.push([
          at + 1,
          taken.map((slot, index) => (index >= instruction.from && index < instruction.to ? undefined : slot))
        ])
        break
      case 'assert':
        if (holds(instruction.what, walk, position)) open.push([at + 1, taken])
        break
      case 'one':
      case 'match':
        threads.at.push(at)
        threads.slots.push(taken)
        break
      case undefined:
        break
    }
  }
}

function withSlot(slots: Slots, slot: number, position: number): Slots {
  const copy = Array.from({ length: Math.max(slots.length, slot + 1) }, (_, index) => slots[index])
  copy[slot] = position
  return copy
}

function holds(what: 'start' | 'end' | 'word' | 'inside', { text, multiline }: Walk, position: number): boolean {
  switch (what) {
    case 'start':
      return position === 0 || (multiline && isLineEnd(text, position - 1))
    case 'end':
      return position === text.length || (multiline && isLineEnd(text, position))
    case 'word':
    case 'inside':
      return (isWord(text, position - 1) !== isWord(text, position)) === (what === 'word')
  }
}

function isLineEnd(text: string, position: number): boolean {
  return /[\n\r\u2028\u2029]/.test(text.charAt(position))
}

function isWord(text: string, position: number): boolean {
  return /\w/.test(text.charAt(position))
}
