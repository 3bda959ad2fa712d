import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { readColumns } from '../../../src/dataset/columns.ts'
import { readDataset } from '../../../src/dataset/dataset.ts'
import type { Files } from '../../../src/dataset/files.ts'
import { Problems } from '../../../src/problems.ts'
import { filesOf, read } from './reading.ts'

const fixtures = new URL('../../fixtures/parquet/', import.meta.url)

function fixture(name: string): Buffer {
  return readFileSync(new URL(name, fixtures))
}

function written(columnData: Parameters<typeof parquetWriteBuffer>[0]['columnData'], rowGroupSize?: number): Buffer {
  return Buffer.from(parquetWriteBuffer({ columnData, ...(rowGroupSize !== undefined && { rowGroupSize }) }))
}

const plain = written([
  { name: 'id', data: ['a', 'b', 'c'], type: 'STRING' },
  { name: 'price', data: [1.5, null, 3], type: 'DOUBLE' }
])

describe('rows of Parquet', () => {
  // Written by pyarrow with other pages, codecs and encodings each; expected.jsonl is what pyarrow itself reads.
  it.each(['snappy.parquet', 'zstd.parquet', 'lz4.parquet'])(
    'are what another reader finds, exactly: %s',
    async name => {
      const expected = fixture('expected.jsonl').toString().trim().split('\n')

      const { rows, told } = await read({ [name]: fixture(name) }, { key: 'id' })

      expect(told).toEqual([])
      expect(rows.map(({ fields }) => ({ ...fields }))).toEqual(expected.map(line => JSON.parse(line) as unknown))
    }
  )

  it('stand at their number, and have the key that the spec names', async () => {
    const { rows } = await read({ 'a.parquet': plain }, { key: 'id' })

    expect(rows.map(({ key, place }) => [key, place.line])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3]
    ])
  })

  it('have the columns and types that the file says', async () => {
    const source = { files: ['a.parquet'], types: {} }

    const columns = await readColumns(source, filesOf({ 'a.parquet': plain }), new Problems())

    expect(columns).toEqual({ names: ['id', 'price'], complete: true, types: { id: 'text', price: 'number' } })
  })

  it('come from several files with the same columns only', async () => {
    const other = written([{ name: 'id', data: ['d'], type: 'STRING' }])

    const { rows, told } = await read({ 'a.parquet': plain, 'b.parquet': other }, { key: 'id' })

    expect(rows).toHaveLength(3)
    expect(told).toEqual(['error b.parquet:1 the header lacks price, compared with a.parquet'])
  })

  it('are read page by page: the first ones need a small part of a large row group', async () => {
    // Hashes, since what repeats would be packed away.
    const texts = Array.from({ length: 30_000 }, (_, row) =>
      Array.from({ length: 8 }, (_none, part) => createHash('sha256').update(`${row} ${part}`).digest('base64')).join(
        ''
      )
    )
    const bytes = written([{ name: 'id', data: texts, type: 'STRING' }], texts.length)
    const asked: number[] = []
    const files = filesOf({ 'a.parquet': bytes })
    const counting: Files = {
      ...files,
      slice: (path, from, to) => {
        asked.push(to - from)
        return files.slice(path, from, to)
      }
    }
    const rows: string[] = []

    const source = { files: ['a.parquet'], types: {}, key: 'id', limit: 10 }
    for await (const batch of readDataset(source, counting, new Problems())) rows.push(...batch.map(({ key }) => key))

    expect(rows).toEqual(texts.slice(0, 10))
    expect(asked.reduce((sum, part) => sum + part, 0)).toBeLessThan(bytes.length * 0.9)
  })
})

describe('a file that is no whole Parquet', () => {
  const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n'
  const encrypted = Buffer.concat([Buffer.from('PARE'), plain.subarray(4)])

  it.each([
    ['is empty', Buffer.alloc(0), 'the file is empty'],
    ['is a pointer', Buffer.from(lfs), 'the file is a Git LFS pointer, the data itself was not checked out'],
    ['is text', Buffer.from('id,price\na,1\n'), 'the file is not Parquet inside'],
    ['is encrypted', encrypted, 'the file is encrypted'],
    ['was cut', plain.subarray(0, -20), 'the file breaks off'],
    ['has nothing but its name', Buffer.from('PAR1PAR1'), 'the file breaks off'],
    ['lies about its end', Buffer.from('PAR1....\xff\xff\xff\x7fPAR1', 'latin1'), 'the end of the file is damaged']
  ])('is told: %s', async (_what, bytes, expected) => {
    const { rows, told } = await read({ 'a.parquet': bytes }, { key: 'id' })

    expect(rows).toEqual([])
    expect(told).toEqual([`error a.parquet ${expected}`])
  })

  it('never makes reading fail otherwise, whatever byte of it is wrong', async () => {
    const good = fixture('snappy.parquet')
    for (let at = 5; at < good.length; at += 211) {
      const bad = Buffer.from(good)
      bad.writeUInt8(good.readUInt8(at) ^ 0x55, at)

      const { rows, told } = await read({ 'a.parquet': bad }, { key: 'id' })

      expect(rows.length + told.length).toBeGreaterThan(0)
    }
  })

  it('says behind which row it breaks', async () => {
    const bytes = written([{ name: 'id', data: ['a', 'b', 'c', 'd'], type: 'STRING' }], 2)
    const second = bytes.indexOf('c', 60, 'latin1')
    bytes.fill(0xff, second - 12, second + 4)

    const { rows, told } = await read({ 'a.parquet': bytes }, { key: 'id' })

    expect(rows.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(told).toEqual([expect.stringMatching(/^error a\.parquet the file cannot be read behind row 2: /)])
  })

  it('with a column of a type that JSON has no value for is read without it', async () => {
    const bytes = Buffer.from(
      parquetWriteBuffer({
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'raw', type: 'BYTE_ARRAY', converted_type: 'BSON', repetition_type: 'OPTIONAL' }
        ],
        columnData: [
          { name: 'id', data: ['a'] },
          { name: 'raw', data: [null] }
        ]
      })
    )

    const { rows, told } = await read({ 'a.parquet': bytes }, { key: 'id' })

    expect(rows.map(({ fields }) => ({ ...fields }))).toEqual([{ id: 'a' }])
    expect(told).toEqual(['warning a.parquet the column raw is left out: its type has no value in JSON'])
  })
})
