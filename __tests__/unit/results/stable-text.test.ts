import { hash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { stableText } from '../../../src/results/stable-text.ts'

const id = '0A1b2C3d4E5'

describe('the stable text of a message', () => {
  it.each([
    ['`temperature` and `top_p` cannot both be specified', '`temperature` and `top_p` cannot both be specified'],
    ['max_tokens: 5000 > 4096, which is the maximum', 'max_tokens: N > N, which is the maximum'],
    ['max_tokens: 5,000 > 4,096', 'max_tokens: N > N'],
    [`record ${id} and messages[3][0].content.7.text`, 'record ID and messages[N].content.N.text'],
    ['Required key [max_tokens] is missing', 'Required key [max_tokens] is missing'],
    ['image is 800x600px, at 12KB, -7 or 1234ms', 'image is N, at N or N'],
    ['row-7 of anthropic.claude-3-haiku-20240307-v1:0', 'N of anthropic.claude-3-haiku-20240307-v1:N'],
    ['Status Code: 400, Request ID: 12', 'Status Code: 400, Request ID: N'],
    ['it isn’t, and it doesn\'t "at all", the users\' way', 'it isn’t, and it doesn\'t "…", the users\' way'],
    ["unexpected value 'it isn't' in \"messages.0.content\"", 'unexpected value "…" in "messages.N.content"'],
    [
      '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: 5 > 4"}}',
      '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: N > N"}}'
    ],
    ['it says "a row that was cut off', 'it says "a row that was cut off'],
    [
      'additionalModelRequestFields and ServiceUnavailableException',
      'additionalModelRequestFields and ServiceUnavailableException'
    ],
    ['internationally misconfigured', 'internationally misconfigured'],
    ['a base64 image in UTF-8', 'a base64 image in UTF-8'],
    ['\u202e\u0000\uE000 line\none', 'line one']
  ])('of %j is %j', (message, expected) => {
    expect(stableText(message, id)).toBe(expected)
  })

  it('takes a quotation in which the message was cut for a whole one', () => {
    expect(stableText(`it says "${'a row '.repeat(1000)}`, id)).toBe('it says "…"')
  })

  const hex = (length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length })
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
    minLength: 1,
    maxLength: 20
  })
  const number = fc.nat(10_000_000)
  const fillings: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'a hexadecimal id of 12': hex(12),
    'a hexadecimal id of 8': hex(8),
    'an upper-case id of 13': hex(13).map(text => text.toUpperCase()),
    'an id without digits': fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnop')),
      minLength: 20,
      maxLength: 20
    }),
    'a UUID': fc.uuid(),
    'a request id': hex(20).map(text => `req_011C${text}`),
    'a trace id': fc.tuple(hex(8), hex(24)).map(([time, rest]) => `1-${time}-${rest}`),
    'a base64 id': fc.nat(200).map(value => hash('sha256', String(value), 'base64').slice(0, 32)),
    'a number': number.map(String),
    'a number with thousands': number.map(value => value.toLocaleString('en')),
    'a negative number': number.map(value => `-${value}`),
    'a fraction': fc.tuple(number, number).map(([whole, part]) => `${whole}.${part}`),
    milliseconds: number.map(value => `${value}ms`),
    seconds: fc.constantFrom('5s', '5.5s', '0.25s'),
    kilobytes: number.map(value => `${value}KB`),
    'a size in pixels': fc.tuple(number, number).map(([width, height]) => `${width}x${height}px`),
    'a row': number.map(value => `row-${value}`),
    'a row with a word': fc.tuple(letters, number).map(([word, value]) => `${word}_${value}`),
    'a time': fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .chain(date => fc.constantFrom(date.toISOString(), date.toISOString().replace(/\.\d+Z$/, 'Z'))),
    'a quoted word': letters.filter(word => !/^(?:p|k|n|any|all)$/.test(word)).map(word => `'${word} it isn't'`),
    'a quoted text': fc.tuple(letters, letters).map(words => `"${words.join(' ')}"`),
    'a word in backticks': number.map(value => `\`a${value}\``),
    'text in backticks': fc.tuple(letters, letters).map(words => `\`${words.join(' ')}\``),
    'a list of numbers': fc.array(number, { minLength: 1, maxLength: 5 }).map(list => list.join(', '))
  }
  const templates: readonly ((filling: string) => string)[] = [
    filling => `Request ${filling}: temperature and top_p cannot both be specified`,
    filling => `${filling} is not what messages.3.content can hold`,
    filling => `failed (see ${filling}), try again`,
    filling => `the value is ${filling}`
  ]
  it.each(Object.entries(fillings))('is one for all messages that differ only by %s', (_what, filling) => {
    for (const template of templates)
      fc.assert(
        fc.property(filling, filling, (one, other) => {
          expect(stableText(template(one), id)).toBe(stableText(template(other), id))
        }),
        { numRuns: 200 }
      )
  })

  it('keeps different causes apart', () => {
    const causes = [
      'temperature and top_p cannot both be specified',
      '`temperature` and `top_p` cannot both be specified for this model. Please use only one.',
      '`temperature` is deprecated for this model.',
      '`top_p` is deprecated for this model.',
      '`top_k` is deprecated for this model.',
      'max_tokens: 5000 > 4096, which is the maximum allowed number of output tokens for claude-3-haiku-20240307',
      'max_tokens: Field required',
      'anthropic_version: Field required',
      'messages: Field required',
      'messages: at least one message is required',
      'messages: text content blocks must be non-empty',
      'messages: roles must alternate between "user" and "assistant", but found multiple "user" roles in a row',
      'messages: roles must alternate between "user" and "assistant", but found multiple "assistant" roles in a row',
      'messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 5242881 bytes > 5242880 bytes',
      'messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels',
      'prompt is too long: 208310 tokens > 200000 maximum',
      'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again',
      'Input is too long for requested model.',
      'Malformed input request: #: required key [messages] not found, please reformat your input and try again.',
      'Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again.',
      'Malformed input request: #: extraneous key [thinking] is not permitted, please reformat your input and try again.',
      'Malformed input request: #/temperature: 2.0 is not less or equal to 1.0, please reformat your input and try again.',
      'Malformed input request: #/messages/0/content: expected type: JSONArray, found: String, please reformat your input and try again.',
      'thinking.budget_tokens: Input should be greater than or equal to 1024',
      '`max_tokens` must be greater than `thinking.budget_tokens`.',
      'The provided model identifier is invalid.',
      'Extra inputs are not permitted',
      'Could not process image',
      'Too many requests, please wait before trying again.',
      'Too many tokens, please wait before trying again.',
      "You don't have access to the model with the specified model ID.",
      'Model processing timed out',
      'Status Code: 400',
      'Status Code: 500',
      'anthropic.claude-3-haiku-20240307-v1:0 is not here',
      'amazon.nova-lite-v1:0 is not here'
    ]

    const found = causes.map(cause => stableText(cause, id))

    expect(new Set(found).size).toBe(causes.length)
    expect(found.map(text => stableText(text, id))).toEqual(found)
  })

  it.each([
    ['opening quotation marks', '“'],
    ['closed quotations', '“a” '],
    ['quotation marks', '"a'],
    ['apostrophes', "'"],
    ['apostrophes in words', " 'a'a"],
    ['backticks', '`'],
    ['letters and digits', 'a1'],
    ['numbers in parts', '1.'],
    ['digits', '1'],
    ['parts of a UUID', 'deadbeef-'],
    ['white space that nobody sees', '\u200b'],
    ['low lines', '_'],
    ['hyphens', 'a-'],
    ['letters', 'aB'],
    ['base64', 'aB3/'],
    ['the mark of a number', '\uE000.'],
    ['exceptions', 'ValidationException.']
  ])('of five million characters of %s is found at once', (_what, piece) => {
    const message = piece.repeat(Math.ceil(5_000_000 / piece.length))

    expect(stableText(message, id).length).toBeLessThanOrEqual(160)
  })
})
