import { describe, expect, it } from '@jest/globals'
import type { SchemaElement } from 'hyparquet'
import { valueType } from '../../../src/dataset/parquet-values.ts'
import type { JsonValue } from '../../../src/json.ts'

type Stored = boolean | number | bigint | Uint8Array
type Case = readonly [what: string, element: Omit<SchemaElement, 'name'>, stored: Stored, json: JsonValue]

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
const micros = { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } as const

const cases: readonly Case[] = [
  ['a number of 32 bits', { type: 'INT32' }, -7, -7],
  ['the same without a sign', { type: 'INT32', converted_type: 'UINT_32' }, -1, 4_294_967_295],
  ['a number that a double holds', { type: 'INT64' }, 9_007_199_254_740_991n, 9_007_199_254_740_991],
  ['one that it does not', { type: 'INT64' }, 9_007_199_254_740_993n, '9007199254740993'],
  ['one without a sign', { type: 'INT64', converted_type: 'UINT_64' }, -1n, '18446744073709551615'],
  ['a float as it was written', { type: 'FLOAT' }, Math.fround(0.1), 0.1],
  ['a float that needs nine digits', { type: 'FLOAT' }, Math.fround(16_777_217.5), 16_777_218],
  ['no number at all', { type: 'DOUBLE' }, Number.NaN, null],
  ['no end', { type: 'FLOAT' }, Infinity, null],
  ['half a float', { type: 'FIXED_LEN_BYTE_ARRAY', logical_type: { type: 'FLOAT16' } }, bytes('003c'), 1],
  ['a truth', { type: 'BOOLEAN' }, true, true],
  ['a decimal', { type: 'INT32', converted_type: 'DECIMAL', scale: 2 }, 435, 4.35],
  ['a decimal below one', { type: 'INT64', converted_type: 'DECIMAL', scale: 4 }, -5n, -0.0005],
  ['a decimal in bytes', { type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 1 }, bytes('ff85'), -12.3],
  [
    'a decimal of more than fifteen digits',
    { type: 'FIXED_LEN_BYTE_ARRAY', converted_type: 'DECIMAL', scale: 3 },
    bytes('112210f47de98115'),
    '1234567890123456.789'
  ],
  ['a day', { type: 'INT32', converted_type: 'DATE' }, 20_000, '2024-10-04'],
  ['a day before 1970', { type: 'INT32', logical_type: { type: 'DATE' } }, -1, '1969-12-31'],
  ['a day that no calendar has', { type: 'INT32', converted_type: 'DATE' }, 2_000_000_000, '2000000000'],
  ['an instant', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, 1500n, '1970-01-01T00:00:01.500Z'],
  ['a time of some place', { type: 'INT64', logical_type: micros }, 1_000_001n, '1970-01-01T00:00:01.000001'],
  ['a time before 1970', { type: 'INT64', logical_type: micros }, -1n, '1969-12-31T23:59:59.999999'],
  [
    'a nanosecond',
    { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } },
    1_700_000_000_000_000_001n,
    '2023-11-14T22:13:20.000000001Z'
  ],
  ['an instant as Impala has it', { type: 'INT96' }, (2_440_589n << 64n) | 5_000_000_000n, '1970-01-02T00:00:05Z'],
  ['a time of day', { type: 'INT32', converted_type: 'TIME_MILLIS' }, 3_723_004, '01:02:03.004'],
  ['a text', { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, Buffer.from('é'), 'é'],
  ['a text that does not say so', { type: 'BYTE_ARRAY' }, Buffer.from('é'), 'é'],
  ['bytes', { type: 'BYTE_ARRAY' }, bytes('ff00'), '/wA='],
  ['so many bytes', { type: 'FIXED_LEN_BYTE_ARRAY' }, Buffer.from('ab'), 'YWI='],
  ['JSON', { type: 'BYTE_ARRAY', converted_type: 'JSON' }, Buffer.from('{"a":[1]}'), { a: [1] }],
  [
    'a UUID',
    { type: 'FIXED_LEN_BYTE_ARRAY', logical_type: { type: 'UUID' } },
    bytes('00112233445566778899aabbccddeeff'),
    '00112233-4455-6677-8899-aabbccddeeff'
  ]
]

describe('a stored value', () => {
  it.each(cases)('becomes JSON: %s', (_what, element, stored, json) => {
    const type = valueType({ name: 'x', ...element })

    expect(type?.convert(stored)).toEqual(json)
  })

  it.each([{ converted_type: 'BSON' }, { converted_type: 'INTERVAL' }, { logical_type: { type: 'VARIANT' } }] as const)(
    'has no JSON: %j',
    annotation => {
      expect(valueType({ name: 'x', type: 'BYTE_ARRAY', ...annotation })).toBeUndefined()
    }
  )

  it.each([
    [{ converted_type: 'UTF8' }, bytes('ff'), 'a text that is not UTF-8'],
    [{ converted_type: 'JSON' }, Buffer.from('{'), 'a value of type JSON that is not JSON']
  ] as const)('that lies about its type is refused: %j', (annotation, stored, message) => {
    const type = valueType({ name: 'x', type: 'BYTE_ARRAY', ...annotation })

    expect(() => type?.convert(stored)).toThrow(message)
  })
})
