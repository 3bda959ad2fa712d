import { describe, expect, it } from '@jest/globals'
import type { Row } from '../../../src/dataset/row.ts'
import { Problems } from '../../../src/problems.ts'
import { compilePrompt, promptByVariant, rowsAsQuestions, type PromptSource } from '../../../src/prompts/prompt.ts'
import type { Request } from '../../../src/prompts/request.ts'
import { asked, fieldsOf, told } from './filling.ts'

const columns = { names: ['sku', 'photo', 'note', 'variant'], complete: true }
const place = { file: 'p.md' }
const row: Row = {
  key: 'A',
  fields: fieldsOf({ sku: 'A', photo: 'img/a.jpg', note: 'He said "no"', variant: 'short' }),
  place: { file: 'd.csv', line: 2 }
}

function text(of: string): { text: string; place: typeof place } {
  return { text: of, place }
}

function fill(source: Omit<PromptSource, 'place'>, of: Row = row): { request: Request | undefined; told: string[] } {
  const problems = new Problems()
  const prompt = compilePrompt({ ...source, place }, columns, problems)
  const request = prompt?.fill(of, problems)
  return { request, told: problems.list.map(told) }
}

describe('a prompt of several turns', () => {
  it('keeps their order and roles, with an answer’s beginning at the end', () => {
    const { request } = fill({
      kind: 'chat',
      turns: [
        { role: 'user', text: text('Sort: a'), media: [] },
        { role: 'assistant', text: text('b'), media: [] },
        { role: 'user', text: text('Sort: {{ sku }}'), media: [] },
        { role: 'assistant', text: text('{'), media: [] }
      ]
    })

    expect(request).toEqual({
      kind: 'chat',
      messages: [
        { role: 'user', content: [{ text: 'Sort: a' }] },
        { role: 'assistant', content: [{ text: 'b' }] },
        { role: 'user', content: [{ text: 'Sort: A' }] },
        { role: 'assistant', content: [{ text: '{' }] }
      ]
    })
  })

  it.each(['embed', 'draw', 'verbatim'] as const)('is nothing for %s', kind => {
    const turn = { role: 'user', text: text('x'), media: [] } as const

    const { told } = fill({ kind, turns: [turn, { ...turn, role: 'assistant' }, turn] })

    expect(told[0]).toMatch(/there are no turns/)
  })

  it('has another hash than one text, and one for each of its parts', () => {
    const hash = (turns: PromptSource['turns']): string | undefined =>
      compilePrompt({ kind: 'chat', turns, place }, columns, new Problems())?.sha256
    const turn = { role: 'user', text: text('x'), media: [] } as const
    const image = { kind: 'image', source: text('{{ photo }}') } as const
    const video = { kind: 'video', source: text('{{ photo }}') } as const

    const hashes = [
      hash([turn]),
      hash([turn, { ...turn, role: 'assistant' }]),
      hash([{ ...turn, media: [image] }]),
      hash([{ ...turn, media: [video] }])
    ]

    expect(new Set(hashes).size).toBe(4)
  })
})

describe('media of a prompt', () => {
  it('stand before the text, and are only named', () => {
    const { request } = fill({
      kind: 'chat',
      turns: [{ role: 'user', text: text('What is it?'), media: [{ kind: 'image', source: text('{{ photo }}') }] }]
    })

    expect(request).toEqual({
      kind: 'chat',
      messages: [
        {
          role: 'user',
          content: [{ image: { format: 'jpeg', source: { path: 'img/a.jpg' } } }, { text: 'What is it?' }]
        }
      ]
    })
  })

  it('are none where the name is empty, and several where it has several lines', () => {
    const shown = (of: string): number => {
      const media = [{ kind: 'image', source: text(of) } as const]
      const { request } = fill({ kind: 'chat', turns: [{ role: 'user', text: text('x'), media }] })
      return request?.kind === 'chat' ? (request.messages[0]?.content.length ?? 0) - 1 : -1
    }

    expect([shown('{% if sku == "B" %}b.png{% endif %}'), shown('a.png\n b.png \n\n')]).toEqual([0, 2])
  })

  it('must have an ending that such a file has', () => {
    const { told } = fill({
      kind: 'chat',
      turns: [{ role: 'user', text: text('x'), media: [{ kind: 'document', source: text('a.exe') }] }]
    })

    expect(told).toEqual(['error d.csv:2 "a.exe" does not end like a document'])
  })

  it('take the row’s own file where the prompt names none', () => {
    const own = { image: { format: 'png', source: { path: 'x.png' } } } as const
    const named = [{ kind: 'image', source: text('{{ photo }}') }] as const
    const source = (media: PromptSource['turns'][number]['media']): Omit<PromptSource, 'place'> => ({
      kind: 'chat',
      turns: [{ role: 'user', text: text('x'), media }]
    })

    const [plain, overridden] = [source([]), source(named)].map(one => fill(one, { ...row, media: own }).request)

    expect(plain).toMatchObject({ messages: [{ content: [own, { text: 'x' }] }] })
    expect(overridden).toMatchObject({ messages: [{ content: [{ image: { source: { path: 'img/a.jpg' } } }, {}] }] })
  })

  it('make an embedding or a drawing with one picture, even without a text', () => {
    const own = { image: { format: 'png', source: { path: 'x.png' } } } as const

    const alone = fill({ kind: 'embed', turns: [] }, { ...row, media: own }).request
    const both = fill({ ...asked(text('{{ sku }}')), kind: 'draw' }, { ...row, media: own }).request

    expect(alone).toEqual({ kind: 'embed', ...own })
    expect(both).toEqual({ kind: 'draw', text: 'A', ...own })
  })

  it('and texts may not all be missing', () => {
    const { told } = fill({ kind: 'chat', turns: [] })

    expect(told).toEqual(['error d.csv:2 prompt.user is missing'])
  })
})

describe('a verbatim prompt', () => {
  it('is the JSON that the filled template makes', () => {
    const { request } = fill({ ...asked(text('{"prompt": {{ note | json }}, "n": 1}')), kind: 'verbatim' })

    expect(request).toEqual({ kind: 'verbatim', modelInput: { prompt: 'He said "no"', n: 1 } })
  })

  it.each([
    ['{"prompt": "{{ note }}"}', /must be JSON/],
    ['[1]', /must be a JSON object/]
  ])('tells of %s, without the row’s text', (template, message) => {
    const { request, told } = fill({ ...asked(text(template)), kind: 'verbatim' })

    expect(request).toBeUndefined()
    expect(told[0]).toMatch(message)
    expect(told[0]).not.toContain('He said')
  })
})

it('is chosen by the row’s variant', () => {
  const problems = new Problems()
  const variants = new Map(
    ['short', 'long'].map(name => [
      name,
      compilePrompt({ ...asked(text(`${name} {{ sku }}`)), kind: 'embed' }, columns, problems)!
    ])
  )

  const prompt = promptByVariant(variants)

  expect(prompt.fill(row, problems)).toEqual({ kind: 'embed', text: 'short A' })
  expect(prompt.fields).toEqual(['sku'])
})

it('is the row itself where rows are questions', () => {
  const request = { kind: 'verbatim', modelInput: { a: 1 } } as const

  expect(rowsAsQuestions().fill({ ...row, request }, new Problems())).toBe(request)
})
