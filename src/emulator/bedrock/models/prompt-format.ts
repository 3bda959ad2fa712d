/**
 * Prompts that are one text: which part of it is the system's, which the user's. Each model was trained on a form of its
 * own; a text in no such form is the user's as a whole.
 */
import type { Question } from './dialect.ts'

type Spoken = Pick<Question, 'system' | 'text' | 'last' | 'prefill'>

interface Turn {
  readonly role: string
  readonly text: string
}

/**
 * Llama 3 and later: headers between marks. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
export function readLlamaPrompt(prompt: string): Spoken {
  if (!prompt.includes('<|start_header_id|>') && !prompt.includes('<|header_start|>')) return readInstPrompt(prompt)
  const header = /<\|(?:start_header_id|header_start)\|>(\w+)<\|(?:end_header_id|header_end)\|>\n*/
  const [, ...parts] = prompt.split(header)
  return spoken(
    pairs(parts).map(({ role, text }) => ({
      role,
      text: text.replace(/<\|(?:eot_id|eot|end_of_text|image|begin_of_text)\|>/g, '')
    }))
  )
}

/**
 * Mistral and Llama 2: `[INST] … [/INST]`, the system's text between `<<SYS>>` marks.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 */
export function readInstPrompt(prompt: string): Spoken {
  if (!prompt.includes('[INST]')) return { system: '', text: prompt }
  const turns: Turn[] = []
  for (const part of prompt.replaceAll('<s>', '').split('[INST]').slice(1)) {
    const [asked = '', answered = ''] = part.split('[/INST]')
    const system = /<<SYS>>\s*([\s\S]*?)\s*<<\/SYS>>\s*/.exec(asked)
    if (system) turns.push({ role: 'system', text: system[1] ?? '' })
    turns.push({ role: 'user', text: system ? asked.replace(system[0], '') : asked })
    if (answered.replace('</s>', '').trim() !== '')
      turns.push({ role: 'assistant', text: answered.replace('</s>', '') })
  }
  return spoken(turns)
}

/** DeepSeek R1. https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html */
export function readDeepSeekPrompt(prompt: string): Spoken {
  const [before = '', ...parts] = prompt
    .replace(/<[｜|]begin[▁_]of[▁_]sentence[｜|]>/g, '')
    .split(/<[｜|](User|Assistant)[｜|]>/)
  if (parts.length === 0) return { system: '', text: prompt }
  const turns = pairs(parts).map(({ role, text }) => ({
    role: role.toLowerCase(),
    text: text.replace(/<[｜|]end[▁_]of[▁_]sentence[｜|]>|<\/?think>/g, '')
  }))
  return spoken([{ role: 'system', text: before }, ...turns])
}

/** Titan and Jurassic: lines that begin with `User:` and `Bot:`; what stands before the first is the system's. */
export function readDialogue(prompt: string): Spoken {
  const [before = '', ...parts] = prompt.split(/^(User|Human|Bot|Assistant):[ \t]?/m)
  if (parts.length === 0) return { system: '', text: prompt }
  const roles: Readonly<Record<string, string>> = {
    User: 'user',
    Human: 'user',
    Bot: 'assistant',
    Assistant: 'assistant'
  }
  return spoken([
    { role: 'system', text: before },
    ...pairs(parts).map(({ role, text }) => ({ role: roles[role] ?? 'user', text }))
  ])
}

function pairs(parts: readonly string[]): Turn[] {
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => ({
    role: parts[2 * i] ?? '',
    text: parts[2 * i + 1] ?? ''
  }))
}

function spoken(turns: readonly Turn[]): Spoken {
  const of = (role: string): string =>
    turns
      .filter(turn => turn.role === role)
      .map(turn => turn.text.trim())
      .filter(Boolean)
      .join('\n')
  const users = turns.filter(turn => turn.role === 'user')
  const ending = turns.at(-1)
  const begun = ending?.role === 'assistant' ? ending.text.trim() : ''
  return {
    system: of('system'),
    text: of('user'),
    ...(users.length > 1 && { last: users.at(-1)?.text.trim() ?? '' }),
    ...(begun !== '' && { prefill: begun })
  }
}
