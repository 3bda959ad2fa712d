/**
 * What one record of a model family is: a question of usual length, and the answer that the emulator gives it. The same
 * text everywhere, so that families can be compared.
 */
import { simulatedModel } from '../emulator/bedrock/models/simulate.ts'
import { recordNamer, type RecordNamer } from '../jobs/record.ts'
import type { JsonMap } from '../emulator/json.ts'
import { canonicalJson } from '../json.ts'
import { answersWith } from '../models/answers.ts'
import type { AnswerKind, ModelFamily, Parameters } from '../models/family.ts'
import { knownIds } from '../models/known-models.ts'
import { families, resolveModel } from '../models/registry.ts'
import type { Part, Request } from '../prompts/request.ts'
import { wordsFrom } from './words.ts'

export interface Sample {
  readonly family: ModelFamily
  readonly answers: AnswerKind
  readonly nameOf: RecordNamer
  readonly parameters: Parameters
  /** Asked in turns, so that no two records in a row are the same. */
  readonly questions: readonly Request[]
  /** The modelOutput as it stands in an output line. */
  readonly replies: readonly string[]
}

const different = 8
const askedCharacters = 500
const answeredCharacters = 700

/** Every family of the registry. */
export function allSamples(): readonly Sample[] {
  return families.map(sampleOf)
}

export function sampleOf(family: ModelFamily): Sample {
  const modelId = modelOf(family)
  const parameters: Parameters = family.kind === 'chat' ? { maxTokens: 400 } : {}
  const questions = Array.from({ length: different }, (_, seed) => questionFor(family, modelId, seed))
  const ask = simulatedModel(modelId, {
    api: family.api,
    nulls: true,
    marker: false,
    rule: () => ({ text: wordsFrom(7, answeredCharacters) })
  })
  const library = new Map([[film, { bytes: Buffer.from('a film') }]])
  // Drawing takes its time, and one picture or vector is as good as another.
  const replies = (family.kind === 'chat' ? questions : questions.slice(0, 1)).map(question => {
    const outcome = ask(JSON.parse(canonicalJson(family.render(question, parameters))) as JsonMap, 'R', library)
    if (outcome.kind === 'error') throw new Error(`${family.name}: ${outcome.message}`)
    return JSON.stringify(outcome.modelOutput)
  })
  return {
    family,
    answers: answersWith(family),
    nameOf: recordNamer(modelId, family.api),
    parameters,
    questions,
    replies
  }
}

/** One that the family gets by itself where there is one, else one whose owner may ask for it. */
function modelOf(family: ModelFamily): string {
  const taken = knownIds.find(id => {
    const resolution = resolveModel(id, 'auto')
    return 'model' in resolution && resolution.model.family === family
  })
  const id = taken ?? knownIds.find(one => family.modelIds.test(one))
  if (id === undefined) throw new Error(`no model is known of the family ${family.name}`)
  return id
}

const film = 's3://bench-bucket/film.mp4'

function questionFor(family: ModelFamily, modelId: string, seed: number): Request {
  const text = wordsFrom(seed, askedCharacters)
  switch (family.kind) {
    case 'embed':
    case 'draw':
      return { kind: family.kind, text }
    case 'verbatim':
      return { kind: 'verbatim', modelInput: { prompt: text } }
    case 'chat': {
      const can = family.can?.(modelId)
      const video: Part = { video: { format: 'mp4', source: { s3Uri: film, sha256: '0'.repeat(64) } } }
      const content: readonly Part[] = can?.needs === 'video' ? [{ text }, video] : [{ text }]
      const messages = [{ role: 'user' as const, content }]
      return { kind: 'chat', messages, ...(can?.system === true && { system: wordsFrom(99, 80) }) }
    }
  }
}
