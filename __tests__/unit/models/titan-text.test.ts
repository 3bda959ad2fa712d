import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { titanText } from '../../../src/models/titan-text.ts'

it('writes several turns in the form that AWS gives for conversations', () => {
  const rendered = titanText.render(
    {
      kind: 'chat',
      messages: [
        { role: 'user', content: [{ text: 'Hello' }] },
        { role: 'assistant', content: [{ text: 'Hi' }] },
        { role: 'user', content: [{ text: 'Sum up' }] }
      ]
    },
    {}
  )

  expect(rendered).toEqual({ inputText: 'User: Hello\nBot: Hi\nUser: Sum up\nBot:' })
})

it('makes a lone prompt the first turn when it asks again', () => {
  const again = titanText.followUp?.({ inputText: 'List them' }, 'One', 'As JSON')

  expect(again).toEqual({ inputText: 'User: List them\nBot: One\nUser: As JSON\nBot:' })
})

it.each([
  ['FINISHED', 'end'],
  ['FINISH', 'end'],
  ['LENGTH', 'max-tokens'],
  ['STOP_CRITERIA_MET', 'stop-sequence'],
  ['CONTENT_FILTERED', 'filtered'],
  ['RAG_QUERY_WHEN_RAG_DISABLED', 'other']
])('%s means %s', (word, stop) => {
  const completion = titanText.parse({ results: [{ outputText: 'A', completionReason: word }] })

  expect(completion).toMatchObject({ stop, stopDetail: word })
})

it.each([
  [{ results: [] }, 'results[0]'],
  [{ results: [{}] }, 'results[0].outputText']
])('names the path in %j', (output, path) => {
  expect(() => titanText.parse(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
})

it.each<[string, Parameters, string[]]>([
  ['amazon.titan-text-premier-v1:0', { maxTokens: 3072, temperature: 0, topP: 1 }, []],
  ['amazon.titan-text-premier-v1:0', { maxTokens: 3073 }, ['maxTokens']],
  ['amazon.titan-text-lite-v1', { maxTokens: 4097 }, ['maxTokens']],
  ['amazon.titan-text-express-v1', { maxTokens: 8192 }, []],
  ['amazon.titan-text-express-v1', { temperature: 1.1, topP: 0, topK: 5 }, ['topK', 'temperature', 'topP']]
])('judges %s with %j', (bareId, parameters, expected) => {
  expect(titanText.check?.(bareId, parameters).map(({ field }) => field)).toEqual(expected)
})
