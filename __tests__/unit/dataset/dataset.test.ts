import { describe, expect, it } from '@jest/globals'
import { readDataset } from '../../../src/dataset/dataset.ts'
import { Problems } from '../../../src/problems.ts'
import { filesOf, read } from './reading.ts'

const header = 'sku,name\n'

describe('a dataset of one file', () => {
  it.each([
    ['a.csv', 'sku,name\nA1,Pen\nB2,"Ink, ""blue""\nbottle"\n', [2, 3]],
    ['a.csv', '\uFEFFsku,name\r\nA1,Pen\r\nB2,"Ink, ""blue""\nbottle"', [2, 3]],
    ['a.tsv', 'sku\tname\nA1\tPen\nB2\t"Ink, ""blue""\nbottle"\n', [2, 3]],
    ['a.jsonl', '{"sku":"A1","name":"Pen"}\n\n{"sku":"B2","name":"Ink, \\"blue\\"\\nbottle"}', [1, 3]],
    ['a.ndjson', '{"sku":"A1","name":"Pen"}\r\n{"sku":"B2","name":"Ink, \\"blue\\"\\nbottle"}\r\n', [1, 2]],
    ['a.json', '[\n{"sku":"A1","name":"Pen"},\n{"sku":"B2",\n"name":"Ink, \\"blue\\"\\nbottle"}]', [2, 3]],
    ['a.yaml', '- {sku: A1, name: Pen}\n- sku: B2\n  name: |-\n    Ink, "blue"\n    bottle\n', [1, 2]]
  ])('gives rows with key, fields and line: %s', async (file, content, lines) => {
    const { rows, told } = await read({ [file]: content }, { key: 'sku' })

    expect(told).toEqual([])
    expect(rows.map(row => ({ ...row, fields: { ...row.fields } }))).toEqual([
      { key: 'A1', fields: { sku: 'A1', name: 'Pen' }, place: { file, line: lines[0] } },
      { key: 'B2', fields: { sku: 'B2', name: 'Ink, "blue"\nbottle' }, place: { file, line: lines[1] } }
    ])
  })

  it.each([
    ['a.csv', 'error a.csv the file holds no rows', ''],
    ['a.csv', 'error a.csv the file has a header and no rows', header],
    ['a.csv', 'error a.csv:2 the row has 3 cells, the header has 2', `${header}A1,Pen,3\n`],
    ['a.csv', 'error a.csv:2 the row has 1 cell, the header has 2', `${header}A1\n`],
    ['a.csv', 'error a.csv:1 columns 1 and 3 are both named sku', 'sku,name,sku\nA,B,C\n'],
    ['a.csv', 'error a.csv:1 column 2 of the header has no name', 'sku,,x\nA,B,C\n'],
    ['a.csv', 'error a.csv:2:4 this quote is never closed', `${header}A1,"Pen\nB2,Ink\n`],
    ['a.csv', 'error a.csv:2:5 a quote stands inside a cell that does not start with one', `${header}A1,5" pipe\n`],
    ['a.csv', 'error a.csv:2:7 text follows the closing quote of a cell', `${header}A1,"5" pipe"\n`],
    ['a.csv', 'error a.csv:1 the lines end with a lone CR', 'sku,name\rA1,Pen\r'],
    ['a.csv', 'error a.csv:2 the file holds a NUL character', `${header}A1,P\0en\n`],
    ['a.csv', 'error a.csv:3 the key "A1" is not unique: it stands at a.csv:2 too', `${header}A1,Pen\nA1,Ink\n`],
    ['a.csv', 'error a.csv:2 the key field sku is empty', `${header},Pen\n`],
    ['a.csv', 'error a.csv:2 the key field sku holds a control character or a line break', `${header}"A\n1",Pen\n`],
    ['a.csv', 'error a.csv:2 the key field sku is longer than 512 bytes', `${header}${'x'.repeat(513)},Pen\n`],
    ['a.jsonl', 'error a.jsonl:2 the line is not JSON: it breaks off', '{"sku":"A1"}\n{"sku":"B'],
    ['a.jsonl', 'error a.jsonl:2 the line must be a JSON object, not an array', '{"sku":"A1"}\n[1,2]\n'],
    ['a.jsonl', 'error a.jsonl:1:13 the line is not JSON: unexpected "}"', '{"sku":"A1",}\n'],
    ['a.jsonl', 'error a.jsonl:2 the row has no key field sku', '{"sku":"A1"}\n{"name":"x"}\n'],
    ['a.jsonl', 'error a.jsonl:1 the key field sku is empty', '{"sku":null}\n'],
    [
      'a.jsonl',
      'error a.jsonl:1 the key field sku must be a text or a number, not a list or an object',
      '{"sku":["x"]}\n'
    ],
    ['a.jsonl', 'error a.jsonl:1 the key field sku holds half a character', '{"sku":"\\ud83d"}\n'],
    ['a.jsonl', 'error a.jsonl:1 the line is longer than 16 MiB', `{"sku":"${'x'.repeat(20_000_000)}"}\n`],
    ['a.json', 'error a.json:1 the document is an object, not an array of rows', '{"items":[{"sku":"A"}]}'],
    ['a.json', 'error a.json:2 the document breaks off', '[{"sku":"A"},\n{"sku":"B"'],
    ['a.json', 'error a.json:2 a row must be an object, not a number', '[{"sku":"A"},\n3]'],
    ['a.json', 'error a.json the file holds no rows', '[]'],
    ['a.yaml', 'error a.yaml:2:1 this is not YAML as it can be read here: duplicate key', 'a: 1\na: 2\n'],
    ['a.yaml', 'error a.yaml:2 the file holds more than one document', '- {sku: A}\n---\n- {sku: B}\n'],
    ['a.yaml', 'error a.yaml:1 nested more than 100 levels deep', `- ${'['.repeat(2000)}\n`],
    [
      'a.csv',
      'error a.csv:1 the file is a Git LFS pointer, the data itself was not checked out',
      'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n'
    ]
  ])('tells what is wrong by file and line: %s: %s', async (file, expected, content) => {
    const { told } = await read({ [file]: content }, { key: 'sku' })

    expect(told).toEqual([expected])
  })

  it('names the byte and the line that is not UTF-8, deep in the file', async () => {
    const head = Buffer.from(
      header + Array.from({ length: 50_000 }, (_, index) => `K${index},Stift für Füße\n`).join('')
    )
    const content = Buffer.concat([head, Buffer.from('X,caf'), Buffer.from([0xe9]), Buffer.from('\n')])

    const { told } = await read({ 'a.csv': content }, { key: 'sku' })

    expect(told).toEqual(['error a.csv:50002 byte 0xE9 is not UTF-8'])
  })

  it('refuses an ending that names no format, and lists those there are', async () => {
    const { problems } = await read({ 'a.xlsx': 'x' })

    expect(problems[0]?.message).toBe('the ending of a.xlsx names no dataset format')
    expect(problems[0]?.hint).toContain('set dataset.format to csv, tsv,')
  })

  it('goes on after a bad row, so that all are told together', async () => {
    const { rows, told } = await read({ 'a.csv': `${header}A1\nB2,Ink\nC3\nD4,Cup\n` }, { key: 'sku' })

    expect(rows.map(row => row.key)).toEqual(['B2', 'D4'])
    expect(told).toHaveLength(2)
  })

  it('stops early when nearly every row is bad', async () => {
    const big = header + 'A1\n'.repeat(2_000_000)
    let bytesRead = 0
    const problems = new Problems(10)
    const files = filesOf({ 'a.csv': big })
    const counting = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of files.open('a.csv')) {
        bytesRead += chunk.length
        yield chunk
      }
    }

    let rows = 0
    for await (const batch of readDataset(
      { files: ['a.csv'], types: {}, key: 'sku' },
      { ...files, open: counting },
      problems
    )) {
      rows += batch.length
    }

    expect(rows).toBe(0)
    expect(problems.list).toHaveLength(10)
    expect(bytesRead).toBeLessThan(big.length / 2)
  })
})

describe('columns and keys', () => {
  it('keeps a column named __proto__ or constructor an ordinary one', async () => {
    const { rows } = await read({ 'a.csv': '__proto__,constructor\nA,B\n' }, { key: '__proto__' })

    expect(Object.entries(rows[0]?.fields ?? {})).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B']
    ])
    expect(
      Object.entries((await read({ 'a.jsonl': '{"__proto__":"A","k":"B"}' }, { key: 'k' })).rows[0]!.fields)
    ).toEqual([
      ['__proto__', 'A'],
      ['k', 'B']
    ])
  })

  it('reads cells by their type, and names column and line of one that is not', async () => {
    const types = { price: 'number', active: 'boolean', tags: 'json' } as const
    const content = 'sku,price,active,tags\nA,12.50,TRUE,"[""x""]"\nB,,,\nC,"1,299",yes,{\n'

    const { rows, told } = await read({ 'a.csv': content }, { key: 'sku', types })

    expect(rows.slice(0, 2).map(row => ({ ...row.fields }))).toEqual([
      { sku: 'A', price: 12.5, active: true, tags: ['x'] },
      { sku: 'B', price: null, active: null, tags: null }
    ])
    expect(told).toEqual([
      'error a.csv:4 column price must be a number, not "1,299"',
      'error a.csv:4 column active must be true or false, not "yes"',
      'error a.csv:4 column tags must be JSON, not "{"'
    ])
  })

  it('says which column is missing when types or key name none', async () => {
    const { problems } = await read({ 'a.csv': `${header}A1,Pen\n` }, { key: 'sku', types: { nane: 'number' } })

    expect(problems[0]).toMatchObject({
      message: 'dataset.types names a column that is not there: nane',
      hint: 'did you mean name? columns: sku, name'
    })
  })

  it('takes numbers as keys by their JSON text', async () => {
    const { rows } = await read({ 'a.jsonl': '{"id":7}\n{"id":7000000000000000001}\n{"id":true}' }, { key: 'id' })

    expect(rows.map(row => row.key)).toEqual(['7', '7000000000000000001', 'true'])
  })

  it('names a row by its content where there is no key, equal rows by number, and proposes a column', async () => {
    const { rows, problems } = await read({ 'a.csv': `name,id\nPen,1\nInk,2\nPen,3\n` })
    const again = await read({ 'b.jsonl': '{"id":"2","name":"Ink"}\n{"id":"2","name":"Ink"}\n{"id":"2","name":"Ink"}' })

    expect(rows.map(row => row.key)).toEqual([...new Set(rows.map(row => row.key))])
    expect(again.rows.map(row => row.key)).toEqual([rows[1]!.key, `${rows[1]!.key}-2`, `${rows[1]!.key}-3`])
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', hint: 'id is unique so far: `key: id`' })])
  })
})

describe('several files', () => {
  it('reads them in order and tells a key that stands in two of them', async () => {
    const { rows, told } = await read(
      { 'a.csv': `${header}A,1\nB,2\n`, 'b.csv': 'name,sku\n3,C\n4,B\n' },
      { key: 'sku' }
    )

    expect(rows.map(row => row.key)).toEqual(['A', 'B', 'C'])
    expect(told).toEqual(['error b.csv:3 the key "B" is not unique: it stands at a.csv:3 too'])
  })

  it('wants the same columns in each', async () => {
    const { rows, told } = await read({ 'a.csv': `${header}A,1\n`, 'b.csv': 'sku,title\nB,2\n' }, { key: 'sku' })

    expect(rows.map(row => row.key)).toEqual(['A'])
    expect(told).toEqual(['error b.csv:1 the header lacks name and adds title, compared with a.csv'])
  })

  it('wants one format for all', async () => {
    const { told } = await read({ 'a.csv': `${header}A,1\n`, 'b.jsonl': '{}' }, { key: 'sku' })

    expect(told).toEqual([
      'error b.jsonl the files of one dataset must have one format, but a.csv is csv and b.jsonl is jsonl'
    ])
  })
})

describe('limit, where and settings of another format', () => {
  it('keeps the rows for which the condition holds, then counts the limit', async () => {
    const content = header + Array.from({ length: 100 }, (_, index) => `K${index},n\n`).join('')
    const where = (fields: Readonly<Record<string, unknown>>): boolean => String(fields['sku']).endsWith('0')

    const { rows } = await read({ 'a.csv': content }, { key: 'sku', where, limit: 3 })

    expect(rows.map(row => row.key)).toEqual(['K0', 'K10', 'K20'])
  })

  it('does not look at the keys of rows that are not wanted', async () => {
    const { rows, told } = await read(
      { 'a.csv': `${header},x\nA,y\n` },
      { key: 'sku', where: fields => fields['name'] === 'y' }
    )

    expect(rows.map(row => row.key)).toEqual(['A'])
    expect(told).toEqual([])
  })

  it('warns when the condition holds for no row', async () => {
    const { told } = await read({ 'a.csv': `${header}A,x\n` }, { key: 'sku', where: () => false })

    expect(told).toEqual(['warning  dataset.where holds for none of 1 row'])
  })

  it('closes the file when the limit is reached', async () => {
    let closed = false
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (let index = 0; ; index++) yield Buffer.from(`{"id":${index}}\n`.repeat(1))
      } finally {
        closed = true
      }
    }
    const rows: string[] = []

    for await (const batch of readDataset(
      { files: ['a.jsonl'], types: {}, key: 'id', limit: 5 },
      { ...filesOf({}), open: endless },
      new Problems()
    )) {
      rows.push(...batch.map(row => row.key))
    }

    expect(rows).toEqual(['0', '1', '2', '3', '4'])
    expect(closed).toBe(true)
  })

  it.each([
    ['a.csv', { at: 'items' }, 'error  dataset.at is for json and yaml, the dataset is csv'],
    [
      'a.jsonl',
      { types: { price: 'number' } },
      'error  dataset.types is for csv and tsv; in jsonl the value of price has its own type'
    ]
  ] as const)('refuses what another format would need: %s %j', async (file, options, expected) => {
    const { told } = await read({ [file]: 'x' }, options)

    expect(told).toEqual([expected])
  })
})
