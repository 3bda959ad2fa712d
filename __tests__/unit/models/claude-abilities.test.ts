import { expect, it } from '@jest/globals'
import { claudeAbilities } from '../../../src/models/claude-abilities.ts'

it.each([
  ['anthropic.claude-v2', 'prefill'],
  ['anthropic.claude-v2:1', 'system prefill'],
  ['anthropic.claude-instant-v1', 'prefill'],
  ['anthropic.claude-3-haiku-20240307-v1:0', 'system prefill images'],
  ['anthropic.claude-3-5-haiku-20241022-v1:0', 'system prefill'],
  ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'system prefill images documents'],
  ['anthropic.claude-3-7-sonnet-20250219-v1:0', 'system prefill images documents'],
  ['anthropic.claude-sonnet-4-20250514-v1:0', 'system prefill images documents'],
  ['anthropic.claude-opus-4-1-20250805-v1:0', 'system prefill images documents'],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 'system prefill images documents'],
  ['anthropic.claude-opus-4-6-v1', 'system images documents'],
  ['anthropic.claude-sonnet-4-6', 'system images documents'],
  ['anthropic.claude-opus-4-8', 'system images documents'],
  ['anthropic.claude-opus-5', 'system images documents'],
  ['anthropic.claude-sonnet-9', 'system images documents']
])('knows of %s: %s', (bareId, expected) => {
  const { system, prefill, images, documents } = claudeAbilities(bareId)
  const able = { system, prefill, images: images.length > 0, documents: documents.length > 0 }

  const told = Object.entries(able).flatMap(([what, can]) => (can ? [what] : []))

  expect(told.join(' ')).toBe(expected)
})
