/** What stands in one message: a text, or a list of texts, images and files as data URIs. */
import { isObject, type JsonArray, type JsonObject, type JsonValue } from '../json.ts'
import { documentFormat } from '../media/document.ts'
import { inspectImage } from '../media/image.ts'
import type { Message, Part } from '../prompts/request.ts'
import { modelName } from './document-file.ts'
import { pathFacts } from './files.ts'
import { spelled } from './nearest.ts'
import type { Fault } from './openai-body.ts'

export function readParts(
  content: JsonValue,
  role: 'system' | Message['role'],
  at: string
): { readonly parts: readonly Part[] } | Fault {
  if (typeof content === 'string') return content === '' ? empty(at) : { parts: [{ text: content }] }
  if (!Array.isArray(content)) return { message: `${at} must be a text or a list of parts` }
  if (content.length === 0) return empty(at)
  const parts: Part[] = []
  for (const [index, value] of (content as JsonArray).entries()) {
    const here = `${at}[${index}]`
    const part = isObject(value) ? readPart(value, here) : { message: `${here} must be an object` }
    if ('message' in part) return part
    if (role !== 'user' && !('text' in part)) return { message: `${here}: only the user shows images and files` }
    parts.push(part)
  }
  return { parts }
}

function readPart(part: JsonObject, at: string): Part | Fault {
  const type = typeof part['type'] === 'string' ? part['type'] : ''
  switch (type) {
    case 'text': {
      const text = part['text'] ?? null
      if (typeof text !== 'string') return { message: `${at}.text must be a text` }
      return text === '' ? empty(`${at}.text`) : { text }
    }
    case 'image_url': {
      const image = part['image_url'] ?? null
      const url = isObject(image) ? (image['url'] ?? null) : image
      return readImage(url, at)
    }
    case 'file':
      return readFile(part['file'] ?? null, at)
    default: {
      return {
        message: type === '' ? `${at} has no type` : `${at}.type is ${spelled(type)}`,
        hint: 'parts are text, image_url and file'
      }
    }
  }
}

function readImage(url: JsonValue, at: string): Part | Fault {
  if (typeof url !== 'string') return { message: `${at}.image_url has no url` }
  if (/^https?:/i.test(url)) {
    const hint = 'put the image into the line as a data URI: data:image/png;base64,…'
    return { message: `${at}: images are not fetched from the web; what is there tomorrow may be another`, hint }
  }
  const data = readDataUri(url, at)
  if ('message' in data) return data
  const facts = inspectImage(data.bytes)
  if (facts === undefined) return { message: `${at} is no PNG, JPEG, GIF or WebP` }
  return { image: { format: facts.format, source: { base64: data.base64 } } }
}

function readFile(file: JsonValue, at: string): Part | Fault {
  if (!isObject(file)) return { message: `${at}.file must be an object` }
  const url = file['file_data'] ?? null
  if (typeof url !== 'string') {
    return { message: `${at}: a file that lies with OpenAI cannot be read`, hint: 'put it into the line as file_data' }
  }
  const data = readDataUri(url, at)
  if ('message' in data) return data
  const filename = typeof file['filename'] === 'string' ? file['filename'] : 'document'
  const format = documentFormat(filename, data.bytes)
  if (format === undefined) return { message: `${at} is no document that models take` }
  return { document: { format, name: modelName(pathFacts(filename).name), source: { base64: data.base64 } } }
}

function readDataUri(uri: string, at: string): { readonly base64: string; readonly bytes: Uint8Array } | Fault {
  const comma = uri.indexOf(',')
  const head = uri.slice(0, comma)
  if (comma < 0 || !/^data:[^,]*;base64$/i.test(head)) {
    return { message: `${at} must be a data URI in base64`, hint: 'as in data:image/png;base64,iVBORw0…' }
  }
  const bytes = Buffer.from(uri.slice(comma + 1), 'base64')
  // Written anew, so that line breaks and the other alphabet do not make another question of the same picture.
  const base64 = bytes.toString('base64')
  const plain = uri
    .slice(comma + 1)
    .replace(/[\s=]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  if (bytes.length === 0 || plain !== base64.replace(/=+$/, '')) return { message: `${at} is not base64` }
  return { base64, bytes }
}

function empty(at: string): Fault {
  return { message: `${at} is empty`, hint: 'models refuse empty texts' }
}
