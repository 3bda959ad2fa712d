/** Lists made from the table of models: what is known of an id, and from where it can be reached. */
import { geographies, type Geography } from './model-id.ts'
import { batchSupport, batchUnclear, endOfLife, profileGeographies, withoutBatch } from './support-data.ts'

export interface KnownModel {
  readonly batch: 'listed' | 'not-listed' | 'unclear'
  readonly inRegion: readonly string[]
  readonly throughProfile: readonly string[]
  /** A date. */
  readonly endOfLife?: string
}

const models = new Map<string, KnownModel>()

for (const row of batchSupport) {
  for (const id of words(row.models)) {
    models.set(id, {
      batch: 'listed',
      inRegion: words(row.inRegion),
      throughProfile: words(row.throughProfile),
      ...ending(id)
    })
  }
}
for (const id of words(withoutBatch)) {
  models.set(id, { batch: 'not-listed', inRegion: [], throughProfile: [], ...ending(id) })
}
for (const id of words(batchUnclear)) models.set(id, { batch: 'unclear', inRegion: [], throughProfile: [] })

export function knownModel(bareId: string): KnownModel | undefined {
  return models.get(bareId)
}

/** Whether AWS's table lists the model in batch, by whatever way of naming it. */
export function batchOf(bareId: string): 'listed' | 'not-listed' | 'unknown' {
  const batch = models.get(bareId)?.batch ?? 'unclear'
  return batch === 'unclear' ? 'unknown' : batch
}

/** Sorted by code unit. */
export const knownIds: readonly string[] = [...models.keys()].sort()

export const knownProviders: ReadonlySet<string> = new Set(knownIds.map(id => id.split('.', 1)[0] ?? id))

/** Inference profiles of a model, as ids, the narrowest geographies first. Empty where the model has none that we know of. */
export function profilesOf(bareId: string): readonly string[] {
  const told = profileGeographies[bareId]
  const sources = models.get(bareId)?.throughProfile ?? []
  const found = told === undefined ? new Set(sources.map(geographyOf)) : new Set(words(told))
  return geographies
    .filter(one => found.has(one))
    .sort((a, b) => rank(a) - rank(b))
    .map(one => `${one}.${bareId}`)
}

const order: readonly Geography[] = ['us', 'us-gov', 'ca', 'eu', 'jp', 'au', 'apac', 'global']

function rank(geography: Geography): number {
  return order.indexOf(geography)
}

/** The geography whose profiles a region calls, as a rule. Undefined for regions that only global profiles serve. */
export function geographyOf(region: string): Geography | undefined {
  if (region.startsWith('us-gov-')) return 'us-gov'
  if (region.startsWith('us-') || region.startsWith('ca-')) return 'us'
  if (region.startsWith('eu-')) return 'eu'
  if (region.startsWith('ap-')) return 'apac'
  return undefined
}

/** Geographies with which a region may call, the narrowest first. */
export function geographiesAt(region: string): readonly Geography[] {
  const home = geographyOf(region)
  if (home === 'us-gov') return ['us-gov']
  const narrow: readonly Geography[] =
    region === 'ap-northeast-1' || region === 'ap-northeast-3'
      ? ['jp']
      : region === 'ap-southeast-2' || region === 'ap-southeast-4'
        ? ['au']
        : region.startsWith('ca-')
          ? ['ca']
          : []
  return [...narrow, ...(home === undefined ? [] : [home]), 'global']
}

function ending(id: string): { endOfLife?: string } {
  const date = endOfLife[id]
  return date === undefined ? {} : { endOfLife: date }
}

function words(text: string): string[] {
  return text.split(' ').filter(word => word !== '')
}
