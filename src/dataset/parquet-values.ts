/**
 * What a stored value of Parquet becomes in JSON, without loss: a number where a double holds it exactly, else its digits as
 * text. Pages and files are not known here. https://github.com/apache/parquet-format/blob/master/LogicalTypes.md
 */
import { isUtf8 } from 'node:buffer'
import type { SchemaElement, TimeUnit } from 'hyparquet'
import type { JsonValue } from '../json.ts'
import type { CellType } from '../spec/spec.ts'
import { exactJson } from './exact-json.ts'

type Stored = boolean | number | bigint | Uint8Array
type Convert = (value: Stored) => JsonValue

export interface ValueType {
  readonly cell: CellType
  readonly convert: Convert
}

/** A text that cannot be one; its message names no content. */
export class BadValue extends Error {
  override readonly name = 'BadValue'
}

/** Undefined for types that have no sensible JSON: BSON, intervals, variants. */
export function valueType(element: SchemaElement): ValueType | undefined {
  const { type, converted_type: converted, logical_type: logical } = element
  if (converted === 'BSON' || converted === 'INTERVAL') return undefined
  if (logical?.type === 'BSON' || logical?.type === 'INTERVAL' || logical?.type === 'VARIANT') return undefined
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
    return { cell: 'number', convert: value => decimal(unscaled(value), scale) }
  }
  switch (type) {
    case 'BOOLEAN':
      return { cell: 'boolean', convert: value => Boolean(value) }
    case 'INT32':
    case 'INT64':
      return ofInteger(element)
    case 'INT96':
      return { cell: 'text', convert: value => instant(julian(big(value)), 1_000_000_000n, 'Z') }
    case 'FLOAT':
      return { cell: 'number', convert: value => single(Number(value)) }
    case 'DOUBLE':
      return { cell: 'number', convert: value => finite(Number(value)) }
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      return ofBytes(element)
    case undefined:
      return undefined
  }
}

function ofInteger({ type, converted_type: converted, logical_type: logical }: SchemaElement): ValueType {
  const unsigned = converted?.startsWith('UINT') === true || (logical?.type === 'INTEGER' && !logical.isSigned)
  const bits = type === 'INT32' ? 32 : 64
  const whole = unsigned ? (value: Stored) => BigInt.asUintN(bits, big(value)) : big
  if (converted === 'DATE' || logical?.type === 'DATE') return { cell: 'text', convert: value => date(Number(value)) }
  if (logical?.type === 'TIMESTAMP') {
    const zone = logical.isAdjustedToUTC ? 'Z' : ''
    return { cell: 'text', convert: value => instant(big(value), perSecond[logical.unit], zone) }
  }
  if (logical?.type === 'TIME') return { cell: 'text', convert: value => clock(big(value), perSecond[logical.unit]) }
  const legacy = converted === undefined ? undefined : legacyTimes[converted]
  if (legacy !== undefined) return { cell: 'text', convert: value => legacy(big(value)) }
  if (type === 'INT32' && !unsigned) return { cell: 'number', convert: value => Number(value) }
  return { cell: 'number', convert: value => exact(whole(value)) }
}

function ofBytes({ type, converted_type: converted, logical_type: logical }: SchemaElement): ValueType {
  if (logical?.type === 'UUID') return { cell: 'text', convert: value => uuid(bytes(value)) }
  if (logical?.type === 'FLOAT16') return { cell: 'number', convert: value => half(bytes(value)) }
  if (converted === 'JSON' || logical?.type === 'JSON')
    return { cell: 'json', convert: value => json(utf8(bytes(value))) }
  const isText = converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING' || logical?.type === 'ENUM'
  if (isText) return { cell: 'text', convert: value => utf8(bytes(value)) }
  const isShape = logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY'
  if (type === 'FIXED_LEN_BYTE_ARRAY' || isShape) return { cell: 'text', convert: value => base64(bytes(value)) }
  // Older writers do not say that their text is text.
  return { cell: 'text', convert: value => (isUtf8(bytes(value)) ? utf8(bytes(value)) : base64(bytes(value))) }
}

const perSecond: Readonly<Record<TimeUnit, bigint>> = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n }

/** Before logical types, all times were meant in UTC. */
const legacyTimes: Readonly<Record<string, (value: bigint) => JsonValue>> = {
  TIMESTAMP_MILLIS: value => instant(value, 1000n, 'Z'),
  TIMESTAMP_MICROS: value => instant(value, 1_000_000n, 'Z'),
  TIME_MILLIS: value => clock(value, 1000n),
  TIME_MICROS: value => clock(value, 1_000_000n)
}

function big(value: Stored): bigint {
  if (typeof value === 'bigint') return value
  if (value instanceof Uint8Array) throw new BadValue('bytes where a number belongs')
  return BigInt(value)
}

function bytes(value: Stored): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new BadValue('a number where bytes belong')
}

function exact(value: bigint): JsonValue {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

function finite(value: number): JsonValue {
  return Number.isFinite(value) ? value : null
}

/** The shortest number that is stored as this one: 0.1 and not 0.10000000149011612. */
function single(value: number): JsonValue {
  if (!Number.isFinite(value)) return null
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return Number(value.toPrecision(9))
}

function half(pair: Uint8Array): JsonValue {
  const word = (pair[0] ?? 0) | ((pair[1] ?? 0) << 8)
  const sign = word >> 15 === 0 ? 1 : -1
  const exponent = (word >> 10) & 0x1f
  const fraction = (word & 0x3ff) / 1024
  if (exponent === 0x1f) return null
  return exponent === 0 ? sign * 2 ** -14 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction)
}

/** Two's complement, the first byte the highest. */
function unscaled(value: Stored): bigint {
  if (!(value instanceof Uint8Array)) return big(value)
  if (value.length === 0) return 0n
  return BigInt.asIntN(value.length * 8, BigInt(`0x${Buffer.from(value).toString('hex')}`))
}

/** A double keeps any fifteen digits. */
function decimal(value: bigint, scale: number): JsonValue {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const sign = value < 0n ? '-' : ''
  const point = digits.length - scale
  const text = scale > 0 ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : `${sign}${digits}`
  return digits.replace(/^0+/, '').length <= 15 ? Number(text) : text
}

function date(days: number): JsonValue {
  return iso(days * 86_400_000)?.slice(0, 10) ?? String(days)
}

function instant(value: bigint, units: bigint, zone: string): JsonValue {
  const fraction = ((value % units) + units) % units
  const seconds = (value - fraction) / units
  const text = iso(Number(seconds) * 1000)
  return text === undefined ? String(value) : `${text.slice(0, 19)}${decimals(fraction, units)}${zone}`
}

function clock(value: bigint, units: bigint): JsonValue {
  const text = value < 0n ? undefined : iso(Number(value / units) * 1000)
  return text === undefined ? String(value) : `${text.slice(11, 19)}${decimals(value % units, units)}`
}

/** Three, six or nine digits; none for a whole second. */
function decimals(fraction: bigint, units: bigint): string {
  if (fraction === 0n) return ''
  const digits = String(fraction).padStart(String(units).length - 1, '0')
  return `.${digits.replace(/(000)+$/, '')}`
}

/** Undefined outside of the years 0 to 9999, which have four digits. */
function iso(ms: number): string | undefined {
  return ms >= -62_167_219_200_000 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : undefined
}

/** Nanoseconds since 1970 from the day, counted as astronomers do, and the nanoseconds in it. */
function julian(value: bigint): bigint {
  return ((value >> 64n) - 2_440_588n) * 86_400_000_000_000n + (value & 0xffff_ffff_ffff_ffffn)
}

function uuid(value: Uint8Array): JsonValue {
  const hex = Buffer.from(value).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function utf8(value: Uint8Array): string {
  const buffer = Buffer.from(value.buffer, value.byteOffset, value.length)
  if (!isUtf8(buffer)) throw new BadValue('a text that is not UTF-8')
  return buffer.toString('utf8')
}

function base64(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64')
}

function json(text: string): JsonValue {
  try {
    return exactJson(text)
  } catch {
    throw new BadValue('a value of type JSON that is not JSON')
  }
}
