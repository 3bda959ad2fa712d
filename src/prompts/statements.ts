/** Tags and text of the template language as closures over a Frame. Expressions are compiled elsewhere. */
import {
  AssignTag,
  BreakTag,
  CaptureTag,
  CaseTag,
  CommentTag,
  ContinueTag,
  EchoTag,
  ForTag,
  IfTag,
  InlineCommentTag,
  LiquidTag,
  Output,
  RawTag,
  Tag,
  Tokenizer,
  TypeGuards,
  UnlessTag,
  Value,
  type Template,
  type Token
} from 'liquidjs'
import { engine } from './engine.ts'
import { compileToken, compileValue, type Eval } from './expression.ts'
import type { Frame } from './frame.ts'
import { compileLoop } from './loop.ts'
import type { Names } from './names.ts'
import { comparisons, isTrue, printed } from './values.ts'

/** How a statement ended: on to the next, out of the loop, or on to the loop's next turn. */
type Signal = 'on' | 'break' | 'continue'
export type Run = (frame: Frame) => Signal

/** Every name that some `assign` or `capture` makes, wherever it stands: a loop may come round to it. */
export function declareAssigned(templates: readonly Template[], names: Names): void {
  for (const template of templates) {
    for (const made of template.localScope?.() ?? []) names.declare(made.content)
    declareAssigned(childrenOf(template), names)
  }
}

function childrenOf(template: Template): readonly Template[] {
  const children = template.children?.(false, true).next()
  return children?.done === true ? children.value : []
}

export function compileAll(templates: readonly Template[], names: Names): Run {
  const runs = templates.map(template => compileOne(template, names))
  const [only] = runs
  if (runs.length === 1 && only !== undefined) return only
  return frame => {
    for (const run of runs) {
      const signal = run(frame)
      if (signal !== 'on') return signal
    }
    return 'on'
  }
}

function compileOne(template: Template, names: Names): Run {
  if (template instanceof Output) return compileOutput(template, names)
  if (template instanceof Tag) return compileTag(template, names)
  const text = TypeGuards.isHTMLToken(template.token) ? template.token.getContent() : ''
  return writing(() => text)
}

function compileTag(tag: Tag, names: Names): Run {
  checkRest(tag, names)
  if (tag instanceof IfTag) return compileIf(tag, names, false)
  if (tag instanceof UnlessTag) return compileIf(tag, names, true)
  if (tag instanceof CaseTag) return compileCase(tag, names)
  if (tag instanceof ForTag) return compileLoop(tag, names)
  if (tag instanceof AssignTag) return compileAssign(tag, names)
  if (tag instanceof CaptureTag) return compileCapture(tag, names)
  if (tag instanceof EchoTag) return compileEcho(tag, names)
  if (tag instanceof LiquidTag) return compileAll(tag.templates, names)
  if (tag instanceof RawTag) return constant(tag.render())
  if (tag instanceof BreakTag) return () => 'break'
  if (tag instanceof ContinueTag) return () => 'continue'
  if (!(tag instanceof CommentTag || tag instanceof InlineCommentTag))
    names.error(tag.token, `${tag.name} is not available`)
  return () => 'on'
}

function writing(text: (frame: Frame) => string): Run {
  return frame => {
    frame.write(text(frame))
    return 'on'
  }
}

function constant(text: string): Run {
  return writing(() => text)
}

function compileOutput(output: Output, names: Names): Run {
  const { token } = output
  const tokenizer = new Tokenizer(token.input, engine.options.operators, undefined, token.contentRange, true)
  tokenizer.readFilteredValue()
  tokenizer.skipBlank()
  if (!tokenizer.end()) names.error(token, `${token.getText()} goes on after its value`, 'one value, then filters')
  return print(compileValue(output.value, names, false, token), token)
}

function print(evaluate: Eval, token: Token): Run {
  return frame => {
    const value = evaluate(frame)
    frame.write(typeof value === 'string' ? value : printed(value, token))
    return 'on'
  }
}

function compileEcho(tag: EchoTag, names: Names): Run {
  const value = firstValue(tag)
  return value === undefined ? () => 'on' : print(compileValue(value, names, false, tag.token), tag.token)
}

function compileIf(tag: IfTag | UnlessTag, names: Names, negated: boolean): Run {
  const branches: { readonly test: Eval; readonly run: Run }[] = []
  // Each branch is nested in the conditions before it, so what they looked at counts as guarded further down.
  const compileFrom = (index: number): Run => {
    const branch = tag.branches[index]
    if (branch === undefined) return compileAll(tag.elseTemplates ?? [], names)
    let otherwise: Run = () => 'on'
    names.guarded(
      () => {
        const value = compileValue(branch.value, names, true, tag.token)
        const test: Eval = negated && index === 0 ? frame => !isTrue(value(frame)) : value
        branches.push({ test, run: compileAll(branch.templates, names) })
      },
      () => (otherwise = compileFrom(index + 1))
    )
    return otherwise
  }
  const otherwise = compileFrom(0)
  return frame => {
    for (const { test, run } of branches) if (isTrue(test(frame))) return run(frame)
    return otherwise(frame)
  }
}

function compileCase(tag: CaseTag, names: Names): Run {
  const target = compileValue(tag.value, names, true, tag.token)
  const branches = tag.branches.map(branch => ({
    values: branch.values.map(token => ({ token, evaluate: compileToken(token, names, true).evaluate })),
    run: compileAll(branch.templates, names)
  }))
  const otherwise = compileAll(tag.elseTemplates, names)
  const same = comparisons['==']
  return frame => {
    const wanted = target(frame)
    let isHit = false
    // As in every Liquid, each branch that fits is taken, not only the first.
    for (const { values, run } of branches) {
      if (!values.some(({ token, evaluate }) => same?.(wanted, evaluate(frame), frame, token))) continue
      isHit = true
      const signal = run(frame)
      if (signal !== 'on') return signal
    }
    return isHit ? 'on' : otherwise(frame)
  }
}

function compileAssign(tag: AssignTag, names: Names): Run {
  const [made] = tag.localScope()
  const value = firstValue(tag)
  if (made === undefined || value === undefined) return () => 'on'
  const evaluate = compileValue(value, names, true, tag.token)
  const name = made.content
  return frame => {
    frame.locals.set(name, evaluate(frame))
    return 'on'
  }
}

function compileCapture(tag: CaptureTag, names: Names): Run {
  const run = compileAll(tag.templates, names)
  const name = tag.variable
  return frame => {
    const before = frame.text
    frame.text = ''
    const signal = run(frame)
    frame.locals.set(name, frame.text)
    frame.text = before
    return signal
  }
}

function firstValue(tag: AssignTag | EchoTag): Value | undefined {
  const [value] = tag.arguments()
  return value instanceof Value ? value : undefined
}

/** What liquidjs leaves unread in a tag would silently be without effect. */
function checkRest(tag: Tag, names: Names): void {
  if (tag instanceof InlineCommentTag || tag instanceof CommentTag || tag instanceof LiquidTag || tag instanceof RawTag)
    return
  const { tokenizer } = tag.token
  tokenizer.skipBlank()
  if (tokenizer.end()) return
  const rest = tokenizer.input.slice(tokenizer.p, tokenizer.N)
  const hint = tag instanceof ForTag ? 'filters do not stand in a `for`: `assign` the list first' : undefined
  names.error(tag.token, `${tag.name} has no use for ${JSON.stringify(rest.slice(0, 40))}`, hint)
}
