/** A translation that nobody takes for one: known words are exchanged, the others stay, and a mark says that it is simulated. */
import { vocabulary } from './vocabulary.ts'

const languages: readonly (readonly [code: string, name: string, pattern: RegExp])[] = [
  ['de', 'German', /\b(german|deutsch|de)\b/i],
  ['fr', 'French', /\b(french|français|francais|fr)\b/i],
  ['es', 'Spanish', /\b(spanish|español|es)\b/i],
  ['it', 'Italian', /\b(italian|italiano|it)\b/i],
  ['pt', 'Portuguese', /\b(portuguese|português|pt)\b/i],
  ['nl', 'Dutch', /\b(dutch|nederlands|nl)\b/i],
  ['pl', 'Polish', /\b(polish|polski|pl)\b/i],
  ['ja', 'Japanese', /\b(japanese|ja)\b|日本語/i],
  ['zh', 'Chinese', /\b(chinese|zh)\b|中文/i],
  ['en', 'English', /\b(english|englisch|anglais|en)\b/i]
]

export const languageNames: readonly string[] = [
  ...languages.map(([, name]) => name),
  ...['Arabic', 'Danish', 'Finnish', 'Greek', 'Hebrew', 'Hindi', 'Irish', 'Korean', 'Norwegian', 'Romanian', 'Russian'],
  ...['Swedish', 'Turkish', 'Ukrainian', 'Urdu', 'Welsh']
]

/** Which language is asked for; undefined where nothing is to be translated. */
export function languageAsked(orders: string): { readonly code: string; readonly name: string } | undefined {
  const asked =
    /\btranslat\w*\b[^.\n]{0,120}?\b(?:in)?to\s+(?:the\s+)?[“"']?([\p{L}-]+)/iu.exec(orders)?.[1] ??
    /\b(?:target language|translate into)\s*[:=]\s*[“"']?([\p{L}-]+)/iu.exec(orders)?.[1] ??
    /\b(?:write|answer|reply|respond)\b[^.\n]{0,60}?\bin\s+(German|French|Spanish|Italian|Portuguese|Dutch|Polish|Japanese|Chinese)\b/i.exec(
      orders
    )?.[1]
  return asked === undefined ? undefined : namedLanguage(asked)
}

/** A name or a code; one that is not known keeps its own spelling. */
export function namedLanguage(word: string): { readonly code: string; readonly name: string } {
  const found = languages.find(([, , pattern]) => pattern.test(word))
  return found ? { code: found[0], name: found[1] } : { code: word.toLowerCase(), name: word }
}

export function translate(text: string, { code, name }: { readonly code: string; readonly name: string }): string {
  const words = vocabulary(code)
  const turned = text.replace(/\p{L}+/gu, word => {
    const other = words.get(word.toLowerCase())
    if (other === undefined) return word
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
  return `[${name}, simulated] ${turned.replace(/\s+/g, ' ').trim()}`
}
