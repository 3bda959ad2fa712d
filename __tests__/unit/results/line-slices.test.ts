import { describe, expect, it } from '@jest/globals'
import { topLevelSlices, type Slice } from '../../../src/results/line-slices.ts'

function slices(text: string, how: 'read' | 'guess' = 'read'): Record<string, string> | undefined {
  const line = Buffer.from(text)
  const found = topLevelSlices(line, how)
  const entries = Object.entries(found ?? {}) as [string, Slice][]
  return found && Object.fromEntries(entries.map(([name, { start, end }]) => [name, line.toString('utf8', start, end)]))
}

describe('topLevelSlices', () => {
  it('cuts a line at its members, whatever stands inside them', () => {
    const echo = '{"modelOutput":{"recordId":"é } \\" {"},"x":[{}]}'

    expect(slices(` { "modelInput" : ${echo} , "modelOutput":{"a":[1]},"recordId":"R1"}\r`)).toEqual({
      modelInput: echo,
      modelOutput: '{"a":[1]}',
      recordId: '"R1"'
    })
  })

  it('guesses the end of the echo at the first sign of an output, right or wrong', () => {
    const rest = '"modelOutput":{"b":2},"recordId":"R1"}'

    expect(slices(`{"modelInput":{"a":1},${rest}`, 'guess')).toMatchObject({
      modelInput: '{"a":1}',
      modelOutput: '{"b":2}'
    })
    expect(slices(`{"modelInput":{"in":{"a":1},"modelOutput":{"no":1}},${rest}`, 'guess')).not.toEqual(
      slices(`{"modelInput":{"in":{"a":1},"modelOutput":{"no":1}},${rest}`)
    )
    expect(slices('{"modelOutput":{},"modelInput":{}}', 'guess')).toBeUndefined()
  })

  it.each([
    ['another member', '{"recordId":"R1","error":{}}'],
    ['a member twice', '{"recordId":"R1","recordId":"R2"}'],
    ['an escape in a name', '{"record\\u0049d":"R1"}'],
    ['no object', '[]'],
    ['text behind it', '{"recordId":"R1"} x'],
    ['a missing comma', '{"recordId":"R1" "modelOutput":{}}'],
    ['a comma too many', '{"recordId":"R1",}'],
    ['no members', '{}'],
    ['a cut', '{"recordId":"R1","modelOutput":{"a":1']
  ])('leaves a line with %s to the full parser', (_, text) => {
    expect(slices(text)).toBeUndefined()
  })
})
