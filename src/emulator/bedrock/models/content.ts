/**
 * Content blocks as Nova and Converse write them: a list of objects with one member each.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import { asText, isMap, member, type Json, type JsonMap } from '../../json.ts'
import { documentOf, pictureOf, recordingOf, type Medium } from '../media/medium.ts'
import { bytesOf } from '../media/format.ts'
import { readsS3, refuseSense } from './abilities.ts'
import { malformed, typeName } from './body.ts'
import { Refused, type Reading } from './dialect.ts'
import { anything, object, oneOf, text, type Shape } from './shape.ts'

export interface Content {
  readonly text: string
  readonly media: readonly Medium[]
}

/** Blocks that are taken and count for nothing here. */
const passing = ['toolUse', 'toolResult', 'reasoningContent', 'guardContent', 'searchResult']
const s3Location = object({ uri: text({ least: 1, most: 1024 }), bucketOwner: text({ least: 12, most: 12 }) }, ['uri'])
const source = object({ bytes: text({ least: 1 }), s3Location, text: text({ least: 1 }), content: anything })
const shapes: Readonly<Record<string, Shape>> = {
  image: object({ format: oneOf('png', 'jpeg', 'gif', 'webp'), source }, ['format', 'source']),
  document: object(
    {
      format: oneOf('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'),
      name: text({ least: 1, most: 200 }),
      source,
      context: text(),
      citations: anything
    },
    ['name', 'source']
  ),
  video: object({ format: oneOf('mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'), source }, [
    'format',
    'source'
  ]),
  audio: object({ format: text({ least: 2 }), source }, ['format', 'source'])
}

/** Texts and media of the blocks. Throws Refused for what is no list of blocks, or a medium that is not what it says. */
export function readContent(content: Json | undefined, where: string, reading: Reading): Content {
  if (!Array.isArray(content)) throw malformed(`${where}: expected type: JSONArray, found: ${typeName(content)}`)
  const media: Medium[] = []
  const texts: string[] = []
  for (const [i, block] of content.entries()) {
    if (!isMap(block)) throw malformed(`${where}/${i}: expected type: JSONObject, found: ${typeName(block)}`)
    // Null alternatives of the union count as absent.
    const [name, another] = Object.keys(block).filter(key => block[key] !== null)
    if (name === undefined || another !== undefined)
      throw malformed(`${where}/${i}: a content block must have exactly one member`)
    if (name === 'cachePoint') throw malformed(`${where}/${i}: extraneous key [cachePoint] is not permitted`)
    if (name === 'text') texts.push(blockText(block, `${where}/${i}/text`))
    else if (name in shapes) media.push(medium(name, block[name] ?? null, `${where}/${i}/${name}`, reading))
    else if (!passing.includes(name)) throw malformed(`${where}/${i}: extraneous key [${name}] is not permitted`)
  }
  return { text: texts.join('\n'), media }
}

function blockText(block: Json, where: string): string {
  const value = member(block, 'text')
  if (typeof value !== 'string') throw malformed(`${where}: expected type: String, found: ${typeName(value)}`)
  if (value.trim() === '') throw malformed(`${where}: The text field in the content block must not be blank`)
  return value
}

const senses = { image: 'images', document: 'documents', video: 'videos', audio: 'audio' } as const

function medium(name: string, block: Json, where: string, reading: Reading): Medium {
  refuseSense(senses[name as keyof typeof senses], reading.bareId)
  shapes[name]?.(block, where)
  const format = asText(member(block, 'format') ?? 'txt')
  const from = member(block, 'source')
  switch (name) {
    case 'image':
      return image(format, bytesFrom(from, where, reading), where, reading)
    case 'document':
      return document(block, format, from, where, reading)
    default:
      return recordingOf(name === 'video' ? 'video' : 'audio', format, bytesFrom(from, where, reading))
  }
}

function image(format: string, bytes: Buffer, where: string, reading: Reading): Medium {
  const dotted = `${dottedPath(where)}.source.bytes`
  const encoded = Math.ceil(bytes.length / 3) * 4
  if (/^anthropic\./.test(reading.bareId) && encoded > mostImageBytes)
    throw byModel(`${dotted}: image exceeds 5 MB maximum: ${encoded} bytes > ${mostImageBytes} bytes`)
  const picture = pictureOf(bytes)
  if (!picture) throw new Refused('Failed to sanitize image: Invalid or unsupported image format')
  if (picture.format !== format)
    throw byModel(
      `${dotted}: The image was specified using the image/${format} media type, but the image appears to be a image/${picture.format ?? ''} image`
    )
  return picture
}

/** Of the base64, not of the file: 3.75 MB of a file. */
export const mostImageBytes = 5 * 1024 * 1024
const mostDocumentBytes = 4.5 * 1024 * 1024

function document(block: Json, format: string, from: Json | undefined, where: string, reading: Reading): Medium {
  const name = asText(member(block, 'name'))
  if (!/^[\p{L}\p{N}\-()[\]]+( [\p{L}\p{N}\-()[\]]+)*$/u.test(name))
    throw new Refused(
      'The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can’t contain more than one consecutive whitespace character.'
    )
  const written = member(from, 'text')
  const bytes = typeof written === 'string' ? Buffer.from(written) : bytesFrom(from, where, reading)
  if (bytes.length > mostDocumentBytes && !readsS3(reading.bareId))
    throw new Refused(`The document ${name} exceeds the maximum size of 4.5 MB.`)
  const found = documentOf(typeof written === 'string' ? 'txt' : format, bytes, name)
  if (!found)
    throw byModel(
      `${dottedPath(where)}.source.bytes: The document source bytes could not be parsed as the specified format. If using a text-based format, try source.text instead of source.bytes.`
    )
  return found
}

function bytesFrom(from: Json | undefined, where: string, reading: Reading): Buffer {
  const [kind, another] = isMap(from) ? Object.keys(from).filter(key => from[key] !== null) : []
  if (kind === undefined || another !== undefined)
    throw malformed(`${where}/source: a source must have exactly one of bytes and s3Location`)
  if (kind === 's3Location') return stored(member(from, 's3Location'), where, reading)
  const encoded = member(from, 'bytes')
  if (typeof encoded !== 'string') throw malformed(`${where}/source: required key [bytes] not found`)
  const bytes = bytesOf(encoded)
  if (!bytes) throw malformed(`${where}/source/bytes: the string is not valid base64`)
  return bytes
}

/** Models other than Nova do not know what this is, and say it in their own way. */
function stored(location: Json | undefined, where: string, reading: Reading): Buffer {
  if (!readsS3(reading.bareId)) throw byModel(`${dottedPath(where)}.source.type: Field required`)
  return storedBytes(asText(member(location, 'uri')), reading)
}

/** Throws Refused where it is not there, or not for this job. */
export function storedBytes(uri: string, { library }: Reading): Buffer {
  const found = library.get(uri)
  if (found && 'bytes' in found) return found.bytes
  throw new Refused(found?.problem ?? `Could not retrieve the S3 object ${uri}.`)
}

function byModel(message: string): Refused {
  return new Refused(`The model returned the following errors: ${message}`)
}

/** `#/messages/0/content/1/image` → `messages.0.content.1.image`. */
function dottedPath(where: string): string {
  return where.slice(2).replaceAll('/', '.')
}

export interface Conversation extends Content {
  readonly last?: string
  readonly prefill?: string
}

interface Spoken {
  readonly role: string
  readonly text: string
}

/** What the user said last, after an answer. */
export function lastOf(turns: readonly Spoken[]): { readonly last?: string } {
  const users = turns.filter(turn => turn.role === 'user')
  const last = users.at(-1)?.text
  return users.length > 1 && last !== undefined ? { last } : {}
}

/** The `messages` of Nova and Converse. */
export function readTurns(messages: Json | undefined, reading: Reading): Conversation {
  if (!Array.isArray(messages)) throw malformed('#: required key [messages] not found')
  if (messages.length === 0) throw malformed('#/messages: expected minimum item count: 1, found: 0')
  const turns = messages.map((message, i) => {
    const role = member(message, 'role')
    if (role !== 'user' && role !== 'assistant')
      throw malformed(`#/messages/${i}/role: ${JSON.stringify(role ?? null)} is not a valid enum value`)
    if (i === 0 && role !== 'user')
      throw new Refused(
        'A conversation must start with a user message. Try again with a conversation that starts with a user message.'
      )
    refuseSameRole(messages, i)
    const members: JsonMap = isMap(message) ? message : {}
    return { role, ...readContent(member(members, 'content'), `#/messages/${i}/content`, reading) }
  })
  const users = turns.filter(turn => turn.role === 'user')
  const last = turns.at(-1)
  return {
    text: users
      .map(turn => turn.text)
      .filter(Boolean)
      .join('\n'),
    media: turns.flatMap(turn => turn.media),
    ...lastOf(turns),
    ...(last?.role === 'assistant' && { prefill: last.text })
  }
}

/** Turns go about. */
function refuseSameRole(messages: readonly Json[], i: number): void {
  if (i > 0 && member(messages[i - 1], 'role') === member(messages[i], 'role'))
    throw new Refused(
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.'
    )
}
