import { describe, expect, it } from '@jest/globals'
import { fold, outputPathFault, pathFault, shortest } from '../../../src/spec/paths.ts'

describe('pathFault', () => {
  it.each(['data/products.csv', './data/a.csv', 'data/**/*.csv', 'a b/ü.csv', 'data/{a,b}.csv', '.hidden/x', 'a..b/c'])(
    'takes %s',
    path => {
      expect(pathFault(path)).toBeUndefined()
    }
  )

  it.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['/etc/passwd', 'is not relative'],
    ['~/x', 'is not relative'],
    ['C:/x', 'names a drive'],
    ['c:x', 'names a drive'],
    ['s3://bucket/x', 'is a URI'],
    ['..', 'leads out'],
    ['a/../../b', 'leads out'],
    ['a\\b', 'contains a backslash'],
    ['a\nb', 'does not show'],
    ['a\u0000b', 'does not show'],
    ['a\u202Ecsv', 'does not show'],
    ['a\u200Bb', 'does not show'],
    ['a\uD800b', 'does not show'],
    ['a'.repeat(1001), 'is longer than'],
    ['*a'.repeat(20), 'more wildcards'],
    ['**/a/**/b/**/c/**/d', 'more wildcards']
  ])('refuses %j', (path, fault) => {
    expect(pathFault(path)).toContain(fault)
  })
})

describe('outputPathFault', () => {
  it.each([
    'generated/descriptions.csv',
    'a.csv',
    'github/x.csv',
    'x.git/a.csv',
    'docs/codeowners.csv',
    'actions.yml.csv',
    'console.csv',
    '.well-known/x.json'
  ])('takes %s', path => {
    expect(outputPathFault(path)).toBeUndefined()
  })

  it.each([
    ['/tmp/a.csv', 'is not relative'],
    ['../a.csv', 'leads out'],
    ['a\\b.csv', 'backslash'],
    ['.git/hooks/pre-commit', '.git/'],
    ['.GIT/config', '.git/'],
    ['sub/.git/config', '.git/'],
    ['git~1/config', '.git/'],
    ['.ｇｉｔ/config', '.git/'],
    ['.github/workflows/x.yml', '.github/'],
    ['.GitHub/x.csv', '.github/'],
    ['CODEOWNERS', 'CODEOWNERS'],
    ['docs/codeowners', 'CODEOWNERS'],
    ['action.yml', 'defines an action'],
    ['sub/Action.YAML', 'defines an action'],
    ['.gitattributes', 'Git treats'],
    ['a/', 'is a folder'],
    ['./a.csv', 'shortest form, a.csv'],
    ['a//b.csv', 'shortest form, a/b.csv'],
    ['a/b./c.csv', 'ends in a dot or space'],
    ['a.csv ', 'ends in a dot or space'],
    [' a.csv', 'begins with a space'],
    ['nul.csv', 'Windows reserves'],
    ['a/COM1/b.csv', 'Windows reserves'],
    ['LPT¹.csv', 'Windows reserves'],
    ['a*.csv', 'may not hold everywhere'],
    ['ab:c.csv', 'may not hold everywhere'],
    [`${'ü'.repeat(116)}.csv`, 'longer than 230 bytes'],
    ['a\rb.csv', 'does not show']
  ])('refuses %j', (path, fault) => {
    expect(outputPathFault(path)).toContain(fault)
  })
})

describe('fold', () => {
  it.each([
    ['Generated/A.csv', 'generated/a.csv'],
    ['caf\u00e9.csv', 'cafe\u0301.csv'],
    ['ﬁle.csv', 'file.csv'],
    ['ΌΔΟΣ.csv', 'όδος.csv'],
    ['Σ.csv', 'ς.csv']
  ])('takes %s and %s for one file', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })
})

describe('shortest', () => {
  it('leaves out what leads nowhere', () => {
    expect(shortest('./a//b/./c.csv')).toBe('a/b/c.csv')
  })
})
