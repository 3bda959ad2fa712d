/** The command line of `npm run demo`: words to a wish, with a plain sentence for every mistake. Does nothing itself. */

export type Wish =
  | { readonly kind: 'show'; readonly example: string }
  | { readonly kind: 'clean' | 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

/** What is shown where nothing else is asked for. */
export const usualExample = 'world'

export const usage = (
  examples: readonly string[]
): string => `npm run demo                     shows the action at work, in about 15 seconds
npm run demo -- --example NAME   the same with another example: ${examples.join(', ')}
npm run demo -- --clean          removes the folder demo/, which is all that it leaves behind
npm run demo -- --help           shows this

The built action runs against an emulator of Amazon Bedrock, S3, STS and GitHub in the same process. It needs git, but
no AWS account, no credentials and no network. Answers are simulated and nothing is charged.
`

const plainWishes: Readonly<Record<string, Wish>> = {
  '--clean': { kind: 'clean' },
  '--help': { kind: 'help' },
  '-h': { kind: 'help' }
}
const options = [...Object.keys(plainWishes), '--example']

/** `examples`: their names. */
export function readWish(words: readonly string[], examples: readonly string[]): Wish {
  const asked: Wish[] = []
  for (let index = 0; index < words.length; index++) {
    const [option = '', ...inline] = (words[index] ?? '').split('=')
    const plain = inline.length === 0 && Object.hasOwn(plainWishes, option) ? plainWishes[option] : undefined
    if (plain !== undefined) asked.push(plain)
    else if (option !== '--example') return strange(words[index] ?? '')
    else asked.push(chosen(inline.length > 0 ? inline.join('=') : words[++index], examples))
  }
  const first = (kind: Wish['kind']): Wish | undefined => asked.find(wish => wish.kind === kind)
  return first('help') ?? first('wrong') ?? asked[0] ?? { kind: 'show', example: usualExample }
}

function chosen(name: string | undefined, examples: readonly string[]): Wish {
  if (name !== undefined && examples.includes(name)) return { kind: 'show', example: name }
  const what = name === undefined || name === '' ? '--example takes a name' : `there is no example ${name}`
  return { kind: 'wrong', message: `${what}; there are ${examples.join(', ')}` }
}

function strange(word: string): Wish {
  const known = options.includes(`--${word}`) ? `: write npm run demo -- --${word}` : ''
  return { kind: 'wrong', message: `there is no option ${word}${known}` }
}
