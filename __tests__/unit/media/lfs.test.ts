import { describe, expect, it } from '@jest/globals'
import { isLfsPointer } from '../../../src/media/lfs.ts'

describe('a pointer of Git LFS', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0f3\nsize 12\n'

  it.each([
    [pointer, true],
    [Buffer.from(pointer), true],
    [Buffer.from(`\n${pointer}`), false],
    [Buffer.from('version'), false],
    [Buffer.alloc(0), false]
  ])('is known by its first line: %j', (head, expected) => {
    expect(isLfsPointer(head)).toBe(expected)
  })
})
