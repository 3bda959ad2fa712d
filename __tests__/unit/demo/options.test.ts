import { describe, expect, it } from '@jest/globals'
import { readWish, usage } from '../../../src/demo/options.ts'

const examples = ['calls', 'images', 'world']

describe('readWish', () => {
  it.each([
    [[], { kind: 'show', example: 'world' }],
    [['--example', 'calls'], { kind: 'show', example: 'calls' }],
    [['--example=images'], { kind: 'show', example: 'images' }],
    [['--clean'], { kind: 'clean' }],
    [['--help'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['--clean', '--help'], { kind: 'help' }],
    [['--example', 'nosuch', '--help'], { kind: 'help' }],
    [['--example', 'call'], { kind: 'wrong', message: 'there is no example call; there are calls, images, world' }],
    [['--example'], { kind: 'wrong', message: '--example takes a name; there are calls, images, world' }],
    [['--example='], { kind: 'wrong', message: '--example takes a name; there are calls, images, world' }],
    [['--clan'], { kind: 'wrong', message: 'there is no option --clan' }],
    [['clean'], { kind: 'wrong', message: 'there is no option clean: write npm run demo -- --clean' }],
    [['--help', 'x'], { kind: 'wrong', message: 'there is no option x' }],
    [['constructor'], { kind: 'wrong', message: 'there is no option constructor' }]
  ])('takes %j as %j', (words, wish) => {
    expect(readWish(words, examples)).toEqual(wish)
  })
})

describe('usage', () => {
  it('names the examples', () => {
    expect(usage(examples)).toContain('calls, images, world')
  })
})
