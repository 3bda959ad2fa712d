/** A line for `/v1/embeddings` as a text to embed. https://platform.openai.com/docs/api-reference/embeddings/create */
import type { JsonObject, JsonValue } from '../json.ts'
import type { EmbedRequest } from '../prompts/request.ts'
import { spelled } from './nearest.ts'
import type { Fault, LeftOut } from './openai-body.ts'

const silent = new Set(['input', 'model', 'user'])

export function readEmbedding(
  body: JsonObject
): { readonly request: EmbedRequest; readonly leftOut: readonly LeftOut[] } | Fault {
  const text = onlyText(body['input'] ?? null)
  if (typeof text !== 'string') return text
  const leftOut = Object.entries(body).flatMap(([member, value]): readonly LeftOut[] => {
    if (value === null || silent.has(member) || (member === 'encoding_format' && value === 'float')) return []
    const hint = member === 'dimensions' ? ': set it by parameters.extra in the spec' : ''
    return [{ member, why: `body.${spelled(member)} is not sent${hint}` }]
  })
  return { request: { kind: 'embed', text }, leftOut }
}

function onlyText(input: JsonValue): string | Fault {
  const values: readonly JsonValue[] = Array.isArray(input) ? input : [input]
  if (values.some(one => typeof one === 'number' || Array.isArray(one))) {
    return {
      message: 'body.input holds tokens, which only the model they were made for can read',
      hint: 'give it the text'
    }
  }
  const [text] = values
  if (values.length > 1)
    return { message: `body.input holds ${values.length} texts`, hint: 'one text a line, each with its custom_id' }
  if (typeof text === 'string' && text !== '') return text
  return { message: text === '' ? 'body.input is empty' : 'body.input must be a text' }
}
