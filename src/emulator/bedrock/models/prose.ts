/** A sentence that takes up names, values and words of the prompt. Plausible at a glance, and about nothing. */
import { hash32, randomFrom } from '../../random.ts'

interface Facts {
  /** Lines such as `Colour: red`. */
  readonly pairs: readonly (readonly [name: string, value: string])[]
  readonly quoted: readonly string[]
}

function factsIn(prompt: string): Facts {
  return {
    pairs: [...prompt.matchAll(/^[ \t*-]{0,8}([\p{L}][\p{L}\p{N} _-]{0,30}):[ \t]+(\S[^\n]{0,160})$/gmu)].map(
      match => [(match[1] ?? '').trim(), (match[2] ?? '').trim()] as const
    ),
    quoted: [...prompt.matchAll(/["“«]([^"”»\n]{2,80})["”»]/gu)].map(match => match[1] ?? '')
  }
}

/** What the prompt is about, as well as its form tells. */
export function subject(prompt: string, { pairs, quoted }: Facts = factsIn(prompt)): string {
  const named = pairs.find(([name]) => /name|title|product|city|country|subject|term|word/i.test(name))?.[1]
  const found =
    named ?? quoted[0] ?? capitalised(prompt) ?? pairs[0]?.[1] ?? words(prompt, randomFrom(hash32(prompt)), 2).join(' ')
  return found.replace(/[.,;:]+$/, '').slice(0, 80)
}

/** The first name inside a sentence. */
function capitalised(prompt: string): string | undefined {
  return /(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{N}'’-]+(?: \p{Lu}[\p{L}\p{N}'’-]+)*/u.exec(prompt)?.[0]
}

const openings = ['{s} stands out', 'Here is {s} in short', '{s}, briefly told', 'About {s}', 'What to know of {s}']
const links = ['with', 'together with', 'known for', 'marked by', 'and']

export function sentence(prompt: string, random: () => number): string {
  const facts = factsIn(prompt)
  const { pairs, quoted } = facts
  const about = subject(prompt, facts)
  const details = unique([
    ...pairs.map(([name, value]) => `${name.toLowerCase()} ${value.replace(/[.;]+$/, '')}`),
    ...quoted
  ])
    .filter(detail => !detail.includes(about))
    .slice(0, 3)
  const opening = (openings[Math.floor(random() * openings.length)] ?? '{s}').replace('{s}', () => about)
  const link = links[Math.floor(random() * links.length)] ?? 'with'
  const rest = details.length > 0 ? details.join(', ') : words(prompt, random, 4).join(', ')
  const first = details.length === 0 ? /\b\d[\d.,]*\d\b|\b\d\b/.exec(prompt)?.[0] : undefined
  const number = first !== undefined ? `, ${first} in number` : ''
  return `${opening}: ${link} ${rest}${number}.`
}

const common = new Set(
  'about above after again also because before being below between could does from have here into just more most only other over same should some such than that their them then there these they this those through under very what when where which while with would your write answer please following sentence words short'.split(
    ' '
  )
)

/** Distinct words of some length, drawn from the prompt. */
export function words(prompt: string, random: () => number, most: number): string[] {
  const found = unique((prompt.match(/\p{L}{4,}/gu) ?? []).filter(word => !common.has(word.toLowerCase())))
  const drawn: string[] = []
  while (drawn.length < most && found.length > 0) drawn.push(...found.splice(Math.floor(random() * found.length), 1))
  return drawn.length > 0 ? drawn : ['nothing']
}

export function unique(list: readonly string[]): string[] {
  return [...new Set(list.filter(one => one !== ''))]
}
