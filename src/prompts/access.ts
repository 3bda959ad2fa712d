/** Variables as closures: `sku`, `row.sku`, `row["Product Name"]`, `item.sizes[0]`, with a fault where there is no value. */
import { TypeGuards, type PropertyAccessToken, type Token } from 'liquidjs'
import { compileToken, type Eval, type Operand } from './expression.ts'
import { RowFault, type Frame } from './frame.ts'
import type { Names } from './names.ts'
import { member, type Kind } from './values.ts'

type Read = (frame: Frame) => unknown
/** A key that is written out, or one that is computed for each row. */
type Step = { readonly key: string | number } | { readonly evaluate: Eval }

export function access(token: PropertyAccessToken, names: Names, lenient: boolean): Operand {
  if (token.getText().endsWith('.')) names.error(token, `${token.getText()} breaks off after the dot`)
  if (token.variable !== undefined) {
    const { evaluate } = compileToken(token.variable, names, lenient)
    return { evaluate: strict(path(evaluate, steps(token.props, names)), token, lenient), kind: undefined }
  }
  const root = token.props[0]
  const name = root === undefined ? undefined : constant(root)
  if (name === undefined) {
    names.error(token, 'a field cannot be chosen this way', 'write row[…]')
    return { evaluate: () => undefined, kind: undefined }
  }
  return fromRoot(String(name), token, names, lenient)
}

function fromRoot(name: string, token: PropertyAccessToken, names: Names, lenient: boolean): Operand {
  const meaning = names.meaning(name, token, lenient)
  const rest = steps(token.props.slice(1), names)
  const end = (read: Read, kind?: Kind): Operand => ({ evaluate: strict(read, token, lenient), kind })
  switch (meaning.kind) {
    case 'unknown':
      return end(() => undefined)
    case 'loop':
      return end(path(frame => frame.loops[meaning.slot], rest))
    case 'assigned': {
      const column = columnRead(meaning.name)
      return end(path(frame => (frame.locals.has(name) ? frame.locals.get(name) : column(frame)), rest))
    }
    case 'row':
      return end(...rowPath(rest, token, names, lenient))
    case 'column':
      return end(path(columnRead(name), rest), rest.length === 0 ? kindOf(name, names) : undefined)
  }
}

function rowPath(rest: readonly Step[], token: Token, names: Names, lenient: boolean): [Read, Kind | undefined] {
  const [first, ...further] = rest
  if (first === undefined || !('key' in first)) {
    names.useAll()
    return [path(frame => frame.fields, rest), undefined]
  }
  const name = String(first.key)
  names.column(name, token, lenient)
  return [path(columnRead(name), further), further.length === 0 ? kindOf(name, names) : undefined]
}

function kindOf(column: string, names: Names): Kind | undefined {
  const type = names.typeOf(column)
  return type === 'json' ? undefined : type
}

/** Rows inherit nothing, but a test's may: names that every object knows are looked up with care. */
function columnRead(name: string): Read {
  if (!(name in Object.prototype)) return frame => frame.fields[name]
  return frame => (Object.hasOwn(frame.fields, name) ? frame.fields[name] : undefined)
}

function path(read: Read, rest: readonly Step[]): Read {
  return rest.reduce<Read>((before, step) => {
    if ('key' in step) return frame => member(before(frame), step.key)
    return frame => member(before(frame), step.evaluate(frame))
  }, read)
}

function strict(read: Read, token: Token, lenient: boolean): Eval {
  if (lenient) return frame => read(frame) ?? null
  return frame => {
    const value = read(frame)
    if (value === null || value === undefined) throw missing(token)
    return value
  }
}

function missing(token: Token): RowFault {
  const name = token.getText()
  return new RowFault(
    `${name} has no value in this row`,
    token,
    `if that may be, write {{ ${name} | default: "…" }} or {% if ${name} %}`
  )
}

function steps(props: readonly Token[], names: Names): readonly Step[] {
  return props.map(prop => {
    const key = constant(prop)
    return key === undefined ? { evaluate: compileToken(prop, names, false).evaluate } : { key }
  })
}

function constant(token: Token): string | number | undefined {
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token) || TypeGuards.isWordToken(token)) {
    return token.content
  }
  return undefined
}
