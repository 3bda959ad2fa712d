import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { chatBody, readChoice } from '../../../src/models/openai-body.ts'

function answer(message: JsonObject, choice: JsonObject = {}): JsonObject {
  return { choices: [{ index: 0, message, ...choice }] }
}

describe('chatBody', () => {
  it('writes words alone as a string and words beside a picture as parts', () => {
    const image = { format: 'webp', source: { base64: 'QUJD' } } as const

    const body = chatBody(
      {
        kind: 'chat',
        system: 'Be brief',
        messages: [
          { role: 'user', content: [{ text: 'One' }, { text: ', two' }] },
          { role: 'assistant', content: [{ text: 'Three' }] },
          { role: 'user', content: [{ image }, { text: 'Four?' }] }
        ]
      },
      { maxTokens: 5 },
      'max_completion_tokens'
    )

    expect(body).toEqual({
      messages: [
        { role: 'system', content: 'Be brief' },
        { role: 'user', content: 'One, two' },
        { role: 'assistant', content: 'Three' },
        {
          role: 'user',
          content: [
            { type: 'image_url', image_url: { url: 'data:image/webp;base64,QUJD' } },
            { type: 'text', text: 'Four?' }
          ]
        }
      ],
      max_completion_tokens: 5
    })
  })
})

describe('readChoice', () => {
  it.each([
    [{ finish_reason: 'stop' }, 'end'],
    [{ stop_reason: 'length' }, 'max-tokens'],
    [{ finish_reason: null, stop_reason: 'tool_calls' }, 'tool-use'],
    [{ finish_reason: 'content_filter' }, 'filtered'],
    [{ finish_reason: 'toString' }, 'other'],
    [{}, 'other']
  ])('takes %j for %s', (choice, stop) => {
    expect(readChoice(answer({ content: 'Hi' }, choice)).stop).toBe(stop)
  })

  it.each([{ content: null }, {}])('takes %j for an empty answer', message => {
    expect(readChoice(answer(message)).content).toBe('')
  })

  it('keeps reasoning apart, by either name', () => {
    expect(readChoice(answer({ content: 'A', reasoning_content: 'R' }))).toMatchObject({ content: 'A', reasoning: 'R' })
    expect(readChoice(answer({ content: 'A', reasoning: 'R' }))).toMatchObject({ content: 'A', reasoning: 'R' })
  })

  it.each([
    [{ choices: [] }, 'choices[0].message'],
    [{ choices: [{ message: 'Hi' }] }, 'choices[0].message'],
    [answer({ content: 7 }), 'choices[0].message.content'],
    [answer({ content: 'A', reasoning: [] }), 'choices[0].message.reasoning']
  ])('names the path in %j', (output, path) => {
    expect(() => readChoice(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
  })
})
