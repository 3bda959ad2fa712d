import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { contentHash, sha256Hex } from '../../../src/jobs/record.ts'
import {
  lockOutput,
  readLock,
  writeLock,
  type LockHeader,
  type LockReading,
  type LockRow
} from '../../../src/outputs/lock.ts'
import { batches, bytesOf, joined } from './streams.ts'

const header: LockHeader = {
  schema: 1,
  spec: 'product-descriptions',
  model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  api: 'InvokeModel',
  family: 'claude',
  revision: 1,
  promptSha256: sha256Hex('prompt'),
  parametersSha256: sha256Hex('parameters'),
  answerSha256: sha256Hex('answer'),
  outputs: [
    { path: 'generated/descriptions.csv', format: 'csv', key: 'sku', columns: { sku: 'row.sku', answer: 'answer' } }
  ]
}
const id = (text: string): string => contentHash(text)
const rows: LockRow[] = [
  { key: 'B7', recordId: id('b'), answers: [id('x')] },
  { key: 'A "1"\n', recordId: id('a'), answers: [], failure: 'http 400: bad' },
  { key: '__proto__', recordId: id('p'), answers: [''] }
]

async function write(some: readonly LockRow[] = rows, size?: number): Promise<string> {
  return joined(writeLock(header, batches(some, size)))
}

async function read(text: string | Buffer, size?: number): Promise<{ reading: LockReading; taken: LockRow[] }> {
  const taken: LockRow[] = []
  const reading = await readLock(bytesOf(text, size), row => taken.push(row))
  return { reading, taken }
}

const ok = { kind: 'ok', header }

describe('the lock', () => {
  it('is JSON with one row a line, in the order given', async () => {
    const text = await write()

    expect(JSON.parse(text)).toMatchObject({ schema: 1, outputs: header.outputs })
    expect(text.split('\n').slice(-6)).toEqual([
      `"B7": ["${id('b')}","${id('x')}"],`,
      `"A \\"1\\"\\n": ["${id('a')}","!http 400: bad"],`,
      `"__proto__": ["${id('p')}",""]`,
      '}',
      '}',
      ''
    ])
  })

  it('is the same however its rows and members come', async () => {
    const { outputs, ...rest } = header
    const other = { outputs, ...Object.fromEntries(Object.entries(rest).reverse()) } as LockHeader

    expect(await joined(writeLock(other, batches(rows, 1)))).toBe(await write())
  })

  it('comes back in chunks of any size', async () => {
    const row = fc.record({
      key: fc.string({ unit: 'binary', minLength: 1 }),
      failure: fc.option(fc.string({ maxLength: 150 }))
    })

    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { selector: one => one.key }),
        fc.integer({ min: 1, max: 200 }),
        async (list, size) => {
          const some = list.map(({ key, failure }) =>
            failure === null
              ? { key: key.toWellFormed(), recordId: id(key), answers: [id('x'), ''] }
              : { key: key.toWellFormed(), recordId: id(key), answers: [], failure: failure.toWellFormed() }
          )
          expect(await read(await write(some), size)).toEqual({ reading: ok, taken: some })
        }
      )
    )
  })

  it.each([
    ['by JSON.stringify', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['to one line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['in part', (text: string) => text.replace(`["${id('a')}",`, `[\n  "${id('a')}",\n`)],
    [
      'with members sorted',
      (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).sort()), null, 1)
    ]
  ])('is read after a formatter laid it out %s', async (_, layOut) => {
    expect(await read(layOut(await write()), 100)).toEqual({ reading: ok, taken: rows })
  })

  it.each([
    ['as jq does', (text: string) => text.replace(/\["(.*?)","(.*?)"\]/g, '[\n      "$1",\n      "$2"\n    ]')],
    ['in part', (text: string) => text.replace(/\["(.*?)","(.*?)"\](?!,)/, '[\n"$1",\n"$2"]')],
    ['with rows on one line', (text: string) => text.replaceAll(',\n"', ', "')],
    ['to one line', (text: string) => text.replaceAll('\n', ' ')]
  ])('has its rows in the order of the text, whatever their keys, laid out %s', async (_, layOut) => {
    const numbers = ['30', '2', 'b', '1'].map(key => ({ key, recordId: id(key), answers: [id('x')] }))

    expect(await read(layOut(await write(numbers)))).toEqual({ reading: ok, taken: numbers })
  })

  it('has no rows when nothing is published', async () => {
    expect(await read(await write([]))).toEqual({ reading: ok, taken: [] })
  })

  it.each(['', ' \n'])('is absent as %j', async text => {
    expect((await read(text)).reading).toEqual({ kind: 'absent' })
    expect(await readLock(undefined, () => undefined)).toEqual({ kind: 'absent' })
  })

  it.each(['<<<<<<< HEAD', '=======', '>>>>>>> topic', '||||||| base', '=======\r'])(
    'has conflict markers: %s',
    async marker => {
      const lines = (await write()).split('\n')

      for (const at of [1, lines.length - 4]) {
        const text = lines.toSpliced(at, 0, marker).join('\n')
        expect((await read(text)).reading).toEqual({ kind: 'conflict-markers' })
      }
    }
  )

  it('is not confused by markers inside a row', async () => {
    const row = { key: '=======', recordId: id('a'), answers: [id('x')] }

    expect((await read(await write([row]))).taken).toEqual([row])
  })

  it('may be of another schema', async () => {
    const text = await write()

    expect((await read(text.replace('"schema": 1', '"schema": 2'))).reading).toEqual({
      kind: 'other-schema',
      schema: 2
    })
    expect((await read('{"rows":{}}')).reading).toEqual({ kind: 'other-schema', schema: undefined })
  })

  const broken: [string, (text: string) => string, RegExp][] = [
    ['cut inside the rows', text => text.slice(0, text.indexOf('"__proto__"')), /cut off/],
    ['cut inside a row', text => text.slice(0, text.indexOf('"__proto__"') + 14), /expected JSON/],
    ['cut behind the rows', text => text.slice(0, -2), /the end of the file/],
    ['cut in the head', text => text.slice(0, 100), /expected JSON/],
    ['with text behind', text => `${text}more`, /the end of the file/],
    [
      'with a broken recordId',
      text => text.replace(id('b'), id('b').slice(1)),
      /expected a list that starts with a recordId at rows\["B7"\]/
    ],
    [
      'with a broken hash',
      text => text.replace(id('x'), 'no hash'),
      /expected hashes after the recordId at rows\["B7"\]/
    ],
    ['with a row that is no list', text => text.replace(/"B7": \[.*\]/, '"B7": 1'), /rows\["B7"\]/],
    [
      'with a broken SHA-256',
      text => text.replace(header.promptSha256, 'abc'),
      /expected a SHA-256 in hex at promptSha256/
    ],
    ['without a model', text => text.replace('"model":', '"mod":'), /expected a string at model/],
    ['with another api', text => text.replace('"InvokeModel"', '"invoke"'), /expected InvokeModel or Converse at api/],
    ['with an unknown format', text => text.replace('"format":"csv"', '"format":"xlsx"'), /outputs\[0\].format/],
    ['with a path that is no text', text => text.replace('"answer":"answer"', '"answer":1'), /outputs\[0\].columns/],
    ['as a list', () => '[]', /expected an object/]
  ]
  it.each(broken)('is unreadable %s', async (_, breakIt, why) => {
    expect((await read(breakIt(await write()))).reading).toEqual({
      kind: 'unreadable',
      why: expect.stringMatching(why)
    })
  })

  it('is unreadable when it is not UTF-8', async () => {
    expect((await read(Buffer.from([0x7b, 0xff, 0x0a]))).reading).toEqual({
      kind: 'unreadable',
      why: 'the file is not UTF-8'
    })
  })

  it('bounds a long reason', async () => {
    const [row] = (await read(await write([{ key: 'k', recordId: id('k'), answers: [], failure: 'x'.repeat(500) }])))
      .taken

    expect(row?.failure).toBe('x'.repeat(200))
  })
})

describe('lockOutput', () => {
  it('remembers which column holds the key', () => {
    const value = (): null => null
    const columns = [
      { name: 'text', path: 'answer', from: 'answer', vector: false, value },
      { name: 'id', path: 'row.sku', from: 'key', vector: false, value }
    ] as const

    expect(lockOutput({ path: 'o.csv', format: 'csv' }, columns)).toEqual({
      path: 'o.csv',
      format: 'csv',
      key: 'id',
      columns: { text: 'answer', id: 'row.sku' }
    })
  })
})
