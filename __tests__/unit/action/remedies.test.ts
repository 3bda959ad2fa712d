import { describe, expect, it } from '@jest/globals'
import { remedyFor } from '../../../src/action/remedies.ts'

describe('remedies', () => {
  it.each<[string, string | undefined, string]>([
    ['max-tokens', undefined, 'raise parameters.maxTokens'],
    ['error 400', '`temperature` and `top_p` cannot both be specified for this model', 'temperature or topP, not both'],
    ['error 400', 'anthropic_version: Field required', 'check parameters.extra'],
    ['error 429', 'Too many requests', 'Worth another try'],
    ['missing', undefined, 'Worth another try'],
    ['refusal', undefined, 'would not answer'],
    ['not valid against the schema', '/title: must be string', 'show the form in the prompt']
  ])('for %s (%s)', (reason, example, words) => {
    expect(remedyFor(reason, example, true)).toContain(words)
  })

  it('promise no other try to what was given up', () => {
    expect(remedyFor('http 500: no')).toMatch(/given up: start the workflow with retry: failed to ask once more/)
    expect(remedyFor('conflict')).not.toContain('asked again')
  })

  it('are none where none is known', () => {
    expect(remedyFor('something else', 'of no known kind')).toBeUndefined()
  })
})
