/** Legal English in plainer words, one phrase for another. */

const phrases: readonly (readonly [from: RegExp, to: string])[] = [
  [/\bshall not\b/gi, 'must not'],
  [/\bshall\b/gi, 'must'],
  [/\bprior written consent\b/gi, 'written permission beforehand'],
  [/\bsave (?:where|as)\b/gi, 'except where'],
  [/\bin the event (?:that|of)\b/gi, 'if there is'],
  [/\bpursuant to\b/gi, 'under'],
  [/\bnotwithstanding\b/gi, 'despite'],
  [/\b(?:hereinafter|hereunder|herein|hereby|thereof|thereto|therein)\b ?/gi, ''],
  [/\bprior to\b/gi, 'before'],
  [/\bsubsequent to\b/gi, 'after'],
  [/\bcommence\b/gi, 'begin'],
  [/\bterminate\b/gi, 'end'],
  [/\bin respect of\b/gi, 'about'],
  [/\bat its sole discretion\b/gi, 'as it likes'],
  [/\bthe aforementioned\b/gi, 'these']
]

export function plainWords(text: string): string {
  return phrases
    .reduce((plain, [from, to]) => plain.replace(from, to), text)
    .replace(/ {2,}/g, ' ')
    .trim()
}
