/**
 * Claude's messages: turns, content blocks, pictures and documents in them. Complaints are Anthropic's own.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
import { asText, isMap, member, type Json } from '../../json.ts'
import { documentOf, pictureOf, type Medium } from '../media/medium.ts'
import { bytesOf } from '../media/format.ts'
import { lastOf, mostImageBytes, type Content, type Conversation } from './content.ts'
import { Refused } from './dialect.ts'

const mostPixels = 8000
const mostPages = 100
const passing = ['tool_use', 'tool_result', 'thinking', 'redacted_thinking', 'search_result']
const tags = ['document', 'image', ...passing, 'text'].sort()
const mediaTypes = ['image/gif', 'image/jpeg', 'image/png', 'image/webp']

/** Throws Refused. */
export function readClaudeMessages(messages: Json | undefined): Conversation {
  if (!Array.isArray(messages)) throw new Refused('messages: Input should be a valid list')
  if (messages.length === 0) throw new Refused('messages: at least one message is required')
  const turns = messages.map((message, i) => readTurn(message, i, i === messages.length - 1))
  const last = turns.at(-1)
  const pages = turns.flatMap(turn => turn.media).reduce((sum, one) => sum + (one.pages ?? 0), 0)
  if (pages > mostPages) throw new Refused(`A maximum of ${mostPages} PDF pages may be provided.`)
  return {
    text: turns
      .filter(turn => turn.role === 'user')
      .map(turn => turn.text)
      .filter(Boolean)
      .join('\n'),
    media: turns.flatMap(turn => turn.media),
    ...lastOf(turns),
    ...(last?.role === 'assistant' && { prefill: last.text })
  }
}

function readTurn(message: Json, i: number, isLast: boolean): Content & { role: 'user' | 'assistant' } {
  if (!isMap(message)) throw new Refused(`messages.${i}: Input should be a valid dictionary or object`)
  const role = member(message, 'role')
  if (role !== 'user' && role !== 'assistant')
    throw new Refused(`messages.${i}.role: Input should be 'user' or 'assistant'`)
  if (i === 0 && role !== 'user') throw new Refused('messages: first message must use the "user" role')
  const content = readClaudeContent(message['content'], `messages.${i}.content`)
  if (content.text.trim() === '' && content.media.length === 0)
    throw new Refused(
      role === 'user'
        ? 'messages: text content blocks must be non-empty'
        : `messages.${i}: all messages must have non-empty content except for the optional final assistant message`
    )
  if (role === 'assistant' && isLast && /\s$/.test(content.text))
    throw new Refused('messages: final assistant content cannot end with trailing whitespace')
  return { role, ...content }
}

/** A string, or a list of blocks of which each needs its `type`. */
export function readClaudeContent(content: Json | undefined, where: string): Content {
  if (content === undefined) throw new Refused(`${where}: Field required`)
  if (typeof content === 'string') return { text: content, media: [] }
  if (!Array.isArray(content)) throw new Refused(`${where}: Input should be a valid string or list`)
  const texts: string[] = []
  const media: Medium[] = []
  for (const [i, block] of content.entries()) {
    const type = member(block, 'type')
    const at = `${where}.${i}`
    if (typeof type !== 'string') throw new Refused(`${at}.type: Field required`)
    if (type === 'text') texts.push(textOf(block, at))
    else if (type === 'image') media.push(imageOf(block, `${at}.image.source`))
    else if (type === 'document') media.push(documentIn(block, `${at}.document.source`))
    else if (!passing.includes(type))
      throw new Refused(
        `${at}: Input tag '${type}' found using 'type' does not match any of the expected tags: ${tags.map(tag => `'${tag}'`).join(', ')}`
      )
  }
  return { text: texts.join('\n'), media }
}

function textOf(block: Json, at: string): string {
  const text = member(block, 'text')
  if (typeof text !== 'string') throw new Refused(`${at}.text: Field required`)
  if (member(block, 'cache_control') !== undefined)
    throw new Refused(`${at}.cache_control: Extra inputs are not permitted`)
  return text
}

function imageOf(block: Json, at: string): Medium {
  const { type, data } = encoded(member(block, 'source'), at)
  if (!mediaTypes.includes(type))
    throw new Refused(
      `${at}.base64.media_type: Input should be ${mediaTypes
        .map(one => `'${one}'`)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}`
    )
  if (data.length > mostImageBytes)
    throw new Refused(`${at}.base64: image exceeds 5 MB maximum: ${data.length} bytes > ${mostImageBytes} bytes`)
  const bytes = bytesOf(data)
  if (!bytes) throw new Refused(`${at}.base64: invalid base64 data`)
  const picture = pictureOf(bytes)
  if (!picture) throw new Refused('Could not process image')
  if (`image/${picture.format ?? ''}` !== type)
    throw new Refused(
      `${at}.base64.data: The image was specified using the ${type} media type, but the image appears to be a image/${picture.format ?? ''} image`
    )
  if (Math.max(picture.width ?? 0, picture.height ?? 0) > mostPixels)
    throw new Refused(
      `${at}.base64.data: At least one of the image dimensions exceed max allowed size: ${mostPixels} pixels`
    )
  return picture
}

function documentIn(block: Json, at: string): Medium {
  const source = member(block, 'source')
  const title = asText(member(block, 'title'))
  if (member(source, 'type') === 'text') {
    const found = documentOf('txt', Buffer.from(asText(member(source, 'data'))), title)
    if (found) return found
  }
  const { type, data } = encoded(source, at)
  if (type !== 'application/pdf') throw new Refused(`${at}.base64.media_type: Input should be 'application/pdf'`)
  const bytes = bytesOf(data)
  if (!bytes) throw new Refused(`${at}.base64: invalid base64 data`)
  const found = documentOf('pdf', bytes, title)
  if (!found) throw new Refused(`${at}.base64.data: The PDF specified was not valid.`)
  return found
}

function encoded(source: Json | undefined, at: string): { type: string; data: string } {
  if (source === undefined) throw new Refused(`${at}: Field required`)
  const kind = member(source, 'type')
  if (typeof kind !== 'string') throw new Refused(`${at}.type: Field required`)
  if (kind !== 'base64')
    throw new Refused(`${at}: Input tag '${kind}' found using 'type' does not match any of the expected tags: 'base64'`)
  for (const name of ['media_type', 'data'])
    if (typeof member(source, name) !== 'string') throw new Refused(`${at}.base64.${name}: Field required`)
  return { type: asText(member(source, 'media_type')), data: asText(member(source, 'data')) }
}
