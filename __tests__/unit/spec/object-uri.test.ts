import { describe, expect, it } from '@jest/globals'
import { globExpression, objectUriFault, readObjectUri } from '../../../src/spec/object-uri.ts'

describe('the URI of an object', () => {
  it('is a bucket and a key, whatever the key is like', () => {
    expect(readObjectUri('s3://b.c/a b/ü?#.csv')).toEqual({ bucket: 'b.c', key: 'a b/ü?#.csv' })
  })

  it.each([
    ['s3://my-bucket/data/a.csv', undefined],
    ['s3://my-bucket/data/', 'names a folder; to read what lies in it, write s3://my-bucket/data/*'],
    ['s3://my-bucket', 'names a bucket and no object'],
    ['s3://my-bucket/', 'names a bucket and no object'],
    ['s3:///a.csv', 'names "", which cannot be a bucket'],
    ['s3://My_Bucket/a.csv', 'names "My_Bucket", which cannot be a bucket'],
    [`s3://my-bucket/${'x'.repeat(1025)}`, 'has a key that is longer than 1024 bytes']
  ])('may be none: %s', (uri, fault) => {
    expect(objectUriFault(uri)).toBe(fault)
  })

  it.each([
    ['data/*.jsonl', 'data/a.jsonl', true],
    ['data/*.jsonl', 'data/x/a.jsonl', false],
    ['data/*.jsonl', 'data/ajsonl', false],
    ['data/**/*.jsonl', 'data/a.jsonl', true],
    ['data/**/*.jsonl', 'data/x/y/a.jsonl', true],
    ['data/**/*.jsonl', 'data2/a.jsonl', false],
    ['year=*/part-?.parquet', 'year=2026/part-1.parquet', true],
    ['year=*/part-?.parquet', 'year=2026/part-11.parquet', false],
    ['a+(b)[c]{d}.*', 'a+(b)[c]{d}.csv', true],
    ['a+(b)[c]{d}.*', 'aa(b)c{d}.csv', false]
  ])('stands for several: %s, %s: %s', (pattern, key, expected) => {
    expect(globExpression(pattern).test(key)).toBe(expected)
  })
})
