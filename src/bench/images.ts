/** From a picture's file to a record of Claude's: by hand, as it is, and made smaller on the way. */
import { join } from 'node:path'
import { temporaryFolder } from './folder.ts'
import { writePictures, type PictureKind } from './picture-files.ts'
import { flat, verdict, workTable, type Way } from './table.ts'
import { runTask } from './tasks.ts'

const kinds: readonly PictureKind[] = [
  { title: 'JPEG', format: 'jpeg', width: 3000, height: 2000 },
  { title: 'PNG', format: 'png', width: 1400, height: 1000 }
]

const longerSide = 1024
const smallerOnesOf = 20

export async function benchImages(
  pictures: number,
  tell: (line: string) => void,
  pictured: readonly PictureKind[] = kinds
): Promise<string> {
  await using folder = await temporaryFolder()
  const parts: string[] = []
  for (const kind of pictured) {
    tell(`drawing ${kind.title}`)
    parts.push(await benchKind(kind, pictures, join(folder.path, kind.format)))
  }
  return [`(f) Pictures to records, one after the other.`, ...parts].join('\n\n')
}

async function benchKind(kind: PictureKind, pictures: number, folder: string): Promise<string> {
  const { bytes } = await writePictures(folder, kind, pictures)
  const way = async (name: string, how: string | number, many: number): Promise<Way> => {
    const few = Math.max(1, Math.round(many / 10))
    return {
      name,
      items: many,
      bytes: bytes * many,
      few: await runTask('load-pictures', [folder, kind.format, few, how], folder),
      many: await runTask('load-pictures', [folder, kind.format, many, how], folder)
    }
  }
  const byHand = await way('by hand', 'by-hand', pictures)
  const asIs = await way('as they are', 'as-is', pictures)
  const smaller = await way(`made ${longerSide} px`, longerSide, Math.max(1, Math.round(pictures / smallerOnesOf)))
  const work = { of: 'pictures', items: pictures, bytes: bytes * pictures, fewItems: Math.round(pictures / 10) }
  const rate = (bytes * pictures) / 1e6 / asIs.many.seconds
  return [
    `${kind.title} of ${kind.width} × ${kind.height}, ${(bytes / 1e6).toFixed(2)} MB; ${smaller.items ?? 0} of them are made smaller:`,
    '',
    workTable(work, [byHand, asIs, smaller], byHand),
    '',
    verdict('at least 100 MB/s as they are', rate >= 100, `${Math.round(rate)} MB/s`),
    flat([asIs], 'pictures')
  ].join('\n')
}
