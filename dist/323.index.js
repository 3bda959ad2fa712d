export const id = 323;
export const ids = [323,286];
export const modules = {
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
