export const id = 573;
export const ids = [573,286,234];
export const modules = {
	95573:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
	assembleLists: () => ( assembleLists),
	assembleNested: () => ( assembleNested)
});
var src_schema = __webpack_require__(28286);
var convert = __webpack_require__(69234);
;
const decoder = new TextDecoder()
const metadataCache = new WeakMap()
function decodeVariantColumn(value, parsers = convert.DEFAULT_PARSERS) {
	if (Array.isArray(value)) {
	return value.map(entry => decodeVariantColumn(entry, parsers))
	}
	if (typeof value !== 'object') return value
	if ('metadata' in value) {
	const metadata = parseVariantMetadata(value.metadata)
	const shreddedFields = value.typed_value && decodeTypedValue(value.typed_value, metadata, parsers)
	const binaryValue = value.value && readVariant(makeReader(value.value), metadata, parsers)
	if (shreddedFields && binaryValue) {
		return { ...binaryValue, ...shreddedFields }
	}
	return shreddedFields ?? binaryValue
	}
	return value
}
function decodeTypedValue(typedValue, metadata, parsers) {
	if (typedValue instanceof Date) return typedValue
	if (typedValue && typeof typedValue === 'object' && !Array.isArray(typedValue) && !(typedValue instanceof Uint8Array)) {
	if ('typed_value' in typedValue && typedValue.typed_value !== null && typedValue.typed_value !== undefined) {
		return decodeTypedValue(typedValue.typed_value, metadata, parsers)
	}
	if ('value' in typedValue && typedValue.value instanceof Uint8Array) {
		return readVariant(makeReader(typedValue.value), metadata, parsers)
	}
	if ('typed_value' in typedValue || 'value' in typedValue) {
		return null
	}
	const result = {}
	for (const [key, field] of Object.entries(typedValue)) {
		if (!metadata.dictionary.includes(key)) continue
		result[key] = decodeTypedValue(field, metadata, parsers)
	}
	return result
	}
	if (typedValue instanceof Uint8Array) {
	return readVariant(makeReader(typedValue), metadata, parsers)
	}
	if (Array.isArray(typedValue)) {
	return typedValue.map(element => decodeTypedValue(element, metadata, parsers))
	}
	return typedValue
}
function makeReader(bytes) {
	return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
}
function parseVariantMetadata(bytes) {
	let bufferCache = metadataCache.get(bytes.buffer)
	if (!bufferCache) {
	bufferCache = new Map()
	metadataCache.set(bytes.buffer, bufferCache)
	}
	const key = `${bytes.byteOffset}:${bytes.byteLength}`
	const cached = bufferCache.get(key)
	if (cached) return cached
	const reader = makeReader(bytes)
	const header = reader.view.getUint8(reader.offset++)
	const version = header & 0x0f
	if (version !== 1) throw new Error(`parquet unsupported variant metadata version: ${version}`)
	const sorted = (header >> 4 & 0x1) === 1
	const offsetSize = (header >> 6 & 0x3) + 1
	const dictionarySize = readUnsigned(reader, offsetSize)
	const offsets = new Array(dictionarySize + 1)
	for (let i = 0; i < offsets.length; i++) {
	offsets[i] = readUnsigned(reader, offsetSize)
	}
	const base = reader.offset
	const dictionary = new Array(dictionarySize)
	for (let i = 0; i < dictionarySize; i++) {
	const start = offsets[i]
	const end = offsets[i + 1]
	const strBytes = new Uint8Array(bytes.buffer, bytes.byteOffset + base + start, end - start)
	dictionary[i] = decoder.decode(strBytes)
	}
	const metadata = { dictionary, sorted }
	bufferCache.set(key, metadata)
	return metadata
}
function readUnsigned(reader, byteWidth) {
	let value = 0
	for (let i = 0; i < byteWidth; i++) {
	value |= reader.view.getUint8(reader.offset + i) << i * 8
	}
	reader.offset += byteWidth
	return value
}
function readVariant(reader, metadata, parsers) {
	const typeByte = reader.view.getUint8(reader.offset++)
	const basicType = typeByte & 0x3
	const header = typeByte >> 2
	if (basicType === 0) return readVariantPrimitive(reader, header, parsers)
	if (basicType === 2) return readVariantObject(reader, header, metadata, parsers)
	if (basicType === 3) return readVariantArray(reader, header, metadata, parsers)
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header)
	reader.offset += header
	return decoder.decode(bytes)
}
function readVariantPrimitive(reader, typeId, parsers) {
	switch (typeId) {
	case 0: return null
	case 1: return true
	case 2: return false
	case 3: {
	const value = reader.view.getInt8(reader.offset)
	reader.offset += 1
	return value
	}
	case 4: {
	const value = reader.view.getInt16(reader.offset, true)
	reader.offset += 2
	return value
	}
	case 5: {
	const value = reader.view.getInt32(reader.offset, true)
	reader.offset += 4
	return value
	}
	case 6: {
	const value = reader.view.getBigInt64(reader.offset, true)
	reader.offset += 8
	return value
	}
	case 7: {
	const value = reader.view.getFloat64(reader.offset, true)
	reader.offset += 8
	return value
	}
	case 8:
	return readVariantDecimal(reader, 4)
	case 9:
	return readVariantDecimal(reader, 8)
	case 10:
	return readVariantDecimal(reader, 16)
	case 11: {
	const value = reader.view.getInt32(reader.offset, true)
	reader.offset += 4
	return parsers.dateFromDays(value)
	}
	case 12:
	case 13: {
	const value = reader.view.getBigInt64(reader.offset, true)
	reader.offset += 8
	return parsers.timestampFromMicroseconds(value)
	}
	case 14: {
	const value = reader.view.getFloat32(reader.offset, true)
	reader.offset += 4
	return value
	}
	case 15:
	return readVariantBinary(reader)
	case 16: {
	const bytes = readVariantBinary(reader)
	return decoder.decode(bytes)
	}
	case 17: {
	const value = reader.view.getBigInt64(reader.offset, true)
	reader.offset += 8
	return value
	}
	case 18:
	case 19: {
	const value = reader.view.getBigInt64(reader.offset, true)
	reader.offset += 8
	return parsers.timestampFromNanoseconds(value)
	}
	case 20: {
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, 16)
	reader.offset += 16
	const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
	}
	default:
	throw new Error(`parquet unsupported variant primitive type: ${typeId}`)
	}
}
function readVariantObject(reader, header, metadata, parsers) {
	const offsetWidth = (header & 0x3) + 1
	const idWidth = (header >> 2 & 0x3) + 1
	const isLarge = header >> 4 & 0x1
	const numElements = isLarge ? readUnsigned(reader, 4) : reader.view.getUint8(reader.offset++)
	const fieldIds = new Array(numElements)
	for (let i = 0; i < numElements; i++) {
	fieldIds[i] = readUnsigned(reader, idWidth)
	}
	const offsets = new Array(numElements + 1)
	for (let i = 0; i < offsets.length; i++) {
	offsets[i] = readUnsigned(reader, offsetWidth)
	}
	const out = {}
	for (let i = 0; i < numElements; i++) {
	const key = metadata.dictionary[fieldIds[i]]
	const valueReader = {
		view: reader.view,
		offset: reader.offset + offsets[i],
	}
	out[key] = readVariant(valueReader, metadata, parsers)
	}
	reader.offset += offsets[offsets.length - 1]
	return out
}
function readVariantArray(reader, header, metadata, parsers) {
	const fieldOffsetSize = header & 0x3
	const isLarge = header >> 2 & 0x1
	const offsetWidth = fieldOffsetSize + 1
	const numElements = readUnsigned(reader, isLarge ? 4 : 1)
	const offsets = new Array(numElements + 1)
	for (let i = 0; i < offsets.length; i++) {
	offsets[i] = readUnsigned(reader, offsetWidth)
	}
	const valuesStart = reader.offset
	const result = new Array(numElements)
	for (let i = 0; i < numElements; i++) {
	const valueReader = {
		view: reader.view,
		offset: valuesStart + offsets[i],
	}
	result[i] = readVariant(valueReader, metadata, parsers)
	}
	reader.offset = valuesStart + offsets[offsets.length - 1]
	return result
}
function readVariantDecimal(reader, width) {
	const scale = reader.view.getUint8(reader.offset)
	reader.offset += 1
	let unscaled
	if (width === 4) {
	unscaled = BigInt(reader.view.getInt32(reader.offset, true))
	reader.offset += 4
	} else if (width === 8) {
	unscaled = reader.view.getBigInt64(reader.offset, true)
	reader.offset += 8
	} else {
	const low = reader.view.getBigUint64(reader.offset, true)
	const high = reader.view.getBigInt64(reader.offset + 8, true)
	unscaled = high << 64n | low
	reader.offset += 16
	}
	return Number(unscaled) * 10 ** -scale
}
function readVariantBinary(reader) {
	const length = reader.view.getUint32(reader.offset, true)
	reader.offset += 4
	const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length)
	reader.offset += length
	return bytes
}
;
function assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath) {
	const maxDefinitionLevel = (0,src_schema.getMaxDefinitionLevel)(schemaPath)
	if (!definitionLevels?.length && !repetitionLevels.length) {
	if (!maxDefinitionLevel || !values.length) return values
	definitionLevels = new Array(values.length).fill(maxDefinitionLevel)
	}
	const n = definitionLevels?.length || repetitionLevels.length
	const repetitionPath = schemaPath.map(({ element }) => element.repetition_type)
	let valueIndex = 0
	const containerStack = [output]
	let currentContainer = output
	let currentDepth = 0
	let currentDefLevel = 0
	let currentRepLevel = 0
	if (repetitionLevels[0]) {
	while (currentDepth < repetitionPath.length - 2 && currentRepLevel < repetitionLevels[0]) {
		currentDepth++
		if (repetitionPath[currentDepth] !== 'REQUIRED') {
		currentContainer = currentContainer.at(-1)
		containerStack.push(currentContainer)
		currentDefLevel++
		}
		if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel++
	}
	}
	for (let i = 0; i < n; i++) {
	const def = definitionLevels?.length ? definitionLevels[i] : maxDefinitionLevel
	const rep = repetitionLevels[i]
	while (currentDepth && (rep < currentRepLevel || repetitionPath[currentDepth] !== 'REPEATED')) {
		if (repetitionPath[currentDepth] !== 'REQUIRED') {
		containerStack.pop()
		currentDefLevel--
		}
		if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel--
		currentDepth--
	}
	currentContainer = containerStack.at(-1)
	while (
		(currentDepth < repetitionPath.length - 2 || repetitionPath[currentDepth + 1] === 'REPEATED') &&
		(currentDefLevel < def || repetitionPath[currentDepth + 1] === 'REQUIRED')
	) {
		currentDepth++
		if (repetitionPath[currentDepth] !== 'REQUIRED') {
		const newList = []
		currentContainer.push(newList)
		currentContainer = newList
		containerStack.push(newList)
		currentDefLevel++
		}
		if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel++
	}
	if (def === maxDefinitionLevel) {
		currentContainer.push(values[valueIndex++])
	} else if (currentDepth === repetitionPath.length - 2) {
		currentContainer.push(null)
	} else {
		currentContainer.push([])
	}
	}
	if (!output.length) {
	for (let i = 0; i < maxDefinitionLevel; i++) {
		const newList = []
		currentContainer.push(newList)
		currentContainer = newList
	}
	}
	return output
}
function assembleNested(subcolumnData, schema, parsers, depth = 0) {
	const path = schema.path.join('.')
	const optional = schema.element.repetition_type === 'OPTIONAL'
	const nextDepth = optional ? depth + 1 : depth
	if ((0,src_schema.isListLike)(schema)) {
	let sublist = schema.children[0]
	let subDepth = nextDepth
	if (sublist.children.length === 1) {
		sublist = sublist.children[0]
		subDepth++
	}
	assembleNested(subcolumnData, sublist, parsers, subDepth)
	const subcolumn = sublist.path.join('.')
	const values = subcolumnData.get(subcolumn)
	if (!values) throw new Error('parquet list column missing values')
	if (optional) flattenAtDepth(values, depth)
	subcolumnData.set(path, values)
	subcolumnData.delete(subcolumn)
	return
	}
	if ((0,src_schema.isMapLike)(schema)) {
	const mapName = schema.children[0].element.name
	assembleNested(subcolumnData, schema.children[0].children[0], parsers, nextDepth + 1)
	assembleNested(subcolumnData, schema.children[0].children[1], parsers, nextDepth + 1)
	const keys = subcolumnData.get(`${path}.${mapName}.key`)
	const values = subcolumnData.get(`${path}.${mapName}.value`)
	if (!keys) throw new Error('parquet map column missing keys')
	if (!values) throw new Error('parquet map column missing values')
	if (keys.length !== values.length) {
		throw new Error('parquet map column key/value length mismatch')
	}
	const out = assembleMaps(keys, values, nextDepth)
	if (optional) flattenAtDepth(out, depth)
	subcolumnData.delete(`${path}.${mapName}.key`)
	subcolumnData.delete(`${path}.${mapName}.value`)
	subcolumnData.set(path, out)
	return
	}
	if (schema.children.length) {
	const invertDepth = schema.element.repetition_type === 'REQUIRED' ? depth : depth + 1
	const struct = {}
	for (const child of schema.children) {
		assembleNested(subcolumnData, child, parsers, invertDepth)
		const childData = subcolumnData.get(child.path.join('.'))
		if (!childData) throw new Error('parquet struct missing child data')
		struct[child.element.name] = childData
	}
	for (const child of schema.children) {
		subcolumnData.delete(child.path.join('.'))
	}
	let inverted = invertStruct(struct, invertDepth)
	if (schema.element.logical_type?.type === 'VARIANT') {
		inverted = decodeVariantColumn(inverted, parsers)
	}
	if (optional) flattenAtDepth(inverted, depth)
	subcolumnData.set(path, inverted)
	}
}
function flattenAtDepth(arr, depth) {
	for (let i = 0; i < arr.length; i++) {
	if (depth) {
		flattenAtDepth(arr[i], depth - 1)
	} else {
		arr[i] = arr[i][0]
	}
	}
}
function assembleMaps(keys, values, depth) {
	const out = []
	for (let i = 0; i < keys.length; i++) {
	if (depth) {
		out.push(assembleMaps(keys[i], values[i], depth - 1))
	} else {
		if (keys[i]) {
		const obj = {}
		for (let j = 0; j < keys[i].length; j++) {
			const value = values[i][j]
			obj[keys[i][j]] = value === undefined ? null : value
		}
		out.push(obj)
		} else {
		out.push(undefined)
		}
	}
	}
	return out
}
function invertStruct(struct, depth) {
	const keys = Object.keys(struct)
	const length = struct[keys[0]]?.length
	const out = []
	for (let i = 0; i < length; i++) {
	const obj = {}
	for (const key of keys) {
		if (struct[key].length !== length) throw new Error('parquet struct parsing error')
		obj[key] = struct[key][i]
	}
	if (depth) {
		out.push(invertStruct(obj, depth - 1))
	} else {
		out.push(obj)
	}
	}
	return out
}
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
	})
};
