import { describe, expect, it } from '@jest/globals'
import { decodeSpec } from '../../../src/spec/decode.ts'

function told(answer: string): readonly (readonly [number | undefined, string])[] {
  const text = `name: shoes
model: amazon.nova-lite-v1:0
dataset: a.csv
prompt: {user: hi}
outputs: o.csv
answer: ${answer}
`
  return decodeSpec({ text, file: 'spec.yml' }).problems.map(({ message, place }) => [place?.column, message])
}

describe('The answer block', () => {
  it.each([
    "{pattern: 'Rating: ([1-5])'}",
    "{pattern: '(?i)(?<a>x+)-(?<b>y)', retryInvalid: 3}",
    '{format: json, repair: true}',
    '{labels: [a, b]}'
  ])('may be %s', answer => {
    expect(told(answer)).toEqual([])
  })

  it.each([
    ["{pattern: '([1-5)'}", 19, /is not a regular expression: /],
    ["{pattern: '(?<=a)b'}", 19, /uses look-around, which cannot be matched in bounded time/],
    ["{pattern: '(a)\\1'}", 19, /uses a back-reference/],
    ["{pattern: '(a{900}){3}'}", 19, /is too large once its counts are written out/],
    ["{pattern: '(a)(b)'}", 19, /has several groups, and not all of them have a name/],
    ['{pattern: a, labels: [a, b]}', 9, /answer has both labels and pattern/],
    ['{format: regex}', 18, /answer.pattern is missing/],
    ['{format: text, pattern: a}', 18, /answer.pattern makes it regex/],
    ['{repair: true}', 18, /answer.repair is for JSON; here an answer is text/],
    ['{retryInvalid: 4}', 24, /a whole number from 0 to 3/]
  ])('may not be %s', (answer, column, message) => {
    expect(told(answer)).toEqual([[column, expect.stringMatching(message)]])
  })
})
