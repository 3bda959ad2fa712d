/** What the orders ask to be done to the words themselves: another language, abbreviations written out, plainer words. */
import { unlabelled } from './facts.ts'
import { writtenOut } from './notes.ts'
import { plainWords } from './plain-words.ts'
import { languageAsked, translate } from './translation.ts'

/** Undefined where the words stay as they are. */
export function rewording(orders: string): ((text: string) => string) | undefined {
  const language = languageAsked(orders)
  if (language) return text => translate(text, language)
  if (/\bnormali[sz]e\b|\b(?:expand|spell out|write out)\b.*\babbreviation/i.test(orders))
    return text => writtenOut(unlabelled(text))
  if (/\bplain (?:english|language|words)\b|\bplainer\b/i.test(orders)) return plainWords
  return undefined
}
