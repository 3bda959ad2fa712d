/** What a refused fetch or push means, read from what git and GitHub print. */
import type { GitResult } from './git.ts'

/**
 * `moved`: somebody pushed first. `forbidden`: this branch or this token will never take it. `trouble`: worth another try.
 * `unknown`: none of the texts we know.
 */
export type Refusal =
  { readonly kind: 'moved' | 'trouble' | 'unknown' } | { readonly kind: 'forbidden'; readonly remedy: string }

interface Known {
  readonly says: RegExp
  readonly remedy: string
}

const otherWay = 'set publish.via to pull-request, or give github-token a token that may push here'

/** First match wins. Codes: https://docs.github.com/en/repositories and https://docs.github.com/en/get-started/git-basics */
const forbidden: readonly Known[] = [
  {
    says: /GH001|exceeds GitHub's file size limit/,
    remedy: 'A file is over 100 MB: split the output over several files, or set publish.via to artifact.'
  },
  {
    says: /pack exceeds maximum allowed size/i,
    remedy: 'GitHub takes 2 GB in one push: publish in parts with dataset.limit, or set publish.via to artifact.'
  },
  {
    says: /GH008|unknown Git LFS object/,
    remedy: 'An output path is tracked by Git LFS: exclude it in .gitattributes, or set publish.via to artifact.'
  },
  {
    says: /GH009|push cannot contain secrets|push protection/i,
    remedy: 'Secret scanning found a secret in an answer. Look at the files in the artifact, then allow or remove it.'
  },
  {
    says: /without `?workflows?`? (scope|permission)/i,
    remedy: 'The files of this spec may not lie in .github/workflows.'
  },
  { says: /protected branch|GH006/i, remedy: `The branch is protected: ${otherWay} (docs/permissions.md).` },
  { says: /rule violations|GH013/i, remedy: `A ruleset refuses the push: ${otherWay} (docs/permissions.md).` },
  {
    says: /Permission to .* denied|Write access to repository not granted|Resource not accessible|error: 403|not permitted|denied to/i,
    remedy: `The token may not push: add "permissions: contents: write" to the workflow job, or ${otherWay}.`
  },
  {
    says: /could not read (Username|Password)|Authentication failed|Invalid username or (password|token)|error: 401/i,
    remedy: 'There are no credentials to push with: give github-token, or let actions/checkout persist its own.'
  },
  {
    says: /Permission denied \(publickey|Host key verification failed/i,
    remedy: 'The SSH key of the checkout may not push: use a deploy key with write access.'
  },
  {
    says: /Repository not found|does not appear to be a git repository|repository .* not found/i,
    remedy: 'The remote repository is not there, or the token may not see it.'
  },
  { says: /repository is archived|read[- ]only/i, remedy: 'The repository is read-only. Set publish.via to artifact.' },
  { says: /hook declined/i, remedy: `A hook of the server refuses the push: ${otherWay}.` }
]

const moved =
  /\[rejected\].*\((fetch first|non-fast-forward|stale info)\)|cannot lock ref|incorrect old value|failed to update ref|reference already exists|is at .* but expected/i

const trouble =
  /Could not resolve host|Connection (reset|refused|timed out)|timed out|early EOF|RPC failed|unexpected disconnect|hung up|error: (429|5\d\d)|Internal Server Error|unable to access|Operation too slow|TLS|SSL/i

export function refusalOf({ stderr, stdout }: Pick<GitResult, 'stderr' | 'stdout'>): Refusal {
  const text = `${stderr}\n${stdout}`
  const known = forbidden.find(({ says }) => says.test(text))
  if (known !== undefined) return { kind: 'forbidden', remedy: known.remedy }
  if (moved.test(text)) return { kind: 'moved' }
  return { kind: trouble.test(text) ? 'trouble' : 'unknown' }
}
