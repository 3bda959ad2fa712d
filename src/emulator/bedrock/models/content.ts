/** Content blocks as Nova and Converse write them: a list of objects with one member each. */
import { isMap, member, type Json } from '../../json.ts'
import { malformed, typeName } from './body.ts'

const media = [
  'image',
  'video',
  'audio',
  'document',
  'toolUse',
  'toolResult',
  'reasoningContent',
  'guardContent',
  'searchResult'
]

/** Texts of the blocks and how many are something else. Throws Refused for what is no list of blocks. */
export function contentText(content: Json | undefined, where: string): { text: string; attachments: number } {
  if (!Array.isArray(content)) throw malformed(`${where}: expected type: JSONArray, found: ${typeName(content)}`)
  let attachments = 0
  const texts: string[] = []
  for (const [i, block] of content.entries()) {
    if (!isMap(block)) throw malformed(`${where}/${i}: expected type: JSONObject, found: ${typeName(block)}`)
    // Null alternatives of the union count as absent.
    const [name, another] = Object.keys(block).filter(key => block[key] !== null)
    if (name === undefined || another !== undefined)
      throw malformed(`${where}/${i}: a content block must have exactly one member`)
    if (name === 'cachePoint') throw malformed(`${where}/${i}: extraneous key [cachePoint] is not permitted`)
    if (name === 'text') texts.push(blockText(block, `${where}/${i}/text`))
    else if (media.includes(name)) attachments++
    else throw malformed(`${where}/${i}: extraneous key [${name}] is not permitted`)
  }
  return { text: texts.join('\n'), attachments }
}

function blockText(block: Json, where: string): string {
  const text = member(block, 'text')
  if (typeof text !== 'string') throw malformed(`${where}: expected type: String, found: ${typeName(text)}`)
  if (text.trim() === '') throw malformed(`${where}: The text field in the content block must not be blank`)
  return text
}
