/** Follows a path such as `data.items` through a JSON document while it is scanned. Sees brackets and keys, no values. */
import { namesHint, spelled } from './nearest.ts'

export interface PathFault {
  readonly fault: string
  readonly hint?: string
}

const hintedKeys = 20

export class JsonPath {
  /** How many objects on the way are open; the innermost of them stands at this depth. */
  private matched = 0
  private key: string | undefined
  private readonly keys: string[] = []
  private readonly steps: readonly string[]

  constructor(path: string | undefined) {
    this.steps = path === undefined || path === '' ? [] : path.split('.')
  }

  /** A text at this depth; in an object on the way it is the latest key, or a value that the next comma forgets. */
  text(raw: string, depth: number): void {
    if (depth !== this.matched || depth === 0) return
    this.key = unescaped(raw)
    if (this.keys.length < hintedKeys && !this.keys.includes(this.key)) this.keys.push(this.key)
  }

  comma(): void {
    this.key = undefined
  }

  close(depth: number): void {
    this.matched = Math.min(this.matched, depth)
    this.key = undefined
  }

  /** A bracket opens at this depth: the wanted array, an object on the way, or neither. */
  open(bracket: '[' | '{', depth: number): 'found' | PathFault | undefined {
    if (depth !== this.matched) return undefined
    const suggestion = this.steps.length === 0 && bracket === '[' && depth === 1 ? this.suggest() : undefined
    if (suggestion !== undefined) return suggestion
    if (depth > 0 && this.key !== this.steps[depth - 1]) return undefined
    if (bracket === '[' && depth === this.steps.length) return 'found'
    const name = depth === 0 ? 'the document' : spelled(this.steps.slice(0, depth).join('.'))
    if (bracket === '[')
      return { fault: `${name} is an array, so nothing stands at ${this.path}`, hint: 'shorten `at`' }
    if (depth > 0 && depth === this.steps.length) return { fault: `${name} is an object, not an array` }
    this.matched = depth + 1
    this.key = undefined
    this.keys.length = 0
    return undefined
  }

  /** At the end of a document in which the array was not found. */
  missing(): PathFault {
    if (this.steps.length === 0) return { fault: 'the document must be an array of objects' }
    return { fault: `no array stands at ${this.path}`, hint: namesHint(this.steps[0] ?? '', this.keys, 'members') }
  }

  private get path(): string {
    return spelled(this.steps.join('.'))
  }

  /** An object at the top and no path: the first array inside is what the user will have meant. */
  private suggest(): PathFault | undefined {
    if (this.key === undefined) return undefined
    return {
      fault: 'the document is an object, not an array of rows',
      hint: `an array stands at ${spelled(this.key)}: set dataset.at to read the rows from it`
    }
  }
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    return raw
  }
}
