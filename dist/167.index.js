export const id = 167;
export const ids = [167];
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
	16167:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
	__webpack_require__.d(__webpack_exports__, {
	parquetHeader: () => ( parquetHeader),
	readColumn: () => ( readColumn),
	readPage: () => ( readPage)
	});
	var _assemble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95573);
	var _constants_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40312);
	var _convert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69234);
	var _datapage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83969);
	var _plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74809);
	var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28286);
	var _thrift_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52558);
function readColumn(reader, { groupStart, selectStart, selectEnd }, columnDecoder, onPage) {
	const { pathInSchema, schemaPath } = columnDecoder
	const isFlat = (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__.isFlatColumn)(schemaPath)
	const chunks = []
	let dictionary = undefined
	let lastChunk = undefined
	let rowCount = 0
	let skipped = 0
	const emitLastChunk = onPage && (() => {
	lastChunk && onPage({
		pathInSchema,
		columnData: lastChunk,
		rowStart: groupStart + rowCount - lastChunk.length,
		rowEnd: groupStart + rowCount,
	})
	})
	while (isFlat ? rowCount < selectEnd : reader.offset < reader.view.byteLength - 1) {
	if (reader.offset >= reader.view.byteLength - 1) break
	const header = parquetHeader(reader)
	if (header.type === 'DICTIONARY_PAGE') {
		const { data } = readPage(reader, header, columnDecoder, dictionary, undefined, 0)
		if (data) dictionary = (0,_convert_js__WEBPACK_IMPORTED_MODULE_1__.convert)(data, columnDecoder)
	} else {
		const lastChunkLength = lastChunk?.length || 0
		const result = readPage(reader, header, columnDecoder, dictionary, lastChunk, selectStart - rowCount)
		if (result.skipped) {
		if (!chunks.length) {
			skipped += result.skipped
		}
		rowCount += result.skipped
		} else if (result.data && lastChunk === result.data) {
		rowCount += result.data.length - lastChunkLength
		} else if (result.data && result.data.length) {
		emitLastChunk?.()
		chunks.push(result.data)
		rowCount += result.data.length
		lastChunk = result.data
		}
	}
	}
	emitLastChunk?.()
	return { data: chunks, skipped }
}
function readPage(reader, header, columnDecoder, dictionary, previousChunk, pageStart) {
	const { type, element, schemaPath, codec, compressors } = columnDecoder
	const compressedBytes = new Uint8Array(
	reader.view.buffer, reader.view.byteOffset + reader.offset, header.compressed_page_size
	)
	reader.offset += header.compressed_page_size
	if (header.type === 'DATA_PAGE') {
	const daph = header.data_page_header
	if (!daph) throw new Error('parquet data page header is undefined')
	if (pageStart > daph.num_values && (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__.isFlatColumn)(schemaPath)) {
		return { skipped: daph.num_values }
	}
	const page = (0,_datapage_js__WEBPACK_IMPORTED_MODULE_2__.decompressPage)(compressedBytes, Number(header.uncompressed_page_size), codec, compressors)
	const { definitionLevels, repetitionLevels, dataPage } = (0,_datapage_js__WEBPACK_IMPORTED_MODULE_2__.readDataPage)(page, daph, columnDecoder)
	const values = (0,_convert_js__WEBPACK_IMPORTED_MODULE_1__.convertWithDictionary)(dataPage, dictionary, daph.encoding, columnDecoder)
	const output = Array.isArray(previousChunk) ? previousChunk : []
	const assembled = (0,_assemble_js__WEBPACK_IMPORTED_MODULE_3__.assembleLists)(output, definitionLevels, repetitionLevels, values, schemaPath)
	return { skipped: 0, data: assembled }
	} else if (header.type === 'DATA_PAGE_V2') {
	const daph2 = header.data_page_header_v2
	if (!daph2) throw new Error('parquet data page header v2 is undefined')
	if (pageStart > daph2.num_rows) {
		return { skipped: daph2.num_rows }
	}
	const { definitionLevels, repetitionLevels, dataPage } =
		(0,_datapage_js__WEBPACK_IMPORTED_MODULE_2__.readDataPageV2)(compressedBytes, header, columnDecoder)
	const values = (0,_convert_js__WEBPACK_IMPORTED_MODULE_1__.convertWithDictionary)(dataPage, dictionary, daph2.encoding, columnDecoder)
	const output = Array.isArray(previousChunk) ? previousChunk : []
	const assembled = (0,_assemble_js__WEBPACK_IMPORTED_MODULE_3__.assembleLists)(output, definitionLevels, repetitionLevels, values, schemaPath)
	return { skipped: 0, data: assembled }
	} else if (header.type === 'DICTIONARY_PAGE') {
	const diph = header.dictionary_page_header
	if (!diph) throw new Error('parquet dictionary page header is undefined')
	const page = (0,_datapage_js__WEBPACK_IMPORTED_MODULE_2__.decompressPage)(
		compressedBytes, Number(header.uncompressed_page_size), codec, compressors
	)
	const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }
	const dictArray = (0,_plain_js__WEBPACK_IMPORTED_MODULE_4__.readPlain)(reader, type, diph.num_values, element.type_length)
	return { skipped: 0, data: dictArray }
	} else {
	throw new Error(`parquet unsupported page type: ${header.type}`)
	}
}
function parquetHeader(reader) {
	const header = (0,_thrift_js__WEBPACK_IMPORTED_MODULE_5__ .Tn)(reader)
	const type = _constants_js__WEBPACK_IMPORTED_MODULE_6__ .P2[header.field_1]
	const uncompressed_page_size = header.field_2
	const compressed_page_size = header.field_3
	const crc = header.field_4
	const data_page_header = header.field_5 && {
	num_values: header.field_5.field_1,
	encoding: _constants_js__WEBPACK_IMPORTED_MODULE_6__ .p6[header.field_5.field_2],
	definition_level_encoding: _constants_js__WEBPACK_IMPORTED_MODULE_6__ .p6[header.field_5.field_3],
	repetition_level_encoding: _constants_js__WEBPACK_IMPORTED_MODULE_6__ .p6[header.field_5.field_4],
	statistics: pageStatistics(header.field_5.field_5),
	}
	const index_page_header = header.field_6
	const dictionary_page_header = header.field_7 && {
	num_values: header.field_7.field_1,
	encoding: _constants_js__WEBPACK_IMPORTED_MODULE_6__ .p6[header.field_7.field_2],
	is_sorted: header.field_7.field_3,
	}
	const data_page_header_v2 = header.field_8 && {
	num_values: header.field_8.field_1,
	num_nulls: header.field_8.field_2,
	num_rows: header.field_8.field_3,
	encoding: _constants_js__WEBPACK_IMPORTED_MODULE_6__ .p6[header.field_8.field_4],
	definition_levels_byte_length: header.field_8.field_5,
	repetition_levels_byte_length: header.field_8.field_6,
	is_compressed: header.field_8.field_7 === undefined ? true : header.field_8.field_7,
	statistics: pageStatistics(header.field_8.field_8),
	}
	return {
	type,
	uncompressed_page_size,
	compressed_page_size,
	crc,
	data_page_header,
	index_page_header,
	dictionary_page_header,
	data_page_header_v2,
	}
}
function pageStatistics(stats) {
	return stats && {
	max: stats.field_1,
	min: stats.field_2,
	null_count: stats.field_3,
	distinct_count: stats.field_4,
	max_value: stats.field_5,
	min_value: stats.field_6,
	is_max_value_exact: stats.field_7,
	is_min_value_exact: stats.field_8,
	}
}
	})
};
