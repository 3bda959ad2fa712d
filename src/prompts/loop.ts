/** `for` as a closure: its collection, `limit`, `offset`, `reversed`, and the variables of its body. */
import type { ForTag, Token } from 'liquidjs'
import { compileToken, type Eval } from './expression.ts'
import type { Names } from './names.ts'
import { compileAll, type Run } from './statements.ts'
import { ForLoop } from './values.ts'

export function compileLoop(tag: ForTag, names: Names): Run {
  const collection = compileToken(tag.collection, names, false).evaluate
  const cut = compileCut(tag, names)
  const otherwise = compileAll(tag.elseTemplates, names)
  const slot = names.enterLoop(tag.variable)
  const loopSlot = names.enterLoop('forloop')
  const body = compileAll(tag.templates, names)
  names.leaveLoop()
  names.leaveLoop()
  return frame => {
    const whole = itemsOf(collection(frame))
    if (whole.length === 0) return otherwise(frame)
    const items = cut(whole, modifier => modifier(frame))
    const loop = new ForLoop(items.length)
    frame.loops[loopSlot] = loop
    for (const item of items) {
      frame.spend(1)
      frame.loops[slot] = item
      if (body(frame) === 'break') break
      loop.i++
    }
    return 'on'
  }
}

type Cut = (items: readonly unknown[], value: (modifier: Eval) => unknown) => readonly unknown[]

/** In the order of liquidjs, however they are written: offset, limit, reversed. */
function compileCut(tag: ForTag, names: Names): Cut {
  const modifiers: Readonly<Record<string, Token | undefined>> = tag.hash.hash
  for (const name of Object.keys(modifiers)) {
    if (!['offset', 'limit', 'reversed'].includes(name)) names.error(tag.token, `for knows no ${name}`)
  }
  const part = (name: string): Eval | undefined => {
    const token = modifiers[name]
    return token === undefined ? undefined : compileToken(token, names, false).evaluate
  }
  const [offset, limit] = [part('offset'), part('limit')]
  const reversed = Object.hasOwn(modifiers, 'reversed')
  return (items, value) => {
    let rest = items
    if (offset !== undefined) rest = rest.slice(Number(value(offset)))
    if (limit !== undefined) rest = rest.slice(0, Number(value(limit)))
    return reversed ? rest.toReversed() : rest
  }
}

/** A list's items, an object's pairs, or a text as the only item. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
