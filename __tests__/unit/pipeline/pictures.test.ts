import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openWorkspace } from '../../../src/node/workspace.ts'
import type { ModelFamily } from '../../../src/models/family.ts'
import { checkPictures, Pictures } from '../../../src/pipeline/pictures.ts'
import { Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { Published } from '../../../src/pipeline/published.ts'
import type { Output } from '../../../src/pipeline/published.ts'
import { bytesIn } from '../outputs/streams.ts'
import { Outside } from './outside.ts'

const output: Output = { spec: { path: 'i/{{ x }}.png', format: 'image' }, columns: [] }
const header = {
  schema: 1,
  spec: 's',
  model: 'm',
  api: 'InvokeModel',
  family: 'f',
  revision: 1,
  promptSha256: '',
  parametersSha256: '',
  answerSha256: '',
  outputs: [{ path: 'i/{{ x }}.png', format: 'image', columns: { '': 'answer' } }]
} as const

describe('A picture that is carried over', () => {
  it('stays where it is, or goes with its row, also after its file has gone', async () => {
    await using outside = new Outside()
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
    mkdirSync(join(folder, 'i'))
    writeFileSync(join(folder, 'i/a.png'), Buffer.from([1, 2, 255]))
    const workspace = await openWorkspace(folder)
    const published = new Published([output], outside.scratch)
    published.begin(header)
    published.take({ key: 'A', recordId: '4fR0kqXn1Zc', answers: ['9sB2vLw7QaE'], paths: ['i/a.png'] })
    const pictures = new Pictures(workspace, published, () => undefined)

    const staying = await pictures.kept(0, 0, 'i/a.png', [{ sha256: 'abc' }])
    await pictures.keep(0, 0, 'i/b.png', outside.scratch)
    await workspace.remove('i/a.png')
    const moved = await pictures.kept(0, 0, 'i/b.png', [{ sha256: 'abc' }])
    const fresh = await pictures.kept(0, -1, 'i/c.png', [{ format: 'png', base64: 'AAA=' }])

    expect(staying).toEqual({ bytes: 3, sha256: 'abc' })
    expect(moved && 'stream' in moved ? [...(await bytesIn(moved.stream()))] : moved).toEqual([1, 2, 255])
    expect(fresh).toBeUndefined()
    rmSync(folder, { recursive: true })
  })
})

describe('Pictures', () => {
  it('that are not what their files are called are told of once', async () => {
    await using outside = new Outside()
    const told: string[] = []
    const pictures = new Pictures(await openWorkspace(tmpdir()), new Published([output], outside.scratch), message =>
      told.push(message)
    )

    for (const path of ['i/a.webp', 'i/b.jpg', 'i/c.png', 'i/d.png'])
      pictures.tellFormat(path, [{ format: path.endsWith('webp') ? 'webp' : 'jpeg', base64: 'AAAA' }])

    expect(told).toEqual([expect.stringMatching(/^The pictures are jpeg, and their files end in \.png/)])
  })

  it.each([
    ['image', 'chat', 'error'],
    ['image', 'draw', undefined],
    ['jsonl', 'draw', 'warning'],
    ['jsonl', 'chat', undefined]
  ] as const)('written as %s by a model that can %s: %s', (format, kind, severity) => {
    const { spec } = decodeSpec({
      text: `name: a\nmodel: m\ndataset: a.csv\nprompt: {user: x}\noutputs: {path: 'i/{{ a }}.${format === 'image' ? 'png' : 'jsonl'}'}\n`,
      file: 's.yml'
    })
    const problems = new Problems()
    const family = { name: 'f', kind } as ModelFamily

    checkPictures({ spec: spec!, placeOf: path => ({ file: path }) }, family, problems)

    expect(problems.list.map(one => one.severity)).toEqual(severity === undefined ? [] : [severity])
  })
})
