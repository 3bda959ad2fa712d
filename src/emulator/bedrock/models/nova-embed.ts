/**
 * Amazon Nova Multimodal Embeddings: one text, picture, sound or film at a time; no token counts in the answer.
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
import { asText, isMap, member, type Json, type JsonMap } from '../../json.ts'
import { bytesOf } from '../media/format.ts'
import { pictureOf, recordingOf } from '../media/medium.ts'
import { malformed, tokensOf } from './body.ts'
import { storedBytes } from './content.ts'
import { Refused, type OtherDialect, type Reading } from './dialect.ts'
import { checkBody, object, oneOf, text } from './shape.ts'
import { embedMedium, embedText } from './vector.ts'

const s3Location = object({ uri: text({ least: 1 }), bucketOwner: text({ least: 12, most: 12 }) }, ['uri'])
const source = object({ bytes: text({ least: 1 }), s3Location })
const kinds = ['text', 'image', 'audio', 'video'] as const
const shape = object(
  {
    schemaVersion: oneOf('nova-multimodal-embed-v1'),
    taskType: oneOf('SINGLE_EMBEDDING'),
    singleEmbeddingParams: object(
      {
        embeddingPurpose: oneOf(
          ...['GENERIC', 'TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'AUDIO'].map(kind => `${kind}_RETRIEVAL`),
          'GENERIC_INDEX',
          'CLASSIFICATION',
          'CLUSTERING'
        ),
        embeddingDimension: oneOf(256, 384, 1024, 3072),
        text: object({ truncationMode: oneOf('START', 'END', 'NONE'), value: text({ least: 1 }), source }, [
          'truncationMode'
        ]),
        image: object(
          {
            detailLevel: oneOf('STANDARD_IMAGE', 'DOCUMENT_IMAGE'),
            format: oneOf('png', 'jpeg', 'gif', 'webp'),
            source
          },
          ['format', 'source']
        ),
        audio: object({ format: oneOf('mp3', 'wav', 'ogg'), source }, ['format', 'source']),
        video: object(
          {
            format: oneOf('mp4', 'mov', 'mkv', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', '3gp'),
            source,
            embeddingMode: oneOf('AUDIO_VIDEO_COMBINED', 'AUDIO_VIDEO_SEPARATE')
          },
          ['format', 'source', 'embeddingMode']
        )
      },
      ['embeddingPurpose']
    )
  },
  ['taskType', 'singleEmbeddingParams']
)
const mostCharacters = 8192

export const novaEmbed: OtherDialect = {
  kind: 'other',
  name: 'nova-embed',
  models: /^amazon\.nova-2-multimodal-embeddings/,
  defaultMaxTokens: 0,

  answer(body, reading) {
    checkBody(body, shape)
    const params = member(body, 'singleEmbeddingParams')
    const [kind, another] = kinds.filter(one => member(params, one) !== undefined)
    if (kind === undefined || another !== undefined)
      throw malformed('#/singleEmbeddingParams: exactly one of text, image, audio and video is required')
    const dimension = Number(member(params, 'embeddingDimension') ?? 3072)
    const given = member(params, kind) ?? null
    return kind === 'text' ? ofText(given, dimension, reading) : ofMedium(kind, given, dimension, reading)
  }
}

function ofText(given: Json, dimension: number, reading: Reading): ReturnType<OtherDialect['answer']> {
  const value = member(given, 'value')
  const said = typeof value === 'string' ? value : bytesFrom(member(given, 'source'), reading).toString('utf8')
  const mode = member(given, 'truncationMode')
  if (said.length > mostCharacters && mode === 'NONE')
    throw new Refused(`The text has ${said.length} characters, more than the maximum of ${mostCharacters}.`)
  const cut = mode === 'START' ? said.slice(-mostCharacters) : said.slice(0, mostCharacters)
  const truncated = cut.length < said.length ? { truncatedCharLength: cut.length } : {}
  return output([{ embeddingType: 'TEXT', embedding: embedText(cut, dimension), ...truncated }], tokensOf(cut))
}

function ofMedium(
  kind: 'image' | 'audio' | 'video',
  given: Json,
  dimension: number,
  reading: Reading
): ReturnType<OtherDialect['answer']> {
  const bytes = bytesFrom(member(given, 'source'), reading)
  const format = asText(member(given, 'format'))
  const medium = kind === 'image' ? pictureOf(bytes) : recordingOf(kind, format, bytes)
  if (!medium || (kind === 'image' && medium.format !== format))
    throw new Refused(`The image could not be read as ${format}.`)
  const embedding = embedMedium(medium, dimension)
  if (kind !== 'video') return output([{ embeddingType: kind.toUpperCase(), embedding }], medium.tokens)
  const separate = member(given, 'embeddingMode') === 'AUDIO_VIDEO_SEPARATE'
  const types = separate ? ['VIDEO', 'AUDIO'] : ['AUDIO_VIDEO_COMBINED']
  return output(
    types.map(embeddingType => ({ embeddingType, embedding })),
    medium.tokens
  )
}

function output(embeddings: JsonMap[], inputTokens: number): ReturnType<OtherDialect['answer']> {
  return { modelOutput: { embeddings }, inputTokens, outputTokens: 0 }
}

function bytesFrom(from: Json | undefined, reading: Reading): Buffer {
  const location = member(from, 's3Location')
  if (isMap(location)) return storedBytes(asText(location['uri']), reading)
  const bytes = bytesOf(asText(member(from, 'bytes')))
  if (!bytes) throw malformed('#/singleEmbeddingParams: source: the string is not valid base64')
  return bytes
}
