/**
 * Whether a question may be read outside of where its user wants it: a cross-region profile hands it to any region of its
 * geography, `global.` to any at all. AWS asks not to rely on the prefix alone, since destinations differ by source region
 * and only GetInferenceProfile tells them; so what is said here is a warning, and only a wish that the prefix itself breaks is
 * an error. https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
import { geographiesAt, knownModel, profilesOf } from './known-models.ts'
import type { Geography, ModelId } from './model-id.ts'

/** `global` is the wish for nothing: anywhere, and no warning about it. */
export type Residency = Geography

export interface Departure {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint?: string
}

/** Where the model is called from; undefined where nobody has said yet. */
type Region = string | undefined

/** London and Zürich have region names in `eu-` and lie in no geography of a profile, as do all regions that are not here. */
export function homeOf(region: string): Geography | undefined {
  if (region.startsWith('us-gov-')) return 'us-gov'
  if (region.startsWith('us-') && !region.startsWith('us-iso')) return 'us'
  if (region.startsWith('ca-')) return 'ca'
  if (region === 'eu-west-2' || region === 'eu-central-2') return undefined
  if (/^eu-(west|central|north|south)-\d$/.test(region)) return 'eu'
  if (region === 'ap-northeast-1' || region === 'ap-northeast-3') return 'jp'
  if (region === 'ap-southeast-2' || region === 'ap-southeast-4') return 'au'
  return region.startsWith('ap-') ? 'apac' : undefined
}

/** Undefined where nothing leaves, as far as ids tell. */
export function departureOf(model: ModelId, region: Region, wanted: Residency | undefined): Departure | undefined {
  if (wanted === 'global') return undefined
  return wanted === undefined ? unasked(model, region) : broken(model, region, wanted)
}

function unasked({ geography, bareId }: ModelId, region: Region): Departure | undefined {
  if (geography === undefined || region === undefined) return undefined
  const home = homeOf(region)
  if (home !== undefined && geography !== 'global' && overlaps(geography, home)) return undefined
  const where = geography === 'global' ? 'any region of the world' : `the regions of "${geography}."`
  return {
    severity: 'warning',
    message: `${geography}.${bareId} may hand the questions of ${region} to ${where}`,
    hint: `If they may go there, say so: aws.dataResidency: ${geography}`
  }
}

function broken(model: ModelId, region: Region, wanted: Geography): Departure | undefined {
  const hint = remedy(model, region, wanted)
  const because = (message: string): Departure => ({ severity: 'error', message, hint })
  const home = region === undefined ? undefined : homeOf(region)
  if (region !== undefined && (home === undefined || !within(home, wanted)))
    return because(`aws.dataResidency is ${wanted}, and ${region} lies outside of it`)
  if (model.kind === 'application-inference-profile')
    return because(`aws.dataResidency is ${wanted}, and an application inference profile does not tell where it leads`)
  if (model.kind !== 'inference-profile') return undefined
  if (model.geography === undefined)
    return because(`aws.dataResidency is ${wanted}, and the geography of this inference profile is not known`)
  if (within(model.geography, wanted)) return undefined
  return because(
    `aws.dataResidency is ${wanted}, and ${model.geography}.${model.bareId} may hand the questions to ${model.geography === 'global' ? 'any region of the world' : `the regions of "${model.geography}."`}`
  )
}

/** Japan and Australia are parts of what AWS calls Asia Pacific. */
function within(inner: Geography, outer: Geography): boolean {
  return inner === outer || (outer === 'apac' && (inner === 'jp' || inner === 'au'))
}

function overlaps(a: Geography, b: Geography): boolean {
  return within(a, b) || within(b, a)
}

/** What to call instead: profiles that stay, else the bare id where a region takes it, else other regions. */
function remedy({ bareId, kind }: ModelId, region: Region, wanted: Geography): string {
  if (kind === 'application-inference-profile') return 'name the model or its system profile, or remove dataResidency'
  const known = knownModel(bareId)
  const isHome = (one: string): boolean => {
    const home = homeOf(one)
    return home !== undefined && within(home, wanted)
  }
  const callable = region === undefined || !isHome(region) ? undefined : geographiesAt(region)
  const staying = profilesOf(bareId).filter(profile => {
    const geography = profile.slice(0, -bareId.length - 1) as Geography
    return within(geography, wanted) && (callable?.includes(geography) ?? true)
  })
  const bare = known?.inRegion.filter(isHome) ?? []
  const ways = [
    ...staying.map(profile => `model: ${profile}`),
    ...(bare.length === 0 ? [] : [`model: ${bareId} in ${bare.slice(0, 3).join(', ')}`])
  ]
  if (ways.length > 0) return `${ways.join(', or ')}${callable === undefined ? `, from a region in ${wanted}` : ''}`
  return `no way is known to call ${bareId} within ${wanted}; take another model, or remove dataResidency`
}
