/** The tables of docs/models.md about single models: who takes what, where batch runs, how long an answer may be. */
import { describeAbilities } from './describe-abilities.ts'
import { familyOf } from './describe-families.ts'
import type { ModelFamily } from './family.ts'
import { knownIds, knownModel, profilesOf } from './known-models.ts'
import { table } from './markdown-table.ts'
import { batchSupport } from './support-data.ts'

export function modelTable(): string {
  const rows = knownIds.map(id => {
    const known = knownModel(id)
    const family = familyOf(id)
    const can = family?.can?.(id)
    return [
      `\`${id}\``,
      family === undefined ? '' : `\`${family.name}\``,
      can === undefined ? '' : describeAbilities(can),
      family === undefined ? '' : ceilingOf(family, id),
      { listed: batchBy(id), 'not-listed': 'on demand only', unclear: 'unclear' }[known?.batch ?? 'unclear'],
      known?.endOfLife ?? ''
    ]
  })
  return table(['Model', 'Family under `auto`', 'Takes besides one text', 'Most `maxTokens`', 'Batch', 'Ends'], rows)
}

function batchBy(id: string): string {
  const known = knownModel(id)
  const profiles = profilesOf(id).map(profile => profile.slice(0, -id.length))
  const ways = [...((known?.inRegion.length ?? 0) > 0 ? ['id'] : []), ...profiles]
  return ways.join(' ')
}

const top = 1 << 24

/** Found by trying: the largest number that the family's own check lets pass. Empty where it knows none. */
function ceilingOf(family: ModelFamily, id: string): string {
  const passes = (maxTokens: number): boolean =>
    !family.check?.(id, { maxTokens }).some(({ field, severity }) => field === 'maxTokens' && severity !== 'warning')
  if (passes(top)) return ''
  if (!passes(1)) return 'none'
  let [good, bad] = [1, top]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (passes(middle)) good = middle
    else bad = middle
  }
  return good.toLocaleString('en-US')
}

/** Models with the same regions stand together. */
export function regionList(): string {
  return batchSupport
    .map(({ models, inRegion, throughProfile }) => {
      const names = models
        .split(' ')
        .map(id => `\`${id}\``)
        .join(', ')
      const lines = [
        ...(inRegion === '' ? [] : [`  - by id: ${spaced(inRegion)}`]),
        ...(throughProfile === '' ? [] : [`  - by profile: ${spaced(throughProfile)}`])
      ]
      return [`- ${names}`, ...lines].join('\n')
    })
    .join('\n')
}

function spaced(regions: string): string {
  return regions.split(' ').join(', ')
}
