/**
 * What of a message belongs to its cause and not to the one record that it is about: errors of one cause get one text.
 * The message is foreign and may be made to hurt: every step is one walk over its beginning.
 */
import { cut } from '../visible.ts'
import { withoutQuotations } from './quotations.ts'

/** What stands behind them tells no causes apart. */
const mostCharacters = 2000
const longest = 160

/** On one line, at most 160 characters. Words that hold a digit become `N`, what is quoted `"…"`. */
export function stableText(message: string, recordId: string): string {
  const isCut = message.length > mostCharacters
  const line = message
    .slice(0, mostCharacters)
    .toWellFormed()
    .replaceAll(recordId, 'ID')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
  const text = withoutQuotations(line, isCut)
    .replace(/[A-Za-z\d+/=_-]{16,}/g, word => (isBase64(word) ? hole : word))
    .replace(/[\p{L}\p{M}\p{N}_-]+/gu, (word, at: number, whole: string) =>
      isOfOneRecord(word, whole.slice(Math.max(0, at - 12), at)) ? hole : word
    )
  return cut(text.replace(holes, 'N').trim(), longest)
}

/** For private use, so that none stands in the message any more. */
const hole = '\uE000'
/** Parts of one number, time, version or path of numbers, or numbers in a list. */
const holes = new RegExp(`${hole}(?:(?:[^\\p{L}\\p{M}\\s${hole}]{1,3}|[,;] )${hole})*`, 'gu')

function isOfOneRecord(word: string, before: string): boolean {
  if (word.length === 3 && /^[1-5]\d\d$/.test(word) && /(?:http|status|code)[ :=(]{0,3}$/i.test(before)) return false
  if (/\p{N}/u.test(word)) return !meant.some(pattern => pattern.test(word))
  return isRandom(word)
}

/** Words whose digits are part of what they mean. */
const meant: readonly RegExp[] = [
  /^(?:base64|utf-?(?:8|16|32)|sha-?\d+|md5|s3|ec2|mp[34]|h26[45]|ipv[46]|http[12]|iso-8859-\d+|[45]xx)$/i,
  /^(?:claude|nova|titan|llama|mi[sx]tral|ministral|magistral|voxtral|pixtral|jamba|gpt|deepseek|qwen|kimi|glm|minimax|gemma|nemotron|palmyra)(?:[-\d][\w-]*)?$/i,
  /^(?:command-[a-z]|embed-[a-z]|stable-[a-z]|sd3-|pegasus-|marengo-)[\w-]*$/i
]

/** Letters that nobody would write: of a hexadecimal or another id that happens to hold no digit. */
function isRandom(word: string): boolean {
  if (!/^[A-Za-z]{8,}$/.test(word)) return false
  if (/^[a-f]+$|^[A-F]+$/.test(word)) return true
  if (/^[a-z]+$|^[A-Z]+$/.test(word)) return word.length >= 18
  // Of names in camel case the parts are longer.
  const changes = word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0
  return word.length >= 16 && changes * 3 > word.length
}

/** An id in base64; a path such as `messages/0/content` is none. */
function isBase64(word: string): boolean {
  const parts = word.split(/[+/=]/)
  return (
    parts.some(part => /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part)) ||
    (parts.length > 1 && isRandom(word.replace(/[^A-Za-z]/g, '')))
  )
}
