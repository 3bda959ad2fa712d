/** Lines are counted at `\n` and nowhere else: U+2028 and a lone `\r` are content. */

/** How many line ends stand in text[from, to). */
export function countLines(text: string, from = 0, to = text.length): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The column of an offset, from 1, in UTF-16 units as editors count them. */
export function columnAt(text: string, offset: number): number {
  return offset === 0 ? 1 : offset - text.lastIndexOf('\n', offset - 1)
}
