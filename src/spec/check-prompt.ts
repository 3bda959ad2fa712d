/** What the prompt's members say together: one question, turns that alternate, files that can be, names that are free. */
import { type Finding, quote } from './finding.ts'
import { bringsQuestions, formatByExtension } from './formats.ts'
import { pathFault } from './paths.ts'
import type { Path } from './places.ts'
import type { PromptSpec, Spec, TextSource } from './spec.ts'

/** Fields that expanded rows have; a matrix must not take their names. */
const ownFields = ['variant', 'sample', 'row', 'key']

const name = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/
const mostCombinations = 10_000

export function checkPrompt(spec: Spec): readonly Finding[] {
  const isWhole = bringsQuestions(spec.dataset.format)
  return [
    ...(isWhole ? checkAbsent(spec) : checkQuestions(spec)),
    ...promptsOf(spec).flatMap(({ prompt, path }) => [...checkTurns(prompt, path), ...checkFiles(prompt, path)]),
    ...checkExpand(spec),
    ...checkMatrix(spec)
  ]
}

/** Every prompt that is written, with its place. */
function promptsOf({ prompt, expand }: Spec): readonly { readonly prompt: PromptSpec; readonly path: Path }[] {
  const variants = Object.entries(expand ?? {}).map(([variant, one]) => ({ prompt: one, path: ['expand', variant] }))
  return [{ prompt, path: ['prompt'] }, ...variants]
}

/** Every text that a prompt is made of, with its place. */
export function textsOf(spec: Spec): readonly { readonly source: TextSource; readonly path: Path }[] {
  return promptsOf(spec).flatMap(({ prompt, path }) => [
    ...(prompt.system ? [{ source: prompt.system, path: [...path, 'system'] }] : []),
    ...(prompt.user ? [{ source: prompt.user, path: [...path, 'user'] }] : []),
    ...(prompt.messages ?? []).flatMap((turn, index) =>
      turn.text ? [{ source: turn.text, path: [...path, 'messages', index, 'text'] }] : []
    )
  ])
}

function checkAbsent({ prompt, expand, dataset }: Spec): readonly Finding[] {
  const written = Object.keys(prompt)[0]
  if (written === undefined && expand === undefined) return []
  return [
    {
      path: written === undefined ? ['expand'] : ['prompt', written],
      message: `the rows of ${dataset.format ?? 'this dataset'} are whole questions, so there is no place for a prompt`,
      hint: 'Remove it, or read the file as jsonl and write the prompt from its fields.'
    }
  ]
}

function checkQuestions(spec: Spec): readonly Finding[] {
  const { prompt, expand, dataset } = spec
  const asks = (one: PromptSpec): boolean => one.user !== undefined || one.messages !== undefined
  // Whether a picture alone is a question depends on the model.
  const showsSomething =
    prompt.images !== undefined || (dataset.format ?? formatByExtension(dataset.path[0] ?? '')) === 'image'
  const lacking = Object.entries(expand ?? {}).find(([, one]) => !asks({ ...prompt, ...one }))
  if (lacking !== undefined)
    return [{ path: ['expand', lacking[0]], message: `expand.${lacking[0]}.user is missing`, hint: howTo }]
  if (expand !== undefined || asks(prompt) || showsSomething) return []
  if (Object.keys(prompt).length === 0) return [{ path: ['prompt', 'user'], message: 'prompt is missing', hint: howTo }]
  return [{ path: ['prompt', 'user'], message: 'prompt.user is missing', hint: howTo }]
}

const howTo = 'Write the question, such as user: "Describe {{ name }}.", or user: {file: prompts/describe.md}.'

function checkTurns(prompt: PromptSpec, path: Path): readonly Finding[] {
  const { user, messages } = prompt
  if (messages === undefined) return []
  if (user !== undefined) {
    return [
      {
        path: [...path, 'messages'],
        message: 'a prompt has either user or messages',
        hint: 'Make user the last of the messages.'
      }
    ]
  }
  return messages.flatMap((turn, index): readonly Finding[] => {
    const here = [...path, 'messages', index]
    const expected = index % 2 === 0 ? 'user' : 'assistant'
    if (turn.role !== expected)
      return [
        {
          path: [...here, 'role'],
          message: `turn ${index + 1} must be the ${expected}’s: turns alternate, the user’s first`
        }
      ]
    if (turn.text === undefined && !turn.images && !turn.documents && !turn.videos)
      return [{ path: here, message: `turn ${index + 1} says nothing`, hint: 'Give it a text.' }]
    return []
  })
}

function checkFiles(prompt: PromptSpec, path: Path): readonly Finding[] {
  const sources: (readonly [Path, TextSource | undefined])[] = [
    [[...path, 'system', 'file'], prompt.system],
    [[...path, 'user', 'file'], prompt.user],
    ...(prompt.messages ?? []).map((turn, index) => [[...path, 'messages', index, 'text', 'file'], turn.text] as const)
  ]
  return sources.flatMap(([place, source]): readonly Finding[] => {
    const fault = source && 'file' in source ? pathFault(source.file) : undefined
    return fault === undefined || !source || !('file' in source)
      ? []
      : [{ path: place, message: `the path ${quote(source.file)} ${fault}` }]
  })
}

function checkExpand({ expand }: Spec): readonly Finding[] {
  if (expand === undefined) return []
  const names = Object.keys(expand)
  if (names.length === 0) return [{ path: ['expand'], message: 'expand is empty', hint: 'Remove it.' }]
  return names.flatMap((variant): readonly Finding[] =>
    name.test(variant) ? [] : [{ path: ['expand', variant], ...badName(variant), atKey: true }]
  )
}

function checkMatrix({ matrix }: Spec): readonly Finding[] {
  if (matrix === undefined) return []
  const found = Object.entries(matrix).flatMap(([field, values]): readonly Finding[] => {
    const path = ['matrix', field]
    if (!name.test(field)) return [{ path, ...badName(field), atKey: true }]
    if (ownFields.includes(field))
      return [{ path, message: `${quote(field)} has a meaning of its own in a prompt`, atKey: true }]
    const texts = values.map(String)
    const again = texts.findIndex((text, index) => texts.indexOf(text) !== index)
    return again < 0 ? [] : [{ path: [...path, again], message: `the value ${quote(texts[again] ?? '')} stands twice` }]
  })
  const combinations = Object.values(matrix).reduce((product, values) => product * values.length, 1)
  if (combinations <= mostCombinations) return found
  const message = `matrix makes ${combinations} rows of each; at most ${mostCombinations} are made`
  return [...found, { path: ['matrix'], message }]
}

function badName(written: string): { message: string } {
  return {
    message: `${quote(written)} cannot be a name here: letters, digits, "_" and "-", a letter first, at most 40`
  }
}
