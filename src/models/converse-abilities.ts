/**
 * What single models take by Converse, as data: AWS's table of Converse features (system prompts, documents, pictures, S3), and
 * for the models that came after it the modalities on their model cards. A beginning of the answer is documented for Claude
 * and Nova alone. A model that is in no row, or that an application inference profile hides, is not judged.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * Sizes: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
 */
import { documentFormats, imageFormats, videoFormats } from '../prompts/request.ts'
import {
  abilitiesIn,
  promptAlone,
  usualDocumentBytes,
  usualImageBytes,
  wordsAlone,
  type AbilityRow
} from './abilities.ts'
import { claudeAbilities } from './claude-abilities.ts'
import type { Abilities } from './family.ts'

const withDocuments = { documents: documentFormats, maxDocumentBytes: usualDocumentBytes }
const withPictures = {
  images: imageFormats,
  maxImageBytes: usualImageBytes,
  maxImagePixels: 8000,
  maxImages: 20
}

const words = wordsAlone
const reader: Abilities = { ...words, ...withDocuments }
const seer: Abilities = { ...reader, ...withPictures }
const everything: Abilities = { ...seer, prefill: true, videos: videoFormats, s3Media: true }

/** PDF and DOCX have no bound of their own for Nova, so none is set. */
const nova: Abilities = {
  ...words,
  documents: documentFormats,
  prefill: true,
  images: imageFormats,
  maxImageBytes: 25_000_000,
  maxImagePixels: 8000,
  videos: videoFormats,
  s3Media: true
}

const rows: readonly AbilityRow[] = [
  [/^amazon\.nova-micro-/, { ...words, prefill: true }],
  [/^amazon\.nova-(lite|pro|premier|2-lite)-/, nova],
  [/^amazon\.titan-text-premier-/, { ...words, system: false }],
  [/^amazon\.titan-text-/, { ...reader, system: false }],
  [/^ai21\.j2-/, promptAlone],
  [/^ai21\.jamba-instruct-/, words],
  [/^ai21\.jamba-/, reader],
  [/^cohere\.command-(light-)?text-/, { ...promptAlone, ...withDocuments }],
  [/^cohere\.command-r/, reader],
  [/^deepseek\./, reader],
  [/^meta\.llama(3-2-(11b|90b)|4)-/, seer],
  [/^meta\.llama/, reader],
  [/^mistral\.(mistral-7b|mixtral-8x7b)-/, { ...reader, system: false }],
  [/^mistral\.(pixtral-|magistral-small-|ministral-3-|mistral-large-3-)/, seer],
  [/^mistral\./, reader],
  // "The OpenAI models support only text input": https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
  [/^openai\.gpt-oss-/, words],
  [/^google\.gemma-3-/, seer],
  [/^qwen\.qwen3-vl-/, seer],
  [/^moonshotai\.kimi-k2\.5/, seer],
  [/^nvidia\.nemotron-nano-12b-v2/, seer],
  [/^(qwen\.qwen3-|moonshot\.kimi-k2-thinking|zai\.glm-4|minimax\.minimax-m2|nvidia\.nemotron-nano-)/, reader]
]

export function converseAbilities(bareId: string): Abilities {
  // By Converse the oldest Claude takes a system prompt too, and every Claude takes documents.
  if (bareId.startsWith('anthropic.claude-')) return { ...claudeAbilities(bareId), ...withDocuments, system: true }
  return abilitiesIn(rows, bareId, everything)
}
