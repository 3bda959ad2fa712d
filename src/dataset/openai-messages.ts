/** The messages of a chat completion as turns of ours. https://platform.openai.com/docs/api-reference/chat/create */
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import type { ChatRequest, Message, Part } from '../prompts/request.ts'
import { spelled } from './nearest.ts'
import type { Fault } from './openai-body.ts'
import { readParts } from './openai-parts.ts'

interface Read {
  readonly request: ChatRequest
  readonly warnings: readonly string[]
}

const instructions = new Set(['system', 'developer'])

/** Texts of one role that follow each other become one turn: the models want turns about. */
export function readMessages(value: JsonValue): Read | Fault {
  if (!Array.isArray(value) || value.length === 0) return { message: 'body.messages must be a list of messages' }
  const system: string[] = []
  const turns: { role: Message['role']; content: Part[] }[] = []
  const warnings: string[] = []
  for (const [index, message] of value.entries()) {
    const at = `messages[${index}]`
    if (!isObject(message)) return { message: `${at} must be an object` }
    const role = roleOf(message, at)
    if (typeof role === 'object') return role
    const content = readParts(message['content'] ?? null, role, `${at}.content`)
    if ('message' in content) return content
    if (message['name'] !== undefined) warnings.push('the name of a message is not sent')
    if (role === 'system') {
      if (turns.length > 0) return late(at)
      system.push(...content.parts.flatMap(part => ('text' in part ? [part.text] : [])))
    } else if (turns.at(-1)?.role === role) turns.at(-1)?.content.push(...content.parts)
    else turns.push({ role, content: [...content.parts] })
  }
  if (turns[0]?.role !== 'user') return { message: 'the first message besides system must be the user’s' }
  if (turns.at(-1)?.role === 'assistant')
    warnings.push('the last message is the assistant’s: the model goes on from it')
  const request: ChatRequest = {
    kind: 'chat',
    ...(system.length > 0 && { system: system.join('\n\n') }),
    messages: turns
  }
  return { request, warnings }
}

function roleOf(message: JsonObject, at: string): 'system' | Message['role'] | Fault {
  const role = message['role'] ?? null
  if (typeof role !== 'string') return { message: `${at}.role must be a text` }
  const calls = message['tool_calls'] ?? message['function_call'] ?? null
  if (role === 'tool' || role === 'function' || (calls !== null && !(Array.isArray(calls) && calls.length === 0))) {
    return { message: `${at} belongs to a tool call`, hint: 'Bedrock’s batch inference calls no tools' }
  }
  if (instructions.has(role)) return 'system'
  if (role === 'user' || role === 'assistant') return role
  return { message: `${at}.role is ${spelled(role)}`, hint: 'roles are system, developer, user and assistant' }
}

function late(at: string): Fault {
  return {
    message: `${at} is a system message after the first turn`,
    hint: 'models on Bedrock have one system prompt, before all turns: move it there'
  }
}
