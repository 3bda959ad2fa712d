/** What a document really is: by its first bytes, and by its name only where bytes cannot tell. */
import { documentFormats } from '../prompts/request.ts'

export type DocumentFormat = (typeof documentFormats)[number]

/** How much of a file is asked for. */
export const headBytes = 65_536

const endings: Readonly<Record<string, DocumentFormat>> = { htm: 'html', markdown: 'md', text: 'txt', log: 'txt' }
const written: readonly DocumentFormat[] = ['csv', 'html', 'txt', 'md']

/** `head`: the first bytes of the file, up to 64 KiB. Undefined for what no model takes as a document. */
export function documentFormat(path: string, head: Uint8Array): DocumentFormat | undefined {
  const ending = endingOf(path)
  const text = latin1(head)
  // Readers of PDF look for its mark in the first kilobyte.
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (text.startsWith('PK\u0003\u0004')) return officeFormat(text, ending)
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return ending === 'xls' || ending === 'doc' ? ending : undefined
  if (!isText(head)) return undefined
  if (/^[\s\ufeff]*<(!doctype html|html)[\s>]/i.test(text.replace(/^\xef\xbb\xbf/, ''))) return 'html'
  return ending !== undefined && written.includes(ending) ? ending : undefined
}

/** Why there is no format, for a person. */
export function documentFault(path: string, head: Uint8Array): { readonly message: string; readonly hint: string } {
  const ending = endingOf(path)
  const hint = `documents are ${documentFormats.join(', ')}`
  if (head.length === 0) return { message: 'the file is empty', hint }
  const text = latin1(head)
  const inside = ending === undefined ? 'is no document that models take' : `is not ${ending.toUpperCase()} inside`
  if (text.startsWith('PK\u0003\u0004') && text.includes('ppt/')) {
    return { message: 'the file is a PowerPoint presentation, which no model takes', hint: 'save it as PDF' }
  }
  if (isText(head)) {
    const message =
      ending === undefined ? 'the ending of the file names no document format' : `the file ${inside}, but text`
    return { message, hint }
  }
  return { message: `the file ${inside}`, hint }
}

function officeFormat(text: string, ending: DocumentFormat | undefined): DocumentFormat | undefined {
  // Names stand in clear before each packed file.
  const word = text.includes('word/')
  const excel = text.includes('xl/')
  if (word !== excel) return word ? 'docx' : 'xlsx'
  if (text.includes('ppt/')) return undefined
  return ending === 'docx' || ending === 'xlsx' ? ending : undefined
}

function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  try {
    // The last character may be cut where the head ends.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return head.length > 0
  } catch {
    return false
  }
}

function endingOf(path: string): DocumentFormat | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(endings, ending)) return endings[ending]
  return documentFormats.find(format => format === ending)
}

function latin1(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headBytes)).toString('latin1')
}
