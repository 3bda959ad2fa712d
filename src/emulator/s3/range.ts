/** The Range header: one range of bytes, as RFC 9110 has it. */
import type { Range } from './body.ts'
import { S3Error } from './error.ts'

/** Undefined: the whole object, also where the header is written in a way that servers ignore. Throws S3Error InvalidRange. */
export function readRange(header: string | undefined, bytes: number): Range | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return undefined
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  const start = first === '' ? Math.max(bytes - Number(last), 0) : Number(first)
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (start <= end) return { start, end }
  throw new S3Error('InvalidRange', {
    details: { RangeRequested: header ?? '', ActualObjectSize: String(bytes) },
    headers: { 'content-range': `bytes */${bytes}` }
  })
}
