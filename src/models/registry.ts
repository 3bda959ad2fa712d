/** From the spec's `model` and `api` to the family that speaks its JSON. Knows the families; knows no request and no region. */
import { converse } from './converse.ts'
import { families, onRequest } from './families.ts'
import type { ModelFamily } from './family.ts'
import { knownIds, knownModel, knownProviders, profilesOf } from './known-models.ts'
import { readModelId, type ModelId, type Refusal } from './model-id.ts'
import { nearest } from './nearest.ts'
import { supportAsOf } from './support-data.ts'
import { verbatimFamily, type VerbatimSettings } from './verbatim.ts'

export { families }

type FamilyApi = 'auto' | 'converse' | 'invoke'
export type Api = FamilyApi | 'verbatim'

export interface ResolvedModel extends ModelId {
  /** As the spec gives it; what AWS is told, and what records are named by. */
  readonly modelId: string
  readonly family: ModelFamily
  readonly api: ModelFamily['api']
  /** Sentences for the user; nothing here stops a pass. */
  readonly warnings: readonly string[]
}

/** What a lock pins about the answers already published, for this same model id. */
export interface PinnedFamily {
  readonly api: ModelFamily['api']
  readonly family: string
  readonly revision: number
}

export type Resolution = { readonly model: ResolvedModel } | Refusal

/** Models that answer with something else than text, for which there is no Converse. */
const notByConverse = /embed|^stability\.|^twelvelabs\.|rerank|titan-image|nova-(canvas|reel|sonic|2-sonic)/

/** Models that only Converse serves: https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html */
const onlyByConverse = /^meta\.llama3-1-405b-/

/**
 * `auto` takes a family of the model's own where there is one, else Converse. A pinned family goes on being used while it
 * fits the model and the api, so that an upgrade of the action turns no known answer into a new question. `verbatim` are
 * the settings of api: verbatim, which takes any model of which AWS might know.
 */
export function resolveModel(modelId: string, api: Api, known?: PinnedFamily, verbatim?: VerbatimSettings): Resolution {
  const read = readModelId(modelId)
  if ('problem' in read) return withNearest(read, modelId)
  const id = withUnknownGeography(read)
  if (api === 'verbatim') return asItIs(id, modelId, verbatim)
  const refusal = incomplete(id) ?? misspelled(id)
  if (refusal !== undefined) return refusal
  const family = familyFor(id, api, known)
  if ('problem' in family) return family
  return { model: { ...id, modelId, family, api: family.api, warnings: warningsOn(id, api) } }
}

/** The model may be of tomorrow, so only what looks like a slip of the pen is told, and nothing is refused. */
function asItIs(id: ModelId, modelId: string, settings: VerbatimSettings | undefined): Resolution {
  if (settings === undefined)
    return { problem: 'api: verbatim needs the block verbatim, which says where the answer stands' }
  const family = verbatimFamily(settings)
  const slip = incomplete(id) ?? misspelled(id)
  const warnings = slip === undefined ? [] : [`${slip.problem}${slip.hint === undefined ? '' : `; ${slip.hint}`}`]
  return { model: { ...id, modelId, family, api: family.api, warnings } }
}

/** AWS adds geographies: in `xx.anthropic.claude-…` the provider is the second word. */
function withUnknownGeography(id: ModelId): ModelId {
  const [first = '', second = ''] = id.bareId.split('.')
  if (id.geography !== undefined || knownProviders.has(first) || !knownProviders.has(second)) return id
  return { ...id, bareId: id.bareId.slice(first.length + 1), kind: 'inference-profile' }
}

function withNearest(refusal: Refusal, written: string): Refusal {
  const found = written.startsWith('arn:') ? undefined : nearest(written, knownIds)
  if (refusal.hint !== undefined || found === undefined) return refusal
  return { ...refusal, hint: `did you mean ${callable(found)}?` }
}

/** `anthropic.claude-haiku-4-5` and `amazon.titan-embed-text-v2` lack the date or version that belongs to the id. */
function incomplete({ bareId, kind, geography }: ModelId): Refusal | undefined {
  if (kind === 'application-inference-profile' || knownModel(bareId) !== undefined) return undefined
  const whole = knownIds.filter(
    id => id.startsWith(bareId) && /^(-\d{8})?(-v?\d+)?(:\d+)?$/.test(id.slice(bareId.length))
  )
  if (whole.length === 0) return undefined
  const meant = whole.map(id => (geography === undefined ? callable(id) : `${geography}.${id}`))
  return {
    problem: `${bareId} is not the whole model id: the date or version is missing`,
    hint: `did you mean ${meant.slice(0, 3).join(' or ')}?`
  }
}

/** An unknown provider may be new; one letter away from a known id it is a slip. */
function misspelled({ bareId, kind }: ModelId): Refusal | undefined {
  const provider = bareId.split('.', 1)[0] ?? ''
  if (kind === 'application-inference-profile' || knownProviders.has(provider)) return undefined
  const meant = nearest(bareId, knownIds)
  if (meant === undefined) return undefined
  return { problem: `no provider on Bedrock is called "${provider}"`, hint: `did you mean ${callable(meant)}?` }
}

function familyFor(id: ModelId, api: FamilyApi, known?: PinnedFamily): ModelFamily | Refusal {
  const own = ownFamily(id)
  const pinned = known && pinnedFamily(id, api, known)
  if (pinned !== undefined) return pinned
  if (api === 'invoke') return own ?? noFamily(id)
  if (api === 'auto' && own !== undefined && !onRequest.includes(own)) return own
  if (notByConverse.test(id.bareId)) {
    return {
      problem: `Converse does not take ${id.bareId}`,
      hint: own === undefined ? 'this action has no family for it yet' : 'write api: auto or api: invoke'
    }
  }
  return converse
}

function ownFamily({ bareId, kind }: ModelId): ModelFamily | undefined {
  if (kind === 'application-inference-profile' || onlyByConverse.test(bareId)) return undefined
  return families.find(family => family !== converse && family.modelIds.test(bareId))
}

function pinnedFamily(id: ModelId, api: FamilyApi, known: PinnedFamily): ModelFamily | Refusal | undefined {
  const wantedApi = { auto: known.api, converse: 'Converse', invoke: 'InvokeModel' }[api]
  const fits = families.filter(family => family.name === known.family && family.api === known.api)
  if (known.api !== wantedApi || !fits.some(family => family === converse || family.modelIds.test(id.bareId)))
    return undefined
  return (
    fits.find(family => family.revision === known.revision) ?? {
      problem: `the lock pins revision ${known.revision} of the family ${known.family}, which this version of the action does not have`,
      hint: 'use the version of the action that wrote the lock, or a newer one; removing the lock asks every row again'
    }
  )
}

function noFamily({ bareId, kind }: ModelId): Refusal {
  const hint = 'write api: converse, or api: auto, which takes Converse here'
  if (kind !== 'application-inference-profile')
    return { problem: `api: invoke needs a family for ${bareId}, and there is none`, hint }
  return {
    problem: 'an application inference profile does not tell its model, so api: invoke cannot know its JSON',
    hint
  }
}

function warningsOn(id: ModelId, api: FamilyApi): string[] {
  const { bareId, kind, geography } = id
  if (kind === 'application-inference-profile') {
    return api === 'auto' ? ['an application inference profile does not tell its model: Converse is used'] : []
  }
  const known = knownModel(bareId)
  if (known === undefined) {
    const near = nearest(bareId, knownIds)
    const meant = near === undefined ? '' : `; the nearest known one is ${callable(near)}`
    return [`${bareId} is not among the models known on ${supportAsOf}${meant}`]
  }
  if (kind === 'custom-model') return [`the price of a custom model may differ from that of ${bareId}`]
  if (kind === 'inference-profile' && geography === undefined)
    return ['the geography of this inference profile is not known']
  const profileOnly = known.inRegion.length === 0 && known.throughProfile.length > 0
  if (kind !== 'foundation-model' || !profileOnly) return []
  return [`Bedrock takes ${bareId} in batch only through an inference profile: ${profilesOf(bareId).join(', ')}`]
}

/** A profile-only model is best named by a profile. */
function callable(bareId: string): string {
  const known = knownModel(bareId)
  if (known?.batch !== 'listed' || known.inRegion.length > 0) return bareId
  return profilesOf(bareId)[0] ?? bareId
}
