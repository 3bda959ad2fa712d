/** Pictures that are measured: drawn with as much noise as a photograph has, the same on every machine. */
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mixed } from './words.ts'

export interface PictureKind {
  readonly title: string
  readonly format: 'jpeg' | 'png'
  readonly width: number
  readonly height: number
}

export interface PictureFiles {
  /** Holds `0.jpeg`, `1.jpeg` and so on. */
  readonly folder: string
  /** Of one. */
  readonly bytes: number
}

export async function writePictures(folder: string, kind: PictureKind, count: number): Promise<PictureFiles> {
  await mkdir(folder, { recursive: true })
  const first = join(folder, `0.${kind.format}`)
  await writeFile(first, await draw(kind))
  for (let number = 1; number < count; number++) await copyFile(first, join(folder, `${number}.${kind.format}`))
  return { folder, bytes: (await stat(first)).size }
}

async function draw({ format, width, height }: PictureKind): Promise<Uint8Array> {
  const { Jimp } = await import('../media/jimp.ts')
  const picture = new Jimp({ width, height })
  const { data } = picture.bitmap
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    const noise = mixed(pixel) % 24
    data[pixel * 4] = (x * 200) / width + noise
    data[pixel * 4 + 1] = (y * 200) / height + noise
    data[pixel * 4 + 2] = 120 + 80 * Math.sin((x + y) / 90) + noise
    data[pixel * 4 + 3] = 255
  }
  return format === 'png' ? picture.getBuffer('image/png') : picture.getBuffer('image/jpeg', { quality: 88 })
}
