/** The command line of `npm run demo`: words to a wish, with a plain sentence for every mistake. Does nothing itself. */

export type Wish = { readonly kind: 'show' | 'clean' | 'help' } | { readonly kind: 'wrong'; readonly message: string }

export const usage = `npm run demo              shows the action at work, in about 15 seconds
npm run demo -- --clean   removes the folder demo/, which is all that it leaves behind
npm run demo -- --help    shows this

The built action runs against an emulator of Amazon Bedrock, S3, STS and GitHub in the same process. It needs git, but
no AWS account, no credentials and no network. Answers are simulated and nothing is charged.
`

const wishes: Readonly<Record<string, Wish>> = {
  '--clean': { kind: 'clean' },
  '--help': { kind: 'help' },
  '-h': { kind: 'help' }
}

export function readWish(words: readonly string[]): Wish {
  const unknown = words.find(word => !Object.hasOwn(wishes, word))
  if (unknown !== undefined) {
    const known = Object.hasOwn(wishes, `--${unknown}`) ? `: write npm run demo -- --${unknown}` : ''
    return { kind: 'wrong', message: `there is no option ${unknown}${known}` }
  }
  const asked = words.map(word => wishes[word])
  return asked.find(wish => wish?.kind === 'help') ?? asked[0] ?? { kind: 'show' }
}
