/**
 * What AWS says about a model in batch and a region, as advice. Advice never refuses: the table is dated, and Bedrock itself
 * answers a job that it does not take before anything is paid.
 */
import { batchOf, geographiesAt, geographyOf, knownModel, profilesOf, type KnownModel } from './known-models.ts'
import type { ModelId } from './model-id.ts'
import { supportAsOf } from './support-data.ts'

/** The spec's `support` block: it knows today better than the table. */
export interface SupportOverride {
  readonly batch?: boolean
  /** Of the model as the spec names it. */
  readonly regions?: readonly string[]
}

export interface Wishes {
  /** Default `auto`. */
  readonly inference?: 'auto' | 'batch' | 'on-demand'
  readonly support?: SupportOverride
}

/** Sentences, the most important first; empty where nothing is amiss. */
export function adviseOn(model: ModelId, region: string, { inference = 'auto', support = {} }: Wishes = {}): string[] {
  const known = knownModel(model.bareId)
  return [
    ...misplaced(model, region),
    ...(inference === 'on-demand' ? [] : onBatch(model, known, region, { inference, support })),
    ...lastDay(model, known)
  ]
}

/** By the spec's word, else by AWS's table: false only where the table is sure. */
export function mayBeInBatch(bareId: string, support: SupportOverride = {}): boolean {
  return support.batch ?? (support.regions !== undefined || batchOf(bareId) !== 'not-listed')
}

function misplaced({ region: told, geography, bareId }: ModelId, region: string): string[] {
  if (told !== undefined && told !== region)
    return [`the model's ARN is of ${told}, but the job would run in ${region}`]
  const home = geographyOf(region)
  if (home === undefined || geography === undefined) return []
  // Which of jp., au. and apac. a region in Asia calls differs by model.
  const callable = home === 'apac' ? ['apac', 'jp', 'au', 'global'] : geographiesAt(region)
  if (callable.includes(geography)) return []
  const better = profilesFor(bareId, region)
  const instead = better.length === 0 ? '' : `; from there call ${better.join(' or ')}`
  return [`profiles of "${geography}." are not called from ${region}${instead}`]
}

function onBatch(
  model: ModelId,
  known: KnownModel | undefined,
  region: string,
  { inference, support }: Required<Wishes>
): string[] {
  if (!mayBeInBatch(model.bareId, support)) {
    const who = support.batch === false ? 'the spec says that there is' : 'AWS lists'
    const when = support.batch === false ? '' : ` (as of ${supportAsOf})`
    const so = inference === 'batch' ? '; a job for it may be refused' : ', so it is asked on demand, at the full price'
    return [`${who} no batch for ${model.bareId}${when}${so}`]
  }
  if (support.regions !== undefined) return support.regions.includes(region) ? [] : [elsewhere(model, region, support)]
  return known?.batch === 'listed' ? onRegion(model, known, region) : []
}

function elsewhere({ bareId }: ModelId, region: string, { regions = [] }: SupportOverride): string {
  return `the spec lists no batch for ${bareId} in ${region}; it lists ${some(regions)}`
}

function lastDay({ bareId }: ModelId, known: KnownModel | undefined): string[] {
  return known?.endOfLife === undefined ? [] : [`AWS gives ${known.endOfLife} as the last day of ${bareId}`]
}

function onRegion({ kind, bareId }: ModelId, { inRegion, throughProfile }: KnownModel, region: string): string[] {
  const asProfile = kind === 'inference-profile'
  if (kind === 'application-inference-profile' || kind === 'custom-model') return []
  if ((asProfile ? throughProfile : inRegion).includes(region)) return []
  const profiles = profilesFor(bareId, region)
  if (!asProfile && throughProfile.includes(region)) {
    // A model that no region takes bare is warned of when its id is resolved.
    if (inRegion.length === 0) return []
    const example = profiles.length === 0 ? '' : `: ${profiles.join(' or ')}`
    return [`Bedrock takes ${bareId} in batch from ${region} only through an inference profile${example}`]
  }
  if (asProfile && inRegion.includes(region)) {
    return [`AWS lists no batch through an inference profile for ${bareId} in ${region}; use the model id itself there`]
  }
  const elsewhere =
    asProfile && throughProfile.length > 0 ? throughProfile : [...new Set([...inRegion, ...throughProfile])]
  return [`AWS lists no batch for ${bareId} in ${region}; it lists ${some(elsewhere)} (as of ${supportAsOf})`]
}

function profilesFor(bareId: string, region: string): string[] {
  const callable = geographiesAt(region).map(geography => `${geography}.${bareId}`)
  const profiles = profilesOf(bareId)
  return callable.filter(id => profiles.includes(id))
}

function some(regions: readonly string[]): string {
  const most = 6
  const shown = regions.toSorted((a, b) => familiarity(a) - familiarity(b)).slice(0, most)
  return shown.join(', ') + (regions.length > most ? ` and ${regions.length - most} more` : '')
}

/** The regions where most people work come first. */
function familiarity(region: string): number {
  const place = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1'].indexOf(region)
  return place < 0 ? 99 : place
}
