/**
 * Foreign text made safe to look at: characters that steer a terminal, reorder a line or hide are shown as escapes.
 * Knows nothing of logs or Markdown, which escape further.
 */

/** Zero-width joiner and non-joiner stay: emoji and several scripts need them. */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu

/** `a\u202Eb` → `a\u{202E}b`, spelled out. Tab and line feed stay; CRLF becomes a line feed. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(hidden, char => `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
}

/** At most `most` characters, the last of them `…` when something was cut. Never leaves half a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = most - 1
  const splitsPair = /[\ud800-\udbff]$/.test(text.slice(0, end))
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`
}
