/**
 * Cohere Embed v3 and v4: many texts, or pictures as data URIs, in one call.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
 */
import { asText, member, type Json, type JsonMap } from '../../json.ts'
import { bytesOf, readDataUri } from '../media/format.ts'
import { pictureOf, type Medium } from '../media/medium.ts'
import { hash32 } from '../../random.ts'
import { strings, tokensOf } from './body.ts'
import { Refused, type OtherAnswer, type OtherDialect } from './dialect.ts'
import { checkBody, list, object, oneOf, text, whole, type Shape } from './shape.ts'
import { embedMedium, embedText, inType } from './vector.ts'

const types = ['float', 'int8', 'uint8', 'binary', 'ubinary']
const purposes = ['search_document', 'search_query', 'classification', 'clustering']
const mostImageBytes = 5 * 1024 * 1024

const shapeV3 = object(
  {
    texts: list(text({ most: 2048 }), { most: 96 }),
    images: list(text({ least: 1 }), { most: 1 }),
    input_type: oneOf(...purposes, 'image'),
    truncate: oneOf('NONE', 'START', 'END'),
    embedding_types: list(oneOf(...types))
  },
  ['input_type']
)
const shapeV4 = object(
  {
    texts: list(text(), { most: 96 }),
    images: list(text({ least: 1 }), { most: 96 }),
    inputs: list(object({ content: list(part()) }, ['content']), { most: 96 }),
    input_type: oneOf(...purposes, 'image'),
    truncate: oneOf('NONE', 'LEFT', 'RIGHT', 'START', 'END'),
    embedding_types: list(oneOf(...types)),
    output_dimension: oneOf(256, 512, 1024, 1536),
    max_tokens: whole(1, 128_000)
  },
  ['input_type']
)

function part(): Shape {
  const url: Shape = (value, where) =>
    (typeof value === 'string' ? text({ least: 1 }) : object({ url: text() }, ['url']))(value, where)
  return object({ type: oneOf('text', 'image_url'), text: text(), image_url: url }, ['type'])
}

export const cohereEmbed: OtherDialect = {
  kind: 'other',
  name: 'cohere-embed',
  models: /^cohere\.embed/,
  defaultMaxTokens: 0,

  answer(body, { bareId }) {
    const v4 = bareId.startsWith('cohere.embed-v4')
    checkBody(body, v4 ? shapeV4 : shapeV3)
    const asked = ['texts', 'images', 'inputs'].filter(name => listAt(body, name).length > 0)
    if (asked.length !== 1)
      throw new Refused('invalid request: exactly one of texts, images and inputs must be provided')
    const dimension = Number(member(body, 'output_dimension') ?? (v4 ? 1536 : 1024))
    return written(body, embedAll(body, dimension, v4))
  }
}

interface Embedded {
  readonly vectors: readonly (readonly number[])[]
  readonly pictures: readonly Medium[]
  readonly inputTokens: number
}

function embedAll(body: JsonMap, dimension: number, v4: boolean): Embedded {
  const texts = strings(body, 'texts')
  const images = strings(body, 'images')
  if (images.length > 0 && !v4 && member(body, 'input_type') !== 'image')
    throw new Refused('invalid request: input_type must be image when images are provided')
  const pictures = images.map((uri, i) => pictureAt(uri, `images[${i}]`))
  const mixed = listAt(body, 'inputs').map((input, i) => mixedInput(input, i))
  const vectors = [
    ...texts.map(one => embedText(one, dimension)),
    ...pictures.map(one => embedMedium(one, dimension)),
    ...mixed.map(({ said, seen }) => (seen ? embedMedium(seen, dimension, said) : embedText(said, dimension)))
  ]
  const tokens =
    [...texts, ...mixed.map(one => one.said)].reduce((sum, one) => sum + tokensOf(one), 0) +
    [...pictures, ...mixed.flatMap(one => one.seen ?? [])].reduce((sum, one) => sum + one.tokens, 0)
  return { vectors, pictures, inputTokens: tokens }
}

function mixedInput(input: Json, i: number): { said: string; seen?: Medium } {
  const content = listAt(input, 'content')
  const said = content
    .map(one => asText(member(one, 'text')))
    .filter(Boolean)
    .join('\n')
  const image = content.map(one => member(one, 'image_url')).find(one => one !== undefined)
  if (image === undefined) return { said }
  return { said, seen: pictureAt(asText(typeof image === 'string' ? image : member(image, 'url')), `inputs[${i}]`) }
}

function written(body: JsonMap, { vectors, pictures, inputTokens }: Embedded): OtherAnswer {
  const types = strings(body, 'embedding_types')
  const embeddings: Json =
    types.length === 0
      ? vectors.map(vector => [...vector])
      : Object.fromEntries(types.map(type => [type, vectors.map(vector => inType(vector, type))]))
  const texts = strings(body, 'texts')
  return {
    modelOutput: {
      id: `${hash32(JSON.stringify(vectors[0] ?? []))
        .toString(16)
        .padStart(8, '0')}-0000-4000-8000-000000000000`,
      response_type: types.length === 0 ? 'embeddings_floats' : 'embeddings_by_type',
      embeddings,
      ...(texts.length > 0 && { texts }),
      ...(pictures.length > 0 && {
        images: pictures.map(({ width, height, format }) => ({
          width: width ?? 0,
          height: height ?? 0,
          format: format ?? '',
          bit_depth: 24
        }))
      })
    },
    inputTokens,
    outputTokens: 0
  }
}

function pictureAt(uri: string, where: string): Medium {
  const data = readDataUri(uri)
  if (!data) throw new Refused(`invalid request: ${where} must be a valid data URI`)
  const bytes = bytesOf(data.base64)
  const picture = bytes && pictureOf(bytes)
  if (!picture) throw new Refused(`invalid request: ${where} is not a valid image`)
  if (bytes.length > mostImageBytes) throw new Refused(`invalid request: ${where} exceeds the maximum size of 5MB`)
  if (data.type !== `image/${picture.format ?? ''}`)
    throw new Refused(`invalid request: ${where} is declared as ${data.type} but is image/${picture.format ?? ''}`)
  return picture
}

function listAt(body: Json, name: string): Json[] {
  const value = member(body, name)
  return Array.isArray(value) ? value : []
}
