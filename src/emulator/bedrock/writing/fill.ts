/** From a wish to a value that fulfils it, drawn from the source. */
import type { Json } from '../../json.ts'
import { choose } from './choose.ts'
import { flagFor, numberFor, textFor } from './field.ts'
import { formed } from './form.ts'
import { listFor } from './lists.ts'
import { gladness } from './mood.ts'
import type { Source } from './source.ts'
import type { Wish } from './wish.ts'

/** `name` of the member that it is for; empty at the root. */
export function fill(wish: Wish, name: string, source: Source): Json {
  switch (wish.kind) {
    case 'object':
      return Object.fromEntries(wish.members.map(([key, inner]) => [key, fill(inner, key, source)]))
    case 'list':
      return fillList(wish, name, source)
    case 'choice':
      return pick(wish.values, name, source)
    case 'number':
      return fillNumber(wish, name, source)
    case 'flag':
      return flag(name, source)
    case 'nothing':
      return null
    case 'text':
      return fillText(wish, name, source)
  }
}

function pick(values: readonly Json[], name: string, source: Source): Json {
  const texts = values.filter(value => typeof value === 'string')
  if (texts.length === values.length) return choose(texts, `${source.material}\n${name}`)
  return values[Math.floor(source.random() * values.length)] ?? null
}

function fillList(wish: Wish & { kind: 'list' }, name: string, source: Source): Json {
  const { of, least, most, distinct } = wish
  if (of.kind === 'text') {
    const drawn = listFor(name, source, Math.max(least, Math.min(most, 8))).map(one => clipped(one, of))
    const list = distinct ? [...new Set(drawn)] : drawn
    for (let i = 1; list.length < least; i++) list.push(clipped(`item ${i}`, of))
    return list.slice(0, most)
  }
  if (of.kind === 'choice') {
    const first = pick(of.values, name, source)
    const rest = of.values.filter(value => value !== first)
    return [first, ...rest].slice(0, Math.max(least, 1))
  }
  const subjects = listFor(name, source, Math.min(most, Math.max(least, 5)))
  const length = Math.max(least, Math.min(most, subjects.length))
  // Each item is about something of its own, as far as the text has so much to tell.
  return Array.from({ length }, (_, i) => fill(of, name, itemSource(source, subjects[i], i)))
}

function itemSource(source: Source, subject: string | undefined, i: number): Source {
  if (subject === undefined) return source
  const lines = source.material.split('\n').filter(line => line.includes(subject))
  return {
    ...source,
    material: `Name: ${subject}\n${i === 0 && lines.length === 0 ? source.material : lines.join('\n')}`
  }
}

function fillNumber(wish: Wish & { kind: 'number' }, name: string, source: Source): number {
  const { whole, step } = wish
  const least = wish.least ?? (wish.most === undefined ? 0 : Math.min(0, wish.most))
  const most = wish.most ?? Math.max(least + 10, whole ? 100 : 1)
  const found = numberFor(name, source)
  const inRange = found !== undefined && found >= (wish.least ?? -Infinity) && found <= (wish.most ?? Infinity)
  const drawn = inRange ? found : least + portion(name, source) * (most - least)
  if (step !== undefined) return Math.ceil(least / step) * step + Math.floor((drawn - least) / step) * step
  if (inRange) return whole ? Math.round(drawn) : drawn
  if (whole) return Math.max(Math.ceil(least), Math.min(Math.floor(most), Math.round(drawn)))
  return Math.max(least, Math.min(most, Number(drawn.toFixed(2))))
}

/** Scores follow the mood of the text, confidence is high, everything else is drawn. */
function portion(name: string, { material, random }: Source): number {
  if (/confidence|certainty|probability/i.test(name)) return 0.7 + random() * 0.25
  if (/score|rating|stars|satisfaction|sentiment|mood|nps/i.test(name)) return gladness(material)
  return random()
}

function flag(name: string, source: Source): boolean {
  return flagFor(name, source) ?? source.random() < 0.5
}

function fillText(wish: Wish & { kind: 'text' }, name: string, source: Source): string {
  if (wish.form !== undefined) {
    const shaped = formed(wish.form, source)
    if (shaped !== undefined) return shaped
  }
  return clipped(textFor(name, wish.hint, source), wish)
}

/** Lengths are of code points, as JSON Schema counts them. */
function clipped(text: string, { least, most }: { readonly least: number; readonly most: number }): string {
  let points = Array.from(text)
  while (points.length < least) points = [...points, ' ', ...Array.from(text || 'simulated')]
  if (points.length <= most) return points.join('')
  const cut = points.slice(0, most).join('')
  const atWord = cut.replace(/\s+\S*$/, '').replace(/[\s,;:–-]+$/, '')
  return Array.from(atWord).length >= Math.max(1, least) ? atWord : cut
}
