import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { recordNamer } from '../../../src/jobs/record.ts'
import { canonicalJson, isObject, type JsonObject, type JsonValue } from '../../../src/json.ts'
import { readAnswerLine, type AnswerText } from '../../../src/results/answer-line.ts'
import { readOutput } from '../../../src/results/output-lines.ts'
import { newTally, type OutputTally } from '../../../src/results/tally.ts'

const nameOf = recordNamer('us.anthropic.claude-haiku-4-5-20251001-v1:0', 'InvokeModel')
const question = (text: string): JsonObject => ({ max_tokens: 400, messages: [{ role: 'user', content: text }] })
const idOf = (input: JsonObject): string => nameOf(canonicalJson(input))

const one = question('one "quoted", with ,"modelOutput":{ in it')
const two = question('two: naïve 😀 \u2028')
const three = question('three')
const [idOne, idTwo, idThree] = [idOf(one), idOf(two), idOf(three)]
const ids = new Set([idOne, idTwo, idThree])
const output: JsonObject = { content: [{ type: 'text', text: 'yes }' }], stop_reason: 'end_turn' }

async function* chunks(text: string | Buffer, size = 1 << 20): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

interface Read {
  readonly last: Record<string, JsonValue>
  readonly all: readonly AnswerText[]
  readonly tally: OutputTally
}

/** `last` is what stands in the end where every answer is good, by id: a later line of an id replaces an earlier one. */
async function read(text: string | Buffer, size?: number): Promise<Read> {
  const tally = newTally()
  const all: AnswerText[] = []
  for await (const batch of readOutput(chunks(text, size), { ids, nameOf }, tally)) all.push(...batch)
  const first = all.filter(({ again }) => again !== true)
  const last = Object.fromEntries(first.map(({ recordId, text: line }) => [recordId, JSON.parse(line) as JsonValue]))
  return { last, all, tally }
}

const line = (members: JsonObject): string => `${JSON.stringify(members)}\n`
const good = (recordId: string, modelInput: JsonObject, modelOutput: JsonObject = output): string =>
  `{"recordId":"${recordId}","modelInput":${canonicalJson(modelInput)},"modelOutput":${JSON.stringify(modelOutput)}}\n`
const all3 = good(idOne, one) + good(idTwo, two) + good(idThree, three)

describe('readOutput', () => {
  it('takes several answers to one question as what they are, and no conflict', async () => {
    const samples = [1, 2, 3].map(number => nameOf(canonicalJson(one), number))
    const tally = newTally()

    const all: AnswerText[] = []
    const job = { ids: new Set(samples), nameOf }
    for await (const batch of readOutput(chunks(samples.map(id => good(id, one)).join('')), job, tally))
      all.push(...batch)

    expect(all.map(({ recordId, kind }) => [recordId, kind])).toEqual(samples.map(id => [id, 'output']))
    expect(tally).toMatchObject({ output: 3, conflict: 0, echoDiffers: 0 })
  })

  it('takes every answer over, and counts', async () => {
    const { last, tally } = await read(all3)

    expect(last).toEqual({
      [idOne]: { recordId: idOne, modelOutput: output },
      [idTwo]: { recordId: idTwo, modelOutput: output },
      [idThree]: { recordId: idThree, modelOutput: output }
    })
    expect(tally).toMatchObject({
      asked: 3,
      lines: 3,
      outputLines: 3,
      output: 3,
      missing: 0,
      echoDiffers: 0,
      quarantined: 0
    })
  })

  it('takes the answer over byte by byte', async () => {
    const raw = '{ "n": 1.50, "big": 12345678901234567890, "text": "\\u00e9 \u2028" }'

    const { all } = await read(`{"modelOutput":${raw},"recordId":"${idOne}","modelInput":${canonicalJson(one)}}\n`)

    expect(all[0]?.text).toBe(`{"recordId":"${idOne}","modelOutput":${raw}}`)
  })

  it.each([1, 7, 64])('reads the same in chunks of %i bytes, with CRLF and blank lines', async size => {
    const { last } = await read(`\n${all3.replaceAll('\n', '\r\n')}\r\n  \n`, size)

    expect(last).toEqual((await read(all3)).last)
  })

  it.each([
    ['recordId, modelInput, modelOutput', { recordId: idOne, modelInput: one, modelOutput: output }],
    ['modelInput, modelOutput, recordId', { modelInput: one, modelOutput: output, recordId: idOne }],
    ['modelOutput, modelInput, recordId', { modelOutput: output, modelInput: one, recordId: idOne }]
  ])('reads members in the order %s', async (_, members) => {
    const { last, tally } = await read(line(members))

    expect(last[idOne]).toEqual({ recordId: idOne, modelOutput: output })
    expect(tally).toMatchObject({ output: 1, echoDiffers: 0, echoAbsent: 0 })
  })

  it('accepts an echo that is absent', async () => {
    const { last, tally } = await read(line({ recordId: idOne, modelOutput: output }))

    expect(last[idOne]).toHaveProperty('modelOutput')
    expect(tally).toMatchObject({ output: 1, echoAbsent: 1, echoDiffers: 0 })
  })

  it.each([
    [
      'other key order and white space',
      `{ "messages": [{"content": ${JSON.stringify('three')}, "role":"user"}], "max_tokens": 400.0 }`
    ],
    [
      'every alternative spelled out as null',
      canonicalJson({ ...three, system: null, stop: { a: null } }).replace(',"stop":{"a":null}', '')
    ],
    ['escapes', canonicalJson(three).replace('three', '\\u0074hree')]
  ])('knows its question in an echo with %s', async (_, echo) => {
    const { last, tally } = await read(`{"recordId":"${idThree}","modelInput":${echo},"modelOutput":{}}\n`)

    expect(last[idThree]).toHaveProperty('modelOutput')
    expect(tally).toMatchObject({ output: 1, echoDiffers: 0 })
  })

  it('accepts an echo in a form that cannot be compared, and counts it', async () => {
    const { last, tally } = await read(good(idOne, { ...one, added_by_bedrock: true }))

    expect(last[idOne]).toHaveProperty('modelOutput')
    expect(tally).toMatchObject({ output: 1, echoDiffers: 1, conflict: 0 })
  })

  describe('when the echo is the question of another record of the job', () => {
    it.each([
      ['alone', good(idOne, two)],
      ['before the good line', good(idOne, two) + good(idTwo, two)],
      ['after the good line', good(idTwo, two) + good(idOne, two)],
      [
        'laid out otherwise',
        `{"recordId":"${idOne}","modelInput":${JSON.stringify(two, null, 1).replaceAll('\n', '')},"modelOutput":{}}\n`
      ],
      ['on an error line', line({ recordId: idOne, modelInput: two, error: { errorCode: 500, errorMessage: 'x' } })]
    ])('publishes neither: %s', async (_, text) => {
      const { last, tally } = await read(text)

      expect(last[idOne]).toEqual({ recordId: idOne, conflict: true })
      expect(last[idTwo]).toEqual({ recordId: idTwo, conflict: true })
      expect(tally).toMatchObject({ conflict: 2, output: 0, error: 0, missing: 1 })
    })
  })

  it.each([
    [
      { errorCode: 400, errorMessage: 'bad request' },
      { code: 400, message: 'bad request' }
    ],
    [
      { errorCode: '429', errorMessage: 'slow' },
      { code: 429, message: 'slow' }
    ],
    [
      { errorCode: 'ThrottlingException', errorMessage: 'slow' },
      { code: 'ThrottlingException', message: 'slow' }
    ],
    [{ expired: true }, { message: '', expired: true }],
    [
      { errorCode: 500, errorMessage: null, retryable: true },
      { code: 500, message: '', retryable: true }
    ],
    ['plain words', { message: 'plain words' }],
    ['m'.repeat(1_000_000), { message: `${'m'.repeat(1_999)}…` }],
    [
      { errorCode: 400, errorMessage: 'm'.repeat(1_000_000) },
      { code: 400, message: `${'m'.repeat(1_999)}…` }
    ]
  ])('takes the error %j', async (error, expected) => {
    const { last, tally } = await read(line({ recordId: idOne, modelInput: one, error, modelOutput: null }))

    expect(last[idOne]).toEqual({ recordId: idOne, error: expected })
    expect(tally).toMatchObject({ errorLines: 1, error: 1 })
  })

  it('reads flags that stand beside the error', async () => {
    const { last } = await read(
      line({ recordId: idOne, error: { errorMessage: 'late' }, expired: true, retryable: false })
    )

    expect(last[idOne]).toEqual({ recordId: idOne, error: { message: 'late', expired: true, retryable: false } })
  })

  it('treats an error beside an output as an error', async () => {
    const { last } = await read(
      line({ recordId: idOne, modelOutput: output, error: { errorCode: 500, errorMessage: '' } })
    )

    expect(last[idOne]).toHaveProperty('error')
  })

  const error1 = line({ recordId: idOne, error: { errorCode: 500, errorMessage: 'first' } })
  const error2 = line({ recordId: idOne, error: { errorCode: 400, errorMessage: 'second' } })
  const other = good(idOne, one, { other: true })
  it.each([
    ['the first of two answers', good(idOne, one) + other, { modelOutput: output }, { output: 1, error: 0 }],
    ['an answer before an error', good(idOne, one) + error1, { modelOutput: output }, { output: 1, error: 0 }],
    ['an answer after an error', error1 + good(idOne, one), { modelOutput: output }, { output: 1, error: 0 }],
    ['the first of two errors', error1 + error2, { error: { code: 500, message: 'first' } }, { output: 0, error: 1 }]
  ])('keeps %s of an id that comes twice, and counts it', async (_, text, expected, counts) => {
    const { last, tally } = await read(text)

    expect(last[idOne]).toEqual({ recordId: idOne, ...expected })
    expect(tally).toMatchObject({ duplicates: 1, missing: 2, ...counts })
  })

  it('hands a further answer on to whoever knows whether the first is good', async () => {
    const { all } = await read(error1 + good(idOne, one) + other + error2 + good(idTwo, two))

    expect(all.slice(0, 4).map(({ recordId, kind, again }) => [recordId, kind, again])).toEqual([
      [idOne, 'error', undefined],
      [idOne, 'output', undefined],
      [idOne, 'output', true],
      [idTwo, 'output', undefined]
    ])
    expect(JSON.parse(all[2]!.text)).toEqual({ recordId: idOne, modelOutput: { other: true } })
  })

  it.each(['{}', '""', '" "', '{"errorCode":null,"errorMessage":""}', '{"errorCode":0}'])(
    'takes an error %s beside an output for none',
    async error => {
      const { last } = await read(`{"recordId":"${idOne}","modelOutput":{"a":1},"error":${error}}\n`)

      expect(last[idOne]).toEqual({ recordId: idOne, modelOutput: { a: 1 } })
    }
  )

  it.each([
    ['{"recordId":"%","error":{}}', { message: '' }],
    ['{"recordId":"%","error":""}', { message: '' }],
    ['{"recordId":"%","error":{},"modelOutput":{},"expired":true}', { message: '', expired: true }]
  ])('takes the error that says nothing in %s for one', async (text, error) => {
    const { last } = await read(`${text.replace('%', idOne)}\n`)

    expect(last[idOne]).toEqual({ recordId: idOne, error })
  })

  it.each([1, 2, 1 << 20])('passes over a byte-order mark at the beginning, in chunks of %i bytes', async size => {
    const { last, tally } = await read(`\uFEFF${all3}`, size)

    expect(last).toEqual((await read(all3)).last)
    expect(tally).toMatchObject({ output: 3, quarantined: 0 })
    expect((await read('\uFEFF\n')).tally.lines).toBe(0)
    expect((await read(`${good(idTwo, two)}\uFEFF${good(idOne, one)}`)).tally.quarantinedBy).toEqual({ 'not-json': 1 })
  })

  it('tells at the end which records have no line', async () => {
    const { all, tally } = await read(good(idTwo, two))

    expect(all.slice(1)).toEqual([
      { recordId: idOne, kind: 'missing', text: `{"recordId":"${idOne}","missing":true}` },
      { recordId: idThree, kind: 'missing', text: `{"recordId":"${idThree}","missing":true}` }
    ])
    expect(tally.missing).toBe(2)
  })

  const unknown = nameOf('{}')
  it.each([
    ['unknown-id', good(unknown, {})],
    ['unknown-id', line({ recordId: unknown })],
    ['not-json', '{"recordId": oops}\n'],
    ['not-json', 'hello\n'],
    ['not-json', '[1]\n'],
    ['not-json', line({ modelOutput: output })],
    ['not-json', line({ recordId: 7, modelOutput: output })],
    ['not-json', `{"recordId":"${idOne}","modelInput":{},"modelOutput":{"a":tru}}\n`],
    ['not-json', `{"recordId":"${idOne}","modelInput":{"a":01},"modelOutput":{}}\n`],
    ['no-answer', line({ recordId: idOne, modelInput: one })],
    ['no-answer', line({ recordId: idOne, modelOutput: 'text', error: null })],
    ['cut', good(idOne, one).slice(0, -20)],
    ['cut', good(idOne, one).slice(0, -2)]
  ])('quarantines %s: %s', async (why, text) => {
    const { last, tally } = await read(text)

    expect(tally.quarantine).toEqual([{ why, line: 1, head: text.replace(/\n$/, '').slice(0, 300) }])
    expect(tally).toMatchObject({ quarantined: 1, quarantinedBy: { [why]: 1 }, missing: 3 })
    expect(last[idOne]).toEqual({ recordId: idOne, missing: true })
  })

  it.each([
    ['the output', `"modelInput":${canonicalJson(one)},"modelOutput":{"a":"`, '"}'],
    ['an output without echo', '"modelOutput":{"a":"', '"}'],
    ['the echo', '"modelOutput":{},"modelInput":{"a":"', '"}'],
    ['another member', '"modelOutput":{},"b":"', '"']
  ])('quarantines bytes that are not UTF-8 in %s', async (_, before, after) => {
    const text = [`{"recordId":"${idOne}",${before}`, `${after}}\n`]
    const bytes = Buffer.concat([Buffer.from(text[0]!), Buffer.from([0xc3, 0x28]), Buffer.from(text[1]!)])

    const { tally } = await read(bytes)

    expect(tally).toMatchObject({ quarantinedBy: { 'not-utf8': 1 }, missing: 3 })
  })

  it('takes an output that holds U+FFFD itself', async () => {
    const { last } = await read(good(idOne, one, { a: '\uFFFD' }))

    expect(last[idOne]).toEqual({ recordId: idOne, modelOutput: { a: '\uFFFD' } })
  })

  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

  it.each([1000, 20_000, 200_000])('takes home what stands beside an output nested %i deep', async levels => {
    const { last, tally } = await read(
      `{"recordId":"${idOne}","modelInput":${canonicalJson(one)},"modelOutput":{"a":${deep(levels)}}}\n${good(idTwo, two)}`
    )

    expect(last[idOne]).toEqual({ recordId: idOne, error: { message: expect.any(String), retryable: false } })
    expect(last[idTwo]).toHaveProperty('modelOutput')
    expect(tally).toMatchObject({ output: 1, error: 1, missing: 1 })
  })

  it('keeps an output nested so deep as it can be read again', async () => {
    const { all } = await read(`{"recordId":"${idOne}","modelOutput":{"a":${deep(498)}},"more":1}\n`)

    expect(all[0]?.kind).toBe('output')
    expect(readAnswerLine(all[0]?.text ?? '')).toHaveProperty('modelOutput')
    expect((await read(`{"recordId":"${idOne}","modelOutput":{"a":${deep(499)}},"more":1}\n`)).all[0]?.kind).toBe(
      'error'
    )
  })

  it.each([1000, 20_000, 200_000])('takes an echo nested %i deep for one that cannot be compared', async levels => {
    const { last, tally } = await read(
      `{"recordId":"${idOne}","modelInput":{"q":${deep(levels)}},"modelOutput":{}}\n${good(idTwo, two)}`
    )

    expect(last[idOne]).toEqual({ recordId: idOne, modelOutput: {} })
    expect(last[idTwo]).toHaveProperty('modelOutput')
    expect(tally).toMatchObject({ output: 2, echoDiffers: 1 })
  })

  it('takes a last line without newline when it is whole', async () => {
    const { tally } = await read(all3.trimEnd())

    expect(tally).toMatchObject({ output: 3, quarantined: 0 })
  })

  it('keeps the heads of twenty quarantined lines and counts the rest', async () => {
    const { tally } = await read(`${'é'.repeat(400)}\n`.repeat(25))

    expect(tally.quarantined).toBe(25)
    expect(tally.quarantine).toHaveLength(20)
    expect(tally.quarantine[0]?.head).toBe('é'.repeat(300))
  })

  it('agrees with a plain JSON.parse on lines of every kind', async () => {
    const id = fc.constantFrom(idOne, idTwo, idThree, unknown)
    const echo = fc.oneof(
      fc.constantFrom<JsonValue>(one, two, three, null, 'no object'),
      fc.json().map(text => JSON.parse(text) as JsonValue)
    )
    const member = fc.oneof(
      id.map(value => `"recordId":${JSON.stringify(value)}`),
      echo.map(value => `"modelInput":${isObject(value) ? canonicalJson(value) : JSON.stringify(value)}`),
      fc.json().map(text => `"modelOutput":${text}`),
      fc.constantFrom(
        `"modelOutput":{"a":1}`,
        `"modelOutput" : { "b" : [ ] }`,
        `"modelOutpu\\u0074":{"c":1}`,
        `"extra":1`,
        `"__proto__":{}`
      ),
      fc.constantFrom(`"error":null`, `"error":{"errorCode":400}`, `"broken`)
    )
    const lineText = fc.array(member, { minLength: 1, maxLength: 5 }).map(members => `{${members.join(',')}}`)

    await fc.assert(
      fc.asyncProperty(fc.array(lineText, { maxLength: 6 }), async lines => {
        const text = lines.map(written => `${written}\n`).join('')
        expect((await read(text, 50)).last).toEqual(plainly(lines))
      }),
      { numRuns: 400 }
    )
  })
})

/** The same rules in the plainest form. */
function plainly(lines: readonly string[]): Record<string, JsonValue> {
  const states = new Map<string, JsonObject>()
  for (const text of lines) {
    let value: JsonValue
    try {
      value = JSON.parse(text) as JsonValue
    } catch {
      continue
    }
    const { recordId, modelInput, modelOutput, error } = { ...(value as Record<string, JsonValue>) }
    const failed = isObject(error) || typeof error === 'string'
    if (typeof recordId !== 'string' || !ids.has(recordId) || (!failed && !isObject(modelOutput))) continue
    const named = isObject(modelInput) ? idOf(modelInput) : recordId
    const before = states.get(recordId)
    if (named !== recordId && ids.has(named))
      for (const id of [recordId, named]) states.set(id, { recordId: id, conflict: true })
    else if (before && !('error' in before && !failed)) continue
    else if (failed) states.set(recordId, { recordId, error: { code: 400, message: '' } })
    else if (isObject(modelOutput)) states.set(recordId, { recordId, modelOutput })
  }
  for (const recordId of ids) if (!states.has(recordId)) states.set(recordId, { recordId, missing: true })
  return Object.fromEntries(states)
}
