import { describe, expect, it } from '@jest/globals'
import { read } from './reading.ts'

const line = '{"recordId":"CALL0000001","modelInput":{"inputText":"hello"},"lang":"en"}'

async function readRecords(content: string, chunkBytes?: number): ReturnType<typeof read> {
  return read({ 'a.jsonl': content }, { format: 'bedrock-records', key: 'recordId' }, chunkBytes)
}

describe('Bedrock’s own records', () => {
  it.each([1000, 7])('are questions as they are, in pieces of %d bytes', async chunkBytes => {
    const { rows, told } = await readRecords(`${line}\n\n${line.replace('001', '002')}\n`, chunkBytes)

    expect(told).toEqual([])
    expect(rows.map(({ key, request, place }) => ({ key, request, line: place.line }))).toEqual([
      { key: 'CALL0000001', request: { kind: 'verbatim', modelInput: { inputText: 'hello' } }, line: 1 },
      { key: 'CALL0000002', request: { kind: 'verbatim', modelInput: { inputText: 'hello' } }, line: 3 }
    ])
    expect({ ...rows[0]?.fields }).toEqual({ recordId: 'CALL0000001', modelInput: { inputText: 'hello' }, lang: 'en' })
  })

  it.each([
    ['{"recordId":"A"}', 'error a.jsonl:1 modelInput is missing'],
    ['{"recordId":"A","modelInput":"x"}', 'error a.jsonl:1 modelInput must be an object, not a text'],
    ['{"modelInput":{}}', 'error a.jsonl:1 the row has no key field recordId'],
    [`${line}\n${line}`, 'error a.jsonl:2 the key "CALL0000001" is not unique: it stands at a.jsonl:1 too'],
    [
      '{"recordId":"A","modelInput":{},"modelOutput":{}}',
      'error a.jsonl:1 the record has a modelOutput: this is what Bedrock answered, not what it is asked'
    ]
  ])('are refused where they are none: %s', async (content, expected) => {
    expect((await readRecords(content)).told).toEqual([expected])
  })

  it('are rows like others as long as the spec does not say what they are', async () => {
    const { rows, problems } = await read({ 'a.jsonl': `${line}\n${line.replace('001', '002')}` }, { key: 'recordId' })

    expect(rows.map(({ request }) => request)).toEqual([undefined, undefined])
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: 'the lines look like Bedrock’s own records',
        place: { file: 'a.jsonl', line: 1 },
        hint: 'to send them as the questions they are, set dataset.format to bedrock-records'
      }
    ])
  })
})
