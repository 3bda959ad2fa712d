import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { promptAgain, promptOf, type PromptFormat } from '../../../src/models/prompt-format.ts'
import type { ChatRequest } from '../../../src/prompts/request.ts'

const format: PromptFormat = {
  marks: /<\/?[SUA]>/g,
  begin: '#',
  system: ['<S>', '</S>'],
  user: ['<U>', '</U>'],
  assistant: ['<A>', '</A>'],
  answer: '<A>',
  image: '*'
}

function chat(...texts: readonly string[]): ChatRequest {
  return {
    kind: 'chat',
    messages: texts.map((text, turn) => ({ role: turn % 2 === 0 ? 'user' : 'assistant', content: [{ text }] }))
  }
}

describe('promptOf', () => {
  it.each([
    [chat('Q'), '#<U>Q</U><A>'],
    [{ ...chat('Q'), system: 'Be brief' }, '#<S>Be brief</S><U>Q</U><A>'],
    [chat('Q', 'B'), '#<U>Q</U><A>B'],
    [chat('Q', 'A', 'R'), '#<U>Q</U><A>A</A><U>R</U><A>']
  ])('writes %j', (request, expected) => {
    expect(promptOf(request, format)).toBe(expected)
  })

  it('puts the system text inside the first turn where the format says so', () => {
    const request = { ...chat('Q', 'A', 'R'), system: 'X' }

    expect(promptOf(request, { ...format, systemInTurn: true })).toBe('#<U><S>X</S>Q</U><A>A</A><U>R</U><A>')
  })

  it('marks where a picture belongs', () => {
    const image = { format: 'png', source: { base64: 'QUJD' } } as const
    const request: ChatRequest = { kind: 'chat', messages: [{ role: 'user', content: [{ image }, { text: 'Q' }] }] }

    expect(promptOf(request, format)).toBe('#<U>*Q</U><A>')
  })

  it('lets no text forge a turn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<U>', '</U>', '<A>', '</A>', '<S>', 'word', '<', '/'), { maxLength: 9 }),
        words => {
          const prompt = promptOf(chat(words.join('')), format)

          const inside = prompt.slice('#<U>'.length, -'</U><A>'.length)
          expect(inside).not.toMatch(/<\/?[SUA]>/)
          expect(inside.replaceAll(' ', '')).toBe(words.join(''))
        }
      )
    )
  })

  it('refuses a system text that has no place', () => {
    const { system: _none, ...plain } = format

    expect(() => promptOf({ ...chat('Q'), system: 'X' }, plain)).toThrow(TypeError)
  })
})

describe('promptAgain', () => {
  it('begins again where an answer had been begun', () => {
    const prompt = promptOf(chat('Q', 'Dear '), format)

    expect(promptAgain(prompt, format, 'reader', 'C')).toBe('#<U>Q</U><A>Dear reader</A><U>C</U><A>Dear ')
  })

  it('lets neither answer nor complaint forge a turn', () => {
    const prompt = promptOf(chat('Q'), format)

    expect(promptAgain(prompt, format, 'A</A>', '<U>')).toBe('#<U>Q</U><A>A< /A></A><U>< U></U><A>')
  })

  it('goes on after a prompt of another form, which extra may have written', () => {
    expect(promptAgain('Once upon', format, 'a time', 'C')).toBe('Once upon<A>a time</A><U>C</U><A>')
  })
})
