/** Whether a model takes a picture, and if not by how much. What the model is comes in as data. */
import type { Abilities } from '../models/family.ts'
import { problem, type Place, type Problem } from '../problems.ts'
import type { ImageFacts, ImageFormat } from './image.ts'

export interface ImageTaker {
  readonly modelId: string
  readonly abilities: Pick<Abilities, 'images' | 'maxImageBytes' | 'maxImagePixels'>
}

/**
 * `path`: how the picture is called; `place`: what to mark, the picture itself or the row that names it. An ending that
 * says something else than the bytes is a warning: models go by what they are told, and they are told what it is.
 */
export function checkImage(
  image: ImageFacts & { readonly bytes: number; readonly path: string },
  taker: ImageTaker,
  place: Place
): readonly Problem[] {
  const name = image.path.slice(image.path.lastIndexOf('/') + 1)
  const { images, maxImageBytes, maxImagePixels } = taker.abilities
  if (images.length === 0) return [problem('error', `${taker.modelId} takes no images`, place)]
  if (!images.includes(image.format)) {
    const hint = `it takes ${images.map(spoken).join(', ')}`
    return [problem('error', `${name} is ${spoken(image.format)}, which ${taker.modelId} does not take`, place, hint)]
  }
  const remedy = canShrink(image.format)
    ? 'set media.maxPixels to have it made smaller'
    : `${spoken(image.format)} is not made smaller here: save it as PNG or JPEG`
  const found = [...misnamed(image, name, place)]
  if (maxImageBytes !== undefined && image.bytes > maxImageBytes) {
    const over = megabytes(image.bytes - maxImageBytes)
    const says = `${name} has ${megabytes(image.bytes)}; ${taker.modelId} takes ${megabytes(maxImageBytes)}: ${over} too many`
    found.push(problem('error', says, place, remedy))
  }
  const longer = Math.max(image.width, image.height)
  if (maxImagePixels !== undefined && longer > maxImagePixels) {
    const says = `${name} has ${image.width} × ${image.height} pixels; ${taker.modelId} takes ${maxImagePixels} on a side: ${longer - maxImagePixels} too many`
    found.push(problem('error', says, place, remedy))
  }
  return found
}

export function canShrink(format: ImageFormat): format is 'png' | 'jpeg' {
  return format === 'png' || format === 'jpeg'
}

/** The warning for a picture whose ending names another format. */
export function misnamed(image: ImageFacts, name: string, place: Place): readonly Problem[] {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const said = ending === 'jpg' ? 'jpeg' : ending
  if (!['png', 'jpeg', 'gif', 'webp'].includes(said) || said === image.format) return []
  return [problem('warning', `${name} is ${spoken(image.format)} inside, and is treated as that`, place)]
}

function spoken(format: ImageFormat): string {
  return format === 'webp' ? 'WebP' : format.toUpperCase()
}

/** Down to ten kilobytes, so that a difference is never shown as none. */
function megabytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`
  return `${Math.round(bytes / 10_000) / 100} MB`
}
