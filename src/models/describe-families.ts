/** The tables of docs/models.md about families. What a family does is not written down here: it is asked. */
import { isObject, type JsonValue } from '../json.ts'
import { answersWith } from './answers.ts'
import { describeAbilities } from './describe-abilities.ts'
import type { Abilities, ModelFamily, Parameters } from './family.ts'
import { batchOf, knownIds } from './known-models.ts'
import { table } from './markdown-table.ts'
import { families, resolveModel } from './registry.ts'
import { stopWords, verbatimFamily } from './verbatim.ts'

/** The family that `auto` takes. */
export function familyOf(id: string): ModelFamily | undefined {
  const resolution = resolveModel(id, 'auto')
  return 'model' in resolution ? resolution.model.family : undefined
}

export function familyTable(): string {
  const all = [...families, verbatimFamily({ api: 'invoke', text: 'text' })]
  const rows = all.map(family => [
    `\`${family.name}\``,
    `[${family.title ?? family.name}][${family.name}]`,
    family.kind === 'verbatim' ? 'either' : family.api,
    family.kind === 'verbatim' ? 'any of these' : answersWith(family),
    abilitiesOf(family),
    batchIn(family),
    String(family.revision)
  ])
  const links = all.map(family => `[${family.name}]: ${family.source ?? ''}`)
  const head = ['Family', 'Dialect', 'API', 'Answers with', 'Takes besides one text', 'Batch', 'Revision']
  return `${table(head, rows)}\n\n${links.join('\n')}`
}

function idsOf(family: ModelFamily): readonly string[] {
  return knownIds.filter(id => familyOf(id)?.name === family.name)
}

/** What any of its models takes; Converse and verbatim depend on the model. */
function abilitiesOf(family: ModelFamily): string {
  if (family.kind === 'verbatim') return 'what the model takes'
  const ids = idsOf(family)
  const each = (ids.length === 0 ? [''] : ids).map(id => family.can?.(id)).filter(can => can !== undefined)
  const most = each.reduce<Abilities | undefined>((sum, can) => (sum === undefined ? can : wider(sum, can)), undefined)
  const varies = new Set(each.map(describeAbilities)).size > 1
  return most === undefined ? '' : `${describeAbilities(most)}${varies ? ', by model' : ''}`
}

function wider(a: Abilities, b: Abilities): Abilities {
  return {
    ...a,
    system: a.system || b.system,
    turns: a.turns || b.turns,
    prefill: a.prefill || b.prefill,
    images: a.images.length > 0 ? a.images : b.images,
    documents: a.documents.length > 0 ? a.documents : b.documents,
    videos: a.videos.length > 0 ? a.videos : b.videos,
    s3Media: a.s3Media || b.s3Media
  }
}

function batchIn(family: ModelFamily): string {
  const ids = idsOf(family)
  const listed = ids.filter(id => batchOf(id) === 'listed').length
  if (ids.length === 0) return ''
  if (listed === 0) return 'on demand only'
  return listed === ids.length ? 'yes' : `${listed} of ${ids.length} models`
}

const probes = {
  maxTokens: 77_777,
  temperature: 0.77,
  topP: 0.78,
  topK: 79,
  stop: ['<probe>']
} as const satisfies Parameters

/** Each parameter is rendered, and looked for in what came out. */
export function parameterTable(): string {
  const fields = Object.keys(probes) as (keyof typeof probes)[]
  const rows = families
    .filter(family => family.kind === 'chat')
    .map(family => [`\`${family.name}\``, ...fields.map(field => placeOf(family, field))])
  return table(['Family', ...fields.map(field => `\`${field}\``)], rows)
}

function placeOf(family: ModelFamily, field: keyof typeof probes): string {
  const question = { kind: 'chat', messages: [{ role: 'user', content: [{ text: 'x' }] }] } as const
  const rendered = family.render(question, { [field]: probes[field] })
  const path = pathTo(rendered, JSON.stringify(probes[field]))
  return path === undefined ? 'none' : `\`${path}\``
}

function pathTo(value: JsonValue, wanted: string): string | undefined {
  if (!isObject(value)) return undefined
  for (const [key, member] of Object.entries(value)) {
    if (JSON.stringify(member) === wanted) return key
    const below = pathTo(member, wanted)
    if (below !== undefined) return `${key}.${below}`
  }
  return undefined
}

const isAnswer = {
  end: 'yes',
  'stop-sequence': 'yes',
  'max-tokens': 'no, cut',
  refusal: 'no',
  filtered: 'no',
  'tool-use': 'no'
}

export function stopTable(): string {
  const rows = Object.entries(isAnswer).map(([stop, answer]) => {
    const words = Object.keys(stopWords).filter(word => stopWords[word] === stop)
    return [`\`${stop}\``, words.map(word => `\`${word}\``).join(', '), answer]
  })
  return table(
    ['Here', "The models' own words, in any case", 'An answer?'],
    [...rows, ['`other`', 'anything else', 'no']]
  )
}
