import { expect, it } from '@jest/globals'
import { converseAbilities } from '../../../src/models/converse-abilities.ts'

it.each([
  ['amazon.nova-micro-v1:0', 'system turns prefill'],
  ['amazon.nova-pro-v1:0', 'system turns prefill s3Media images documents videos'],
  ['amazon.titan-text-express-v1', 'turns documents'],
  ['amazon.titan-text-premier-v1:0', 'turns'],
  ['ai21.j2-ultra-v1', ''],
  ['ai21.jamba-1-5-mini-v1:0', 'system turns documents'],
  ['anthropic.claude-v2', 'system turns prefill documents'],
  ['anthropic.claude-3-5-haiku-20241022-v1:0', 'system turns prefill documents'],
  ['anthropic.claude-opus-5', 'system turns images documents'],
  ['cohere.command-r-v1:0', 'system turns documents'],
  ['meta.llama3-1-405b-instruct-v1:0', 'system turns documents'],
  ['meta.llama3-2-90b-instruct-v1:0', 'system turns images documents'],
  ['meta.llama4-scout-17b-instruct-v1:0', 'system turns images documents'],
  ['mistral.mistral-7b-instruct-v0:2', 'turns documents'],
  ['mistral.pixtral-large-2502-v1:0', 'system turns images documents'],
  ['mistral.devstral-2-123b', 'system turns documents'],
  ['openai.gpt-oss-120b-1:0', 'system turns'],
  ['qwen.qwen3-vl-235b-a22b', 'system turns images documents'],
  ['qwen.qwen3-32b-v1:0', 'system turns documents'],
  ['moonshotai.kimi-k2.5', 'system turns images documents'],
  ['newco.tomorrow-v1:0', 'system turns prefill s3Media images documents videos'],
  ['a1b2c3d4e5f6', 'system turns prefill s3Media images documents videos']
])('knows of %s: %s', (bareId, expected) => {
  const { system, turns, prefill, s3Media, images, documents, videos } = converseAbilities(bareId)
  const lists = { images: images.length > 0, documents: documents.length > 0, videos: videos.length > 0 }

  const told = Object.entries({ system, turns, prefill, s3Media, ...lists }).flatMap(([what, can]) =>
    can ? [what] : []
  )

  expect(told.join(' ')).toBe(expected)
})

it('takes every document that Converse has a format for, also from Claude', () => {
  expect(converseAbilities('anthropic.claude-opus-5').documents).toContain('docx')
})
