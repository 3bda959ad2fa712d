export const id = 15;
export const ids = [15,323,286,234];
export const modules = {
	40312:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	CE: () => ( ParquetTypes),
	I7: () => ( EdgeInterpolationAlgorithms),
	IE: () => ( CompressionCodecs),
	Nw: () => ( FieldRepetitionTypes),
	P2: () => ( PageTypes),
	UQ: () => ( BoundaryOrders),
	gQ: () => ( ConvertedTypes),
	p6: () => ( Encodings)
	});
const ParquetTypes = [
	'BOOLEAN',
	'INT32',
	'INT64',
	'INT96',
	'FLOAT',
	'DOUBLE',
	'BYTE_ARRAY',
	'FIXED_LEN_BYTE_ARRAY',
]
const Encodings = [
	'PLAIN',
	'GROUP_VAR_INT',
	'PLAIN_DICTIONARY',
	'RLE',
	'BIT_PACKED',
	'DELTA_BINARY_PACKED',
	'DELTA_LENGTH_BYTE_ARRAY',
	'DELTA_BYTE_ARRAY',
	'RLE_DICTIONARY',
	'BYTE_STREAM_SPLIT',
]
const FieldRepetitionTypes = [
	'REQUIRED',
	'OPTIONAL',
	'REPEATED',
]
const ConvertedTypes = [
	'UTF8',
	'MAP',
	'MAP_KEY_VALUE',
	'LIST',
	'ENUM',
	'DECIMAL',
	'DATE',
	'TIME_MILLIS',
	'TIME_MICROS',
	'TIMESTAMP_MILLIS',
	'TIMESTAMP_MICROS',
	'UINT_8',
	'UINT_16',
	'UINT_32',
	'UINT_64',
	'INT_8',
	'INT_16',
	'INT_32',
	'INT_64',
	'JSON',
	'BSON',
	'INTERVAL',
]
const CompressionCodecs = [
	'UNCOMPRESSED',
	'SNAPPY',
	'GZIP',
	'LZO',
	'BROTLI',
	'LZ4',
	'ZSTD',
	'LZ4_RAW',
]
const PageTypes = [
	'DATA_PAGE',
	'INDEX_PAGE',
	'DICTIONARY_PAGE',
	'DATA_PAGE_V2',
]
const BoundaryOrders = [
	'UNORDERED',
	'ASCENDING',
	'DESCENDING',
]
const EdgeInterpolationAlgorithms = [
	'SPHERICAL',
	'VINCENTY',
	'THOMAS',
	'ANDOYER',
	'KARNEY',
]
	}),
	69234:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
	DEFAULT_PARSERS: () => ( DEFAULT_PARSERS),
	convert: () => ( convert),
	convertWithDictionary: () => ( convertWithDictionary),
	parseDecimal: () => ( parseDecimal),
	parseFloat16: () => ( parseFloat16)
});
;
function wkbToGeojson(reader) {
	const flags = getFlags(reader)
	if (flags.type === 1) {
	return { type: 'Point', coordinates: readPosition(reader, flags) }
	} else if (flags.type === 2) {
	return { type: 'LineString', coordinates: readLine(reader, flags) }
	} else if (flags.type === 3) {
	return { type: 'Polygon', coordinates: readPolygon(reader, flags) }
	} else if (flags.type === 4) {
	const points = []
	for (let i = 0; i < flags.count; i++) {
		points.push(readPosition(reader, getFlags(reader)))
	}
	return { type: 'MultiPoint', coordinates: points }
	} else if (flags.type === 5) {
	const lines = []
	for (let i = 0; i < flags.count; i++) {
		lines.push(readLine(reader, getFlags(reader)))
	}
	return { type: 'MultiLineString', coordinates: lines }
	} else if (flags.type === 6) {
	const polygons = []
	for (let i = 0; i < flags.count; i++) {
		polygons.push(readPolygon(reader, getFlags(reader)))
	}
	return { type: 'MultiPolygon', coordinates: polygons }
	} else if (flags.type === 7) {
	const geometries = []
	for (let i = 0; i < flags.count; i++) {
		geometries.push(wkbToGeojson(reader))
	}
	return { type: 'GeometryCollection', geometries }
	} else {
	throw new Error(`Unsupported geometry type: ${flags.type}`)
	}
}
function getFlags(reader) {
	const { view } = reader
	const littleEndian = view.getUint8(reader.offset++) === 1
	const rawType = view.getUint32(reader.offset, littleEndian)
	reader.offset += 4
	const type = rawType % 1000
	const flags = Math.floor(rawType / 1000)
	let count = 0
	if (type > 1 && type <= 7) {
	count = view.getUint32(reader.offset, littleEndian)
	reader.offset += 4
	}
	let dim = 2
	if (flags) dim++
	if (flags === 3) dim++
	return { littleEndian, type, dim, count }
}
function readPosition(reader, flags) {
	const points = []
	for (let i = 0; i < flags.dim; i++) {
	const coord = reader.view.getFloat64(reader.offset, flags.littleEndian)
	reader.offset += 8
	points.push(coord)
	}
	return points
}
function readLine(reader, flags) {
	const points = []
	for (let i = 0; i < flags.count; i++) {
	points.push(readPosition(reader, flags))
	}
	return points
}
function readPolygon(reader, flags) {
	const { view } = reader
	const rings = []
	for (let r = 0; r < flags.count; r++) {
	const count = view.getUint32(reader.offset, flags.littleEndian)
	reader.offset += 4
	rings.push(readLine(reader, { ...flags, count }))
	}
	return rings
}
;
const decoder = new TextDecoder()
const DEFAULT_PARSERS = {
	timestampFromMilliseconds(millis) {
	return new Date(Number(millis))
	},
	timestampFromMicroseconds(micros) {
	return new Date(Number(micros / 1000n))
	},
	timestampFromNanoseconds(nanos) {
	return new Date(Number(nanos / 1000000n))
	},
	dateFromDays(days) {
	return new Date(days * 86400000)
	},
	stringFromBytes(bytes) {
	return bytes && decoder.decode(bytes)
	},
	jsonFromBytes(bytes) {
	return bytes && JSON.parse(decoder.decode(bytes))
	},
	geometryFromBytes(bytes) {
	return bytes && wkbToGeojson({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 })
	},
	geographyFromBytes(bytes) {
	return bytes && wkbToGeojson({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 })
	},
	uuidFromBytes(bytes) {
	if (!bytes) return undefined
	const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
	return hex.slice(0, 8) + '-' + hex.slice(8, 12) + '-' + hex.slice(12, 16) + '-' + hex.slice(16, 20) + '-' + hex.slice(20, 32)
	},
}
function convertWithDictionary(data, dictionary, encoding, columnDecoder) {
	if (dictionary && encoding.endsWith('_DICTIONARY')) {
	let output = data
	if (data instanceof Uint8Array && !(dictionary instanceof Uint8Array)) {
		output = new dictionary.constructor(data.length)
	}
	for (let i = 0; i < data.length; i++) {
		output[i] = dictionary[data[i]]
	}
	return output
	} else {
	return convert(data, columnDecoder)
	}
}
function convert(data, columnDecoder) {
	const { element, parsers, utf8 = true, schemaPath } = columnDecoder
	const { type, converted_type: ctype, logical_type: ltype } = element
	const nullable = element.repetition_type !== 'REQUIRED'
	const isVariant = schemaPath?.some(s => s.element.logical_type?.type === 'VARIANT')
	if (isVariant && type === 'BYTE_ARRAY' && ctype !== 'UTF8' && ltype?.type !== 'STRING') {
	return data
	}
	if (ctype === 'DECIMAL') {
	const scale = element.scale || 0
	const factor = 10 ** -scale
	const arr = new Array(data.length)
	for (let i = 0; i < arr.length; i++) {
		if (data[i] instanceof Uint8Array) {
		arr[i] = parseDecimal(data[i]) * factor
		} else {
		arr[i] = Number(data[i]) * factor
		}
	}
	return arr
	}
	if (!ctype && type === 'INT96') {
	return Array.from(data).map(v => parsers.timestampFromNanoseconds(parseInt96Nanos(v)))
	}
	if (ctype === 'DATE') {
	return Array.from(data).map(v => parsers.dateFromDays(v))
	}
	if (ctype === 'TIMESTAMP_MILLIS') {
	return Array.from(data).map(v => parsers.timestampFromMilliseconds(v))
	}
	if (ctype === 'TIMESTAMP_MICROS') {
	return Array.from(data).map(v => parsers.timestampFromMicroseconds(v))
	}
	if (ctype === 'JSON') {
	return data.map(v => parsers.jsonFromBytes(v))
	}
	if (ctype === 'BSON') {
	throw new Error('parquet bson not supported')
	}
	if (ctype === 'INTERVAL') {
	throw new Error('parquet interval not supported')
	}
	if (ltype?.type === 'GEOMETRY') {
	return data.map(v => parsers.geometryFromBytes(v))
	}
	if (ltype?.type === 'GEOGRAPHY') {
	return data.map(v => parsers.geographyFromBytes(v))
	}
	if (ltype?.type === 'UUID') {
	return data.map(v => parsers.uuidFromBytes(v))
	}
	if (ctype === 'UTF8' || ltype?.type === 'STRING' || utf8 && type === 'BYTE_ARRAY') {
	return data.map(v => parsers.stringFromBytes(v))
	}
	if (ctype === 'UINT_64' || ltype?.type === 'INTEGER' && ltype.bitWidth === 64 && !ltype.isSigned) {
	if (data instanceof BigInt64Array) return new BigUint64Array(data.buffer, data.byteOffset, data.length)
	const arr = nullable ? new Array(data.length) : new BigUint64Array(data.length)
	for (let i = 0; i < arr.length; i++) arr[i] = data[i]
	return arr
	}
	if (ctype === 'UINT_32' || ltype?.type === 'INTEGER' && ltype.bitWidth === 32 && !ltype.isSigned) {
	if (data instanceof Int32Array) return new Uint32Array(data.buffer, data.byteOffset, data.length)
	const arr = nullable ? new Array(data.length) : new Uint32Array(data.length)
	for (let i = 0; i < arr.length; i++) {
		arr[i] = data[i] < 0 ? 4294967296 + data[i] : data[i]
	}
	return arr
	}
	if (ltype?.type === 'FLOAT16') {
	return Array.from(data).map(parseFloat16)
	}
	if (ltype?.type === 'TIMESTAMP') {
	const { unit } = ltype
	let parser = parsers.timestampFromMilliseconds
	if (unit === 'MICROS') parser = parsers.timestampFromMicroseconds
	if (unit === 'NANOS') parser = parsers.timestampFromNanoseconds
	const arr = new Array(data.length)
	for (let i = 0; i < arr.length; i++) {
		arr[i] = parser(data[i])
	}
	return arr
	}
	return data
}
function parseDecimal(bytes) {
	if (!bytes.length) return 0
	let value = 0n
	for (const byte of bytes) {
	value = value * 256n + BigInt(byte)
	}
	const bits = bytes.length * 8
	if (value >= 2n ** BigInt(bits - 1)) {
	value -= 2n ** BigInt(bits)
	}
	return Number(value)
}
function parseInt96Nanos(value) {
	const days = (value >> 64n) - 2440588n
	const nano = value & 0xffffffffffffffffn
	return days * 86400000000000n + nano
}
function parseFloat16(bytes) {
	if (!bytes) return undefined
	const int16 = bytes[1] << 8 | bytes[0]
	const sign = int16 >> 15 ? -1 : 1
	const exp = int16 >> 10 & 0x1f
	const frac = int16 & 0x3ff
	if (exp === 0) return sign * 2 ** -14 * (frac / 1024)
	if (exp === 0x1f) return frac ? NaN : sign * Infinity
	return sign * 2 ** (exp - 15) * (1 + frac / 1024)
}
	}),
	28286:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
	__webpack_require__.d(__webpack_exports__, {
	getMaxDefinitionLevel: () => ( getMaxDefinitionLevel),
	getMaxRepetitionLevel: () => ( getMaxRepetitionLevel),
	getPhysicalColumns: () => ( getPhysicalColumns),
	getSchemaPath: () => ( getSchemaPath),
	getTreePath: () => ( getTreePath),
	isFlatColumn: () => ( isFlatColumn),
	isListLike: () => ( isListLike),
	isMapLike: () => ( isMapLike)
	});
function schemaTree(schema, rootIndex, path) {
	const element = schema[rootIndex]
	const children = []
	let count = 1
	if (element.num_children) {
	while (children.length < element.num_children) {
		const childElement = schema[rootIndex + count]
		const child = schemaTree(schema, rootIndex + count, [...path, childElement.name])
		count += child.count
		children.push(child)
	}
	}
	return { count, element, children, path }
}
function getSchemaPath(schema, name) {
	return getTreePath(schemaTree(schema, 0, []), name)
}
function getTreePath(tree, name) {
	const path = [tree]
	for (const part of name) {
	const child = tree.children.find(child => child.element.name === part)
	if (!child) throw new Error(`parquet schema element not found: ${name}`)
	path.push(child)
	tree = child
	}
	return path
}
function getPhysicalColumns(schemaTree) {
	const columns = []
	function traverse(node) {
	if (node.children.length) {
		for (const child of node.children) {
		traverse(child)
		}
	} else {
		columns.push(node.path.join('.'))
	}
	}
	traverse(schemaTree)
	return columns
}
function getMaxRepetitionLevel(schemaPath) {
	let maxLevel = 0
	for (const { element } of schemaPath) {
	if (element.repetition_type === 'REPEATED') {
		maxLevel++
	}
	}
	return maxLevel
}
function getMaxDefinitionLevel(schemaPath) {
	let maxLevel = 0
	for (const { element } of schemaPath.slice(1)) {
	if (element.repetition_type !== 'REQUIRED') {
		maxLevel++
	}
	}
	return maxLevel
}
function isListLike(schema) {
	if (!schema) return false
	if (schema.element.converted_type !== 'LIST') return false
	if (schema.children.length > 1) return false
	const firstChild = schema.children[0]
	if (firstChild.children.length > 1) return false
	if (firstChild.element.repetition_type !== 'REPEATED') return false
	return true
}
function isMapLike(schema) {
	if (!schema) return false
	if (schema.element.converted_type !== 'MAP') return false
	if (schema.children.length > 1) return false
	const firstChild = schema.children[0]
	if (firstChild.children.length !== 2) return false
	if (firstChild.element.repetition_type !== 'REPEATED') return false
	const keyChild = firstChild.children.find(child => child.element.name === 'key')
	if (keyChild?.element.repetition_type === 'REPEATED') return false
	const valueChild = firstChild.children.find(child => child.element.name === 'value')
	if (valueChild?.element.repetition_type === 'REPEATED') return false
	return true
}
function isFlatColumn(schemaPath) {
	if (schemaPath.length !== 2) return false
	const [, column] = schemaPath
	if (column.element.repetition_type === 'REPEATED') return false
	if (column.children.length) return false
	return true
}
	}),
	52558:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	GD: () => ( readZigZagBigInt),
	Tn: () => ( deserializeTCompactProtocol),
	fN: () => ( readZigZag),
	pT: () => ( readVarInt)
	});
const STOP = 0
const TRUE = 1
const FALSE = 2
const BYTE = 3
const I16 = 4
const I32 = 5
const I64 = 6
const DOUBLE = 7
const BINARY = 8
const LIST = 9
const STRUCT = 12
function deserializeTCompactProtocol(reader) {
	const value = {}
	let fid = 0
	while (true) {
	if (reader.offset >= reader.view.byteLength) throw new Error('thrift struct ended without STOP')
	const byte = reader.view.getUint8(reader.offset++)
	const type = byte & 0x0f
	if (type === STOP) break
	const delta = byte >> 4
	fid = delta ? fid + delta : readZigZag(reader)
	value[`field_${fid}`] = readElement(reader, type)
	}
	return value
}
function readElement(reader, type) {
	switch (type) {
	case TRUE:
	return true
	case FALSE:
	return false
	case BYTE:
	return reader.view.getInt8(reader.offset++)
	case I16:
	case I32:
	return readZigZag(reader)
	case I64:
	return readZigZagBigInt(reader)
	case DOUBLE: {
	const value = reader.view.getFloat64(reader.offset, true)
	reader.offset += 8
	return value
	}
	case BINARY: {
	const stringLength = readVarInt(reader)
	if (reader.offset + stringLength > reader.view.byteLength) {
		throw new Error(`thrift binary length ${stringLength} exceeds remaining ${reader.view.byteLength - reader.offset} bytes`)
	}
	const strBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, stringLength)
	reader.offset += stringLength
	return strBytes
	}
	case LIST: {
	const byte = reader.view.getUint8(reader.offset++)
	const elemType = byte & 0x0f
	let listSize = byte >> 4
	if (listSize === 15) {
		listSize = readVarInt(reader)
	}
	const boolType = elemType === TRUE || elemType === FALSE
	const values = new Array(listSize)
	for (let i = 0; i < listSize; i++) {
		values[i] = boolType ? readElement(reader, BYTE) === 1 : readElement(reader, elemType)
	}
	return values
	}
	case STRUCT:
	return deserializeTCompactProtocol(reader)
	default:
	throw new Error(`thrift unhandled type: ${type}`)
	}
}
function readVarInt(reader) {
	let result = 0
	let shift = 0
	while (true) {
	const byte = reader.view.getUint8(reader.offset++)
	result |= (byte & 0x7f) << shift
	if (!(byte & 0x80)) {
		return result
	}
	shift += 7
	}
}
function readVarBigInt(reader) {
	let result = 0n
	let shift = 0n
	while (true) {
	const byte = reader.view.getUint8(reader.offset++)
	result |= BigInt(byte & 0x7f) << shift
	if (!(byte & 0x80)) {
		return result
	}
	shift += 7n
	}
}
function readZigZag(reader) {
	const zigzag = readVarInt(reader)
	return zigzag >>> 1 ^ -(zigzag & 1)
}
function readZigZagBigInt(reader) {
	const zigzag = readVarBigInt(reader)
	return zigzag >> 1n ^ -(zigzag & 1n)
}
	})
};
