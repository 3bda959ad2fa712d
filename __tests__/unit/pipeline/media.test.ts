import { deflateSync, crc32 } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { canonicalJson, type JsonObject } from '../../../src/json.ts'
import type { Abilities } from '../../../src/models/family.ts'
import { MediaLoader } from '../../../src/pipeline/media.ts'
import type { Workspace } from '../../../src/ports.ts'
import { Problems } from '../../../src/problems.ts'
import type { MediaFormat, Request } from '../../../src/prompts/request.ts'
import { Outside } from './outside.ts'

const abilities: Abilities = {
  system: true,
  turns: true,
  prefill: true,
  images: ['png'],
  documents: ['txt'],
  videos: ['mp4'],
  s3Media: true,
  maxImageBytes: 2000
}

function png(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 90)])
  const chunks: [string, Buffer][] = [
    ['IHDR', header],
    ['IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))],
    ['IEND', Buffer.alloc(0)]
  ]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks.map(([name, data]) => {
      const body = Buffer.concat([Buffer.from(name), data])
      const ends = Buffer.alloc(8)
      ends.writeUInt32BE(data.length, 0)
      ends.writeUInt32BE(crc32(body), 4)
      return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
    })
  ])
}

function workspaceOf(files: Readonly<Record<string, Uint8Array>>): Workspace & { readonly reads: string[] } {
  const reads: string[] = []
  const none = (): never => {
    throw new Error('not asked for here')
  }
  return {
    reads,
    stat: async path => (files[path] === undefined ? undefined : { bytes: files[path].length }),
    slice: async path => {
      reads.push(path)
      return files[path] ?? none()
    },
    read: none,
    readText: none,
    glob: none,
    write: none,
    remove: none,
    checkWritable: none
  }
}

function asking(kind: 'image' | 'document' | 'video', path: string): Request {
  const media = { format: 'png' as MediaFormat, source: { path } }
  const part = kind === 'image' ? { image: media } : kind === 'document' ? { document: media } : { video: media }
  return { kind: 'chat', messages: [{ role: 'user', content: [part, { text: 'x' }] }] }
}

async function load(
  request: Request,
  files: Readonly<Record<string, Uint8Array>>,
  maxPixels?: number,
  cloud?: Outside['cloud']
): Promise<{ request: Request | undefined; told: string[] }> {
  const problems = new Problems()
  const loader = new MediaLoader(
    { workspace: workspaceOf(files), cloud: cloud && (async () => cloud) },
    { modelId: 'a.b', abilities, maxPixels }
  )
  const loaded = await loader.load(request, { file: 'd.csv', line: 2 }, problems)
  return { request: loaded, told: problems.list.map(({ message }) => message) }
}

describe('media of a question', () => {
  it('are read, and told by their bytes', async () => {
    const bytes = png(8)

    const { request, told } = await load(asking('image', 'a.png'), { 'a.png': bytes })

    expect(told).toEqual([])
    expect(request).toMatchObject({
      messages: [
        { content: [{ image: { format: 'png', source: { base64: bytes.toString('base64') } } }, { text: 'x' }] }
      ]
    })
  })

  it('are made smaller where the spec wants it', async () => {
    const { request } = await load(asking('image', 'a.png'), { 'a.png': png(64) }, 16)

    const [part] = request?.kind === 'chat' ? (request.messages[0]?.content ?? []) : []
    const source = part && 'image' in part ? part.image.source : undefined
    const bytes = Buffer.from(source && 'base64' in source ? source.base64 : '', 'base64')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([16, 16])
  })

  it.each<[string, Request, Record<string, Uint8Array>, RegExp]>([
    ['a missing file', asking('image', 'a.png'), {}, /^a\.png: there is no such file/],
    ['no picture', asking('image', 'a.png'), { 'a.png': Buffer.from('hello') }, /no PNG, JPEG, GIF or WebP/],
    [
      'a pointer of Git LFS',
      asking('document', 'a.txt'),
      { 'a.txt': Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\n') },
      /Git LFS pointer/
    ],
    ['no document', asking('document', 'a.pdf'), { 'a.pdf': Buffer.from([0, 1, 2]) }, /^a\.pdf: /],
    [
      'a file too large',
      asking('video', 'a.mp4'),
      { 'a.mp4': new Uint8Array(19_000_000) },
      /19\.0 MB; at most 18\.0 MB/
    ],
    ['S3 without AWS', asking('image', 's3://b/a.png'), {}, /this pass cannot reach AWS/]
  ])('are refused: %s', async (_name, request, files, message) => {
    const { request: loaded, told } = await load(request, files)

    expect(loaded).toBeUndefined()
    expect(told).toEqual([expect.stringMatching(message)])
  })

  it('in S3 are taken along, but for a video, which is named by its content', async () => {
    await using outside = new Outside()
    const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(40)])
    const uploads = { 'k/a.png': png(8), 'k/v.mp4': video, 'k/w.mp4': video }
    for (const [key, bytes] of Object.entries(uploads)) {
      await outside.bucket.put(key, {
        bytes: bytes.length,
        open: async function* () {
          yield bytes
        }
      })
    }

    const image = await load(asking('image', 's3://b/k/a.png'), {}, undefined, outside.cloud)
    const one = (await load(asking('video', 's3://b/k/v.mp4'), {}, undefined, outside.cloud)).request!
    const other = (await load(asking('video', 's3://b/k/w.mp4'), {}, undefined, outside.cloud)).request!

    expect(image.request).toMatchObject({
      messages: [{ content: [{ image: { source: { base64: expect.any(String) } } }, {}] }]
    })
    expect(one).toMatchObject({
      messages: [{ content: [{ video: { format: 'mp4', source: { s3Uri: 's3://b/k/v.mp4' } } }, {}] }]
    })
    const named = [one, other].map(request =>
      new MediaLoader(
        { workspace: workspaceOf({}), cloud: undefined },
        { modelId: 'a', abilities, maxPixels: undefined }
      ).named(
        canonicalJson(JSON.parse(JSON.stringify(request)) as JsonObject).replaceAll(/"sha256":"\w+"/g, ''),
        request
      )
    )
    expect(named[0]).toContain('"sha256:')
    expect(named[0]).toBe(named[1])
  })

  it('are read once for questions that follow each other', async () => {
    const workspace = workspaceOf({ 'a.png': png(8) })
    const loader = new MediaLoader({ workspace, cloud: undefined }, { modelId: 'a', abilities, maxPixels: undefined })

    for (let time = 0; time < 3; time++) await loader.load(asking('image', 'a.png'), { file: 'd' }, new Problems())

    expect(workspace.reads).toEqual(['a.png'])
  })
})
