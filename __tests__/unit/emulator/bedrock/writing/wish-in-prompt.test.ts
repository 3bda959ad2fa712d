import { describe, expect, it } from '@jest/globals'
import { wishIn } from '../../../../../src/emulator/bedrock/writing/wish-in-prompt.ts'
import type { Wish } from '../../../../../src/emulator/bedrock/writing/wish.ts'

function kinds(prompt: string): Record<string, Wish['kind']> {
  const wish = wishIn(prompt)
  return wish?.kind === 'object' ? Object.fromEntries(wish.members.map(([name, inner]) => [name, inner.kind])) : {}
}

describe('wishIn', () => {
  it.each([
    ['{"type": "object", "properties": {"a": {"type": "number"}}}', { a: 'number' }],
    [
      'Answer in JSON: {"a": "two sentences", "b": "x | y", "c": 0.0, "d": ["tag"]}',
      { a: 'text', b: 'choice', c: 'number', d: 'list' }
    ],
    ['JSON like {"a": <text>, "b": "x" | "y", "c": [...]}', { a: 'text', b: 'choice', c: 'list' }],
    ['Return JSON with the keys title, score and tags.', { title: 'text', score: 'number', tags: 'list' }],
    [
      'Give a title, a short description and keywords as JSON.',
      { title: 'text', description: 'text', keywords: 'list' }
    ],
    ['Answer in JSON.\n- `mood`: one of good, bad\n- `age`: integer', { mood: 'choice', age: 'number' }],
    ['JSON with the fields mood (good or bad) and text', { mood: 'choice', text: 'text' }],
    ['Write a sentence. {"a": 1}', {}],
    ['Answer in JSON.', {}]
  ])('reads %j', (prompt, wish) => {
    expect(kinds(prompt)).toEqual(wish)
  })

  it('takes the pattern that is announced, not the JSON that is given', () => {
    expect(kinds('Return JSON like {"title": "text"} for this product:\n{"name": "Boat", "price": 5}')).toEqual({
      title: 'text'
    })
  })
})
