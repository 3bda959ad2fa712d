import { describe, expect, it } from '@jest/globals'
import { refusalOf } from '../../../src/github/refusal.ts'

describe('a refused push', () => {
  it.each([
    ['remote: error: GH006: Protected branch update failed for refs/heads/main.', 'forbidden', 'protected'],
    ['remote: error: GH013: Repository rule violations found for refs/heads/main.', 'forbidden', 'ruleset'],
    ['remote: error: GH001: Large files detected.', 'forbidden', '100 MB'],
    ['remote: error: GH009: Secrets detected!', 'forbidden', 'Secret scanning'],
    [
      "remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/o/r/': The requested URL returned error: 403",
      'forbidden',
      'contents: write'
    ],
    [
      "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
      'forbidden',
      'no credentials'
    ],
    ['git@github.com: Permission denied (publickey).', 'forbidden', 'SSH key'],
    [
      '! [remote rejected] main -> main (refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission)',
      'forbidden',
      '.github/workflows'
    ],
    ['!\trefs/heads/main:refs/heads/main\t[rejected] (fetch first)', 'moved', ''],
    ['!\tabc:refs/heads/main\t[rejected] (stale info)', 'moved', ''],
    ["! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)", 'moved', ''],
    ["fatal: unable to access 'https://github.com/o/r/': Could not resolve host: github.com", 'trouble', ''],
    ["fatal: unable to access 'https://github.com/o/r/': The requested URL returned error: 503", 'trouble', ''],
    ['error: RPC failed; curl 18 transfer closed', 'trouble', ''],
    ['fatal: something new', 'unknown', '']
  ])('%s is %s', (stderr, kind, words) => {
    const refusal = refusalOf({ stderr, stdout: '' })

    expect(refusal.kind).toBe(kind)
    expect(refusal.kind === 'forbidden' ? refusal.remedy : '').toContain(words)
  })
})
