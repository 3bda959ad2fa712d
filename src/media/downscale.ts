/**
 * Makes a PNG or JPEG smaller, in plain JavaScript and with fixed settings: the bytes decide the recordId, so the same
 * picture has to give the same bytes on every machine. A test pins them.
 */
import type { ImageFormat } from './image.ts'
import { inspectImage } from './image.ts'
import { canShrink } from './check-image.ts'

export interface Scaled {
  readonly bytes: Uint8Array
  readonly format: ImageFormat
}

/** Why a picture cannot be made smaller. */
export interface ScaleFault {
  readonly fault: string
  readonly hint: string
}

/** Four bytes each in memory while it is worked on, a few times over: above, a small file could take all there is. */
const maxDecodedPixels = 50_000_000
const jpegQuality = 85
/** Of the side, for each further try to come below `maxBytes`. */
const step = 0.8
const leastSide = 16

/**
 * `maxPixels`: of the longer side. `maxBytes`: of the file; the picture gets smaller in steps until it fits. One that
 * fits already is given back as it is. A picture that was turned by a tag comes back upright and without the tag.
 */
export async function downscale(
  bytes: Uint8Array,
  format: ImageFormat,
  maxPixels: number | undefined,
  maxBytes: number | undefined
): Promise<Scaled | ScaleFault> {
  const facts = inspectImage(bytes)
  if (facts === undefined) return { fault: 'the picture cannot be read', hint: 'is the file whole?' }
  const longer = Math.max(facts.width, facts.height)
  const side = Math.min(longer, maxPixels ?? longer)
  if (side === longer && (maxBytes === undefined || bytes.length <= maxBytes)) return { bytes, format }
  if (!canShrink(format)) {
    const hint = 'save it as PNG or JPEG, or make it smaller yourself'
    return { fault: `${format === 'gif' ? 'a GIF' : 'a WebP'} cannot be made smaller here`, hint }
  }
  if (facts.width * facts.height > maxDecodedPixels) {
    const fault = `${facts.width} × ${facts.height} pixels are too many to make smaller; at most ${maxDecodedPixels} are read`
    return { fault, hint: 'make it smaller yourself' }
  }
  return shrink(bytes, format, { longer, side, maxBytes })
}

interface Goal {
  readonly longer: number
  readonly side: number
  readonly maxBytes: number | undefined
}

async function shrink(bytes: Uint8Array, format: 'png' | 'jpeg', goal: Goal): Promise<Scaled | ScaleFault> {
  const { Jimp } = await import('./jimp.ts')
  const limits = { maxResolutionInMP: maxDecodedPixels / 1e6, maxMemoryUsageInMB: 2048 }
  let picture: Awaited<ReturnType<typeof Jimp.fromBuffer>>
  try {
    picture = await Jimp.fromBuffer(Buffer.from(bytes), { 'image/jpeg': limits })
  } catch {
    return { fault: 'the picture cannot be read', hint: 'is the file whole?' }
  }
  for (let { side } = goal; side >= leastSide; side = Math.floor(side * step)) {
    const copy = picture.clone()
    if (side < goal.longer) copy.scaleToFit({ w: side, h: side })
    const smaller =
      format === 'png'
        ? await copy.getBuffer('image/png')
        : await copy.getBuffer('image/jpeg', { quality: jpegQuality })
    if (goal.maxBytes === undefined || smaller.length <= goal.maxBytes) return { bytes: smaller, format }
  }
  return { fault: `the picture does not get below ${goal.maxBytes ?? 0} bytes`, hint: 'allow more bytes' }
}
