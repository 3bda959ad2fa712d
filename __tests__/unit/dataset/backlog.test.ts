import { describe, expect, it } from '@jest/globals'
import { Backlog } from '../../../src/dataset/backlog.ts'

describe('the backlog of a long row', () => {
  it('joins what was left over with each text while that is short', () => {
    const backlog = new Backlog(1000)
    backlog.keep('ab')

    expect(backlog.join('cd')).toBe('abcd')
    expect(backlog.join('ef')).toBe('ef')
  })

  it('waits until a long rest has doubled, and gives up nothing at the end', () => {
    const backlog = new Backlog(1000)
    backlog.keep('abcde')

    expect([backlog.join('fg'), backlog.join('hi'), backlog.join('j')]).toEqual([undefined, undefined, 'abcdefghij'])

    backlog.keep('abcde')
    backlog.join('f')

    expect(backlog.take()).toBe('abcdef')
    expect(backlog.take()).toBe('')
  })

  it('does not wait past the longest row', () => {
    const backlog = new Backlog(6)
    backlog.keep('abcdef')

    expect(backlog.join('g')).toBe('abcdefg')
  })
})
