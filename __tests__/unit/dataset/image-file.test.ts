import { describe, expect, it } from '@jest/globals'
import { readColumns } from '../../../src/dataset/columns.ts'
import { Problems } from '../../../src/problems.ts'
import { picture, webp } from '../media/pictures.ts'
import { filesOf, read } from './reading.ts'

const photo = picture('jpeg')

describe('a row that is an image', () => {
  it('has what the picture is, and the picture itself', async () => {
    const { rows, told } = await read({ 'img/Blue Hat.JPG': photo }, { key: 'path' })

    expect(told).toEqual([])
    expect(rows.map(row => ({ ...row, fields: { ...row.fields } }))).toEqual([
      {
        key: 'img/Blue Hat.JPG',
        fields: {
          path: 'img/Blue Hat.JPG',
          name: 'Blue Hat',
          extension: 'jpg',
          format: 'jpeg',
          width: 30,
          height: 20,
          bytes: photo.length
        },
        place: { file: 'img/Blue Hat.JPG' },
        media: { image: { format: 'jpeg', source: { path: 'img/Blue Hat.JPG' } } }
      }
    ])
  })

  it('is one of a dataset with numbers to choose by', async () => {
    const source = { files: ['a.png'], types: {} }

    const columns = await readColumns(source, filesOf({ 'a.png': picture('png') }), new Problems())

    expect(columns).toMatchObject({ complete: true, types: { width: 'number', height: 'number', bytes: 'number' } })
  })

  it('may say its size late', async () => {
    const preview = Buffer.alloc(65_535 + 2, 1)
    preview.writeUInt16BE(0xffe2, 0)
    preview.writeUInt16BE(65_535, 2)
    const late = Buffer.concat([photo.subarray(0, 2), ...Array.from({ length: 5 }, () => preview), photo.subarray(2)])

    const { rows } = await read({ 'a.jpg': late }, { key: 'path' })

    expect(rows[0]?.fields).toMatchObject({ width: 30, height: 20 })
  })

  it('is told by its bytes where its name says something else', async () => {
    const { rows, told } = await read({ 'a.png': photo, 'b.webp': webp(8, 9) }, { key: 'path' })

    expect(rows.map(({ fields }) => fields['format'])).toEqual(['jpeg', 'webp'])
    expect(told).toEqual(['warning a.png a.png is JPEG inside, and is treated as that'])
  })

  it.each([
    [Buffer.alloc(0), 'the file is empty'],
    [
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid'),
      'the file is a Git LFS pointer, the data itself was not checked out'
    ],
    [Buffer.from('<svg/>'), 'the file is no PNG, JPEG, GIF or WebP'],
    [photo.subarray(0, -30), 'the image breaks off'],
    [webp(3, 4).subarray(0, 60), 'the image breaks off'],
    [
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), Buffer.from([0xff, 0xd9])]),
      'the image is damaged: its size cannot be read'
    ]
  ])('is none where the file is not: %#', async (bytes, expected) => {
    const { rows, told } = await read({ 'a.jpg': bytes, 'b.jpg': photo }, { key: 'path' })

    expect(told).toEqual([`error a.jpg ${expected}`])
    expect(rows).toHaveLength(1)
  })
})
