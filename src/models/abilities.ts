/** Abilities as rows of data, the first row that matches a model wins. Whose abilities these are, each family says. */
import type { Abilities } from './family.ts'

/** A conversation in words: the least that a chat model takes. */
export const wordsAlone: Abilities = {
  system: true,
  turns: true,
  prefill: false,
  images: [],
  documents: [],
  videos: [],
  s3Media: false
}

/** One prompt in words. */
export const promptAlone: Abilities = { ...wordsAlone, system: false, turns: false }

export type AbilityRow = readonly [models: RegExp, abilities: Abilities]

export function abilitiesIn(rows: readonly AbilityRow[], bareId: string, otherwise: Abilities): Abilities {
  return rows.find(([models]) => models.test(bareId))?.[1] ?? otherwise
}

/** 3.75 MB, as a file: the service's bound are 5 MiB of base64. */
export const usualImageBytes = 3_932_160

/** 4.5 MB, as a file. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html */
export const usualDocumentBytes = 4_718_592
