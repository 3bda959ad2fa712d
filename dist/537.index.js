export const id = 537;
export const ids = [537];
export const modules = {
	50537:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	parquetMetadataAsync: () => ( src_metadata.parquetMetadataAsync),
	parquetRead: () => ( parquetRead),
	parquetSchema: () => ( src_metadata.parquetSchema)
});
var external_fs_ = __webpack_require__(79896);
var src_metadata = __webpack_require__(96367);
var src_bloom = __webpack_require__(39974);
var utils = __webpack_require__(94428);
;
const encoder = new TextEncoder()
function pathsNeededForFilter(filter) {
	if (!filter) return []
	const paths = []
	if ('$and' in filter && Array.isArray(filter.$and)) {
	paths.push(...filter.$and.flatMap(pathsNeededForFilter))
	} else if ('$or' in filter && Array.isArray(filter.$or)) {
	paths.push(...filter.$or.flatMap(pathsNeededForFilter))
	} else if ('$nor' in filter && Array.isArray(filter.$nor)) {
	paths.push(...filter.$nor.flatMap(pathsNeededForFilter))
	} else {
	paths.push(...Object.keys(filter))
	}
	return [...new Set(paths)]
}
function filter_columnsNeededForFilter(filter) {
	return [...new Set(pathsNeededForFilter(filter).map(path => path.split('.')[0]))]
}
function matchFilter(record, filter, strict = true) {
	if ('$and' in filter && Array.isArray(filter.$and)) {
	return filter.$and.every(subQuery => matchFilter(record, subQuery, strict))
	}
	if ('$or' in filter && Array.isArray(filter.$or)) {
	return filter.$or.some(subQuery => matchFilter(record, subQuery, strict))
	}
	if ('$nor' in filter && Array.isArray(filter.$nor)) {
	return !filter.$nor.some(subQuery => matchFilter(record, subQuery, strict))
	}
	return Object.entries(filter).every(([field, condition]) => {
	const value = resolve(record, field)
	if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) {
		return (0,utils .aI)(value, condition, strict)
	}
	return Object.entries(condition || {}).every(([operator, target]) => {
		if (operator === '$gt') return value !== null && value !== undefined && value > target
		if (operator === '$gte') return value !== null && value !== undefined && value >= target
		if (operator === '$lt') return value !== null && value !== undefined && value < target
		if (operator === '$lte') return value !== null && value !== undefined && value <= target
		if (operator === '$eq') return (0,utils .aI)(value, target, strict)
		if (operator === '$ne') return !(0,utils .aI)(value, target, strict)
		if (operator === '$in') return Array.isArray(target) && matchesIn(value, target, strict)
		if (operator === '$nin') return Array.isArray(target) && !matchesIn(value, target, strict)
		if (operator === '$not') return !matchFilter({ value }, { value: target }, strict)
		return true
	})
	})
}
function matchesIn(value, targets, strict) {
	return targets.some(target =>
	(0,utils .aI)(value, target, strict) ||
	Array.isArray(value) && value.some(element => (0,utils .aI)(element, target, strict)))
}
function canSkipRowGroup({ rowGroup, physicalColumns, filter, strict = true, bloomFilters, schemaElements }) {
	if (!filter) return false
	if ('$and' in filter && Array.isArray(filter.$and)) {
	return filter.$and.some(subFilter => canSkipRowGroup({ rowGroup, physicalColumns, filter: subFilter, strict, bloomFilters, schemaElements }))
	}
	if ('$or' in filter && Array.isArray(filter.$or)) {
	return filter.$or.every(subFilter => canSkipRowGroup({ rowGroup, physicalColumns, filter: subFilter, strict, bloomFilters, schemaElements }))
	}
	if ('$nor' in filter && Array.isArray(filter.$nor)) {
	return false
	}
	for (const [field, condition] of Object.entries(filter)) {
	const columnIndex = physicalColumns.indexOf(field)
	if (columnIndex === -1) continue
	const stats = rowGroup.columns[columnIndex].meta_data?.statistics
	const { min, max, min_value, max_value, null_count: nullCount } = stats || {}
	const minVal = min_value !== undefined ? min_value : min
	const maxVal = max_value !== undefined ? max_value : max
	const haveStats = minVal !== undefined && maxVal !== undefined
	const bloom = bloomFilters?.[field]
	const element = schemaElements?.[field]
	const matchingNulls = matchFilter({ value: null }, { value: condition }, strict) &&
		(nullCount === undefined || nullCount > 0)
	if (haveStats && !matchingNulls && canSkipStats(condition, minVal, maxVal, strict, element)) {
		return true
	}
	for (const [operator, target] of Object.entries(condition || {})) {
		if (bloom && element) {
		if (operator === '$eq') {
			const hash = (0,src_bloom .wv)(target, element)
			if (hash !== undefined && !(0,src_bloom .xo)(bloom.blocks, hash)) return true
		}
		if (operator === '$in' && Array.isArray(target) && target.length > 0) {
			let allAbsent = true
			for (const v of target) {
			const h = (0,src_bloom .wv)(v, element)
			if (h === undefined || (0,src_bloom .xo)(bloom.blocks, h)) {
				allAbsent = false
				break
			}
			}
			if (allAbsent) return true
		}
		}
	}
	}
	return false
}
function canSkipStats(condition, minVal, maxVal, strict, element) {
	if (minVal === undefined || maxVal === undefined) return false
	const mayContainNaN = element?.type === 'FLOAT' || element?.type === 'DOUBLE' || element?.logical_type?.type === 'FLOAT16'
	for (const [operator, target] of Object.entries(condition || {})) {
	const minComparison = compareParquetValues(minVal, target, strict, element)
	const maxComparison = compareParquetValues(maxVal, target, strict, element)
	const binaryBounds = minVal instanceof Uint8Array || maxVal instanceof Uint8Array
	const relationalBoundsAreSafe = !binaryBounds && (element?.type !== 'BYTE_ARRAY' ||
		typeof target === 'string' && [...target].every(character => character.charCodeAt(0) <= 0x7f))
	if (operator === '$gt' && relationalBoundsAreSafe && maxComparison !== undefined && maxComparison <= 0) return true
	if (operator === '$gte' && relationalBoundsAreSafe && maxComparison !== undefined && maxComparison < 0) return true
	if (operator === '$lt' && relationalBoundsAreSafe && minComparison !== undefined && minComparison >= 0) return true
	if (operator === '$lte' && relationalBoundsAreSafe && minComparison !== undefined && minComparison > 0) return true
	if (operator === '$eq') {
		const targetMinComparison = compareParquetValues(target, minVal, strict, element)
		const targetMaxComparison = compareParquetValues(target, maxVal, strict, element)
		if (targetMinComparison !== undefined && targetMinComparison < 0 ||
			targetMaxComparison !== undefined && targetMaxComparison > 0) return true
	}
	if (operator === '$ne' && !mayContainNaN && (0,utils .aI)(minVal, maxVal, strict) && (0,utils .aI)(minVal, target, strict)) return true
	if (operator === '$in' && Array.isArray(target) && target.every(value => {
		const valueMinComparison = compareParquetValues(value, minVal, strict, element)
		const valueMaxComparison = compareParquetValues(value, maxVal, strict, element)
		return valueMinComparison !== undefined && valueMinComparison < 0 ||
		valueMaxComparison !== undefined && valueMaxComparison > 0
	})) return true
	if (operator === '$nin' && !mayContainNaN && Array.isArray(target) && (0,utils .aI)(minVal, maxVal, strict) && target.some(value => (0,utils .aI)(minVal, value, strict))) return true
	}
	return false
}
function compareParquetValues(a, b, strict, element) {
	if (element?.type === 'BYTE_ARRAY') {
	if (typeof a !== 'string' || typeof b !== 'string') return undefined
	return compareBytes(encoder.encode(a), encoder.encode(b))
	}
	if (a instanceof Uint8Array || b instanceof Uint8Array) {
	if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return undefined
	return compareBytes(a, b)
	}
	if (a < b) return -1
	if (a > b) return 1
	if ((0,utils .aI)(a, b, strict)) return 0
	return undefined
}
function compareBytes(a, b) {
	const length = Math.min(a.length, b.length)
	for (let i = 0; i < length; i++) {
	if (a[i] < b[i]) return -1
	if (a[i] > b[i]) return 1
	}
	if (a.length < b.length) return -1
	if (a.length > b.length) return 1
	return 0
}
function matchesNull(condition, strict) {
	return matchFilter({ value: null }, { value: condition }, strict)
}
function filterPageRanges(filter, columnPages, groupRows, strict = true) {
	if (!filter) return undefined
	if ('$and' in filter && Array.isArray(filter.$and)) {
	let ranges
	for (const subFilter of filter.$and) {
		ranges = intersectRanges(ranges, filterPageRanges(subFilter, columnPages, groupRows, strict))
	}
	return ranges
	}
	if ('$or' in filter && Array.isArray(filter.$or)) {
	let ranges = []
	for (const subFilter of filter.$or) {
		const subRanges = filterPageRanges(subFilter, columnPages, groupRows, strict)
		if (!subRanges) return undefined
		ranges = unionRanges(ranges, subRanges)
	}
	return ranges
	}
	if ('$nor' in filter && Array.isArray(filter.$nor)) {
	return undefined
	}
	let result
	for (const [field, condition] of Object.entries(filter)) {
	const pages = columnPages[field]
	if (!pages) continue
	const nullCanMatch = matchesNull(condition, strict)
	const keep = []
	for (let i = 0; i < pages.pageStarts.length; i++) {
		const start = pages.pageStarts[i]
		const end = i + 1 < pages.pageStarts.length ? pages.pageStarts[i + 1] : groupRows
		const nullCount = pages.nullCounts?.[i]
		const matchingNulls = nullCanMatch && (nullCount === undefined || nullCount > 0)
		const skip = !pages.nullPages[i] && !matchingNulls &&
		canSkipStats(condition, pages.minValues[i], pages.maxValues[i], strict, pages.element)
		if (!skip) {
		const last = keep[keep.length - 1]
		if (last && last[1] === start) last[1] = end
		else keep.push([start, end])
		}
	}
	result = intersectRanges(result, keep)
	}
	return result
}
function intersectRanges(a, b) {
	if (!a) return b
	if (!b) return a
	const out = []
	let i = 0
	let j = 0
	while (i < a.length && j < b.length) {
	const start = Math.max(a[i][0], b[j][0])
	const end = Math.min(a[i][1], b[j][1])
	if (start < end) out.push([start, end])
	if (a[i][1] < b[j][1]) i++
	else j++
	}
	return out
}
function unionRanges(a, b) {
	const out = []
	let i = 0
	let j = 0
	while (i < a.length || j < b.length) {
	const next = j >= b.length || i < a.length && a[i][0] <= b[j][0] ? a[i++] : b[j++]
	const last = out[out.length - 1]
	if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1])
	else out.push([next[0], next[1]])
	}
	return out
}
function resolve(record, path) {
	let value = record
	for (const part of path.split('.')) {
	value = value?.[part]
	}
	return value
}
var assemble = __webpack_require__(95573);
var column = __webpack_require__(16167);
var convert = __webpack_require__(69234);
var constants = __webpack_require__(40312);
var src_thrift = __webpack_require__(52558);
;
function readColumnIndex(reader, schema, parsers = undefined) {
	const allParsers = { ...convert.DEFAULT_PARSERS, ...parsers }
	const thrift = (0,src_thrift .Tn)(reader)
	return {
	null_pages: thrift.field_1,
	min_values: thrift.field_2.map(( m) => (0,src_metadata.convertMetadata)(m, schema, allParsers)),
	max_values: thrift.field_3.map(( m) => (0,src_metadata.convertMetadata)(m, schema, allParsers)),
	boundary_order: constants .UQ[thrift.field_4],
	null_counts: thrift.field_5,
	repetition_level_histograms: thrift.field_6,
	definition_level_histograms: thrift.field_7,
	}
}
function readOffsetIndex(reader) {
	const thrift = (0,src_thrift .Tn)(reader)
	return {
	page_locations: thrift.field_1.map(loc => ({
		offset: loc.field_1,
		compressed_page_size: loc.field_2,
		first_row_index: loc.field_3,
	})),
	unencoded_byte_array_data_bytes: thrift.field_2,
	}
}
var schema = __webpack_require__(28286);
;
function readRowGroup(options, { metadata }, groupPlan) {
	const asyncColumns = []
	const schemaTree = (0,src_metadata.parquetSchema)(metadata)
	for (const chunk of groupPlan.chunks) {
	const { path_in_schema: pathInSchema } = chunk.columnMetadata
	const schemaPath = (0,schema.getTreePath)(schemaTree, pathInSchema)
	const columnDecoder = {
		pathInSchema,
		element: schemaPath[schemaPath.length - 1].element,
		schemaPath,
		...options,
		...chunk.columnMetadata,
		parsers: { ...convert.DEFAULT_PARSERS, ...options.parsers },
	}
	const { startByte, endByte } = chunk.range
	if ('pageLocations' in chunk) {
		asyncColumns.push({
		pathInSchema,
		data: readSelectedPages(options, groupPlan, chunk, chunk.pageLocations, columnDecoder),
		})
	} else if ('offsetIndex' in chunk) {
		asyncColumns.push({
		pathInSchema,
		data: Promise.resolve(options.file.slice(chunk.offsetIndex.startByte, chunk.offsetIndex.endByte))
			.then(arrayBuffer => {
			const pages = readOffsetIndex({ view: new DataView(arrayBuffer), offset: 0 }).page_locations
			return readSelectedPages(options, groupPlan, chunk, pages, columnDecoder)
			}),
		})
	} else {
		asyncColumns.push({
		pathInSchema,
		data: Promise.resolve(options.file.slice(startByte, endByte))
			.then(buffer => {
			const reader = { view: new DataView(buffer), offset: 0 }
			return (0,column.readColumn)(reader, groupPlan, columnDecoder, options.onPage)
			}),
		})
	}
	}
	return {
	groupStart: groupPlan.groupStart,
	groupRows: groupPlan.groupRows,
	selectStart: groupPlan.selectStart,
	selectEnd: groupPlan.selectEnd,
	asyncColumns,
	}
}
async function readSelectedPages(options, groupPlan, chunk, pages, columnDecoder) {
	const { data_page_offset, dictionary_page_offset } = chunk.columnMetadata
	const { selectStart, selectEnd } = groupPlan
	let { startByte, endByte } = chunk.range
	let skipped = -1
	const hasDict = dictionary_page_offset || data_page_offset < pages[0].offset
	for (let i = 0; i < pages.length; i++) {
	const page = pages[i]
	const pageStart = Number(page.first_row_index)
	const pageEnd = i + 1 < pages.length
		? Number(pages[i + 1].first_row_index)
		: groupPlan.groupRows
	if (skipped < 0 && pageEnd > selectStart) {
		startByte = Number(page.offset)
		skipped = pageStart
	}
	if (pageStart < selectEnd) {
		endByte = Number(page.offset) + page.compressed_page_size
	}
	}
	if (skipped < 0) skipped = 0
	let view
	if (hasDict && skipped) {
	const dictLength = Number(pages[0].offset) - chunk.range.startByte
	const [dictBuffer, dataBuffer] = await Promise.all([
		options.file.slice(chunk.range.startByte, Number(pages[0].offset)),
		options.file.slice(startByte, endByte),
	])
	const combined = new Uint8Array(dictLength + dataBuffer.byteLength)
	combined.set(new Uint8Array(dictBuffer, 0, dictLength))
	combined.set(new Uint8Array(dataBuffer), dictLength)
	view = new DataView(combined.buffer)
	} else if (hasDict) {
	view = new DataView(await options.file.slice(chunk.range.startByte, endByte))
	} else {
	view = new DataView(await options.file.slice(startByte, endByte))
	}
	const reader = { view, offset: 0 }
	const adjustedGroupPlan = skipped ? {
	...groupPlan,
	groupStart: groupPlan.groupStart + skipped,
	selectStart: groupPlan.selectStart - skipped,
	selectEnd: groupPlan.selectEnd - skipped,
	} : groupPlan
	const { data, skipped: columnSkipped } = (0,column.readColumn)(reader, adjustedGroupPlan, columnDecoder, options.onPage)
	return {
	data,
	skipped: skipped + columnSkipped,
	}
}
async function asyncGroupToRows({ asyncColumns }, selectStart, selectEnd, columns, rowFormat) {
	const asyncPages = await Promise.all(asyncColumns.map(column =>
	column.data.then(({ skipped, data }) => ({ skipped, data: (0,utils .Bq)(data) }))
	))
	const selectCount = selectEnd - selectStart
	if (rowFormat === 'object') {
	const groupData = Array(selectCount)
	for (let selectRow = 0; selectRow < selectCount; selectRow++) {
		const rowData = {}
		for (let i = 0; i < asyncColumns.length; i++) {
		const { data, skipped } = asyncPages[i]
		rowData[asyncColumns[i].pathInSchema[0]] = data[selectStart + selectRow - skipped]
		}
		groupData[selectRow] = rowData
	}
	return groupData
	}
	const includedColumnNames = asyncColumns
	.map(child => child.pathInSchema[0])
	.filter(name => !columns || columns.includes(name))
	const columnOrder = columns ?? includedColumnNames
	const columnIndexes = columnOrder.map(name => asyncColumns.findIndex(column => column.pathInSchema[0] === name))
	const groupData = Array(selectCount)
	for (let selectRow = 0; selectRow < selectCount; selectRow++) {
	const rowData = Array(asyncColumns.length)
	for (let i = 0; i < columnOrder.length; i++) {
		const colIdx = columnIndexes[i]
		if (colIdx < 0) throw new Error(`parquet column not found: ${columnOrder[i]}`)
		const { data, skipped } = asyncPages[colIdx]
		rowData[i] = data[selectStart + selectRow - skipped]
	}
	groupData[selectRow] = rowData
	}
	return groupData
}
function rowgroup_assembleAsync(asyncRowGroup, schemaTree, parsers) {
	const { asyncColumns } = asyncRowGroup
	const allParsers = { ...convert.DEFAULT_PARSERS, ...parsers }
	const assembled = []
	for (const child of schemaTree.children) {
	if (child.children.length) {
		const childColumns = asyncColumns.filter(column => column.pathInSchema[0] === child.element.name)
		if (!childColumns.length) continue
		assembled.push({
		pathInSchema: child.path,
		data: (async () => {
			const resolved = await Promise.all(childColumns.map(c => c.data))
			const subcolumnData = new Map()
			const flattened = resolved.map(({ data }) => (0,utils .Bq)(data))
			const skipped = Math.max(asyncRowGroup.selectStart ?? 0, ...resolved.map(result => result.skipped))
			const end = Math.min(asyncRowGroup.selectEnd ?? Infinity, ...resolved.map((result, i) => result.skipped + flattened[i].length))
			for (let i = 0; i < childColumns.length; i++) {
			const start = skipped - resolved[i].skipped
			const length = Math.max(0, end - skipped)
			subcolumnData.set(
				childColumns[i].pathInSchema.join('.'),
				flattened[i].slice(start, start + length)
			)
			}
			(0,assemble.assembleNested)(subcolumnData, child, allParsers)
			const assembled = subcolumnData.get(child.element.name)
			if (!assembled) throw new Error('parquet column data not assembled')
			return { data: [assembled], skipped }
		})(),
		})
	} else {
		const asyncColumn = asyncColumns.find(column => column.pathInSchema[0] === child.element.name)
		if (asyncColumn) assembled.push(asyncColumn)
	}
	}
	return { ...asyncRowGroup, asyncColumns: assembled }
}
;
const runLimit = 1 << 21
const columnGapLimit = 1 << 13
function plan_parquetPlan(options) {
	const { metadata, rowStart = 0, columns, useOffsetIndex = false } = options
	if (!metadata) throw new Error('parquetPlan requires metadata')
	const groups = []
	const fetches = []
	const indexes = []
	const scanPlan = plan_parquetPlanGroups(options)
	for (const group of scanPlan.groups) {
	const groupPlan = plan_parquetPlanGroup({ ...group, columns, useOffsetIndex })
	groups.push(...groupPlan.groups)
	fetches.push(...groupPlan.fetches)
	indexes.push(...groupPlan.indexes)
	}
	fetches.push(...indexes)
	return { metadata, rowStart, rowEnd: scanPlan.rowEnd, columns, fetches, groups }
}
function plan_parquetPlanGroups({ metadata, rowStart = 0, rowEnd = Infinity, columns, filter, filterStrict = true, bloomFiltersByGroup, schemaElements, pageRangesByGroup, pageLocationsByGroup }) {
	if (!metadata) throw new Error('parquetPlan requires metadata')
	const schemaTree = (0,src_metadata.parquetSchema)(metadata)
	const physicalColumns = (0,schema.getPhysicalColumns)(schemaTree)
	const elementsByPath = filter ? {
	...physicalSchemaElements(schemaTree),
	...schemaElements,
	} : schemaElements
	const groups = []
	let groupStart = 0
	for (let groupIndex = 0; groupIndex < metadata.row_groups.length; groupIndex++) {
	const rowGroup = metadata.row_groups[groupIndex]
	const groupRows = Number(rowGroup.num_rows)
	const groupEnd = groupStart + groupRows
	if (groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd && !canSkipRowGroup({
		rowGroup,
		physicalColumns,
		filter,
		strict: filterStrict,
		bloomFilters: bloomFiltersByGroup?.[groupIndex],
		schemaElements: elementsByPath,
	})) {
		const selectStart = Math.max(rowStart - groupStart, 0)
		const selectEnd = Math.min(rowEnd - groupStart, groupRows)
		const pageRanges = pageRangesByGroup?.[groupIndex]
		const pageLocations = pageLocationsByGroup?.[groupIndex]
		let ranges = pageRanges
		? pageRanges
			.map(([start, end]) => {
			const range = [Math.max(start, selectStart), Math.min(end, selectEnd)]
			return range
			})
			.filter(([start, end]) => start < end)
		: [[selectStart, selectEnd]]
		if (ranges.length > 1) {
		const canSplit = rowGroup.columns.every(chunk => {
			const columnName = chunk.meta_data?.path_in_schema[0]
			const columnPath = chunk.meta_data?.path_in_schema.join('.')
			if (columns && columnName && !columns.includes(columnName)) return true
			return !!(chunk.offset_index_offset && chunk.offset_index_length) || !!(columnPath && pageLocations?.[columnPath])
		})
		ranges = canSplit
			? coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations)
			: [[ranges[0][0], ranges[ranges.length - 1][1]]]
		}
		if (ranges.length) {
		groups.push({ rowGroup, groupIndex, groupStart, groupRows, ranges, pageRanges, pageLocations })
		}
	}
	groupStart = groupEnd
	}
	return { groups, rowEnd: isFinite(rowEnd) ? rowEnd : groupStart }
}
function plan_parquetPlanGroup({ rowGroup, groupStart, groupRows, ranges, columns, useOffsetIndex = false, pageRanges, pageLocations }) {
	const chunks = []
	const fetches = []
	const indexes = []
	const narrowed = ranges.length > 1 || ranges[0][0] > 0 || ranges[0][1] < groupRows
	for (const chunk of rowGroup.columns) {
	const meta = chunk.meta_data
	if (chunk.file_path) throw new Error('parquet file_path not supported')
	if (!meta) throw new Error('parquet column metadata is undefined')
	if (columns && !columns.includes(meta.path_in_schema[0])) continue
	const columnOffset = meta.dictionary_page_offset || meta.data_page_offset
	const startByte = Number(columnOffset)
	const endByte = Number(columnOffset + meta.total_compressed_size)
	const chunkPageLocations = pageLocations?.[meta.path_in_schema.join('.')]
	if (chunkPageLocations && narrowed) {
		chunks.push({ columnMetadata: meta, pageLocations: chunkPageLocations, range: { startByte, endByte } })
	} else if ((useOffsetIndex || pageRanges) && chunk.offset_index_offset && chunk.offset_index_length && narrowed) {
		const startByte = Number(chunk.offset_index_offset)
		chunks.push({
		columnMetadata: meta,
		offsetIndex: { startByte, endByte: startByte + chunk.offset_index_length },
		range: { startByte: Number(columnOffset), endByte },
		})
	} else {
		chunks.push({ columnMetadata: meta, range: { startByte, endByte } })
	}
	}
	const columnRanges = []
	let run
	for (const chunk of chunks) {
	if ('pageLocations' in chunk) continue
	if ('offsetIndex' in chunk) {
		indexes.push(chunk.offsetIndex)
	} else if (columns) {
		columnRanges.push(chunk.range)
	} else if (run && chunk.range.endByte - run.startByte <= runLimit) {
		run.endByte = chunk.range.endByte
	} else {
		if (run) fetches.push(run)
		run = { ...chunk.range }
	}
	}
	if (run) fetches.push(run)
	fetches.push(...coalesceByteRanges(columnRanges, columnGapLimit, runLimit))
	const groups = ranges.map(([selectStart, selectEnd]) => ({
	chunks,
	rowGroup,
	groupStart,
	groupRows,
	selectStart,
	selectEnd,
	}))
	return { groups, fetches, indexes }
}
function coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) {
	const selectedPageLayouts = rowGroup.columns
	.filter(chunk => !columns || columns.includes(chunk.meta_data?.path_in_schema[0] || ''))
	.map(chunk => pageLocations?.[chunk.meta_data?.path_in_schema.join('.') || ''])
	const merged = []
	for (const range of ranges) {
	const last = merged[merged.length - 1]
	const overlapsPage = last && selectedPageLayouts.some(pages => {
		if (!pages) return true
		const lastPages = pagesForRange(last, pages, Number(rowGroup.num_rows))
		const rangePages = pagesForRange(range, pages, Number(rowGroup.num_rows))
		return lastPages[0] <= rangePages[1] && rangePages[0] <= lastPages[1]
	})
	if (last && overlapsPage) last[1] = range[1]
	else merged.push([...range])
	}
	return merged
}
function pagesForRange([rangeStart, rangeEnd], pages, groupRows) {
	let first = Infinity
	let last = -Infinity
	for (let i = 0; i < pages.length; i++) {
	const pageStart = Number(pages[i].first_row_index)
	const pageEnd = i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupRows
	if (pageEnd > rangeStart && pageStart < rangeEnd) {
		first = Math.min(first, i)
		last = i
	}
	}
	return [first, last]
}
async function prefetchBloomFilters({ file, metadata, filter, filterStrict = true }) {
	const result = metadata.row_groups.map(() => ({}))
	const eligibleCols = (0,src_bloom .W0)(filter)
	if (eligibleCols.size === 0) return result
	const physicalColumns = (0,schema.getPhysicalColumns)((0,src_metadata.parquetSchema)(metadata))
	const tasks = []
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
	if (canSkipRowGroup({ rowGroup, physicalColumns, filter, strict: filterStrict })) return
	for (const colName of eligibleCols) {
		const columnIdx = physicalColumns.indexOf(colName)
		if (columnIdx === -1) continue
		const meta = rowGroup.columns[columnIdx]?.meta_data
		if (!meta?.bloom_filter_offset || !meta.bloom_filter_length) continue
		const start = Number(meta.bloom_filter_offset)
		const end = start + meta.bloom_filter_length
		tasks.push((async () => {
		const buffer = await file.slice(start, end)
		const bloom = (0,src_bloom .Mw)({ view: new DataView(buffer), offset: 0 })
		if (bloom) result[rgIdx][colName] = bloom
		})())
	}
	})
	if (tasks.length) await Promise.all(tasks)
	return result
}
async function prefetchPageIndexes({ file, metadata, filter, filterStrict = true, rowStart = 0, rowEnd = Infinity, columns, bloomFiltersByGroup, schemaElements, parsers }) {
	const pageRangesByGroup = metadata.row_groups.map(() => undefined)
	const pageLocationsByGroup = metadata.row_groups.map(() => ({}))
	if (filter && '$nor' in filter && Array.isArray(filter.$nor)) {
	return { pageRangesByGroup, pageLocationsByGroup }
	}
	const filterColumns = pathsNeededForFilter(filter)
	if (!filterColumns.length) return { pageRangesByGroup, pageLocationsByGroup }
	const schemaTree = (0,src_metadata.parquetSchema)(metadata)
	const physicalColumns = (0,schema.getPhysicalColumns)(schemaTree)
	const elementsByPath = {
	...physicalSchemaElements(schemaTree),
	...schemaElements,
	}
	const indexRanges = []
	const indexTasks = []
	const candidateGroups = []
	let groupStart = 0
	metadata.row_groups.forEach((rowGroup, rgIdx) => {
	const groupRows = Number(rowGroup.num_rows)
	const groupEnd = groupStart + groupRows
	const overlaps = groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd
	groupStart = groupEnd
	if (!overlaps) return
	if (canSkipRowGroup({ rowGroup, physicalColumns, filter, strict: filterStrict, bloomFilters: bloomFiltersByGroup?.[rgIdx], schemaElements: elementsByPath })) return
	const columnPages = {}
	let columnTaskCount = 0
	const scheduledOffsetPaths = new Set()
	let hasFilterIndex = false
	for (const columnName of filterColumns) {
		const columnIdx = physicalColumns.indexOf(columnName)
		if (columnIdx === -1) continue
		const chunk = rowGroup.columns[columnIdx]
		const meta = chunk?.meta_data
		if (!meta) continue
		if (!chunk.column_index_offset || !chunk.column_index_length) continue
		if (!chunk.offset_index_offset || !chunk.offset_index_length) continue
		const element = elementsByPath[columnName]
		if (!element) continue
		hasFilterIndex = true
		scheduledOffsetPaths.add(columnName)
		const columnIndexStart = Number(chunk.column_index_offset)
		const offsetIndexStart = Number(chunk.offset_index_offset)
		const columnIndexEnd = columnIndexStart + chunk.column_index_length
		const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length
		indexRanges.push(
		{ startByte: columnIndexStart, endByte: columnIndexEnd },
		{ startByte: offsetIndexStart, endByte: offsetIndexEnd }
		)
		columnTaskCount++
		indexTasks.push(async prefetchedFile => {
		const [columnIndexBuffer, offsetIndexBuffer] = await Promise.all([
			prefetchedFile.slice(columnIndexStart, columnIndexEnd),
			prefetchedFile.slice(offsetIndexStart, offsetIndexEnd),
		])
		const columnIndex = readColumnIndex({ view: new DataView(columnIndexBuffer), offset: 0 }, element, parsers)
		const offsetIndex = readOffsetIndex({ view: new DataView(offsetIndexBuffer), offset: 0 })
		pageLocationsByGroup[rgIdx][columnName] = offsetIndex.page_locations
		columnPages[columnName] = {
			minValues: columnIndex.min_values,
			maxValues: columnIndex.max_values,
			nullPages: columnIndex.null_pages,
			nullCounts: columnIndex.null_counts,
			pageStarts: offsetIndex.page_locations.map(page => Number(page.first_row_index)),
			element,
		}
		})
	}
	if (hasFilterIndex) {
		for (const chunk of rowGroup.columns) {
		const meta = chunk.meta_data
		if (!meta) continue
		const columnName = meta.path_in_schema[0]
		const columnPath = meta.path_in_schema.join('.')
		if (columns && !columns.includes(columnName)) continue
		if (scheduledOffsetPaths.has(columnPath)) continue
		if (!chunk.offset_index_offset || !chunk.offset_index_length) continue
		scheduledOffsetPaths.add(columnPath)
		const offsetIndexStart = Number(chunk.offset_index_offset)
		const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length
		indexRanges.push({ startByte: offsetIndexStart, endByte: offsetIndexEnd })
		columnTaskCount++
		indexTasks.push(async prefetchedFile => {
			const offsetIndexBuffer = await prefetchedFile.slice(offsetIndexStart, offsetIndexEnd)
			const offsetIndex = readOffsetIndex({ view: new DataView(offsetIndexBuffer), offset: 0 })
			pageLocationsByGroup[rgIdx][columnPath] = offsetIndex.page_locations
		})
		}
	}
	if (columnTaskCount) {
		candidateGroups.push({ rgIdx, groupRows, columnPages })
	}
	})
	if (indexTasks.length) {
	const prefetchedFile = prefetchAsyncBuffer(file, { fetches: coalesceByteRanges(indexRanges) })
	await Promise.all(indexTasks.map(task => task(prefetchedFile)))
	for (const { rgIdx, groupRows, columnPages } of candidateGroups) {
		pageRangesByGroup[rgIdx] = filterPageRanges(filter, columnPages, groupRows, filterStrict)
	}
	}
	return { pageRangesByGroup, pageLocationsByGroup }
}
function coalesceByteRanges(ranges, maxGap = 0, maxSize = Infinity) {
	const sorted = ranges
	.map(range => ({ ...range }))
	.sort((a, b) => a.startByte - b.startByte || a.endByte - b.endByte)
	const merged = []
	for (const range of sorted) {
	const last = merged[merged.length - 1]
	if (last && range.startByte <= last.endByte + maxGap && Math.max(last.endByte, range.endByte) - last.startByte <= maxSize) {
		last.endByte = Math.max(last.endByte, range.endByte)
	} else {
		merged.push(range)
	}
	}
	return merged
}
function physicalSchemaElements(schemaTree) {
	const elements = {}
	function traverse(node) {
	if (node.children.length) {
		for (const child of node.children) traverse(child)
	} else {
		elements[node.path.join('.')] = node.element
	}
	}
	traverse(schemaTree)
	return elements
}
function prefetchAsyncBuffer(file, { fetches }) {
	const promises = fetches.map(({ startByte, endByte }) => file.slice(startByte, endByte))
	return {
	byteLength: file.byteLength,
	slice(start, end = file.byteLength) {
		const index = fetches.findIndex(({ startByte, endByte }) => startByte <= start && end <= endByte)
		if (index < 0) {
		return file.slice(start, end)
		}
		if (fetches[index].startByte !== start || fetches[index].endByte !== end) {
		const startOffset = start - fetches[index].startByte
		const endOffset = end - fetches[index].startByte
		if (promises[index] instanceof Promise) {
			return promises[index].then(buffer => buffer.slice(startOffset, endOffset))
		} else {
			return promises[index].slice(startOffset, endOffset)
		}
		} else {
		return promises[index]
		}
	},
	}
}
;
async function parquetScan(options) {
	options.metadata ??= await parquetMetadataAsync(options.file, options)
	const { pruningFilter, ...readOptions } = options
	let { columns } = readOptions
	if (columns && pruningFilter) {
	const selectedColumns = new Set(columns)
	const extraColumns = columnsNeededForFilter(pruningFilter)
		.filter(column => !selectedColumns.has(column))
	if (extraColumns.length) columns = [...columns, ...extraColumns]
	}
	const preparedOptions = await prepareParquetOptions({
	...readOptions,
	columns,
	filter: pruningFilter,
	useOffsetIndex: readOptions.useOffsetIndex ?? true,
	})
	const { metadata } = preparedOptions
	if (!metadata) throw new Error('parquet requires metadata')
	const schemaTree = parquetSchema(metadata)
	const availableColumns = new Set(columns ?? schemaTree.children.map(child => child.element.name))
	const plan = parquetPlanGroups(preparedOptions)
	const candidates = plan.groups.flatMap(group => group.ranges.map(([selectStart, selectEnd]) => ({
	rowStart: group.groupStart + selectStart,
	rowEnd: group.groupStart + selectEnd,
	group,
	})))
	const ranges = candidates.map(({ rowStart, rowEnd }) => ({ rowStart, rowEnd }))
	const cache = new Map()
	function readColumn({ column, rowStart, rowEnd }) {
	if (!availableColumns.has(column)) {
		throw new Error(`parquet column not found in scan: ${column}`)
	}
	validateRange(rowStart, rowEnd)
	if (rowStart === rowEnd) return Promise.resolve([])
	const candidateIndex = findCandidate(candidates, rowStart, rowEnd)
	if (candidateIndex < 0) {
		throw new RangeError(`parquet row range [${rowStart}, ${rowEnd}) is outside scan ranges`)
	}
	const { group } = candidates[candidateIndex]
	const cached = cache.get(column)
	if (cached && rowStart >= cached.rowStart && rowEnd <= cached.rowEnd) {
		return cached.data.then(data => sliceDecodedArray(
		data,
		rowStart - cached.rowStart,
		rowEnd - cached.rowStart
		))
	}
	const data = readColumnRange({
		options: preparedOptions,
		schemaTree,
		group,
		column,
		rowStart,
		rowEnd,
	})
	cache.set(column, { rowStart, rowEnd, data })
	return data
	}
	return {
	metadata,
	ranges,
	readColumn,
	}
}
async function scan_prepareParquetRead(options) {
	const prepared = await prepareParquetOptions(options)
	return {
	options: prepared,
	plan: plan_parquetPlan(prepared),
	}
}
async function prepareParquetOptions(options) {
	const metadata = options.metadata ?? await (0,src_metadata.parquetMetadataAsync)(options.file, options)
	const schemaColumns = (0,src_metadata.parquetSchema)(metadata).children.map(child => child.element.name)
	const filterColumns = filter_columnsNeededForFilter(options.filter)
	const missingFilterColumns = filterColumns.filter(column => !schemaColumns.includes(column))
	if (missingFilterColumns.length) {
	throw new Error(`parquet filter columns not found: ${missingFilterColumns.join(', ')}`)
	}
	if (options.columns) {
	const missingColumns = options.columns.filter(column => !schemaColumns.includes(column))
	if (missingColumns.length) throw new Error(`parquet column not found: ${missingColumns[0]}`)
	}
	let prepared = { ...options, metadata }
	prepared = await withBloomFilters(prepared)
	prepared = await withPageIndexes(prepared)
	return prepared
}
function scan_readParquetPlan(options, plan) {
	const readOptions = { ...options, file: prefetchAsyncBuffer(options.file, plan) }
	return plan.groups.map(group => readRowGroup(readOptions, plan, group))
}
async function readColumnRange({ options, schemaTree, group, column, rowStart, rowEnd }) {
	const columnOptions = {
	...options,
	columns: [column],
	filter: undefined,
	rowStart,
	rowEnd,
	useBloomFilters: false,
	useOffsetIndex: options.useOffsetIndex ?? true,
	usePageIndex: false,
	pageRangesByGroup: undefined,
	}
	const columnPlan = planCandidateColumn({ options, group, column, rowStart, rowEnd })
	const [asyncGroup] = scan_readParquetPlan(columnOptions, columnPlan)
	if (!asyncGroup) throw new Error('parquet scan range not planned')
	const assembled = assembleAsync(asyncGroup, schemaTree, options.parsers)
	const asyncColumn = assembled.asyncColumns.find(child => child.pathInSchema[0] === column)
	if (!asyncColumn) throw new Error(`parquet column not found: ${column}`)
	const result = await asyncColumn.data
	const data = flatten(result.data)
	const selectStart = assembled.selectStart ?? rowStart - assembled.groupStart
	const selectEnd = assembled.selectEnd ?? rowEnd - assembled.groupStart
	return sliceDecodedArray(data, selectStart - result.skipped, selectEnd - result.skipped)
}
function planCandidateColumn({ options, group, column, rowStart, rowEnd }) {
	if (!options.metadata) throw new Error('parquet requires metadata')
	const localPlan = parquetPlanGroup({
	rowGroup: group.rowGroup,
	groupStart: group.groupStart,
	groupRows: group.groupRows,
	ranges: [[rowStart - group.groupStart, rowEnd - group.groupStart]],
	columns: [column],
	useOffsetIndex: options.useOffsetIndex ?? true,
	pageLocations: group.pageLocations,
	})
	const [localGroupPlan] = localPlan.groups
	if (!localGroupPlan) throw new Error(`parquet column not found: ${column}`)
	return {
	metadata: options.metadata,
	rowStart,
	rowEnd,
	columns: [column],
	fetches: [...localPlan.fetches, ...localPlan.indexes],
	groups: [localGroupPlan],
	}
}
function findCandidate(candidates, rowStart, rowEnd) {
	let low = 0
	let high = candidates.length - 1
	while (low <= high) {
	const middle = Math.floor((low + high) / 2)
	const candidate = candidates[middle]
	if (rowStart < candidate.rowStart) {
		high = middle - 1
	} else if (rowStart >= candidate.rowEnd) {
		low = middle + 1
	} else {
		return rowEnd <= candidate.rowEnd ? middle : -1
	}
	}
	return -1
}
function validateRange(rowStart, rowEnd) {
	if (!Number.isSafeInteger(rowStart) || rowStart < 0) {
	throw new RangeError('parquet rowStart must be a non-negative safe integer')
	}
	if (!Number.isSafeInteger(rowEnd) || rowEnd < rowStart) {
	throw new RangeError('parquet rowEnd must be a safe integer greater than or equal to rowStart')
	}
}
function sliceDecodedArray(data, start, end) {
	if (start === 0 && end === data.length) return data
	return Array.isArray(data) ? data.slice(start, end) : data.subarray(start, end)
}
async function withBloomFilters(options) {
	if (!options.useBloomFilters || !options.filter || !options.metadata) return options
	const schemaTree = (0,src_metadata.parquetSchema)(options.metadata)
	const schemaElements = {}
	for (const child of schemaTree.children) schemaElements[child.element.name] = child.element
	const bloomFiltersByGroup = await prefetchBloomFilters({
	file: options.file,
	metadata: options.metadata,
	filter: options.filter,
	filterStrict: options.filterStrict,
	})
	return { ...options, bloomFiltersByGroup, schemaElements }
}
async function withPageIndexes(options) {
	if (!options.usePageIndex || !options.filter || !options.metadata) return options
	const { pageRangesByGroup, pageLocationsByGroup } = await prefetchPageIndexes({
	file: options.file,
	metadata: options.metadata,
	filter: options.filter,
	filterStrict: options.filterStrict,
	rowStart: options.rowStart,
	rowEnd: options.rowEnd,
	columns: options.columns,
	bloomFiltersByGroup: options.bloomFiltersByGroup,
	schemaElements: options.schemaElements,
	parsers: options.parsers,
	})
	return { ...options, pageRangesByGroup, pageLocationsByGroup }
}
;
const rowIndex = (Symbol('rowIndex'))
async function parquetRead(options) {
	options.metadata ??= await (0,src_metadata.parquetMetadataAsync)(options.file, options)
	const { rowStart = 0, rowEnd, columns, onChunk, onComplete, rowFormat, filter, filterStrict = true } = options
	if (filter && rowFormat !== 'object') {
	throw new Error('parquet filter requires rowFormat: "object"')
	}
	if (options.includeRowIndex && rowFormat !== 'object') {
	throw new Error('parquet includeRowIndex requires rowFormat: "object"')
	}
	const filterColumns = filter_columnsNeededForFilter(filter)
	let readColumns = columns
	if (columns && filterColumns.length) {
	const selectedColumns = new Set(columns)
	const extraColumns = filterColumns.filter(column => !selectedColumns.has(column))
	if (extraColumns.length) readColumns = [...columns, ...extraColumns]
	}
	const readOptions = readColumns === columns ? options : { ...options, columns: readColumns }
	const prepared = await scan_prepareParquetRead(readOptions)
	const preparedOptions = prepared.options
	const requiresProjection = readColumns !== columns
	const asyncGroups = scan_readParquetPlan(preparedOptions, prepared.plan)
	if (!onComplete && !onChunk) {
	await awaitAllColumns(asyncGroups)
	return
	}
	if (!preparedOptions.metadata) throw new Error('parquet requires metadata')
	const schemaTree = (0,src_metadata.parquetSchema)(preparedOptions.metadata)
	const assembled = asyncGroups.map(arg => rowgroup_assembleAsync(arg, schemaTree, options.parsers))
	if (onChunk) {
	for (const asyncGroup of assembled) {
		for (const asyncColumn of asyncGroup.asyncColumns) {
		asyncColumn.data.then(({ data, skipped }) => {
			let rowStart = asyncGroup.groupStart + skipped
			for (const columnData of data) {
			onChunk({
				columnName: asyncColumn.pathInSchema[0],
				columnData,
				rowStart,
				rowEnd: rowStart + columnData.length,
			})
			rowStart += columnData.length
			}
		}, () => {})
		}
	}
	}
	if (onComplete) {
	await awaitAllColumns(assembled)
	const rows = []
	for (const asyncGroup of assembled) {
		const selectStart = asyncGroup.selectStart ?? Math.max(rowStart - asyncGroup.groupStart, 0)
		const selectEnd = asyncGroup.selectEnd ?? Math.min((rowEnd ?? Infinity) - asyncGroup.groupStart, asyncGroup.groupRows)
		const groupData = rowFormat === 'object' ?
		await asyncGroupToRows(asyncGroup, selectStart, selectEnd, readColumns, 'object') :
		await asyncGroupToRows(asyncGroup, selectStart, selectEnd, columns, 'array')
		if (options.includeRowIndex) {
		for (let i = 0; i < groupData.length; i++) {
			Object.defineProperty(groupData[i], rowIndex, {
			value: asyncGroup.groupStart + selectStart + i,
			})
		}
		}
		if (filter) {
		for (const row of (groupData)) {
			if (matchFilter(row, filter, filterStrict)) {
			if (requiresProjection && columns) {
				for (const col of filterColumns) {
				if (!columns.includes(col)) delete row[col]
				}
			}
			rows.push(row)
			}
		}
		} else {
		(0,utils .xW)(rows, groupData)
		}
	}
	onComplete(rows)
	} else {
	await awaitAllColumns(assembled)
	}
}
async function awaitAllColumns(asyncGroups) {
	const all = asyncGroups.flatMap(g => g.asyncColumns.map(c => c.data))
	const results = await Promise.allSettled(all)
	const failed = results.find(r => r.status === 'rejected')
	if (failed) throw failed.reason
}
function parquetReadAsync(options) {
	if (!options.metadata) throw new Error('parquet requires metadata')
	return readParquetPlan(options, parquetPlan(options))
}
async function parquetReadColumn(options) {
	if (options.columns?.length !== 1) {
	throw new Error('parquetReadColumn expected columns: [columnName]')
	}
	options.metadata ??= await parquetMetadataAsync(options.file, options)
	const column = options.columns[0]
	const prepared = await prepareParquetRead(options)
	const asyncGroups = readParquetPlan(prepared.options, prepared.plan)
	if (!prepared.options.metadata) throw new Error('parquet requires metadata')
	const schemaTree = parquetSchema(prepared.options.metadata)
	const assembled = asyncGroups.map(group => assembleAsync(group, schemaTree, options.parsers))
	await awaitAllColumns(assembled)
	const columnData = []
	for (const group of assembled) {
	const asyncColumn = group.asyncColumns.find(candidate => candidate.pathInSchema[0] === column)
	if (!asyncColumn) throw new Error(`parquet column not found: ${column}`)
	const { data } = await asyncColumn.data
	for (const chunk of data) concat(columnData, chunk)
	}
	return columnData
}
function parquetReadObjects(options) {
	return new Promise((onComplete, reject) => {
	parquetRead({
		...options,
		rowFormat: 'object',
		onComplete,
	}).catch(reject)
	})
}
;
;
async function asyncBufferFromFile(filename) {
	const { size } = await fs.stat(filename)
	return {
	byteLength: size,
	slice(start, end) {
		if (start === end) return Promise.resolve(new ArrayBuffer(0))
		const reader = createReadStream(filename, { start, end: end === undefined ? undefined : end - 1 })
		return new Promise((resolve, reject) => {
		const chunks = []
		reader.on('data', chunk => chunks.push(chunk))
		reader.on('error', reject)
		reader.on('end', () => {
			const buffer = Buffer.concat(chunks)
			if (buffer.byteOffset === 0 && buffer.byteLength === buffer.buffer.byteLength) {
			resolve(buffer.buffer)
			} else {
			resolve(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength))
			}
		})
		})
	},
	}
}
	})
};
