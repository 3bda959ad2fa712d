import { expect, it } from '@jest/globals'
import { decodeSpec } from '../../../src/spec/decode.ts'

const least = 'name: x\nmodel: newco.seer-v1:0\noutputs: out.csv\ndataset: d.csv\n'

function told(text: string): string[] {
  const prompt = text.includes('prompt:') ? '' : 'prompt: {user: "{}"}\n'
  return decodeSpec({ text: `${least}${text}\n${prompt}`, file: 's.yml' }).problems.map(
    ({ message, place }) => `${place?.line ?? ''}:${place?.column ?? ''} ${message}`
  )
}

it.each([
  "api: verbatim\nverbatim: {text: 'content[0].text'}",
  "api: verbatim\nverbatim: {api: converse, text: 'output.message.content[*].text', stop: stopReason, endValues: [done]}",
  'api: verbatim\nverbatim: {vector: embedding, inputTokens: usage.prompt-tokens}',
  "api: verbatim\nverbatim: {picture: 'images[0]'}\nbelowMinimum: hold"
])('takes %j', text => {
  expect(told(text)).toEqual([])
})

it.each<[string, readonly (string | RegExp)[]]>([
  ['api: verbatim', ['5:6 api: verbatim needs the block verbatim, which says where the answer stands']],
  ['verbatim: {text: a}', ['5:1 verbatim has no effect with api: auto']],
  ['api: verbatim\nverbatim: {stop: a}', [/^6:\d+ verbatim does not say where the answer stands/]],
  [
    'api: verbatim\nverbatim: {text: a, vector: b}',
    ['6:29 verbatim has both text and vector; an answer is one of them']
  ],
  [
    "api: verbatim\nverbatim: {text: '$.a'}",
    [/^6:18 verbatim\.text must be a path inside the model’s output .*without \$/]
  ],
  ['api: verbatim\nverbatim: {text: modelOutput.a}', [/^6:18 verbatim\.text must be a path/]],
  ["api: verbatim\nverbatim: {text: 'a[-1]'}", [/^6:18 verbatim\.text must be a path/]],
  [
    "api: verbatim\nverbatim: {vector: 'a[*].b'}",
    ['6:20 verbatim.vector must name one place, and "a[*].b" names many']
  ],
  ['api: verbatim\nverbatim: {txt: a}', [/does not say where/, /^6:12 there is no field "txt"/]],
  ['api: verbatim\nverbatim: {vector: a}\nanswer: {labels: [a, b]}', [/answer\.format is label, but verbatim\.vector/]],
  [
    'api: verbatim\nverbatim: {text: a}\nanswer: {format: embedding}',
    [/answer\.format is embedding, but verbatim\.text/]
  ],
  ['api: verbatim\nverbatim: {text: a}\nbelowMinimum: pad', [/^7:15 belowMinimum: pad does not go with/]],
  [
    'api: verbatim\nverbatim: {text: a}\nprompt: {user: "{}", system: s, images: x.png}',
    [/^7:30 .*prompt\.system has no place/, /^7:41 .*prompt\.images has no place/]
  ]
])('refuses %j', (text, expected) => {
  expect(told(text)).toEqual(
    expected.map(one => (typeof one === 'string' ? one : (expect.stringMatching(one) as unknown)))
  )
})
