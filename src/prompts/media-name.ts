/** A file's name → a part of a question that only names it. What the file is, its bytes tell later. */
import type { Place, Problems } from '../problems.ts'
import { documentFormats, imageFormats, videoFormats } from './request.ts'
import type { MediaFormat, Part } from './request.ts'

const byKind = { image: imageFormats, document: documentFormats, video: videoFormats } as const

const spellings: Readonly<Record<string, MediaFormat>> = {
  jpg: 'jpeg',
  jpe: 'jpeg',
  htm: 'html',
  text: 'txt',
  markdown: 'md',
  '3gp': 'three_gp'
}

/** Undefined after a Problem: an ending that no such file has. */
export function mediaNamed(
  kind: 'image' | 'document' | 'video',
  name: string,
  place: Place,
  problems: Problems
): Part | undefined {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const format = spellings[ending] ?? ending
  const known: readonly string[] = byKind[kind]
  if (!known.includes(format)) {
    problems.error(
      `${JSON.stringify(name)} does not end like ${kind === 'image' ? 'an image' : `a ${kind}`}`,
      place,
      `known endings are ${known.map(one => `.${one === 'three_gp' ? '3gp' : one}`).join(', ')}`
    )
    return undefined
  }
  const media = { format: format as MediaFormat, source: { path: name } }
  if (kind === 'image') return { image: media }
  return kind === 'video' ? { video: media } : { document: { ...media, name: documentName(name) } }
}

/**
 * What a model is told that a document is called: only these characters, no runs of spaces.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
 */
export function documentName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const clean = file
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9\-()[\] ]+/g, '-')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 200)
  return clean === '' || clean === '-' ? 'document' : clean
}
