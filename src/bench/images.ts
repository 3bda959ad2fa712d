/** From a picture's file to a record of Claude's: by hand, as it is, and made smaller on the way. */
import { join } from 'node:path'
import { temporaryFolder } from './folder.ts'
import { writePictures, type PictureKind } from './picture-files.ts'
import { flat, verdict, workTable, type Way } from './table.ts'
import { runTask, type RunTask } from './tasks.ts'

const kinds: readonly PictureKind[] = [
  { title: 'JPEG', format: 'jpeg', width: 3000, height: 2000 },
  { title: 'PNG', format: 'png', width: 1400, height: 1000 }
]

const longerSide = 1024
const smallerOnesOf = 20
/** A twentieth of a gigabyte has to pass before memory is what it stays. */
const fewer = 4

export async function benchImages(
  pictures: number,
  tell: (line: string) => void,
  pictured: readonly PictureKind[] = kinds,
  run: RunTask = runTask
): Promise<string> {
  await using folder = await temporaryFolder()
  const parts: string[] = []
  for (const kind of pictured) {
    tell(`drawing ${kind.title}`)
    parts.push(await benchKind(kind, pictures, join(folder.path, kind.format), run))
  }
  const says = `(f) Pictures to records of Claude, one after the other: read, looked at, rendered, spelled, named. By hand: read, and put into a line.`
  return [says, ...parts].join('\n\n')
}

async function benchKind(kind: PictureKind, pictures: number, folder: string, run: RunTask): Promise<string> {
  const { bytes } = await writePictures(folder, kind, pictures)
  const way = async (name: string, how: string | number, many: number): Promise<Way> => {
    const few = Math.max(1, Math.round(many / fewer))
    return {
      name,
      items: many,
      bytes: bytes * many,
      few: await run('load-pictures', [folder, kind.format, few, how], folder),
      many: await run('load-pictures', [folder, kind.format, many, how], folder)
    }
  }
  const byHand = await way('by hand', 'by-hand', pictures)
  const asIs = await way('as they are', 'as-is', pictures)
  const smaller = await way(`made ${longerSide} px`, longerSide, Math.max(1, Math.round(pictures / smallerOnesOf)))
  const work = { of: 'pictures', items: pictures, bytes: bytes * pictures, fewItems: Math.round(pictures / fewer) }
  const slower = asIs.many.cpuSeconds / byHand.many.cpuSeconds
  return [
    `${kind.title} of ${kind.width} × ${kind.height}, ${(bytes / 1e6).toFixed(2)} MB; ${smaller.items ?? 0} of them are made smaller:`,
    '',
    workTable(work, [byHand, asIs, smaller], byHand),
    '',
    verdict('as they are, at most 2.5 times the CPU of by hand', slower <= 2.5, `${slower.toFixed(2)} times`),
    flat([asIs], 'four times the pictures')
  ].join('\n')
}
