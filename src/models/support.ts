/**
 * What AWS says about a model in batch and a region, as advice. Advice never refuses: the table is dated, and Bedrock itself
 * answers a job that it does not take before anything is paid.
 */
import { geographiesAt, geographyOf, knownModel, profilesOf, type KnownModel } from './known-models.ts'
import type { ModelId } from './model-id.ts'
import { supportAsOf } from './support-data.ts'

/** Sentences, the most important first; empty where nothing is amiss. */
export function adviseOn(model: ModelId, region: string): string[] {
  const known = knownModel(model.bareId)
  return [...misplaced(model, region), ...(known === undefined ? [] : onBatch(model, known, region))]
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

function onBatch(model: ModelId, known: KnownModel, region: string): string[] {
  const advice: string[] = []
  if (known.batch === 'not-listed')
    advice.push(`AWS lists no batch inference for ${model.bareId} (as of ${supportAsOf})`)
  if (known.batch === 'listed') advice.push(...onRegion(model, known, region))
  if (known.endOfLife !== undefined) advice.push(`AWS gives ${known.endOfLife} as the last day of ${model.bareId}`)
  return advice
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
