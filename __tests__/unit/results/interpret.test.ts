import { describe, expect, it } from '@jest/globals'
import { ShapeError, text as textAt } from '../../../src/json.ts'
import type { Completion } from '../../../src/models/family.ts'
import type { AnswerReader } from '../../../src/results/answer-reader.ts'
import { interpret } from '../../../src/results/interpret.ts'

const recordId = '0A1b2C3d4E5'
const usage = { inputTokens: 10, outputTokens: 4 }
const asText: AnswerReader = content => ({ value: String(content).trim() })
const says = (completion: Partial<Completion>) => () => ({ content: 'yes', stop: 'end' as const, usage, ...completion })
const line = { recordId, modelOutput: { said: 'yes' } }

describe('interpret', () => {
  it.each(['end', 'stop-sequence'] as const)('takes an answer that stopped by %s', stop => {
    expect(interpret(line, says({ stop, reasoning: 'hm' }), asText)).toEqual({
      kind: 'answer',
      value: 'yes',
      reasoning: 'hm',
      usage
    })
  })

  it.each<[string, Partial<Completion>]>([
    ['max_tokens', { stop: 'max-tokens' }],
    ['max_tokens', { stop: 'max-tokens', content: '' }],
    ['refusal', { stop: 'refusal' }],
    ['filtered', { stop: 'filtered' }],
    ['tool_use', { stop: 'tool-use' }],
    ['empty', { content: ' \n' }],
    ['empty', { content: [] }],
    ['stopped', { stop: 'other' }],
    ['stopped: model_context_window_exceeded', { stop: 'other', stopDetail: 'model_context_window_exceeded' }],
    ['stopped', { stop: 'other', stopDetail: '<img src=x>' }]
  ])('calls it incomplete: %s from %j', (reason, completion) => {
    const outcome = interpret(line, says(completion), asText)

    expect(outcome).toMatchObject({ kind: 'incomplete', reason, usage, stop: completion.stop ?? 'end' })
  })

  it('keeps what was said when it does not fit', () => {
    const misfit: AnswerReader = () => ({
      reason: 'schema: /price must be number',
      message: 'answer.price must be number',
      complaint: 'Your answer cannot be used.'
    })

    expect(interpret(line, says({ content: '{"price":"1"}' }), misfit)).toEqual({
      kind: 'invalid',
      reason: 'schema: /price must be number',
      message: 'answer.price must be number',
      complaint: 'Your answer cannot be used.',
      raw: '{"price":"1"}',
      usage
    })
  })

  it('says where an output has another shape than its model writes', () => {
    const parse = (output: typeof line.modelOutput): Completion =>
      says({ content: textAt(output, 'content[0].text') })()

    expect(interpret(line, parse, asText)).toEqual({
      kind: 'invalid',
      reason: 'unknown shape: expected a string at content[0].text',
      message: 'expected a string at content[0].text',
      raw: '{"said":"yes"}',
      usage: {}
    })
  })

  it('lets a bug of ours through', () => {
    const broken = (): Completion => {
      throw new TypeError('bug')
    }

    expect(() => interpret(line, broken, asText)).toThrow(TypeError)
    expect(new TypeError('bug')).not.toBeInstanceOf(ShapeError)
  })

  it('reads what is no output', () => {
    const parse = says({})

    expect(interpret({ recordId, missing: true, ending: 'stopped' }, parse, asText)).toEqual({
      kind: 'missing',
      reason: 'missing',
      retryable: true
    })
    expect(interpret({ recordId, conflict: true }, parse, asText)).toEqual({
      kind: 'conflict',
      reason: 'conflict',
      retryable: true
    })
    expect(interpret({ recordId, error: { code: 429, message: 'slow down' } }, parse, asText)).toEqual({
      kind: 'error',
      reason: 'http 429: slow down',
      message: 'slow down',
      retryable: true
    })
  })
})
