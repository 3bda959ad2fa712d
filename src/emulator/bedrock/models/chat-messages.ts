/** The `messages` of chat bodies in OpenAI's manner: roles, texts, pictures as data URIs. */
import { asText, member, type Json } from '../../json.ts'
import { bytesOf, readDataUri } from '../media/format.ts'
import { pictureOf, type Medium } from '../media/medium.ts'
import { refuseSense } from './abilities.ts'
import { malformed, typeName } from './body.ts'
import { lastOf, type Content } from './content.ts'
import { Refused, type Question } from './dialect.ts'

const roles = ['system', 'developer', 'user', 'assistant', 'tool']

/** Throws Refused. */
export function readChatMessages(
  messages: Json | undefined,
  bareId: string
): Pick<Question, 'system' | 'text' | 'media' | 'last' | 'prefill'> {
  if (!Array.isArray(messages)) throw malformed(`#/messages: expected type: JSONArray, found: ${typeName(messages)}`)
  if (messages.length === 0) throw malformed('#/messages: expected minimum item count: 1, found: 0')
  const turns = messages.map((message, i) => {
    const role = asText(member(message, 'role'))
    if (!roles.includes(role)) throw malformed(`#/messages/${i}/role: ${role} is not a valid enum value`)
    return { role, ...readContent(member(message, 'content'), `#/messages/${i}/content`, role, bareId) }
  })
  if (!turns.some(turn => turn.role === 'user'))
    throw malformed('#/messages: at least one message of the user is required')
  const said = (of: readonly string[]): string =>
    turns
      .filter(turn => of.includes(turn.role))
      .map(turn => turn.text)
      .filter(Boolean)
      .join('\n')
  const last = turns.at(-1)
  return {
    system: said(['system', 'developer']),
    text: said(['user']),
    media: turns.flatMap(turn => turn.media),
    ...lastOf(turns),
    ...(last?.role === 'assistant' && { prefill: last.text })
  }
}

function readContent(content: Json | undefined, where: string, role: string, bareId: string): Content {
  // An assistant that called a tool said nothing.
  if (content === undefined && role === 'assistant') return { text: '', media: [] }
  if (typeof content === 'string') return { text: content, media: [] }
  if (!Array.isArray(content)) throw malformed(`${where}: expected type: String, found: ${typeName(content)}`)
  const texts: string[] = []
  const media: Medium[] = []
  for (const [i, part] of content.entries()) {
    const type = member(part, 'type')
    if (type === 'text') texts.push(textOf(part, `${where}/${i}`))
    else if (type === 'image_url') {
      refuseSense('images', bareId)
      media.push(picture(member(part, 'image_url'), `${where}/${i}/image_url`))
    } else throw malformed(`${where}/${i}/type: ${asText(type)} is not a valid enum value`)
  }
  return { text: texts.join('\n'), media }
}

function textOf(part: Json, where: string): string {
  const text = member(part, 'text')
  if (typeof text !== 'string') throw malformed(`${where}: required key [text] not found`)
  return text
}

/** Only data URIs: the models fetch nothing from the web. */
function picture(image: Json | undefined, where: string): Medium {
  const uri = asText(typeof image === 'string' ? image : member(image, 'url'))
  const data = readDataUri(uri)
  if (!data) throw malformed(`${where}/url: the string is not a data URI of base64`)
  const bytes = bytesOf(data.base64)
  if (!bytes) throw malformed(`${where}/url: the string is not valid base64`)
  const found = pictureOf(bytes)
  if (!found) throw new Refused('Failed to sanitize image: Invalid or unsupported image format')
  if (data.type !== `image/${found.format ?? ''}`)
    throw new Refused(
      `The image was specified using the ${data.type} media type, but the image appears to be a image/${found.format ?? ''} image`
    )
  return found
}
