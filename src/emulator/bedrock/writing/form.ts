/** Texts of a set form: dates, addresses, and the simpler patterns of a schema. */
import { hash32 } from '../../random.ts'
import type { Source } from './source.ts'

const forms: Readonly<Record<string, (source: Source) => string>> = {
  date: ({ material }) => dateIn(material) ?? '2026-01-15',
  'date-time': ({ material }) => `${dateIn(material) ?? '2026-01-15'}T09:00:00Z`,
  time: () => '09:00:00Z',
  email: ({ material }) => emailIn(material) ?? 'someone@example.com',
  uri: ({ material }) => /https?:\/\/[^\s"'<>)]+/.exec(material)?.[0] ?? 'https://example.com/',
  uuid: ({ material }) => `${hash32(material).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
}

/** `form`: a format of JSON Schema, or a pattern between slashes. Undefined where it is not known how. */
export function formed(form: string, source: Source): string | undefined {
  const known = Object.hasOwn(forms, form) ? forms[form] : undefined
  if (known) return known(source)
  if (!form.startsWith('/')) return undefined
  const pattern = form.slice(1, -1)
  const inText = firstMatch(pattern, source.material)
  return inText ?? sampled(pattern, source.random)
}

export function dateIn(text: string): string | undefined {
  return /\b(?:19|20)\d\d-[01]\d-[0-3]\d\b/.exec(text)?.[0]
}

export function emailIn(text: string): string | undefined {
  return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/.exec(text)?.[0]
}

/** A word of the text that fits the whole pattern. */
function firstMatch(pattern: string, text: string): string | undefined {
  try {
    const whole = new RegExp(`^(?:${pattern.replace(/^\^|\$$/g, '')})$`, 'u')
    const words = text.split(/[\s,;]+/).flatMap(word => [word, word.replace(/^[("'“]+|[.:!?)"'”]+$/g, '')])
    return words.find(word => word !== '' && whole.test(word))
  } catch {
    return undefined
  }
}

const samples: Readonly<Record<string, string>> = {
  '\\d': '0123456789',
  '\\w': 'abcdefgh',
  'a-z': 'abcdefgh',
  'A-Z': 'ABCDEFGH',
  '0-9': '0123456789'
}

/** Of patterns that are a row of letters and classes, each with a count at most; undefined for the rest. */
function sampled(pattern: string, random: () => number): string | undefined {
  let text = ''
  let rest = pattern.replace(/^\^|\$$/g, '')
  while (rest !== '') {
    const piece = /^(?:\[([^\]^]+)\]|(\\[dw])|\\?([\p{L}\p{N} _:/#.@-]))(?:\{(\d+)(?:,\d*)?\}|([+*?]))?/u.exec(rest)
    if (!piece) return undefined
    const [whole, set, escape, letter, times, sign] = piece
    const count = times === undefined ? (sign === '*' || sign === '?' ? 0 : 1) : Number(times)
    const letters = letter ?? alphabetOf(set ?? escape ?? '')
    for (let i = 0; i < count; i++) text += letters.charAt(Math.floor(random() * letters.length))
    rest = rest.slice(whole.length)
  }
  return text
}

function alphabetOf(set: string): string {
  const ranges = Object.keys(samples).filter(range => set.includes(range))
  const single = ranges.reduce((left, range) => left.replace(range, ''), set)
  return ranges.map(range => samples[range] ?? '').join('') || single
}
