/** Pictures inside a modelOutput. What they show is not looked at. */
import { ShapeError, text, type JsonObject } from '../json.ts'
import type { Picture } from './family.ts'

/** The first bytes of each format, as base64 spells them. */
const beginnings: readonly (readonly [string, Picture['format']])[] = [
  ['iVBORw0KGgo', 'png'],
  ['/9j/', 'jpeg'],
  ['UklGR', 'webp']
]

/** Throws ShapeError unless a PNG, JPEG or WebP in base64 stands at the path. */
export function picture(modelOutput: JsonObject, path: string): Picture {
  const base64 = text(modelOutput, path)
  const format = beginnings.find(([beginning]) => base64.startsWith(beginning))?.[1]
  if (format === undefined) throw new ShapeError(path, 'a PNG, JPEG or WebP in base64')
  return { format, base64 }
}
