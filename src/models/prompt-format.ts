/**
 * A conversation as one text, for models whose body has a `prompt` and no messages: every turn stands between the marks of its
 * role. Which marks, each family says. Marks inside a row's own text are defused by a space, `< |eot_id|>`, so that no row can
 * forge a turn.
 */
import type { ChatRequest, Message, Part } from '../prompts/request.ts'
import { textOf } from './question.ts'

type Marks = readonly [before: string, after: string]

export interface PromptFormat {
  /** Every mark of the dialect, global: what no text may bring along. */
  readonly marks: RegExp
  readonly begin: string
  /** Absent: the dialect has no place for a system prompt. */
  readonly system?: Marks
  /** The system prompt stands inside the first turn of the user instead of before it. */
  readonly systemInTurn?: true
  readonly user: Marks
  readonly assistant: Marks
  /** What makes the model begin, where the conversation ends with the user. */
  readonly answer: string
  /** Stands in the text where a picture belongs. Absent: no pictures. */
  readonly image?: string
}

/** Throws TypeError for what the format has no place for; the abilities say so before. */
export function promptOf({ system, messages }: ChatRequest, format: PromptFormat): string {
  let prompt = format.begin + (format.systemInTurn ? '' : systemText(system, format))
  for (const [index, { role, content }] of messages.entries()) {
    const inTurn = index === 0 && format.systemInTurn ? systemText(system, format) : ''
    const [before, after] = format[role]
    const begins = role === 'assistant' && index === messages.length - 1
    prompt += before + inTurn + spoken(content, format) + (begins ? '' : after)
  }
  return messages.at(-1)?.role === 'assistant' ? prompt : prompt + format.answer
}

/**
 * The prompt with the model's answer and a complaint as two more turns. Where the assistant's turn had been begun for the
 * model, the same beginning stands at the end again.
 */
export function promptAgain(prompt: string, format: PromptFormat, answer: string, complaint: string): string {
  const { user, assistant } = format
  const { asked, beginning } = apart(prompt, format)
  const said = assistant[0] + (beginning ?? '') + defused(answer, format) + assistant[1]
  const again = user[0] + defused(complaint, format) + user[1]
  return asked + said + again + (beginning === undefined ? format.answer : assistant[0] + beginning)
}

/** What was asked, and the assistant's turn that was begun, if one was. */
function apart(prompt: string, { user, assistant, answer }: PromptFormat): { asked: string; beginning?: string } {
  if (prompt.endsWith(user[1] + answer)) return { asked: prompt.slice(0, prompt.length - answer.length) }
  const turn = prompt.lastIndexOf(user[1] + assistant[0])
  if (turn < 0) return { asked: prompt }
  const start = turn + user[1].length
  return { asked: prompt.slice(0, start), beginning: prompt.slice(start + assistant[0].length) }
}

function systemText(system: string | undefined, format: PromptFormat): string {
  if (system === undefined) return ''
  if (format.system === undefined) throw new TypeError('a prompt without a place for it was given a system text')
  return format.system[0] + defused(system, format) + format.system[1]
}

function spoken(content: Message['content'], format: PromptFormat): string {
  return content.map(part => partText(part, format)).join('')
}

function partText(part: Part, format: PromptFormat): string {
  return 'image' in part && format.image !== undefined ? format.image : defused(textOf(part), format)
}

function defused(text: string, { marks }: PromptFormat): string {
  return text.replace(marks, mark => `${mark.slice(0, 1)} ${mark.slice(1)}`)
}
