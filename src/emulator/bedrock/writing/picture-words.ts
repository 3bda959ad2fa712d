/** What can be said of a picture by its size and colour alone. */
import type { Medium } from '../media/medium.ts'
import { capitalised } from './facts.ts'
import { listed } from './summary.ts'

/** One sentence for each medium; empty where there is none. */
export function picturesTold(media: readonly Medium[]): string {
  return media.map(medium => `${capitalised(medium.told)}.`).join(' ')
}

export function pictureTitle(media: readonly Medium[]): string {
  const pictures = media.filter(one => one.kind === 'picture')
  return capitalised(listed(pictures.map(one => `${one.colour ?? 'untold'} ${orientation(one)}`)))
}

export function pictureWords(medium: Medium): string[] {
  if (medium.kind !== 'picture') return [medium.kind]
  const words = [medium.colour, orientation(medium), medium.format, size(medium)]
  return words.filter(word => word !== undefined)
}

function orientation({ width = 1, height = 1 }: Medium): string {
  return width > height * 1.1 ? 'landscape' : height > width * 1.1 ? 'portrait' : 'square'
}

function size({ width = 0, height = 0 }: Medium): string {
  const pixels = width * height
  return pixels < 10_000 ? 'icon' : pixels < 1_000_000 ? 'small' : 'large'
}
