/**
 * Text → one of the labels: exactly, then with case, punctuation and marks aside, then as the only label in a short
 * sentence. Whatever could mean two labels, or deny one, is none.
 */
import { misfit, shortList, type Reading } from './reading.ts'

const mostWords = 25
const mostCharacters = 200

/** Words that may turn a sentence around; a label that holds one itself is not denied by it. */
const denials = new Set(
  'no not none neither nor never cannot cant isnt arent wasnt doesnt dont didnt wouldnt couldnt shouldnt wont hardly barely scarcely unlikely far anything except fails less opposite doubt false without instead rather or than vs nicht kein keine weder noch oder pas non ni ou aucun sans sin nunca tampoco não nao nem sem ou'.split(
    ' '
  )
)

export function labelReader(labels: readonly string[]): (text: string) => Reading {
  const exact = new Set(labels)
  const loose = new Map<string, string | undefined>()
  for (const label of exact) loose.set(bare(label), loose.has(bare(label)) ? undefined : label)
  // The longest first: where "not urgent" stands, "urgent" does not.
  const byLength = [...loose].filter(([words]) => words !== '').sort(([one], [other]) => other.length - one.length)
  const none = misfit(
    'not one of the labels',
    `answer must be one of ${shortList(labels)}`,
    `Answer with one of these labels and nothing else: ${shortList(labels, 200)}.`
  )
  return text => {
    if (exact.has(text)) return { value: text }
    const words = bare(text)
    const found = words === '' ? undefined : (loose.get(words) ?? onlyLabel(text, words, byLength))
    return found === undefined ? none : { value: found }
  }
}

/** The label that a short text names, or that stands alone on its first or last line, if it names no other. */
function onlyLabel(
  text: string,
  words: string,
  labels: readonly (readonly [words: string, label: string | undefined])[]
): string | undefined {
  let rest = ` ${words} `
  const named: (readonly [string, string | undefined])[] = []
  for (const label of labels) {
    const [wanted] = label
    if (!rest.includes(` ${wanted} `)) continue
    named.push(label)
    // Twice: two in a row share the space between them.
    for (let round = 0; round < 2; round++) rest = rest.replaceAll(` ${wanted} `, '  ')
  }
  const [first] = named
  if (first === undefined || named.length > 1) return undefined
  if (rest.split(' ').some(word => denials.has(word))) return undefined
  const isShort = text.length <= mostCharacters && words.split(' ').length <= mostWords
  return isShort || standsAlone(text, first[0]) ? first[1] : undefined
}

function standsAlone(text: string, wanted: string): boolean {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  return bare(lines[0] ?? '') === wanted || bare(lines.at(-1) ?? '') === wanted
}

/** Letters and digits; an apostrophe inside a word is dropped, so that `isn't` stays one. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
