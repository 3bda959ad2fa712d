/** The spec's prompt and its variants, their files read, compiled into one prompt. */
import type { Columns } from '../dataset/columns.ts'
import type { Problems } from '../problems.ts'
import { compilePrompt, promptByVariant } from '../prompts/prompt.ts'
import type { MediaTemplate, Prompt, PromptSource, TemplateSource, TurnSource } from '../prompts/prompt.ts'
import type { PromptSpec, TextSource } from '../spec/spec.ts'
import type { Outside, PassRequest } from './context.ts'

const maxTextBytes = 4 << 20

/** By the name of the variant; the empty name where there is one prompt. */
export type PromptSources = ReadonlyMap<string, Omit<PromptSource, 'kind'>>

export async function readPrompts(request: PassRequest, outside: Outside, problems: Problems): Promise<PromptSources> {
  const reader = new Reader(request, outside, problems)
  const { prompt, expand } = request.spec
  if (expand === undefined) return new Map([['', await reader.read([[prompt, 'prompt']])]])
  const sources = new Map<string, Omit<PromptSource, 'kind'>>()
  for (const [variant, own] of Object.entries(expand)) {
    // A question of its own takes the place of the other kind of question as well.
    const base = own.user || own.messages ? without(prompt) : prompt
    sources.set(
      variant,
      await reader.read([
        [own, `expand.${variant}`],
        [base, 'prompt']
      ])
    )
  }
  return sources
}

function without({ user: _user, messages: _messages, ...rest }: PromptSpec): PromptSpec {
  return rest
}

/** Undefined after a Problem. */
export function compilePrompts(
  sources: PromptSources,
  kind: PromptSource['kind'],
  columns: Columns,
  problems: Problems
): Prompt | undefined {
  const only = sources.get('')
  if (only !== undefined) return compilePrompt({ ...only, kind }, columns, problems)
  const prompts = new Map<string, Prompt>()
  for (const [variant, source] of sources) {
    const prompt = compilePrompt({ ...source, kind }, columns, problems)
    if (prompt !== undefined) prompts.set(variant, prompt)
  }
  return prompts.size === sources.size ? promptByVariant(prompts) : undefined
}

type Written = readonly (readonly [PromptSpec, string])[]

class Reader {
  private readonly request: PassRequest
  private readonly outside: Outside
  private readonly problems: Problems
  private readonly texts = new Map<string, string>()

  constructor(request: PassRequest, outside: Outside, problems: Problems) {
    this.request = request
    this.outside = outside
    this.problems = problems
  }

  /** Each member from the first prompt that has it. */
  async read(written: Written): Promise<Omit<PromptSource, 'kind'>> {
    const [system, systemAt] = first(written, 'system')
    const [user, userAt] = first(written, 'user')
    const [messages, messagesAt] = first(written, 'messages')
    const media = this.media(written)
    const turns: TurnSource[] = []
    for (const [index, turn] of (messages ?? []).entries()) {
      const path = `${messagesAt}[${index}]`
      const text = turn.text && (await this.text(turn.text, `${path}.text`))
      turns.push({ role: turn.role, ...(text && { text }), media: this.media([[turn, path]]) })
    }
    if (user !== undefined) turns.push({ role: 'user', text: await this.text(user, userAt), media })
    else if (messages !== undefined) attach(turns, media)
    else if (media.length > 0) turns.push({ role: 'user', media })
    return {
      ...(system && { system: await this.text(system, systemAt) }),
      turns,
      place: this.request.placeOf(written[0]?.[1] ?? 'prompt')
    }
  }

  private media(
    written: readonly (readonly [Pick<PromptSpec, 'images' | 'documents' | 'videos'>, string])[]
  ): MediaTemplate[] {
    const kinds = [
      ['image', 'images'],
      ['document', 'documents'],
      ['video', 'videos']
    ] as const
    return kinds.flatMap(([kind, member]) => {
      const [names, at] = first(written, member)
      return (names ?? []).map((text, index) => ({
        kind,
        source: { text, place: this.request.placeOf(`${at}[${index}]`) }
      }))
    })
  }

  private async text(source: TextSource, path: string): Promise<TemplateSource> {
    const { placeOf } = this.request
    if ('text' in source) return { text: source.text, place: placeOf(path) }
    const place = { file: source.file, line: 1, column: 1 }
    const known = this.texts.get(source.file)
    if (known !== undefined) return { text: known, place }
    const text = await this.outside.workspace.readText(source.file, maxTextBytes)
    if (text === undefined) this.problems.error(`there is no file ${source.file}`, placeOf(`${path}.file`))
    this.texts.set(source.file, text ?? '')
    return { text: text ?? '', place }
  }
}

/** The member of the first that has it, and its path. */
function first<Name extends string, Holder extends { readonly [Key in Name]?: unknown }>(
  written: readonly (readonly [Holder, string])[],
  name: Name
): readonly [Holder[Name] | undefined, string] {
  const found = written.find(([holder]) => holder[name] !== undefined)
  return [found?.[0][name], `${found?.[1] ?? ''}.${name}`]
}

/** What the whole prompt shows belongs to the user's last turn. */
function attach(turns: TurnSource[], media: readonly MediaTemplate[]): void {
  const last = turns.findLastIndex(turn => turn.role === 'user')
  const turn = turns[last]
  if (turn !== undefined) turns[last] = { ...turn, media: [...turn.media, ...media] }
}
