/** Git LFS leaves a small text in place of a file that was not fetched. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */

const firstLine = 'version https://git-lfs.github.com/spec/v1'

export function isLfsPointer(head: Uint8Array | string): boolean {
  if (typeof head === 'string') return head.startsWith(firstLine)
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, firstLine.length)).toString() === firstLine
}

export const lfsFault = {
  message: 'the file is a Git LFS pointer, the data itself was not checked out',
  hint: 'add `lfs: true` to actions/checkout'
} as const
