import { describe, expect, it } from '@jest/globals'
import { decodeSpec } from '../../../src/spec/decode.ts'

const least = 'name: x\nmodel: amazon.nova-lite-v1:0\noutputs: out.csv\n'

function told(text: string): string[] {
  const whole = `${least}${text.includes('dataset:') ? '' : 'dataset: d.csv\n'}${text}\n`
  return decodeSpec({ text: whole, file: 's.yml' }).problems.map(
    ({ message, place }) => `${place?.line ?? ''}:${place?.column ?? ''} ${message}`
  )
}

describe('the prompt of a spec', () => {
  it.each([
    'prompt: {user: hi, images: "{{ a }}"}',
    'prompt: {messages: [{role: user, text: a}, {role: assistant, text: b}, {role: user, text: c}]}',
    'prompt: {system: s}\nexpand: {a: {user: hi}, b: {messages: [{role: user, text: x}]}}',
    'prompt: {user: hi}\nexpand: {a: {system: other}}',
    'prompt: {user: hi}\nsamples: 3\nmatrix: {lang: [de, fr], n: [1, 2]}',
    'dataset: {path: a.jsonl, format: openai-batch}',
    'dataset: "img/*.png"'
  ])('may be %s', text => {
    expect(told(text)).toEqual([])
  })

  it.each([
    ['prompt: {system: s}', ['5:1 prompt.user is missing']],
    ['samples: 2', ['1:1 prompt is missing']],
    ['expand: {a: {system: s}}', ['5:13 expand.a.user is missing']],
    ['prompt: {user: a, messages: [{role: user, text: b}]}', ['5:29 a prompt has either user or messages']],
    [
      'prompt: {messages: [{role: assistant, text: b}]}',
      ['5:28 turn 1 must be the user’s: turns alternate, the user’s first']
    ],
    ['prompt: {messages: [{role: user}]}', ['5:21 turn 1 says nothing']],
    ['prompt: {user: {file: ../x.md}}', [expect.stringMatching(/^5:23 the path "\.\.\/x\.md" /)]],
    ['prompt: {user: a}\nexpand: {}', ['6:9 expand is empty']],
    ['prompt: {user: a}\nexpand: {"a b": {user: x}}', [expect.stringMatching(/^6:10 "a b" cannot be a name here/)]],
    ['prompt: {user: a}\nmatrix: {sample: [1]}', ['6:10 "sample" has a meaning of its own in a prompt']],
    ['prompt: {user: a}\nmatrix: {l: [1, "1"]}', ['6:17 the value "1" stands twice']],
    [
      `prompt: {user: a}\nmatrix: {a: [${[...Array(200).keys()].join(',')}], b: [${[...Array(200).keys()].join(',')}]}`,
      [expect.stringMatching(/^6:\d+ matrix makes 40000 rows of each/)]
    ],
    [
      'dataset: {path: a.jsonl, format: openai-batch}\nprompt: {user: a}',
      [expect.stringMatching(/whole questions, so there is no place for a prompt/)]
    ]
  ])('must not be %s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})
