/** Bytes → text, strictly: a spec is UTF-8 of bounded size. Knows nothing of YAML. */
import { type Problem, problem } from '../problems.ts'

/** Specs are written by hand; data belongs into the dataset. */
export const maxSpecBytes = 1024 * 1024

export type Text = { readonly text: string } | { readonly problem: Problem }

/** The text without its byte order mark, or the first thing that makes it unreadable, with line and column. */
export function readUtf8(bytes: Uint8Array, file: string): Text {
  if (bytes.length > maxSpecBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    return refused(
      `the spec is ${size} MiB; the most is 1 MiB`,
      file,
      'Put long texts and lists into files of their own.'
    )
  }
  const utf16 = utf16Mark(bytes)
  if (utf16) return refused(`the spec is written in ${utf16}, not in UTF-8`, file, 'Save it as UTF-8 in your editor.')
  const nul = bytes.indexOf(0)
  if (nul >= 0) return refusedAt('the spec contains a NUL byte', bytes, nul, file)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const offset = firstInvalid(bytes)
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase()
    return refusedAt(`the spec is not valid UTF-8: byte 0x${byte}`, bytes, offset, file)
  }
}

function utf16Mark(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)'
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)'
  // Without a mark: a text that begins with an ASCII character has a zero for its neighbour.
  if (bytes.length >= 4 && first === 0 && second !== 0 && bytes[2] === 0) return 'UTF-16 (big endian)'
  if (bytes.length >= 4 && first !== 0 && second === 0 && bytes[3] === 0) return 'UTF-16 (little endian)'
  return undefined
}

/** The first byte at which decoding fails: the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length
  while (valid < invalid) {
    const middle = Math.ceil((valid + invalid) / 2)
    if (decodes(bytes.subarray(0, middle), { stream: true })) valid = middle
    else invalid = middle - 1
  }
  // What decodes may end with the first bytes of a sequence that is wrong as a whole.
  while (valid > 0 && !decodes(bytes.subarray(0, valid), { stream: false })) valid--
  return valid
}

/** In a stream, a sequence that is cut at the end is not wrong yet. */
function decodes(bytes: Uint8Array, { stream }: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}

function refused(message: string, file: string, hint: string): Text {
  return { problem: problem('error', message, { file }, hint) }
}

function refusedAt(message: string, bytes: Uint8Array, offset: number, file: string): Text {
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  return { problem: problem('error', message, { file, line, column }, 'Save it as UTF-8 in your editor.') }
}
