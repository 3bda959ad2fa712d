import { describe, expect, it } from '@jest/globals'
import { textsIn } from '../../../../../src/emulator/bedrock/models/extra-model.ts'
import { answer, ask, refusal } from './asking.ts'

const writer = 'acme.writer-1'
const body = { question: { text: 'Name: Lyon\nRivers: 2', role: 'user' }, size: 3 }

describe('a model that only its caller knows', () => {
  it('answers in the form that it was given', () => {
    const output = { reply: { text: '{{answer}}', list: ['{{ outputTokens }} tokens'] }, in: '{{inputTokens}}' }

    const outcome = ask(writer, body, { models: { [writer]: { output } } })

    expect(outcome).toEqual({
      kind: 'answer',
      modelOutput: {
        reply: { text: expect.stringContaining('Lyon'), list: [expect.stringMatching(/^\d+ tokens$/)] },
        in: 5
      },
      inputTokens: 5,
      outputTokens: expect.any(Number)
    })
  })

  it('is answered by a rule, whatever its body', () => {
    const modelOutput = { reply: 'by rule' }

    expect(answer(writer, body, { rule: () => ({ modelOutput }) })).toBe(modelOutput)
  })

  it('refuses every body without either', () => {
    expect(refusal(writer, body, { models: { [writer]: {} } })).toMatch(/the emulator has no body for acme.writer-1/)
  })

  it('may be one that the emulator knows, in a body of its own', () => {
    const nova = 'amazon.nova-micro-v1:0'

    expect(answer(nova, body, { models: { [nova]: { output: { ok: true } } } })).toEqual({ ok: true })
    expect(refusal(nova, body)).toMatch(/extraneous key/)
  })
})

describe('textsIn', () => {
  it('leaves out the words that name roles and types', () => {
    expect(textsIn([{ role: 'user', content: [{ type: 'text', text: 'a' }] }, 'b', 3, null])).toEqual(['a', 'b'])
  })
})
