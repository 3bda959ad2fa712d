/**
 * What single Claude models take, as data. Pictures: AWS's page on the body and the model cards. System prompts: since 2.1.
 * PDF: since 3.5 Sonnet. Since 4.6 a conversation has to end with the user ("This model does not support assistant message
 * prefill", a 400 that Bedrock passes on); AWS itself has no page about that.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-3-5-haiku.html
 * https://platform.claude.com/docs/en/build-with-claude/pdf-support
 * https://platform.claude.com/docs/en/about-claude/models/migration-guide
 */
import { imageFormats } from '../prompts/request.ts'
import { abilitiesIn, usualImageBytes, wordsAlone, type AbilityRow } from './abilities.ts'
import type { Abilities } from './family.ts'

const words: Abilities = { ...wordsAlone, prefill: true }

const pictures: Abilities = {
  ...words,
  images: imageFormats,
  maxImageBytes: usualImageBytes,
  maxImagePixels: 8000,
  maxImages: 20
}

const documents: Abilities = { ...pictures, documents: ['pdf', 'txt'] }

/** The next ones will be like the latest. */
const latest: Abilities = { ...documents, prefill: false }

const rows: readonly AbilityRow[] = [
  [/^anthropic\.claude-v2:1/, words],
  [/^anthropic\.claude-(v2|instant)/, { ...words, system: false }],
  [/^anthropic\.claude-3-5-haiku-/, words],
  [/^anthropic\.claude-3-(haiku|sonnet|opus)-/, pictures],
  [/^anthropic\.claude-(3-|(opus|sonnet|haiku)-4(-[15])?(-20|$))/, documents]
]

export function claudeAbilities(bareId: string): Abilities {
  return abilitiesIn(rows, bareId, latest)
}
