/** What a message quotes: a record's own words or a parameter's name. */

const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', '«': '»', "'": "'", '`': '`' }

/** Quoted text becomes `"…"`, but for names that the cause is about. Of a text that was cut, a quotation that stays open ends with it. */
export function withoutQuotations(text: string, isCut: boolean): string {
  const open = new Set<string>()
  let kept = ''
  let from = 0
  for (const { 0: mark, index } of text.matchAll(/["“‘«'`]/g)) {
    if (index < from || open.has(mark) || isInWord(text, index - 1)) continue
    const end = closing(text, index + 1, closers[mark] ?? mark)
    if (end === -1 && !isCut) open.add(mark)
    if (end === -1 && !isCut) continue
    const behind = end === -1 ? text.length : end + 1
    const inside = text.slice(index + 1, behind - 1)
    kept += text.slice(from, index)
    kept += isName(inside) || isMessage(text, index) ? text.slice(index, behind) : '"…"'
    from = behind
  }
  return kept + text.slice(from)
}

/** -1 where nothing closes it. An apostrophe inside a word does not. */
function closing(text: string, from: number, mark: string): number {
  let at = text.indexOf(mark, from)
  while (at !== -1 && mark !== '"' && isInWord(text, at - 1) && isInWord(text, at + 1)) at = text.indexOf(mark, at + 1)
  return at
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}

/** The message of an error that is told as JSON: `{"type":"error","message":"…"}`. */
function isMessage(text: string, at: number): boolean {
  return /message": ?$/i.test(text.slice(Math.max(0, at - 10), at))
}

/** `max_tokens`, `maxTokens`, `temperature`, `messages.0.content`: as parameters are called, and a word of a row rarely is. */
function isName(quoted: string): boolean {
  if (quoted.length > 60) return false
  const steps = quoted.split(/[.#/[\]]+/).filter(step => step !== '')
  const [first] = steps
  return first !== undefined && !place.test(first) && steps.every(step => place.test(step) || isNameOf(step))
}

function isNameOf(step: string): boolean {
  return names.has(step.toLowerCase()) || /^[a-z]+(?:_[a-z]+)+$|^[a-z]{3,}(?:[A-Z][a-z]*)+$/.test(step)
}

/** In a list. */
const place = /^\d+$/

const names = new Set(
  (
    'temperature messages message system prompt tools tool thinking model content text image images document documents video ' +
    'audio role user assistant name type source input output inputs outputs seed stop stream format bytes data schema url ' +
    'metadata error code string number integer boolean array object null none auto any true false required p k n base64'
  ).split(' ')
)
