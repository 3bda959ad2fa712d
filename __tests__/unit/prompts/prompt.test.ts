import { describe, expect, it } from '@jest/globals'
import { Problems } from '../../../src/problems.ts'
import { compilePrompt, type PromptSource } from '../../../src/prompts/prompt.ts'
import { asked, fieldsOf, told } from './filling.ts'

const columns = { names: ['sku', 'name', 'note'], complete: true }
const row = { key: 'A', fields: fieldsOf({ sku: 'A', name: 'Pen', note: '' }), place: { file: 'd.csv', line: 2 } }
const place = { file: 'p.md' }

function compile(source: PromptSource): { prompt: ReturnType<typeof compilePrompt>; problems: Problems } {
  const problems = new Problems()
  return { prompt: compilePrompt(source, columns, problems), problems }
}

describe('a prompt', () => {
  it('fills system and user for a chat', () => {
    const { prompt, problems } = compile({
      ...asked({ text: 'Describe {{ sku }}.\r\nBriefly.\r\n', place }, { text: 'You know {{ name }}.\n', place }),
      kind: 'chat'
    })

    expect(prompt?.fill(row, problems)).toEqual({
      kind: 'chat',
      system: 'You know Pen.',
      messages: [{ role: 'user', content: [{ text: 'Describe A.\nBriefly.' }] }]
    })
    expect(prompt?.fields).toEqual(['name', 'sku'])
  })

  it('leaves out a system prompt that is empty for the row', () => {
    const { prompt, problems } = compile({
      ...asked({ text: 'x', place }, { text: '{{ note }}', place }),
      kind: 'chat'
    })

    expect(prompt?.fill(row, problems)).toEqual({
      kind: 'chat',
      messages: [{ role: 'user', content: [{ text: 'x' }] }]
    })
  })

  it('is a text for an embedding, which takes no system prompt', () => {
    const { prompt, problems } = compile({ ...asked({ text: '{{ name }}', place }), kind: 'embed' })
    const refused = compile({ ...asked({ text: 'x', place }, { text: 'y', place }), kind: 'embed' })

    expect(prompt?.fill(row, problems)).toEqual({ kind: 'embed', text: 'Pen' })
    expect(refused.problems.list.map(told)).toEqual(['error p.md an embedding model takes no system prompt'])
  })

  it('has a hash over its templates that no editor or checkout changes', () => {
    const hash = (text: string, system?: string): string | undefined =>
      compile({ ...asked({ text, place }, system === undefined ? undefined : { text: system, place }), kind: 'chat' })
        .prompt?.sha256

    expect(hash('a\nb')).toMatch(/^[0-9a-f]{64}$/)
    expect(hash('\uFEFFa\r\nb\r\n')).toBe(hash('a\nb'))
    expect(new Set([hash('a'), hash('b'), hash('a', 's'), hash('a', 't')]).size).toBe(4)
  })

  it('counts every column where the row is used as a whole', () => {
    expect(compile({ ...asked({ text: '{{ row | json }}', place }), kind: 'chat' }).prompt?.fields).toEqual([
      'name',
      'note',
      'sku'
    ])
  })

  it('tells the mistakes of both templates', () => {
    const { prompt, problems } = compile({
      ...asked({ text: '{{ b }}', place }, { text: '{{ a }}', place }),
      kind: 'chat'
    })

    expect(prompt).toBeUndefined()
    expect(problems.list).toHaveLength(2)
  })

  it.each([
    ['a file', 'x\n {{ y }}', { file: 'p.md', line: 1 }, { file: 'p.md', line: 2, column: 5 }],
    [
      'a plain text in the spec',
      'x {{ y }}',
      { file: 'b.yml', line: 4, column: 9 },
      { file: 'b.yml', line: 4, column: 14 }
    ],
    ['a block in the spec', 'x\n{{ y }}\n', { file: 'b.yml', line: 4, column: 9 }, { file: 'b.yml', line: 6 }]
  ])('points to a mistake in %s', (_name, text, start, expected) => {
    const { problems } = compile({ ...asked({ text, place: start }), kind: 'chat' })

    expect(problems.list[0]?.place).toEqual(expected)
  })
})
