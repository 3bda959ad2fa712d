/** Which format a file is in. How a format is read is not known here. */
import type { Problems } from '../problems.ts'
import { datasetFormats, formatByExtension, formatsByExtension } from '../spec/formats.ts'
import type { DatasetFormat } from '../spec/spec.ts'

/**
 * The one format of all files: `format` where the spec names it, else by extension. A Problem, and undefined, for an
 * ending that says nothing and for files of different formats: their columns could not be known from the first file.
 */
export function formatOf(
  files: readonly string[],
  format: DatasetFormat | undefined,
  problems: Problems
): DatasetFormat | undefined {
  if (format !== undefined) return format
  const found = new Map<DatasetFormat, string>()
  for (const file of files) {
    const known = formatByExtension(file)
    if (known === undefined) {
      unknown(file, problems)
      return
    }
    if (!found.has(known)) found.set(known, file)
  }
  const [first, second] = found
  if (first !== undefined && second !== undefined) {
    problems.error(
      `the files of one dataset must have one format, but ${first[1]} is ${first[0]} and ${second[1]} is ${second[0]}`,
      { file: second[1] },
      'give each format a spec of its own, or name one with `dataset.format`'
    )
    return undefined
  }
  return first?.[0]
}

function unknown(file: string, problems: Problems): undefined {
  const endings = Object.keys(formatsByExtension).map(ending => `.${ending}`)
  const formats = `${datasetFormats.slice(0, -1).join(', ')} or ${datasetFormats.at(-1) ?? ''}`
  problems.error(
    `the ending of ${file} names no dataset format`,
    { file },
    `known endings are ${endings.join(', ')}; for another ending set dataset.format to ${formats}`
  )
}
