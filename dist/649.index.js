export const id = 649;
export const ids = [649,367];
export const modules = {
	39974:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	W0: () => ( bloomEligibleColumns),
	wv: () => ( hashParquetValue),
	Mw: () => ( readBloomFilter),
	xo: () => ( sbbfContains)
});
var thrift = __webpack_require__(52558);
;
const MASK = 0xffffffffffffffffn
const PRIME1 = 0x9e3779b185ebca87n
const PRIME2 = 0xc2b2ae3d27d4eb4fn
const PRIME3 = 0x165667b19e3779f9n
const PRIME4 = 0x85ebca77c2b2ae63n
const PRIME5 = 0x27d4eb2f165667c5n
function rotl64(x, r) {
	return (x << r | x >> 64n - r) & MASK
}
function round(acc, val) {
	acc = acc + val * PRIME2 & MASK
	acc = rotl64(acc, 31n)
	return acc * PRIME1 & MASK
}
function mergeRound(acc, val) {
	acc ^= round(0n, val)
	return acc * PRIME1 + PRIME4 & MASK
}
function xxhash64(input, seed = 0n) {
	const view = new DataView(input.buffer, input.byteOffset, input.byteLength)
	const len = input.byteLength
	let offset = 0
	let h64
	if (len >= 32) {
	let v1 = seed + PRIME1 + PRIME2 & MASK
	let v2 = seed + PRIME2 & MASK
	let v3 = seed
	let v4 = seed - PRIME1 & MASK
	while (offset + 32 <= len) {
		v1 = round(v1, view.getBigUint64(offset, true)); offset += 8
		v2 = round(v2, view.getBigUint64(offset, true)); offset += 8
		v3 = round(v3, view.getBigUint64(offset, true)); offset += 8
		v4 = round(v4, view.getBigUint64(offset, true)); offset += 8
	}
	h64 = rotl64(v1, 1n) + rotl64(v2, 7n) + rotl64(v3, 12n) + rotl64(v4, 18n) & MASK
	h64 = mergeRound(h64, v1)
	h64 = mergeRound(h64, v2)
	h64 = mergeRound(h64, v3)
	h64 = mergeRound(h64, v4)
	} else {
	h64 = seed + PRIME5 & MASK
	}
	h64 = h64 + BigInt(len) & MASK
	while (offset + 8 <= len) {
	h64 ^= round(0n, view.getBigUint64(offset, true))
	h64 = rotl64(h64, 27n) * PRIME1 + PRIME4 & MASK
	offset += 8
	}
	if (offset + 4 <= len) {
	h64 ^= BigInt(view.getUint32(offset, true)) * PRIME1 & MASK
	h64 = rotl64(h64, 23n) * PRIME2 + PRIME3 & MASK
	offset += 4
	}
	while (offset < len) {
	h64 ^= BigInt(view.getUint8(offset)) * PRIME5 & MASK
	h64 = rotl64(h64, 11n) * PRIME1 & MASK
	offset += 1
	}
	h64 ^= h64 >> 33n
	h64 = h64 * PRIME2 & MASK
	h64 ^= h64 >> 29n
	h64 = h64 * PRIME3 & MASK
	h64 ^= h64 >> 32n
	return h64
}
;
const textEncoder = new TextEncoder()
const SALT = new Uint32Array([
	0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d,
	0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31,
])
function blockIndex(hash, numBlocks) {
	return Number((hash >> 32n) * BigInt(numBlocks) >> 32n)
}
function blockMask(hash) {
	const m = new Uint32Array(8)
	const low = Number(hash & 0xffffffffn) | 0
	for (let i = 0; i < 8; i++) {
	m[i] = 1 << (Math.imul(low, SALT[i]) >>> 27)
	}
	return m
}
function sbbfInsert(blocks, hash) {
	const offset = blockIndex(hash, blocks.length >> 3) << 3
	const m = blockMask(hash)
	for (let i = 0; i < 8; i++) {
	blocks[offset + i] |= m[i]
	}
}
function sbbfContains(blocks, hash) {
	const offset = blockIndex(hash, blocks.length >> 3) << 3
	const m = blockMask(hash)
	for (let i = 0; i < 8; i++) {
	if ((blocks[offset + i] & m[i]) === 0) return false
	}
	return true
}
function readBloomFilter(reader) {
	const header = (0,thrift .Tn)(reader)
	const numBytes = header.field_1
	if (typeof numBytes !== 'number' || numBytes <= 0 || numBytes % 32 !== 0) return undefined
	if (!header.field_2?.field_1) return undefined
	if (!header.field_3?.field_1) return undefined
	if (!header.field_4?.field_1) return undefined
	const { view, offset } = reader
	if (offset + numBytes > view.byteLength) {
	throw new Error(`parquet bloom filter truncated: need ${numBytes} bytes, have ${view.byteLength - offset}`)
	}
	const blocks = new Uint32Array(numBytes >> 2)
	for (let i = 0; i < blocks.length; i++) {
	blocks[i] = view.getUint32(offset + i * 4, true)
	}
	reader.offset = offset + numBytes
	return { numBytes, blocks }
}
function hashParquetValue(value, element) {
	if (value === null || value === undefined) return undefined
	const { type, converted_type, logical_type } = element
	if (type === 'BOOLEAN') {
	if (typeof value !== 'boolean') return undefined
	return xxhash64(new Uint8Array([value ? 1 : 0]))
	}
	if (type === 'FLOAT') {
	if (typeof value !== 'number') return undefined
	const buf = new ArrayBuffer(4)
	new DataView(buf).setFloat32(0, value, true)
	return xxhash64(new Uint8Array(buf))
	}
	if (type === 'DOUBLE') {
	if (typeof value !== 'number') return undefined
	const buf = new ArrayBuffer(8)
	new DataView(buf).setFloat64(0, value, true)
	return xxhash64(new Uint8Array(buf))
	}
	if (type === 'INT32') {
	if (converted_type === 'DATE' || converted_type === 'DECIMAL' || converted_type === 'TIME_MILLIS') return undefined
	if (logical_type?.type === 'DATE' || logical_type?.type === 'TIME' || logical_type?.type === 'DECIMAL') return undefined
	if (typeof value !== 'number' || !Number.isInteger(value)) return undefined
	const buf = new ArrayBuffer(4)
	new DataView(buf).setInt32(0, value | 0, true)
	return xxhash64(new Uint8Array(buf))
	}
	if (type === 'INT64') {
	if (converted_type === 'TIMESTAMP_MILLIS' || converted_type === 'TIMESTAMP_MICROS') return undefined
	if (converted_type === 'TIME_MICROS' || converted_type === 'DECIMAL') return undefined
	if (logical_type?.type === 'TIMESTAMP' || logical_type?.type === 'TIME' || logical_type?.type === 'DECIMAL') return undefined
	let bigValue
	if (typeof value === 'bigint') bigValue = value
	else if (typeof value === 'number' && Number.isSafeInteger(value)) bigValue = BigInt(value)
	else return undefined
	const buf = new ArrayBuffer(8)
	new DataView(buf).setBigUint64(0, BigInt.asUintN(64, bigValue), true)
	return xxhash64(new Uint8Array(buf))
	}
	if (type === 'BYTE_ARRAY') {
	if (converted_type === 'JSON' || converted_type === 'BSON' || converted_type === 'DECIMAL') return undefined
	if (logical_type?.type === 'JSON' || logical_type?.type === 'BSON' || logical_type?.type === 'VARIANT') return undefined
	if (logical_type?.type === 'GEOMETRY' || logical_type?.type === 'GEOGRAPHY') return undefined
	if (typeof value === 'string') return xxhash64(textEncoder.encode(value))
	if (value instanceof Uint8Array) return xxhash64(value)
	return undefined
	}
	if (type === 'FIXED_LEN_BYTE_ARRAY') {
	if (converted_type === 'DECIMAL' || converted_type === 'INTERVAL') return undefined
	if (logical_type?.type === 'DECIMAL' || logical_type?.type === 'UUID' || logical_type?.type === 'FLOAT16') return undefined
	if (logical_type?.type === 'GEOMETRY' || logical_type?.type === 'GEOGRAPHY') return undefined
	if (value instanceof Uint8Array) return xxhash64(value)
	return undefined
	}
	return undefined
}
function bloomEligibleColumns(filter) {
	const out = new Set()
	walkBloomEligible(filter, out)
	return out
}
function walkBloomEligible(filter, out) {
	if (!filter) return
	if ('$and' in filter && Array.isArray(filter.$and)) {
	for (const sub of filter.$and) walkBloomEligible(sub, out)
	return
	}
	if ('$or' in filter && Array.isArray(filter.$or)) {
	for (const sub of filter.$or) walkBloomEligible(sub, out)
	return
	}
	if ('$nor' in filter) return
	for (const [field, condition] of Object.entries(filter)) {
	if (field.startsWith('$')) continue
	if (typeof condition === 'object' && condition !== null && !Array.isArray(condition)) {
		if ('$eq' in condition || '$in' in condition) out.add(field)
	} else {
		out.add(field)
	}
	}
}
	}),
	96367:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
	convertMetadata: () => ( convertMetadata),
	defaultInitialFetchSize: () => ( defaultInitialFetchSize),
	parquetMetadata: () => ( parquetMetadata),
	parquetMetadataAsync: () => ( parquetMetadataAsync),
	parquetSchema: () => ( parquetSchema)
});
var constants = __webpack_require__(40312);
var convert = __webpack_require__(69234);
var src_schema = __webpack_require__(28286);
var thrift = __webpack_require__(52558);
;
function markGeoColumns(schema, key_value_metadata) {
	const columns = new Map()
	const geo = key_value_metadata?.find(({ key }) => key === 'geo')?.value
	const decodedColumns = (geo && JSON.parse(geo)?.columns) ?? {}
	for (const [name, column] of Object.entries(decodedColumns)) {
	if (column.encoding !== 'WKB') continue
	const type = column.edges === 'spherical' ? 'GEOGRAPHY' : 'GEOMETRY'
	const id = column.crs?.id ?? column.crs?.ids?.[0]
	const crs = id ? `${id.authority}:${id.code.toString()}` : undefined
	columns.set(name, { type, crs })
	}
	for (let i = 1; i < schema.length; i++) {
	const { logical_type, name, num_children, type } = schema[i]
	if (num_children) {
		i += num_children
		continue
	}
	if (type === 'BYTE_ARRAY' && !logical_type) {
		schema[i].logical_type = columns.get(name)
	}
	}
}
;
const defaultInitialFetchSize = 1 << 19
const decoder = new TextDecoder()
function decode( value) {
	return value && decoder.decode(value)
}
async function parquetMetadataAsync(asyncBuffer, { parsers, initialFetchSize = defaultInitialFetchSize, geoparquet = true } = {}) {
	if (!asyncBuffer || !(asyncBuffer.byteLength >= 0)) throw new Error('parquet expected AsyncBuffer')
	const footerOffset = Math.max(0, asyncBuffer.byteLength - initialFetchSize)
	const footerBuffer = await asyncBuffer.slice(footerOffset, asyncBuffer.byteLength)
	const footerView = new DataView(footerBuffer)
	if (footerView.getUint32(footerBuffer.byteLength - 4, true) !== 0x31524150) {
	throw new Error('parquet file invalid (footer != PAR1)')
	}
	const metadataLength = footerView.getUint32(footerBuffer.byteLength - 8, true)
	if (metadataLength > asyncBuffer.byteLength - 8) {
	throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${asyncBuffer.byteLength - 8}`)
	}
	if (metadataLength + 8 > initialFetchSize) {
	const metadataOffset = asyncBuffer.byteLength - metadataLength - 8
	const metadataBuffer = await asyncBuffer.slice(metadataOffset, footerOffset)
	const combinedBuffer = new ArrayBuffer(metadataLength + 8)
	const combinedView = new Uint8Array(combinedBuffer)
	combinedView.set(new Uint8Array(metadataBuffer))
	combinedView.set(new Uint8Array(footerBuffer), footerOffset - metadataOffset)
	return parquetMetadata(combinedBuffer, { parsers, geoparquet })
	} else {
	return parquetMetadata(footerBuffer, { parsers, geoparquet })
	}
}
function parquetMetadata(arrayBuffer, { parsers, geoparquet = true } = {}) {
	let view
	if (arrayBuffer instanceof ArrayBuffer) {
	view = new DataView(arrayBuffer)
	} else if (arrayBuffer instanceof Uint8Array) {
	view = new DataView(arrayBuffer.buffer, arrayBuffer.byteOffset, arrayBuffer.byteLength)
	} else {
	throw new Error('parquet expected ArrayBuffer or Uint8Array')
	}
	const allParsers = { ...convert.DEFAULT_PARSERS, ...parsers }
	if (view.byteLength < 8) {
	throw new Error('parquet file is too short')
	}
	if (view.getUint32(view.byteLength - 4, true) !== 0x31524150) {
	throw new Error('parquet file invalid (footer != PAR1)')
	}
	const metadataLengthOffset = view.byteLength - 8
	const metadataLength = view.getUint32(metadataLengthOffset, true)
	if (metadataLength > view.byteLength - 8) {
	throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${view.byteLength - 8}`)
	}
	const metadataOffset = metadataLengthOffset - metadataLength
	const reader = { view, offset: metadataOffset }
	const metadata = (0,thrift .Tn)(reader)
	const version = metadata.field_1
	const schema = metadata.field_2.map(( field) => ({
	type: constants .CE[field.field_1],
	type_length: field.field_2,
	repetition_type: constants .Nw[field.field_3],
	name: decode(field.field_4),
	num_children: field.field_5,
	converted_type: constants .gQ[field.field_6],
	scale: field.field_7,
	precision: field.field_8,
	field_id: field.field_9,
	logical_type: logicalType(field.field_10),
	}))
	const columnSchema = schema.filter(e => e.type)
	const num_rows = metadata.field_3
	const row_groups = metadata.field_4.map(( rowGroup) => ({
	columns: rowGroup.field_1.map(( column, columnIndex) => ({
		file_path: decode(column.field_1),
		file_offset: column.field_2,
		meta_data: column.field_3 && {
		type: constants .CE[column.field_3.field_1],
		encodings: column.field_3.field_2?.map(( e) => constants .p6[e]),
		path_in_schema: column.field_3.field_3.map(decode),
		codec: constants .IE[column.field_3.field_4],
		num_values: column.field_3.field_5,
		total_uncompressed_size: column.field_3.field_6,
		total_compressed_size: column.field_3.field_7,
		key_value_metadata: column.field_3.field_8?.map(( kv) => ({
			key: decode(kv.field_1),
			value: decode(kv.field_2),
		})),
		data_page_offset: column.field_3.field_9,
		index_page_offset: column.field_3.field_10,
		dictionary_page_offset: column.field_3.field_11,
		statistics: convertStats(column.field_3.field_12, columnSchema[columnIndex], allParsers),
		encoding_stats: column.field_3.field_13?.map(( encodingStat) => ({
			page_type: constants .P2[encodingStat.field_1],
			encoding: constants .p6[encodingStat.field_2],
			count: encodingStat.field_3,
		})),
		bloom_filter_offset: column.field_3.field_14,
		bloom_filter_length: column.field_3.field_15,
		size_statistics: column.field_3.field_16 && {
			unencoded_byte_array_data_bytes: column.field_3.field_16.field_1,
			repetition_level_histogram: column.field_3.field_16.field_2,
			definition_level_histogram: column.field_3.field_16.field_3,
		},
		geospatial_statistics: column.field_3.field_17 && {
			bbox: column.field_3.field_17.field_1 && {
			xmin: column.field_3.field_17.field_1.field_1,
			xmax: column.field_3.field_17.field_1.field_2,
			ymin: column.field_3.field_17.field_1.field_3,
			ymax: column.field_3.field_17.field_1.field_4,
			zmin: column.field_3.field_17.field_1.field_5,
			zmax: column.field_3.field_17.field_1.field_6,
			mmin: column.field_3.field_17.field_1.field_7,
			mmax: column.field_3.field_17.field_1.field_8,
			},
			geospatial_types: column.field_3.field_17.field_2,
		},
		},
		offset_index_offset: column.field_4,
		offset_index_length: column.field_5,
		column_index_offset: column.field_6,
		column_index_length: column.field_7,
		crypto_metadata: column.field_8,
		encrypted_column_metadata: column.field_9,
	})),
	total_byte_size: rowGroup.field_2,
	num_rows: rowGroup.field_3,
	sorting_columns: rowGroup.field_4?.map(( sortingColumn) => ({
		column_idx: sortingColumn.field_1,
		descending: sortingColumn.field_2,
		nulls_first: sortingColumn.field_3,
	})),
	file_offset: rowGroup.field_5,
	total_compressed_size: rowGroup.field_6,
	ordinal: rowGroup.field_7,
	}))
	const key_value_metadata = metadata.field_5?.map(( kv) => ({
	key: decode(kv.field_1),
	value: decode(kv.field_2),
	}))
	const created_by = decode(metadata.field_6)
	if (geoparquet) {
	markGeoColumns(schema, key_value_metadata)
	}
	return {
	version,
	schema,
	num_rows,
	row_groups,
	key_value_metadata,
	created_by,
	metadata_length: metadataLength,
	}
}
function parquetSchema({ schema }) {
	return (0,src_schema.getSchemaPath)(schema, [])[0]
}
function logicalType(logicalType) {
	if (logicalType?.field_1) return { type: 'STRING' }
	if (logicalType?.field_2) return { type: 'MAP' }
	if (logicalType?.field_3) return { type: 'LIST' }
	if (logicalType?.field_4) return { type: 'ENUM' }
	if (logicalType?.field_5) return {
	type: 'DECIMAL',
	scale: logicalType.field_5.field_1,
	precision: logicalType.field_5.field_2,
	}
	if (logicalType?.field_6) return { type: 'DATE' }
	if (logicalType?.field_7) return {
	type: 'TIME',
	isAdjustedToUTC: logicalType.field_7.field_1,
	unit: timeUnit(logicalType.field_7.field_2),
	}
	if (logicalType?.field_8) return {
	type: 'TIMESTAMP',
	isAdjustedToUTC: logicalType.field_8.field_1,
	unit: timeUnit(logicalType.field_8.field_2),
	}
	if (logicalType?.field_10) return {
	type: 'INTEGER',
	bitWidth: logicalType.field_10.field_1,
	isSigned: logicalType.field_10.field_2,
	}
	if (logicalType?.field_11) return { type: 'NULL' }
	if (logicalType?.field_12) return { type: 'JSON' }
	if (logicalType?.field_13) return { type: 'BSON' }
	if (logicalType?.field_14) return { type: 'UUID' }
	if (logicalType?.field_15) return { type: 'FLOAT16' }
	if (logicalType?.field_16) return {
	type: 'VARIANT',
	specification_version: logicalType.field_16.field_1,
	}
	if (logicalType?.field_17) return {
	type: 'GEOMETRY',
	crs: decode(logicalType.field_17.field_1),
	}
	if (logicalType?.field_18) return {
	type: 'GEOGRAPHY',
	crs: decode(logicalType.field_18.field_1),
	algorithm: constants .I7[logicalType.field_18.field_2],
	}
	return logicalType
}
function timeUnit(unit) {
	if (unit.field_1) return 'MILLIS'
	if (unit.field_2) return 'MICROS'
	if (unit.field_3) return 'NANOS'
	throw new Error('parquet time unit required')
}
function convertStats(stats, schema, parsers) {
	return stats && {
	max: convertMetadata(stats.field_1, schema, parsers),
	min: convertMetadata(stats.field_2, schema, parsers),
	null_count: stats.field_3,
	distinct_count: stats.field_4,
	max_value: convertMetadata(stats.field_5, schema, parsers),
	min_value: convertMetadata(stats.field_6, schema, parsers),
	is_max_value_exact: stats.field_7,
	is_min_value_exact: stats.field_8,
	}
}
function convertMetadata(value, schema, parsers) {
	const { type, converted_type, logical_type } = schema
	if (value === undefined) return value
	if (type === 'BOOLEAN') return value[0] === 1
	if (type === 'BYTE_ARRAY') return parsers.stringFromBytes(value)
	const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
	if (type === 'FLOAT' && view.byteLength === 4) return view.getFloat32(0, true)
	if (type === 'DOUBLE' && view.byteLength === 8) return view.getFloat64(0, true)
	if (type === 'INT32' && converted_type === 'DECIMAL' && view.byteLength === 4) {
	return view.getInt32(0, true) * 10 ** -(schema.scale || 0)
	}
	if (type === 'INT64' && converted_type === 'DECIMAL' && view.byteLength === 8) {
	return Number(view.getBigInt64(0, true)) * 10 ** -(schema.scale || 0)
	}
	if (type === 'INT32' && converted_type === 'DATE') return parsers.dateFromDays(view.getInt32(0, true))
	if (type === 'INT64' && converted_type === 'TIMESTAMP_MILLIS') return parsers.timestampFromMilliseconds(view.getBigInt64(0, true))
	if (type === 'INT64' && converted_type === 'TIMESTAMP_MICROS') return parsers.timestampFromMicroseconds(view.getBigInt64(0, true))
	if (type === 'INT64' && logical_type?.type === 'TIMESTAMP' && logical_type?.unit === 'NANOS') return parsers.timestampFromNanoseconds(view.getBigInt64(0, true))
	if (type === 'INT64' && logical_type?.type === 'TIMESTAMP' && logical_type?.unit === 'MICROS') return parsers.timestampFromMicroseconds(view.getBigInt64(0, true))
	if (type === 'INT64' && logical_type?.type === 'TIMESTAMP') return parsers.timestampFromMilliseconds(view.getBigInt64(0, true))
	const unsigned = converted_type?.startsWith('UINT_') ||
	logical_type?.type === 'INTEGER' && !logical_type.isSigned
	if (type === 'INT32' && unsigned && view.byteLength === 4) return view.getUint32(0, true)
	if (type === 'INT64' && unsigned && view.byteLength === 8) return view.getBigUint64(0, true)
	if (type === 'INT32' && view.byteLength === 4) return view.getInt32(0, true)
	if (type === 'INT64' && view.byteLength === 8) return view.getBigInt64(0, true)
	if (converted_type === 'DECIMAL') return (0,convert.parseDecimal)(value) * 10 ** -(schema.scale || 0)
	if (logical_type?.type === 'FLOAT16') return (0,convert.parseFloat16)(value)
	if (logical_type?.type === 'UUID') return parsers.uuidFromBytes(value)
	if (type === 'FIXED_LEN_BYTE_ARRAY') return value
	return value
}
	}),
	94428:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	Bq: () => ( flatten),
	aB: () => ( toJson),
	aI: () => ( equals),
	xW: () => ( concat)
	});
function toJson(obj) {
	if (obj === undefined) return null
	if (typeof obj === 'bigint') return Number(obj)
	if (Object.is(obj, -0)) return 0
	if (Array.isArray(obj)) return obj.map(toJson)
	if (obj instanceof Uint8Array) return Array.from(obj)
	if (obj instanceof Date) return obj.toISOString()
	if (obj instanceof Object) {
	const newObj = {}
	for (const key of Object.keys(obj)) {
		if (obj[key] === undefined) continue
		newObj[key] = toJson(obj[key])
	}
	return newObj
	}
	return obj
}
function concat(aaa, bbb) {
	const chunk = 10000
	for (let i = 0; i < bbb.length; i += chunk) {
	aaa.push(...bbb.slice(i, i + chunk))
	}
}
function equals(a, b, strict = true) {
	if (strict ? a === b : a == b) return true
	if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false
	if (a instanceof Uint8Array && b instanceof Uint8Array) {
	if (a.length !== b.length) return false
	for (let i = 0; i < a.length; i++) {
		if (a[i] !== b[i]) return false
	}
	return true
	}
	if (a instanceof Date || b instanceof Date) {
	return a instanceof Date && b instanceof Date && a.getTime() === b.getTime()
	}
	if (Array.isArray(a) && Array.isArray(b)) {
	if (a.length !== b.length) return false
	for (let i = 0; i < a.length; i++) {
		if (!equals(a[i], b[i], strict)) return false
	}
	return true
	}
	const aKeys = Object.keys(a)
	if (aKeys.length !== Object.keys(b).length) return false
	for (const k of aKeys) {
	if (!equals(a[k], b[k], strict)) return false
	}
	return true
}
async function byteLengthFromUrlUsingGet(url, requestInit = {}, fetchFn = globalThis.fetch) {
	const controller = new AbortController()
	const headers = new Headers(requestInit.headers)
	headers.set('Range', 'bytes=0-0')
	const res = await fetchFn(url, {
	...requestInit,
	headers,
	signal: controller.signal,
	})
	if (!res.ok) throw new Error(`fetch with range failed ${res.status}`)
	if (res.status === 206) {
	const contentRange = res.headers.get('Content-Range')
	if (!contentRange) throw new Error('missing content-range header')
	const match = contentRange.match(/bytes \d+-\d+\/(\d+)/)
	if (!match) throw new Error(`invalid content-range header: ${contentRange}`)
	return parseInt(match[1])
	}
	if (res.status === 200) {
	const contentLength = res.headers.get('Content-Length')
	controller.abort()
	if (contentLength) return parseInt(contentLength)
	}
	throw new Error('server does not support range requests and missing content-length')
}
async function byteLengthFromUrl(url, requestInit, customFetch) {
	const fetch = customFetch ?? globalThis.fetch
	const res = await fetch(url, { ...requestInit, method: 'HEAD' })
	if (res.status === 403) {
	return byteLengthFromUrlUsingGet(url, requestInit, fetch)
	}
	if (!res.ok) throw new Error(`fetch head failed ${res.status}`)
	const length = res.headers.get('Content-Length')
	if (!length) {
	return byteLengthFromUrlUsingGet(url, requestInit, fetch)
	}
	return parseInt(length)
}
async function asyncBufferFromUrl({ url, byteLength, requestInit, fetch: customFetch }) {
	if (!url) throw new Error('missing url')
	const fetch = customFetch ?? globalThis.fetch
	byteLength ??= await byteLengthFromUrl(url, requestInit, fetch)
	let buffer = undefined
	const init = requestInit || {}
	return {
	byteLength,
	async slice(start, end) {
		if (buffer) {
		return buffer.then(buffer => buffer.slice(start, end))
		}
		const headers = new Headers(init.headers)
		const endStr = end === undefined ? '' : end - 1
		headers.set('Range', `bytes=${start}-${endStr}`)
		const res = await fetch(url, { ...init, headers })
		if (!res.ok || !res.body) throw new Error(`fetch failed ${res.status}`)
		if (res.status === 200) {
		buffer = res.arrayBuffer()
		return buffer.then(buffer => buffer.slice(start, end))
		} else if (res.status === 206) {
		return res.arrayBuffer()
		} else {
		throw new Error(`fetch received unexpected status code ${res.status}`)
		}
	},
	}
}
function cachedAsyncBuffer({ byteLength, slice }, { minSize = defaultInitialFetchSize } = {}) {
	if (byteLength < minSize) {
	const buffer = slice(0, byteLength)
	return {
		byteLength,
		async slice(start, end) {
		return (await buffer).slice(start, end)
		},
	}
	}
	const cache = new Map()
	return {
	byteLength,
	slice(start, end) {
		const key = cacheKey(start, end, byteLength)
		const cached = cache.get(key)
		if (cached) return cached
		const promise = slice(start, end)
		cache.set(key, promise)
		return promise
	},
	}
}
function cacheKey(start, end, size) {
	if (start < 0) {
	if (end !== undefined) throw new Error(`invalid suffix range [${start}, ${end}]`)
	if (size === undefined) return `${start},`
	return `${size + start},${size}`
	} else if (end !== undefined) {
	if (start > end) throw new Error(`invalid empty range [${start}, ${end}]`)
	return `${start},${end}`
	} else if (size === undefined) {
	return `${start},`
	} else {
	return `${start},${size}`
	}
}
function flatten(chunks) {
	if (!chunks) return []
	if (chunks.length === 1) return chunks[0]
	const output = []
	for (const chunk of chunks) {
	concat(output, chunk)
	}
	return output
}
	})
};
