import { describe, expect, it } from '@jest/globals'
import { readWish } from '../../../src/demo/options.ts'

describe('readWish', () => {
  it.each([
    [[], { kind: 'show' }],
    [['--clean'], { kind: 'clean' }],
    [['--help'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['--clean', '--help'], { kind: 'help' }],
    [['--clan'], { kind: 'wrong', message: 'there is no option --clan' }],
    [['clean'], { kind: 'wrong', message: 'there is no option clean: write npm run demo -- --clean' }],
    [['--help', 'x'], { kind: 'wrong', message: 'there is no option x' }],
    [['constructor'], { kind: 'wrong', message: 'there is no option constructor' }]
  ])('takes %j as %j', (words, wish) => {
    expect(readWish(words)).toEqual(wish)
  })
})
