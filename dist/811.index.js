export const id = 811;
export const ids = [811];
export const modules = {
	63533:
	(function(__unused_webpack_module, exports) {
(function (global, factory) {
		true ? factory(exports) :
	0;
}(this, (function (exports) { 'use strict';
function to(promise, errorExt) {
	return promise
		.then(function (data) { return [null, data]; })
		.catch(function (err) {
		if (errorExt) {
			Object.assign(err, errorExt);
		}
		return [err, undefined];
	});
}
exports.to = to;
exports['default'] = to;
Object.defineProperty(exports, '__esModule', { value: true });
})));
	}),
	96926:
	((module, __unused_webpack_exports, __webpack_require__) => {
var Parser = __webpack_require__(96827);
function getGlobal() {
	return (1,eval)('this');
}
module.exports = {
	create: function(buffer, global) {
		global = global || getGlobal();
		if(buffer instanceof global.ArrayBuffer) {
			var DOMBufferStream = __webpack_require__(54345);
			return new Parser(new DOMBufferStream(buffer, 0, buffer.byteLength, true, global));
		} else {
			var NodeBufferStream = __webpack_require__(33125);
			return new Parser(new NodeBufferStream(buffer, 0, buffer.length, true));
		}
	}
};
	}),
	33125:
	((module) => {
function BufferStream(buffer, offset, length, bigEndian) {
	this.buffer = buffer;
	this.offset = offset || 0;
	length = typeof length === 'number' ? length : buffer.length;
	this.endPosition = this.offset + length;
	this.setBigEndian(bigEndian);
}
BufferStream.prototype = {
	setBigEndian: function(bigEndian) {
		this.bigEndian = !!bigEndian;
	},
	nextUInt8: function() {
		var value = this.buffer.readUInt8(this.offset);
		this.offset += 1;
		return value;
	},
	nextInt8: function() {
		var value = this.buffer.readInt8(this.offset);
		this.offset += 1;
		return value;
	},
	nextUInt16: function() {
		var value = this.bigEndian ? this.buffer.readUInt16BE(this.offset) : this.buffer.readUInt16LE(this.offset);
		this.offset += 2;
		return value;
	},
	nextUInt32: function() {
		var value = this.bigEndian ? this.buffer.readUInt32BE(this.offset) : this.buffer.readUInt32LE(this.offset);
		this.offset += 4;
		return value;
	},
	nextInt16: function() {
		var value = this.bigEndian ? this.buffer.readInt16BE(this.offset) : this.buffer.readInt16LE(this.offset);
		this.offset += 2;
		return value;
	},
	nextInt32: function() {
		var value = this.bigEndian ? this.buffer.readInt32BE(this.offset) : this.buffer.readInt32LE(this.offset);
		this.offset += 4;
		return value;
	},
	nextFloat: function() {
		var value = this.bigEndian ? this.buffer.readFloatBE(this.offset) : this.buffer.readFloatLE(this.offset);
		this.offset += 4;
		return value;
	},
	nextDouble: function() {
		var value = this.bigEndian ? this.buffer.readDoubleBE(this.offset) : this.buffer.readDoubleLE(this.offset);
		this.offset += 8;
		return value;
	},
	nextBuffer: function(length) {
		var value = this.buffer.slice(this.offset, this.offset + length);
		this.offset += length;
		return value;
	},
	remainingLength: function() {
		return this.endPosition - this.offset;
	},
	nextString: function(length) {
		var value = this.buffer.toString('utf8', this.offset, this.offset + length);
		this.offset += length;
		return value;
	},
	mark: function() {
		var self = this;
		return {
			openWithOffset: function(offset) {
				offset = (offset || 0) + this.offset;
				return new BufferStream(self.buffer, offset, self.endPosition - offset, self.bigEndian);
			},
			offset: this.offset
		};
	},
	offsetFrom: function(marker) {
		return this.offset - marker.offset;
	},
	skip: function(amount) {
		this.offset += amount;
	},
	branch: function(offset, length) {
		length = typeof length === 'number' ? length : this.endPosition - (this.offset + offset);
		return new BufferStream(this.buffer, this.offset + offset, length, this.bigEndian);
	}
};
module.exports = BufferStream;
	}),
	8524:
	((module) => {
function parseNumber(s) {
	return parseInt(s, 10);
}
var hours = 3600;
var minutes = 60;
function parseDateTimeParts(dateParts, timeParts) {
	dateParts = dateParts.map(parseNumber);
	timeParts = timeParts.map(parseNumber);
	var year = dateParts[0];
	var month = dateParts[1] - 1;
	var day = dateParts[2];
	var hours = timeParts[0];
	var minutes = timeParts[1];
	var seconds = timeParts[2];
	var date = Date.UTC(year, month, day, hours, minutes, seconds, 0);
	var timestamp = date / 1000;
	return timestamp;
}
function parseDateWithTimezoneFormat(dateTimeStr) {
	var dateParts = dateTimeStr.substr(0, 10).split('-');
	var timeParts = dateTimeStr.substr(11, 8).split(':');
	var timezoneStr = dateTimeStr.substr(19, 6);
	var timezoneParts = timezoneStr.split(':').map(parseNumber);
	var timezoneOffset = (timezoneParts[0] * hours) +
		(timezoneParts[1] * minutes);
	var timestamp = parseDateTimeParts(dateParts, timeParts);
	timestamp -= timezoneOffset;
	if(typeof timestamp === 'number' && !isNaN(timestamp)) {
		return timestamp;
	}
}
function parseDateWithSpecFormat(dateTimeStr) {
	var parts = dateTimeStr.split(' '),
		dateParts = parts[0].split(':'),
		timeParts = parts[1].split(':');
	var timestamp = parseDateTimeParts(dateParts, timeParts);
	if(typeof timestamp === 'number' && !isNaN(timestamp)) {
		return timestamp;
	}
}
function parseExifDate(dateTimeStr) {
	var isSpecFormat = dateTimeStr.length === 19 &&
		dateTimeStr.charAt(4) === ':';
	var isTimezoneFormat = dateTimeStr.length === 25 &&
		dateTimeStr.charAt(10) === 'T';
	var timestamp;
	if(isTimezoneFormat) {
		return parseDateWithTimezoneFormat(dateTimeStr);
	}
	else if(isSpecFormat) {
		return parseDateWithSpecFormat(dateTimeStr);
	}
}
module.exports = {
	parseDateWithSpecFormat: parseDateWithSpecFormat,
	parseDateWithTimezoneFormat: parseDateWithTimezoneFormat,
	parseExifDate: parseExifDate
};
	}),
	54345:
	((module) => {
function DOMBufferStream(arrayBuffer, offset, length, bigEndian, global, parentOffset) {
	this.global = global;
	offset = offset || 0;
	length = length || (arrayBuffer.byteLength - offset);
	this.arrayBuffer = arrayBuffer.slice(offset, offset + length);
	this.view = new global.DataView(this.arrayBuffer, 0, this.arrayBuffer.byteLength);
	this.setBigEndian(bigEndian);
	this.offset = 0;
	this.parentOffset = (parentOffset || 0) + offset;
}
DOMBufferStream.prototype = {
	setBigEndian: function(bigEndian) {
		this.littleEndian = !bigEndian;
	},
	nextUInt8: function() {
		var value = this.view.getUint8(this.offset);
		this.offset += 1;
		return value;
	},
	nextInt8: function() {
		var value = this.view.getInt8(this.offset);
		this.offset += 1;
		return value;
	},
	nextUInt16: function() {
		var value = this.view.getUint16(this.offset, this.littleEndian);
		this.offset += 2;
		return value;
	},
	nextUInt32: function() {
		var value = this.view.getUint32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	},
	nextInt16: function() {
		var value = this.view.getInt16(this.offset, this.littleEndian);
		this.offset += 2;
		return value;
	},
	nextInt32: function() {
		var value = this.view.getInt32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	},
	nextFloat: function() {
		var value = this.view.getFloat32(this.offset, this.littleEndian);
		this.offset += 4;
		return value;
	},
	nextDouble: function() {
		var value = this.view.getFloat64(this.offset, this.littleEndian);
		this.offset += 8;
		return value;
	},
	nextBuffer: function(length) {
		var value = this.arrayBuffer.slice(this.offset, this.offset + length);
		this.offset += length;
		return value;
	},
	remainingLength: function() {
		return this.arrayBuffer.byteLength - this.offset;
	},
	nextString: function(length) {
		var value = this.arrayBuffer.slice(this.offset, this.offset + length);
		value = String.fromCharCode.apply(null, new this.global.Uint8Array(value));
		this.offset += length;
		return value;
	},
	mark: function() {
		var self = this;
		return {
			openWithOffset: function(offset) {
				offset = (offset || 0) + this.offset;
				return new DOMBufferStream(self.arrayBuffer, offset, self.arrayBuffer.byteLength - offset, !self.littleEndian, self.global, self.parentOffset);
			},
			offset: this.offset,
			getParentOffset: function() {
				return self.parentOffset;
			}
		};
	},
	offsetFrom: function(marker) {
		return this.parentOffset + this.offset - (marker.offset + marker.getParentOffset());
	},
	skip: function(amount) {
		this.offset += amount;
	},
	branch: function(offset, length) {
		length = typeof length === 'number' ? length : this.arrayBuffer.byteLength - (this.offset + offset);
		return new DOMBufferStream(this.arrayBuffer, this.offset + offset, length, !this.littleEndian, this.global, this.parentOffset);
	}
};
module.exports = DOMBufferStream;
	}),
	72998:
	((module) => {
module.exports = {
	exif : {
		0x0001 : "InteropIndex",
		0x0002 : "InteropVersion",
		0x000B : "ProcessingSoftware",
		0x00FE : "SubfileType",
		0x00FF : "OldSubfileType",
		0x0100 : "ImageWidth",
		0x0101 : "ImageHeight",
		0x0102 : "BitsPerSample",
		0x0103 : "Compression",
		0x0106 : "PhotometricInterpretation",
		0x0107 : "Thresholding",
		0x0108 : "CellWidth",
		0x0109 : "CellLength",
		0x010A : "FillOrder",
		0x010D : "DocumentName",
		0x010E : "ImageDescription",
		0x010F : "Make",
		0x0110 : "Model",
		0x0111 : "StripOffsets",
		0x0112 : "Orientation",
		0x0115 : "SamplesPerPixel",
		0x0116 : "RowsPerStrip",
		0x0117 : "StripByteCounts",
		0x0118 : "MinSampleValue",
		0x0119 : "MaxSampleValue",
		0x011A : "XResolution",
		0x011B : "YResolution",
		0x011C : "PlanarConfiguration",
		0x011D : "PageName",
		0x011E : "XPosition",
		0x011F : "YPosition",
		0x0120 : "FreeOffsets",
		0x0121 : "FreeByteCounts",
		0x0122 : "GrayResponseUnit",
		0x0123 : "GrayResponseCurve",
		0x0124 : "T4Options",
		0x0125 : "T6Options",
		0x0128 : "ResolutionUnit",
		0x0129 : "PageNumber",
		0x012C : "ColorResponseUnit",
		0x012D : "TransferFunction",
		0x0131 : "Software",
		0x0132 : "ModifyDate",
		0x013B : "Artist",
		0x013C : "HostComputer",
		0x013D : "Predictor",
		0x013E : "WhitePoint",
		0x013F : "PrimaryChromaticities",
		0x0140 : "ColorMap",
		0x0141 : "HalftoneHints",
		0x0142 : "TileWidth",
		0x0143 : "TileLength",
		0x0144 : "TileOffsets",
		0x0145 : "TileByteCounts",
		0x0146 : "BadFaxLines",
		0x0147 : "CleanFaxData",
		0x0148 : "ConsecutiveBadFaxLines",
		0x014A : "SubIFD",
		0x014C : "InkSet",
		0x014D : "InkNames",
		0x014E : "NumberofInks",
		0x0150 : "DotRange",
		0x0151 : "TargetPrinter",
		0x0152 : "ExtraSamples",
		0x0153 : "SampleFormat",
		0x0154 : "SMinSampleValue",
		0x0155 : "SMaxSampleValue",
		0x0156 : "TransferRange",
		0x0157 : "ClipPath",
		0x0158 : "XClipPathUnits",
		0x0159 : "YClipPathUnits",
		0x015A : "Indexed",
		0x015B : "JPEGTables",
		0x015F : "OPIProxy",
		0x0190 : "GlobalParametersIFD",
		0x0191 : "ProfileType",
		0x0192 : "FaxProfile",
		0x0193 : "CodingMethods",
		0x0194 : "VersionYear",
		0x0195 : "ModeNumber",
		0x01B1 : "Decode",
		0x01B2 : "DefaultImageColor",
		0x01B3 : "T82Options",
		0x01B5 : "JPEGTables",
		0x0200 : "JPEGProc",
		0x0201 : "ThumbnailOffset",
		0x0202 : "ThumbnailLength",
		0x0203 : "JPEGRestartInterval",
		0x0205 : "JPEGLosslessPredictors",
		0x0206 : "JPEGPointTransforms",
		0x0207 : "JPEGQTables",
		0x0208 : "JPEGDCTables",
		0x0209 : "JPEGACTables",
		0x0211 : "YCbCrCoefficients",
		0x0212 : "YCbCrSubSampling",
		0x0213 : "YCbCrPositioning",
		0x0214 : "ReferenceBlackWhite",
		0x022F : "StripRowCounts",
		0x02BC : "ApplicationNotes",
		0x03E7 : "USPTOMiscellaneous",
		0x1000 : "RelatedImageFileFormat",
		0x1001 : "RelatedImageWidth",
		0x1002 : "RelatedImageHeight",
		0x4746 : "Rating",
		0x4747 : "XP_DIP_XML",
		0x4748 : "StitchInfo",
		0x4749 : "RatingPercent",
		0x800D : "ImageID",
		0x80A3 : "WangTag1",
		0x80A4 : "WangAnnotation",
		0x80A5 : "WangTag3",
		0x80A6 : "WangTag4",
		0x80E3 : "Matteing",
		0x80E4 : "DataType",
		0x80E5 : "ImageDepth",
		0x80E6 : "TileDepth",
		0x827D : "Model2",
		0x828D : "CFARepeatPatternDim",
		0x828E : "CFAPattern2",
		0x828F : "BatteryLevel",
		0x8290 : "KodakIFD",
		0x8298 : "Copyright",
		0x829A : "ExposureTime",
		0x829D : "FNumber",
		0x82A5 : "MDFileTag",
		0x82A6 : "MDScalePixel",
		0x82A7 : "MDColorTable",
		0x82A8 : "MDLabName",
		0x82A9 : "MDSampleInfo",
		0x82AA : "MDPrepDate",
		0x82AB : "MDPrepTime",
		0x82AC : "MDFileUnits",
		0x830E : "PixelScale",
		0x8335 : "AdventScale",
		0x8336 : "AdventRevision",
		0x835C : "UIC1Tag",
		0x835D : "UIC2Tag",
		0x835E : "UIC3Tag",
		0x835F : "UIC4Tag",
		0x83BB : "IPTC-NAA",
		0x847E : "IntergraphPacketData",
		0x847F : "IntergraphFlagRegisters",
		0x8480 : "IntergraphMatrix",
		0x8481 : "INGRReserved",
		0x8482 : "ModelTiePoint",
		0x84E0 : "Site",
		0x84E1 : "ColorSequence",
		0x84E2 : "IT8Header",
		0x84E3 : "RasterPadding",
		0x84E4 : "BitsPerRunLength",
		0x84E5 : "BitsPerExtendedRunLength",
		0x84E6 : "ColorTable",
		0x84E7 : "ImageColorIndicator",
		0x84E8 : "BackgroundColorIndicator",
		0x84E9 : "ImageColorValue",
		0x84EA : "BackgroundColorValue",
		0x84EB : "PixelIntensityRange",
		0x84EC : "TransparencyIndicator",
		0x84ED : "ColorCharacterization",
		0x84EE : "HCUsage",
		0x84EF : "TrapIndicator",
		0x84F0 : "CMYKEquivalent",
		0x8546 : "SEMInfo",
		0x8568 : "AFCP_IPTC",
		0x85B8 : "PixelMagicJBIGOptions",
		0x85D8 : "ModelTransform",
		0x8602 : "WB_GRGBLevels",
		0x8606 : "LeafData",
		0x8649 : "PhotoshopSettings",
		0x8769 : "ExifOffset",
		0x8773 : "ICC_Profile",
		0x877F : "TIFF_FXExtensions",
		0x8780 : "MultiProfiles",
		0x8781 : "SharedData",
		0x8782 : "T88Options",
		0x87AC : "ImageLayer",
		0x87AF : "GeoTiffDirectory",
		0x87B0 : "GeoTiffDoubleParams",
		0x87B1 : "GeoTiffAsciiParams",
		0x8822 : "ExposureProgram",
		0x8824 : "SpectralSensitivity",
		0x8825 : "GPSInfo",
		0x8827 : "ISO",
		0x8828 : "Opto-ElectricConvFactor",
		0x8829 : "Interlace",
		0x882A : "TimeZoneOffset",
		0x882B : "SelfTimerMode",
		0x8830 : "SensitivityType",
		0x8831 : "StandardOutputSensitivity",
		0x8832 : "RecommendedExposureIndex",
		0x8833 : "ISOSpeed",
		0x8834 : "ISOSpeedLatitudeyyy",
		0x8835 : "ISOSpeedLatitudezzz",
		0x885C : "FaxRecvParams",
		0x885D : "FaxSubAddress",
		0x885E : "FaxRecvTime",
		0x888A : "LeafSubIFD",
		0x9000 : "ExifVersion",
		0x9003 : "DateTimeOriginal",
		0x9004 : "CreateDate",
		0x9101 : "ComponentsConfiguration",
		0x9102 : "CompressedBitsPerPixel",
		0x9201 : "ShutterSpeedValue",
		0x9202 : "ApertureValue",
		0x9203 : "BrightnessValue",
		0x9204 : "ExposureCompensation",
		0x9205 : "MaxApertureValue",
		0x9206 : "SubjectDistance",
		0x9207 : "MeteringMode",
		0x9208 : "LightSource",
		0x9209 : "Flash",
		0x920A : "FocalLength",
		0x920B : "FlashEnergy",
		0x920C : "SpatialFrequencyResponse",
		0x920D : "Noise",
		0x920E : "FocalPlaneXResolution",
		0x920F : "FocalPlaneYResolution",
		0x9210 : "FocalPlaneResolutionUnit",
		0x9211 : "ImageNumber",
		0x9212 : "SecurityClassification",
		0x9213 : "ImageHistory",
		0x9214 : "SubjectArea",
		0x9215 : "ExposureIndex",
		0x9216 : "TIFF-EPStandardID",
		0x9217 : "SensingMethod",
		0x923A : "CIP3DataFile",
		0x923B : "CIP3Sheet",
		0x923C : "CIP3Side",
		0x923F : "StoNits",
		0x927C : "MakerNote",
		0x9286 : "UserComment",
		0x9290 : "SubSecTime",
		0x9291 : "SubSecTimeOriginal",
		0x9292 : "SubSecTimeDigitized",
		0x932F : "MSDocumentText",
		0x9330 : "MSPropertySetStorage",
		0x9331 : "MSDocumentTextPosition",
		0x935C : "ImageSourceData",
		0x9C9B : "XPTitle",
		0x9C9C : "XPComment",
		0x9C9D : "XPAuthor",
		0x9C9E : "XPKeywords",
		0x9C9F : "XPSubject",
		0xA000 : "FlashpixVersion",
		0xA001 : "ColorSpace",
		0xA002 : "ExifImageWidth",
		0xA003 : "ExifImageHeight",
		0xA004 : "RelatedSoundFile",
		0xA005 : "InteropOffset",
		0xA20B : "FlashEnergy",
		0xA20C : "SpatialFrequencyResponse",
		0xA20D : "Noise",
		0xA20E : "FocalPlaneXResolution",
		0xA20F : "FocalPlaneYResolution",
		0xA210 : "FocalPlaneResolutionUnit",
		0xA211 : "ImageNumber",
		0xA212 : "SecurityClassification",
		0xA213 : "ImageHistory",
		0xA214 : "SubjectLocation",
		0xA215 : "ExposureIndex",
		0xA216 : "TIFF-EPStandardID",
		0xA217 : "SensingMethod",
		0xA300 : "FileSource",
		0xA301 : "SceneType",
		0xA302 : "CFAPattern",
		0xA401 : "CustomRendered",
		0xA402 : "ExposureMode",
		0xA403 : "WhiteBalance",
		0xA404 : "DigitalZoomRatio",
		0xA405 : "FocalLengthIn35mmFormat",
		0xA406 : "SceneCaptureType",
		0xA407 : "GainControl",
		0xA408 : "Contrast",
		0xA409 : "Saturation",
		0xA40A : "Sharpness",
		0xA40B : "DeviceSettingDescription",
		0xA40C : "SubjectDistanceRange",
		0xA420 : "ImageUniqueID",
		0xA430 : "OwnerName",
		0xA431 : "SerialNumber",
		0xA432 : "LensInfo",
		0xA433 : "LensMake",
		0xA434 : "LensModel",
		0xA435 : "LensSerialNumber",
		0xA480 : "GDALMetadata",
		0xA481 : "GDALNoData",
		0xA500 : "Gamma",
		0xAFC0 : "ExpandSoftware",
		0xAFC1 : "ExpandLens",
		0xAFC2 : "ExpandFilm",
		0xAFC3 : "ExpandFilterLens",
		0xAFC4 : "ExpandScanner",
		0xAFC5 : "ExpandFlashLamp",
		0xBC01 : "PixelFormat",
		0xBC02 : "Transformation",
		0xBC03 : "Uncompressed",
		0xBC04 : "ImageType",
		0xBC80 : "ImageWidth",
		0xBC81 : "ImageHeight",
		0xBC82 : "WidthResolution",
		0xBC83 : "HeightResolution",
		0xBCC0 : "ImageOffset",
		0xBCC1 : "ImageByteCount",
		0xBCC2 : "AlphaOffset",
		0xBCC3 : "AlphaByteCount",
		0xBCC4 : "ImageDataDiscard",
		0xBCC5 : "AlphaDataDiscard",
		0xC427 : "OceScanjobDesc",
		0xC428 : "OceApplicationSelector",
		0xC429 : "OceIDNumber",
		0xC42A : "OceImageLogic",
		0xC44F : "Annotations",
		0xC4A5 : "PrintIM",
		0xC580 : "USPTOOriginalContentType",
		0xC612 : "DNGVersion",
		0xC613 : "DNGBackwardVersion",
		0xC614 : "UniqueCameraModel",
		0xC615 : "LocalizedCameraModel",
		0xC616 : "CFAPlaneColor",
		0xC617 : "CFALayout",
		0xC618 : "LinearizationTable",
		0xC619 : "BlackLevelRepeatDim",
		0xC61A : "BlackLevel",
		0xC61B : "BlackLevelDeltaH",
		0xC61C : "BlackLevelDeltaV",
		0xC61D : "WhiteLevel",
		0xC61E : "DefaultScale",
		0xC61F : "DefaultCropOrigin",
		0xC620 : "DefaultCropSize",
		0xC621 : "ColorMatrix1",
		0xC622 : "ColorMatrix2",
		0xC623 : "CameraCalibration1",
		0xC624 : "CameraCalibration2",
		0xC625 : "ReductionMatrix1",
		0xC626 : "ReductionMatrix2",
		0xC627 : "AnalogBalance",
		0xC628 : "AsShotNeutral",
		0xC629 : "AsShotWhiteXY",
		0xC62A : "BaselineExposure",
		0xC62B : "BaselineNoise",
		0xC62C : "BaselineSharpness",
		0xC62D : "BayerGreenSplit",
		0xC62E : "LinearResponseLimit",
		0xC62F : "CameraSerialNumber",
		0xC630 : "DNGLensInfo",
		0xC631 : "ChromaBlurRadius",
		0xC632 : "AntiAliasStrength",
		0xC633 : "ShadowScale",
		0xC634 : "DNGPrivateData",
		0xC635 : "MakerNoteSafety",
		0xC640 : "RawImageSegmentation",
		0xC65A : "CalibrationIlluminant1",
		0xC65B : "CalibrationIlluminant2",
		0xC65C : "BestQualityScale",
		0xC65D : "RawDataUniqueID",
		0xC660 : "AliasLayerMetadata",
		0xC68B : "OriginalRawFileName",
		0xC68C : "OriginalRawFileData",
		0xC68D : "ActiveArea",
		0xC68E : "MaskedAreas",
		0xC68F : "AsShotICCProfile",
		0xC690 : "AsShotPreProfileMatrix",
		0xC691 : "CurrentICCProfile",
		0xC692 : "CurrentPreProfileMatrix",
		0xC6BF : "ColorimetricReference",
		0xC6D2 : "PanasonicTitle",
		0xC6D3 : "PanasonicTitle2",
		0xC6F3 : "CameraCalibrationSig",
		0xC6F4 : "ProfileCalibrationSig",
		0xC6F5 : "ProfileIFD",
		0xC6F6 : "AsShotProfileName",
		0xC6F7 : "NoiseReductionApplied",
		0xC6F8 : "ProfileName",
		0xC6F9 : "ProfileHueSatMapDims",
		0xC6FA : "ProfileHueSatMapData1",
		0xC6FB : "ProfileHueSatMapData2",
		0xC6FC : "ProfileToneCurve",
		0xC6FD : "ProfileEmbedPolicy",
		0xC6FE : "ProfileCopyright",
		0xC714 : "ForwardMatrix1",
		0xC715 : "ForwardMatrix2",
		0xC716 : "PreviewApplicationName",
		0xC717 : "PreviewApplicationVersion",
		0xC718 : "PreviewSettingsName",
		0xC719 : "PreviewSettingsDigest",
		0xC71A : "PreviewColorSpace",
		0xC71B : "PreviewDateTime",
		0xC71C : "RawImageDigest",
		0xC71D : "OriginalRawFileDigest",
		0xC71E : "SubTileBlockSize",
		0xC71F : "RowInterleaveFactor",
		0xC725 : "ProfileLookTableDims",
		0xC726 : "ProfileLookTableData",
		0xC740 : "OpcodeList1",
		0xC741 : "OpcodeList2",
		0xC74E : "OpcodeList3",
		0xC761 : "NoiseProfile",
		0xC763 : "TimeCodes",
		0xC764 : "FrameRate",
		0xC772 : "TStop",
		0xC789 : "ReelName",
		0xC791 : "OriginalDefaultFinalSize",
		0xC792 : "OriginalBestQualitySize",
		0xC793 : "OriginalDefaultCropSize",
		0xC7A1 : "CameraLabel",
		0xC7A3 : "ProfileHueSatMapEncoding",
		0xC7A4 : "ProfileLookTableEncoding",
		0xC7A5 : "BaselineExposureOffset",
		0xC7A6 : "DefaultBlackRender",
		0xC7A7 : "NewRawImageDigest",
		0xC7A8 : "RawToPreviewGain",
		0xC7B5 : "DefaultUserCrop",
		0xEA1C : "Padding",
		0xEA1D : "OffsetSchema",
		0xFDE8 : "OwnerName",
		0xFDE9 : "SerialNumber",
		0xFDEA : "Lens",
		0xFE00 : "KDC_IFD",
		0xFE4C : "RawFile",
		0xFE4D : "Converter",
		0xFE4E : "WhiteBalance",
		0xFE51 : "Exposure",
		0xFE52 : "Shadows",
		0xFE53 : "Brightness",
		0xFE54 : "Contrast",
		0xFE55 : "Saturation",
		0xFE56 : "Sharpness",
		0xFE57 : "Smoothness",
		0xFE58 : "MoireFilter"
	},
	gps : {
		0x0000 : 'GPSVersionID',
		0x0001 : 'GPSLatitudeRef',
		0x0002 : 'GPSLatitude',
		0x0003 : 'GPSLongitudeRef',
		0x0004 : 'GPSLongitude',
		0x0005 : 'GPSAltitudeRef',
		0x0006 : 'GPSAltitude',
		0x0007 : 'GPSTimeStamp',
		0x0008 : 'GPSSatellites',
		0x0009 : 'GPSStatus',
		0x000A : 'GPSMeasureMode',
		0x000B : 'GPSDOP',
		0x000C : 'GPSSpeedRef',
		0x000D : 'GPSSpeed',
		0x000E : 'GPSTrackRef',
		0x000F : 'GPSTrack',
		0x0010 : 'GPSImgDirectionRef',
		0x0011 : 'GPSImgDirection',
		0x0012 : 'GPSMapDatum',
		0x0013 : 'GPSDestLatitudeRef',
		0x0014 : 'GPSDestLatitude',
		0x0015 : 'GPSDestLongitudeRef',
		0x0016 : 'GPSDestLongitude',
		0x0017 : 'GPSDestBearingRef',
		0x0018 : 'GPSDestBearing',
		0x0019 : 'GPSDestDistanceRef',
		0x001A : 'GPSDestDistance',
		0x001B : 'GPSProcessingMethod',
		0x001C : 'GPSAreaInformation',
		0x001D : 'GPSDateStamp',
		0x001E : 'GPSDifferential',
		0x001F : 'GPSHPositioningError'
	}
};
	}),
	89298:
	((module) => {
function readExifValue(format, stream) {
	switch(format) {
		case 1: return stream.nextUInt8();
		case 3: return stream.nextUInt16();
		case 4: return stream.nextUInt32();
		case 5: return [stream.nextUInt32(), stream.nextUInt32()];
		case 6: return stream.nextInt8();
		case 8: return stream.nextUInt16();
		case 9: return stream.nextUInt32();
		case 10: return [stream.nextInt32(), stream.nextInt32()];
		case 11: return stream.nextFloat();
		case 12: return stream.nextDouble();
		default: throw new Error('Invalid format while decoding: ' + format);
	}
}
function getBytesPerComponent(format) {
	switch(format) {
		case 1:
		case 2:
		case 6:
		case 7:
			return 1;
		case 3:
		case 8:
			return 2;
		case 4:
		case 9:
		case 11:
			return 4;
		case 5:
		case 10:
		case 12:
			return 8;
		default:
			return 0;
	}
}
function readExifTag(tiffMarker, stream) {
	var tagType = stream.nextUInt16(),
		format = stream.nextUInt16(),
		bytesPerComponent = getBytesPerComponent(format),
		components = stream.nextUInt32(),
		valueBytes = bytesPerComponent * components,
		values,
		value,
		c;
	if(valueBytes > 4) {
		stream = tiffMarker.openWithOffset(stream.nextUInt32());
	}
	if(format === 2) {
		values = stream.nextString(components);
		var lastNull = values.indexOf('\0');
		if(lastNull !== -1) {
			values = values.substr(0, lastNull);
		}
	}
	else if(format === 7) {
		values = stream.nextBuffer(components);
	}
	else if(format !== 0) {
		values = [];
		for(c = 0; c < components; ++c) {
			values.push(readExifValue(format, stream));
		}
	}
	if(valueBytes < 4) {
		stream.skip(4 - valueBytes);
	}
	return [tagType, values, format];
}
function readIFDSection(tiffMarker, stream, iterator) {
	var numberOfEntries = stream.nextUInt16(), tag, i;
	for(i = 0; i < numberOfEntries; ++i) {
		tag = readExifTag(tiffMarker, stream);
		iterator(tag[0], tag[1], tag[2]);
	}
}
function readHeader(stream) {
	var exifHeader = stream.nextString(6);
	if(exifHeader !== 'Exif\0\0') {
		throw new Error('Invalid EXIF header');
	}
	var tiffMarker = stream.mark();
	var tiffHeader = stream.nextUInt16();
	if(tiffHeader === 0x4949) {
		stream.setBigEndian(false);
	} else if(tiffHeader === 0x4D4D) {
		stream.setBigEndian(true);
	} else {
		throw new Error('Invalid TIFF header');
	}
	if(stream.nextUInt16() !== 0x002A) {
		throw new Error('Invalid TIFF data');
	}
	return tiffMarker;
}
module.exports = {
	IFD0: 1,
	IFD1: 2,
	GPSIFD: 3,
	SubIFD: 4,
	InteropIFD: 5,
	parseTags: function(stream, iterator) {
		var tiffMarker;
		try {
			tiffMarker = readHeader(stream);
		} catch(e) {
			return false;
		}
		var subIfdOffset, gpsOffset, interopOffset;
		var ifd0Stream = tiffMarker.openWithOffset(stream.nextUInt32()),
			IFD0 = this.IFD0;
		readIFDSection(tiffMarker, ifd0Stream, function(tagType, value, format) {
			switch(tagType) {
				case 0x8825: gpsOffset = value[0]; break;
				case 0x8769: subIfdOffset = value[0]; break;
				default: iterator(IFD0, tagType, value, format); break;
			}
		});
		var ifd1Offset = ifd0Stream.nextUInt32();
		if(ifd1Offset !== 0) {
			var ifd1Stream = tiffMarker.openWithOffset(ifd1Offset);
			readIFDSection(tiffMarker, ifd1Stream, iterator.bind(null, this.IFD1));
		}
		if(gpsOffset) {
			var gpsStream = tiffMarker.openWithOffset(gpsOffset);
			readIFDSection(tiffMarker, gpsStream, iterator.bind(null, this.GPSIFD));
		}
		if(subIfdOffset) {
			var subIfdStream = tiffMarker.openWithOffset(subIfdOffset), InteropIFD = this.InteropIFD;
			readIFDSection(tiffMarker, subIfdStream, function(tagType, value, format) {
				if(tagType === 0xA005) {
					interopOffset = value[0];
				} else {
					iterator(InteropIFD, tagType, value, format);
				}
			});
		}
		if(interopOffset) {
			var interopStream = tiffMarker.openWithOffset(interopOffset);
			readIFDSection(tiffMarker, interopStream, iterator.bind(null, this.InteropIFD));
		}
		return true;
	}
};
	}),
	67114:
	((module) => {
module.exports = {
	parseSections: function(stream, iterator) {
		var len, markerType;
		stream.setBigEndian(true);
		while(stream.remainingLength() > 0 && markerType !== 0xDA) {
			if(stream.nextUInt8() !== 0xFF) {
				throw new Error('Invalid JPEG section offset');
			}
			markerType = stream.nextUInt8();
			if((markerType >= 0xD0 && markerType <= 0xD9) || markerType === 0xDA) {
				len = 0;
			} else {
				len = stream.nextUInt16() - 2;
			}
			iterator(markerType, stream.branch(0, len));
			stream.skip(len);
		}
	},
	getSizeFromSOFSection: function(stream) {
		stream.skip(1);
		return {
			height: stream.nextUInt16(),
			width: stream.nextUInt16()
		};
	},
	getSectionName: function(markerType) {
		var name, index;
		switch(markerType) {
			case 0xD8: name = 'SOI'; break;
			case 0xC4: name = 'DHT'; break;
			case 0xDB: name = 'DQT'; break;
			case 0xDD: name = 'DRI'; break;
			case 0xDA: name = 'SOS'; break;
			case 0xFE: name = 'COM'; break;
			case 0xD9: name = 'EOI'; break;
			default:
				if(markerType >= 0xE0 && markerType <= 0xEF) {
					name = 'APP';
					index = markerType - 0xE0;
				}
				else if(markerType >= 0xC0 && markerType <= 0xCF && markerType !== 0xC4 && markerType !== 0xC8 && markerType !== 0xCC) {
					name = 'SOF';
					index = markerType - 0xC0;
				}
				else if(markerType >= 0xD0 && markerType <= 0xD7) {
					name = 'RST';
					index = markerType - 0xD0;
				}
				break;
		}
		var nameStruct = {
			name: name
		};
		if(typeof index === 'number') {
			nameStruct.index = index;
		}
		return nameStruct;
	}
};
	}),
	96827:
	((module, __unused_webpack_exports, __webpack_require__) => {
var jpeg = __webpack_require__(67114),
	exif = __webpack_require__(89298),
	simplify = __webpack_require__(95719);
function ExifResult(startMarker, tags, imageSize, thumbnailOffset, thumbnailLength, thumbnailType, app1Offset) {
	this.startMarker = startMarker;
	this.tags = tags;
	this.imageSize = imageSize;
	this.thumbnailOffset = thumbnailOffset;
	this.thumbnailLength = thumbnailLength;
	this.thumbnailType = thumbnailType;
	this.app1Offset = app1Offset;
}
ExifResult.prototype = {
	hasThumbnail: function(mime) {
		if(!this.thumbnailOffset || !this.thumbnailLength) {
			return false;
		}
		if(typeof mime !== 'string') {
			return true;
		}
		if(mime.toLowerCase().trim() === 'image/jpeg') {
			return this.thumbnailType === 6;
		}
		if(mime.toLowerCase().trim() === 'image/tiff') {
			return this.thumbnailType === 1;
		}
		return false;
	},
	getThumbnailOffset: function() {
		return this.app1Offset + 6 + this.thumbnailOffset;
	},
	getThumbnailLength: function() {
		return this.thumbnailLength;
	},
	getThumbnailBuffer: function() {
		return this._getThumbnailStream().nextBuffer(this.thumbnailLength);
	},
	_getThumbnailStream: function() {
		return this.startMarker.openWithOffset(this.getThumbnailOffset());
	},
	getImageSize: function() {
		return this.imageSize;
	},
	getThumbnailSize: function() {
		var stream = this._getThumbnailStream(), size;
		jpeg.parseSections(stream, function(sectionType, sectionStream) {
			if(jpeg.getSectionName(sectionType).name === 'SOF') {
				size = jpeg.getSizeFromSOFSection(sectionStream);
			}
		});
		return size;
	}
};
function Parser(stream) {
	this.stream = stream;
	this.flags = {
		readBinaryTags: false,
		resolveTagNames: true,
		simplifyValues: true,
		imageSize: true,
		hidePointers: true,
		returnTags: true
	};
}
Parser.prototype = {
	enableBinaryFields: function(enable) {
		this.flags.readBinaryTags = !!enable;
		return this;
	},
	enablePointers: function(enable) {
		this.flags.hidePointers = !enable;
		return this;
	},
	enableTagNames: function(enable) {
		this.flags.resolveTagNames = !!enable;
		return this;
	},
	enableImageSize: function(enable) {
		this.flags.imageSize = !!enable;
		return this;
	},
	enableReturnTags: function(enable) {
		this.flags.returnTags = !!enable;
		return this;
	},
	enableSimpleValues: function(enable) {
		this.flags.simplifyValues = !!enable;
		return this;
	},
	parse: function() {
		var start = this.stream.mark(),
			stream = start.openWithOffset(0),
			flags = this.flags,
			tags,
			imageSize,
			thumbnailOffset,
			thumbnailLength,
			thumbnailType,
			app1Offset,
			tagNames,
			getTagValue, setTagValue;
		if(flags.resolveTagNames) {
			tagNames = __webpack_require__(72998);
		}
		if(flags.resolveTagNames) {
			tags = {};
			getTagValue = function(t) {
				return tags[t.name];
			};
			setTagValue = function(t, value) {
				tags[t.name] = value;
			};
		} else {
			tags = [];
			getTagValue = function(t) {
				var i;
				for(i = 0; i < tags.length; ++i) {
					if(tags[i].type === t.type && tags[i].section === t.section) {
						return tags.value;
					}
				}
			};
			setTagValue = function(t, value) {
				var i;
				for(i = 0; i < tags.length; ++i) {
					if(tags[i].type === t.type && tags[i].section === t.section) {
						tags.value = value;
						return;
					}
				}
			};
		}
		jpeg.parseSections(stream, function(sectionType, sectionStream) {
			var validExifHeaders, sectionOffset = sectionStream.offsetFrom(start);
			if(sectionType === 0xE1) {
				validExifHeaders = exif.parseTags(sectionStream, function(ifdSection, tagType, value, format) {
					if(!flags.readBinaryTags && format === 7) {
						return;
					}
					if(tagType === 0x0201) {
						thumbnailOffset = value[0];
						if(flags.hidePointers) {return;}
					} else if(tagType === 0x0202) {
						thumbnailLength = value[0];
						if(flags.hidePointers) {return;}
					} else if(tagType === 0x0103) {
						thumbnailType = value[0];
						if(flags.hidePointers) {return;}
					}
					if(!flags.returnTags) {
						return;
					}
					if(flags.simplifyValues) {
						value = simplify.simplifyValue(value, format);
					}
					if(flags.resolveTagNames) {
						var sectionTagNames = ifdSection === exif.GPSIFD ? tagNames.gps : tagNames.exif;
						var name = sectionTagNames[tagType];
						if(!name) {
							name = tagNames.exif[tagType];
						}
						if (!tags.hasOwnProperty(name)) {
							tags[name] = value;
						}
					} else {
						tags.push({
							section: ifdSection,
							type: tagType,
							value: value
						});
					}
				});
				if(validExifHeaders) {
					app1Offset = sectionOffset;
				}
			}
			else if(flags.imageSize && jpeg.getSectionName(sectionType).name === 'SOF') {
				imageSize = jpeg.getSizeFromSOFSection(sectionStream);
			}
		});
		if(flags.simplifyValues) {
			simplify.castDegreeValues(getTagValue, setTagValue);
			simplify.castDateValues(getTagValue, setTagValue);
		}
		return new ExifResult(start, tags, imageSize, thumbnailOffset, thumbnailLength, thumbnailType, app1Offset);
	}
};
module.exports = Parser;
	}),
	95719:
	((module, __unused_webpack_exports, __webpack_require__) => {
var exif = __webpack_require__(89298);
var date = __webpack_require__(8524);
var degreeTags = [{
	section: exif.GPSIFD,
	type: 0x0002,
	name: 'GPSLatitude',
	refType: 0x0001,
	refName: 'GPSLatitudeRef',
	posVal: 'N'
},
{
	section: exif.GPSIFD,
	type: 0x0004,
	name: 'GPSLongitude',
	refType: 0x0003,
	refName: 'GPSLongitudeRef',
	posVal: 'E'
}];
var dateTags = [{
	section: exif.SubIFD,
	type: 0x0132,
	name: 'ModifyDate'
},
{
	section: exif.SubIFD,
	type: 0x9003,
	name: 'DateTimeOriginal'
},
{
	section: exif.SubIFD,
	type: 0x9004,
	name: 'CreateDate'
},
{
	section: exif.SubIFD,
	type: 0x0132,
	name : 'ModifyDate',
}];
module.exports = {
	castDegreeValues: function(getTagValue, setTagValue) {
		degreeTags.forEach(function(t) {
			var degreeVal = getTagValue(t);
			if(degreeVal) {
				var degreeRef = getTagValue({section: t.section, type: t.refType, name: t.refName});
				var degreeNumRef = degreeRef === t.posVal ? 1 : -1;
				var degree = (degreeVal[0] + (degreeVal[1] / 60) + (degreeVal[2] / 3600)) * degreeNumRef;
				setTagValue(t, degree);
			}
		});
	},
	castDateValues: function(getTagValue, setTagValue) {
		dateTags.forEach(function(t) {
			var dateStrVal = getTagValue(t);
			if(dateStrVal) {
				var timestamp = date.parseExifDate(dateStrVal);
				if(typeof timestamp !== 'undefined') {
					setTagValue(t, timestamp);
				}
			}
		});
	},
	simplifyValue: function(values, format) {
		if(Array.isArray(values)) {
			values = values.map(function(value) {
				if(format === 10 || format === 5) {
					return value[0] / value[1];
				}
				return value;
			});
			if(values.length === 1) {
				values = values[0];
			}
		}
		return values;
	}
};
	}),
	83598:
	((module, __unused_webpack_exports, __webpack_require__) => {
var encode = __webpack_require__(58706),
	decode = __webpack_require__(51558);
module.exports = {
	encode: encode,
	decode: decode
};
	}),
	51558:
	((module) => {
var JpegImage = (function jpegImage() {
	"use strict";
	var dctZigZag = new Int32Array([
		0,
		1,  8,
	16,  9,  2,
		3, 10, 17, 24,
	32, 25, 18, 11, 4,
		5, 12, 19, 26, 33, 40,
	48, 41, 34, 27, 20, 13,  6,
		7, 14, 21, 28, 35, 42, 49, 56,
	57, 50, 43, 36, 29, 22, 15,
	23, 30, 37, 44, 51, 58,
	59, 52, 45, 38, 31,
	39, 46, 53, 60,
	61, 54, 47,
	55, 62,
	63
	]);
	var dctCos1  =  4017
	var dctSin1  =   799
	var dctCos3  =  3406
	var dctSin3  =  2276
	var dctCos6  =  1567
	var dctSin6  =  3784
	var dctSqrt2 =  5793
	var dctSqrt1d2 = 2896
	function constructor() {
	}
	function buildHuffmanTable(codeLengths, values) {
	var k = 0, code = [], i, j, length = 16;
	while (length > 0 && !codeLengths[length - 1])
		length--;
	code.push({children: [], index: 0});
	var p = code[0], q;
	for (i = 0; i < length; i++) {
		for (j = 0; j < codeLengths[i]; j++) {
		p = code.pop();
		p.children[p.index] = values[k];
		while (p.index > 0) {
			if (code.length === 0)
			throw new Error('Could not recreate Huffman Table');
			p = code.pop();
		}
		p.index++;
		code.push(p);
		while (code.length <= i) {
			code.push(q = {children: [], index: 0});
			p.children[p.index] = q.children;
			p = q;
		}
		k++;
		}
		if (i + 1 < length) {
		code.push(q = {children: [], index: 0});
		p.children[p.index] = q.children;
		p = q;
		}
	}
	return code[0].children;
	}
	function decodeScan(data, offset,
						frame, components, resetInterval,
						spectralStart, spectralEnd,
						successivePrev, successive, opts) {
	var precision = frame.precision;
	var samplesPerLine = frame.samplesPerLine;
	var scanLines = frame.scanLines;
	var mcusPerLine = frame.mcusPerLine;
	var progressive = frame.progressive;
	var maxH = frame.maxH, maxV = frame.maxV;
	var startOffset = offset, bitsData = 0, bitsCount = 0;
	function readBit() {
		if (bitsCount > 0) {
		bitsCount--;
		return (bitsData >> bitsCount) & 1;
		}
		bitsData = data[offset++];
		if (bitsData == 0xFF) {
		var nextByte = data[offset++];
		if (nextByte) {
			throw new Error("unexpected marker: " + ((bitsData << 8) | nextByte).toString(16));
		}
		}
		bitsCount = 7;
		return bitsData >>> 7;
	}
	function decodeHuffman(tree) {
		var node = tree, bit;
		while ((bit = readBit()) !== null) {
		node = node[bit];
		if (typeof node === 'number')
			return node;
		if (typeof node !== 'object')
			throw new Error("invalid huffman sequence");
		}
		return null;
	}
	function receive(length) {
		var n = 0;
		while (length > 0) {
		var bit = readBit();
		if (bit === null) return;
		n = (n << 1) | bit;
		length--;
		}
		return n;
	}
	function receiveAndExtend(length) {
		var n = receive(length);
		if (n >= 1 << (length - 1))
		return n;
		return n + (-1 << length) + 1;
	}
	function decodeBaseline(component, zz) {
		var t = decodeHuffman(component.huffmanTableDC);
		var diff = t === 0 ? 0 : receiveAndExtend(t);
		zz[0]= (component.pred += diff);
		var k = 1;
		while (k < 64) {
		var rs = decodeHuffman(component.huffmanTableAC);
		var s = rs & 15, r = rs >> 4;
		if (s === 0) {
			if (r < 15)
			break;
			k += 16;
			continue;
		}
		k += r;
		var z = dctZigZag[k];
		zz[z] = receiveAndExtend(s);
		k++;
		}
	}
	function decodeDCFirst(component, zz) {
		var t = decodeHuffman(component.huffmanTableDC);
		var diff = t === 0 ? 0 : (receiveAndExtend(t) << successive);
		zz[0] = (component.pred += diff);
	}
	function decodeDCSuccessive(component, zz) {
		zz[0] |= readBit() << successive;
	}
	var eobrun = 0;
	function decodeACFirst(component, zz) {
		if (eobrun > 0) {
		eobrun--;
		return;
		}
		var k = spectralStart, e = spectralEnd;
		while (k <= e) {
		var rs = decodeHuffman(component.huffmanTableAC);
		var s = rs & 15, r = rs >> 4;
		if (s === 0) {
			if (r < 15) {
			eobrun = receive(r) + (1 << r) - 1;
			break;
			}
			k += 16;
			continue;
		}
		k += r;
		var z = dctZigZag[k];
		zz[z] = receiveAndExtend(s) * (1 << successive);
		k++;
		}
	}
	var successiveACState = 0, successiveACNextValue;
	function decodeACSuccessive(component, zz) {
		var k = spectralStart, e = spectralEnd, r = 0;
		while (k <= e) {
		var z = dctZigZag[k];
		var direction = zz[z] < 0 ? -1 : 1;
		switch (successiveACState) {
		case 0:
			var rs = decodeHuffman(component.huffmanTableAC);
			var s = rs & 15, r = rs >> 4;
			if (s === 0) {
			if (r < 15) {
				eobrun = receive(r) + (1 << r);
				successiveACState = 4;
			} else {
				r = 16;
				successiveACState = 1;
			}
			} else {
			if (s !== 1)
				throw new Error("invalid ACn encoding");
			successiveACNextValue = receiveAndExtend(s);
			successiveACState = r ? 2 : 3;
			}
			continue;
		case 1:
		case 2:
			if (zz[z])
			zz[z] += (readBit() << successive) * direction;
			else {
			r--;
			if (r === 0)
				successiveACState = successiveACState == 2 ? 3 : 0;
			}
			break;
		case 3:
			if (zz[z])
			zz[z] += (readBit() << successive) * direction;
			else {
			zz[z] = successiveACNextValue << successive;
			successiveACState = 0;
			}
			break;
		case 4:
			if (zz[z])
			zz[z] += (readBit() << successive) * direction;
			break;
		}
		k++;
		}
		if (successiveACState === 4) {
		eobrun--;
		if (eobrun === 0)
			successiveACState = 0;
		}
	}
	function decodeMcu(component, decode, mcu, row, col) {
		var mcuRow = (mcu / mcusPerLine) | 0;
		var mcuCol = mcu % mcusPerLine;
		var blockRow = mcuRow * component.v + row;
		var blockCol = mcuCol * component.h + col;
		if (component.blocks[blockRow] === undefined && opts.tolerantDecoding)
		return;
		decode(component, component.blocks[blockRow][blockCol]);
	}
	function decodeBlock(component, decode, mcu) {
		var blockRow = (mcu / component.blocksPerLine) | 0;
		var blockCol = mcu % component.blocksPerLine;
		if (component.blocks[blockRow] === undefined && opts.tolerantDecoding)
		return;
		decode(component, component.blocks[blockRow][blockCol]);
	}
	var componentsLength = components.length;
	var component, i, j, k, n;
	var decodeFn;
	if (progressive) {
		if (spectralStart === 0)
		decodeFn = successivePrev === 0 ? decodeDCFirst : decodeDCSuccessive;
		else
		decodeFn = successivePrev === 0 ? decodeACFirst : decodeACSuccessive;
	} else {
		decodeFn = decodeBaseline;
	}
	var mcu = 0, marker;
	var mcuExpected;
	if (componentsLength == 1) {
		mcuExpected = components[0].blocksPerLine * components[0].blocksPerColumn;
	} else {
		mcuExpected = mcusPerLine * frame.mcusPerColumn;
	}
	if (!resetInterval) resetInterval = mcuExpected;
	var h, v;
	while (mcu < mcuExpected) {
		for (i = 0; i < componentsLength; i++)
		components[i].pred = 0;
		eobrun = 0;
		if (componentsLength == 1) {
		component = components[0];
		for (n = 0; n < resetInterval; n++) {
			decodeBlock(component, decodeFn, mcu);
			mcu++;
		}
		} else {
		for (n = 0; n < resetInterval; n++) {
			for (i = 0; i < componentsLength; i++) {
			component = components[i];
			h = component.h;
			v = component.v;
			for (j = 0; j < v; j++) {
				for (k = 0; k < h; k++) {
				decodeMcu(component, decodeFn, mcu, j, k);
				}
			}
			}
			mcu++;
			if (mcu === mcuExpected) break;
		}
		}
		if (mcu === mcuExpected) {
		do {
			if (data[offset] === 0xFF) {
			if (data[offset + 1] !== 0x00) {
				break;
			}
			}
			offset += 1;
		} while (offset < data.length - 2);
		}
		bitsCount = 0;
		marker = (data[offset] << 8) | data[offset + 1];
		if (marker < 0xFF00) {
		throw new Error("marker was not found");
		}
		if (marker >= 0xFFD0 && marker <= 0xFFD7) {
		offset += 2;
		}
		else
		break;
	}
	return offset - startOffset;
	}
	function buildComponentData(frame, component) {
	var lines = [];
	var blocksPerLine = component.blocksPerLine;
	var blocksPerColumn = component.blocksPerColumn;
	var samplesPerLine = blocksPerLine << 3;
	var R = new Int32Array(64), r = new Uint8Array(64);
	function quantizeAndInverse(zz, dataOut, dataIn) {
		var qt = component.quantizationTable;
		var v0, v1, v2, v3, v4, v5, v6, v7, t;
		var p = dataIn;
		var i;
		for (i = 0; i < 64; i++)
		p[i] = zz[i] * qt[i];
		for (i = 0; i < 8; ++i) {
		var row = 8 * i;
		if (p[1 + row] == 0 && p[2 + row] == 0 && p[3 + row] == 0 &&
			p[4 + row] == 0 && p[5 + row] == 0 && p[6 + row] == 0 &&
			p[7 + row] == 0) {
			t = (dctSqrt2 * p[0 + row] + 512) >> 10;
			p[0 + row] = t;
			p[1 + row] = t;
			p[2 + row] = t;
			p[3 + row] = t;
			p[4 + row] = t;
			p[5 + row] = t;
			p[6 + row] = t;
			p[7 + row] = t;
			continue;
		}
		v0 = (dctSqrt2 * p[0 + row] + 128) >> 8;
		v1 = (dctSqrt2 * p[4 + row] + 128) >> 8;
		v2 = p[2 + row];
		v3 = p[6 + row];
		v4 = (dctSqrt1d2 * (p[1 + row] - p[7 + row]) + 128) >> 8;
		v7 = (dctSqrt1d2 * (p[1 + row] + p[7 + row]) + 128) >> 8;
		v5 = p[3 + row] << 4;
		v6 = p[5 + row] << 4;
		t = (v0 - v1+ 1) >> 1;
		v0 = (v0 + v1 + 1) >> 1;
		v1 = t;
		t = (v2 * dctSin6 + v3 * dctCos6 + 128) >> 8;
		v2 = (v2 * dctCos6 - v3 * dctSin6 + 128) >> 8;
		v3 = t;
		t = (v4 - v6 + 1) >> 1;
		v4 = (v4 + v6 + 1) >> 1;
		v6 = t;
		t = (v7 + v5 + 1) >> 1;
		v5 = (v7 - v5 + 1) >> 1;
		v7 = t;
		t = (v0 - v3 + 1) >> 1;
		v0 = (v0 + v3 + 1) >> 1;
		v3 = t;
		t = (v1 - v2 + 1) >> 1;
		v1 = (v1 + v2 + 1) >> 1;
		v2 = t;
		t = (v4 * dctSin3 + v7 * dctCos3 + 2048) >> 12;
		v4 = (v4 * dctCos3 - v7 * dctSin3 + 2048) >> 12;
		v7 = t;
		t = (v5 * dctSin1 + v6 * dctCos1 + 2048) >> 12;
		v5 = (v5 * dctCos1 - v6 * dctSin1 + 2048) >> 12;
		v6 = t;
		p[0 + row] = v0 + v7;
		p[7 + row] = v0 - v7;
		p[1 + row] = v1 + v6;
		p[6 + row] = v1 - v6;
		p[2 + row] = v2 + v5;
		p[5 + row] = v2 - v5;
		p[3 + row] = v3 + v4;
		p[4 + row] = v3 - v4;
		}
		for (i = 0; i < 8; ++i) {
		var col = i;
		if (p[1*8 + col] == 0 && p[2*8 + col] == 0 && p[3*8 + col] == 0 &&
			p[4*8 + col] == 0 && p[5*8 + col] == 0 && p[6*8 + col] == 0 &&
			p[7*8 + col] == 0) {
			t = (dctSqrt2 * dataIn[i+0] + 8192) >> 14;
			p[0*8 + col] = t;
			p[1*8 + col] = t;
			p[2*8 + col] = t;
			p[3*8 + col] = t;
			p[4*8 + col] = t;
			p[5*8 + col] = t;
			p[6*8 + col] = t;
			p[7*8 + col] = t;
			continue;
		}
		v0 = (dctSqrt2 * p[0*8 + col] + 2048) >> 12;
		v1 = (dctSqrt2 * p[4*8 + col] + 2048) >> 12;
		v2 = p[2*8 + col];
		v3 = p[6*8 + col];
		v4 = (dctSqrt1d2 * (p[1*8 + col] - p[7*8 + col]) + 2048) >> 12;
		v7 = (dctSqrt1d2 * (p[1*8 + col] + p[7*8 + col]) + 2048) >> 12;
		v5 = p[3*8 + col];
		v6 = p[5*8 + col];
		t = (v0 - v1 + 1) >> 1;
		v0 = (v0 + v1 + 1) >> 1;
		v1 = t;
		t = (v2 * dctSin6 + v3 * dctCos6 + 2048) >> 12;
		v2 = (v2 * dctCos6 - v3 * dctSin6 + 2048) >> 12;
		v3 = t;
		t = (v4 - v6 + 1) >> 1;
		v4 = (v4 + v6 + 1) >> 1;
		v6 = t;
		t = (v7 + v5 + 1) >> 1;
		v5 = (v7 - v5 + 1) >> 1;
		v7 = t;
		t = (v0 - v3 + 1) >> 1;
		v0 = (v0 + v3 + 1) >> 1;
		v3 = t;
		t = (v1 - v2 + 1) >> 1;
		v1 = (v1 + v2 + 1) >> 1;
		v2 = t;
		t = (v4 * dctSin3 + v7 * dctCos3 + 2048) >> 12;
		v4 = (v4 * dctCos3 - v7 * dctSin3 + 2048) >> 12;
		v7 = t;
		t = (v5 * dctSin1 + v6 * dctCos1 + 2048) >> 12;
		v5 = (v5 * dctCos1 - v6 * dctSin1 + 2048) >> 12;
		v6 = t;
		p[0*8 + col] = v0 + v7;
		p[7*8 + col] = v0 - v7;
		p[1*8 + col] = v1 + v6;
		p[6*8 + col] = v1 - v6;
		p[2*8 + col] = v2 + v5;
		p[5*8 + col] = v2 - v5;
		p[3*8 + col] = v3 + v4;
		p[4*8 + col] = v3 - v4;
		}
		for (i = 0; i < 64; ++i) {
		var sample = 128 + ((p[i] + 8) >> 4);
		dataOut[i] = sample < 0 ? 0 : sample > 0xFF ? 0xFF : sample;
		}
	}
	requestMemoryAllocation(samplesPerLine * blocksPerColumn * 8);
	var i, j;
	for (var blockRow = 0; blockRow < blocksPerColumn; blockRow++) {
		var scanLine = blockRow << 3;
		for (i = 0; i < 8; i++)
		lines.push(new Uint8Array(samplesPerLine));
		for (var blockCol = 0; blockCol < blocksPerLine; blockCol++) {
		quantizeAndInverse(component.blocks[blockRow][blockCol], r, R);
		var offset = 0, sample = blockCol << 3;
		for (j = 0; j < 8; j++) {
			var line = lines[scanLine + j];
			for (i = 0; i < 8; i++)
			line[sample + i] = r[offset++];
		}
		}
	}
	return lines;
	}
	function clampTo8bit(a) {
	return a < 0 ? 0 : a > 255 ? 255 : a;
	}
	constructor.prototype = {
	load: function load(path) {
		var xhr = new XMLHttpRequest();
		xhr.open("GET", path, true);
		xhr.responseType = "arraybuffer";
		xhr.onload = (function() {
		var data = new Uint8Array(xhr.response || xhr.mozResponseArrayBuffer);
		this.parse(data);
		if (this.onload)
			this.onload();
		}).bind(this);
		xhr.send(null);
	},
	parse: function parse(data) {
		var maxResolutionInPixels = this.opts.maxResolutionInMP * 1000 * 1000;
		var offset = 0, length = data.length;
		function readUint16() {
		var value = (data[offset] << 8) | data[offset + 1];
		offset += 2;
		return value;
		}
		function readDataBlock() {
		var length = readUint16();
		var array = data.subarray(offset, offset + length - 2);
		offset += array.length;
		return array;
		}
		function prepareComponents(frame) {
		var maxH = 1, maxV = 1;
		var component, componentId;
		for (componentId in frame.components) {
			if (frame.components.hasOwnProperty(componentId)) {
			component = frame.components[componentId];
			if (maxH < component.h) maxH = component.h;
			if (maxV < component.v) maxV = component.v;
			}
		}
		var mcusPerLine = Math.ceil(frame.samplesPerLine / 8 / maxH);
		var mcusPerColumn = Math.ceil(frame.scanLines / 8 / maxV);
		for (componentId in frame.components) {
			if (frame.components.hasOwnProperty(componentId)) {
			component = frame.components[componentId];
			var blocksPerLine = Math.ceil(Math.ceil(frame.samplesPerLine / 8) * component.h / maxH);
			var blocksPerColumn = Math.ceil(Math.ceil(frame.scanLines  / 8) * component.v / maxV);
			var blocksPerLineForMcu = mcusPerLine * component.h;
			var blocksPerColumnForMcu = mcusPerColumn * component.v;
			var blocksToAllocate = blocksPerColumnForMcu * blocksPerLineForMcu;
			var blocks = [];
			requestMemoryAllocation(blocksToAllocate * 256);
			for (var i = 0; i < blocksPerColumnForMcu; i++) {
				var row = [];
				for (var j = 0; j < blocksPerLineForMcu; j++)
				row.push(new Int32Array(64));
				blocks.push(row);
			}
			component.blocksPerLine = blocksPerLine;
			component.blocksPerColumn = blocksPerColumn;
			component.blocks = blocks;
			}
		}
		frame.maxH = maxH;
		frame.maxV = maxV;
		frame.mcusPerLine = mcusPerLine;
		frame.mcusPerColumn = mcusPerColumn;
		}
		var jfif = null;
		var adobe = null;
		var pixels = null;
		var frame, resetInterval;
		var quantizationTables = [], frames = [];
		var huffmanTablesAC = [], huffmanTablesDC = [];
		var fileMarker = readUint16();
		var malformedDataOffset = -1;
		this.comments = [];
		if (fileMarker != 0xFFD8) {
		throw new Error("SOI not found");
		}
		fileMarker = readUint16();
		while (fileMarker != 0xFFD9) {
		var i, j, l;
		switch(fileMarker) {
			case 0xFF00: break;
			case 0xFFE0:
			case 0xFFE1:
			case 0xFFE2:
			case 0xFFE3:
			case 0xFFE4:
			case 0xFFE5:
			case 0xFFE6:
			case 0xFFE7:
			case 0xFFE8:
			case 0xFFE9:
			case 0xFFEA:
			case 0xFFEB:
			case 0xFFEC:
			case 0xFFED:
			case 0xFFEE:
			case 0xFFEF:
			case 0xFFFE:
			var appData = readDataBlock();
			if (fileMarker === 0xFFFE) {
				var comment = String.fromCharCode.apply(null, appData);
				this.comments.push(comment);
			}
			if (fileMarker === 0xFFE0) {
				if (appData[0] === 0x4A && appData[1] === 0x46 && appData[2] === 0x49 &&
				appData[3] === 0x46 && appData[4] === 0) {
				jfif = {
					version: { major: appData[5], minor: appData[6] },
					densityUnits: appData[7],
					xDensity: (appData[8] << 8) | appData[9],
					yDensity: (appData[10] << 8) | appData[11],
					thumbWidth: appData[12],
					thumbHeight: appData[13],
					thumbData: appData.subarray(14, 14 + 3 * appData[12] * appData[13])
				};
				}
			}
			if (fileMarker === 0xFFE1) {
				if (appData[0] === 0x45 &&
				appData[1] === 0x78 &&
				appData[2] === 0x69 &&
				appData[3] === 0x66 &&
				appData[4] === 0) {
				this.exifBuffer = appData.subarray(5, appData.length);
				}
			}
			if (fileMarker === 0xFFEE) {
				if (appData[0] === 0x41 && appData[1] === 0x64 && appData[2] === 0x6F &&
				appData[3] === 0x62 && appData[4] === 0x65 && appData[5] === 0) {
				adobe = {
					version: appData[6],
					flags0: (appData[7] << 8) | appData[8],
					flags1: (appData[9] << 8) | appData[10],
					transformCode: appData[11]
				};
				}
			}
			break;
			case 0xFFDB:
			var quantizationTablesLength = readUint16();
			var quantizationTablesEnd = quantizationTablesLength + offset - 2;
			while (offset < quantizationTablesEnd) {
				var quantizationTableSpec = data[offset++];
				requestMemoryAllocation(64 * 4);
				var tableData = new Int32Array(64);
				if ((quantizationTableSpec >> 4) === 0) {
				for (j = 0; j < 64; j++) {
					var z = dctZigZag[j];
					tableData[z] = data[offset++];
				}
				} else if ((quantizationTableSpec >> 4) === 1) {
				for (j = 0; j < 64; j++) {
					var z = dctZigZag[j];
					tableData[z] = readUint16();
				}
				} else
				throw new Error("DQT: invalid table spec");
				quantizationTables[quantizationTableSpec & 15] = tableData;
			}
			break;
			case 0xFFC0:
			case 0xFFC1:
			case 0xFFC2:
			readUint16();
			frame = {};
			frame.extended = (fileMarker === 0xFFC1);
			frame.progressive = (fileMarker === 0xFFC2);
			frame.precision = data[offset++];
			frame.scanLines = readUint16();
			frame.samplesPerLine = readUint16();
			frame.components = {};
			frame.componentsOrder = [];
			var pixelsInFrame = frame.scanLines * frame.samplesPerLine;
			if (pixelsInFrame > maxResolutionInPixels) {
				var exceededAmount = Math.ceil((pixelsInFrame - maxResolutionInPixels) / 1e6);
				throw new Error(`maxResolutionInMP limit exceeded by ${exceededAmount}MP`);
			}
			var componentsCount = data[offset++], componentId;
			var maxH = 0, maxV = 0;
			for (i = 0; i < componentsCount; i++) {
				componentId = data[offset];
				var h = data[offset + 1] >> 4;
				var v = data[offset + 1] & 15;
				var qId = data[offset + 2];
				if ( h <= 0 || v <= 0 ) {
				throw new Error('Invalid sampling factor, expected values above 0');
				}
				frame.componentsOrder.push(componentId);
				frame.components[componentId] = {
				h: h,
				v: v,
				quantizationIdx: qId
				};
				offset += 3;
			}
			prepareComponents(frame);
			frames.push(frame);
			break;
			case 0xFFC4:
			var huffmanLength = readUint16();
			for (i = 2; i < huffmanLength;) {
				var huffmanTableSpec = data[offset++];
				var codeLengths = new Uint8Array(16);
				var codeLengthSum = 0;
				for (j = 0; j < 16; j++, offset++) {
				codeLengthSum += (codeLengths[j] = data[offset]);
				}
				requestMemoryAllocation(16 + codeLengthSum);
				var huffmanValues = new Uint8Array(codeLengthSum);
				for (j = 0; j < codeLengthSum; j++, offset++)
				huffmanValues[j] = data[offset];
				i += 17 + codeLengthSum;
				((huffmanTableSpec >> 4) === 0 ?
				huffmanTablesDC : huffmanTablesAC)[huffmanTableSpec & 15] =
				buildHuffmanTable(codeLengths, huffmanValues);
			}
			break;
			case 0xFFDD:
			readUint16();
			resetInterval = readUint16();
			break;
			case 0xFFDC:
			readUint16()
			readUint16()
			break;
			case 0xFFDA:
			var scanLength = readUint16();
			var selectorsCount = data[offset++];
			var components = [], component;
			for (i = 0; i < selectorsCount; i++) {
				component = frame.components[data[offset++]];
				var tableSpec = data[offset++];
				component.huffmanTableDC = huffmanTablesDC[tableSpec >> 4];
				component.huffmanTableAC = huffmanTablesAC[tableSpec & 15];
				components.push(component);
			}
			var spectralStart = data[offset++];
			var spectralEnd = data[offset++];
			var successiveApproximation = data[offset++];
			var processed = decodeScan(data, offset,
				frame, components, resetInterval,
				spectralStart, spectralEnd,
				successiveApproximation >> 4, successiveApproximation & 15, this.opts);
			offset += processed;
			break;
			case 0xFFFF:
			if (data[offset] !== 0xFF) {
				offset--;
			}
			break;
			default:
			if (data[offset - 3] == 0xFF &&
				data[offset - 2] >= 0xC0 && data[offset - 2] <= 0xFE) {
				offset -= 3;
				break;
			}
			else if (fileMarker === 0xE0 || fileMarker == 0xE1) {
				if (malformedDataOffset !== -1) {
				throw new Error(`first unknown JPEG marker at offset ${malformedDataOffset.toString(16)}, second unknown JPEG marker ${fileMarker.toString(16)} at offset ${(offset - 1).toString(16)}`);
				}
				malformedDataOffset = offset - 1;
				const nextOffset = readUint16();
				if (data[offset + nextOffset - 2] === 0xFF) {
				offset += nextOffset - 2;
				break;
				}
			}
			throw new Error("unknown JPEG marker " + fileMarker.toString(16));
		}
		fileMarker = readUint16();
		}
		if (frames.length != 1)
		throw new Error("only single frame JPEGs supported");
		for (var i = 0; i < frames.length; i++) {
		var cp = frames[i].components;
		for (var j in cp) {
			cp[j].quantizationTable = quantizationTables[cp[j].quantizationIdx];
			delete cp[j].quantizationIdx;
		}
		}
		this.width = frame.samplesPerLine;
		this.height = frame.scanLines;
		this.jfif = jfif;
		this.adobe = adobe;
		this.components = [];
		for (var i = 0; i < frame.componentsOrder.length; i++) {
		var component = frame.components[frame.componentsOrder[i]];
		this.components.push({
			lines: buildComponentData(frame, component),
			scaleX: component.h / frame.maxH,
			scaleY: component.v / frame.maxV
		});
		}
	},
	getData: function getData(width, height) {
		var scaleX = this.width / width, scaleY = this.height / height;
		var component1, component2, component3, component4;
		var component1Line, component2Line, component3Line, component4Line;
		var x, y;
		var offset = 0;
		var Y, Cb, Cr, K, C, M, Ye, R, G, B;
		var colorTransform;
		var dataLength = width * height * this.components.length;
		requestMemoryAllocation(dataLength);
		var data = new Uint8Array(dataLength);
		switch (this.components.length) {
		case 1:
			component1 = this.components[0];
			for (y = 0; y < height; y++) {
			component1Line = component1.lines[0 | (y * component1.scaleY * scaleY)];
			for (x = 0; x < width; x++) {
				Y = component1Line[0 | (x * component1.scaleX * scaleX)];
				data[offset++] = Y;
			}
			}
			break;
		case 2:
			component1 = this.components[0];
			component2 = this.components[1];
			for (y = 0; y < height; y++) {
			component1Line = component1.lines[0 | (y * component1.scaleY * scaleY)];
			component2Line = component2.lines[0 | (y * component2.scaleY * scaleY)];
			for (x = 0; x < width; x++) {
				Y = component1Line[0 | (x * component1.scaleX * scaleX)];
				data[offset++] = Y;
				Y = component2Line[0 | (x * component2.scaleX * scaleX)];
				data[offset++] = Y;
			}
			}
			break;
		case 3:
			colorTransform = true;
			if (this.adobe && this.adobe.transformCode)
			colorTransform = true;
			else if (typeof this.opts.colorTransform !== 'undefined')
			colorTransform = !!this.opts.colorTransform;
			component1 = this.components[0];
			component2 = this.components[1];
			component3 = this.components[2];
			for (y = 0; y < height; y++) {
			component1Line = component1.lines[0 | (y * component1.scaleY * scaleY)];
			component2Line = component2.lines[0 | (y * component2.scaleY * scaleY)];
			component3Line = component3.lines[0 | (y * component3.scaleY * scaleY)];
			for (x = 0; x < width; x++) {
				if (!colorTransform) {
				R = component1Line[0 | (x * component1.scaleX * scaleX)];
				G = component2Line[0 | (x * component2.scaleX * scaleX)];
				B = component3Line[0 | (x * component3.scaleX * scaleX)];
				} else {
				Y = component1Line[0 | (x * component1.scaleX * scaleX)];
				Cb = component2Line[0 | (x * component2.scaleX * scaleX)];
				Cr = component3Line[0 | (x * component3.scaleX * scaleX)];
				R = clampTo8bit(Y + 1.402 * (Cr - 128));
				G = clampTo8bit(Y - 0.3441363 * (Cb - 128) - 0.71413636 * (Cr - 128));
				B = clampTo8bit(Y + 1.772 * (Cb - 128));
				}
				data[offset++] = R;
				data[offset++] = G;
				data[offset++] = B;
			}
			}
			break;
		case 4:
			if (!this.adobe)
			throw new Error('Unsupported color mode (4 components)');
			colorTransform = false;
			if (this.adobe && this.adobe.transformCode)
			colorTransform = true;
			else if (typeof this.opts.colorTransform !== 'undefined')
			colorTransform = !!this.opts.colorTransform;
			component1 = this.components[0];
			component2 = this.components[1];
			component3 = this.components[2];
			component4 = this.components[3];
			for (y = 0; y < height; y++) {
			component1Line = component1.lines[0 | (y * component1.scaleY * scaleY)];
			component2Line = component2.lines[0 | (y * component2.scaleY * scaleY)];
			component3Line = component3.lines[0 | (y * component3.scaleY * scaleY)];
			component4Line = component4.lines[0 | (y * component4.scaleY * scaleY)];
			for (x = 0; x < width; x++) {
				if (!colorTransform) {
				C = component1Line[0 | (x * component1.scaleX * scaleX)];
				M = component2Line[0 | (x * component2.scaleX * scaleX)];
				Ye = component3Line[0 | (x * component3.scaleX * scaleX)];
				K = component4Line[0 | (x * component4.scaleX * scaleX)];
				} else {
				Y = component1Line[0 | (x * component1.scaleX * scaleX)];
				Cb = component2Line[0 | (x * component2.scaleX * scaleX)];
				Cr = component3Line[0 | (x * component3.scaleX * scaleX)];
				K = component4Line[0 | (x * component4.scaleX * scaleX)];
				C = 255 - clampTo8bit(Y + 1.402 * (Cr - 128));
				M = 255 - clampTo8bit(Y - 0.3441363 * (Cb - 128) - 0.71413636 * (Cr - 128));
				Ye = 255 - clampTo8bit(Y + 1.772 * (Cb - 128));
				}
				data[offset++] = 255-C;
				data[offset++] = 255-M;
				data[offset++] = 255-Ye;
				data[offset++] = 255-K;
			}
			}
			break;
		default:
			throw new Error('Unsupported color mode');
		}
		return data;
	},
	copyToImageData: function copyToImageData(imageData, formatAsRGBA) {
		var width = imageData.width, height = imageData.height;
		var imageDataArray = imageData.data;
		var data = this.getData(width, height);
		var i = 0, j = 0, x, y;
		var Y, K, C, M, R, G, B;
		switch (this.components.length) {
		case 1:
			for (y = 0; y < height; y++) {
			for (x = 0; x < width; x++) {
				Y = data[i++];
				imageDataArray[j++] = Y;
				imageDataArray[j++] = Y;
				imageDataArray[j++] = Y;
				if (formatAsRGBA) {
				imageDataArray[j++] = 255;
				}
			}
			}
			break;
		case 3:
			for (y = 0; y < height; y++) {
			for (x = 0; x < width; x++) {
				R = data[i++];
				G = data[i++];
				B = data[i++];
				imageDataArray[j++] = R;
				imageDataArray[j++] = G;
				imageDataArray[j++] = B;
				if (formatAsRGBA) {
				imageDataArray[j++] = 255;
				}
			}
			}
			break;
		case 4:
			for (y = 0; y < height; y++) {
			for (x = 0; x < width; x++) {
				C = data[i++];
				M = data[i++];
				Y = data[i++];
				K = data[i++];
				R = 255 - clampTo8bit(C * (1 - K / 255) + K);
				G = 255 - clampTo8bit(M * (1 - K / 255) + K);
				B = 255 - clampTo8bit(Y * (1 - K / 255) + K);
				imageDataArray[j++] = R;
				imageDataArray[j++] = G;
				imageDataArray[j++] = B;
				if (formatAsRGBA) {
				imageDataArray[j++] = 255;
				}
			}
			}
			break;
		default:
			throw new Error('Unsupported color mode');
		}
	}
	};
	var totalBytesAllocated = 0;
	var maxMemoryUsageBytes = 0;
	function requestMemoryAllocation(increaseAmount = 0) {
	var totalMemoryImpactBytes = totalBytesAllocated + increaseAmount;
	if (totalMemoryImpactBytes > maxMemoryUsageBytes) {
		var exceededAmount = Math.ceil((totalMemoryImpactBytes - maxMemoryUsageBytes) / 1024 / 1024);
		throw new Error(`maxMemoryUsageInMB limit exceeded by at least ${exceededAmount}MB`);
	}
	totalBytesAllocated = totalMemoryImpactBytes;
	}
	constructor.resetMaxMemoryUsage = function (maxMemoryUsageBytes_) {
	totalBytesAllocated = 0;
	maxMemoryUsageBytes = maxMemoryUsageBytes_;
	};
	constructor.getBytesAllocated = function () {
	return totalBytesAllocated;
	};
	constructor.requestMemoryAllocation = requestMemoryAllocation;
	return constructor;
})();
if (true) {
	module.exports = decode;
} else {}
function decode(jpegData, userOpts = {}) {
	var defaultOpts = {
	colorTransform: undefined,
	useTArray: false,
	formatAsRGBA: true,
	tolerantDecoding: true,
	maxResolutionInMP: 100,
	maxMemoryUsageInMB: 512,
	};
	var opts = {...defaultOpts, ...userOpts};
	var arr = new Uint8Array(jpegData);
	var decoder = new JpegImage();
	decoder.opts = opts;
	JpegImage.resetMaxMemoryUsage(opts.maxMemoryUsageInMB * 1024 * 1024);
	decoder.parse(arr);
	var channels = (opts.formatAsRGBA) ? 4 : 3;
	var bytesNeeded = decoder.width * decoder.height * channels;
	try {
	JpegImage.requestMemoryAllocation(bytesNeeded);
	var image = {
		width: decoder.width,
		height: decoder.height,
		exifBuffer: decoder.exifBuffer,
		data: opts.useTArray ?
		new Uint8Array(bytesNeeded) :
		Buffer.alloc(bytesNeeded)
	};
	if(decoder.comments.length > 0) {
		image["comments"] = decoder.comments;
	}
	} catch (err) {
	if (err instanceof RangeError) {
		throw new Error("Could not allocate enough memory for the image. " +
						"Required: " + bytesNeeded);
	}
	if (err instanceof ReferenceError) {
		if (err.message === "Buffer is not defined") {
		throw new Error("Buffer is not globally defined in this environment. " +
						"Consider setting useTArray to true");
		}
	}
	throw err;
	}
	decoder.copyToImageData(image, opts.formatAsRGBA);
	return image;
}
	}),
	58706:
	((module) => {
var btoa = btoa || function(buf) {
	return Buffer.from(buf).toString('base64');
};
function JPEGEncoder(quality) {
	var self = this;
	var fround = Math.round;
	var ffloor = Math.floor;
	var YTable = new Array(64);
	var UVTable = new Array(64);
	var fdtbl_Y = new Array(64);
	var fdtbl_UV = new Array(64);
	var YDC_HT;
	var UVDC_HT;
	var YAC_HT;
	var UVAC_HT;
	var bitcode = new Array(65535);
	var category = new Array(65535);
	var outputfDCTQuant = new Array(64);
	var DU = new Array(64);
	var byteout = [];
	var bytenew = 0;
	var bytepos = 7;
	var YDU = new Array(64);
	var UDU = new Array(64);
	var VDU = new Array(64);
	var clt = new Array(256);
	var RGB_YUV_TABLE = new Array(2048);
	var currentQuality;
	var ZigZag = [
				0, 1, 5, 6,14,15,27,28,
				2, 4, 7,13,16,26,29,42,
				3, 8,12,17,25,30,41,43,
				9,11,18,24,31,40,44,53,
			10,19,23,32,39,45,52,54,
			20,22,33,38,46,51,55,60,
			21,34,37,47,50,56,59,61,
			35,36,48,49,57,58,62,63
		];
	var std_dc_luminance_nrcodes = [0,0,1,5,1,1,1,1,1,1,0,0,0,0,0,0,0];
	var std_dc_luminance_values = [0,1,2,3,4,5,6,7,8,9,10,11];
	var std_ac_luminance_nrcodes = [0,0,2,1,3,3,2,4,3,5,5,4,4,0,0,1,0x7d];
	var std_ac_luminance_values = [
			0x01,0x02,0x03,0x00,0x04,0x11,0x05,0x12,
			0x21,0x31,0x41,0x06,0x13,0x51,0x61,0x07,
			0x22,0x71,0x14,0x32,0x81,0x91,0xa1,0x08,
			0x23,0x42,0xb1,0xc1,0x15,0x52,0xd1,0xf0,
			0x24,0x33,0x62,0x72,0x82,0x09,0x0a,0x16,
			0x17,0x18,0x19,0x1a,0x25,0x26,0x27,0x28,
			0x29,0x2a,0x34,0x35,0x36,0x37,0x38,0x39,
			0x3a,0x43,0x44,0x45,0x46,0x47,0x48,0x49,
			0x4a,0x53,0x54,0x55,0x56,0x57,0x58,0x59,
			0x5a,0x63,0x64,0x65,0x66,0x67,0x68,0x69,
			0x6a,0x73,0x74,0x75,0x76,0x77,0x78,0x79,
			0x7a,0x83,0x84,0x85,0x86,0x87,0x88,0x89,
			0x8a,0x92,0x93,0x94,0x95,0x96,0x97,0x98,
			0x99,0x9a,0xa2,0xa3,0xa4,0xa5,0xa6,0xa7,
			0xa8,0xa9,0xaa,0xb2,0xb3,0xb4,0xb5,0xb6,
			0xb7,0xb8,0xb9,0xba,0xc2,0xc3,0xc4,0xc5,
			0xc6,0xc7,0xc8,0xc9,0xca,0xd2,0xd3,0xd4,
			0xd5,0xd6,0xd7,0xd8,0xd9,0xda,0xe1,0xe2,
			0xe3,0xe4,0xe5,0xe6,0xe7,0xe8,0xe9,0xea,
			0xf1,0xf2,0xf3,0xf4,0xf5,0xf6,0xf7,0xf8,
			0xf9,0xfa
		];
	var std_dc_chrominance_nrcodes = [0,0,3,1,1,1,1,1,1,1,1,1,0,0,0,0,0];
	var std_dc_chrominance_values = [0,1,2,3,4,5,6,7,8,9,10,11];
	var std_ac_chrominance_nrcodes = [0,0,2,1,2,4,4,3,4,7,5,4,4,0,1,2,0x77];
	var std_ac_chrominance_values = [
			0x00,0x01,0x02,0x03,0x11,0x04,0x05,0x21,
			0x31,0x06,0x12,0x41,0x51,0x07,0x61,0x71,
			0x13,0x22,0x32,0x81,0x08,0x14,0x42,0x91,
			0xa1,0xb1,0xc1,0x09,0x23,0x33,0x52,0xf0,
			0x15,0x62,0x72,0xd1,0x0a,0x16,0x24,0x34,
			0xe1,0x25,0xf1,0x17,0x18,0x19,0x1a,0x26,
			0x27,0x28,0x29,0x2a,0x35,0x36,0x37,0x38,
			0x39,0x3a,0x43,0x44,0x45,0x46,0x47,0x48,
			0x49,0x4a,0x53,0x54,0x55,0x56,0x57,0x58,
			0x59,0x5a,0x63,0x64,0x65,0x66,0x67,0x68,
			0x69,0x6a,0x73,0x74,0x75,0x76,0x77,0x78,
			0x79,0x7a,0x82,0x83,0x84,0x85,0x86,0x87,
			0x88,0x89,0x8a,0x92,0x93,0x94,0x95,0x96,
			0x97,0x98,0x99,0x9a,0xa2,0xa3,0xa4,0xa5,
			0xa6,0xa7,0xa8,0xa9,0xaa,0xb2,0xb3,0xb4,
			0xb5,0xb6,0xb7,0xb8,0xb9,0xba,0xc2,0xc3,
			0xc4,0xc5,0xc6,0xc7,0xc8,0xc9,0xca,0xd2,
			0xd3,0xd4,0xd5,0xd6,0xd7,0xd8,0xd9,0xda,
			0xe2,0xe3,0xe4,0xe5,0xe6,0xe7,0xe8,0xe9,
			0xea,0xf2,0xf3,0xf4,0xf5,0xf6,0xf7,0xf8,
			0xf9,0xfa
		];
	function initQuantTables(sf){
			var YQT = [
				16, 11, 10, 16, 24, 40, 51, 61,
				12, 12, 14, 19, 26, 58, 60, 55,
				14, 13, 16, 24, 40, 57, 69, 56,
				14, 17, 22, 29, 51, 87, 80, 62,
				18, 22, 37, 56, 68,109,103, 77,
				24, 35, 55, 64, 81,104,113, 92,
				49, 64, 78, 87,103,121,120,101,
				72, 92, 95, 98,112,100,103, 99
			];
			for (var i = 0; i < 64; i++) {
				var t = ffloor((YQT[i]*sf+50)/100);
				if (t < 1) {
					t = 1;
				} else if (t > 255) {
					t = 255;
				}
				YTable[ZigZag[i]] = t;
			}
			var UVQT = [
				17, 18, 24, 47, 99, 99, 99, 99,
				18, 21, 26, 66, 99, 99, 99, 99,
				24, 26, 56, 99, 99, 99, 99, 99,
				47, 66, 99, 99, 99, 99, 99, 99,
				99, 99, 99, 99, 99, 99, 99, 99,
				99, 99, 99, 99, 99, 99, 99, 99,
				99, 99, 99, 99, 99, 99, 99, 99,
				99, 99, 99, 99, 99, 99, 99, 99
			];
			for (var j = 0; j < 64; j++) {
				var u = ffloor((UVQT[j]*sf+50)/100);
				if (u < 1) {
					u = 1;
				} else if (u > 255) {
					u = 255;
				}
				UVTable[ZigZag[j]] = u;
			}
			var aasf = [
				1.0, 1.387039845, 1.306562965, 1.175875602,
				1.0, 0.785694958, 0.541196100, 0.275899379
			];
			var k = 0;
			for (var row = 0; row < 8; row++)
			{
				for (var col = 0; col < 8; col++)
				{
					fdtbl_Y[k]  = (1.0 / (YTable [ZigZag[k]] * aasf[row] * aasf[col] * 8.0));
					fdtbl_UV[k] = (1.0 / (UVTable[ZigZag[k]] * aasf[row] * aasf[col] * 8.0));
					k++;
				}
			}
		}
		function computeHuffmanTbl(nrcodes, std_table){
			var codevalue = 0;
			var pos_in_table = 0;
			var HT = new Array();
			for (var k = 1; k <= 16; k++) {
				for (var j = 1; j <= nrcodes[k]; j++) {
					HT[std_table[pos_in_table]] = [];
					HT[std_table[pos_in_table]][0] = codevalue;
					HT[std_table[pos_in_table]][1] = k;
					pos_in_table++;
					codevalue++;
				}
				codevalue*=2;
			}
			return HT;
		}
		function initHuffmanTbl()
		{
			YDC_HT = computeHuffmanTbl(std_dc_luminance_nrcodes,std_dc_luminance_values);
			UVDC_HT = computeHuffmanTbl(std_dc_chrominance_nrcodes,std_dc_chrominance_values);
			YAC_HT = computeHuffmanTbl(std_ac_luminance_nrcodes,std_ac_luminance_values);
			UVAC_HT = computeHuffmanTbl(std_ac_chrominance_nrcodes,std_ac_chrominance_values);
		}
		function initCategoryNumber()
		{
			var nrlower = 1;
			var nrupper = 2;
			for (var cat = 1; cat <= 15; cat++) {
				for (var nr = nrlower; nr<nrupper; nr++) {
					category[32767+nr] = cat;
					bitcode[32767+nr] = [];
					bitcode[32767+nr][1] = cat;
					bitcode[32767+nr][0] = nr;
				}
				for (var nrneg =-(nrupper-1); nrneg<=-nrlower; nrneg++) {
					category[32767+nrneg] = cat;
					bitcode[32767+nrneg] = [];
					bitcode[32767+nrneg][1] = cat;
					bitcode[32767+nrneg][0] = nrupper-1+nrneg;
				}
				nrlower <<= 1;
				nrupper <<= 1;
			}
		}
		function initRGBYUVTable() {
			for(var i = 0; i < 256;i++) {
				RGB_YUV_TABLE[i]      		=  19595 * i;
				RGB_YUV_TABLE[(i+ 256)>>0] 	=  38470 * i;
				RGB_YUV_TABLE[(i+ 512)>>0] 	=   7471 * i + 0x8000;
				RGB_YUV_TABLE[(i+ 768)>>0] 	= -11059 * i;
				RGB_YUV_TABLE[(i+1024)>>0] 	= -21709 * i;
				RGB_YUV_TABLE[(i+1280)>>0] 	=  32768 * i + 0x807FFF;
				RGB_YUV_TABLE[(i+1536)>>0] 	= -27439 * i;
				RGB_YUV_TABLE[(i+1792)>>0] 	= - 5329 * i;
			}
		}
		function writeBits(bs)
		{
			var value = bs[0];
			var posval = bs[1]-1;
			while ( posval >= 0 ) {
				if (value & (1 << posval) ) {
					bytenew |= (1 << bytepos);
				}
				posval--;
				bytepos--;
				if (bytepos < 0) {
					if (bytenew == 0xFF) {
						writeByte(0xFF);
						writeByte(0);
					}
					else {
						writeByte(bytenew);
					}
					bytepos=7;
					bytenew=0;
				}
			}
		}
		function writeByte(value)
		{
		byteout.push(value);
		}
		function writeWord(value)
		{
			writeByte((value>>8)&0xFF);
			writeByte((value   )&0xFF);
		}
		function fDCTQuant(data, fdtbl)
		{
			var d0, d1, d2, d3, d4, d5, d6, d7;
			var dataOff=0;
			var i;
			var I8 = 8;
			var I64 = 64;
			for (i=0; i<I8; ++i)
			{
				d0 = data[dataOff];
				d1 = data[dataOff+1];
				d2 = data[dataOff+2];
				d3 = data[dataOff+3];
				d4 = data[dataOff+4];
				d5 = data[dataOff+5];
				d6 = data[dataOff+6];
				d7 = data[dataOff+7];
				var tmp0 = d0 + d7;
				var tmp7 = d0 - d7;
				var tmp1 = d1 + d6;
				var tmp6 = d1 - d6;
				var tmp2 = d2 + d5;
				var tmp5 = d2 - d5;
				var tmp3 = d3 + d4;
				var tmp4 = d3 - d4;
				var tmp10 = tmp0 + tmp3;
				var tmp13 = tmp0 - tmp3;
				var tmp11 = tmp1 + tmp2;
				var tmp12 = tmp1 - tmp2;
				data[dataOff] = tmp10 + tmp11;
				data[dataOff+4] = tmp10 - tmp11;
				var z1 = (tmp12 + tmp13) * 0.707106781;
				data[dataOff+2] = tmp13 + z1;
				data[dataOff+6] = tmp13 - z1;
				tmp10 = tmp4 + tmp5;
				tmp11 = tmp5 + tmp6;
				tmp12 = tmp6 + tmp7;
				var z5 = (tmp10 - tmp12) * 0.382683433;
				var z2 = 0.541196100 * tmp10 + z5;
				var z4 = 1.306562965 * tmp12 + z5;
				var z3 = tmp11 * 0.707106781;
				var z11 = tmp7 + z3;
				var z13 = tmp7 - z3;
				data[dataOff+5] = z13 + z2;
				data[dataOff+3] = z13 - z2;
				data[dataOff+1] = z11 + z4;
				data[dataOff+7] = z11 - z4;
				dataOff += 8;
			}
			dataOff = 0;
			for (i=0; i<I8; ++i)
			{
				d0 = data[dataOff];
				d1 = data[dataOff + 8];
				d2 = data[dataOff + 16];
				d3 = data[dataOff + 24];
				d4 = data[dataOff + 32];
				d5 = data[dataOff + 40];
				d6 = data[dataOff + 48];
				d7 = data[dataOff + 56];
				var tmp0p2 = d0 + d7;
				var tmp7p2 = d0 - d7;
				var tmp1p2 = d1 + d6;
				var tmp6p2 = d1 - d6;
				var tmp2p2 = d2 + d5;
				var tmp5p2 = d2 - d5;
				var tmp3p2 = d3 + d4;
				var tmp4p2 = d3 - d4;
				var tmp10p2 = tmp0p2 + tmp3p2;
				var tmp13p2 = tmp0p2 - tmp3p2;
				var tmp11p2 = tmp1p2 + tmp2p2;
				var tmp12p2 = tmp1p2 - tmp2p2;
				data[dataOff] = tmp10p2 + tmp11p2;
				data[dataOff+32] = tmp10p2 - tmp11p2;
				var z1p2 = (tmp12p2 + tmp13p2) * 0.707106781;
				data[dataOff+16] = tmp13p2 + z1p2;
				data[dataOff+48] = tmp13p2 - z1p2;
				tmp10p2 = tmp4p2 + tmp5p2;
				tmp11p2 = tmp5p2 + tmp6p2;
				tmp12p2 = tmp6p2 + tmp7p2;
				var z5p2 = (tmp10p2 - tmp12p2) * 0.382683433;
				var z2p2 = 0.541196100 * tmp10p2 + z5p2;
				var z4p2 = 1.306562965 * tmp12p2 + z5p2;
				var z3p2 = tmp11p2 * 0.707106781;
				var z11p2 = tmp7p2 + z3p2;
				var z13p2 = tmp7p2 - z3p2;
				data[dataOff+40] = z13p2 + z2p2;
				data[dataOff+24] = z13p2 - z2p2;
				data[dataOff+ 8] = z11p2 + z4p2;
				data[dataOff+56] = z11p2 - z4p2;
				dataOff++;
			}
			var fDCTQuant;
			for (i=0; i<I64; ++i)
			{
				fDCTQuant = data[i]*fdtbl[i];
				outputfDCTQuant[i] = (fDCTQuant > 0.0) ? ((fDCTQuant + 0.5)|0) : ((fDCTQuant - 0.5)|0);
			}
			return outputfDCTQuant;
		}
		function writeAPP0()
		{
			writeWord(0xFFE0);
			writeWord(16);
			writeByte(0x4A);
			writeByte(0x46);
			writeByte(0x49);
			writeByte(0x46);
			writeByte(0);
			writeByte(1);
			writeByte(1);
			writeByte(0);
			writeWord(1);
			writeWord(1);
			writeByte(0);
			writeByte(0);
		}
		function writeAPP1(exifBuffer) {
			if (!exifBuffer) return;
			writeWord(0xFFE1);
			if (exifBuffer[0] === 0x45 &&
					exifBuffer[1] === 0x78 &&
					exifBuffer[2] === 0x69 &&
					exifBuffer[3] === 0x66) {
				writeWord(exifBuffer.length + 2);
			} else {
				writeWord(exifBuffer.length + 5 + 2);
				writeByte(0x45);
				writeByte(0x78);
				writeByte(0x69);
				writeByte(0x66);
				writeByte(0);
			}
			for (var i = 0; i < exifBuffer.length; i++) {
				writeByte(exifBuffer[i]);
			}
		}
		function writeSOF0(width, height)
		{
			writeWord(0xFFC0);
			writeWord(17);
			writeByte(8);
			writeWord(height);
			writeWord(width);
			writeByte(3);
			writeByte(1);
			writeByte(0x11);
			writeByte(0);
			writeByte(2);
			writeByte(0x11);
			writeByte(1);
			writeByte(3);
			writeByte(0x11);
			writeByte(1);
		}
		function writeDQT()
		{
			writeWord(0xFFDB);
			writeWord(132);
			writeByte(0);
			for (var i=0; i<64; i++) {
				writeByte(YTable[i]);
			}
			writeByte(1);
			for (var j=0; j<64; j++) {
				writeByte(UVTable[j]);
			}
		}
		function writeDHT()
		{
			writeWord(0xFFC4);
			writeWord(0x01A2);
			writeByte(0);
			for (var i=0; i<16; i++) {
				writeByte(std_dc_luminance_nrcodes[i+1]);
			}
			for (var j=0; j<=11; j++) {
				writeByte(std_dc_luminance_values[j]);
			}
			writeByte(0x10);
			for (var k=0; k<16; k++) {
				writeByte(std_ac_luminance_nrcodes[k+1]);
			}
			for (var l=0; l<=161; l++) {
				writeByte(std_ac_luminance_values[l]);
			}
			writeByte(1);
			for (var m=0; m<16; m++) {
				writeByte(std_dc_chrominance_nrcodes[m+1]);
			}
			for (var n=0; n<=11; n++) {
				writeByte(std_dc_chrominance_values[n]);
			}
			writeByte(0x11);
			for (var o=0; o<16; o++) {
				writeByte(std_ac_chrominance_nrcodes[o+1]);
			}
			for (var p=0; p<=161; p++) {
				writeByte(std_ac_chrominance_values[p]);
			}
		}
		function writeCOM(comments)
		{
			if (typeof comments === "undefined" || comments.constructor !== Array) return;
			comments.forEach(e => {
				if (typeof e !== "string") return;
				writeWord(0xFFFE);
				var l = e.length;
				writeWord(l + 2);
				var i;
				for (i = 0; i < l; i++)
					writeByte(e.charCodeAt(i));
			});
		}
		function writeSOS()
		{
			writeWord(0xFFDA);
			writeWord(12);
			writeByte(3);
			writeByte(1);
			writeByte(0);
			writeByte(2);
			writeByte(0x11);
			writeByte(3);
			writeByte(0x11);
			writeByte(0);
			writeByte(0x3f);
			writeByte(0);
		}
		function processDU(CDU, fdtbl, DC, HTDC, HTAC){
			var EOB = HTAC[0x00];
			var M16zeroes = HTAC[0xF0];
			var pos;
			var I16 = 16;
			var I63 = 63;
			var I64 = 64;
			var DU_DCT = fDCTQuant(CDU, fdtbl);
			for (var j=0;j<I64;++j) {
				DU[ZigZag[j]]=DU_DCT[j];
			}
			var Diff = DU[0] - DC; DC = DU[0];
			if (Diff==0) {
				writeBits(HTDC[0]);
			} else {
				pos = 32767+Diff;
				writeBits(HTDC[category[pos]]);
				writeBits(bitcode[pos]);
			}
			var end0pos = 63;
			for (; (end0pos>0)&&(DU[end0pos]==0); end0pos--) {};
			if ( end0pos == 0) {
				writeBits(EOB);
				return DC;
			}
			var i = 1;
			var lng;
			while ( i <= end0pos ) {
				var startpos = i;
				for (; (DU[i]==0) && (i<=end0pos); ++i) {}
				var nrzeroes = i-startpos;
				if ( nrzeroes >= I16 ) {
					lng = nrzeroes>>4;
					for (var nrmarker=1; nrmarker <= lng; ++nrmarker)
						writeBits(M16zeroes);
					nrzeroes = nrzeroes&0xF;
				}
				pos = 32767+DU[i];
				writeBits(HTAC[(nrzeroes<<4)+category[pos]]);
				writeBits(bitcode[pos]);
				i++;
			}
			if ( end0pos != I63 ) {
				writeBits(EOB);
			}
			return DC;
		}
		function initCharLookupTable(){
			var sfcc = String.fromCharCode;
			for(var i=0; i < 256; i++){
				clt[i] = sfcc(i);
			}
		}
		this.encode = function(image,quality)
		{
			var time_start = new Date().getTime();
			if(quality) setQuality(quality);
			byteout = new Array();
			bytenew=0;
			bytepos=7;
			writeWord(0xFFD8);
			writeAPP0();
			writeCOM(image.comments);
			writeAPP1(image.exifBuffer);
			writeDQT();
			writeSOF0(image.width,image.height);
			writeDHT();
			writeSOS();
			var DCY=0;
			var DCU=0;
			var DCV=0;
			bytenew=0;
			bytepos=7;
			this.encode.displayName = "_encode_";
			var imageData = image.data;
			var width = image.width;
			var height = image.height;
			var quadWidth = width*4;
			var tripleWidth = width*3;
			var x, y = 0;
			var r, g, b;
			var start,p, col,row,pos;
			while(y < height){
				x = 0;
				while(x < quadWidth){
				start = quadWidth * y + x;
				p = start;
				col = -1;
				row = 0;
				for(pos=0; pos < 64; pos++){
					row = pos >> 3;
					col = ( pos & 7 ) * 4;
					p = start + ( row * quadWidth ) + col;
					if(y+row >= height){
						p-= (quadWidth*(y+1+row-height));
					}
					if(x+col >= quadWidth){
						p-= ((x+col) - quadWidth +4)
					}
					r = imageData[ p++ ];
					g = imageData[ p++ ];
					b = imageData[ p++ ];
					YDU[pos] = ((RGB_YUV_TABLE[r]             + RGB_YUV_TABLE[(g +  256)>>0] + RGB_YUV_TABLE[(b +  512)>>0]) >> 16)-128;
					UDU[pos] = ((RGB_YUV_TABLE[(r +  768)>>0] + RGB_YUV_TABLE[(g + 1024)>>0] + RGB_YUV_TABLE[(b + 1280)>>0]) >> 16)-128;
					VDU[pos] = ((RGB_YUV_TABLE[(r + 1280)>>0] + RGB_YUV_TABLE[(g + 1536)>>0] + RGB_YUV_TABLE[(b + 1792)>>0]) >> 16)-128;
				}
				DCY = processDU(YDU, fdtbl_Y, DCY, YDC_HT, YAC_HT);
				DCU = processDU(UDU, fdtbl_UV, DCU, UVDC_HT, UVAC_HT);
				DCV = processDU(VDU, fdtbl_UV, DCV, UVDC_HT, UVAC_HT);
				x+=32;
				}
				y+=8;
			}
			if ( bytepos >= 0 ) {
				var fillbits = [];
				fillbits[1] = bytepos+1;
				fillbits[0] = (1<<(bytepos+1))-1;
				writeBits(fillbits);
			}
			writeWord(0xFFD9);
			if (false) {}
		return Buffer.from(byteout);
			var jpegDataUri = 'data:image/jpeg;base64,' + btoa(byteout.join(''));
			byteout = [];
			var duration = new Date().getTime() - time_start;
			return jpegDataUri
	}
	function setQuality(quality){
		if (quality <= 0) {
			quality = 1;
		}
		if (quality > 100) {
			quality = 100;
		}
		if(currentQuality == quality) return
		var sf = 0;
		if (quality < 50) {
			sf = Math.floor(5000 / quality);
		} else {
			sf = Math.floor(200 - quality*2);
		}
		initQuantTables(sf);
		currentQuality = quality;
	}
	function init(){
		var time_start = new Date().getTime();
		if(!quality) quality = 50;
		initCharLookupTable()
		initHuffmanTbl();
		initCategoryNumber();
		initRGBYUVTable();
		setQuality(quality);
		var duration = new Date().getTime() - time_start;
	}
	init();
};
if (true) {
	module.exports = encode;
} else {}
function encode(imgData, qu) {
	if (typeof qu === 'undefined') qu = 50;
	var encoder = new JPEGEncoder(qu);
	var data = encoder.encode(imgData, qu);
	return {
	data: data,
	width: imgData.width,
	height: imgData.height,
	};
}
function getImageDataFromImage(idOrElement){
	var theImg = (typeof(idOrElement)=='string')? document.getElementById(idOrElement):idOrElement;
	var cvs = document.createElement('canvas');
	cvs.width = theImg.width;
	cvs.height = theImg.height;
	var ctx = cvs.getContext("2d");
	ctx.drawImage(theImg,0,0);
	return (ctx.getImageData(0, 0, cvs.width, cvs.height));
}
	}),
	14402:
	((module) => {
function Mime() {
	this._types = Object.create(null);
	this._extensions = Object.create(null);
	for (let i = 0; i < arguments.length; i++) {
	this.define(arguments[i]);
	}
	this.define = this.define.bind(this);
	this.getType = this.getType.bind(this);
	this.getExtension = this.getExtension.bind(this);
}
Mime.prototype.define = function(typeMap, force) {
	for (let type in typeMap) {
	let extensions = typeMap[type].map(function(t) {
		return t.toLowerCase();
	});
	type = type.toLowerCase();
	for (let i = 0; i < extensions.length; i++) {
		const ext = extensions[i];
		if (ext[0] === '*') {
		continue;
		}
		if (!force && (ext in this._types)) {
		throw new Error(
			'Attempt to change mapping for "' + ext +
			'" extension from "' + this._types[ext] + '" to "' + type +
			'". Pass `force=true` to allow this, otherwise remove "' + ext +
			'" from the list of extensions for "' + type + '".'
		);
		}
		this._types[ext] = type;
	}
	if (force || !this._extensions[type]) {
		const ext = extensions[0];
		this._extensions[type] = (ext[0] !== '*') ? ext : ext.substr(1);
	}
	}
};
Mime.prototype.getType = function(path) {
	path = String(path);
	let last = path.replace(/^.*[/\\]/, '').toLowerCase();
	let ext = last.replace(/^.*\./, '').toLowerCase();
	let hasPath = last.length < path.length;
	let hasDot = ext.length < last.length - 1;
	return (hasDot || !hasPath) && this._types[ext] || null;
};
Mime.prototype.getExtension = function(type) {
	type = /^\s*([^;\s]*)/.test(type) && RegExp.$1;
	return type && this._extensions[type.toLowerCase()] || null;
};
module.exports = Mime;
	}),
	95702:
	((module, __unused_webpack_exports, __webpack_require__) => {
let Mime = __webpack_require__(14402);
module.exports = new Mime(__webpack_require__(83725));
	}),
	83725:
	((module) => {
module.exports = {"application/andrew-inset":["ez"],"application/applixware":["aw"],"application/atom+xml":["atom"],"application/atomcat+xml":["atomcat"],"application/atomdeleted+xml":["atomdeleted"],"application/atomsvc+xml":["atomsvc"],"application/atsc-dwd+xml":["dwd"],"application/atsc-held+xml":["held"],"application/atsc-rsat+xml":["rsat"],"application/bdoc":["bdoc"],"application/calendar+xml":["xcs"],"application/ccxml+xml":["ccxml"],"application/cdfx+xml":["cdfx"],"application/cdmi-capability":["cdmia"],"application/cdmi-container":["cdmic"],"application/cdmi-domain":["cdmid"],"application/cdmi-object":["cdmio"],"application/cdmi-queue":["cdmiq"],"application/cu-seeme":["cu"],"application/dash+xml":["mpd"],"application/davmount+xml":["davmount"],"application/docbook+xml":["dbk"],"application/dssc+der":["dssc"],"application/dssc+xml":["xdssc"],"application/ecmascript":["es","ecma"],"application/emma+xml":["emma"],"application/emotionml+xml":["emotionml"],"application/epub+zip":["epub"],"application/exi":["exi"],"application/express":["exp"],"application/fdt+xml":["fdt"],"application/font-tdpfr":["pfr"],"application/geo+json":["geojson"],"application/gml+xml":["gml"],"application/gpx+xml":["gpx"],"application/gxf":["gxf"],"application/gzip":["gz"],"application/hjson":["hjson"],"application/hyperstudio":["stk"],"application/inkml+xml":["ink","inkml"],"application/ipfix":["ipfix"],"application/its+xml":["its"],"application/java-archive":["jar","war","ear"],"application/java-serialized-object":["ser"],"application/java-vm":["class"],"application/javascript":["js","mjs"],"application/json":["json","map"],"application/json5":["json5"],"application/jsonml+json":["jsonml"],"application/ld+json":["jsonld"],"application/lgr+xml":["lgr"],"application/lost+xml":["lostxml"],"application/mac-binhex40":["hqx"],"application/mac-compactpro":["cpt"],"application/mads+xml":["mads"],"application/manifest+json":["webmanifest"],"application/marc":["mrc"],"application/marcxml+xml":["mrcx"],"application/mathematica":["ma","nb","mb"],"application/mathml+xml":["mathml"],"application/mbox":["mbox"],"application/mediaservercontrol+xml":["mscml"],"application/metalink+xml":["metalink"],"application/metalink4+xml":["meta4"],"application/mets+xml":["mets"],"application/mmt-aei+xml":["maei"],"application/mmt-usd+xml":["musd"],"application/mods+xml":["mods"],"application/mp21":["m21","mp21"],"application/mp4":["mp4s","m4p"],"application/msword":["doc","dot"],"application/mxf":["mxf"],"application/n-quads":["nq"],"application/n-triples":["nt"],"application/node":["cjs"],"application/octet-stream":["bin","dms","lrf","mar","so","dist","distz","pkg","bpk","dump","elc","deploy","exe","dll","deb","dmg","iso","img","msi","msp","msm","buffer"],"application/oda":["oda"],"application/oebps-package+xml":["opf"],"application/ogg":["ogx"],"application/omdoc+xml":["omdoc"],"application/onenote":["onetoc","onetoc2","onetmp","onepkg"],"application/oxps":["oxps"],"application/p2p-overlay+xml":["relo"],"application/patch-ops-error+xml":["xer"],"application/pdf":["pdf"],"application/pgp-encrypted":["pgp"],"application/pgp-signature":["asc","sig"],"application/pics-rules":["prf"],"application/pkcs10":["p10"],"application/pkcs7-mime":["p7m","p7c"],"application/pkcs7-signature":["p7s"],"application/pkcs8":["p8"],"application/pkix-attr-cert":["ac"],"application/pkix-cert":["cer"],"application/pkix-crl":["crl"],"application/pkix-pkipath":["pkipath"],"application/pkixcmp":["pki"],"application/pls+xml":["pls"],"application/postscript":["ai","eps","ps"],"application/provenance+xml":["provx"],"application/pskc+xml":["pskcxml"],"application/raml+yaml":["raml"],"application/rdf+xml":["rdf","owl"],"application/reginfo+xml":["rif"],"application/relax-ng-compact-syntax":["rnc"],"application/resource-lists+xml":["rl"],"application/resource-lists-diff+xml":["rld"],"application/rls-services+xml":["rs"],"application/route-apd+xml":["rapd"],"application/route-s-tsid+xml":["sls"],"application/route-usd+xml":["rusd"],"application/rpki-ghostbusters":["gbr"],"application/rpki-manifest":["mft"],"application/rpki-roa":["roa"],"application/rsd+xml":["rsd"],"application/rss+xml":["rss"],"application/rtf":["rtf"],"application/sbml+xml":["sbml"],"application/scvp-cv-request":["scq"],"application/scvp-cv-response":["scs"],"application/scvp-vp-request":["spq"],"application/scvp-vp-response":["spp"],"application/sdp":["sdp"],"application/senml+xml":["senmlx"],"application/sensml+xml":["sensmlx"],"application/set-payment-initiation":["setpay"],"application/set-registration-initiation":["setreg"],"application/shf+xml":["shf"],"application/sieve":["siv","sieve"],"application/smil+xml":["smi","smil"],"application/sparql-query":["rq"],"application/sparql-results+xml":["srx"],"application/srgs":["gram"],"application/srgs+xml":["grxml"],"application/sru+xml":["sru"],"application/ssdl+xml":["ssdl"],"application/ssml+xml":["ssml"],"application/swid+xml":["swidtag"],"application/tei+xml":["tei","teicorpus"],"application/thraud+xml":["tfi"],"application/timestamped-data":["tsd"],"application/toml":["toml"],"application/trig":["trig"],"application/ttml+xml":["ttml"],"application/ubjson":["ubj"],"application/urc-ressheet+xml":["rsheet"],"application/urc-targetdesc+xml":["td"],"application/voicexml+xml":["vxml"],"application/wasm":["wasm"],"application/widget":["wgt"],"application/winhlp":["hlp"],"application/wsdl+xml":["wsdl"],"application/wspolicy+xml":["wspolicy"],"application/xaml+xml":["xaml"],"application/xcap-att+xml":["xav"],"application/xcap-caps+xml":["xca"],"application/xcap-diff+xml":["xdf"],"application/xcap-el+xml":["xel"],"application/xcap-ns+xml":["xns"],"application/xenc+xml":["xenc"],"application/xhtml+xml":["xhtml","xht"],"application/xliff+xml":["xlf"],"application/xml":["xml","xsl","xsd","rng"],"application/xml-dtd":["dtd"],"application/xop+xml":["xop"],"application/xproc+xml":["xpl"],"application/xslt+xml":["*xsl","xslt"],"application/xspf+xml":["xspf"],"application/xv+xml":["mxml","xhvml","xvml","xvm"],"application/yang":["yang"],"application/yin+xml":["yin"],"application/zip":["zip"],"audio/3gpp":["*3gpp"],"audio/adpcm":["adp"],"audio/amr":["amr"],"audio/basic":["au","snd"],"audio/midi":["mid","midi","kar","rmi"],"audio/mobile-xmf":["mxmf"],"audio/mp3":["*mp3"],"audio/mp4":["m4a","mp4a"],"audio/mpeg":["mpga","mp2","mp2a","mp3","m2a","m3a"],"audio/ogg":["oga","ogg","spx","opus"],"audio/s3m":["s3m"],"audio/silk":["sil"],"audio/wav":["wav"],"audio/wave":["*wav"],"audio/webm":["weba"],"audio/xm":["xm"],"font/collection":["ttc"],"font/otf":["otf"],"font/ttf":["ttf"],"font/woff":["woff"],"font/woff2":["woff2"],"image/aces":["exr"],"image/apng":["apng"],"image/avif":["avif"],"image/bmp":["bmp"],"image/cgm":["cgm"],"image/dicom-rle":["drle"],"image/emf":["emf"],"image/fits":["fits"],"image/g3fax":["g3"],"image/gif":["gif"],"image/heic":["heic"],"image/heic-sequence":["heics"],"image/heif":["heif"],"image/heif-sequence":["heifs"],"image/hej2k":["hej2"],"image/hsj2":["hsj2"],"image/ief":["ief"],"image/jls":["jls"],"image/jp2":["jp2","jpg2"],"image/jpeg":["jpeg","jpg","jpe"],"image/jph":["jph"],"image/jphc":["jhc"],"image/jpm":["jpm"],"image/jpx":["jpx","jpf"],"image/jxr":["jxr"],"image/jxra":["jxra"],"image/jxrs":["jxrs"],"image/jxs":["jxs"],"image/jxsc":["jxsc"],"image/jxsi":["jxsi"],"image/jxss":["jxss"],"image/ktx":["ktx"],"image/ktx2":["ktx2"],"image/png":["png"],"image/sgi":["sgi"],"image/svg+xml":["svg","svgz"],"image/t38":["t38"],"image/tiff":["tif","tiff"],"image/tiff-fx":["tfx"],"image/webp":["webp"],"image/wmf":["wmf"],"message/disposition-notification":["disposition-notification"],"message/global":["u8msg"],"message/global-delivery-status":["u8dsn"],"message/global-disposition-notification":["u8mdn"],"message/global-headers":["u8hdr"],"message/rfc822":["eml","mime"],"model/3mf":["3mf"],"model/gltf+json":["gltf"],"model/gltf-binary":["glb"],"model/iges":["igs","iges"],"model/mesh":["msh","mesh","silo"],"model/mtl":["mtl"],"model/obj":["obj"],"model/step+xml":["stpx"],"model/step+zip":["stpz"],"model/step-xml+zip":["stpxz"],"model/stl":["stl"],"model/vrml":["wrl","vrml"],"model/x3d+binary":["*x3db","x3dbz"],"model/x3d+fastinfoset":["x3db"],"model/x3d+vrml":["*x3dv","x3dvz"],"model/x3d+xml":["x3d","x3dz"],"model/x3d-vrml":["x3dv"],"text/cache-manifest":["appcache","manifest"],"text/calendar":["ics","ifb"],"text/coffeescript":["coffee","litcoffee"],"text/css":["css"],"text/csv":["csv"],"text/html":["html","htm","shtml"],"text/jade":["jade"],"text/jsx":["jsx"],"text/less":["less"],"text/markdown":["markdown","md"],"text/mathml":["mml"],"text/mdx":["mdx"],"text/n3":["n3"],"text/plain":["txt","text","conf","def","list","log","in","ini"],"text/richtext":["rtx"],"text/rtf":["*rtf"],"text/sgml":["sgml","sgm"],"text/shex":["shex"],"text/slim":["slim","slm"],"text/spdx":["spdx"],"text/stylus":["stylus","styl"],"text/tab-separated-values":["tsv"],"text/troff":["t","tr","roff","man","me","ms"],"text/turtle":["ttl"],"text/uri-list":["uri","uris","urls"],"text/vcard":["vcard"],"text/vtt":["vtt"],"text/xml":["*xml"],"text/yaml":["yaml","yml"],"video/3gpp":["3gp","3gpp"],"video/3gpp2":["3g2"],"video/h261":["h261"],"video/h263":["h263"],"video/h264":["h264"],"video/iso.segment":["m4s"],"video/jpeg":["jpgv"],"video/jpm":["*jpm","jpgm"],"video/mj2":["mj2","mjp2"],"video/mp2t":["ts"],"video/mp4":["mp4","mp4v","mpg4"],"video/mpeg":["mpeg","mpg","mpe","m1v","m2v"],"video/ogg":["ogv"],"video/quicktime":["qt","mov"],"video/webm":["webm"]};
	}),
	26106:
	((__unused_webpack_module, exports, __webpack_require__) => {
let interlaceUtils = __webpack_require__(92689);
let pixelBppMapper = [
	function () {},
	function (pxData, data, pxPos, rawPos) {
	if (rawPos === data.length) {
		throw new Error("Ran out of data");
	}
	let pixel = data[rawPos];
	pxData[pxPos] = pixel;
	pxData[pxPos + 1] = pixel;
	pxData[pxPos + 2] = pixel;
	pxData[pxPos + 3] = 0xff;
	},
	function (pxData, data, pxPos, rawPos) {
	if (rawPos + 1 >= data.length) {
		throw new Error("Ran out of data");
	}
	let pixel = data[rawPos];
	pxData[pxPos] = pixel;
	pxData[pxPos + 1] = pixel;
	pxData[pxPos + 2] = pixel;
	pxData[pxPos + 3] = data[rawPos + 1];
	},
	function (pxData, data, pxPos, rawPos) {
	if (rawPos + 2 >= data.length) {
		throw new Error("Ran out of data");
	}
	pxData[pxPos] = data[rawPos];
	pxData[pxPos + 1] = data[rawPos + 1];
	pxData[pxPos + 2] = data[rawPos + 2];
	pxData[pxPos + 3] = 0xff;
	},
	function (pxData, data, pxPos, rawPos) {
	if (rawPos + 3 >= data.length) {
		throw new Error("Ran out of data");
	}
	pxData[pxPos] = data[rawPos];
	pxData[pxPos + 1] = data[rawPos + 1];
	pxData[pxPos + 2] = data[rawPos + 2];
	pxData[pxPos + 3] = data[rawPos + 3];
	},
];
let pixelBppCustomMapper = [
	function () {},
	function (pxData, pixelData, pxPos, maxBit) {
	let pixel = pixelData[0];
	pxData[pxPos] = pixel;
	pxData[pxPos + 1] = pixel;
	pxData[pxPos + 2] = pixel;
	pxData[pxPos + 3] = maxBit;
	},
	function (pxData, pixelData, pxPos) {
	let pixel = pixelData[0];
	pxData[pxPos] = pixel;
	pxData[pxPos + 1] = pixel;
	pxData[pxPos + 2] = pixel;
	pxData[pxPos + 3] = pixelData[1];
	},
	function (pxData, pixelData, pxPos, maxBit) {
	pxData[pxPos] = pixelData[0];
	pxData[pxPos + 1] = pixelData[1];
	pxData[pxPos + 2] = pixelData[2];
	pxData[pxPos + 3] = maxBit;
	},
	function (pxData, pixelData, pxPos) {
	pxData[pxPos] = pixelData[0];
	pxData[pxPos + 1] = pixelData[1];
	pxData[pxPos + 2] = pixelData[2];
	pxData[pxPos + 3] = pixelData[3];
	},
];
function bitRetriever(data, depth) {
	let leftOver = [];
	let i = 0;
	function split() {
	if (i === data.length) {
		throw new Error("Ran out of data");
	}
	let byte = data[i];
	i++;
	let byte8, byte7, byte6, byte5, byte4, byte3, byte2, byte1;
	switch (depth) {
		default:
		throw new Error("unrecognised depth");
		case 16:
		byte2 = data[i];
		i++;
		leftOver.push((byte << 8) + byte2);
		break;
		case 4:
		byte2 = byte & 0x0f;
		byte1 = byte >> 4;
		leftOver.push(byte1, byte2);
		break;
		case 2:
		byte4 = byte & 3;
		byte3 = (byte >> 2) & 3;
		byte2 = (byte >> 4) & 3;
		byte1 = (byte >> 6) & 3;
		leftOver.push(byte1, byte2, byte3, byte4);
		break;
		case 1:
		byte8 = byte & 1;
		byte7 = (byte >> 1) & 1;
		byte6 = (byte >> 2) & 1;
		byte5 = (byte >> 3) & 1;
		byte4 = (byte >> 4) & 1;
		byte3 = (byte >> 5) & 1;
		byte2 = (byte >> 6) & 1;
		byte1 = (byte >> 7) & 1;
		leftOver.push(byte1, byte2, byte3, byte4, byte5, byte6, byte7, byte8);
		break;
	}
	}
	return {
	get: function (count) {
		while (leftOver.length < count) {
		split();
		}
		let returner = leftOver.slice(0, count);
		leftOver = leftOver.slice(count);
		return returner;
	},
	resetAfterLine: function () {
		leftOver.length = 0;
	},
	end: function () {
		if (i !== data.length) {
		throw new Error("extra data found");
		}
	},
	};
}
function mapImage8Bit(image, pxData, getPxPos, bpp, data, rawPos) {
	let imageWidth = image.width;
	let imageHeight = image.height;
	let imagePass = image.index;
	for (let y = 0; y < imageHeight; y++) {
	for (let x = 0; x < imageWidth; x++) {
		let pxPos = getPxPos(x, y, imagePass);
		pixelBppMapper[bpp](pxData, data, pxPos, rawPos);
		rawPos += bpp;
	}
	}
	return rawPos;
}
function mapImageCustomBit(image, pxData, getPxPos, bpp, bits, maxBit) {
	let imageWidth = image.width;
	let imageHeight = image.height;
	let imagePass = image.index;
	for (let y = 0; y < imageHeight; y++) {
	for (let x = 0; x < imageWidth; x++) {
		let pixelData = bits.get(bpp);
		let pxPos = getPxPos(x, y, imagePass);
		pixelBppCustomMapper[bpp](pxData, pixelData, pxPos, maxBit);
	}
	bits.resetAfterLine();
	}
}
exports.dataToBitMap = function (data, bitmapInfo) {
	let width = bitmapInfo.width;
	let height = bitmapInfo.height;
	let depth = bitmapInfo.depth;
	let bpp = bitmapInfo.bpp;
	let interlace = bitmapInfo.interlace;
	let bits;
	if (depth !== 8) {
	bits = bitRetriever(data, depth);
	}
	let pxData;
	if (depth <= 8) {
	pxData = Buffer.alloc(width * height * 4);
	} else {
	pxData = new Uint16Array(width * height * 4);
	}
	let maxBit = Math.pow(2, depth) - 1;
	let rawPos = 0;
	let images;
	let getPxPos;
	if (interlace) {
	images = interlaceUtils.getImagePasses(width, height);
	getPxPos = interlaceUtils.getInterlaceIterator(width, height);
	} else {
	let nonInterlacedPxPos = 0;
	getPxPos = function () {
		let returner = nonInterlacedPxPos;
		nonInterlacedPxPos += 4;
		return returner;
	};
	images = [{ width: width, height: height }];
	}
	for (let imageIndex = 0; imageIndex < images.length; imageIndex++) {
	if (depth === 8) {
		rawPos = mapImage8Bit(
		images[imageIndex],
		pxData,
		getPxPos,
		bpp,
		data,
		rawPos
		);
	} else {
		mapImageCustomBit(
		images[imageIndex],
		pxData,
		getPxPos,
		bpp,
		bits,
		maxBit
		);
	}
	}
	if (depth === 8) {
	if (rawPos !== data.length) {
		throw new Error("extra data found");
	}
	} else {
	bits.end();
	}
	return pxData;
};
	}),
	69889:
	((module, __unused_webpack_exports, __webpack_require__) => {
let constants = __webpack_require__(51929);
module.exports = function (dataIn, width, height, options) {
	let outHasAlpha =
	[constants.COLORTYPE_COLOR_ALPHA, constants.COLORTYPE_ALPHA].indexOf(
		options.colorType
	) !== -1;
	if (options.colorType === options.inputColorType) {
	let bigEndian = (function () {
		let buffer = new ArrayBuffer(2);
		new DataView(buffer).setInt16(0, 256, true );
		return new Int16Array(buffer)[0] !== 256;
	})();
	if (options.bitDepth === 8 || (options.bitDepth === 16 && bigEndian)) {
		return dataIn;
	}
	}
	let data = options.bitDepth !== 16 ? dataIn : new Uint16Array(dataIn.buffer);
	let maxValue = 255;
	let inBpp = constants.COLORTYPE_TO_BPP_MAP[options.inputColorType];
	if (inBpp === 4 && !options.inputHasAlpha) {
	inBpp = 3;
	}
	let outBpp = constants.COLORTYPE_TO_BPP_MAP[options.colorType];
	if (options.bitDepth === 16) {
	maxValue = 65535;
	outBpp *= 2;
	}
	let outData = Buffer.alloc(width * height * outBpp);
	let inIndex = 0;
	let outIndex = 0;
	let bgColor = options.bgColor || {};
	if (bgColor.red === undefined) {
	bgColor.red = maxValue;
	}
	if (bgColor.green === undefined) {
	bgColor.green = maxValue;
	}
	if (bgColor.blue === undefined) {
	bgColor.blue = maxValue;
	}
	function getRGBA() {
	let red;
	let green;
	let blue;
	let alpha = maxValue;
	switch (options.inputColorType) {
		case constants.COLORTYPE_COLOR_ALPHA:
		alpha = data[inIndex + 3];
		red = data[inIndex];
		green = data[inIndex + 1];
		blue = data[inIndex + 2];
		break;
		case constants.COLORTYPE_COLOR:
		red = data[inIndex];
		green = data[inIndex + 1];
		blue = data[inIndex + 2];
		break;
		case constants.COLORTYPE_ALPHA:
		alpha = data[inIndex + 1];
		red = data[inIndex];
		green = red;
		blue = red;
		break;
		case constants.COLORTYPE_GRAYSCALE:
		red = data[inIndex];
		green = red;
		blue = red;
		break;
		default:
		throw new Error(
			"input color type:" +
			options.inputColorType +
			" is not supported at present"
		);
	}
	if (options.inputHasAlpha) {
		if (!outHasAlpha) {
		alpha /= maxValue;
		red = Math.min(
			Math.max(Math.round((1 - alpha) * bgColor.red + alpha * red), 0),
			maxValue
		);
		green = Math.min(
			Math.max(Math.round((1 - alpha) * bgColor.green + alpha * green), 0),
			maxValue
		);
		blue = Math.min(
			Math.max(Math.round((1 - alpha) * bgColor.blue + alpha * blue), 0),
			maxValue
		);
		}
	}
	return { red: red, green: green, blue: blue, alpha: alpha };
	}
	for (let y = 0; y < height; y++) {
	for (let x = 0; x < width; x++) {
		let rgba = getRGBA(data, inIndex);
		switch (options.colorType) {
		case constants.COLORTYPE_COLOR_ALPHA:
		case constants.COLORTYPE_COLOR:
			if (options.bitDepth === 8) {
			outData[outIndex] = rgba.red;
			outData[outIndex + 1] = rgba.green;
			outData[outIndex + 2] = rgba.blue;
			if (outHasAlpha) {
				outData[outIndex + 3] = rgba.alpha;
			}
			} else {
			outData.writeUInt16BE(rgba.red, outIndex);
			outData.writeUInt16BE(rgba.green, outIndex + 2);
			outData.writeUInt16BE(rgba.blue, outIndex + 4);
			if (outHasAlpha) {
				outData.writeUInt16BE(rgba.alpha, outIndex + 6);
			}
			}
			break;
		case constants.COLORTYPE_ALPHA:
		case constants.COLORTYPE_GRAYSCALE: {
			let grayscale = (rgba.red + rgba.green + rgba.blue) / 3;
			if (options.bitDepth === 8) {
			outData[outIndex] = grayscale;
			if (outHasAlpha) {
				outData[outIndex + 1] = rgba.alpha;
			}
			} else {
			outData.writeUInt16BE(grayscale, outIndex);
			if (outHasAlpha) {
				outData.writeUInt16BE(rgba.alpha, outIndex + 2);
			}
			}
			break;
		}
		default:
			throw new Error("unrecognised color Type " + options.colorType);
		}
		inIndex += inBpp;
		outIndex += outBpp;
	}
	}
	return outData;
};
	}),
	74369:
	((module, __unused_webpack_exports, __webpack_require__) => {
let util = __webpack_require__(39023);
let Stream = __webpack_require__(2203);
let ChunkStream = (module.exports = function () {
	Stream.call(this);
	this._buffers = [];
	this._buffered = 0;
	this._reads = [];
	this._paused = false;
	this._encoding = "utf8";
	this.writable = true;
});
util.inherits(ChunkStream, Stream);
ChunkStream.prototype.read = function (length, callback) {
	this._reads.push({
	length: Math.abs(length),
	allowLess: length < 0,
	func: callback,
	});
	process.nextTick(
	function () {
		this._process();
		if (this._paused && this._reads && this._reads.length > 0) {
		this._paused = false;
		this.emit("drain");
		}
	}.bind(this)
	);
};
ChunkStream.prototype.write = function (data, encoding) {
	if (!this.writable) {
	this.emit("error", new Error("Stream not writable"));
	return false;
	}
	let dataBuffer;
	if (Buffer.isBuffer(data)) {
	dataBuffer = data;
	} else {
	dataBuffer = Buffer.from(data, encoding || this._encoding);
	}
	this._buffers.push(dataBuffer);
	this._buffered += dataBuffer.length;
	this._process();
	if (this._reads && this._reads.length === 0) {
	this._paused = true;
	}
	return this.writable && !this._paused;
};
ChunkStream.prototype.end = function (data, encoding) {
	if (data) {
	this.write(data, encoding);
	}
	this.writable = false;
	if (!this._buffers) {
	return;
	}
	if (this._buffers.length === 0) {
	this._end();
	} else {
	this._buffers.push(null);
	this._process();
	}
};
ChunkStream.prototype.destroySoon = ChunkStream.prototype.end;
ChunkStream.prototype._end = function () {
	if (this._reads.length > 0) {
	this.emit("error", new Error("Unexpected end of input"));
	}
	this.destroy();
};
ChunkStream.prototype.destroy = function () {
	if (!this._buffers) {
	return;
	}
	this.writable = false;
	this._reads = null;
	this._buffers = null;
	this.emit("close");
};
ChunkStream.prototype._processReadAllowingLess = function (read) {
	this._reads.shift();
	let smallerBuf = this._buffers[0];
	if (smallerBuf.length > read.length) {
	this._buffered -= read.length;
	this._buffers[0] = smallerBuf.slice(read.length);
	read.func.call(this, smallerBuf.slice(0, read.length));
	} else {
	this._buffered -= smallerBuf.length;
	this._buffers.shift();
	read.func.call(this, smallerBuf);
	}
};
ChunkStream.prototype._processRead = function (read) {
	this._reads.shift();
	let pos = 0;
	let count = 0;
	let data = Buffer.alloc(read.length);
	while (pos < read.length) {
	let buf = this._buffers[count++];
	let len = Math.min(buf.length, read.length - pos);
	buf.copy(data, pos, 0, len);
	pos += len;
	if (len !== buf.length) {
		this._buffers[--count] = buf.slice(len);
	}
	}
	if (count > 0) {
	this._buffers.splice(0, count);
	}
	this._buffered -= read.length;
	read.func.call(this, data);
};
ChunkStream.prototype._process = function () {
	try {
	while (this._buffered > 0 && this._reads && this._reads.length > 0) {
		let read = this._reads[0];
		if (read.allowLess) {
		this._processReadAllowingLess(read);
		} else if (this._buffered >= read.length) {
		this._processRead(read);
		} else {
		break;
		}
	}
	if (this._buffers && !this.writable) {
		this._end();
	}
	} catch (ex) {
	this.emit("error", ex);
	}
};
	}),
	51929:
	((module) => {
module.exports = {
	PNG_SIGNATURE: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
	TYPE_IHDR: 0x49484452,
	TYPE_IEND: 0x49454e44,
	TYPE_IDAT: 0x49444154,
	TYPE_PLTE: 0x504c5445,
	TYPE_tRNS: 0x74524e53,
	TYPE_gAMA: 0x67414d41,
	COLORTYPE_GRAYSCALE: 0,
	COLORTYPE_PALETTE: 1,
	COLORTYPE_COLOR: 2,
	COLORTYPE_ALPHA: 4,
	COLORTYPE_PALETTE_COLOR: 3,
	COLORTYPE_COLOR_ALPHA: 6,
	COLORTYPE_TO_BPP_MAP: {
	0: 1,
	2: 3,
	3: 1,
	4: 2,
	6: 4,
	},
	GAMMA_DIVISION: 100000,
};
	}),
	52918:
	((module) => {
let crcTable = [];
(function () {
	for (let i = 0; i < 256; i++) {
	let currentCrc = i;
	for (let j = 0; j < 8; j++) {
		if (currentCrc & 1) {
		currentCrc = 0xedb88320 ^ (currentCrc >>> 1);
		} else {
		currentCrc = currentCrc >>> 1;
		}
	}
	crcTable[i] = currentCrc;
	}
})();
let CrcCalculator = (module.exports = function () {
	this._crc = -1;
});
CrcCalculator.prototype.write = function (data) {
	for (let i = 0; i < data.length; i++) {
	this._crc = crcTable[(this._crc ^ data[i]) & 0xff] ^ (this._crc >>> 8);
	}
	return true;
};
CrcCalculator.prototype.crc32 = function () {
	return this._crc ^ -1;
};
CrcCalculator.crc32 = function (buf) {
	let crc = -1;
	for (let i = 0; i < buf.length; i++) {
	crc = crcTable[(crc ^ buf[i]) & 0xff] ^ (crc >>> 8);
	}
	return crc ^ -1;
};
	}),
	88696:
	((module, __unused_webpack_exports, __webpack_require__) => {
let paethPredictor = __webpack_require__(29635);
function filterNone(pxData, pxPos, byteWidth, rawData, rawPos) {
	for (let x = 0; x < byteWidth; x++) {
	rawData[rawPos + x] = pxData[pxPos + x];
	}
}
function filterSumNone(pxData, pxPos, byteWidth) {
	let sum = 0;
	let length = pxPos + byteWidth;
	for (let i = pxPos; i < length; i++) {
	sum += Math.abs(pxData[i]);
	}
	return sum;
}
function filterSub(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let val = pxData[pxPos + x] - left;
	rawData[rawPos + x] = val;
	}
}
function filterSumSub(pxData, pxPos, byteWidth, bpp) {
	let sum = 0;
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let val = pxData[pxPos + x] - left;
	sum += Math.abs(val);
	}
	return sum;
}
function filterUp(pxData, pxPos, byteWidth, rawData, rawPos) {
	for (let x = 0; x < byteWidth; x++) {
	let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
	let val = pxData[pxPos + x] - up;
	rawData[rawPos + x] = val;
	}
}
function filterSumUp(pxData, pxPos, byteWidth) {
	let sum = 0;
	let length = pxPos + byteWidth;
	for (let x = pxPos; x < length; x++) {
	let up = pxPos > 0 ? pxData[x - byteWidth] : 0;
	let val = pxData[x] - up;
	sum += Math.abs(val);
	}
	return sum;
}
function filterAvg(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
	let val = pxData[pxPos + x] - ((left + up) >> 1);
	rawData[rawPos + x] = val;
	}
}
function filterSumAvg(pxData, pxPos, byteWidth, bpp) {
	let sum = 0;
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
	let val = pxData[pxPos + x] - ((left + up) >> 1);
	sum += Math.abs(val);
	}
	return sum;
}
function filterPaeth(pxData, pxPos, byteWidth, rawData, rawPos, bpp) {
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
	let upleft =
		pxPos > 0 && x >= bpp ? pxData[pxPos + x - (byteWidth + bpp)] : 0;
	let val = pxData[pxPos + x] - paethPredictor(left, up, upleft);
	rawData[rawPos + x] = val;
	}
}
function filterSumPaeth(pxData, pxPos, byteWidth, bpp) {
	let sum = 0;
	for (let x = 0; x < byteWidth; x++) {
	let left = x >= bpp ? pxData[pxPos + x - bpp] : 0;
	let up = pxPos > 0 ? pxData[pxPos + x - byteWidth] : 0;
	let upleft =
		pxPos > 0 && x >= bpp ? pxData[pxPos + x - (byteWidth + bpp)] : 0;
	let val = pxData[pxPos + x] - paethPredictor(left, up, upleft);
	sum += Math.abs(val);
	}
	return sum;
}
let filters = {
	0: filterNone,
	1: filterSub,
	2: filterUp,
	3: filterAvg,
	4: filterPaeth,
};
let filterSums = {
	0: filterSumNone,
	1: filterSumSub,
	2: filterSumUp,
	3: filterSumAvg,
	4: filterSumPaeth,
};
module.exports = function (pxData, width, height, options, bpp) {
	let filterTypes;
	if (!("filterType" in options) || options.filterType === -1) {
	filterTypes = [0, 1, 2, 3, 4];
	} else if (typeof options.filterType === "number") {
	filterTypes = [options.filterType];
	} else {
	throw new Error("unrecognised filter types");
	}
	if (options.bitDepth === 16) {
	bpp *= 2;
	}
	let byteWidth = width * bpp;
	let rawPos = 0;
	let pxPos = 0;
	let rawData = Buffer.alloc((byteWidth + 1) * height);
	let sel = filterTypes[0];
	for (let y = 0; y < height; y++) {
	if (filterTypes.length > 1) {
		let min = Infinity;
		for (let i = 0; i < filterTypes.length; i++) {
		let sum = filterSums[filterTypes[i]](pxData, pxPos, byteWidth, bpp);
		if (sum < min) {
			sel = filterTypes[i];
			min = sum;
		}
		}
	}
	rawData[rawPos] = sel;
	rawPos++;
	filters[sel](pxData, pxPos, byteWidth, rawData, rawPos, bpp);
	rawPos += byteWidth;
	pxPos += byteWidth;
	}
	return rawData;
};
	}),
	38539:
	((module, __unused_webpack_exports, __webpack_require__) => {
let util = __webpack_require__(39023);
let ChunkStream = __webpack_require__(74369);
let Filter = __webpack_require__(63054);
let FilterAsync = (module.exports = function (bitmapInfo) {
	ChunkStream.call(this);
	let buffers = [];
	let that = this;
	this._filter = new Filter(bitmapInfo, {
	read: this.read.bind(this),
	write: function (buffer) {
		buffers.push(buffer);
	},
	complete: function () {
		that.emit("complete", Buffer.concat(buffers));
	},
	});
	this._filter.start();
});
util.inherits(FilterAsync, ChunkStream);
	}),
	88056:
	((__unused_webpack_module, exports, __webpack_require__) => {
let SyncReader = __webpack_require__(28613);
let Filter = __webpack_require__(63054);
exports.process = function (inBuffer, bitmapInfo) {
	let outBuffers = [];
	let reader = new SyncReader(inBuffer);
	let filter = new Filter(bitmapInfo, {
	read: reader.read.bind(reader),
	write: function (bufferPart) {
		outBuffers.push(bufferPart);
	},
	complete: function () {},
	});
	filter.start();
	reader.process();
	return Buffer.concat(outBuffers);
};
	}),
	63054:
	((module, __unused_webpack_exports, __webpack_require__) => {
let interlaceUtils = __webpack_require__(92689);
let paethPredictor = __webpack_require__(29635);
function getByteWidth(width, bpp, depth) {
	let byteWidth = width * bpp;
	if (depth !== 8) {
	byteWidth = Math.ceil(byteWidth / (8 / depth));
	}
	return byteWidth;
}
let Filter = (module.exports = function (bitmapInfo, dependencies) {
	let width = bitmapInfo.width;
	let height = bitmapInfo.height;
	let interlace = bitmapInfo.interlace;
	let bpp = bitmapInfo.bpp;
	let depth = bitmapInfo.depth;
	this.read = dependencies.read;
	this.write = dependencies.write;
	this.complete = dependencies.complete;
	this._imageIndex = 0;
	this._images = [];
	if (interlace) {
	let passes = interlaceUtils.getImagePasses(width, height);
	for (let i = 0; i < passes.length; i++) {
		this._images.push({
		byteWidth: getByteWidth(passes[i].width, bpp, depth),
		height: passes[i].height,
		lineIndex: 0,
		});
	}
	} else {
	this._images.push({
		byteWidth: getByteWidth(width, bpp, depth),
		height: height,
		lineIndex: 0,
	});
	}
	if (depth === 8) {
	this._xComparison = bpp;
	} else if (depth === 16) {
	this._xComparison = bpp * 2;
	} else {
	this._xComparison = 1;
	}
});
Filter.prototype.start = function () {
	this.read(
	this._images[this._imageIndex].byteWidth + 1,
	this._reverseFilterLine.bind(this)
	);
};
Filter.prototype._unFilterType1 = function (
	rawData,
	unfilteredLine,
	byteWidth
) {
	let xComparison = this._xComparison;
	let xBiggerThan = xComparison - 1;
	for (let x = 0; x < byteWidth; x++) {
	let rawByte = rawData[1 + x];
	let f1Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
	unfilteredLine[x] = rawByte + f1Left;
	}
};
Filter.prototype._unFilterType2 = function (
	rawData,
	unfilteredLine,
	byteWidth
) {
	let lastLine = this._lastLine;
	for (let x = 0; x < byteWidth; x++) {
	let rawByte = rawData[1 + x];
	let f2Up = lastLine ? lastLine[x] : 0;
	unfilteredLine[x] = rawByte + f2Up;
	}
};
Filter.prototype._unFilterType3 = function (
	rawData,
	unfilteredLine,
	byteWidth
) {
	let xComparison = this._xComparison;
	let xBiggerThan = xComparison - 1;
	let lastLine = this._lastLine;
	for (let x = 0; x < byteWidth; x++) {
	let rawByte = rawData[1 + x];
	let f3Up = lastLine ? lastLine[x] : 0;
	let f3Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
	let f3Add = Math.floor((f3Left + f3Up) / 2);
	unfilteredLine[x] = rawByte + f3Add;
	}
};
Filter.prototype._unFilterType4 = function (
	rawData,
	unfilteredLine,
	byteWidth
) {
	let xComparison = this._xComparison;
	let xBiggerThan = xComparison - 1;
	let lastLine = this._lastLine;
	for (let x = 0; x < byteWidth; x++) {
	let rawByte = rawData[1 + x];
	let f4Up = lastLine ? lastLine[x] : 0;
	let f4Left = x > xBiggerThan ? unfilteredLine[x - xComparison] : 0;
	let f4UpLeft = x > xBiggerThan && lastLine ? lastLine[x - xComparison] : 0;
	let f4Add = paethPredictor(f4Left, f4Up, f4UpLeft);
	unfilteredLine[x] = rawByte + f4Add;
	}
};
Filter.prototype._reverseFilterLine = function (rawData) {
	let filter = rawData[0];
	let unfilteredLine;
	let currentImage = this._images[this._imageIndex];
	let byteWidth = currentImage.byteWidth;
	if (filter === 0) {
	unfilteredLine = rawData.slice(1, byteWidth + 1);
	} else {
	unfilteredLine = Buffer.alloc(byteWidth);
	switch (filter) {
		case 1:
		this._unFilterType1(rawData, unfilteredLine, byteWidth);
		break;
		case 2:
		this._unFilterType2(rawData, unfilteredLine, byteWidth);
		break;
		case 3:
		this._unFilterType3(rawData, unfilteredLine, byteWidth);
		break;
		case 4:
		this._unFilterType4(rawData, unfilteredLine, byteWidth);
		break;
		default:
		throw new Error("Unrecognised filter type - " + filter);
	}
	}
	this.write(unfilteredLine);
	currentImage.lineIndex++;
	if (currentImage.lineIndex >= currentImage.height) {
	this._lastLine = null;
	this._imageIndex++;
	currentImage = this._images[this._imageIndex];
	} else {
	this._lastLine = unfilteredLine;
	}
	if (currentImage) {
	this.read(currentImage.byteWidth + 1, this._reverseFilterLine.bind(this));
	} else {
	this._lastLine = null;
	this.complete();
	}
};
	}),
	70998:
	((module) => {
function dePalette(indata, outdata, width, height, palette) {
	let pxPos = 0;
	for (let y = 0; y < height; y++) {
	for (let x = 0; x < width; x++) {
		let color = palette[indata[pxPos]];
		if (!color) {
		throw new Error("index " + indata[pxPos] + " not in palette");
		}
		for (let i = 0; i < 4; i++) {
		outdata[pxPos + i] = color[i];
		}
		pxPos += 4;
	}
	}
}
function replaceTransparentColor(indata, outdata, width, height, transColor) {
	let pxPos = 0;
	for (let y = 0; y < height; y++) {
	for (let x = 0; x < width; x++) {
		let makeTrans = false;
		if (transColor.length === 1) {
		if (transColor[0] === indata[pxPos]) {
			makeTrans = true;
		}
		} else if (
		transColor[0] === indata[pxPos] &&
		transColor[1] === indata[pxPos + 1] &&
		transColor[2] === indata[pxPos + 2]
		) {
		makeTrans = true;
		}
		if (makeTrans) {
		for (let i = 0; i < 4; i++) {
			outdata[pxPos + i] = 0;
		}
		}
		pxPos += 4;
	}
	}
}
function scaleDepth(indata, outdata, width, height, depth) {
	let maxOutSample = 255;
	let maxInSample = Math.pow(2, depth) - 1;
	let pxPos = 0;
	for (let y = 0; y < height; y++) {
	for (let x = 0; x < width; x++) {
		for (let i = 0; i < 4; i++) {
		outdata[pxPos + i] = Math.floor(
			(indata[pxPos + i] * maxOutSample) / maxInSample + 0.5
		);
		}
		pxPos += 4;
	}
	}
}
module.exports = function (indata, imageData, skipRescale = false) {
	let depth = imageData.depth;
	let width = imageData.width;
	let height = imageData.height;
	let colorType = imageData.colorType;
	let transColor = imageData.transColor;
	let palette = imageData.palette;
	let outdata = indata;
	if (colorType === 3) {
	dePalette(indata, outdata, width, height, palette);
	} else {
	if (transColor) {
		replaceTransparentColor(indata, outdata, width, height, transColor);
	}
	if (depth !== 8 && !skipRescale) {
		if (depth === 16) {
		outdata = Buffer.alloc(width * height * 4);
		}
		scaleDepth(indata, outdata, width, height, depth);
	}
	}
	return outdata;
};
	}),
	92689:
	((__unused_webpack_module, exports) => {
let imagePasses = [
	{
	x: [0],
	y: [0],
	},
	{
	x: [4],
	y: [0],
	},
	{
	x: [0, 4],
	y: [4],
	},
	{
	x: [2, 6],
	y: [0, 4],
	},
	{
	x: [0, 2, 4, 6],
	y: [2, 6],
	},
	{
	x: [1, 3, 5, 7],
	y: [0, 2, 4, 6],
	},
	{
	x: [0, 1, 2, 3, 4, 5, 6, 7],
	y: [1, 3, 5, 7],
	},
];
exports.getImagePasses = function (width, height) {
	let images = [];
	let xLeftOver = width % 8;
	let yLeftOver = height % 8;
	let xRepeats = (width - xLeftOver) / 8;
	let yRepeats = (height - yLeftOver) / 8;
	for (let i = 0; i < imagePasses.length; i++) {
	let pass = imagePasses[i];
	let passWidth = xRepeats * pass.x.length;
	let passHeight = yRepeats * pass.y.length;
	for (let j = 0; j < pass.x.length; j++) {
		if (pass.x[j] < xLeftOver) {
		passWidth++;
		} else {
		break;
		}
	}
	for (let j = 0; j < pass.y.length; j++) {
		if (pass.y[j] < yLeftOver) {
		passHeight++;
		} else {
		break;
		}
	}
	if (passWidth > 0 && passHeight > 0) {
		images.push({ width: passWidth, height: passHeight, index: i });
	}
	}
	return images;
};
exports.getInterlaceIterator = function (width) {
	return function (x, y, pass) {
	let outerXLeftOver = x % imagePasses[pass].x.length;
	let outerX =
		((x - outerXLeftOver) / imagePasses[pass].x.length) * 8 +
		imagePasses[pass].x[outerXLeftOver];
	let outerYLeftOver = y % imagePasses[pass].y.length;
	let outerY =
		((y - outerYLeftOver) / imagePasses[pass].y.length) * 8 +
		imagePasses[pass].y[outerYLeftOver];
	return outerX * 4 + outerY * width * 4;
	};
};
	}),
	30281:
	((module, __unused_webpack_exports, __webpack_require__) => {
let util = __webpack_require__(39023);
let Stream = __webpack_require__(2203);
let constants = __webpack_require__(51929);
let Packer = __webpack_require__(31736);
let PackerAsync = (module.exports = function (opt) {
	Stream.call(this);
	let options = opt || {};
	this._packer = new Packer(options);
	this._deflate = this._packer.createDeflate();
	this.readable = true;
});
util.inherits(PackerAsync, Stream);
PackerAsync.prototype.pack = function (data, width, height, gamma) {
	this.emit("data", Buffer.from(constants.PNG_SIGNATURE));
	this.emit("data", this._packer.packIHDR(width, height));
	if (gamma) {
	this.emit("data", this._packer.packGAMA(gamma));
	}
	let filteredData = this._packer.filterData(data, width, height);
	this._deflate.on("error", this.emit.bind(this, "error"));
	this._deflate.on(
	"data",
	function (compressedData) {
		this.emit("data", this._packer.packIDAT(compressedData));
	}.bind(this)
	);
	this._deflate.on(
	"end",
	function () {
		this.emit("data", this._packer.packIEND());
		this.emit("end");
	}.bind(this)
	);
	this._deflate.end(filteredData);
};
	}),
	8562:
	((module, __unused_webpack_exports, __webpack_require__) => {
let hasSyncZlib = true;
let zlib = __webpack_require__(43106);
if (!zlib.deflateSync) {
	hasSyncZlib = false;
}
let constants = __webpack_require__(51929);
let Packer = __webpack_require__(31736);
module.exports = function (metaData, opt) {
	if (!hasSyncZlib) {
	throw new Error(
		"To use the sync capability of this library in old node versions, please pin pngjs to v2.3.0"
	);
	}
	let options = opt || {};
	let packer = new Packer(options);
	let chunks = [];
	chunks.push(Buffer.from(constants.PNG_SIGNATURE));
	chunks.push(packer.packIHDR(metaData.width, metaData.height));
	if (metaData.gamma) {
	chunks.push(packer.packGAMA(metaData.gamma));
	}
	let filteredData = packer.filterData(
	metaData.data,
	metaData.width,
	metaData.height
	);
	let compressedData = zlib.deflateSync(
	filteredData,
	packer.getDeflateOptions()
	);
	filteredData = null;
	if (!compressedData || !compressedData.length) {
	throw new Error("bad png - invalid compressed data response");
	}
	chunks.push(packer.packIDAT(compressedData));
	chunks.push(packer.packIEND());
	return Buffer.concat(chunks);
};
	}),
	31736:
	((module, __unused_webpack_exports, __webpack_require__) => {
let constants = __webpack_require__(51929);
let CrcStream = __webpack_require__(52918);
let bitPacker = __webpack_require__(69889);
let filter = __webpack_require__(88696);
let zlib = __webpack_require__(43106);
let Packer = (module.exports = function (options) {
	this._options = options;
	options.deflateChunkSize = options.deflateChunkSize || 32 * 1024;
	options.deflateLevel =
	options.deflateLevel != null ? options.deflateLevel : 9;
	options.deflateStrategy =
	options.deflateStrategy != null ? options.deflateStrategy : 3;
	options.inputHasAlpha =
	options.inputHasAlpha != null ? options.inputHasAlpha : true;
	options.deflateFactory = options.deflateFactory || zlib.createDeflate;
	options.bitDepth = options.bitDepth || 8;
	options.colorType =
	typeof options.colorType === "number"
		? options.colorType
		: constants.COLORTYPE_COLOR_ALPHA;
	options.inputColorType =
	typeof options.inputColorType === "number"
		? options.inputColorType
		: constants.COLORTYPE_COLOR_ALPHA;
	if (
	[
		constants.COLORTYPE_GRAYSCALE,
		constants.COLORTYPE_COLOR,
		constants.COLORTYPE_COLOR_ALPHA,
		constants.COLORTYPE_ALPHA,
	].indexOf(options.colorType) === -1
	) {
	throw new Error(
		"option color type:" + options.colorType + " is not supported at present"
	);
	}
	if (
	[
		constants.COLORTYPE_GRAYSCALE,
		constants.COLORTYPE_COLOR,
		constants.COLORTYPE_COLOR_ALPHA,
		constants.COLORTYPE_ALPHA,
	].indexOf(options.inputColorType) === -1
	) {
	throw new Error(
		"option input color type:" +
		options.inputColorType +
		" is not supported at present"
	);
	}
	if (options.bitDepth !== 8 && options.bitDepth !== 16) {
	throw new Error(
		"option bit depth:" + options.bitDepth + " is not supported at present"
	);
	}
});
Packer.prototype.getDeflateOptions = function () {
	return {
	chunkSize: this._options.deflateChunkSize,
	level: this._options.deflateLevel,
	strategy: this._options.deflateStrategy,
	};
};
Packer.prototype.createDeflate = function () {
	return this._options.deflateFactory(this.getDeflateOptions());
};
Packer.prototype.filterData = function (data, width, height) {
	let packedData = bitPacker(data, width, height, this._options);
	let bpp = constants.COLORTYPE_TO_BPP_MAP[this._options.colorType];
	let filteredData = filter(packedData, width, height, this._options, bpp);
	return filteredData;
};
Packer.prototype._packChunk = function (type, data) {
	let len = data ? data.length : 0;
	let buf = Buffer.alloc(len + 12);
	buf.writeUInt32BE(len, 0);
	buf.writeUInt32BE(type, 4);
	if (data) {
	data.copy(buf, 8);
	}
	buf.writeInt32BE(
	CrcStream.crc32(buf.slice(4, buf.length - 4)),
	buf.length - 4
	);
	return buf;
};
Packer.prototype.packGAMA = function (gamma) {
	let buf = Buffer.alloc(4);
	buf.writeUInt32BE(Math.floor(gamma * constants.GAMMA_DIVISION), 0);
	return this._packChunk(constants.TYPE_gAMA, buf);
};
Packer.prototype.packIHDR = function (width, height) {
	let buf = Buffer.alloc(13);
	buf.writeUInt32BE(width, 0);
	buf.writeUInt32BE(height, 4);
	buf[8] = this._options.bitDepth;
	buf[9] = this._options.colorType;
	buf[10] = 0;
	buf[11] = 0;
	buf[12] = 0;
	return this._packChunk(constants.TYPE_IHDR, buf);
};
Packer.prototype.packIDAT = function (data) {
	return this._packChunk(constants.TYPE_IDAT, data);
};
Packer.prototype.packIEND = function () {
	return this._packChunk(constants.TYPE_IEND, null);
};
	}),
	29635:
	((module) => {
module.exports = function paethPredictor(left, above, upLeft) {
	let paeth = left + above - upLeft;
	let pLeft = Math.abs(paeth - left);
	let pAbove = Math.abs(paeth - above);
	let pUpLeft = Math.abs(paeth - upLeft);
	if (pLeft <= pAbove && pLeft <= pUpLeft) {
	return left;
	}
	if (pAbove <= pUpLeft) {
	return above;
	}
	return upLeft;
};
	}),
	97504:
	((module, __unused_webpack_exports, __webpack_require__) => {
let util = __webpack_require__(39023);
let zlib = __webpack_require__(43106);
let ChunkStream = __webpack_require__(74369);
let FilterAsync = __webpack_require__(38539);
let Parser = __webpack_require__(46609);
let bitmapper = __webpack_require__(26106);
let formatNormaliser = __webpack_require__(70998);
let ParserAsync = (module.exports = function (options) {
	ChunkStream.call(this);
	this._parser = new Parser(options, {
	read: this.read.bind(this),
	error: this._handleError.bind(this),
	metadata: this._handleMetaData.bind(this),
	gamma: this.emit.bind(this, "gamma"),
	palette: this._handlePalette.bind(this),
	transColor: this._handleTransColor.bind(this),
	finished: this._finished.bind(this),
	inflateData: this._inflateData.bind(this),
	simpleTransparency: this._simpleTransparency.bind(this),
	headersFinished: this._headersFinished.bind(this),
	});
	this._options = options;
	this.writable = true;
	this._parser.start();
});
util.inherits(ParserAsync, ChunkStream);
ParserAsync.prototype._handleError = function (err) {
	this.emit("error", err);
	this.writable = false;
	this.destroy();
	if (this._inflate && this._inflate.destroy) {
	this._inflate.destroy();
	}
	if (this._filter) {
	this._filter.destroy();
	this._filter.on("error", function () {});
	}
	this.errord = true;
};
ParserAsync.prototype._inflateData = function (data) {
	if (!this._inflate) {
	if (this._bitmapInfo.interlace) {
		this._inflate = zlib.createInflate();
		this._inflate.on("error", this.emit.bind(this, "error"));
		this._filter.on("complete", this._complete.bind(this));
		this._inflate.pipe(this._filter);
	} else {
		let rowSize =
		((this._bitmapInfo.width *
			this._bitmapInfo.bpp *
			this._bitmapInfo.depth +
			7) >>
			3) +
		1;
		let imageSize = rowSize * this._bitmapInfo.height;
		let chunkSize = Math.max(imageSize, zlib.Z_MIN_CHUNK);
		this._inflate = zlib.createInflate({ chunkSize: chunkSize });
		let leftToInflate = imageSize;
		let emitError = this.emit.bind(this, "error");
		this._inflate.on("error", function (err) {
		if (!leftToInflate) {
			return;
		}
		emitError(err);
		});
		this._filter.on("complete", this._complete.bind(this));
		let filterWrite = this._filter.write.bind(this._filter);
		this._inflate.on("data", function (chunk) {
		if (!leftToInflate) {
			return;
		}
		if (chunk.length > leftToInflate) {
			chunk = chunk.slice(0, leftToInflate);
		}
		leftToInflate -= chunk.length;
		filterWrite(chunk);
		});
		this._inflate.on("end", this._filter.end.bind(this._filter));
	}
	}
	this._inflate.write(data);
};
ParserAsync.prototype._handleMetaData = function (metaData) {
	this._metaData = metaData;
	this._bitmapInfo = Object.create(metaData);
	this._filter = new FilterAsync(this._bitmapInfo);
};
ParserAsync.prototype._handleTransColor = function (transColor) {
	this._bitmapInfo.transColor = transColor;
};
ParserAsync.prototype._handlePalette = function (palette) {
	this._bitmapInfo.palette = palette;
};
ParserAsync.prototype._simpleTransparency = function () {
	this._metaData.alpha = true;
};
ParserAsync.prototype._headersFinished = function () {
	this.emit("metadata", this._metaData);
};
ParserAsync.prototype._finished = function () {
	if (this.errord) {
	return;
	}
	if (!this._inflate) {
	this.emit("error", "No Inflate block");
	} else {
	this._inflate.end();
	}
};
ParserAsync.prototype._complete = function (filteredData) {
	if (this.errord) {
	return;
	}
	let normalisedBitmapData;
	try {
	let bitmapData = bitmapper.dataToBitMap(filteredData, this._bitmapInfo);
	normalisedBitmapData = formatNormaliser(
		bitmapData,
		this._bitmapInfo,
		this._options.skipRescale
	);
	bitmapData = null;
	} catch (ex) {
	this._handleError(ex);
	return;
	}
	this.emit("parsed", normalisedBitmapData);
};
	}),
	57345:
	((module, __unused_webpack_exports, __webpack_require__) => {
let hasSyncZlib = true;
let zlib = __webpack_require__(43106);
let inflateSync = __webpack_require__(60447);
if (!zlib.deflateSync) {
	hasSyncZlib = false;
}
let SyncReader = __webpack_require__(28613);
let FilterSync = __webpack_require__(88056);
let Parser = __webpack_require__(46609);
let bitmapper = __webpack_require__(26106);
let formatNormaliser = __webpack_require__(70998);
module.exports = function (buffer, options) {
	if (!hasSyncZlib) {
	throw new Error(
		"To use the sync capability of this library in old node versions, please pin pngjs to v2.3.0"
	);
	}
	let err;
	function handleError(_err_) {
	err = _err_;
	}
	let metaData;
	function handleMetaData(_metaData_) {
	metaData = _metaData_;
	}
	function handleTransColor(transColor) {
	metaData.transColor = transColor;
	}
	function handlePalette(palette) {
	metaData.palette = palette;
	}
	function handleSimpleTransparency() {
	metaData.alpha = true;
	}
	let gamma;
	function handleGamma(_gamma_) {
	gamma = _gamma_;
	}
	let inflateDataList = [];
	function handleInflateData(inflatedData) {
	inflateDataList.push(inflatedData);
	}
	let reader = new SyncReader(buffer);
	let parser = new Parser(options, {
	read: reader.read.bind(reader),
	error: handleError,
	metadata: handleMetaData,
	gamma: handleGamma,
	palette: handlePalette,
	transColor: handleTransColor,
	inflateData: handleInflateData,
	simpleTransparency: handleSimpleTransparency,
	});
	parser.start();
	reader.process();
	if (err) {
	throw err;
	}
	let inflateData = Buffer.concat(inflateDataList);
	inflateDataList.length = 0;
	let inflatedData;
	if (metaData.interlace) {
	inflatedData = zlib.inflateSync(inflateData);
	} else {
	let rowSize =
		((metaData.width * metaData.bpp * metaData.depth + 7) >> 3) + 1;
	let imageSize = rowSize * metaData.height;
	inflatedData = inflateSync(inflateData, {
		chunkSize: imageSize,
		maxLength: imageSize,
	});
	}
	inflateData = null;
	if (!inflatedData || !inflatedData.length) {
	throw new Error("bad png - invalid inflate data response");
	}
	let unfilteredData = FilterSync.process(inflatedData, metaData);
	inflateData = null;
	let bitmapData = bitmapper.dataToBitMap(unfilteredData, metaData);
	unfilteredData = null;
	let normalisedBitmapData = formatNormaliser(
	bitmapData,
	metaData,
	options.skipRescale
	);
	metaData.data = normalisedBitmapData;
	metaData.gamma = gamma || 0;
	return metaData;
};
	}),
	46609:
	((module, __unused_webpack_exports, __webpack_require__) => {
let constants = __webpack_require__(51929);
let CrcCalculator = __webpack_require__(52918);
let Parser = (module.exports = function (options, dependencies) {
	this._options = options;
	options.checkCRC = options.checkCRC !== false;
	this._hasIHDR = false;
	this._hasIEND = false;
	this._emittedHeadersFinished = false;
	this._palette = [];
	this._colorType = 0;
	this._chunks = {};
	this._chunks[constants.TYPE_IHDR] = this._handleIHDR.bind(this);
	this._chunks[constants.TYPE_IEND] = this._handleIEND.bind(this);
	this._chunks[constants.TYPE_IDAT] = this._handleIDAT.bind(this);
	this._chunks[constants.TYPE_PLTE] = this._handlePLTE.bind(this);
	this._chunks[constants.TYPE_tRNS] = this._handleTRNS.bind(this);
	this._chunks[constants.TYPE_gAMA] = this._handleGAMA.bind(this);
	this.read = dependencies.read;
	this.error = dependencies.error;
	this.metadata = dependencies.metadata;
	this.gamma = dependencies.gamma;
	this.transColor = dependencies.transColor;
	this.palette = dependencies.palette;
	this.parsed = dependencies.parsed;
	this.inflateData = dependencies.inflateData;
	this.finished = dependencies.finished;
	this.simpleTransparency = dependencies.simpleTransparency;
	this.headersFinished = dependencies.headersFinished || function () {};
});
Parser.prototype.start = function () {
	this.read(constants.PNG_SIGNATURE.length, this._parseSignature.bind(this));
};
Parser.prototype._parseSignature = function (data) {
	let signature = constants.PNG_SIGNATURE;
	for (let i = 0; i < signature.length; i++) {
	if (data[i] !== signature[i]) {
		this.error(new Error("Invalid file signature"));
		return;
	}
	}
	this.read(8, this._parseChunkBegin.bind(this));
};
Parser.prototype._parseChunkBegin = function (data) {
	let length = data.readUInt32BE(0);
	let type = data.readUInt32BE(4);
	let name = "";
	for (let i = 4; i < 8; i++) {
	name += String.fromCharCode(data[i]);
	}
	let ancillary = Boolean(data[4] & 0x20);
	if (!this._hasIHDR && type !== constants.TYPE_IHDR) {
	this.error(new Error("Expected IHDR on beggining"));
	return;
	}
	this._crc = new CrcCalculator();
	this._crc.write(Buffer.from(name));
	if (this._chunks[type]) {
	return this._chunks[type](length);
	}
	if (!ancillary) {
	this.error(new Error("Unsupported critical chunk type " + name));
	return;
	}
	this.read(length + 4, this._skipChunk.bind(this));
};
Parser.prototype._skipChunk = function ( ) {
	this.read(8, this._parseChunkBegin.bind(this));
};
Parser.prototype._handleChunkEnd = function () {
	this.read(4, this._parseChunkEnd.bind(this));
};
Parser.prototype._parseChunkEnd = function (data) {
	let fileCrc = data.readInt32BE(0);
	let calcCrc = this._crc.crc32();
	if (this._options.checkCRC && calcCrc !== fileCrc) {
	this.error(new Error("Crc error - " + fileCrc + " - " + calcCrc));
	return;
	}
	if (!this._hasIEND) {
	this.read(8, this._parseChunkBegin.bind(this));
	}
};
Parser.prototype._handleIHDR = function (length) {
	this.read(length, this._parseIHDR.bind(this));
};
Parser.prototype._parseIHDR = function (data) {
	this._crc.write(data);
	let width = data.readUInt32BE(0);
	let height = data.readUInt32BE(4);
	let depth = data[8];
	let colorType = data[9];
	let compr = data[10];
	let filter = data[11];
	let interlace = data[12];
	if (
	depth !== 8 &&
	depth !== 4 &&
	depth !== 2 &&
	depth !== 1 &&
	depth !== 16
	) {
	this.error(new Error("Unsupported bit depth " + depth));
	return;
	}
	if (!(colorType in constants.COLORTYPE_TO_BPP_MAP)) {
	this.error(new Error("Unsupported color type"));
	return;
	}
	if (compr !== 0) {
	this.error(new Error("Unsupported compression method"));
	return;
	}
	if (filter !== 0) {
	this.error(new Error("Unsupported filter method"));
	return;
	}
	if (interlace !== 0 && interlace !== 1) {
	this.error(new Error("Unsupported interlace method"));
	return;
	}
	this._colorType = colorType;
	let bpp = constants.COLORTYPE_TO_BPP_MAP[this._colorType];
	this._hasIHDR = true;
	this.metadata({
	width: width,
	height: height,
	depth: depth,
	interlace: Boolean(interlace),
	palette: Boolean(colorType & constants.COLORTYPE_PALETTE),
	color: Boolean(colorType & constants.COLORTYPE_COLOR),
	alpha: Boolean(colorType & constants.COLORTYPE_ALPHA),
	bpp: bpp,
	colorType: colorType,
	});
	this._handleChunkEnd();
};
Parser.prototype._handlePLTE = function (length) {
	this.read(length, this._parsePLTE.bind(this));
};
Parser.prototype._parsePLTE = function (data) {
	this._crc.write(data);
	let entries = Math.floor(data.length / 3);
	for (let i = 0; i < entries; i++) {
	this._palette.push([data[i * 3], data[i * 3 + 1], data[i * 3 + 2], 0xff]);
	}
	this.palette(this._palette);
	this._handleChunkEnd();
};
Parser.prototype._handleTRNS = function (length) {
	this.simpleTransparency();
	this.read(length, this._parseTRNS.bind(this));
};
Parser.prototype._parseTRNS = function (data) {
	this._crc.write(data);
	if (this._colorType === constants.COLORTYPE_PALETTE_COLOR) {
	if (this._palette.length === 0) {
		this.error(new Error("Transparency chunk must be after palette"));
		return;
	}
	if (data.length > this._palette.length) {
		this.error(new Error("More transparent colors than palette size"));
		return;
	}
	for (let i = 0; i < data.length; i++) {
		this._palette[i][3] = data[i];
	}
	this.palette(this._palette);
	}
	if (this._colorType === constants.COLORTYPE_GRAYSCALE) {
	this.transColor([data.readUInt16BE(0)]);
	}
	if (this._colorType === constants.COLORTYPE_COLOR) {
	this.transColor([
		data.readUInt16BE(0),
		data.readUInt16BE(2),
		data.readUInt16BE(4),
	]);
	}
	this._handleChunkEnd();
};
Parser.prototype._handleGAMA = function (length) {
	this.read(length, this._parseGAMA.bind(this));
};
Parser.prototype._parseGAMA = function (data) {
	this._crc.write(data);
	this.gamma(data.readUInt32BE(0) / constants.GAMMA_DIVISION);
	this._handleChunkEnd();
};
Parser.prototype._handleIDAT = function (length) {
	if (!this._emittedHeadersFinished) {
	this._emittedHeadersFinished = true;
	this.headersFinished();
	}
	this.read(-length, this._parseIDAT.bind(this, length));
};
Parser.prototype._parseIDAT = function (length, data) {
	this._crc.write(data);
	if (
	this._colorType === constants.COLORTYPE_PALETTE_COLOR &&
	this._palette.length === 0
	) {
	throw new Error("Expected palette not found");
	}
	this.inflateData(data);
	let leftOverLength = length - data.length;
	if (leftOverLength > 0) {
	this._handleIDAT(leftOverLength);
	} else {
	this._handleChunkEnd();
	}
};
Parser.prototype._handleIEND = function (length) {
	this.read(length, this._parseIEND.bind(this));
};
Parser.prototype._parseIEND = function (data) {
	this._crc.write(data);
	this._hasIEND = true;
	this._handleChunkEnd();
	if (this.finished) {
	this.finished();
	}
};
	}),
	73647:
	((__unused_webpack_module, exports, __webpack_require__) => {
let parse = __webpack_require__(57345);
let pack = __webpack_require__(8562);
exports.read = function (buffer, options) {
	return parse(buffer, options || {});
};
exports.write = function (png, options) {
	return pack(png, options);
};
	}),
	10359:
	((__unused_webpack_module, exports, __webpack_require__) => {
let util = __webpack_require__(39023);
let Stream = __webpack_require__(2203);
let Parser = __webpack_require__(97504);
let Packer = __webpack_require__(30281);
let PNGSync = __webpack_require__(73647);
let PNG = (exports.O = function (options) {
	Stream.call(this);
	options = options || {};
	this.width = options.width | 0;
	this.height = options.height | 0;
	this.data =
	this.width > 0 && this.height > 0
		? Buffer.alloc(4 * this.width * this.height)
		: null;
	if (options.fill && this.data) {
	this.data.fill(0);
	}
	this.gamma = 0;
	this.readable = this.writable = true;
	this._parser = new Parser(options);
	this._parser.on("error", this.emit.bind(this, "error"));
	this._parser.on("close", this._handleClose.bind(this));
	this._parser.on("metadata", this._metadata.bind(this));
	this._parser.on("gamma", this._gamma.bind(this));
	this._parser.on(
	"parsed",
	function (data) {
		this.data = data;
		this.emit("parsed", data);
	}.bind(this)
	);
	this._packer = new Packer(options);
	this._packer.on("data", this.emit.bind(this, "data"));
	this._packer.on("end", this.emit.bind(this, "end"));
	this._parser.on("close", this._handleClose.bind(this));
	this._packer.on("error", this.emit.bind(this, "error"));
});
util.inherits(PNG, Stream);
PNG.sync = PNGSync;
PNG.prototype.pack = function () {
	if (!this.data || !this.data.length) {
	this.emit("error", "No data provided");
	return this;
	}
	process.nextTick(
	function () {
		this._packer.pack(this.data, this.width, this.height, this.gamma);
	}.bind(this)
	);
	return this;
};
PNG.prototype.parse = function (data, callback) {
	if (callback) {
	let onParsed, onError;
	onParsed = function (parsedData) {
		this.removeListener("error", onError);
		this.data = parsedData;
		callback(null, this);
	}.bind(this);
	onError = function (err) {
		this.removeListener("parsed", onParsed);
		callback(err, null);
	}.bind(this);
	this.once("parsed", onParsed);
	this.once("error", onError);
	}
	this.end(data);
	return this;
};
PNG.prototype.write = function (data) {
	this._parser.write(data);
	return true;
};
PNG.prototype.end = function (data) {
	this._parser.end(data);
};
PNG.prototype._metadata = function (metadata) {
	this.width = metadata.width;
	this.height = metadata.height;
	this.emit("metadata", metadata);
};
PNG.prototype._gamma = function (gamma) {
	this.gamma = gamma;
};
PNG.prototype._handleClose = function () {
	if (!this._parser.writable && !this._packer.readable) {
	this.emit("close");
	}
};
PNG.bitblt = function (src, dst, srcX, srcY, width, height, deltaX, deltaY) {
	srcX |= 0;
	srcY |= 0;
	width |= 0;
	height |= 0;
	deltaX |= 0;
	deltaY |= 0;
	if (
	srcX > src.width ||
	srcY > src.height ||
	srcX + width > src.width ||
	srcY + height > src.height
	) {
	throw new Error("bitblt reading outside image");
	}
	if (
	deltaX > dst.width ||
	deltaY > dst.height ||
	deltaX + width > dst.width ||
	deltaY + height > dst.height
	) {
	throw new Error("bitblt writing outside image");
	}
	for (let y = 0; y < height; y++) {
	src.data.copy(
		dst.data,
		((deltaY + y) * dst.width + deltaX) << 2,
		((srcY + y) * src.width + srcX) << 2,
		((srcY + y) * src.width + srcX + width) << 2
	);
	}
};
PNG.prototype.bitblt = function (
	dst,
	srcX,
	srcY,
	width,
	height,
	deltaX,
	deltaY
) {
	PNG.bitblt(this, dst, srcX, srcY, width, height, deltaX, deltaY);
	return this;
};
PNG.adjustGamma = function (src) {
	if (src.gamma) {
	for (let y = 0; y < src.height; y++) {
		for (let x = 0; x < src.width; x++) {
		let idx = (src.width * y + x) << 2;
		for (let i = 0; i < 3; i++) {
			let sample = src.data[idx + i] / 255;
			sample = Math.pow(sample, 1 / 2.2 / src.gamma);
			src.data[idx + i] = Math.round(sample * 255);
		}
		}
	}
	src.gamma = 0;
	}
};
PNG.prototype.adjustGamma = function () {
	PNG.adjustGamma(this);
};
	}),
	60447:
	((module, exports, __webpack_require__) => {
let assert = (__webpack_require__(42613).ok);
let zlib = __webpack_require__(43106);
let util = __webpack_require__(39023);
let kMaxLength = (__webpack_require__(20181).kMaxLength);
function Inflate(opts) {
	if (!(this instanceof Inflate)) {
	return new Inflate(opts);
	}
	if (opts && opts.chunkSize < zlib.Z_MIN_CHUNK) {
	opts.chunkSize = zlib.Z_MIN_CHUNK;
	}
	zlib.Inflate.call(this, opts);
	this._offset = this._offset === undefined ? this._outOffset : this._offset;
	this._buffer = this._buffer || this._outBuffer;
	if (opts && opts.maxLength != null) {
	this._maxLength = opts.maxLength;
	}
}
function createInflate(opts) {
	return new Inflate(opts);
}
function _close(engine, callback) {
	if (callback) {
	process.nextTick(callback);
	}
	if (!engine._handle) {
	return;
	}
	engine._handle.close();
	engine._handle = null;
}
Inflate.prototype._processChunk = function (chunk, flushFlag, asyncCb) {
	if (typeof asyncCb === "function") {
	return zlib.Inflate._processChunk.call(this, chunk, flushFlag, asyncCb);
	}
	let self = this;
	let availInBefore = chunk && chunk.length;
	let availOutBefore = this._chunkSize - this._offset;
	let leftToInflate = this._maxLength;
	let inOff = 0;
	let buffers = [];
	let nread = 0;
	let error;
	this.on("error", function (err) {
	error = err;
	});
	function handleChunk(availInAfter, availOutAfter) {
	if (self._hadError) {
		return;
	}
	let have = availOutBefore - availOutAfter;
	assert(have >= 0, "have should not go down");
	if (have > 0) {
		let out = self._buffer.slice(self._offset, self._offset + have);
		self._offset += have;
		if (out.length > leftToInflate) {
		out = out.slice(0, leftToInflate);
		}
		buffers.push(out);
		nread += out.length;
		leftToInflate -= out.length;
		if (leftToInflate === 0) {
		return false;
		}
	}
	if (availOutAfter === 0 || self._offset >= self._chunkSize) {
		availOutBefore = self._chunkSize;
		self._offset = 0;
		self._buffer = Buffer.allocUnsafe(self._chunkSize);
	}
	if (availOutAfter === 0) {
		inOff += availInBefore - availInAfter;
		availInBefore = availInAfter;
		return true;
	}
	return false;
	}
	assert(this._handle, "zlib binding closed");
	let res;
	do {
	res = this._handle.writeSync(
		flushFlag,
		chunk,
		inOff,
		availInBefore,
		this._buffer,
		this._offset,
		availOutBefore
	);
	res = res || this._writeState;
	} while (!this._hadError && handleChunk(res[0], res[1]));
	if (this._hadError) {
	throw error;
	}
	if (nread >= kMaxLength) {
	_close(this);
	throw new RangeError(
		"Cannot create final Buffer. It would be larger than 0x" +
		kMaxLength.toString(16) +
		" bytes"
	);
	}
	let buf = Buffer.concat(buffers, nread);
	_close(this);
	return buf;
};
util.inherits(Inflate, zlib.Inflate);
function zlibBufferSync(engine, buffer) {
	if (typeof buffer === "string") {
	buffer = Buffer.from(buffer);
	}
	if (!(buffer instanceof Buffer)) {
	throw new TypeError("Not a string or buffer");
	}
	let flushFlag = engine._finishFlushFlag;
	if (flushFlag == null) {
	flushFlag = zlib.Z_FINISH;
	}
	return engine._processChunk(buffer, flushFlag);
}
function inflateSync(buffer, opts) {
	return zlibBufferSync(new Inflate(opts), buffer);
}
module.exports = exports = inflateSync;
exports.Inflate = Inflate;
exports.createInflate = createInflate;
exports.inflateSync = inflateSync;
	}),
	28613:
	((module) => {
let SyncReader = (module.exports = function (buffer) {
	this._buffer = buffer;
	this._reads = [];
});
SyncReader.prototype.read = function (length, callback) {
	this._reads.push({
	length: Math.abs(length),
	allowLess: length < 0,
	func: callback,
	});
};
SyncReader.prototype.process = function () {
	while (this._reads.length > 0 && this._buffer.length) {
	let read = this._reads[0];
	if (
		this._buffer.length &&
		(this._buffer.length >= read.length || read.allowLess)
	) {
		this._reads.shift();
		let buf = this._buffer;
		this._buffer = buf.slice(read.length);
		read.func.call(this, buf.slice(0, read.length));
	} else {
		break;
	}
	}
	if (this._reads.length > 0) {
	throw new Error("There are some read requests waitng on finished stream");
	}
	if (this._buffer.length > 0) {
	throw new Error("unrecognised content at end of stream");
	}
};
	}),
	86911:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	rJ: () => ( createJimp)
});
var composite_modes_namespaceObject = {};
__webpack_require__.r(composite_modes_namespaceObject);
__webpack_require__.d(composite_modes_namespaceObject, {
	add: () => (add),
	darken: () => (darken),
	difference: () => (difference),
	dstOver: () => (dstOver),
	exclusion: () => (exclusion),
	hardLight: () => (hardLight),
	lighten: () => (lighten),
	multiply: () => (multiply),
	names: () => (composite_modes_names),
	overlay: () => (overlay),
	screen: () => (screen),
	srcOver: () => (srcOver)
});
;
var util;
(function (util) {
	util.assertEqual = (_) => { };
	function assertIs(_arg) { }
	util.assertIs = assertIs;
	function assertNever(_x) {
		throw new Error();
	}
	util.assertNever = assertNever;
	util.arrayToEnum = (items) => {
		const obj = {};
		for (const item of items) {
			obj[item] = item;
		}
		return obj;
	};
	util.getValidEnumValues = (obj) => {
		const validKeys = util.objectKeys(obj).filter((k) => typeof obj[obj[k]] !== "number");
		const filtered = {};
		for (const k of validKeys) {
			filtered[k] = obj[k];
		}
		return util.objectValues(filtered);
	};
	util.objectValues = (obj) => {
		return util.objectKeys(obj).map(function (e) {
			return obj[e];
		});
	};
	util.objectKeys = typeof Object.keys === "function"
		? (obj) => Object.keys(obj)
		: (object) => {
			const keys = [];
			for (const key in object) {
				if (Object.prototype.hasOwnProperty.call(object, key)) {
					keys.push(key);
				}
			}
			return keys;
		};
	util.find = (arr, checker) => {
		for (const item of arr) {
			if (checker(item))
				return item;
		}
		return undefined;
	};
	util.isInteger = typeof Number.isInteger === "function"
		? (val) => Number.isInteger(val)
		: (val) => typeof val === "number" && Number.isFinite(val) && Math.floor(val) === val;
	function joinValues(array, separator = " | ") {
		return array.map((val) => (typeof val === "string" ? `'${val}'` : val)).join(separator);
	}
	util.joinValues = joinValues;
	util.jsonStringifyReplacer = (_, value) => {
		if (typeof value === "bigint") {
			return value.toString();
		}
		return value;
	};
})(util || (util = {}));
var objectUtil;
(function (objectUtil) {
	objectUtil.mergeShapes = (first, second) => {
		return {
			...first,
			...second,
		};
	};
})(objectUtil || (objectUtil = {}));
const ZodParsedType = util.arrayToEnum([
	"string",
	"nan",
	"number",
	"integer",
	"float",
	"boolean",
	"date",
	"bigint",
	"symbol",
	"function",
	"undefined",
	"null",
	"array",
	"object",
	"unknown",
	"promise",
	"void",
	"never",
	"map",
	"set",
]);
const getParsedType = (data) => {
	const t = typeof data;
	switch (t) {
		case "undefined":
			return ZodParsedType.undefined;
		case "string":
			return ZodParsedType.string;
		case "number":
			return Number.isNaN(data) ? ZodParsedType.nan : ZodParsedType.number;
		case "boolean":
			return ZodParsedType.boolean;
		case "function":
			return ZodParsedType.function;
		case "bigint":
			return ZodParsedType.bigint;
		case "symbol":
			return ZodParsedType.symbol;
		case "object":
			if (Array.isArray(data)) {
				return ZodParsedType.array;
			}
			if (data === null) {
				return ZodParsedType.null;
			}
			if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
				return ZodParsedType.promise;
			}
			if (typeof Map !== "undefined" && data instanceof Map) {
				return ZodParsedType.map;
			}
			if (typeof Set !== "undefined" && data instanceof Set) {
				return ZodParsedType.set;
			}
			if (typeof Date !== "undefined" && data instanceof Date) {
				return ZodParsedType.date;
			}
			return ZodParsedType.object;
		default:
			return ZodParsedType.unknown;
	}
};
;
const ZodIssueCode = util.arrayToEnum([
	"invalid_type",
	"invalid_literal",
	"custom",
	"invalid_union",
	"invalid_union_discriminator",
	"invalid_enum_value",
	"unrecognized_keys",
	"invalid_arguments",
	"invalid_return_type",
	"invalid_date",
	"invalid_string",
	"too_small",
	"too_big",
	"invalid_intersection_types",
	"not_multiple_of",
	"not_finite",
]);
const quotelessJson = (obj) => {
	const json = JSON.stringify(obj, null, 2);
	return json.replace(/"([^"]+)":/g, "$1:");
};
class ZodError extends Error {
	get errors() {
		return this.issues;
	}
	constructor(issues) {
		super();
		this.issues = [];
		this.addIssue = (sub) => {
			this.issues = [...this.issues, sub];
		};
		this.addIssues = (subs = []) => {
			this.issues = [...this.issues, ...subs];
		};
		const actualProto = new.target.prototype;
		if (Object.setPrototypeOf) {
			Object.setPrototypeOf(this, actualProto);
		}
		else {
			this.__proto__ = actualProto;
		}
		this.name = "ZodError";
		this.issues = issues;
	}
	format(_mapper) {
		const mapper = _mapper ||
			function (issue) {
				return issue.message;
			};
		const fieldErrors = { _errors: [] };
		const processError = (error) => {
			for (const issue of error.issues) {
				if (issue.code === "invalid_union") {
					issue.unionErrors.map(processError);
				}
				else if (issue.code === "invalid_return_type") {
					processError(issue.returnTypeError);
				}
				else if (issue.code === "invalid_arguments") {
					processError(issue.argumentsError);
				}
				else if (issue.path.length === 0) {
					fieldErrors._errors.push(mapper(issue));
				}
				else {
					let curr = fieldErrors;
					let i = 0;
					while (i < issue.path.length) {
						const el = issue.path[i];
						const terminal = i === issue.path.length - 1;
						if (!terminal) {
							curr[el] = curr[el] || { _errors: [] };
						}
						else {
							curr[el] = curr[el] || { _errors: [] };
							curr[el]._errors.push(mapper(issue));
						}
						curr = curr[el];
						i++;
					}
				}
			}
		};
		processError(this);
		return fieldErrors;
	}
	static assert(value) {
		if (!(value instanceof ZodError)) {
			throw new Error(`Not a ZodError: ${value}`);
		}
	}
	toString() {
		return this.message;
	}
	get message() {
		return JSON.stringify(this.issues, util.jsonStringifyReplacer, 2);
	}
	get isEmpty() {
		return this.issues.length === 0;
	}
	flatten(mapper = (issue) => issue.message) {
		const fieldErrors = {};
		const formErrors = [];
		for (const sub of this.issues) {
			if (sub.path.length > 0) {
				const firstEl = sub.path[0];
				fieldErrors[firstEl] = fieldErrors[firstEl] || [];
				fieldErrors[firstEl].push(mapper(sub));
			}
			else {
				formErrors.push(mapper(sub));
			}
		}
		return { formErrors, fieldErrors };
	}
	get formErrors() {
		return this.flatten();
	}
}
ZodError.create = (issues) => {
	const error = new ZodError(issues);
	return error;
};
;
const errorMap = (issue, _ctx) => {
	let message;
	switch (issue.code) {
		case ZodIssueCode.invalid_type:
			if (issue.received === ZodParsedType.undefined) {
				message = "Required";
			}
			else {
				message = `Expected ${issue.expected}, received ${issue.received}`;
			}
			break;
		case ZodIssueCode.invalid_literal:
			message = `Invalid literal value, expected ${JSON.stringify(issue.expected, util.jsonStringifyReplacer)}`;
			break;
		case ZodIssueCode.unrecognized_keys:
			message = `Unrecognized key(s) in object: ${util.joinValues(issue.keys, ", ")}`;
			break;
		case ZodIssueCode.invalid_union:
			message = `Invalid input`;
			break;
		case ZodIssueCode.invalid_union_discriminator:
			message = `Invalid discriminator value. Expected ${util.joinValues(issue.options)}`;
			break;
		case ZodIssueCode.invalid_enum_value:
			message = `Invalid enum value. Expected ${util.joinValues(issue.options)}, received '${issue.received}'`;
			break;
		case ZodIssueCode.invalid_arguments:
			message = `Invalid function arguments`;
			break;
		case ZodIssueCode.invalid_return_type:
			message = `Invalid function return type`;
			break;
		case ZodIssueCode.invalid_date:
			message = `Invalid date`;
			break;
		case ZodIssueCode.invalid_string:
			if (typeof issue.validation === "object") {
				if ("includes" in issue.validation) {
					message = `Invalid input: must include "${issue.validation.includes}"`;
					if (typeof issue.validation.position === "number") {
						message = `${message} at one or more positions greater than or equal to ${issue.validation.position}`;
					}
				}
				else if ("startsWith" in issue.validation) {
					message = `Invalid input: must start with "${issue.validation.startsWith}"`;
				}
				else if ("endsWith" in issue.validation) {
					message = `Invalid input: must end with "${issue.validation.endsWith}"`;
				}
				else {
					util.assertNever(issue.validation);
				}
			}
			else if (issue.validation !== "regex") {
				message = `Invalid ${issue.validation}`;
			}
			else {
				message = "Invalid";
			}
			break;
		case ZodIssueCode.too_small:
			if (issue.type === "array")
				message = `Array must contain ${issue.exact ? "exactly" : issue.inclusive ? `at least` : `more than`} ${issue.minimum} element(s)`;
			else if (issue.type === "string")
				message = `String must contain ${issue.exact ? "exactly" : issue.inclusive ? `at least` : `over`} ${issue.minimum} character(s)`;
			else if (issue.type === "number")
				message = `Number must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${issue.minimum}`;
			else if (issue.type === "bigint")
				message = `Number must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${issue.minimum}`;
			else if (issue.type === "date")
				message = `Date must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${new Date(Number(issue.minimum))}`;
			else
				message = "Invalid input";
			break;
		case ZodIssueCode.too_big:
			if (issue.type === "array")
				message = `Array must contain ${issue.exact ? `exactly` : issue.inclusive ? `at most` : `less than`} ${issue.maximum} element(s)`;
			else if (issue.type === "string")
				message = `String must contain ${issue.exact ? `exactly` : issue.inclusive ? `at most` : `under`} ${issue.maximum} character(s)`;
			else if (issue.type === "number")
				message = `Number must be ${issue.exact ? `exactly` : issue.inclusive ? `less than or equal to` : `less than`} ${issue.maximum}`;
			else if (issue.type === "bigint")
				message = `BigInt must be ${issue.exact ? `exactly` : issue.inclusive ? `less than or equal to` : `less than`} ${issue.maximum}`;
			else if (issue.type === "date")
				message = `Date must be ${issue.exact ? `exactly` : issue.inclusive ? `smaller than or equal to` : `smaller than`} ${new Date(Number(issue.maximum))}`;
			else
				message = "Invalid input";
			break;
		case ZodIssueCode.custom:
			message = `Invalid input`;
			break;
		case ZodIssueCode.invalid_intersection_types:
			message = `Intersection results could not be merged`;
			break;
		case ZodIssueCode.not_multiple_of:
			message = `Number must be a multiple of ${issue.multipleOf}`;
			break;
		case ZodIssueCode.not_finite:
			message = "Number must be finite";
			break;
		default:
			message = _ctx.defaultError;
			util.assertNever(issue);
	}
	return { message };
};
	const en = (errorMap);
;
let overrideErrorMap = en;
function setErrorMap(map) {
	overrideErrorMap = map;
}
function getErrorMap() {
	return overrideErrorMap;
}
;
var errorUtil;
(function (errorUtil) {
	errorUtil.errToObj = (message) => typeof message === "string" ? { message } : message || {};
	errorUtil.toString = (message) => typeof message === "string" ? message : message?.message;
})(errorUtil || (errorUtil = {}));
;
const makeIssue = (params) => {
	const { data, path, errorMaps, issueData } = params;
	const fullPath = [...path, ...(issueData.path || [])];
	const fullIssue = {
		...issueData,
		path: fullPath,
	};
	if (issueData.message !== undefined) {
		return {
			...issueData,
			path: fullPath,
			message: issueData.message,
		};
	}
	let errorMessage = "";
	const maps = errorMaps
		.filter((m) => !!m)
		.slice()
		.reverse();
	for (const map of maps) {
		errorMessage = map(fullIssue, { data, defaultError: errorMessage }).message;
	}
	return {
		...issueData,
		path: fullPath,
		message: errorMessage,
	};
};
const EMPTY_PATH = ( null && ([]));
function addIssueToContext(ctx, issueData) {
	const overrideMap = getErrorMap();
	const issue = makeIssue({
		issueData: issueData,
		data: ctx.data,
		path: ctx.path,
		errorMaps: [
			ctx.common.contextualErrorMap,
			ctx.schemaErrorMap,
			overrideMap,
			overrideMap === en ? undefined : en,
		].filter((x) => !!x),
	});
	ctx.common.issues.push(issue);
}
class ParseStatus {
	constructor() {
		this.value = "valid";
	}
	dirty() {
		if (this.value === "valid")
			this.value = "dirty";
	}
	abort() {
		if (this.value !== "aborted")
			this.value = "aborted";
	}
	static mergeArray(status, results) {
		const arrayValue = [];
		for (const s of results) {
			if (s.status === "aborted")
				return parseUtil_INVALID;
			if (s.status === "dirty")
				status.dirty();
			arrayValue.push(s.value);
		}
		return { status: status.value, value: arrayValue };
	}
	static async mergeObjectAsync(status, pairs) {
		const syncPairs = [];
		for (const pair of pairs) {
			const key = await pair.key;
			const value = await pair.value;
			syncPairs.push({
				key,
				value,
			});
		}
		return ParseStatus.mergeObjectSync(status, syncPairs);
	}
	static mergeObjectSync(status, pairs) {
		const finalObject = {};
		for (const pair of pairs) {
			const { key, value } = pair;
			if (key.status === "aborted")
				return parseUtil_INVALID;
			if (value.status === "aborted")
				return parseUtil_INVALID;
			if (key.status === "dirty")
				status.dirty();
			if (value.status === "dirty")
				status.dirty();
			if (key.value !== "__proto__" && (typeof value.value !== "undefined" || pair.alwaysSet)) {
				finalObject[key.value] = value.value;
			}
		}
		return { status: status.value, value: finalObject };
	}
}
const parseUtil_INVALID = Object.freeze({
	status: "aborted",
});
const DIRTY = (value) => ({ status: "dirty", value });
const OK = (value) => ({ status: "valid", value });
const isAborted = (x) => x.status === "aborted";
const isDirty = (x) => x.status === "dirty";
const isValid = (x) => x.status === "valid";
const isAsync = (x) => typeof Promise !== "undefined" && x instanceof Promise;
;
class ParseInputLazyPath {
	constructor(parent, value, path, key) {
		this._cachedPath = [];
		this.parent = parent;
		this.data = value;
		this._path = path;
		this._key = key;
	}
	get path() {
		if (!this._cachedPath.length) {
			if (Array.isArray(this._key)) {
				this._cachedPath.push(...this._path, ...this._key);
			}
			else {
				this._cachedPath.push(...this._path, this._key);
			}
		}
		return this._cachedPath;
	}
}
const handleResult = (ctx, result) => {
	if (isValid(result)) {
		return { success: true, data: result.value };
	}
	else {
		if (!ctx.common.issues.length) {
			throw new Error("Validation failed but no issues detected.");
		}
		return {
			success: false,
			get error() {
				if (this._error)
					return this._error;
				const error = new ZodError(ctx.common.issues);
				this._error = error;
				return this._error;
			},
		};
	}
};
function processCreateParams(params) {
	if (!params)
		return {};
	const { errorMap, invalid_type_error, required_error, description } = params;
	if (errorMap && (invalid_type_error || required_error)) {
		throw new Error(`Can't use "invalid_type_error" or "required_error" in conjunction with custom error map.`);
	}
	if (errorMap)
		return { errorMap: errorMap, description };
	const customMap = (iss, ctx) => {
		const { message } = params;
		if (iss.code === "invalid_enum_value") {
			return { message: message ?? ctx.defaultError };
		}
		if (typeof ctx.data === "undefined") {
			return { message: message ?? required_error ?? ctx.defaultError };
		}
		if (iss.code !== "invalid_type")
			return { message: ctx.defaultError };
		return { message: message ?? invalid_type_error ?? ctx.defaultError };
	};
	return { errorMap: customMap, description };
}
class ZodType {
	get description() {
		return this._def.description;
	}
	_getType(input) {
		return getParsedType(input.data);
	}
	_getOrReturnCtx(input, ctx) {
		return (ctx || {
			common: input.parent.common,
			data: input.data,
			parsedType: getParsedType(input.data),
			schemaErrorMap: this._def.errorMap,
			path: input.path,
			parent: input.parent,
		});
	}
	_processInputParams(input) {
		return {
			status: new ParseStatus(),
			ctx: {
				common: input.parent.common,
				data: input.data,
				parsedType: getParsedType(input.data),
				schemaErrorMap: this._def.errorMap,
				path: input.path,
				parent: input.parent,
			},
		};
	}
	_parseSync(input) {
		const result = this._parse(input);
		if (isAsync(result)) {
			throw new Error("Synchronous parse encountered promise.");
		}
		return result;
	}
	_parseAsync(input) {
		const result = this._parse(input);
		return Promise.resolve(result);
	}
	parse(data, params) {
		const result = this.safeParse(data, params);
		if (result.success)
			return result.data;
		throw result.error;
	}
	safeParse(data, params) {
		const ctx = {
			common: {
				issues: [],
				async: params?.async ?? false,
				contextualErrorMap: params?.errorMap,
			},
			path: params?.path || [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		const result = this._parseSync({ data, path: ctx.path, parent: ctx });
		return handleResult(ctx, result);
	}
	"~validate"(data) {
		const ctx = {
			common: {
				issues: [],
				async: !!this["~standard"].async,
			},
			path: [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		if (!this["~standard"].async) {
			try {
				const result = this._parseSync({ data, path: [], parent: ctx });
				return isValid(result)
					? {
						value: result.value,
					}
					: {
						issues: ctx.common.issues,
					};
			}
			catch (err) {
				if (err?.message?.toLowerCase()?.includes("encountered")) {
					this["~standard"].async = true;
				}
				ctx.common = {
					issues: [],
					async: true,
				};
			}
		}
		return this._parseAsync({ data, path: [], parent: ctx }).then((result) => isValid(result)
			? {
				value: result.value,
			}
			: {
				issues: ctx.common.issues,
			});
	}
	async parseAsync(data, params) {
		const result = await this.safeParseAsync(data, params);
		if (result.success)
			return result.data;
		throw result.error;
	}
	async safeParseAsync(data, params) {
		const ctx = {
			common: {
				issues: [],
				contextualErrorMap: params?.errorMap,
				async: true,
			},
			path: params?.path || [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		const maybeAsyncResult = this._parse({ data, path: ctx.path, parent: ctx });
		const result = await (isAsync(maybeAsyncResult) ? maybeAsyncResult : Promise.resolve(maybeAsyncResult));
		return handleResult(ctx, result);
	}
	refine(check, message) {
		const getIssueProperties = (val) => {
			if (typeof message === "string" || typeof message === "undefined") {
				return { message };
			}
			else if (typeof message === "function") {
				return message(val);
			}
			else {
				return message;
			}
		};
		return this._refinement((val, ctx) => {
			const result = check(val);
			const setError = () => ctx.addIssue({
				code: ZodIssueCode.custom,
				...getIssueProperties(val),
			});
			if (typeof Promise !== "undefined" && result instanceof Promise) {
				return result.then((data) => {
					if (!data) {
						setError();
						return false;
					}
					else {
						return true;
					}
				});
			}
			if (!result) {
				setError();
				return false;
			}
			else {
				return true;
			}
		});
	}
	refinement(check, refinementData) {
		return this._refinement((val, ctx) => {
			if (!check(val)) {
				ctx.addIssue(typeof refinementData === "function" ? refinementData(val, ctx) : refinementData);
				return false;
			}
			else {
				return true;
			}
		});
	}
	_refinement(refinement) {
		return new ZodEffects({
			schema: this,
			typeName: ZodFirstPartyTypeKind.ZodEffects,
			effect: { type: "refinement", refinement },
		});
	}
	superRefine(refinement) {
		return this._refinement(refinement);
	}
	constructor(def) {
		this.spa = this.safeParseAsync;
		this._def = def;
		this.parse = this.parse.bind(this);
		this.safeParse = this.safeParse.bind(this);
		this.parseAsync = this.parseAsync.bind(this);
		this.safeParseAsync = this.safeParseAsync.bind(this);
		this.spa = this.spa.bind(this);
		this.refine = this.refine.bind(this);
		this.refinement = this.refinement.bind(this);
		this.superRefine = this.superRefine.bind(this);
		this.optional = this.optional.bind(this);
		this.nullable = this.nullable.bind(this);
		this.nullish = this.nullish.bind(this);
		this.array = this.array.bind(this);
		this.promise = this.promise.bind(this);
		this.or = this.or.bind(this);
		this.and = this.and.bind(this);
		this.transform = this.transform.bind(this);
		this.brand = this.brand.bind(this);
		this.default = this.default.bind(this);
		this.catch = this.catch.bind(this);
		this.describe = this.describe.bind(this);
		this.pipe = this.pipe.bind(this);
		this.readonly = this.readonly.bind(this);
		this.isNullable = this.isNullable.bind(this);
		this.isOptional = this.isOptional.bind(this);
		this["~standard"] = {
			version: 1,
			vendor: "zod",
			validate: (data) => this["~validate"](data),
		};
	}
	optional() {
		return ZodOptional.create(this, this._def);
	}
	nullable() {
		return ZodNullable.create(this, this._def);
	}
	nullish() {
		return this.nullable().optional();
	}
	array() {
		return ZodArray.create(this);
	}
	promise() {
		return ZodPromise.create(this, this._def);
	}
	or(option) {
		return ZodUnion.create([this, option], this._def);
	}
	and(incoming) {
		return ZodIntersection.create(this, incoming, this._def);
	}
	transform(transform) {
		return new ZodEffects({
			...processCreateParams(this._def),
			schema: this,
			typeName: ZodFirstPartyTypeKind.ZodEffects,
			effect: { type: "transform", transform },
		});
	}
	default(def) {
		const defaultValueFunc = typeof def === "function" ? def : () => def;
		return new ZodDefault({
			...processCreateParams(this._def),
			innerType: this,
			defaultValue: defaultValueFunc,
			typeName: ZodFirstPartyTypeKind.ZodDefault,
		});
	}
	brand() {
		return new ZodBranded({
			typeName: ZodFirstPartyTypeKind.ZodBranded,
			type: this,
			...processCreateParams(this._def),
		});
	}
	catch(def) {
		const catchValueFunc = typeof def === "function" ? def : () => def;
		return new ZodCatch({
			...processCreateParams(this._def),
			innerType: this,
			catchValue: catchValueFunc,
			typeName: ZodFirstPartyTypeKind.ZodCatch,
		});
	}
	describe(description) {
		const This = this.constructor;
		return new This({
			...this._def,
			description,
		});
	}
	pipe(target) {
		return ZodPipeline.create(this, target);
	}
	readonly() {
		return ZodReadonly.create(this);
	}
	isOptional() {
		return this.safeParse(undefined).success;
	}
	isNullable() {
		return this.safeParse(null).success;
	}
}
const cuidRegex = /^c[^\s-]{8,}$/i;
const cuid2Regex = /^[0-9a-z]+$/;
const ulidRegex = /^[0-9A-HJKMNP-TV-Z]{26}$/i;
const uuidRegex = /^[0-9a-fA-F]{8}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{12}$/i;
const nanoidRegex = /^[a-z0-9_-]{21}$/i;
const jwtRegex = /^[A-Za-z0-9-_]+\.[A-Za-z0-9-_]+\.[A-Za-z0-9-_]*$/;
const durationRegex = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
const emailRegex = /^(?!\.)(?!.*\.\.)([A-Z0-9_'+\-\.]*)[A-Z0-9_+-]@([A-Z0-9][A-Z0-9\-]*\.)+[A-Z]{2,}$/i;
const _emojiRegex = `^(\\p{Extended_Pictographic}|\\p{Emoji_Component})+$`;
let emojiRegex;
const ipv4Regex = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv4CidrRegex = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/(3[0-2]|[12]?[0-9])$/;
const ipv6Regex = /^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))$/;
const ipv6CidrRegex = /^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64Regex = /^([0-9a-zA-Z+/]{4})*(([0-9a-zA-Z+/]{2}==)|([0-9a-zA-Z+/]{3}=))?$/;
const base64urlRegex = /^([0-9a-zA-Z-_]{4})*(([0-9a-zA-Z-_]{2}(==)?)|([0-9a-zA-Z-_]{3}(=)?))?$/;
const dateRegexSource = `((\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|(02)-(0[1-9]|1\\d|2[0-8])))`;
const dateRegex = new RegExp(`^${dateRegexSource}$`);
function timeRegexSource(args) {
	let secondsRegexSource = `[0-5]\\d`;
	if (args.precision) {
		secondsRegexSource = `${secondsRegexSource}\\.\\d{${args.precision}}`;
	}
	else if (args.precision == null) {
		secondsRegexSource = `${secondsRegexSource}(\\.\\d+)?`;
	}
	const secondsQuantifier = args.precision ? "+" : "?";
	return `([01]\\d|2[0-3]):[0-5]\\d(:${secondsRegexSource})${secondsQuantifier}`;
}
function timeRegex(args) {
	return new RegExp(`^${timeRegexSource(args)}$`);
}
function datetimeRegex(args) {
	let regex = `${dateRegexSource}T${timeRegexSource(args)}`;
	const opts = [];
	opts.push(args.local ? `Z?` : `Z`);
	if (args.offset)
		opts.push(`([+-]\\d{2}:?\\d{2})`);
	regex = `${regex}(${opts.join("|")})`;
	return new RegExp(`^${regex}$`);
}
function isValidIP(ip, version) {
	if ((version === "v4" || !version) && ipv4Regex.test(ip)) {
		return true;
	}
	if ((version === "v6" || !version) && ipv6Regex.test(ip)) {
		return true;
	}
	return false;
}
function isValidJWT(jwt, alg) {
	if (!jwtRegex.test(jwt))
		return false;
	try {
		const [header] = jwt.split(".");
		if (!header)
			return false;
		const base64 = header
			.replace(/-/g, "+")
			.replace(/_/g, "/")
			.padEnd(header.length + ((4 - (header.length % 4)) % 4), "=");
		const decoded = JSON.parse(atob(base64));
		if (typeof decoded !== "object" || decoded === null)
			return false;
		if ("typ" in decoded && decoded?.typ !== "JWT")
			return false;
		if (!decoded.alg)
			return false;
		if (alg && decoded.alg !== alg)
			return false;
		return true;
	}
	catch {
		return false;
	}
}
function isValidCidr(ip, version) {
	if ((version === "v4" || !version) && ipv4CidrRegex.test(ip)) {
		return true;
	}
	if ((version === "v6" || !version) && ipv6CidrRegex.test(ip)) {
		return true;
	}
	return false;
}
class ZodString extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = String(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.string) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.string,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const status = new ParseStatus();
		let ctx = undefined;
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				if (input.data.length < check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						minimum: check.value,
						type: "string",
						inclusive: true,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				if (input.data.length > check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						maximum: check.value,
						type: "string",
						inclusive: true,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "length") {
				const tooBig = input.data.length > check.value;
				const tooSmall = input.data.length < check.value;
				if (tooBig || tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					if (tooBig) {
						addIssueToContext(ctx, {
							code: ZodIssueCode.too_big,
							maximum: check.value,
							type: "string",
							inclusive: true,
							exact: true,
							message: check.message,
						});
					}
					else if (tooSmall) {
						addIssueToContext(ctx, {
							code: ZodIssueCode.too_small,
							minimum: check.value,
							type: "string",
							inclusive: true,
							exact: true,
							message: check.message,
						});
					}
					status.dirty();
				}
			}
			else if (check.kind === "email") {
				if (!emailRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "email",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "emoji") {
				if (!emojiRegex) {
					emojiRegex = new RegExp(_emojiRegex, "u");
				}
				if (!emojiRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "emoji",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "uuid") {
				if (!uuidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "uuid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "nanoid") {
				if (!nanoidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "nanoid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cuid") {
				if (!cuidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cuid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cuid2") {
				if (!cuid2Regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cuid2",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "ulid") {
				if (!ulidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "ulid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "url") {
				try {
					new URL(input.data);
				}
				catch {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "url",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "regex") {
				check.regex.lastIndex = 0;
				const testResult = check.regex.test(input.data);
				if (!testResult) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "regex",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "trim") {
				input.data = input.data.trim();
			}
			else if (check.kind === "includes") {
				if (!input.data.includes(check.value, check.position)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { includes: check.value, position: check.position },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "toLowerCase") {
				input.data = input.data.toLowerCase();
			}
			else if (check.kind === "toUpperCase") {
				input.data = input.data.toUpperCase();
			}
			else if (check.kind === "startsWith") {
				if (!input.data.startsWith(check.value)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { startsWith: check.value },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "endsWith") {
				if (!input.data.endsWith(check.value)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { endsWith: check.value },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "datetime") {
				const regex = datetimeRegex(check);
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "datetime",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "date") {
				const regex = dateRegex;
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "date",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "time") {
				const regex = timeRegex(check);
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "time",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "duration") {
				if (!durationRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "duration",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "ip") {
				if (!isValidIP(input.data, check.version)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "ip",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "jwt") {
				if (!isValidJWT(input.data, check.alg)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "jwt",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cidr") {
				if (!isValidCidr(input.data, check.version)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cidr",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "base64") {
				if (!base64Regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "base64",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "base64url") {
				if (!base64urlRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "base64url",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	_regex(regex, validation, message) {
		return this.refinement((data) => regex.test(data), {
			validation,
			code: ZodIssueCode.invalid_string,
			...errorUtil.errToObj(message),
		});
	}
	_addCheck(check) {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	email(message) {
		return this._addCheck({ kind: "email", ...errorUtil.errToObj(message) });
	}
	url(message) {
		return this._addCheck({ kind: "url", ...errorUtil.errToObj(message) });
	}
	emoji(message) {
		return this._addCheck({ kind: "emoji", ...errorUtil.errToObj(message) });
	}
	uuid(message) {
		return this._addCheck({ kind: "uuid", ...errorUtil.errToObj(message) });
	}
	nanoid(message) {
		return this._addCheck({ kind: "nanoid", ...errorUtil.errToObj(message) });
	}
	cuid(message) {
		return this._addCheck({ kind: "cuid", ...errorUtil.errToObj(message) });
	}
	cuid2(message) {
		return this._addCheck({ kind: "cuid2", ...errorUtil.errToObj(message) });
	}
	ulid(message) {
		return this._addCheck({ kind: "ulid", ...errorUtil.errToObj(message) });
	}
	base64(message) {
		return this._addCheck({ kind: "base64", ...errorUtil.errToObj(message) });
	}
	base64url(message) {
		return this._addCheck({
			kind: "base64url",
			...errorUtil.errToObj(message),
		});
	}
	jwt(options) {
		return this._addCheck({ kind: "jwt", ...errorUtil.errToObj(options) });
	}
	ip(options) {
		return this._addCheck({ kind: "ip", ...errorUtil.errToObj(options) });
	}
	cidr(options) {
		return this._addCheck({ kind: "cidr", ...errorUtil.errToObj(options) });
	}
	datetime(options) {
		if (typeof options === "string") {
			return this._addCheck({
				kind: "datetime",
				precision: null,
				offset: false,
				local: false,
				message: options,
			});
		}
		return this._addCheck({
			kind: "datetime",
			precision: typeof options?.precision === "undefined" ? null : options?.precision,
			offset: options?.offset ?? false,
			local: options?.local ?? false,
			...errorUtil.errToObj(options?.message),
		});
	}
	date(message) {
		return this._addCheck({ kind: "date", message });
	}
	time(options) {
		if (typeof options === "string") {
			return this._addCheck({
				kind: "time",
				precision: null,
				message: options,
			});
		}
		return this._addCheck({
			kind: "time",
			precision: typeof options?.precision === "undefined" ? null : options?.precision,
			...errorUtil.errToObj(options?.message),
		});
	}
	duration(message) {
		return this._addCheck({ kind: "duration", ...errorUtil.errToObj(message) });
	}
	regex(regex, message) {
		return this._addCheck({
			kind: "regex",
			regex: regex,
			...errorUtil.errToObj(message),
		});
	}
	includes(value, options) {
		return this._addCheck({
			kind: "includes",
			value: value,
			position: options?.position,
			...errorUtil.errToObj(options?.message),
		});
	}
	startsWith(value, message) {
		return this._addCheck({
			kind: "startsWith",
			value: value,
			...errorUtil.errToObj(message),
		});
	}
	endsWith(value, message) {
		return this._addCheck({
			kind: "endsWith",
			value: value,
			...errorUtil.errToObj(message),
		});
	}
	min(minLength, message) {
		return this._addCheck({
			kind: "min",
			value: minLength,
			...errorUtil.errToObj(message),
		});
	}
	max(maxLength, message) {
		return this._addCheck({
			kind: "max",
			value: maxLength,
			...errorUtil.errToObj(message),
		});
	}
	length(len, message) {
		return this._addCheck({
			kind: "length",
			value: len,
			...errorUtil.errToObj(message),
		});
	}
	nonempty(message) {
		return this.min(1, errorUtil.errToObj(message));
	}
	trim() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "trim" }],
		});
	}
	toLowerCase() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "toLowerCase" }],
		});
	}
	toUpperCase() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "toUpperCase" }],
		});
	}
	get isDatetime() {
		return !!this._def.checks.find((ch) => ch.kind === "datetime");
	}
	get isDate() {
		return !!this._def.checks.find((ch) => ch.kind === "date");
	}
	get isTime() {
		return !!this._def.checks.find((ch) => ch.kind === "time");
	}
	get isDuration() {
		return !!this._def.checks.find((ch) => ch.kind === "duration");
	}
	get isEmail() {
		return !!this._def.checks.find((ch) => ch.kind === "email");
	}
	get isURL() {
		return !!this._def.checks.find((ch) => ch.kind === "url");
	}
	get isEmoji() {
		return !!this._def.checks.find((ch) => ch.kind === "emoji");
	}
	get isUUID() {
		return !!this._def.checks.find((ch) => ch.kind === "uuid");
	}
	get isNANOID() {
		return !!this._def.checks.find((ch) => ch.kind === "nanoid");
	}
	get isCUID() {
		return !!this._def.checks.find((ch) => ch.kind === "cuid");
	}
	get isCUID2() {
		return !!this._def.checks.find((ch) => ch.kind === "cuid2");
	}
	get isULID() {
		return !!this._def.checks.find((ch) => ch.kind === "ulid");
	}
	get isIP() {
		return !!this._def.checks.find((ch) => ch.kind === "ip");
	}
	get isCIDR() {
		return !!this._def.checks.find((ch) => ch.kind === "cidr");
	}
	get isBase64() {
		return !!this._def.checks.find((ch) => ch.kind === "base64");
	}
	get isBase64url() {
		return !!this._def.checks.find((ch) => ch.kind === "base64url");
	}
	get minLength() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxLength() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
}
ZodString.create = (params) => {
	return new ZodString({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodString,
		coerce: params?.coerce ?? false,
		...processCreateParams(params),
	});
};
function floatSafeRemainder(val, step) {
	const valDecCount = (val.toString().split(".")[1] || "").length;
	const stepDecCount = (step.toString().split(".")[1] || "").length;
	const decCount = valDecCount > stepDecCount ? valDecCount : stepDecCount;
	const valInt = Number.parseInt(val.toFixed(decCount).replace(".", ""));
	const stepInt = Number.parseInt(step.toFixed(decCount).replace(".", ""));
	return (valInt % stepInt) / 10 ** decCount;
}
class ZodNumber extends ZodType {
	constructor() {
		super(...arguments);
		this.min = this.gte;
		this.max = this.lte;
		this.step = this.multipleOf;
	}
	_parse(input) {
		if (this._def.coerce) {
			input.data = Number(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.number) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.number,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		let ctx = undefined;
		const status = new ParseStatus();
		for (const check of this._def.checks) {
			if (check.kind === "int") {
				if (!util.isInteger(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_type,
						expected: "integer",
						received: "float",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "min") {
				const tooSmall = check.inclusive ? input.data < check.value : input.data <= check.value;
				if (tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						minimum: check.value,
						type: "number",
						inclusive: check.inclusive,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				const tooBig = check.inclusive ? input.data > check.value : input.data >= check.value;
				if (tooBig) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						maximum: check.value,
						type: "number",
						inclusive: check.inclusive,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "multipleOf") {
				if (floatSafeRemainder(input.data, check.value) !== 0) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_multiple_of,
						multipleOf: check.value,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "finite") {
				if (!Number.isFinite(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_finite,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	gte(value, message) {
		return this.setLimit("min", value, true, errorUtil.toString(message));
	}
	gt(value, message) {
		return this.setLimit("min", value, false, errorUtil.toString(message));
	}
	lte(value, message) {
		return this.setLimit("max", value, true, errorUtil.toString(message));
	}
	lt(value, message) {
		return this.setLimit("max", value, false, errorUtil.toString(message));
	}
	setLimit(kind, value, inclusive, message) {
		return new ZodNumber({
			...this._def,
			checks: [
				...this._def.checks,
				{
					kind,
					value,
					inclusive,
					message: errorUtil.toString(message),
				},
			],
		});
	}
	_addCheck(check) {
		return new ZodNumber({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	int(message) {
		return this._addCheck({
			kind: "int",
			message: errorUtil.toString(message),
		});
	}
	positive(message) {
		return this._addCheck({
			kind: "min",
			value: 0,
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	negative(message) {
		return this._addCheck({
			kind: "max",
			value: 0,
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	nonpositive(message) {
		return this._addCheck({
			kind: "max",
			value: 0,
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	nonnegative(message) {
		return this._addCheck({
			kind: "min",
			value: 0,
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	multipleOf(value, message) {
		return this._addCheck({
			kind: "multipleOf",
			value: value,
			message: errorUtil.toString(message),
		});
	}
	finite(message) {
		return this._addCheck({
			kind: "finite",
			message: errorUtil.toString(message),
		});
	}
	safe(message) {
		return this._addCheck({
			kind: "min",
			inclusive: true,
			value: Number.MIN_SAFE_INTEGER,
			message: errorUtil.toString(message),
		})._addCheck({
			kind: "max",
			inclusive: true,
			value: Number.MAX_SAFE_INTEGER,
			message: errorUtil.toString(message),
		});
	}
	get minValue() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxValue() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
	get isInt() {
		return !!this._def.checks.find((ch) => ch.kind === "int" || (ch.kind === "multipleOf" && util.isInteger(ch.value)));
	}
	get isFinite() {
		let max = null;
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "finite" || ch.kind === "int" || ch.kind === "multipleOf") {
				return true;
			}
			else if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
			else if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return Number.isFinite(min) && Number.isFinite(max);
	}
}
ZodNumber.create = (params) => {
	return new ZodNumber({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodNumber,
		coerce: params?.coerce || false,
		...processCreateParams(params),
	});
};
class ZodBigInt extends ZodType {
	constructor() {
		super(...arguments);
		this.min = this.gte;
		this.max = this.lte;
	}
	_parse(input) {
		if (this._def.coerce) {
			try {
				input.data = BigInt(input.data);
			}
			catch {
				return this._getInvalidInput(input);
			}
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.bigint) {
			return this._getInvalidInput(input);
		}
		let ctx = undefined;
		const status = new ParseStatus();
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				const tooSmall = check.inclusive ? input.data < check.value : input.data <= check.value;
				if (tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						type: "bigint",
						minimum: check.value,
						inclusive: check.inclusive,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				const tooBig = check.inclusive ? input.data > check.value : input.data >= check.value;
				if (tooBig) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						type: "bigint",
						maximum: check.value,
						inclusive: check.inclusive,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "multipleOf") {
				if (input.data % check.value !== BigInt(0)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_multiple_of,
						multipleOf: check.value,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	_getInvalidInput(input) {
		const ctx = this._getOrReturnCtx(input);
		addIssueToContext(ctx, {
			code: ZodIssueCode.invalid_type,
			expected: ZodParsedType.bigint,
			received: ctx.parsedType,
		});
		return parseUtil_INVALID;
	}
	gte(value, message) {
		return this.setLimit("min", value, true, errorUtil.toString(message));
	}
	gt(value, message) {
		return this.setLimit("min", value, false, errorUtil.toString(message));
	}
	lte(value, message) {
		return this.setLimit("max", value, true, errorUtil.toString(message));
	}
	lt(value, message) {
		return this.setLimit("max", value, false, errorUtil.toString(message));
	}
	setLimit(kind, value, inclusive, message) {
		return new ZodBigInt({
			...this._def,
			checks: [
				...this._def.checks,
				{
					kind,
					value,
					inclusive,
					message: errorUtil.toString(message),
				},
			],
		});
	}
	_addCheck(check) {
		return new ZodBigInt({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	positive(message) {
		return this._addCheck({
			kind: "min",
			value: BigInt(0),
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	negative(message) {
		return this._addCheck({
			kind: "max",
			value: BigInt(0),
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	nonpositive(message) {
		return this._addCheck({
			kind: "max",
			value: BigInt(0),
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	nonnegative(message) {
		return this._addCheck({
			kind: "min",
			value: BigInt(0),
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	multipleOf(value, message) {
		return this._addCheck({
			kind: "multipleOf",
			value,
			message: errorUtil.toString(message),
		});
	}
	get minValue() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxValue() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
}
ZodBigInt.create = (params) => {
	return new ZodBigInt({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodBigInt,
		coerce: params?.coerce ?? false,
		...processCreateParams(params),
	});
};
class ZodBoolean extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = Boolean(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.boolean) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.boolean,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodBoolean.create = (params) => {
	return new ZodBoolean({
		typeName: ZodFirstPartyTypeKind.ZodBoolean,
		coerce: params?.coerce || false,
		...processCreateParams(params),
	});
};
class ZodDate extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = new Date(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.date) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.date,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (Number.isNaN(input.data.getTime())) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_date,
			});
			return parseUtil_INVALID;
		}
		const status = new ParseStatus();
		let ctx = undefined;
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				if (input.data.getTime() < check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						message: check.message,
						inclusive: true,
						exact: false,
						minimum: check.value,
						type: "date",
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				if (input.data.getTime() > check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						message: check.message,
						inclusive: true,
						exact: false,
						maximum: check.value,
						type: "date",
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return {
			status: status.value,
			value: new Date(input.data.getTime()),
		};
	}
	_addCheck(check) {
		return new ZodDate({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	min(minDate, message) {
		return this._addCheck({
			kind: "min",
			value: minDate.getTime(),
			message: errorUtil.toString(message),
		});
	}
	max(maxDate, message) {
		return this._addCheck({
			kind: "max",
			value: maxDate.getTime(),
			message: errorUtil.toString(message),
		});
	}
	get minDate() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min != null ? new Date(min) : null;
	}
	get maxDate() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max != null ? new Date(max) : null;
	}
}
ZodDate.create = (params) => {
	return new ZodDate({
		checks: [],
		coerce: params?.coerce || false,
		typeName: ZodFirstPartyTypeKind.ZodDate,
		...processCreateParams(params),
	});
};
class ZodSymbol extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.symbol) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.symbol,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodSymbol.create = (params) => {
	return new ZodSymbol({
		typeName: ZodFirstPartyTypeKind.ZodSymbol,
		...processCreateParams(params),
	});
};
class ZodUndefined extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.undefined) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.undefined,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodUndefined.create = (params) => {
	return new ZodUndefined({
		typeName: ZodFirstPartyTypeKind.ZodUndefined,
		...processCreateParams(params),
	});
};
class ZodNull extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.null) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.null,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodNull.create = (params) => {
	return new ZodNull({
		typeName: ZodFirstPartyTypeKind.ZodNull,
		...processCreateParams(params),
	});
};
class ZodAny extends ZodType {
	constructor() {
		super(...arguments);
		this._any = true;
	}
	_parse(input) {
		return OK(input.data);
	}
}
ZodAny.create = (params) => {
	return new ZodAny({
		typeName: ZodFirstPartyTypeKind.ZodAny,
		...processCreateParams(params),
	});
};
class ZodUnknown extends ZodType {
	constructor() {
		super(...arguments);
		this._unknown = true;
	}
	_parse(input) {
		return OK(input.data);
	}
}
ZodUnknown.create = (params) => {
	return new ZodUnknown({
		typeName: ZodFirstPartyTypeKind.ZodUnknown,
		...processCreateParams(params),
	});
};
class ZodNever extends ZodType {
	_parse(input) {
		const ctx = this._getOrReturnCtx(input);
		addIssueToContext(ctx, {
			code: ZodIssueCode.invalid_type,
			expected: ZodParsedType.never,
			received: ctx.parsedType,
		});
		return parseUtil_INVALID;
	}
}
ZodNever.create = (params) => {
	return new ZodNever({
		typeName: ZodFirstPartyTypeKind.ZodNever,
		...processCreateParams(params),
	});
};
class ZodVoid extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.undefined) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.void,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodVoid.create = (params) => {
	return new ZodVoid({
		typeName: ZodFirstPartyTypeKind.ZodVoid,
		...processCreateParams(params),
	});
};
class ZodArray extends ZodType {
	_parse(input) {
		const { ctx, status } = this._processInputParams(input);
		const def = this._def;
		if (ctx.parsedType !== ZodParsedType.array) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.array,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (def.exactLength !== null) {
			const tooBig = ctx.data.length > def.exactLength.value;
			const tooSmall = ctx.data.length < def.exactLength.value;
			if (tooBig || tooSmall) {
				addIssueToContext(ctx, {
					code: tooBig ? ZodIssueCode.too_big : ZodIssueCode.too_small,
					minimum: (tooSmall ? def.exactLength.value : undefined),
					maximum: (tooBig ? def.exactLength.value : undefined),
					type: "array",
					inclusive: true,
					exact: true,
					message: def.exactLength.message,
				});
				status.dirty();
			}
		}
		if (def.minLength !== null) {
			if (ctx.data.length < def.minLength.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_small,
					minimum: def.minLength.value,
					type: "array",
					inclusive: true,
					exact: false,
					message: def.minLength.message,
				});
				status.dirty();
			}
		}
		if (def.maxLength !== null) {
			if (ctx.data.length > def.maxLength.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_big,
					maximum: def.maxLength.value,
					type: "array",
					inclusive: true,
					exact: false,
					message: def.maxLength.message,
				});
				status.dirty();
			}
		}
		if (ctx.common.async) {
			return Promise.all([...ctx.data].map((item, i) => {
				return def.type._parseAsync(new ParseInputLazyPath(ctx, item, ctx.path, i));
			})).then((result) => {
				return ParseStatus.mergeArray(status, result);
			});
		}
		const result = [...ctx.data].map((item, i) => {
			return def.type._parseSync(new ParseInputLazyPath(ctx, item, ctx.path, i));
		});
		return ParseStatus.mergeArray(status, result);
	}
	get element() {
		return this._def.type;
	}
	min(minLength, message) {
		return new ZodArray({
			...this._def,
			minLength: { value: minLength, message: errorUtil.toString(message) },
		});
	}
	max(maxLength, message) {
		return new ZodArray({
			...this._def,
			maxLength: { value: maxLength, message: errorUtil.toString(message) },
		});
	}
	length(len, message) {
		return new ZodArray({
			...this._def,
			exactLength: { value: len, message: errorUtil.toString(message) },
		});
	}
	nonempty(message) {
		return this.min(1, message);
	}
}
ZodArray.create = (schema, params) => {
	return new ZodArray({
		type: schema,
		minLength: null,
		maxLength: null,
		exactLength: null,
		typeName: ZodFirstPartyTypeKind.ZodArray,
		...processCreateParams(params),
	});
};
function deepPartialify(schema) {
	if (schema instanceof ZodObject) {
		const newShape = {};
		for (const key in schema.shape) {
			const fieldSchema = schema.shape[key];
			newShape[key] = ZodOptional.create(deepPartialify(fieldSchema));
		}
		return new ZodObject({
			...schema._def,
			shape: () => newShape,
		});
	}
	else if (schema instanceof ZodArray) {
		return new ZodArray({
			...schema._def,
			type: deepPartialify(schema.element),
		});
	}
	else if (schema instanceof ZodOptional) {
		return ZodOptional.create(deepPartialify(schema.unwrap()));
	}
	else if (schema instanceof ZodNullable) {
		return ZodNullable.create(deepPartialify(schema.unwrap()));
	}
	else if (schema instanceof ZodTuple) {
		return ZodTuple.create(schema.items.map((item) => deepPartialify(item)));
	}
	else {
		return schema;
	}
}
class ZodObject extends ZodType {
	constructor() {
		super(...arguments);
		this._cached = null;
		this.nonstrict = this.passthrough;
		this.augment = this.extend;
	}
	_getCached() {
		if (this._cached !== null)
			return this._cached;
		const shape = this._def.shape();
		const keys = util.objectKeys(shape);
		this._cached = { shape, keys };
		return this._cached;
	}
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.object) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const { status, ctx } = this._processInputParams(input);
		const { shape, keys: shapeKeys } = this._getCached();
		const extraKeys = [];
		if (!(this._def.catchall instanceof ZodNever && this._def.unknownKeys === "strip")) {
			for (const key in ctx.data) {
				if (!shapeKeys.includes(key)) {
					extraKeys.push(key);
				}
			}
		}
		const pairs = [];
		for (const key of shapeKeys) {
			const keyValidator = shape[key];
			const value = ctx.data[key];
			pairs.push({
				key: { status: "valid", value: key },
				value: keyValidator._parse(new ParseInputLazyPath(ctx, value, ctx.path, key)),
				alwaysSet: key in ctx.data,
			});
		}
		if (this._def.catchall instanceof ZodNever) {
			const unknownKeys = this._def.unknownKeys;
			if (unknownKeys === "passthrough") {
				for (const key of extraKeys) {
					pairs.push({
						key: { status: "valid", value: key },
						value: { status: "valid", value: ctx.data[key] },
					});
				}
			}
			else if (unknownKeys === "strict") {
				if (extraKeys.length > 0) {
					addIssueToContext(ctx, {
						code: ZodIssueCode.unrecognized_keys,
						keys: extraKeys,
					});
					status.dirty();
				}
			}
			else if (unknownKeys === "strip") {
			}
			else {
				throw new Error(`Internal ZodObject error: invalid unknownKeys value.`);
			}
		}
		else {
			const catchall = this._def.catchall;
			for (const key of extraKeys) {
				const value = ctx.data[key];
				pairs.push({
					key: { status: "valid", value: key },
					value: catchall._parse(new ParseInputLazyPath(ctx, value, ctx.path, key)
					),
					alwaysSet: key in ctx.data,
				});
			}
		}
		if (ctx.common.async) {
			return Promise.resolve()
				.then(async () => {
				const syncPairs = [];
				for (const pair of pairs) {
					const key = await pair.key;
					const value = await pair.value;
					syncPairs.push({
						key,
						value,
						alwaysSet: pair.alwaysSet,
					});
				}
				return syncPairs;
			})
				.then((syncPairs) => {
				return ParseStatus.mergeObjectSync(status, syncPairs);
			});
		}
		else {
			return ParseStatus.mergeObjectSync(status, pairs);
		}
	}
	get shape() {
		return this._def.shape();
	}
	strict(message) {
		errorUtil.errToObj;
		return new ZodObject({
			...this._def,
			unknownKeys: "strict",
			...(message !== undefined
				? {
					errorMap: (issue, ctx) => {
						const defaultError = this._def.errorMap?.(issue, ctx).message ?? ctx.defaultError;
						if (issue.code === "unrecognized_keys")
							return {
								message: errorUtil.errToObj(message).message ?? defaultError,
							};
						return {
							message: defaultError,
						};
					},
				}
				: {}),
		});
	}
	strip() {
		return new ZodObject({
			...this._def,
			unknownKeys: "strip",
		});
	}
	passthrough() {
		return new ZodObject({
			...this._def,
			unknownKeys: "passthrough",
		});
	}
	extend(augmentation) {
		return new ZodObject({
			...this._def,
			shape: () => ({
				...this._def.shape(),
				...augmentation,
			}),
		});
	}
	merge(merging) {
		const merged = new ZodObject({
			unknownKeys: merging._def.unknownKeys,
			catchall: merging._def.catchall,
			shape: () => ({
				...this._def.shape(),
				...merging._def.shape(),
			}),
			typeName: ZodFirstPartyTypeKind.ZodObject,
		});
		return merged;
	}
	setKey(key, schema) {
		return this.augment({ [key]: schema });
	}
	catchall(index) {
		return new ZodObject({
			...this._def,
			catchall: index,
		});
	}
	pick(mask) {
		const shape = {};
		for (const key of util.objectKeys(mask)) {
			if (mask[key] && this.shape[key]) {
				shape[key] = this.shape[key];
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => shape,
		});
	}
	omit(mask) {
		const shape = {};
		for (const key of util.objectKeys(this.shape)) {
			if (!mask[key]) {
				shape[key] = this.shape[key];
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => shape,
		});
	}
	deepPartial() {
		return deepPartialify(this);
	}
	partial(mask) {
		const newShape = {};
		for (const key of util.objectKeys(this.shape)) {
			const fieldSchema = this.shape[key];
			if (mask && !mask[key]) {
				newShape[key] = fieldSchema;
			}
			else {
				newShape[key] = fieldSchema.optional();
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => newShape,
		});
	}
	required(mask) {
		const newShape = {};
		for (const key of util.objectKeys(this.shape)) {
			if (mask && !mask[key]) {
				newShape[key] = this.shape[key];
			}
			else {
				const fieldSchema = this.shape[key];
				let newField = fieldSchema;
				while (newField instanceof ZodOptional) {
					newField = newField._def.innerType;
				}
				newShape[key] = newField;
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => newShape,
		});
	}
	keyof() {
		return createZodEnum(util.objectKeys(this.shape));
	}
}
ZodObject.create = (shape, params) => {
	return new ZodObject({
		shape: () => shape,
		unknownKeys: "strip",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
ZodObject.strictCreate = (shape, params) => {
	return new ZodObject({
		shape: () => shape,
		unknownKeys: "strict",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
ZodObject.lazycreate = (shape, params) => {
	return new ZodObject({
		shape,
		unknownKeys: "strip",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
class ZodUnion extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const options = this._def.options;
		function handleResults(results) {
			for (const result of results) {
				if (result.result.status === "valid") {
					return result.result;
				}
			}
			for (const result of results) {
				if (result.result.status === "dirty") {
					ctx.common.issues.push(...result.ctx.common.issues);
					return result.result;
				}
			}
			const unionErrors = results.map((result) => new ZodError(result.ctx.common.issues));
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union,
				unionErrors,
			});
			return parseUtil_INVALID;
		}
		if (ctx.common.async) {
			return Promise.all(options.map(async (option) => {
				const childCtx = {
					...ctx,
					common: {
						...ctx.common,
						issues: [],
					},
					parent: null,
				};
				return {
					result: await option._parseAsync({
						data: ctx.data,
						path: ctx.path,
						parent: childCtx,
					}),
					ctx: childCtx,
				};
			})).then(handleResults);
		}
		else {
			let dirty = undefined;
			const issues = [];
			for (const option of options) {
				const childCtx = {
					...ctx,
					common: {
						...ctx.common,
						issues: [],
					},
					parent: null,
				};
				const result = option._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: childCtx,
				});
				if (result.status === "valid") {
					return result;
				}
				else if (result.status === "dirty" && !dirty) {
					dirty = { result, ctx: childCtx };
				}
				if (childCtx.common.issues.length) {
					issues.push(childCtx.common.issues);
				}
			}
			if (dirty) {
				ctx.common.issues.push(...dirty.ctx.common.issues);
				return dirty.result;
			}
			const unionErrors = issues.map((issues) => new ZodError(issues));
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union,
				unionErrors,
			});
			return parseUtil_INVALID;
		}
	}
	get options() {
		return this._def.options;
	}
}
ZodUnion.create = (types, params) => {
	return new ZodUnion({
		options: types,
		typeName: ZodFirstPartyTypeKind.ZodUnion,
		...processCreateParams(params),
	});
};
const getDiscriminator = (type) => {
	if (type instanceof ZodLazy) {
		return getDiscriminator(type.schema);
	}
	else if (type instanceof ZodEffects) {
		return getDiscriminator(type.innerType());
	}
	else if (type instanceof ZodLiteral) {
		return [type.value];
	}
	else if (type instanceof ZodEnum) {
		return type.options;
	}
	else if (type instanceof ZodNativeEnum) {
		return util.objectValues(type.enum);
	}
	else if (type instanceof ZodDefault) {
		return getDiscriminator(type._def.innerType);
	}
	else if (type instanceof ZodUndefined) {
		return [undefined];
	}
	else if (type instanceof ZodNull) {
		return [null];
	}
	else if (type instanceof ZodOptional) {
		return [undefined, ...getDiscriminator(type.unwrap())];
	}
	else if (type instanceof ZodNullable) {
		return [null, ...getDiscriminator(type.unwrap())];
	}
	else if (type instanceof ZodBranded) {
		return getDiscriminator(type.unwrap());
	}
	else if (type instanceof ZodReadonly) {
		return getDiscriminator(type.unwrap());
	}
	else if (type instanceof ZodCatch) {
		return getDiscriminator(type._def.innerType);
	}
	else {
		return [];
	}
};
class ZodDiscriminatedUnion extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.object) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const discriminator = this.discriminator;
		const discriminatorValue = ctx.data[discriminator];
		const option = this.optionsMap.get(discriminatorValue);
		if (!option) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union_discriminator,
				options: Array.from(this.optionsMap.keys()),
				path: [discriminator],
			});
			return parseUtil_INVALID;
		}
		if (ctx.common.async) {
			return option._parseAsync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
		}
		else {
			return option._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
		}
	}
	get discriminator() {
		return this._def.discriminator;
	}
	get options() {
		return this._def.options;
	}
	get optionsMap() {
		return this._def.optionsMap;
	}
	static create(discriminator, options, params) {
		const optionsMap = new Map();
		for (const type of options) {
			const discriminatorValues = getDiscriminator(type.shape[discriminator]);
			if (!discriminatorValues.length) {
				throw new Error(`A discriminator value for key \`${discriminator}\` could not be extracted from all schema options`);
			}
			for (const value of discriminatorValues) {
				if (optionsMap.has(value)) {
					throw new Error(`Discriminator property ${String(discriminator)} has duplicate value ${String(value)}`);
				}
				optionsMap.set(value, type);
			}
		}
		return new ZodDiscriminatedUnion({
			typeName: ZodFirstPartyTypeKind.ZodDiscriminatedUnion,
			discriminator,
			options,
			optionsMap,
			...processCreateParams(params),
		});
	}
}
function mergeValues(a, b) {
	const aType = getParsedType(a);
	const bType = getParsedType(b);
	if (a === b) {
		return { valid: true, data: a };
	}
	else if (aType === ZodParsedType.object && bType === ZodParsedType.object) {
		const bKeys = util.objectKeys(b);
		const sharedKeys = util.objectKeys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = { ...a, ...b };
		for (const key of sharedKeys) {
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) {
				return { valid: false };
			}
			newObj[key] = sharedValue.data;
		}
		return { valid: true, data: newObj };
	}
	else if (aType === ZodParsedType.array && bType === ZodParsedType.array) {
		if (a.length !== b.length) {
			return { valid: false };
		}
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) {
				return { valid: false };
			}
			newArray.push(sharedValue.data);
		}
		return { valid: true, data: newArray };
	}
	else if (aType === ZodParsedType.date && bType === ZodParsedType.date && +a === +b) {
		return { valid: true, data: a };
	}
	else {
		return { valid: false };
	}
}
class ZodIntersection extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		const handleParsed = (parsedLeft, parsedRight) => {
			if (isAborted(parsedLeft) || isAborted(parsedRight)) {
				return parseUtil_INVALID;
			}
			const merged = mergeValues(parsedLeft.value, parsedRight.value);
			if (!merged.valid) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.invalid_intersection_types,
				});
				return parseUtil_INVALID;
			}
			if (isDirty(parsedLeft) || isDirty(parsedRight)) {
				status.dirty();
			}
			return { status: status.value, value: merged.data };
		};
		if (ctx.common.async) {
			return Promise.all([
				this._def.left._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				}),
				this._def.right._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				}),
			]).then(([left, right]) => handleParsed(left, right));
		}
		else {
			return handleParsed(this._def.left._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			}), this._def.right._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			}));
		}
	}
}
ZodIntersection.create = (left, right, params) => {
	return new ZodIntersection({
		left: left,
		right: right,
		typeName: ZodFirstPartyTypeKind.ZodIntersection,
		...processCreateParams(params),
	});
};
class ZodTuple extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.array) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.array,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (ctx.data.length < this._def.items.length) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.too_small,
				minimum: this._def.items.length,
				inclusive: true,
				exact: false,
				type: "array",
			});
			return parseUtil_INVALID;
		}
		const rest = this._def.rest;
		if (!rest && ctx.data.length > this._def.items.length) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.too_big,
				maximum: this._def.items.length,
				inclusive: true,
				exact: false,
				type: "array",
			});
			status.dirty();
		}
		const items = [...ctx.data]
			.map((item, itemIndex) => {
			const schema = this._def.items[itemIndex] || this._def.rest;
			if (!schema)
				return null;
			return schema._parse(new ParseInputLazyPath(ctx, item, ctx.path, itemIndex));
		})
			.filter((x) => !!x);
		if (ctx.common.async) {
			return Promise.all(items).then((results) => {
				return ParseStatus.mergeArray(status, results);
			});
		}
		else {
			return ParseStatus.mergeArray(status, items);
		}
	}
	get items() {
		return this._def.items;
	}
	rest(rest) {
		return new ZodTuple({
			...this._def,
			rest,
		});
	}
}
ZodTuple.create = (schemas, params) => {
	if (!Array.isArray(schemas)) {
		throw new Error("You must pass an array of schemas to z.tuple([ ... ])");
	}
	return new ZodTuple({
		items: schemas,
		typeName: ZodFirstPartyTypeKind.ZodTuple,
		rest: null,
		...processCreateParams(params),
	});
};
class ZodRecord extends ZodType {
	get keySchema() {
		return this._def.keyType;
	}
	get valueSchema() {
		return this._def.valueType;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.object) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const pairs = [];
		const keyType = this._def.keyType;
		const valueType = this._def.valueType;
		for (const key in ctx.data) {
			pairs.push({
				key: keyType._parse(new ParseInputLazyPath(ctx, key, ctx.path, key)),
				value: valueType._parse(new ParseInputLazyPath(ctx, ctx.data[key], ctx.path, key)),
				alwaysSet: key in ctx.data,
			});
		}
		if (ctx.common.async) {
			return ParseStatus.mergeObjectAsync(status, pairs);
		}
		else {
			return ParseStatus.mergeObjectSync(status, pairs);
		}
	}
	get element() {
		return this._def.valueType;
	}
	static create(first, second, third) {
		if (second instanceof ZodType) {
			return new ZodRecord({
				keyType: first,
				valueType: second,
				typeName: ZodFirstPartyTypeKind.ZodRecord,
				...processCreateParams(third),
			});
		}
		return new ZodRecord({
			keyType: ZodString.create(),
			valueType: first,
			typeName: ZodFirstPartyTypeKind.ZodRecord,
			...processCreateParams(second),
		});
	}
}
class ZodMap extends ZodType {
	get keySchema() {
		return this._def.keyType;
	}
	get valueSchema() {
		return this._def.valueType;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.map) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.map,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const keyType = this._def.keyType;
		const valueType = this._def.valueType;
		const pairs = [...ctx.data.entries()].map(([key, value], index) => {
			return {
				key: keyType._parse(new ParseInputLazyPath(ctx, key, ctx.path, [index, "key"])),
				value: valueType._parse(new ParseInputLazyPath(ctx, value, ctx.path, [index, "value"])),
			};
		});
		if (ctx.common.async) {
			const finalMap = new Map();
			return Promise.resolve().then(async () => {
				for (const pair of pairs) {
					const key = await pair.key;
					const value = await pair.value;
					if (key.status === "aborted" || value.status === "aborted") {
						return parseUtil_INVALID;
					}
					if (key.status === "dirty" || value.status === "dirty") {
						status.dirty();
					}
					finalMap.set(key.value, value.value);
				}
				return { status: status.value, value: finalMap };
			});
		}
		else {
			const finalMap = new Map();
			for (const pair of pairs) {
				const key = pair.key;
				const value = pair.value;
				if (key.status === "aborted" || value.status === "aborted") {
					return parseUtil_INVALID;
				}
				if (key.status === "dirty" || value.status === "dirty") {
					status.dirty();
				}
				finalMap.set(key.value, value.value);
			}
			return { status: status.value, value: finalMap };
		}
	}
}
ZodMap.create = (keyType, valueType, params) => {
	return new ZodMap({
		valueType,
		keyType,
		typeName: ZodFirstPartyTypeKind.ZodMap,
		...processCreateParams(params),
	});
};
class ZodSet extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.set) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.set,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const def = this._def;
		if (def.minSize !== null) {
			if (ctx.data.size < def.minSize.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_small,
					minimum: def.minSize.value,
					type: "set",
					inclusive: true,
					exact: false,
					message: def.minSize.message,
				});
				status.dirty();
			}
		}
		if (def.maxSize !== null) {
			if (ctx.data.size > def.maxSize.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_big,
					maximum: def.maxSize.value,
					type: "set",
					inclusive: true,
					exact: false,
					message: def.maxSize.message,
				});
				status.dirty();
			}
		}
		const valueType = this._def.valueType;
		function finalizeSet(elements) {
			const parsedSet = new Set();
			for (const element of elements) {
				if (element.status === "aborted")
					return parseUtil_INVALID;
				if (element.status === "dirty")
					status.dirty();
				parsedSet.add(element.value);
			}
			return { status: status.value, value: parsedSet };
		}
		const elements = [...ctx.data.values()].map((item, i) => valueType._parse(new ParseInputLazyPath(ctx, item, ctx.path, i)));
		if (ctx.common.async) {
			return Promise.all(elements).then((elements) => finalizeSet(elements));
		}
		else {
			return finalizeSet(elements);
		}
	}
	min(minSize, message) {
		return new ZodSet({
			...this._def,
			minSize: { value: minSize, message: errorUtil.toString(message) },
		});
	}
	max(maxSize, message) {
		return new ZodSet({
			...this._def,
			maxSize: { value: maxSize, message: errorUtil.toString(message) },
		});
	}
	size(size, message) {
		return this.min(size, message).max(size, message);
	}
	nonempty(message) {
		return this.min(1, message);
	}
}
ZodSet.create = (valueType, params) => {
	return new ZodSet({
		valueType,
		minSize: null,
		maxSize: null,
		typeName: ZodFirstPartyTypeKind.ZodSet,
		...processCreateParams(params),
	});
};
class ZodFunction extends ZodType {
	constructor() {
		super(...arguments);
		this.validate = this.implement;
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.function) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.function,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		function makeArgsIssue(args, error) {
			return makeIssue({
				data: args,
				path: ctx.path,
				errorMaps: [ctx.common.contextualErrorMap, ctx.schemaErrorMap, getErrorMap(), en].filter((x) => !!x),
				issueData: {
					code: ZodIssueCode.invalid_arguments,
					argumentsError: error,
				},
			});
		}
		function makeReturnsIssue(returns, error) {
			return makeIssue({
				data: returns,
				path: ctx.path,
				errorMaps: [ctx.common.contextualErrorMap, ctx.schemaErrorMap, getErrorMap(), en].filter((x) => !!x),
				issueData: {
					code: ZodIssueCode.invalid_return_type,
					returnTypeError: error,
				},
			});
		}
		const params = { errorMap: ctx.common.contextualErrorMap };
		const fn = ctx.data;
		if (this._def.returns instanceof ZodPromise) {
			const me = this;
			return OK(async function (...args) {
				const error = new ZodError([]);
				const parsedArgs = await me._def.args.parseAsync(args, params).catch((e) => {
					error.addIssue(makeArgsIssue(args, e));
					throw error;
				});
				const result = await Reflect.apply(fn, this, parsedArgs);
				const parsedReturns = await me._def.returns._def.type
					.parseAsync(result, params)
					.catch((e) => {
					error.addIssue(makeReturnsIssue(result, e));
					throw error;
				});
				return parsedReturns;
			});
		}
		else {
			const me = this;
			return OK(function (...args) {
				const parsedArgs = me._def.args.safeParse(args, params);
				if (!parsedArgs.success) {
					throw new ZodError([makeArgsIssue(args, parsedArgs.error)]);
				}
				const result = Reflect.apply(fn, this, parsedArgs.data);
				const parsedReturns = me._def.returns.safeParse(result, params);
				if (!parsedReturns.success) {
					throw new ZodError([makeReturnsIssue(result, parsedReturns.error)]);
				}
				return parsedReturns.data;
			});
		}
	}
	parameters() {
		return this._def.args;
	}
	returnType() {
		return this._def.returns;
	}
	args(...items) {
		return new ZodFunction({
			...this._def,
			args: ZodTuple.create(items).rest(ZodUnknown.create()),
		});
	}
	returns(returnType) {
		return new ZodFunction({
			...this._def,
			returns: returnType,
		});
	}
	implement(func) {
		const validatedFunc = this.parse(func);
		return validatedFunc;
	}
	strictImplement(func) {
		const validatedFunc = this.parse(func);
		return validatedFunc;
	}
	static create(args, returns, params) {
		return new ZodFunction({
			args: (args ? args : ZodTuple.create([]).rest(ZodUnknown.create())),
			returns: returns || ZodUnknown.create(),
			typeName: ZodFirstPartyTypeKind.ZodFunction,
			...processCreateParams(params),
		});
	}
}
class ZodLazy extends ZodType {
	get schema() {
		return this._def.getter();
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const lazySchema = this._def.getter();
		return lazySchema._parse({ data: ctx.data, path: ctx.path, parent: ctx });
	}
}
ZodLazy.create = (getter, params) => {
	return new ZodLazy({
		getter: getter,
		typeName: ZodFirstPartyTypeKind.ZodLazy,
		...processCreateParams(params),
	});
};
class ZodLiteral extends ZodType {
	_parse(input) {
		if (input.data !== this._def.value) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_literal,
				expected: this._def.value,
			});
			return parseUtil_INVALID;
		}
		return { status: "valid", value: input.data };
	}
	get value() {
		return this._def.value;
	}
}
ZodLiteral.create = (value, params) => {
	return new ZodLiteral({
		value: value,
		typeName: ZodFirstPartyTypeKind.ZodLiteral,
		...processCreateParams(params),
	});
};
function createZodEnum(values, params) {
	return new ZodEnum({
		values,
		typeName: ZodFirstPartyTypeKind.ZodEnum,
		...processCreateParams(params),
	});
}
class ZodEnum extends ZodType {
	_parse(input) {
		if (typeof input.data !== "string") {
			const ctx = this._getOrReturnCtx(input);
			const expectedValues = this._def.values;
			addIssueToContext(ctx, {
				expected: util.joinValues(expectedValues),
				received: ctx.parsedType,
				code: ZodIssueCode.invalid_type,
			});
			return parseUtil_INVALID;
		}
		if (!this._cache) {
			this._cache = new Set(this._def.values);
		}
		if (!this._cache.has(input.data)) {
			const ctx = this._getOrReturnCtx(input);
			const expectedValues = this._def.values;
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_enum_value,
				options: expectedValues,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
	get options() {
		return this._def.values;
	}
	get enum() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	get Values() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	get Enum() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	extract(values, newDef = this._def) {
		return ZodEnum.create(values, {
			...this._def,
			...newDef,
		});
	}
	exclude(values, newDef = this._def) {
		return ZodEnum.create(this.options.filter((opt) => !values.includes(opt)), {
			...this._def,
			...newDef,
		});
	}
}
ZodEnum.create = createZodEnum;
class ZodNativeEnum extends ZodType {
	_parse(input) {
		const nativeEnumValues = util.getValidEnumValues(this._def.values);
		const ctx = this._getOrReturnCtx(input);
		if (ctx.parsedType !== ZodParsedType.string && ctx.parsedType !== ZodParsedType.number) {
			const expectedValues = util.objectValues(nativeEnumValues);
			addIssueToContext(ctx, {
				expected: util.joinValues(expectedValues),
				received: ctx.parsedType,
				code: ZodIssueCode.invalid_type,
			});
			return parseUtil_INVALID;
		}
		if (!this._cache) {
			this._cache = new Set(util.getValidEnumValues(this._def.values));
		}
		if (!this._cache.has(input.data)) {
			const expectedValues = util.objectValues(nativeEnumValues);
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_enum_value,
				options: expectedValues,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
	get enum() {
		return this._def.values;
	}
}
ZodNativeEnum.create = (values, params) => {
	return new ZodNativeEnum({
		values: values,
		typeName: ZodFirstPartyTypeKind.ZodNativeEnum,
		...processCreateParams(params),
	});
};
class ZodPromise extends ZodType {
	unwrap() {
		return this._def.type;
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.promise && ctx.common.async === false) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.promise,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const promisified = ctx.parsedType === ZodParsedType.promise ? ctx.data : Promise.resolve(ctx.data);
		return OK(promisified.then((data) => {
			return this._def.type.parseAsync(data, {
				path: ctx.path,
				errorMap: ctx.common.contextualErrorMap,
			});
		}));
	}
}
ZodPromise.create = (schema, params) => {
	return new ZodPromise({
		type: schema,
		typeName: ZodFirstPartyTypeKind.ZodPromise,
		...processCreateParams(params),
	});
};
class ZodEffects extends ZodType {
	innerType() {
		return this._def.schema;
	}
	sourceType() {
		return this._def.schema._def.typeName === ZodFirstPartyTypeKind.ZodEffects
			? this._def.schema.sourceType()
			: this._def.schema;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		const effect = this._def.effect || null;
		const checkCtx = {
			addIssue: (arg) => {
				addIssueToContext(ctx, arg);
				if (arg.fatal) {
					status.abort();
				}
				else {
					status.dirty();
				}
			},
			get path() {
				return ctx.path;
			},
		};
		checkCtx.addIssue = checkCtx.addIssue.bind(checkCtx);
		if (effect.type === "preprocess") {
			const processed = effect.transform(ctx.data, checkCtx);
			if (ctx.common.async) {
				return Promise.resolve(processed).then(async (processed) => {
					if (status.value === "aborted")
						return parseUtil_INVALID;
					const result = await this._def.schema._parseAsync({
						data: processed,
						path: ctx.path,
						parent: ctx,
					});
					if (result.status === "aborted")
						return parseUtil_INVALID;
					if (result.status === "dirty")
						return DIRTY(result.value);
					if (status.value === "dirty")
						return DIRTY(result.value);
					return result;
				});
			}
			else {
				if (status.value === "aborted")
					return parseUtil_INVALID;
				const result = this._def.schema._parseSync({
					data: processed,
					path: ctx.path,
					parent: ctx,
				});
				if (result.status === "aborted")
					return parseUtil_INVALID;
				if (result.status === "dirty")
					return DIRTY(result.value);
				if (status.value === "dirty")
					return DIRTY(result.value);
				return result;
			}
		}
		if (effect.type === "refinement") {
			const executeRefinement = (acc) => {
				const result = effect.refinement(acc, checkCtx);
				if (ctx.common.async) {
					return Promise.resolve(result);
				}
				if (result instanceof Promise) {
					throw new Error("Async refinement encountered during synchronous parse operation. Use .parseAsync instead.");
				}
				return acc;
			};
			if (ctx.common.async === false) {
				const inner = this._def.schema._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (inner.status === "aborted")
					return parseUtil_INVALID;
				if (inner.status === "dirty")
					status.dirty();
				executeRefinement(inner.value);
				return { status: status.value, value: inner.value };
			}
			else {
				return this._def.schema._parseAsync({ data: ctx.data, path: ctx.path, parent: ctx }).then((inner) => {
					if (inner.status === "aborted")
						return parseUtil_INVALID;
					if (inner.status === "dirty")
						status.dirty();
					return executeRefinement(inner.value).then(() => {
						return { status: status.value, value: inner.value };
					});
				});
			}
		}
		if (effect.type === "transform") {
			if (ctx.common.async === false) {
				const base = this._def.schema._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (!isValid(base))
					return parseUtil_INVALID;
				const result = effect.transform(base.value, checkCtx);
				if (result instanceof Promise) {
					throw new Error(`Asynchronous transform encountered during synchronous parse operation. Use .parseAsync instead.`);
				}
				return { status: status.value, value: result };
			}
			else {
				return this._def.schema._parseAsync({ data: ctx.data, path: ctx.path, parent: ctx }).then((base) => {
					if (!isValid(base))
						return parseUtil_INVALID;
					return Promise.resolve(effect.transform(base.value, checkCtx)).then((result) => ({
						status: status.value,
						value: result,
					}));
				});
			}
		}
		util.assertNever(effect);
	}
}
ZodEffects.create = (schema, effect, params) => {
	return new ZodEffects({
		schema,
		typeName: ZodFirstPartyTypeKind.ZodEffects,
		effect,
		...processCreateParams(params),
	});
};
ZodEffects.createWithPreprocess = (preprocess, schema, params) => {
	return new ZodEffects({
		schema,
		effect: { type: "preprocess", transform: preprocess },
		typeName: ZodFirstPartyTypeKind.ZodEffects,
		...processCreateParams(params),
	});
};
class ZodOptional extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType === ZodParsedType.undefined) {
			return OK(undefined);
		}
		return this._def.innerType._parse(input);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodOptional.create = (type, params) => {
	return new ZodOptional({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodOptional,
		...processCreateParams(params),
	});
};
class ZodNullable extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType === ZodParsedType.null) {
			return OK(null);
		}
		return this._def.innerType._parse(input);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodNullable.create = (type, params) => {
	return new ZodNullable({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodNullable,
		...processCreateParams(params),
	});
};
class ZodDefault extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		let data = ctx.data;
		if (ctx.parsedType === ZodParsedType.undefined) {
			data = this._def.defaultValue();
		}
		return this._def.innerType._parse({
			data,
			path: ctx.path,
			parent: ctx,
		});
	}
	removeDefault() {
		return this._def.innerType;
	}
}
ZodDefault.create = (type, params) => {
	return new ZodDefault({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodDefault,
		defaultValue: typeof params.default === "function" ? params.default : () => params.default,
		...processCreateParams(params),
	});
};
class ZodCatch extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const newCtx = {
			...ctx,
			common: {
				...ctx.common,
				issues: [],
			},
		};
		const result = this._def.innerType._parse({
			data: newCtx.data,
			path: newCtx.path,
			parent: {
				...newCtx,
			},
		});
		if (isAsync(result)) {
			return result.then((result) => {
				return {
					status: "valid",
					value: result.status === "valid"
						? result.value
						: this._def.catchValue({
							get error() {
								return new ZodError(newCtx.common.issues);
							},
							input: newCtx.data,
						}),
				};
			});
		}
		else {
			return {
				status: "valid",
				value: result.status === "valid"
					? result.value
					: this._def.catchValue({
						get error() {
							return new ZodError(newCtx.common.issues);
						},
						input: newCtx.data,
					}),
			};
		}
	}
	removeCatch() {
		return this._def.innerType;
	}
}
ZodCatch.create = (type, params) => {
	return new ZodCatch({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodCatch,
		catchValue: typeof params.catch === "function" ? params.catch : () => params.catch,
		...processCreateParams(params),
	});
};
class ZodNaN extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.nan) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.nan,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return { status: "valid", value: input.data };
	}
}
ZodNaN.create = (params) => {
	return new ZodNaN({
		typeName: ZodFirstPartyTypeKind.ZodNaN,
		...processCreateParams(params),
	});
};
const BRAND = Symbol("zod_brand");
class ZodBranded extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const data = ctx.data;
		return this._def.type._parse({
			data,
			path: ctx.path,
			parent: ctx,
		});
	}
	unwrap() {
		return this._def.type;
	}
}
class ZodPipeline extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.common.async) {
			const handleAsync = async () => {
				const inResult = await this._def.in._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (inResult.status === "aborted")
					return parseUtil_INVALID;
				if (inResult.status === "dirty") {
					status.dirty();
					return DIRTY(inResult.value);
				}
				else {
					return this._def.out._parseAsync({
						data: inResult.value,
						path: ctx.path,
						parent: ctx,
					});
				}
			};
			return handleAsync();
		}
		else {
			const inResult = this._def.in._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
			if (inResult.status === "aborted")
				return parseUtil_INVALID;
			if (inResult.status === "dirty") {
				status.dirty();
				return {
					status: "dirty",
					value: inResult.value,
				};
			}
			else {
				return this._def.out._parseSync({
					data: inResult.value,
					path: ctx.path,
					parent: ctx,
				});
			}
		}
	}
	static create(a, b) {
		return new ZodPipeline({
			in: a,
			out: b,
			typeName: ZodFirstPartyTypeKind.ZodPipeline,
		});
	}
}
class ZodReadonly extends ZodType {
	_parse(input) {
		const result = this._def.innerType._parse(input);
		const freeze = (data) => {
			if (isValid(data)) {
				data.value = Object.freeze(data.value);
			}
			return data;
		};
		return isAsync(result) ? result.then((data) => freeze(data)) : freeze(result);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodReadonly.create = (type, params) => {
	return new ZodReadonly({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodReadonly,
		...processCreateParams(params),
	});
};
function cleanParams(params, data) {
	const p = typeof params === "function" ? params(data) : typeof params === "string" ? { message: params } : params;
	const p2 = typeof p === "string" ? { message: p } : p;
	return p2;
}
function custom(check, _params = {},
fatal) {
	if (check)
		return ZodAny.create().superRefine((data, ctx) => {
			const r = check(data);
			if (r instanceof Promise) {
				return r.then((r) => {
					if (!r) {
						const params = cleanParams(_params, data);
						const _fatal = params.fatal ?? fatal ?? true;
						ctx.addIssue({ code: "custom", ...params, fatal: _fatal });
					}
				});
			}
			if (!r) {
				const params = cleanParams(_params, data);
				const _fatal = params.fatal ?? fatal ?? true;
				ctx.addIssue({ code: "custom", ...params, fatal: _fatal });
			}
			return;
		});
	return ZodAny.create();
}
const late = {
	object: ZodObject.lazycreate,
};
var ZodFirstPartyTypeKind;
(function (ZodFirstPartyTypeKind) {
	ZodFirstPartyTypeKind["ZodString"] = "ZodString";
	ZodFirstPartyTypeKind["ZodNumber"] = "ZodNumber";
	ZodFirstPartyTypeKind["ZodNaN"] = "ZodNaN";
	ZodFirstPartyTypeKind["ZodBigInt"] = "ZodBigInt";
	ZodFirstPartyTypeKind["ZodBoolean"] = "ZodBoolean";
	ZodFirstPartyTypeKind["ZodDate"] = "ZodDate";
	ZodFirstPartyTypeKind["ZodSymbol"] = "ZodSymbol";
	ZodFirstPartyTypeKind["ZodUndefined"] = "ZodUndefined";
	ZodFirstPartyTypeKind["ZodNull"] = "ZodNull";
	ZodFirstPartyTypeKind["ZodAny"] = "ZodAny";
	ZodFirstPartyTypeKind["ZodUnknown"] = "ZodUnknown";
	ZodFirstPartyTypeKind["ZodNever"] = "ZodNever";
	ZodFirstPartyTypeKind["ZodVoid"] = "ZodVoid";
	ZodFirstPartyTypeKind["ZodArray"] = "ZodArray";
	ZodFirstPartyTypeKind["ZodObject"] = "ZodObject";
	ZodFirstPartyTypeKind["ZodUnion"] = "ZodUnion";
	ZodFirstPartyTypeKind["ZodDiscriminatedUnion"] = "ZodDiscriminatedUnion";
	ZodFirstPartyTypeKind["ZodIntersection"] = "ZodIntersection";
	ZodFirstPartyTypeKind["ZodTuple"] = "ZodTuple";
	ZodFirstPartyTypeKind["ZodRecord"] = "ZodRecord";
	ZodFirstPartyTypeKind["ZodMap"] = "ZodMap";
	ZodFirstPartyTypeKind["ZodSet"] = "ZodSet";
	ZodFirstPartyTypeKind["ZodFunction"] = "ZodFunction";
	ZodFirstPartyTypeKind["ZodLazy"] = "ZodLazy";
	ZodFirstPartyTypeKind["ZodLiteral"] = "ZodLiteral";
	ZodFirstPartyTypeKind["ZodEnum"] = "ZodEnum";
	ZodFirstPartyTypeKind["ZodEffects"] = "ZodEffects";
	ZodFirstPartyTypeKind["ZodNativeEnum"] = "ZodNativeEnum";
	ZodFirstPartyTypeKind["ZodOptional"] = "ZodOptional";
	ZodFirstPartyTypeKind["ZodNullable"] = "ZodNullable";
	ZodFirstPartyTypeKind["ZodDefault"] = "ZodDefault";
	ZodFirstPartyTypeKind["ZodCatch"] = "ZodCatch";
	ZodFirstPartyTypeKind["ZodPromise"] = "ZodPromise";
	ZodFirstPartyTypeKind["ZodBranded"] = "ZodBranded";
	ZodFirstPartyTypeKind["ZodPipeline"] = "ZodPipeline";
	ZodFirstPartyTypeKind["ZodReadonly"] = "ZodReadonly";
})(ZodFirstPartyTypeKind || (ZodFirstPartyTypeKind = {}));
class Class {
	constructor(..._) { }
}
const instanceOfType = (
cls, params = {
	message: `Input not instance of ${cls.name}`,
}) => custom((data) => data instanceof cls, params);
const stringType = ZodString.create;
const numberType = ZodNumber.create;
const nanType = ZodNaN.create;
const bigIntType = ZodBigInt.create;
const booleanType = ZodBoolean.create;
const dateType = ZodDate.create;
const symbolType = ZodSymbol.create;
const undefinedType = ZodUndefined.create;
const nullType = ZodNull.create;
const anyType = ZodAny.create;
const unknownType = ZodUnknown.create;
const neverType = ZodNever.create;
const voidType = ZodVoid.create;
const arrayType = ZodArray.create;
const objectType = ZodObject.create;
const strictObjectType = ZodObject.strictCreate;
const unionType = ZodUnion.create;
const discriminatedUnionType = ZodDiscriminatedUnion.create;
const intersectionType = ZodIntersection.create;
const tupleType = ZodTuple.create;
const recordType = ZodRecord.create;
const mapType = ZodMap.create;
const setType = ZodSet.create;
const functionType = ZodFunction.create;
const lazyType = ZodLazy.create;
const literalType = ZodLiteral.create;
const enumType = ZodEnum.create;
const nativeEnumType = ZodNativeEnum.create;
const promiseType = ZodPromise.create;
const effectsType = ZodEffects.create;
const optionalType = ZodOptional.create;
const nullableType = ZodNullable.create;
const preprocessType = ZodEffects.createWithPreprocess;
const pipelineType = ZodPipeline.create;
const ostring = () => stringType().optional();
const onumber = () => numberType().optional();
const oboolean = () => booleanType().optional();
const coerce = {
	string: ((arg) => ZodString.create({ ...arg, coerce: true })),
	number: ((arg) => ZodNumber.create({ ...arg, coerce: true })),
	boolean: ((arg) => ZodBoolean.create({
		...arg,
		coerce: true,
	})),
	bigint: ((arg) => ZodBigInt.create({ ...arg, coerce: true })),
	date: ((arg) => ZodDate.create({ ...arg, coerce: true })),
};
const NEVER = ( null && (INVALID));
;
var Edge;
(function (Edge) {
	Edge[Edge["EXTEND"] = 1] = "EXTEND";
	Edge[Edge["WRAP"] = 2] = "WRAP";
	Edge[Edge["CROP"] = 3] = "CROP";
})(Edge || (Edge = {}));
const JimpClassSchema = objectType({
	bitmap: objectType({
		data: unionType([instanceOfType(Buffer), instanceOfType(Uint8Array)]),
		width: numberType(),
		height: numberType(),
	}),
});
;
function _typeof(obj) {
	"@babel/helpers - typeof";
	return _typeof = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function (obj) {
	return typeof obj;
	} : function (obj) {
	return obj && "function" == typeof Symbol && obj.constructor === Symbol && obj !== Symbol.prototype ? "symbol" : typeof obj;
	}, _typeof(obj);
}
var trimLeft = /^\s+/;
var trimRight = /\s+$/;
function tinycolor(color, opts) {
	color = color ? color : "";
	opts = opts || {};
	if (color instanceof tinycolor) {
	return color;
	}
	if (!(this instanceof tinycolor)) {
	return new tinycolor(color, opts);
	}
	var rgb = inputToRGB(color);
	this._originalInput = color, this._r = rgb.r, this._g = rgb.g, this._b = rgb.b, this._a = rgb.a, this._roundA = Math.round(100 * this._a) / 100, this._format = opts.format || rgb.format;
	this._gradientType = opts.gradientType;
	if (this._r < 1) this._r = Math.round(this._r);
	if (this._g < 1) this._g = Math.round(this._g);
	if (this._b < 1) this._b = Math.round(this._b);
	this._ok = rgb.ok;
}
tinycolor.prototype = {
	isDark: function isDark() {
	return this.getBrightness() < 128;
	},
	isLight: function isLight() {
	return !this.isDark();
	},
	isValid: function isValid() {
	return this._ok;
	},
	getOriginalInput: function getOriginalInput() {
	return this._originalInput;
	},
	getFormat: function getFormat() {
	return this._format;
	},
	getAlpha: function getAlpha() {
	return this._a;
	},
	getBrightness: function getBrightness() {
	var rgb = this.toRgb();
	return (rgb.r * 299 + rgb.g * 587 + rgb.b * 114) / 1000;
	},
	getLuminance: function getLuminance() {
	var rgb = this.toRgb();
	var RsRGB, GsRGB, BsRGB, R, G, B;
	RsRGB = rgb.r / 255;
	GsRGB = rgb.g / 255;
	BsRGB = rgb.b / 255;
	if (RsRGB <= 0.03928) R = RsRGB / 12.92;else R = Math.pow((RsRGB + 0.055) / 1.055, 2.4);
	if (GsRGB <= 0.03928) G = GsRGB / 12.92;else G = Math.pow((GsRGB + 0.055) / 1.055, 2.4);
	if (BsRGB <= 0.03928) B = BsRGB / 12.92;else B = Math.pow((BsRGB + 0.055) / 1.055, 2.4);
	return 0.2126 * R + 0.7152 * G + 0.0722 * B;
	},
	setAlpha: function setAlpha(value) {
	this._a = boundAlpha(value);
	this._roundA = Math.round(100 * this._a) / 100;
	return this;
	},
	toHsv: function toHsv() {
	var hsv = rgbToHsv(this._r, this._g, this._b);
	return {
		h: hsv.h * 360,
		s: hsv.s,
		v: hsv.v,
		a: this._a
	};
	},
	toHsvString: function toHsvString() {
	var hsv = rgbToHsv(this._r, this._g, this._b);
	var h = Math.round(hsv.h * 360),
		s = Math.round(hsv.s * 100),
		v = Math.round(hsv.v * 100);
	return this._a == 1 ? "hsv(" + h + ", " + s + "%, " + v + "%)" : "hsva(" + h + ", " + s + "%, " + v + "%, " + this._roundA + ")";
	},
	toHsl: function toHsl() {
	var hsl = rgbToHsl(this._r, this._g, this._b);
	return {
		h: hsl.h * 360,
		s: hsl.s,
		l: hsl.l,
		a: this._a
	};
	},
	toHslString: function toHslString() {
	var hsl = rgbToHsl(this._r, this._g, this._b);
	var h = Math.round(hsl.h * 360),
		s = Math.round(hsl.s * 100),
		l = Math.round(hsl.l * 100);
	return this._a == 1 ? "hsl(" + h + ", " + s + "%, " + l + "%)" : "hsla(" + h + ", " + s + "%, " + l + "%, " + this._roundA + ")";
	},
	toHex: function toHex(allow3Char) {
	return rgbToHex(this._r, this._g, this._b, allow3Char);
	},
	toHexString: function toHexString(allow3Char) {
	return "#" + this.toHex(allow3Char);
	},
	toHex8: function toHex8(allow4Char) {
	return rgbaToHex(this._r, this._g, this._b, this._a, allow4Char);
	},
	toHex8String: function toHex8String(allow4Char) {
	return "#" + this.toHex8(allow4Char);
	},
	toRgb: function toRgb() {
	return {
		r: Math.round(this._r),
		g: Math.round(this._g),
		b: Math.round(this._b),
		a: this._a
	};
	},
	toRgbString: function toRgbString() {
	return this._a == 1 ? "rgb(" + Math.round(this._r) + ", " + Math.round(this._g) + ", " + Math.round(this._b) + ")" : "rgba(" + Math.round(this._r) + ", " + Math.round(this._g) + ", " + Math.round(this._b) + ", " + this._roundA + ")";
	},
	toPercentageRgb: function toPercentageRgb() {
	return {
		r: Math.round(bound01(this._r, 255) * 100) + "%",
		g: Math.round(bound01(this._g, 255) * 100) + "%",
		b: Math.round(bound01(this._b, 255) * 100) + "%",
		a: this._a
	};
	},
	toPercentageRgbString: function toPercentageRgbString() {
	return this._a == 1 ? "rgb(" + Math.round(bound01(this._r, 255) * 100) + "%, " + Math.round(bound01(this._g, 255) * 100) + "%, " + Math.round(bound01(this._b, 255) * 100) + "%)" : "rgba(" + Math.round(bound01(this._r, 255) * 100) + "%, " + Math.round(bound01(this._g, 255) * 100) + "%, " + Math.round(bound01(this._b, 255) * 100) + "%, " + this._roundA + ")";
	},
	toName: function toName() {
	if (this._a === 0) {
		return "transparent";
	}
	if (this._a < 1) {
		return false;
	}
	return hexNames[rgbToHex(this._r, this._g, this._b, true)] || false;
	},
	toFilter: function toFilter(secondColor) {
	var hex8String = "#" + rgbaToArgbHex(this._r, this._g, this._b, this._a);
	var secondHex8String = hex8String;
	var gradientType = this._gradientType ? "GradientType = 1, " : "";
	if (secondColor) {
		var s = tinycolor(secondColor);
		secondHex8String = "#" + rgbaToArgbHex(s._r, s._g, s._b, s._a);
	}
	return "progid:DXImageTransform.Microsoft.gradient(" + gradientType + "startColorstr=" + hex8String + ",endColorstr=" + secondHex8String + ")";
	},
	toString: function toString(format) {
	var formatSet = !!format;
	format = format || this._format;
	var formattedString = false;
	var hasAlpha = this._a < 1 && this._a >= 0;
	var needsAlphaFormat = !formatSet && hasAlpha && (format === "hex" || format === "hex6" || format === "hex3" || format === "hex4" || format === "hex8" || format === "name");
	if (needsAlphaFormat) {
		if (format === "name" && this._a === 0) {
		return this.toName();
		}
		return this.toRgbString();
	}
	if (format === "rgb") {
		formattedString = this.toRgbString();
	}
	if (format === "prgb") {
		formattedString = this.toPercentageRgbString();
	}
	if (format === "hex" || format === "hex6") {
		formattedString = this.toHexString();
	}
	if (format === "hex3") {
		formattedString = this.toHexString(true);
	}
	if (format === "hex4") {
		formattedString = this.toHex8String(true);
	}
	if (format === "hex8") {
		formattedString = this.toHex8String();
	}
	if (format === "name") {
		formattedString = this.toName();
	}
	if (format === "hsl") {
		formattedString = this.toHslString();
	}
	if (format === "hsv") {
		formattedString = this.toHsvString();
	}
	return formattedString || this.toHexString();
	},
	clone: function clone() {
	return tinycolor(this.toString());
	},
	_applyModification: function _applyModification(fn, args) {
	var color = fn.apply(null, [this].concat([].slice.call(args)));
	this._r = color._r;
	this._g = color._g;
	this._b = color._b;
	this.setAlpha(color._a);
	return this;
	},
	lighten: function lighten() {
	return this._applyModification(_lighten, arguments);
	},
	brighten: function brighten() {
	return this._applyModification(_brighten, arguments);
	},
	darken: function darken() {
	return this._applyModification(_darken, arguments);
	},
	desaturate: function desaturate() {
	return this._applyModification(_desaturate, arguments);
	},
	saturate: function saturate() {
	return this._applyModification(_saturate, arguments);
	},
	greyscale: function greyscale() {
	return this._applyModification(_greyscale, arguments);
	},
	spin: function spin() {
	return this._applyModification(_spin, arguments);
	},
	_applyCombination: function _applyCombination(fn, args) {
	return fn.apply(null, [this].concat([].slice.call(args)));
	},
	analogous: function analogous() {
	return this._applyCombination(_analogous, arguments);
	},
	complement: function complement() {
	return this._applyCombination(_complement, arguments);
	},
	monochromatic: function monochromatic() {
	return this._applyCombination(_monochromatic, arguments);
	},
	splitcomplement: function splitcomplement() {
	return this._applyCombination(_splitcomplement, arguments);
	},
	triad: function triad() {
	return this._applyCombination(polyad, [3]);
	},
	tetrad: function tetrad() {
	return this._applyCombination(polyad, [4]);
	}
};
tinycolor.fromRatio = function (color, opts) {
	if (_typeof(color) == "object") {
	var newColor = {};
	for (var i in color) {
		if (color.hasOwnProperty(i)) {
		if (i === "a") {
			newColor[i] = color[i];
		} else {
			newColor[i] = convertToPercentage(color[i]);
		}
		}
	}
	color = newColor;
	}
	return tinycolor(color, opts);
};
function inputToRGB(color) {
	var rgb = {
	r: 0,
	g: 0,
	b: 0
	};
	var a = 1;
	var s = null;
	var v = null;
	var l = null;
	var ok = false;
	var format = false;
	if (typeof color == "string") {
	color = stringInputToObject(color);
	}
	if (_typeof(color) == "object") {
	if (isValidCSSUnit(color.r) && isValidCSSUnit(color.g) && isValidCSSUnit(color.b)) {
		rgb = rgbToRgb(color.r, color.g, color.b);
		ok = true;
		format = String(color.r).substr(-1) === "%" ? "prgb" : "rgb";
	} else if (isValidCSSUnit(color.h) && isValidCSSUnit(color.s) && isValidCSSUnit(color.v)) {
		s = convertToPercentage(color.s);
		v = convertToPercentage(color.v);
		rgb = hsvToRgb(color.h, s, v);
		ok = true;
		format = "hsv";
	} else if (isValidCSSUnit(color.h) && isValidCSSUnit(color.s) && isValidCSSUnit(color.l)) {
		s = convertToPercentage(color.s);
		l = convertToPercentage(color.l);
		rgb = hslToRgb(color.h, s, l);
		ok = true;
		format = "hsl";
	}
	if (color.hasOwnProperty("a")) {
		a = color.a;
	}
	}
	a = boundAlpha(a);
	return {
	ok: ok,
	format: color.format || format,
	r: Math.min(255, Math.max(rgb.r, 0)),
	g: Math.min(255, Math.max(rgb.g, 0)),
	b: Math.min(255, Math.max(rgb.b, 0)),
	a: a
	};
}
function rgbToRgb(r, g, b) {
	return {
	r: bound01(r, 255) * 255,
	g: bound01(g, 255) * 255,
	b: bound01(b, 255) * 255
	};
}
function rgbToHsl(r, g, b) {
	r = bound01(r, 255);
	g = bound01(g, 255);
	b = bound01(b, 255);
	var max = Math.max(r, g, b),
	min = Math.min(r, g, b);
	var h,
	s,
	l = (max + min) / 2;
	if (max == min) {
	h = s = 0;
	} else {
	var d = max - min;
	s = l > 0.5 ? d / (2 - max - min) : d / (max + min);
	switch (max) {
		case r:
		h = (g - b) / d + (g < b ? 6 : 0);
		break;
		case g:
		h = (b - r) / d + 2;
		break;
		case b:
		h = (r - g) / d + 4;
		break;
	}
	h /= 6;
	}
	return {
	h: h,
	s: s,
	l: l
	};
}
function hslToRgb(h, s, l) {
	var r, g, b;
	h = bound01(h, 360);
	s = bound01(s, 100);
	l = bound01(l, 100);
	function hue2rgb(p, q, t) {
	if (t < 0) t += 1;
	if (t > 1) t -= 1;
	if (t < 1 / 6) return p + (q - p) * 6 * t;
	if (t < 1 / 2) return q;
	if (t < 2 / 3) return p + (q - p) * (2 / 3 - t) * 6;
	return p;
	}
	if (s === 0) {
	r = g = b = l;
	} else {
	var q = l < 0.5 ? l * (1 + s) : l + s - l * s;
	var p = 2 * l - q;
	r = hue2rgb(p, q, h + 1 / 3);
	g = hue2rgb(p, q, h);
	b = hue2rgb(p, q, h - 1 / 3);
	}
	return {
	r: r * 255,
	g: g * 255,
	b: b * 255
	};
}
function rgbToHsv(r, g, b) {
	r = bound01(r, 255);
	g = bound01(g, 255);
	b = bound01(b, 255);
	var max = Math.max(r, g, b),
	min = Math.min(r, g, b);
	var h,
	s,
	v = max;
	var d = max - min;
	s = max === 0 ? 0 : d / max;
	if (max == min) {
	h = 0;
	} else {
	switch (max) {
		case r:
		h = (g - b) / d + (g < b ? 6 : 0);
		break;
		case g:
		h = (b - r) / d + 2;
		break;
		case b:
		h = (r - g) / d + 4;
		break;
	}
	h /= 6;
	}
	return {
	h: h,
	s: s,
	v: v
	};
}
function hsvToRgb(h, s, v) {
	h = bound01(h, 360) * 6;
	s = bound01(s, 100);
	v = bound01(v, 100);
	var i = Math.floor(h),
	f = h - i,
	p = v * (1 - s),
	q = v * (1 - f * s),
	t = v * (1 - (1 - f) * s),
	mod = i % 6,
	r = [v, q, p, p, t, v][mod],
	g = [t, v, v, q, p, p][mod],
	b = [p, p, t, v, v, q][mod];
	return {
	r: r * 255,
	g: g * 255,
	b: b * 255
	};
}
function rgbToHex(r, g, b, allow3Char) {
	var hex = [pad2(Math.round(r).toString(16)), pad2(Math.round(g).toString(16)), pad2(Math.round(b).toString(16))];
	if (allow3Char && hex[0].charAt(0) == hex[0].charAt(1) && hex[1].charAt(0) == hex[1].charAt(1) && hex[2].charAt(0) == hex[2].charAt(1)) {
	return hex[0].charAt(0) + hex[1].charAt(0) + hex[2].charAt(0);
	}
	return hex.join("");
}
function rgbaToHex(r, g, b, a, allow4Char) {
	var hex = [pad2(Math.round(r).toString(16)), pad2(Math.round(g).toString(16)), pad2(Math.round(b).toString(16)), pad2(convertDecimalToHex(a))];
	if (allow4Char && hex[0].charAt(0) == hex[0].charAt(1) && hex[1].charAt(0) == hex[1].charAt(1) && hex[2].charAt(0) == hex[2].charAt(1) && hex[3].charAt(0) == hex[3].charAt(1)) {
	return hex[0].charAt(0) + hex[1].charAt(0) + hex[2].charAt(0) + hex[3].charAt(0);
	}
	return hex.join("");
}
function rgbaToArgbHex(r, g, b, a) {
	var hex = [pad2(convertDecimalToHex(a)), pad2(Math.round(r).toString(16)), pad2(Math.round(g).toString(16)), pad2(Math.round(b).toString(16))];
	return hex.join("");
}
tinycolor.equals = function (color1, color2) {
	if (!color1 || !color2) return false;
	return tinycolor(color1).toRgbString() == tinycolor(color2).toRgbString();
};
tinycolor.random = function () {
	return tinycolor.fromRatio({
	r: Math.random(),
	g: Math.random(),
	b: Math.random()
	});
};
function _desaturate(color, amount) {
	amount = amount === 0 ? 0 : amount || 10;
	var hsl = tinycolor(color).toHsl();
	hsl.s -= amount / 100;
	hsl.s = clamp01(hsl.s);
	return tinycolor(hsl);
}
function _saturate(color, amount) {
	amount = amount === 0 ? 0 : amount || 10;
	var hsl = tinycolor(color).toHsl();
	hsl.s += amount / 100;
	hsl.s = clamp01(hsl.s);
	return tinycolor(hsl);
}
function _greyscale(color) {
	return tinycolor(color).desaturate(100);
}
function _lighten(color, amount) {
	amount = amount === 0 ? 0 : amount || 10;
	var hsl = tinycolor(color).toHsl();
	hsl.l += amount / 100;
	hsl.l = clamp01(hsl.l);
	return tinycolor(hsl);
}
function _brighten(color, amount) {
	amount = amount === 0 ? 0 : amount || 10;
	var rgb = tinycolor(color).toRgb();
	rgb.r = Math.max(0, Math.min(255, rgb.r - Math.round(255 * -(amount / 100))));
	rgb.g = Math.max(0, Math.min(255, rgb.g - Math.round(255 * -(amount / 100))));
	rgb.b = Math.max(0, Math.min(255, rgb.b - Math.round(255 * -(amount / 100))));
	return tinycolor(rgb);
}
function _darken(color, amount) {
	amount = amount === 0 ? 0 : amount || 10;
	var hsl = tinycolor(color).toHsl();
	hsl.l -= amount / 100;
	hsl.l = clamp01(hsl.l);
	return tinycolor(hsl);
}
function _spin(color, amount) {
	var hsl = tinycolor(color).toHsl();
	var hue = (hsl.h + amount) % 360;
	hsl.h = hue < 0 ? 360 + hue : hue;
	return tinycolor(hsl);
}
function _complement(color) {
	var hsl = tinycolor(color).toHsl();
	hsl.h = (hsl.h + 180) % 360;
	return tinycolor(hsl);
}
function polyad(color, number) {
	if (isNaN(number) || number <= 0) {
	throw new Error("Argument to polyad must be a positive number");
	}
	var hsl = tinycolor(color).toHsl();
	var result = [tinycolor(color)];
	var step = 360 / number;
	for (var i = 1; i < number; i++) {
	result.push(tinycolor({
		h: (hsl.h + i * step) % 360,
		s: hsl.s,
		l: hsl.l
	}));
	}
	return result;
}
function _splitcomplement(color) {
	var hsl = tinycolor(color).toHsl();
	var h = hsl.h;
	return [tinycolor(color), tinycolor({
	h: (h + 72) % 360,
	s: hsl.s,
	l: hsl.l
	}), tinycolor({
	h: (h + 216) % 360,
	s: hsl.s,
	l: hsl.l
	})];
}
function _analogous(color, results, slices) {
	results = results || 6;
	slices = slices || 30;
	var hsl = tinycolor(color).toHsl();
	var part = 360 / slices;
	var ret = [tinycolor(color)];
	for (hsl.h = (hsl.h - (part * results >> 1) + 720) % 360; --results;) {
	hsl.h = (hsl.h + part) % 360;
	ret.push(tinycolor(hsl));
	}
	return ret;
}
function _monochromatic(color, results) {
	results = results || 6;
	var hsv = tinycolor(color).toHsv();
	var h = hsv.h,
	s = hsv.s,
	v = hsv.v;
	var ret = [];
	var modification = 1 / results;
	while (results--) {
	ret.push(tinycolor({
		h: h,
		s: s,
		v: v
	}));
	v = (v + modification) % 1;
	}
	return ret;
}
tinycolor.mix = function (color1, color2, amount) {
	amount = amount === 0 ? 0 : amount || 50;
	var rgb1 = tinycolor(color1).toRgb();
	var rgb2 = tinycolor(color2).toRgb();
	var p = amount / 100;
	var rgba = {
	r: (rgb2.r - rgb1.r) * p + rgb1.r,
	g: (rgb2.g - rgb1.g) * p + rgb1.g,
	b: (rgb2.b - rgb1.b) * p + rgb1.b,
	a: (rgb2.a - rgb1.a) * p + rgb1.a
	};
	return tinycolor(rgba);
};
tinycolor.readability = function (color1, color2) {
	var c1 = tinycolor(color1);
	var c2 = tinycolor(color2);
	return (Math.max(c1.getLuminance(), c2.getLuminance()) + 0.05) / (Math.min(c1.getLuminance(), c2.getLuminance()) + 0.05);
};
tinycolor.isReadable = function (color1, color2, wcag2) {
	var readability = tinycolor.readability(color1, color2);
	var wcag2Parms, out;
	out = false;
	wcag2Parms = validateWCAG2Parms(wcag2);
	switch (wcag2Parms.level + wcag2Parms.size) {
	case "AAsmall":
	case "AAAlarge":
		out = readability >= 4.5;
		break;
	case "AAlarge":
		out = readability >= 3;
		break;
	case "AAAsmall":
		out = readability >= 7;
		break;
	}
	return out;
};
tinycolor.mostReadable = function (baseColor, colorList, args) {
	var bestColor = null;
	var bestScore = 0;
	var readability;
	var includeFallbackColors, level, size;
	args = args || {};
	includeFallbackColors = args.includeFallbackColors;
	level = args.level;
	size = args.size;
	for (var i = 0; i < colorList.length; i++) {
	readability = tinycolor.readability(baseColor, colorList[i]);
	if (readability > bestScore) {
		bestScore = readability;
		bestColor = tinycolor(colorList[i]);
	}
	}
	if (tinycolor.isReadable(baseColor, bestColor, {
	level: level,
	size: size
	}) || !includeFallbackColors) {
	return bestColor;
	} else {
	args.includeFallbackColors = false;
	return tinycolor.mostReadable(baseColor, ["#fff", "#000"], args);
	}
};
var names = tinycolor.names = {
	aliceblue: "f0f8ff",
	antiquewhite: "faebd7",
	aqua: "0ff",
	aquamarine: "7fffd4",
	azure: "f0ffff",
	beige: "f5f5dc",
	bisque: "ffe4c4",
	black: "000",
	blanchedalmond: "ffebcd",
	blue: "00f",
	blueviolet: "8a2be2",
	brown: "a52a2a",
	burlywood: "deb887",
	burntsienna: "ea7e5d",
	cadetblue: "5f9ea0",
	chartreuse: "7fff00",
	chocolate: "d2691e",
	coral: "ff7f50",
	cornflowerblue: "6495ed",
	cornsilk: "fff8dc",
	crimson: "dc143c",
	cyan: "0ff",
	darkblue: "00008b",
	darkcyan: "008b8b",
	darkgoldenrod: "b8860b",
	darkgray: "a9a9a9",
	darkgreen: "006400",
	darkgrey: "a9a9a9",
	darkkhaki: "bdb76b",
	darkmagenta: "8b008b",
	darkolivegreen: "556b2f",
	darkorange: "ff8c00",
	darkorchid: "9932cc",
	darkred: "8b0000",
	darksalmon: "e9967a",
	darkseagreen: "8fbc8f",
	darkslateblue: "483d8b",
	darkslategray: "2f4f4f",
	darkslategrey: "2f4f4f",
	darkturquoise: "00ced1",
	darkviolet: "9400d3",
	deeppink: "ff1493",
	deepskyblue: "00bfff",
	dimgray: "696969",
	dimgrey: "696969",
	dodgerblue: "1e90ff",
	firebrick: "b22222",
	floralwhite: "fffaf0",
	forestgreen: "228b22",
	fuchsia: "f0f",
	gainsboro: "dcdcdc",
	ghostwhite: "f8f8ff",
	gold: "ffd700",
	goldenrod: "daa520",
	gray: "808080",
	green: "008000",
	greenyellow: "adff2f",
	grey: "808080",
	honeydew: "f0fff0",
	hotpink: "ff69b4",
	indianred: "cd5c5c",
	indigo: "4b0082",
	ivory: "fffff0",
	khaki: "f0e68c",
	lavender: "e6e6fa",
	lavenderblush: "fff0f5",
	lawngreen: "7cfc00",
	lemonchiffon: "fffacd",
	lightblue: "add8e6",
	lightcoral: "f08080",
	lightcyan: "e0ffff",
	lightgoldenrodyellow: "fafad2",
	lightgray: "d3d3d3",
	lightgreen: "90ee90",
	lightgrey: "d3d3d3",
	lightpink: "ffb6c1",
	lightsalmon: "ffa07a",
	lightseagreen: "20b2aa",
	lightskyblue: "87cefa",
	lightslategray: "789",
	lightslategrey: "789",
	lightsteelblue: "b0c4de",
	lightyellow: "ffffe0",
	lime: "0f0",
	limegreen: "32cd32",
	linen: "faf0e6",
	magenta: "f0f",
	maroon: "800000",
	mediumaquamarine: "66cdaa",
	mediumblue: "0000cd",
	mediumorchid: "ba55d3",
	mediumpurple: "9370db",
	mediumseagreen: "3cb371",
	mediumslateblue: "7b68ee",
	mediumspringgreen: "00fa9a",
	mediumturquoise: "48d1cc",
	mediumvioletred: "c71585",
	midnightblue: "191970",
	mintcream: "f5fffa",
	mistyrose: "ffe4e1",
	moccasin: "ffe4b5",
	navajowhite: "ffdead",
	navy: "000080",
	oldlace: "fdf5e6",
	olive: "808000",
	olivedrab: "6b8e23",
	orange: "ffa500",
	orangered: "ff4500",
	orchid: "da70d6",
	palegoldenrod: "eee8aa",
	palegreen: "98fb98",
	paleturquoise: "afeeee",
	palevioletred: "db7093",
	papayawhip: "ffefd5",
	peachpuff: "ffdab9",
	peru: "cd853f",
	pink: "ffc0cb",
	plum: "dda0dd",
	powderblue: "b0e0e6",
	purple: "800080",
	rebeccapurple: "663399",
	red: "f00",
	rosybrown: "bc8f8f",
	royalblue: "4169e1",
	saddlebrown: "8b4513",
	salmon: "fa8072",
	sandybrown: "f4a460",
	seagreen: "2e8b57",
	seashell: "fff5ee",
	sienna: "a0522d",
	silver: "c0c0c0",
	skyblue: "87ceeb",
	slateblue: "6a5acd",
	slategray: "708090",
	slategrey: "708090",
	snow: "fffafa",
	springgreen: "00ff7f",
	steelblue: "4682b4",
	tan: "d2b48c",
	teal: "008080",
	thistle: "d8bfd8",
	tomato: "ff6347",
	turquoise: "40e0d0",
	violet: "ee82ee",
	wheat: "f5deb3",
	white: "fff",
	whitesmoke: "f5f5f5",
	yellow: "ff0",
	yellowgreen: "9acd32"
};
var hexNames = tinycolor.hexNames = flip(names);
function flip(o) {
	var flipped = {};
	for (var i in o) {
	if (o.hasOwnProperty(i)) {
		flipped[o[i]] = i;
	}
	}
	return flipped;
}
function boundAlpha(a) {
	a = parseFloat(a);
	if (isNaN(a) || a < 0 || a > 1) {
	a = 1;
	}
	return a;
}
function bound01(n, max) {
	if (isOnePointZero(n)) n = "100%";
	var processPercent = isPercentage(n);
	n = Math.min(max, Math.max(0, parseFloat(n)));
	if (processPercent) {
	n = parseInt(n * max, 10) / 100;
	}
	if (Math.abs(n - max) < 0.000001) {
	return 1;
	}
	return n % max / parseFloat(max);
}
function clamp01(val) {
	return Math.min(1, Math.max(0, val));
}
function parseIntFromHex(val) {
	return parseInt(val, 16);
}
function isOnePointZero(n) {
	return typeof n == "string" && n.indexOf(".") != -1 && parseFloat(n) === 1;
}
function isPercentage(n) {
	return typeof n === "string" && n.indexOf("%") != -1;
}
function pad2(c) {
	return c.length == 1 ? "0" + c : "" + c;
}
function convertToPercentage(n) {
	if (n <= 1) {
	n = n * 100 + "%";
	}
	return n;
}
function convertDecimalToHex(d) {
	return Math.round(parseFloat(d) * 255).toString(16);
}
function convertHexToDecimal(h) {
	return parseIntFromHex(h) / 255;
}
var matchers = function () {
	var CSS_INTEGER = "[-\\+]?\\d+%?";
	var CSS_NUMBER = "[-\\+]?\\d*\\.\\d+%?";
	var CSS_UNIT = "(?:" + CSS_NUMBER + ")|(?:" + CSS_INTEGER + ")";
	var PERMISSIVE_MATCH3 = "[\\s|\\(]+(" + CSS_UNIT + ")[,|\\s]+(" + CSS_UNIT + ")[,|\\s]+(" + CSS_UNIT + ")\\s*\\)?";
	var PERMISSIVE_MATCH4 = "[\\s|\\(]+(" + CSS_UNIT + ")[,|\\s]+(" + CSS_UNIT + ")[,|\\s]+(" + CSS_UNIT + ")[,|\\s]+(" + CSS_UNIT + ")\\s*\\)?";
	return {
	CSS_UNIT: new RegExp(CSS_UNIT),
	rgb: new RegExp("rgb" + PERMISSIVE_MATCH3),
	rgba: new RegExp("rgba" + PERMISSIVE_MATCH4),
	hsl: new RegExp("hsl" + PERMISSIVE_MATCH3),
	hsla: new RegExp("hsla" + PERMISSIVE_MATCH4),
	hsv: new RegExp("hsv" + PERMISSIVE_MATCH3),
	hsva: new RegExp("hsva" + PERMISSIVE_MATCH4),
	hex3: /^#?([0-9a-fA-F]{1})([0-9a-fA-F]{1})([0-9a-fA-F]{1})$/,
	hex6: /^#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})$/,
	hex4: /^#?([0-9a-fA-F]{1})([0-9a-fA-F]{1})([0-9a-fA-F]{1})([0-9a-fA-F]{1})$/,
	hex8: /^#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})$/
	};
}();
function isValidCSSUnit(color) {
	return !!matchers.CSS_UNIT.exec(color);
}
function stringInputToObject(color) {
	color = color.replace(trimLeft, "").replace(trimRight, "").toLowerCase();
	var named = false;
	if (names[color]) {
	color = names[color];
	named = true;
	} else if (color == "transparent") {
	return {
		r: 0,
		g: 0,
		b: 0,
		a: 0,
		format: "name"
	};
	}
	var match;
	if (match = matchers.rgb.exec(color)) {
	return {
		r: match[1],
		g: match[2],
		b: match[3]
	};
	}
	if (match = matchers.rgba.exec(color)) {
	return {
		r: match[1],
		g: match[2],
		b: match[3],
		a: match[4]
	};
	}
	if (match = matchers.hsl.exec(color)) {
	return {
		h: match[1],
		s: match[2],
		l: match[3]
	};
	}
	if (match = matchers.hsla.exec(color)) {
	return {
		h: match[1],
		s: match[2],
		l: match[3],
		a: match[4]
	};
	}
	if (match = matchers.hsv.exec(color)) {
	return {
		h: match[1],
		s: match[2],
		v: match[3]
	};
	}
	if (match = matchers.hsva.exec(color)) {
	return {
		h: match[1],
		s: match[2],
		v: match[3],
		a: match[4]
	};
	}
	if (match = matchers.hex8.exec(color)) {
	return {
		r: parseIntFromHex(match[1]),
		g: parseIntFromHex(match[2]),
		b: parseIntFromHex(match[3]),
		a: convertHexToDecimal(match[4]),
		format: named ? "name" : "hex8"
	};
	}
	if (match = matchers.hex6.exec(color)) {
	return {
		r: parseIntFromHex(match[1]),
		g: parseIntFromHex(match[2]),
		b: parseIntFromHex(match[3]),
		format: named ? "name" : "hex"
	};
	}
	if (match = matchers.hex4.exec(color)) {
	return {
		r: parseIntFromHex(match[1] + "" + match[1]),
		g: parseIntFromHex(match[2] + "" + match[2]),
		b: parseIntFromHex(match[3] + "" + match[3]),
		a: convertHexToDecimal(match[4] + "" + match[4]),
		format: named ? "name" : "hex8"
	};
	}
	if (match = matchers.hex3.exec(color)) {
	return {
		r: parseIntFromHex(match[1] + "" + match[1]),
		g: parseIntFromHex(match[2] + "" + match[2]),
		b: parseIntFromHex(match[3] + "" + match[3]),
		format: named ? "name" : "hex"
	};
	}
	return false;
}
function validateWCAG2Parms(parms) {
	var level, size;
	parms = parms || {
	level: "AA",
	size: "small"
	};
	level = (parms.level || "AA").toUpperCase();
	size = (parms.size || "small").toLowerCase();
	if (level !== "AA" && level !== "AAA") {
	level = "AA";
	}
	if (size !== "small" && size !== "large") {
	size = "small";
	}
	return {
	level: level,
	size: size
	};
}
;
function clone(image) {
	const newBitmap = {
		width: image.bitmap.width,
		height: image.bitmap.height,
		data: Buffer.from(image.bitmap.data),
	};
	return new image.constructor(newBitmap);
}
function scan(image,
xArg, yArg, wArg, hArg,
cbArg) {
	let x;
	let y;
	let w;
	let h;
	let cb;
	if (typeof xArg === "function") {
		cb = xArg;
		x = 0;
		y = 0;
		w = image.bitmap.width;
		h = image.bitmap.height;
	}
	else {
		x = xArg;
		if (typeof yArg !== "number")
			throw new Error("y must be a number");
		y = yArg;
		if (typeof wArg !== "number")
			throw new Error("w must be a number");
		w = wArg;
		if (typeof hArg !== "number")
			throw new Error("h must be a number");
		h = hArg;
		if (typeof cbArg !== "function")
			throw new Error("cb must be a function");
		cb = cbArg;
	}
	x = Math.round(x);
	y = Math.round(y);
	w = Math.round(w);
	h = Math.round(h);
	const bound = cb.bind(image);
	for (let _y = y; _y < y + h; _y++) {
		for (let _x = x; _x < x + w; _x++) {
			const idx = (image.bitmap.width * _y + _x) << 2;
			bound(_x, _y, idx);
		}
	}
	return image;
}
function* scanIterator(image, x, y, w, h) {
	x = Math.round(x);
	y = Math.round(y);
	w = Math.round(w);
	h = Math.round(h);
	for (let _y = y; _y < y + h; _y++) {
		for (let _x = x; _x < x + w; _x++) {
			const idx = (image.bitmap.width * _y + _x) << 2;
			yield { x: _x, y: _y, idx, image };
		}
	}
}
function intToRGBA(i) {
	if (typeof i !== "number") {
		throw new Error("i must be a number");
	}
	const rgba = {
		r: 0,
		g: 0,
		b: 0,
		a: 0,
	};
	rgba.r = Math.floor(i / Math.pow(256, 3));
	rgba.g = Math.floor((i - rgba.r * Math.pow(256, 3)) / Math.pow(256, 2));
	rgba.b = Math.floor((i - rgba.r * Math.pow(256, 3) - rgba.g * Math.pow(256, 2)) /
		Math.pow(256, 1));
	rgba.a = Math.floor((i -
		rgba.r * Math.pow(256, 3) -
		rgba.g * Math.pow(256, 2) -
		rgba.b * Math.pow(256, 1)) /
		Math.pow(256, 0));
	return rgba;
}
function rgbaToInt(r, g, b, a) {
	if (typeof r !== "number" ||
		typeof g !== "number" ||
		typeof b !== "number" ||
		typeof a !== "number") {
		throw new Error("r, g, b and a must be numbers");
	}
	if (r < 0 || r > 255) {
		throw new Error("r must be between 0 and 255");
	}
	if (g < 0 || g > 255) {
		throw new Error("g must be between 0 and 255");
	}
	if (b < 0 || b > 255) {
		throw new Error("b must be between 0 and 255");
	}
	if (a < 0 || a > 255) {
		throw new Error("a must be between 0 and 255");
	}
	let i = r & 0xff;
	i <<= 8;
	i |= g & 0xff;
	i <<= 8;
	i |= b & 0xff;
	i <<= 8;
	i |= a & 0xff;
	i >>>= 0;
	return i;
}
function colorDiff(rgba1, rgba2) {
	const sq = (n) => Math.pow(n, 2);
	const { max } = Math;
	const maxVal = 255 * 255 * 3;
	const rgba1A = "a" in rgba1 ? rgba1.a : 255;
	const rgba2A = "a" in rgba2 ? rgba2.a : 255;
	return ((max(sq(rgba1.r - rgba2.r), sq(rgba1.r - rgba2.r - rgba1A + rgba2A)) +
		max(sq(rgba1.g - rgba2.g), sq(rgba1.g - rgba2.g - rgba1A + rgba2A)) +
		max(sq(rgba1.b - rgba2.b), sq(rgba1.b - rgba2.b - rgba1A + rgba2A))) /
		maxVal);
}
function limit255(n) {
	n = Math.max(n, 0);
	n = Math.min(n, 255);
	return n;
}
function cssColorToHex(cssColor) {
	if (typeof cssColor === "number") {
		return cssColor;
	}
	return parseInt(tinycolor(cssColor).toHex8(), 16);
}
var await_to_js_umd = __webpack_require__(63533);
var external_fs_ = __webpack_require__(79896);
;
const readFile = external_fs_.promises.readFile;
const writeFile = external_fs_.promises.writeFile;
var lite = __webpack_require__(95702);
;
var HorizontalAlign;
(function (HorizontalAlign) {
	HorizontalAlign[HorizontalAlign["LEFT"] = 1] = "LEFT";
	HorizontalAlign[HorizontalAlign["CENTER"] = 2] = "CENTER";
	HorizontalAlign[HorizontalAlign["RIGHT"] = 4] = "RIGHT";
})(HorizontalAlign || (HorizontalAlign = {}));
var VerticalAlign;
(function (VerticalAlign) {
	VerticalAlign[VerticalAlign["TOP"] = 8] = "TOP";
	VerticalAlign[VerticalAlign["MIDDLE"] = 16] = "MIDDLE";
	VerticalAlign[VerticalAlign["BOTTOM"] = 32] = "BOTTOM";
})(VerticalAlign || (VerticalAlign = {}));
var BlendMode;
(function (BlendMode) {
	BlendMode["SRC_OVER"] = "srcOver";
	BlendMode["DST_OVER"] = "dstOver";
	BlendMode["MULTIPLY"] = "multiply";
	BlendMode["ADD"] = "add";
	BlendMode["SCREEN"] = "screen";
	BlendMode["OVERLAY"] = "overlay";
	BlendMode["DARKEN"] = "darken";
	BlendMode["LIGHTEN"] = "lighten";
	BlendMode["HARD_LIGHT"] = "hardLight";
	BlendMode["DIFFERENCE"] = "difference";
	BlendMode["EXCLUSION"] = "exclusion";
})(BlendMode || (BlendMode = {}));
;
function srcOver(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const r = (src.r * src.a + dst.r * dst.a * (1 - src.a)) / a;
	const g = (src.g * src.a + dst.g * dst.a * (1 - src.a)) / a;
	const b = (src.b * src.a + dst.b * dst.a * (1 - src.a)) / a;
	return { r, g, b, a };
}
function dstOver(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const r = (dst.r * dst.a + src.r * src.a * (1 - dst.a)) / a;
	const g = (dst.g * dst.a + src.g * src.a * (1 - dst.a)) / a;
	const b = (dst.b * dst.a + src.b * src.a * (1 - dst.a)) / a;
	return { r, g, b, a };
}
function multiply(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (sra * dra + sra * (1 - dst.a) + dra * (1 - src.a)) / a;
	const g = (sga * dga + sga * (1 - dst.a) + dga * (1 - src.a)) / a;
	const b = (sba * dba + sba * (1 - dst.a) + dba * (1 - src.a)) / a;
	return { r, g, b, a };
}
function add(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (sra + dra) / a;
	const g = (sga + dga) / a;
	const b = (sba + dba) / a;
	return { r, g, b, a };
}
function screen(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (sra * dst.a +
		dra * src.a -
		sra * dra +
		sra * (1 - dst.a) +
		dra * (1 - src.a)) /
		a;
	const g = (sga * dst.a +
		dga * src.a -
		sga * dga +
		sga * (1 - dst.a) +
		dga * (1 - src.a)) /
		a;
	const b = (sba * dst.a +
		dba * src.a -
		sba * dba +
		sba * (1 - dst.a) +
		dba * (1 - src.a)) /
		a;
	return { r, g, b, a };
}
function overlay(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (2 * dra <= dst.a
		? 2 * sra * dra + sra * (1 - dst.a) + dra * (1 - src.a)
		: sra * (1 + dst.a) + dra * (1 + src.a) - 2 * dra * sra - dst.a * src.a) /
		a;
	const g = (2 * dga <= dst.a
		? 2 * sga * dga + sga * (1 - dst.a) + dga * (1 - src.a)
		: sga * (1 + dst.a) + dga * (1 + src.a) - 2 * dga * sga - dst.a * src.a) /
		a;
	const b = (2 * dba <= dst.a
		? 2 * sba * dba + sba * (1 - dst.a) + dba * (1 - src.a)
		: sba * (1 + dst.a) + dba * (1 + src.a) - 2 * dba * sba - dst.a * src.a) /
		a;
	return { r, g, b, a };
}
function darken(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (Math.min(sra * dst.a, dra * src.a) +
		sra * (1 - dst.a) +
		dra * (1 - src.a)) /
		a;
	const g = (Math.min(sga * dst.a, dga * src.a) +
		sga * (1 - dst.a) +
		dga * (1 - src.a)) /
		a;
	const b = (Math.min(sba * dst.a, dba * src.a) +
		sba * (1 - dst.a) +
		dba * (1 - src.a)) /
		a;
	return { r, g, b, a };
}
function lighten(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (Math.max(sra * dst.a, dra * src.a) +
		sra * (1 - dst.a) +
		dra * (1 - src.a)) /
		a;
	const g = (Math.max(sga * dst.a, dga * src.a) +
		sga * (1 - dst.a) +
		dga * (1 - src.a)) /
		a;
	const b = (Math.max(sba * dst.a, dba * src.a) +
		sba * (1 - dst.a) +
		dba * (1 - src.a)) /
		a;
	return { r, g, b, a };
}
function hardLight(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (2 * sra <= src.a
		? 2 * sra * dra + sra * (1 - dst.a) + dra * (1 - src.a)
		: sra * (1 + dst.a) + dra * (1 + src.a) - 2 * dra * sra - dst.a * src.a) /
		a;
	const g = (2 * sga <= src.a
		? 2 * sga * dga + sga * (1 - dst.a) + dga * (1 - src.a)
		: sga * (1 + dst.a) + dga * (1 + src.a) - 2 * dga * sga - dst.a * src.a) /
		a;
	const b = (2 * sba <= src.a
		? 2 * sba * dba + sba * (1 - dst.a) + dba * (1 - src.a)
		: sba * (1 + dst.a) + dba * (1 + src.a) - 2 * dba * sba - dst.a * src.a) /
		a;
	return { r, g, b, a };
}
function difference(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (sra + dra - 2 * Math.min(sra * dst.a, dra * src.a)) / a;
	const g = (sga + dga - 2 * Math.min(sga * dst.a, dga * src.a)) / a;
	const b = (sba + dba - 2 * Math.min(sba * dst.a, dba * src.a)) / a;
	return { r, g, b, a };
}
function exclusion(src, dst, ops = 1) {
	src.a *= ops;
	const a = dst.a + src.a - dst.a * src.a;
	const sra = src.r * src.a;
	const sga = src.g * src.a;
	const sba = src.b * src.a;
	const dra = dst.r * dst.a;
	const dga = dst.g * dst.a;
	const dba = dst.b * dst.a;
	const r = (sra * dst.a +
		dra * src.a -
		2 * sra * dra +
		sra * (1 - dst.a) +
		dra * (1 - src.a)) /
		a;
	const g = (sga * dst.a +
		dga * src.a -
		2 * sga * dga +
		sga * (1 - dst.a) +
		dga * (1 - src.a)) /
		a;
	const b = (sba * dst.a +
		dba * src.a -
		2 * sba * dba +
		sba * (1 - dst.a) +
		dba * (1 - src.a)) /
		a;
	return { r, g, b, a };
}
const composite_modes_names = [
	srcOver,
	dstOver,
	multiply,
	add,
	screen,
	overlay,
	darken,
	lighten,
	hardLight,
	difference,
	exclusion,
];
;
function composite(baseImage, src, x = 0, y = 0, options = {}) {
	if (!(src instanceof baseImage.constructor)) {
		throw new Error("The source must be a Jimp image");
	}
	if (typeof x !== "number" || typeof y !== "number") {
		throw new Error("x and y must be numbers");
	}
	const { mode = BlendMode.SRC_OVER } = options;
	let { opacitySource = 1.0, opacityDest = 1.0 } = options;
	if (typeof opacitySource !== "number" ||
		opacitySource < 0 ||
		opacitySource > 1) {
		opacitySource = 1.0;
	}
	if (typeof opacityDest !== "number" || opacityDest < 0 || opacityDest > 1) {
		opacityDest = 1.0;
	}
	const blendmode = composite_modes_namespaceObject[mode];
	x = Math.round(x);
	y = Math.round(y);
	if (opacityDest !== 1.0) {
		baseImage.scan((_, __, idx) => {
			const v = baseImage.bitmap.data[idx + 3] * opacityDest;
			baseImage.bitmap.data[idx + 3] = v;
		});
	}
	src.scan((sx, sy, idx) => {
		const dstIdx = baseImage.getPixelIndex(x + sx, y + sy, Edge.CROP);
		if (dstIdx === -1) {
			return;
		}
		const blended = blendmode({
			r: src.bitmap.data[idx + 0] / 255,
			g: src.bitmap.data[idx + 1] / 255,
			b: src.bitmap.data[idx + 2] / 255,
			a: src.bitmap.data[idx + 3] / 255,
		}, {
			r: baseImage.bitmap.data[dstIdx + 0] / 255,
			g: baseImage.bitmap.data[dstIdx + 1] / 255,
			b: baseImage.bitmap.data[dstIdx + 2] / 255,
			a: baseImage.bitmap.data[dstIdx + 3] / 255,
		}, opacitySource);
		baseImage.bitmap.data[dstIdx + 0] = limit255(blended.r * 255);
		baseImage.bitmap.data[dstIdx + 1] = limit255(blended.g * 255);
		baseImage.bitmap.data[dstIdx + 2] = limit255(blended.b * 255);
		baseImage.bitmap.data[dstIdx + 3] = limit255(blended.a * 255);
	});
	return baseImage;
}
var exif_parser = __webpack_require__(96926);
;
function getExifOrientation(img) {
	const _exif = img._exif;
	return (_exif && _exif.tags && _exif.tags.Orientation) || 1;
}
function getExifOrientationTransformation(img) {
	const w = img.bitmap.width;
	const h = img.bitmap.height;
	switch (getExifOrientation(img)) {
		case 1:
			return null;
		case 2:
			return function (x, y) {
				return [w - x - 1, y];
			};
		case 3:
			return function (x, y) {
				return [w - x - 1, h - y - 1];
			};
		case 4:
			return function (x, y) {
				return [x, h - y - 1];
			};
		case 5:
			return function (x, y) {
				return [y, x];
			};
		case 6:
			return function (x, y) {
				return [y, h - x - 1];
			};
		case 7:
			return function (x, y) {
				return [w - y - 1, h - x - 1];
			};
		case 8:
			return function (x, y) {
				return [w - y - 1, x];
			};
		default:
			return null;
	}
}
function transformBitmap(img, width, height, transformation) {
	const _data = img.bitmap.data;
	const _width = img.bitmap.width;
	const data = Buffer.alloc(_data.length);
	for (let x = 0; x < width; x++) {
		for (let y = 0; y < height; y++) {
			const [_x, _y] = transformation(x, y);
			const idx = (width * y + x) << 2;
			const _idx = (_width * _y + _x) << 2;
			const pixel = _data.readUInt32BE(_idx);
			data.writeUInt32BE(pixel, idx);
		}
	}
	img.bitmap.data = data;
	img.bitmap.width = width;
	img.bitmap.height = height;
	img._exif.tags.Orientation = 1;
}
function exifRotate(img) {
	if (getExifOrientation(img) < 2) {
		return;
	}
	const transformation = getExifOrientationTransformation(img);
	const swapDimensions = getExifOrientation(img) > 4;
	const newWidth = swapDimensions ? img.bitmap.height : img.bitmap.width;
	const newHeight = swapDimensions ? img.bitmap.width : img.bitmap.height;
	if (transformation) {
		transformBitmap(img, newWidth, newHeight, transformation);
	}
}
async function attemptExifRotate(image, buffer) {
	try {
		image._exif =
			exif_parser.create(buffer).parse();
		exifRotate(image);
	}
	catch {
	}
}
;
const emptyBitmap = {
	data: Buffer.alloc(0),
	width: 0,
	height: 0,
};
function bufferFromArrayBuffer(arrayBuffer) {
	const buffer = Buffer.alloc(arrayBuffer.byteLength);
	const view = new Uint8Array(arrayBuffer);
	for (let i = 0; i < buffer.length; ++i) {
		buffer[i] = view[i];
	}
	return buffer;
}
async function detectFileTypeFromBuffer(buffer) {
	const { fileTypeFromBuffer } = await Promise.all( [__webpack_require__.e(830), __webpack_require__.e(388)]).then(__webpack_require__.bind(__webpack_require__, 73388));
	return fileTypeFromBuffer(buffer instanceof ArrayBuffer
		? buffer
		: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
}
function createJimp({ plugins: pluginsArg, formats: formatsArg, } = {}) {
	const plugins = pluginsArg || [];
	const formats = (formatsArg || []).map((format) => format());
	const CustomJimp = class Jimp {
		bitmap = emptyBitmap;
		background = 0x00000000;
		formats = [];
		mime;
		constructor(options = emptyBitmap) {
			this.formats = formats;
			if ("data" in options) {
				this.bitmap = options;
			}
			else {
				this.bitmap = {
					data: Buffer.alloc(options.width * options.height * 4),
					width: options.width,
					height: options.height,
				};
				if (options.color) {
					this.background =
						typeof options.color === "string"
							? cssColorToHex(options.color)
							: options.color;
					for (let i = 0; i < this.bitmap.data.length; i += 4) {
						this.bitmap.data.writeUInt32BE(this.background, i);
					}
				}
			}
			for (const methods of plugins) {
				for (const key in methods) {
					this[key] = (...args) => {
						const result = methods[key]?.(this, ...args);
						if (typeof result === "object" && "bitmap" in result) {
							this.bitmap = result.bitmap;
							return this;
						}
						return result;
					};
				}
			}
		}
		static async read(url, options) {
			if (Buffer.isBuffer(url) || url instanceof ArrayBuffer) {
				return this.fromBuffer(url);
			}
			if ((0,external_fs_.existsSync)(url)) {
				return this.fromBuffer(await readFile(url));
			}
			const [fetchErr, response] = await (0,await_to_js_umd.to)(fetch(url));
			if (fetchErr) {
				throw new Error(`Could not load Buffer from URL: ${url}`);
			}
			if (!response.ok) {
				throw new Error(`HTTP Status ${response.status} for url ${url}`);
			}
			const [arrayBufferErr, data] = await (0,await_to_js_umd.to)(response.arrayBuffer());
			if (arrayBufferErr) {
				throw new Error(`Could not load Buffer from ${url}`);
			}
			const buffer = bufferFromArrayBuffer(data);
			return this.fromBuffer(buffer, options);
		}
		static fromBitmap(bitmap) {
			let data;
			if (bitmap.data instanceof Buffer) {
				data = Buffer.from(bitmap.data);
			}
			if (bitmap.data instanceof Uint8Array ||
				bitmap.data instanceof Uint8ClampedArray) {
				data = Buffer.from(bitmap.data.buffer);
			}
			if (Array.isArray(bitmap.data)) {
				data = Buffer.concat(bitmap.data.map((hex) => Buffer.from(hex.toString(16).padStart(8, "0"), "hex")));
			}
			if (!data) {
				throw new Error("data must be a Buffer");
			}
			if (typeof bitmap.height !== "number" ||
				typeof bitmap.width !== "number") {
				throw new Error("bitmap must have width and height");
			}
			return new CustomJimp({
				height: bitmap.height,
				width: bitmap.width,
				data,
			});
		}
		static async fromBuffer(buffer, options) {
			const actualBuffer = buffer instanceof ArrayBuffer ? bufferFromArrayBuffer(buffer) : buffer;
			const mime = await detectFileTypeFromBuffer(actualBuffer);
			if (!mime || !mime.mime) {
				throw new Error("Could not find MIME for Buffer");
			}
			const format = formats.find((format) => format.mime === mime.mime);
			if (!format || !format.decode) {
				throw new Error(`Mime type ${mime.mime} does not support decoding`);
			}
			const image = new CustomJimp(await format.decode(actualBuffer, options?.[format.mime]));
			image.mime = mime.mime;
			attemptExifRotate(image, actualBuffer);
			return image;
		}
		inspect() {
			return ("<Jimp " +
				(this.bitmap === emptyBitmap
					? "pending..."
					: this.bitmap.width + "x" + this.bitmap.height) +
				">");
		}
		toString() {
			return "[object Jimp]";
		}
		get width() {
			return this.bitmap.width;
		}
		get height() {
			return this.bitmap.height;
		}
		async getBuffer(mime, options) {
			const format = this.formats.find((format) => format.mime === mime);
			if (!format || !format.encode) {
				throw new Error(`Unsupported MIME type: ${mime}`);
			}
			let outputImage;
			if (format.hasAlpha) {
				outputImage = this;
			}
			else {
				outputImage = new CustomJimp({
					width: this.bitmap.width,
					height: this.bitmap.height,
					color: this.background,
				});
				composite(outputImage, this);
			}
			return format.encode(outputImage.bitmap, options);
		}
		async getBase64(mime, options) {
			const data = await this.getBuffer(mime, options);
			return "data:" + mime + ";base64," + data.toString("base64");
		}
		async write(path, options) {
			const mimeType = lite.getType(path);
			await writeFile(path, await this.getBuffer(mimeType, options));
		}
		clone() {
			return new CustomJimp({
				...this.bitmap,
				data: Buffer.from(this.bitmap.data),
			});
		}
		getPixelIndex(x, y, edgeHandling) {
			let xi;
			let yi;
			if (!edgeHandling) {
				edgeHandling = Edge.EXTEND;
			}
			if (typeof x !== "number" || typeof y !== "number") {
				throw new Error("x and y must be numbers");
			}
			x = Math.round(x);
			y = Math.round(y);
			xi = x;
			yi = y;
			if (edgeHandling === Edge.EXTEND) {
				if (x < 0)
					xi = 0;
				if (x >= this.bitmap.width)
					xi = this.bitmap.width - 1;
				if (y < 0)
					yi = 0;
				if (y >= this.bitmap.height)
					yi = this.bitmap.height - 1;
			}
			if (edgeHandling === Edge.WRAP) {
				if (x < 0) {
					xi = this.bitmap.width + x;
				}
				if (x >= this.bitmap.width) {
					xi = x % this.bitmap.width;
				}
				if (y < 0) {
					yi = this.bitmap.height + y;
				}
				if (y >= this.bitmap.height) {
					yi = y % this.bitmap.height;
				}
			}
			let i = (this.bitmap.width * yi + xi) << 2;
			if (xi < 0 || xi >= this.bitmap.width) {
				i = -1;
			}
			if (yi < 0 || yi >= this.bitmap.height) {
				i = -1;
			}
			return i;
		}
		getPixelColor(x, y) {
			if (typeof x !== "number" || typeof y !== "number") {
				throw new Error("x and y must be numbers");
			}
			const idx = this.getPixelIndex(x, y);
			return this.bitmap.data.readUInt32BE(idx);
		}
		setPixelColor(hex, x, y) {
			if (typeof hex !== "number" ||
				typeof x !== "number" ||
				typeof y !== "number") {
				throw new Error("hex, x and y must be numbers");
			}
			const idx = this.getPixelIndex(x, y);
			this.bitmap.data.writeUInt32BE(hex, idx);
			return this;
		}
		hasAlpha() {
			const { width, height, data } = this.bitmap;
			const byteLen = (width * height) << 2;
			for (let idx = 3; idx < byteLen; idx += 4) {
				if (data[idx] !== 0xff) {
					return true;
				}
			}
			return false;
		}
		composite(src, x = 0, y = 0, options = {}) {
			return composite(this, src, x, y, options);
		}
		scan(x, y, w, h, f) {
			return scan(this, x, y, w, h, f);
		}
		scanIterator(x = 0, y = 0, w = this.bitmap.width, h = this.bitmap.height) {
			if (typeof x !== "number" || typeof y !== "number") {
				throw new Error("x and y must be numbers");
			}
			if (typeof w !== "number" || typeof h !== "number") {
				throw new Error("w and h must be numbers");
			}
			return scanIterator(this, x, y, w, h);
		}
	};
	return CustomJimp;
}
	}),
	79835:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	A: () => ( jpeg)
	});
	var jpeg_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83598);
function jpeg() {
	return {
		mime: "image/jpeg",
		encode: (bitmap, { quality = 100 } = {}) => jpeg_js__WEBPACK_IMPORTED_MODULE_0__.encode(bitmap, quality).data,
		decode: (data, options) => jpeg_js__WEBPACK_IMPORTED_MODULE_0__.decode(data, options),
	};
}
	}),
	55298:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	Ay: () => ( png)
});
var lib_png = __webpack_require__(10359);
;
var PNGFilterType;
(function (PNGFilterType) {
	PNGFilterType[PNGFilterType["AUTO"] = -1] = "AUTO";
	PNGFilterType[PNGFilterType["NONE"] = 0] = "NONE";
	PNGFilterType[PNGFilterType["SUB"] = 1] = "SUB";
	PNGFilterType[PNGFilterType["UP"] = 2] = "UP";
	PNGFilterType[PNGFilterType["AVERAGE"] = 3] = "AVERAGE";
	PNGFilterType[PNGFilterType["PATH"] = 4] = "PATH";
})(PNGFilterType || (PNGFilterType = {}));
var PNGColorType;
(function (PNGColorType) {
	PNGColorType[PNGColorType["GRAYSCALE"] = 0] = "GRAYSCALE";
	PNGColorType[PNGColorType["COLOR"] = 2] = "COLOR";
	PNGColorType[PNGColorType["GRAYSCALE_ALPHA"] = 4] = "GRAYSCALE_ALPHA";
	PNGColorType[PNGColorType["COLOR_ALPHA"] = 6] = "COLOR_ALPHA";
})(PNGColorType || (PNGColorType = {}));
;
function png() {
	return {
		mime: "image/png",
		hasAlpha: true,
		encode: (bitmap, { deflateLevel = 9, deflateStrategy = 3, filterType = PNGFilterType.AUTO, colorType, inputHasAlpha = true, ...options } = {}) => {
			const png = new lib_png .O({
				width: bitmap.width,
				height: bitmap.height,
			});
			png.data = bitmap.data;
			return lib_png .O.sync.write(png, {
				...options,
				deflateLevel,
				deflateStrategy,
				filterType,
				colorType: typeof colorType !== "undefined"
					? colorType
					: inputHasAlpha
						? PNGColorType.COLOR_ALPHA
						: PNGColorType.COLOR,
				inputHasAlpha,
			});
		},
		decode: (data, options) => {
			const result = lib_png .O.sync.read(data, options);
			return {
				data: result.data,
				width: result.width,
				height: result.height,
			};
		},
	};
}
	}),
	22172:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	v: () => ( methods)
});
;
var ResizeStrategy;
(function (ResizeStrategy) {
	ResizeStrategy["NEAREST_NEIGHBOR"] = "nearestNeighbor";
	ResizeStrategy["BILINEAR"] = "bilinearInterpolation";
	ResizeStrategy["BICUBIC"] = "bicubicInterpolation";
	ResizeStrategy["HERMITE"] = "hermiteInterpolation";
	ResizeStrategy["BEZIER"] = "bezierInterpolation";
})(ResizeStrategy || (ResizeStrategy = {}));
;
var util;
(function (util) {
	util.assertEqual = (_) => { };
	function assertIs(_arg) { }
	util.assertIs = assertIs;
	function assertNever(_x) {
		throw new Error();
	}
	util.assertNever = assertNever;
	util.arrayToEnum = (items) => {
		const obj = {};
		for (const item of items) {
			obj[item] = item;
		}
		return obj;
	};
	util.getValidEnumValues = (obj) => {
		const validKeys = util.objectKeys(obj).filter((k) => typeof obj[obj[k]] !== "number");
		const filtered = {};
		for (const k of validKeys) {
			filtered[k] = obj[k];
		}
		return util.objectValues(filtered);
	};
	util.objectValues = (obj) => {
		return util.objectKeys(obj).map(function (e) {
			return obj[e];
		});
	};
	util.objectKeys = typeof Object.keys === "function"
		? (obj) => Object.keys(obj)
		: (object) => {
			const keys = [];
			for (const key in object) {
				if (Object.prototype.hasOwnProperty.call(object, key)) {
					keys.push(key);
				}
			}
			return keys;
		};
	util.find = (arr, checker) => {
		for (const item of arr) {
			if (checker(item))
				return item;
		}
		return undefined;
	};
	util.isInteger = typeof Number.isInteger === "function"
		? (val) => Number.isInteger(val)
		: (val) => typeof val === "number" && Number.isFinite(val) && Math.floor(val) === val;
	function joinValues(array, separator = " | ") {
		return array.map((val) => (typeof val === "string" ? `'${val}'` : val)).join(separator);
	}
	util.joinValues = joinValues;
	util.jsonStringifyReplacer = (_, value) => {
		if (typeof value === "bigint") {
			return value.toString();
		}
		return value;
	};
})(util || (util = {}));
var objectUtil;
(function (objectUtil) {
	objectUtil.mergeShapes = (first, second) => {
		return {
			...first,
			...second,
		};
	};
})(objectUtil || (objectUtil = {}));
const ZodParsedType = util.arrayToEnum([
	"string",
	"nan",
	"number",
	"integer",
	"float",
	"boolean",
	"date",
	"bigint",
	"symbol",
	"function",
	"undefined",
	"null",
	"array",
	"object",
	"unknown",
	"promise",
	"void",
	"never",
	"map",
	"set",
]);
const getParsedType = (data) => {
	const t = typeof data;
	switch (t) {
		case "undefined":
			return ZodParsedType.undefined;
		case "string":
			return ZodParsedType.string;
		case "number":
			return Number.isNaN(data) ? ZodParsedType.nan : ZodParsedType.number;
		case "boolean":
			return ZodParsedType.boolean;
		case "function":
			return ZodParsedType.function;
		case "bigint":
			return ZodParsedType.bigint;
		case "symbol":
			return ZodParsedType.symbol;
		case "object":
			if (Array.isArray(data)) {
				return ZodParsedType.array;
			}
			if (data === null) {
				return ZodParsedType.null;
			}
			if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
				return ZodParsedType.promise;
			}
			if (typeof Map !== "undefined" && data instanceof Map) {
				return ZodParsedType.map;
			}
			if (typeof Set !== "undefined" && data instanceof Set) {
				return ZodParsedType.set;
			}
			if (typeof Date !== "undefined" && data instanceof Date) {
				return ZodParsedType.date;
			}
			return ZodParsedType.object;
		default:
			return ZodParsedType.unknown;
	}
};
;
const ZodIssueCode = util.arrayToEnum([
	"invalid_type",
	"invalid_literal",
	"custom",
	"invalid_union",
	"invalid_union_discriminator",
	"invalid_enum_value",
	"unrecognized_keys",
	"invalid_arguments",
	"invalid_return_type",
	"invalid_date",
	"invalid_string",
	"too_small",
	"too_big",
	"invalid_intersection_types",
	"not_multiple_of",
	"not_finite",
]);
const quotelessJson = (obj) => {
	const json = JSON.stringify(obj, null, 2);
	return json.replace(/"([^"]+)":/g, "$1:");
};
class ZodError extends Error {
	get errors() {
		return this.issues;
	}
	constructor(issues) {
		super();
		this.issues = [];
		this.addIssue = (sub) => {
			this.issues = [...this.issues, sub];
		};
		this.addIssues = (subs = []) => {
			this.issues = [...this.issues, ...subs];
		};
		const actualProto = new.target.prototype;
		if (Object.setPrototypeOf) {
			Object.setPrototypeOf(this, actualProto);
		}
		else {
			this.__proto__ = actualProto;
		}
		this.name = "ZodError";
		this.issues = issues;
	}
	format(_mapper) {
		const mapper = _mapper ||
			function (issue) {
				return issue.message;
			};
		const fieldErrors = { _errors: [] };
		const processError = (error) => {
			for (const issue of error.issues) {
				if (issue.code === "invalid_union") {
					issue.unionErrors.map(processError);
				}
				else if (issue.code === "invalid_return_type") {
					processError(issue.returnTypeError);
				}
				else if (issue.code === "invalid_arguments") {
					processError(issue.argumentsError);
				}
				else if (issue.path.length === 0) {
					fieldErrors._errors.push(mapper(issue));
				}
				else {
					let curr = fieldErrors;
					let i = 0;
					while (i < issue.path.length) {
						const el = issue.path[i];
						const terminal = i === issue.path.length - 1;
						if (!terminal) {
							curr[el] = curr[el] || { _errors: [] };
						}
						else {
							curr[el] = curr[el] || { _errors: [] };
							curr[el]._errors.push(mapper(issue));
						}
						curr = curr[el];
						i++;
					}
				}
			}
		};
		processError(this);
		return fieldErrors;
	}
	static assert(value) {
		if (!(value instanceof ZodError)) {
			throw new Error(`Not a ZodError: ${value}`);
		}
	}
	toString() {
		return this.message;
	}
	get message() {
		return JSON.stringify(this.issues, util.jsonStringifyReplacer, 2);
	}
	get isEmpty() {
		return this.issues.length === 0;
	}
	flatten(mapper = (issue) => issue.message) {
		const fieldErrors = {};
		const formErrors = [];
		for (const sub of this.issues) {
			if (sub.path.length > 0) {
				const firstEl = sub.path[0];
				fieldErrors[firstEl] = fieldErrors[firstEl] || [];
				fieldErrors[firstEl].push(mapper(sub));
			}
			else {
				formErrors.push(mapper(sub));
			}
		}
		return { formErrors, fieldErrors };
	}
	get formErrors() {
		return this.flatten();
	}
}
ZodError.create = (issues) => {
	const error = new ZodError(issues);
	return error;
};
;
const errorMap = (issue, _ctx) => {
	let message;
	switch (issue.code) {
		case ZodIssueCode.invalid_type:
			if (issue.received === ZodParsedType.undefined) {
				message = "Required";
			}
			else {
				message = `Expected ${issue.expected}, received ${issue.received}`;
			}
			break;
		case ZodIssueCode.invalid_literal:
			message = `Invalid literal value, expected ${JSON.stringify(issue.expected, util.jsonStringifyReplacer)}`;
			break;
		case ZodIssueCode.unrecognized_keys:
			message = `Unrecognized key(s) in object: ${util.joinValues(issue.keys, ", ")}`;
			break;
		case ZodIssueCode.invalid_union:
			message = `Invalid input`;
			break;
		case ZodIssueCode.invalid_union_discriminator:
			message = `Invalid discriminator value. Expected ${util.joinValues(issue.options)}`;
			break;
		case ZodIssueCode.invalid_enum_value:
			message = `Invalid enum value. Expected ${util.joinValues(issue.options)}, received '${issue.received}'`;
			break;
		case ZodIssueCode.invalid_arguments:
			message = `Invalid function arguments`;
			break;
		case ZodIssueCode.invalid_return_type:
			message = `Invalid function return type`;
			break;
		case ZodIssueCode.invalid_date:
			message = `Invalid date`;
			break;
		case ZodIssueCode.invalid_string:
			if (typeof issue.validation === "object") {
				if ("includes" in issue.validation) {
					message = `Invalid input: must include "${issue.validation.includes}"`;
					if (typeof issue.validation.position === "number") {
						message = `${message} at one or more positions greater than or equal to ${issue.validation.position}`;
					}
				}
				else if ("startsWith" in issue.validation) {
					message = `Invalid input: must start with "${issue.validation.startsWith}"`;
				}
				else if ("endsWith" in issue.validation) {
					message = `Invalid input: must end with "${issue.validation.endsWith}"`;
				}
				else {
					util.assertNever(issue.validation);
				}
			}
			else if (issue.validation !== "regex") {
				message = `Invalid ${issue.validation}`;
			}
			else {
				message = "Invalid";
			}
			break;
		case ZodIssueCode.too_small:
			if (issue.type === "array")
				message = `Array must contain ${issue.exact ? "exactly" : issue.inclusive ? `at least` : `more than`} ${issue.minimum} element(s)`;
			else if (issue.type === "string")
				message = `String must contain ${issue.exact ? "exactly" : issue.inclusive ? `at least` : `over`} ${issue.minimum} character(s)`;
			else if (issue.type === "number")
				message = `Number must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${issue.minimum}`;
			else if (issue.type === "bigint")
				message = `Number must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${issue.minimum}`;
			else if (issue.type === "date")
				message = `Date must be ${issue.exact ? `exactly equal to ` : issue.inclusive ? `greater than or equal to ` : `greater than `}${new Date(Number(issue.minimum))}`;
			else
				message = "Invalid input";
			break;
		case ZodIssueCode.too_big:
			if (issue.type === "array")
				message = `Array must contain ${issue.exact ? `exactly` : issue.inclusive ? `at most` : `less than`} ${issue.maximum} element(s)`;
			else if (issue.type === "string")
				message = `String must contain ${issue.exact ? `exactly` : issue.inclusive ? `at most` : `under`} ${issue.maximum} character(s)`;
			else if (issue.type === "number")
				message = `Number must be ${issue.exact ? `exactly` : issue.inclusive ? `less than or equal to` : `less than`} ${issue.maximum}`;
			else if (issue.type === "bigint")
				message = `BigInt must be ${issue.exact ? `exactly` : issue.inclusive ? `less than or equal to` : `less than`} ${issue.maximum}`;
			else if (issue.type === "date")
				message = `Date must be ${issue.exact ? `exactly` : issue.inclusive ? `smaller than or equal to` : `smaller than`} ${new Date(Number(issue.maximum))}`;
			else
				message = "Invalid input";
			break;
		case ZodIssueCode.custom:
			message = `Invalid input`;
			break;
		case ZodIssueCode.invalid_intersection_types:
			message = `Intersection results could not be merged`;
			break;
		case ZodIssueCode.not_multiple_of:
			message = `Number must be a multiple of ${issue.multipleOf}`;
			break;
		case ZodIssueCode.not_finite:
			message = "Number must be finite";
			break;
		default:
			message = _ctx.defaultError;
			util.assertNever(issue);
	}
	return { message };
};
	const en = (errorMap);
;
let overrideErrorMap = en;
function setErrorMap(map) {
	overrideErrorMap = map;
}
function getErrorMap() {
	return overrideErrorMap;
}
;
var errorUtil;
(function (errorUtil) {
	errorUtil.errToObj = (message) => typeof message === "string" ? { message } : message || {};
	errorUtil.toString = (message) => typeof message === "string" ? message : message?.message;
})(errorUtil || (errorUtil = {}));
;
const makeIssue = (params) => {
	const { data, path, errorMaps, issueData } = params;
	const fullPath = [...path, ...(issueData.path || [])];
	const fullIssue = {
		...issueData,
		path: fullPath,
	};
	if (issueData.message !== undefined) {
		return {
			...issueData,
			path: fullPath,
			message: issueData.message,
		};
	}
	let errorMessage = "";
	const maps = errorMaps
		.filter((m) => !!m)
		.slice()
		.reverse();
	for (const map of maps) {
		errorMessage = map(fullIssue, { data, defaultError: errorMessage }).message;
	}
	return {
		...issueData,
		path: fullPath,
		message: errorMessage,
	};
};
const EMPTY_PATH = ( null && ([]));
function addIssueToContext(ctx, issueData) {
	const overrideMap = getErrorMap();
	const issue = makeIssue({
		issueData: issueData,
		data: ctx.data,
		path: ctx.path,
		errorMaps: [
			ctx.common.contextualErrorMap,
			ctx.schemaErrorMap,
			overrideMap,
			overrideMap === en ? undefined : en,
		].filter((x) => !!x),
	});
	ctx.common.issues.push(issue);
}
class ParseStatus {
	constructor() {
		this.value = "valid";
	}
	dirty() {
		if (this.value === "valid")
			this.value = "dirty";
	}
	abort() {
		if (this.value !== "aborted")
			this.value = "aborted";
	}
	static mergeArray(status, results) {
		const arrayValue = [];
		for (const s of results) {
			if (s.status === "aborted")
				return parseUtil_INVALID;
			if (s.status === "dirty")
				status.dirty();
			arrayValue.push(s.value);
		}
		return { status: status.value, value: arrayValue };
	}
	static async mergeObjectAsync(status, pairs) {
		const syncPairs = [];
		for (const pair of pairs) {
			const key = await pair.key;
			const value = await pair.value;
			syncPairs.push({
				key,
				value,
			});
		}
		return ParseStatus.mergeObjectSync(status, syncPairs);
	}
	static mergeObjectSync(status, pairs) {
		const finalObject = {};
		for (const pair of pairs) {
			const { key, value } = pair;
			if (key.status === "aborted")
				return parseUtil_INVALID;
			if (value.status === "aborted")
				return parseUtil_INVALID;
			if (key.status === "dirty")
				status.dirty();
			if (value.status === "dirty")
				status.dirty();
			if (key.value !== "__proto__" && (typeof value.value !== "undefined" || pair.alwaysSet)) {
				finalObject[key.value] = value.value;
			}
		}
		return { status: status.value, value: finalObject };
	}
}
const parseUtil_INVALID = Object.freeze({
	status: "aborted",
});
const DIRTY = (value) => ({ status: "dirty", value });
const OK = (value) => ({ status: "valid", value });
const isAborted = (x) => x.status === "aborted";
const isDirty = (x) => x.status === "dirty";
const isValid = (x) => x.status === "valid";
const isAsync = (x) => typeof Promise !== "undefined" && x instanceof Promise;
;
class ParseInputLazyPath {
	constructor(parent, value, path, key) {
		this._cachedPath = [];
		this.parent = parent;
		this.data = value;
		this._path = path;
		this._key = key;
	}
	get path() {
		if (!this._cachedPath.length) {
			if (Array.isArray(this._key)) {
				this._cachedPath.push(...this._path, ...this._key);
			}
			else {
				this._cachedPath.push(...this._path, this._key);
			}
		}
		return this._cachedPath;
	}
}
const handleResult = (ctx, result) => {
	if (isValid(result)) {
		return { success: true, data: result.value };
	}
	else {
		if (!ctx.common.issues.length) {
			throw new Error("Validation failed but no issues detected.");
		}
		return {
			success: false,
			get error() {
				if (this._error)
					return this._error;
				const error = new ZodError(ctx.common.issues);
				this._error = error;
				return this._error;
			},
		};
	}
};
function processCreateParams(params) {
	if (!params)
		return {};
	const { errorMap, invalid_type_error, required_error, description } = params;
	if (errorMap && (invalid_type_error || required_error)) {
		throw new Error(`Can't use "invalid_type_error" or "required_error" in conjunction with custom error map.`);
	}
	if (errorMap)
		return { errorMap: errorMap, description };
	const customMap = (iss, ctx) => {
		const { message } = params;
		if (iss.code === "invalid_enum_value") {
			return { message: message ?? ctx.defaultError };
		}
		if (typeof ctx.data === "undefined") {
			return { message: message ?? required_error ?? ctx.defaultError };
		}
		if (iss.code !== "invalid_type")
			return { message: ctx.defaultError };
		return { message: message ?? invalid_type_error ?? ctx.defaultError };
	};
	return { errorMap: customMap, description };
}
class ZodType {
	get description() {
		return this._def.description;
	}
	_getType(input) {
		return getParsedType(input.data);
	}
	_getOrReturnCtx(input, ctx) {
		return (ctx || {
			common: input.parent.common,
			data: input.data,
			parsedType: getParsedType(input.data),
			schemaErrorMap: this._def.errorMap,
			path: input.path,
			parent: input.parent,
		});
	}
	_processInputParams(input) {
		return {
			status: new ParseStatus(),
			ctx: {
				common: input.parent.common,
				data: input.data,
				parsedType: getParsedType(input.data),
				schemaErrorMap: this._def.errorMap,
				path: input.path,
				parent: input.parent,
			},
		};
	}
	_parseSync(input) {
		const result = this._parse(input);
		if (isAsync(result)) {
			throw new Error("Synchronous parse encountered promise.");
		}
		return result;
	}
	_parseAsync(input) {
		const result = this._parse(input);
		return Promise.resolve(result);
	}
	parse(data, params) {
		const result = this.safeParse(data, params);
		if (result.success)
			return result.data;
		throw result.error;
	}
	safeParse(data, params) {
		const ctx = {
			common: {
				issues: [],
				async: params?.async ?? false,
				contextualErrorMap: params?.errorMap,
			},
			path: params?.path || [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		const result = this._parseSync({ data, path: ctx.path, parent: ctx });
		return handleResult(ctx, result);
	}
	"~validate"(data) {
		const ctx = {
			common: {
				issues: [],
				async: !!this["~standard"].async,
			},
			path: [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		if (!this["~standard"].async) {
			try {
				const result = this._parseSync({ data, path: [], parent: ctx });
				return isValid(result)
					? {
						value: result.value,
					}
					: {
						issues: ctx.common.issues,
					};
			}
			catch (err) {
				if (err?.message?.toLowerCase()?.includes("encountered")) {
					this["~standard"].async = true;
				}
				ctx.common = {
					issues: [],
					async: true,
				};
			}
		}
		return this._parseAsync({ data, path: [], parent: ctx }).then((result) => isValid(result)
			? {
				value: result.value,
			}
			: {
				issues: ctx.common.issues,
			});
	}
	async parseAsync(data, params) {
		const result = await this.safeParseAsync(data, params);
		if (result.success)
			return result.data;
		throw result.error;
	}
	async safeParseAsync(data, params) {
		const ctx = {
			common: {
				issues: [],
				contextualErrorMap: params?.errorMap,
				async: true,
			},
			path: params?.path || [],
			schemaErrorMap: this._def.errorMap,
			parent: null,
			data,
			parsedType: getParsedType(data),
		};
		const maybeAsyncResult = this._parse({ data, path: ctx.path, parent: ctx });
		const result = await (isAsync(maybeAsyncResult) ? maybeAsyncResult : Promise.resolve(maybeAsyncResult));
		return handleResult(ctx, result);
	}
	refine(check, message) {
		const getIssueProperties = (val) => {
			if (typeof message === "string" || typeof message === "undefined") {
				return { message };
			}
			else if (typeof message === "function") {
				return message(val);
			}
			else {
				return message;
			}
		};
		return this._refinement((val, ctx) => {
			const result = check(val);
			const setError = () => ctx.addIssue({
				code: ZodIssueCode.custom,
				...getIssueProperties(val),
			});
			if (typeof Promise !== "undefined" && result instanceof Promise) {
				return result.then((data) => {
					if (!data) {
						setError();
						return false;
					}
					else {
						return true;
					}
				});
			}
			if (!result) {
				setError();
				return false;
			}
			else {
				return true;
			}
		});
	}
	refinement(check, refinementData) {
		return this._refinement((val, ctx) => {
			if (!check(val)) {
				ctx.addIssue(typeof refinementData === "function" ? refinementData(val, ctx) : refinementData);
				return false;
			}
			else {
				return true;
			}
		});
	}
	_refinement(refinement) {
		return new ZodEffects({
			schema: this,
			typeName: ZodFirstPartyTypeKind.ZodEffects,
			effect: { type: "refinement", refinement },
		});
	}
	superRefine(refinement) {
		return this._refinement(refinement);
	}
	constructor(def) {
		this.spa = this.safeParseAsync;
		this._def = def;
		this.parse = this.parse.bind(this);
		this.safeParse = this.safeParse.bind(this);
		this.parseAsync = this.parseAsync.bind(this);
		this.safeParseAsync = this.safeParseAsync.bind(this);
		this.spa = this.spa.bind(this);
		this.refine = this.refine.bind(this);
		this.refinement = this.refinement.bind(this);
		this.superRefine = this.superRefine.bind(this);
		this.optional = this.optional.bind(this);
		this.nullable = this.nullable.bind(this);
		this.nullish = this.nullish.bind(this);
		this.array = this.array.bind(this);
		this.promise = this.promise.bind(this);
		this.or = this.or.bind(this);
		this.and = this.and.bind(this);
		this.transform = this.transform.bind(this);
		this.brand = this.brand.bind(this);
		this.default = this.default.bind(this);
		this.catch = this.catch.bind(this);
		this.describe = this.describe.bind(this);
		this.pipe = this.pipe.bind(this);
		this.readonly = this.readonly.bind(this);
		this.isNullable = this.isNullable.bind(this);
		this.isOptional = this.isOptional.bind(this);
		this["~standard"] = {
			version: 1,
			vendor: "zod",
			validate: (data) => this["~validate"](data),
		};
	}
	optional() {
		return ZodOptional.create(this, this._def);
	}
	nullable() {
		return ZodNullable.create(this, this._def);
	}
	nullish() {
		return this.nullable().optional();
	}
	array() {
		return ZodArray.create(this);
	}
	promise() {
		return ZodPromise.create(this, this._def);
	}
	or(option) {
		return ZodUnion.create([this, option], this._def);
	}
	and(incoming) {
		return ZodIntersection.create(this, incoming, this._def);
	}
	transform(transform) {
		return new ZodEffects({
			...processCreateParams(this._def),
			schema: this,
			typeName: ZodFirstPartyTypeKind.ZodEffects,
			effect: { type: "transform", transform },
		});
	}
	default(def) {
		const defaultValueFunc = typeof def === "function" ? def : () => def;
		return new ZodDefault({
			...processCreateParams(this._def),
			innerType: this,
			defaultValue: defaultValueFunc,
			typeName: ZodFirstPartyTypeKind.ZodDefault,
		});
	}
	brand() {
		return new ZodBranded({
			typeName: ZodFirstPartyTypeKind.ZodBranded,
			type: this,
			...processCreateParams(this._def),
		});
	}
	catch(def) {
		const catchValueFunc = typeof def === "function" ? def : () => def;
		return new ZodCatch({
			...processCreateParams(this._def),
			innerType: this,
			catchValue: catchValueFunc,
			typeName: ZodFirstPartyTypeKind.ZodCatch,
		});
	}
	describe(description) {
		const This = this.constructor;
		return new This({
			...this._def,
			description,
		});
	}
	pipe(target) {
		return ZodPipeline.create(this, target);
	}
	readonly() {
		return ZodReadonly.create(this);
	}
	isOptional() {
		return this.safeParse(undefined).success;
	}
	isNullable() {
		return this.safeParse(null).success;
	}
}
const cuidRegex = /^c[^\s-]{8,}$/i;
const cuid2Regex = /^[0-9a-z]+$/;
const ulidRegex = /^[0-9A-HJKMNP-TV-Z]{26}$/i;
const uuidRegex = /^[0-9a-fA-F]{8}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{12}$/i;
const nanoidRegex = /^[a-z0-9_-]{21}$/i;
const jwtRegex = /^[A-Za-z0-9-_]+\.[A-Za-z0-9-_]+\.[A-Za-z0-9-_]*$/;
const durationRegex = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
const emailRegex = /^(?!\.)(?!.*\.\.)([A-Z0-9_'+\-\.]*)[A-Z0-9_+-]@([A-Z0-9][A-Z0-9\-]*\.)+[A-Z]{2,}$/i;
const _emojiRegex = `^(\\p{Extended_Pictographic}|\\p{Emoji_Component})+$`;
let emojiRegex;
const ipv4Regex = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv4CidrRegex = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/(3[0-2]|[12]?[0-9])$/;
const ipv6Regex = /^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))$/;
const ipv6CidrRegex = /^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64Regex = /^([0-9a-zA-Z+/]{4})*(([0-9a-zA-Z+/]{2}==)|([0-9a-zA-Z+/]{3}=))?$/;
const base64urlRegex = /^([0-9a-zA-Z-_]{4})*(([0-9a-zA-Z-_]{2}(==)?)|([0-9a-zA-Z-_]{3}(=)?))?$/;
const dateRegexSource = `((\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|(02)-(0[1-9]|1\\d|2[0-8])))`;
const dateRegex = new RegExp(`^${dateRegexSource}$`);
function timeRegexSource(args) {
	let secondsRegexSource = `[0-5]\\d`;
	if (args.precision) {
		secondsRegexSource = `${secondsRegexSource}\\.\\d{${args.precision}}`;
	}
	else if (args.precision == null) {
		secondsRegexSource = `${secondsRegexSource}(\\.\\d+)?`;
	}
	const secondsQuantifier = args.precision ? "+" : "?";
	return `([01]\\d|2[0-3]):[0-5]\\d(:${secondsRegexSource})${secondsQuantifier}`;
}
function timeRegex(args) {
	return new RegExp(`^${timeRegexSource(args)}$`);
}
function datetimeRegex(args) {
	let regex = `${dateRegexSource}T${timeRegexSource(args)}`;
	const opts = [];
	opts.push(args.local ? `Z?` : `Z`);
	if (args.offset)
		opts.push(`([+-]\\d{2}:?\\d{2})`);
	regex = `${regex}(${opts.join("|")})`;
	return new RegExp(`^${regex}$`);
}
function isValidIP(ip, version) {
	if ((version === "v4" || !version) && ipv4Regex.test(ip)) {
		return true;
	}
	if ((version === "v6" || !version) && ipv6Regex.test(ip)) {
		return true;
	}
	return false;
}
function isValidJWT(jwt, alg) {
	if (!jwtRegex.test(jwt))
		return false;
	try {
		const [header] = jwt.split(".");
		if (!header)
			return false;
		const base64 = header
			.replace(/-/g, "+")
			.replace(/_/g, "/")
			.padEnd(header.length + ((4 - (header.length % 4)) % 4), "=");
		const decoded = JSON.parse(atob(base64));
		if (typeof decoded !== "object" || decoded === null)
			return false;
		if ("typ" in decoded && decoded?.typ !== "JWT")
			return false;
		if (!decoded.alg)
			return false;
		if (alg && decoded.alg !== alg)
			return false;
		return true;
	}
	catch {
		return false;
	}
}
function isValidCidr(ip, version) {
	if ((version === "v4" || !version) && ipv4CidrRegex.test(ip)) {
		return true;
	}
	if ((version === "v6" || !version) && ipv6CidrRegex.test(ip)) {
		return true;
	}
	return false;
}
class ZodString extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = String(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.string) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.string,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const status = new ParseStatus();
		let ctx = undefined;
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				if (input.data.length < check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						minimum: check.value,
						type: "string",
						inclusive: true,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				if (input.data.length > check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						maximum: check.value,
						type: "string",
						inclusive: true,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "length") {
				const tooBig = input.data.length > check.value;
				const tooSmall = input.data.length < check.value;
				if (tooBig || tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					if (tooBig) {
						addIssueToContext(ctx, {
							code: ZodIssueCode.too_big,
							maximum: check.value,
							type: "string",
							inclusive: true,
							exact: true,
							message: check.message,
						});
					}
					else if (tooSmall) {
						addIssueToContext(ctx, {
							code: ZodIssueCode.too_small,
							minimum: check.value,
							type: "string",
							inclusive: true,
							exact: true,
							message: check.message,
						});
					}
					status.dirty();
				}
			}
			else if (check.kind === "email") {
				if (!emailRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "email",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "emoji") {
				if (!emojiRegex) {
					emojiRegex = new RegExp(_emojiRegex, "u");
				}
				if (!emojiRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "emoji",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "uuid") {
				if (!uuidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "uuid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "nanoid") {
				if (!nanoidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "nanoid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cuid") {
				if (!cuidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cuid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cuid2") {
				if (!cuid2Regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cuid2",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "ulid") {
				if (!ulidRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "ulid",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "url") {
				try {
					new URL(input.data);
				}
				catch {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "url",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "regex") {
				check.regex.lastIndex = 0;
				const testResult = check.regex.test(input.data);
				if (!testResult) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "regex",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "trim") {
				input.data = input.data.trim();
			}
			else if (check.kind === "includes") {
				if (!input.data.includes(check.value, check.position)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { includes: check.value, position: check.position },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "toLowerCase") {
				input.data = input.data.toLowerCase();
			}
			else if (check.kind === "toUpperCase") {
				input.data = input.data.toUpperCase();
			}
			else if (check.kind === "startsWith") {
				if (!input.data.startsWith(check.value)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { startsWith: check.value },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "endsWith") {
				if (!input.data.endsWith(check.value)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: { endsWith: check.value },
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "datetime") {
				const regex = datetimeRegex(check);
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "datetime",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "date") {
				const regex = dateRegex;
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "date",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "time") {
				const regex = timeRegex(check);
				if (!regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_string,
						validation: "time",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "duration") {
				if (!durationRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "duration",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "ip") {
				if (!isValidIP(input.data, check.version)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "ip",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "jwt") {
				if (!isValidJWT(input.data, check.alg)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "jwt",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "cidr") {
				if (!isValidCidr(input.data, check.version)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "cidr",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "base64") {
				if (!base64Regex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "base64",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "base64url") {
				if (!base64urlRegex.test(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						validation: "base64url",
						code: ZodIssueCode.invalid_string,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	_regex(regex, validation, message) {
		return this.refinement((data) => regex.test(data), {
			validation,
			code: ZodIssueCode.invalid_string,
			...errorUtil.errToObj(message),
		});
	}
	_addCheck(check) {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	email(message) {
		return this._addCheck({ kind: "email", ...errorUtil.errToObj(message) });
	}
	url(message) {
		return this._addCheck({ kind: "url", ...errorUtil.errToObj(message) });
	}
	emoji(message) {
		return this._addCheck({ kind: "emoji", ...errorUtil.errToObj(message) });
	}
	uuid(message) {
		return this._addCheck({ kind: "uuid", ...errorUtil.errToObj(message) });
	}
	nanoid(message) {
		return this._addCheck({ kind: "nanoid", ...errorUtil.errToObj(message) });
	}
	cuid(message) {
		return this._addCheck({ kind: "cuid", ...errorUtil.errToObj(message) });
	}
	cuid2(message) {
		return this._addCheck({ kind: "cuid2", ...errorUtil.errToObj(message) });
	}
	ulid(message) {
		return this._addCheck({ kind: "ulid", ...errorUtil.errToObj(message) });
	}
	base64(message) {
		return this._addCheck({ kind: "base64", ...errorUtil.errToObj(message) });
	}
	base64url(message) {
		return this._addCheck({
			kind: "base64url",
			...errorUtil.errToObj(message),
		});
	}
	jwt(options) {
		return this._addCheck({ kind: "jwt", ...errorUtil.errToObj(options) });
	}
	ip(options) {
		return this._addCheck({ kind: "ip", ...errorUtil.errToObj(options) });
	}
	cidr(options) {
		return this._addCheck({ kind: "cidr", ...errorUtil.errToObj(options) });
	}
	datetime(options) {
		if (typeof options === "string") {
			return this._addCheck({
				kind: "datetime",
				precision: null,
				offset: false,
				local: false,
				message: options,
			});
		}
		return this._addCheck({
			kind: "datetime",
			precision: typeof options?.precision === "undefined" ? null : options?.precision,
			offset: options?.offset ?? false,
			local: options?.local ?? false,
			...errorUtil.errToObj(options?.message),
		});
	}
	date(message) {
		return this._addCheck({ kind: "date", message });
	}
	time(options) {
		if (typeof options === "string") {
			return this._addCheck({
				kind: "time",
				precision: null,
				message: options,
			});
		}
		return this._addCheck({
			kind: "time",
			precision: typeof options?.precision === "undefined" ? null : options?.precision,
			...errorUtil.errToObj(options?.message),
		});
	}
	duration(message) {
		return this._addCheck({ kind: "duration", ...errorUtil.errToObj(message) });
	}
	regex(regex, message) {
		return this._addCheck({
			kind: "regex",
			regex: regex,
			...errorUtil.errToObj(message),
		});
	}
	includes(value, options) {
		return this._addCheck({
			kind: "includes",
			value: value,
			position: options?.position,
			...errorUtil.errToObj(options?.message),
		});
	}
	startsWith(value, message) {
		return this._addCheck({
			kind: "startsWith",
			value: value,
			...errorUtil.errToObj(message),
		});
	}
	endsWith(value, message) {
		return this._addCheck({
			kind: "endsWith",
			value: value,
			...errorUtil.errToObj(message),
		});
	}
	min(minLength, message) {
		return this._addCheck({
			kind: "min",
			value: minLength,
			...errorUtil.errToObj(message),
		});
	}
	max(maxLength, message) {
		return this._addCheck({
			kind: "max",
			value: maxLength,
			...errorUtil.errToObj(message),
		});
	}
	length(len, message) {
		return this._addCheck({
			kind: "length",
			value: len,
			...errorUtil.errToObj(message),
		});
	}
	nonempty(message) {
		return this.min(1, errorUtil.errToObj(message));
	}
	trim() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "trim" }],
		});
	}
	toLowerCase() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "toLowerCase" }],
		});
	}
	toUpperCase() {
		return new ZodString({
			...this._def,
			checks: [...this._def.checks, { kind: "toUpperCase" }],
		});
	}
	get isDatetime() {
		return !!this._def.checks.find((ch) => ch.kind === "datetime");
	}
	get isDate() {
		return !!this._def.checks.find((ch) => ch.kind === "date");
	}
	get isTime() {
		return !!this._def.checks.find((ch) => ch.kind === "time");
	}
	get isDuration() {
		return !!this._def.checks.find((ch) => ch.kind === "duration");
	}
	get isEmail() {
		return !!this._def.checks.find((ch) => ch.kind === "email");
	}
	get isURL() {
		return !!this._def.checks.find((ch) => ch.kind === "url");
	}
	get isEmoji() {
		return !!this._def.checks.find((ch) => ch.kind === "emoji");
	}
	get isUUID() {
		return !!this._def.checks.find((ch) => ch.kind === "uuid");
	}
	get isNANOID() {
		return !!this._def.checks.find((ch) => ch.kind === "nanoid");
	}
	get isCUID() {
		return !!this._def.checks.find((ch) => ch.kind === "cuid");
	}
	get isCUID2() {
		return !!this._def.checks.find((ch) => ch.kind === "cuid2");
	}
	get isULID() {
		return !!this._def.checks.find((ch) => ch.kind === "ulid");
	}
	get isIP() {
		return !!this._def.checks.find((ch) => ch.kind === "ip");
	}
	get isCIDR() {
		return !!this._def.checks.find((ch) => ch.kind === "cidr");
	}
	get isBase64() {
		return !!this._def.checks.find((ch) => ch.kind === "base64");
	}
	get isBase64url() {
		return !!this._def.checks.find((ch) => ch.kind === "base64url");
	}
	get minLength() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxLength() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
}
ZodString.create = (params) => {
	return new ZodString({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodString,
		coerce: params?.coerce ?? false,
		...processCreateParams(params),
	});
};
function floatSafeRemainder(val, step) {
	const valDecCount = (val.toString().split(".")[1] || "").length;
	const stepDecCount = (step.toString().split(".")[1] || "").length;
	const decCount = valDecCount > stepDecCount ? valDecCount : stepDecCount;
	const valInt = Number.parseInt(val.toFixed(decCount).replace(".", ""));
	const stepInt = Number.parseInt(step.toFixed(decCount).replace(".", ""));
	return (valInt % stepInt) / 10 ** decCount;
}
class ZodNumber extends ZodType {
	constructor() {
		super(...arguments);
		this.min = this.gte;
		this.max = this.lte;
		this.step = this.multipleOf;
	}
	_parse(input) {
		if (this._def.coerce) {
			input.data = Number(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.number) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.number,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		let ctx = undefined;
		const status = new ParseStatus();
		for (const check of this._def.checks) {
			if (check.kind === "int") {
				if (!util.isInteger(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.invalid_type,
						expected: "integer",
						received: "float",
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "min") {
				const tooSmall = check.inclusive ? input.data < check.value : input.data <= check.value;
				if (tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						minimum: check.value,
						type: "number",
						inclusive: check.inclusive,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				const tooBig = check.inclusive ? input.data > check.value : input.data >= check.value;
				if (tooBig) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						maximum: check.value,
						type: "number",
						inclusive: check.inclusive,
						exact: false,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "multipleOf") {
				if (floatSafeRemainder(input.data, check.value) !== 0) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_multiple_of,
						multipleOf: check.value,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "finite") {
				if (!Number.isFinite(input.data)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_finite,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	gte(value, message) {
		return this.setLimit("min", value, true, errorUtil.toString(message));
	}
	gt(value, message) {
		return this.setLimit("min", value, false, errorUtil.toString(message));
	}
	lte(value, message) {
		return this.setLimit("max", value, true, errorUtil.toString(message));
	}
	lt(value, message) {
		return this.setLimit("max", value, false, errorUtil.toString(message));
	}
	setLimit(kind, value, inclusive, message) {
		return new ZodNumber({
			...this._def,
			checks: [
				...this._def.checks,
				{
					kind,
					value,
					inclusive,
					message: errorUtil.toString(message),
				},
			],
		});
	}
	_addCheck(check) {
		return new ZodNumber({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	int(message) {
		return this._addCheck({
			kind: "int",
			message: errorUtil.toString(message),
		});
	}
	positive(message) {
		return this._addCheck({
			kind: "min",
			value: 0,
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	negative(message) {
		return this._addCheck({
			kind: "max",
			value: 0,
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	nonpositive(message) {
		return this._addCheck({
			kind: "max",
			value: 0,
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	nonnegative(message) {
		return this._addCheck({
			kind: "min",
			value: 0,
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	multipleOf(value, message) {
		return this._addCheck({
			kind: "multipleOf",
			value: value,
			message: errorUtil.toString(message),
		});
	}
	finite(message) {
		return this._addCheck({
			kind: "finite",
			message: errorUtil.toString(message),
		});
	}
	safe(message) {
		return this._addCheck({
			kind: "min",
			inclusive: true,
			value: Number.MIN_SAFE_INTEGER,
			message: errorUtil.toString(message),
		})._addCheck({
			kind: "max",
			inclusive: true,
			value: Number.MAX_SAFE_INTEGER,
			message: errorUtil.toString(message),
		});
	}
	get minValue() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxValue() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
	get isInt() {
		return !!this._def.checks.find((ch) => ch.kind === "int" || (ch.kind === "multipleOf" && util.isInteger(ch.value)));
	}
	get isFinite() {
		let max = null;
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "finite" || ch.kind === "int" || ch.kind === "multipleOf") {
				return true;
			}
			else if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
			else if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return Number.isFinite(min) && Number.isFinite(max);
	}
}
ZodNumber.create = (params) => {
	return new ZodNumber({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodNumber,
		coerce: params?.coerce || false,
		...processCreateParams(params),
	});
};
class ZodBigInt extends ZodType {
	constructor() {
		super(...arguments);
		this.min = this.gte;
		this.max = this.lte;
	}
	_parse(input) {
		if (this._def.coerce) {
			try {
				input.data = BigInt(input.data);
			}
			catch {
				return this._getInvalidInput(input);
			}
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.bigint) {
			return this._getInvalidInput(input);
		}
		let ctx = undefined;
		const status = new ParseStatus();
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				const tooSmall = check.inclusive ? input.data < check.value : input.data <= check.value;
				if (tooSmall) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						type: "bigint",
						minimum: check.value,
						inclusive: check.inclusive,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				const tooBig = check.inclusive ? input.data > check.value : input.data >= check.value;
				if (tooBig) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						type: "bigint",
						maximum: check.value,
						inclusive: check.inclusive,
						message: check.message,
					});
					status.dirty();
				}
			}
			else if (check.kind === "multipleOf") {
				if (input.data % check.value !== BigInt(0)) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.not_multiple_of,
						multipleOf: check.value,
						message: check.message,
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return { status: status.value, value: input.data };
	}
	_getInvalidInput(input) {
		const ctx = this._getOrReturnCtx(input);
		addIssueToContext(ctx, {
			code: ZodIssueCode.invalid_type,
			expected: ZodParsedType.bigint,
			received: ctx.parsedType,
		});
		return parseUtil_INVALID;
	}
	gte(value, message) {
		return this.setLimit("min", value, true, errorUtil.toString(message));
	}
	gt(value, message) {
		return this.setLimit("min", value, false, errorUtil.toString(message));
	}
	lte(value, message) {
		return this.setLimit("max", value, true, errorUtil.toString(message));
	}
	lt(value, message) {
		return this.setLimit("max", value, false, errorUtil.toString(message));
	}
	setLimit(kind, value, inclusive, message) {
		return new ZodBigInt({
			...this._def,
			checks: [
				...this._def.checks,
				{
					kind,
					value,
					inclusive,
					message: errorUtil.toString(message),
				},
			],
		});
	}
	_addCheck(check) {
		return new ZodBigInt({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	positive(message) {
		return this._addCheck({
			kind: "min",
			value: BigInt(0),
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	negative(message) {
		return this._addCheck({
			kind: "max",
			value: BigInt(0),
			inclusive: false,
			message: errorUtil.toString(message),
		});
	}
	nonpositive(message) {
		return this._addCheck({
			kind: "max",
			value: BigInt(0),
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	nonnegative(message) {
		return this._addCheck({
			kind: "min",
			value: BigInt(0),
			inclusive: true,
			message: errorUtil.toString(message),
		});
	}
	multipleOf(value, message) {
		return this._addCheck({
			kind: "multipleOf",
			value,
			message: errorUtil.toString(message),
		});
	}
	get minValue() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min;
	}
	get maxValue() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max;
	}
}
ZodBigInt.create = (params) => {
	return new ZodBigInt({
		checks: [],
		typeName: ZodFirstPartyTypeKind.ZodBigInt,
		coerce: params?.coerce ?? false,
		...processCreateParams(params),
	});
};
class ZodBoolean extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = Boolean(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.boolean) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.boolean,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodBoolean.create = (params) => {
	return new ZodBoolean({
		typeName: ZodFirstPartyTypeKind.ZodBoolean,
		coerce: params?.coerce || false,
		...processCreateParams(params),
	});
};
class ZodDate extends ZodType {
	_parse(input) {
		if (this._def.coerce) {
			input.data = new Date(input.data);
		}
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.date) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.date,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (Number.isNaN(input.data.getTime())) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_date,
			});
			return parseUtil_INVALID;
		}
		const status = new ParseStatus();
		let ctx = undefined;
		for (const check of this._def.checks) {
			if (check.kind === "min") {
				if (input.data.getTime() < check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_small,
						message: check.message,
						inclusive: true,
						exact: false,
						minimum: check.value,
						type: "date",
					});
					status.dirty();
				}
			}
			else if (check.kind === "max") {
				if (input.data.getTime() > check.value) {
					ctx = this._getOrReturnCtx(input, ctx);
					addIssueToContext(ctx, {
						code: ZodIssueCode.too_big,
						message: check.message,
						inclusive: true,
						exact: false,
						maximum: check.value,
						type: "date",
					});
					status.dirty();
				}
			}
			else {
				util.assertNever(check);
			}
		}
		return {
			status: status.value,
			value: new Date(input.data.getTime()),
		};
	}
	_addCheck(check) {
		return new ZodDate({
			...this._def,
			checks: [...this._def.checks, check],
		});
	}
	min(minDate, message) {
		return this._addCheck({
			kind: "min",
			value: minDate.getTime(),
			message: errorUtil.toString(message),
		});
	}
	max(maxDate, message) {
		return this._addCheck({
			kind: "max",
			value: maxDate.getTime(),
			message: errorUtil.toString(message),
		});
	}
	get minDate() {
		let min = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "min") {
				if (min === null || ch.value > min)
					min = ch.value;
			}
		}
		return min != null ? new Date(min) : null;
	}
	get maxDate() {
		let max = null;
		for (const ch of this._def.checks) {
			if (ch.kind === "max") {
				if (max === null || ch.value < max)
					max = ch.value;
			}
		}
		return max != null ? new Date(max) : null;
	}
}
ZodDate.create = (params) => {
	return new ZodDate({
		checks: [],
		coerce: params?.coerce || false,
		typeName: ZodFirstPartyTypeKind.ZodDate,
		...processCreateParams(params),
	});
};
class ZodSymbol extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.symbol) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.symbol,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodSymbol.create = (params) => {
	return new ZodSymbol({
		typeName: ZodFirstPartyTypeKind.ZodSymbol,
		...processCreateParams(params),
	});
};
class ZodUndefined extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.undefined) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.undefined,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodUndefined.create = (params) => {
	return new ZodUndefined({
		typeName: ZodFirstPartyTypeKind.ZodUndefined,
		...processCreateParams(params),
	});
};
class ZodNull extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.null) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.null,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodNull.create = (params) => {
	return new ZodNull({
		typeName: ZodFirstPartyTypeKind.ZodNull,
		...processCreateParams(params),
	});
};
class ZodAny extends ZodType {
	constructor() {
		super(...arguments);
		this._any = true;
	}
	_parse(input) {
		return OK(input.data);
	}
}
ZodAny.create = (params) => {
	return new ZodAny({
		typeName: ZodFirstPartyTypeKind.ZodAny,
		...processCreateParams(params),
	});
};
class ZodUnknown extends ZodType {
	constructor() {
		super(...arguments);
		this._unknown = true;
	}
	_parse(input) {
		return OK(input.data);
	}
}
ZodUnknown.create = (params) => {
	return new ZodUnknown({
		typeName: ZodFirstPartyTypeKind.ZodUnknown,
		...processCreateParams(params),
	});
};
class ZodNever extends ZodType {
	_parse(input) {
		const ctx = this._getOrReturnCtx(input);
		addIssueToContext(ctx, {
			code: ZodIssueCode.invalid_type,
			expected: ZodParsedType.never,
			received: ctx.parsedType,
		});
		return parseUtil_INVALID;
	}
}
ZodNever.create = (params) => {
	return new ZodNever({
		typeName: ZodFirstPartyTypeKind.ZodNever,
		...processCreateParams(params),
	});
};
class ZodVoid extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.undefined) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.void,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
}
ZodVoid.create = (params) => {
	return new ZodVoid({
		typeName: ZodFirstPartyTypeKind.ZodVoid,
		...processCreateParams(params),
	});
};
class ZodArray extends ZodType {
	_parse(input) {
		const { ctx, status } = this._processInputParams(input);
		const def = this._def;
		if (ctx.parsedType !== ZodParsedType.array) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.array,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (def.exactLength !== null) {
			const tooBig = ctx.data.length > def.exactLength.value;
			const tooSmall = ctx.data.length < def.exactLength.value;
			if (tooBig || tooSmall) {
				addIssueToContext(ctx, {
					code: tooBig ? ZodIssueCode.too_big : ZodIssueCode.too_small,
					minimum: (tooSmall ? def.exactLength.value : undefined),
					maximum: (tooBig ? def.exactLength.value : undefined),
					type: "array",
					inclusive: true,
					exact: true,
					message: def.exactLength.message,
				});
				status.dirty();
			}
		}
		if (def.minLength !== null) {
			if (ctx.data.length < def.minLength.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_small,
					minimum: def.minLength.value,
					type: "array",
					inclusive: true,
					exact: false,
					message: def.minLength.message,
				});
				status.dirty();
			}
		}
		if (def.maxLength !== null) {
			if (ctx.data.length > def.maxLength.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_big,
					maximum: def.maxLength.value,
					type: "array",
					inclusive: true,
					exact: false,
					message: def.maxLength.message,
				});
				status.dirty();
			}
		}
		if (ctx.common.async) {
			return Promise.all([...ctx.data].map((item, i) => {
				return def.type._parseAsync(new ParseInputLazyPath(ctx, item, ctx.path, i));
			})).then((result) => {
				return ParseStatus.mergeArray(status, result);
			});
		}
		const result = [...ctx.data].map((item, i) => {
			return def.type._parseSync(new ParseInputLazyPath(ctx, item, ctx.path, i));
		});
		return ParseStatus.mergeArray(status, result);
	}
	get element() {
		return this._def.type;
	}
	min(minLength, message) {
		return new ZodArray({
			...this._def,
			minLength: { value: minLength, message: errorUtil.toString(message) },
		});
	}
	max(maxLength, message) {
		return new ZodArray({
			...this._def,
			maxLength: { value: maxLength, message: errorUtil.toString(message) },
		});
	}
	length(len, message) {
		return new ZodArray({
			...this._def,
			exactLength: { value: len, message: errorUtil.toString(message) },
		});
	}
	nonempty(message) {
		return this.min(1, message);
	}
}
ZodArray.create = (schema, params) => {
	return new ZodArray({
		type: schema,
		minLength: null,
		maxLength: null,
		exactLength: null,
		typeName: ZodFirstPartyTypeKind.ZodArray,
		...processCreateParams(params),
	});
};
function deepPartialify(schema) {
	if (schema instanceof ZodObject) {
		const newShape = {};
		for (const key in schema.shape) {
			const fieldSchema = schema.shape[key];
			newShape[key] = ZodOptional.create(deepPartialify(fieldSchema));
		}
		return new ZodObject({
			...schema._def,
			shape: () => newShape,
		});
	}
	else if (schema instanceof ZodArray) {
		return new ZodArray({
			...schema._def,
			type: deepPartialify(schema.element),
		});
	}
	else if (schema instanceof ZodOptional) {
		return ZodOptional.create(deepPartialify(schema.unwrap()));
	}
	else if (schema instanceof ZodNullable) {
		return ZodNullable.create(deepPartialify(schema.unwrap()));
	}
	else if (schema instanceof ZodTuple) {
		return ZodTuple.create(schema.items.map((item) => deepPartialify(item)));
	}
	else {
		return schema;
	}
}
class ZodObject extends ZodType {
	constructor() {
		super(...arguments);
		this._cached = null;
		this.nonstrict = this.passthrough;
		this.augment = this.extend;
	}
	_getCached() {
		if (this._cached !== null)
			return this._cached;
		const shape = this._def.shape();
		const keys = util.objectKeys(shape);
		this._cached = { shape, keys };
		return this._cached;
	}
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.object) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const { status, ctx } = this._processInputParams(input);
		const { shape, keys: shapeKeys } = this._getCached();
		const extraKeys = [];
		if (!(this._def.catchall instanceof ZodNever && this._def.unknownKeys === "strip")) {
			for (const key in ctx.data) {
				if (!shapeKeys.includes(key)) {
					extraKeys.push(key);
				}
			}
		}
		const pairs = [];
		for (const key of shapeKeys) {
			const keyValidator = shape[key];
			const value = ctx.data[key];
			pairs.push({
				key: { status: "valid", value: key },
				value: keyValidator._parse(new ParseInputLazyPath(ctx, value, ctx.path, key)),
				alwaysSet: key in ctx.data,
			});
		}
		if (this._def.catchall instanceof ZodNever) {
			const unknownKeys = this._def.unknownKeys;
			if (unknownKeys === "passthrough") {
				for (const key of extraKeys) {
					pairs.push({
						key: { status: "valid", value: key },
						value: { status: "valid", value: ctx.data[key] },
					});
				}
			}
			else if (unknownKeys === "strict") {
				if (extraKeys.length > 0) {
					addIssueToContext(ctx, {
						code: ZodIssueCode.unrecognized_keys,
						keys: extraKeys,
					});
					status.dirty();
				}
			}
			else if (unknownKeys === "strip") {
			}
			else {
				throw new Error(`Internal ZodObject error: invalid unknownKeys value.`);
			}
		}
		else {
			const catchall = this._def.catchall;
			for (const key of extraKeys) {
				const value = ctx.data[key];
				pairs.push({
					key: { status: "valid", value: key },
					value: catchall._parse(new ParseInputLazyPath(ctx, value, ctx.path, key)
					),
					alwaysSet: key in ctx.data,
				});
			}
		}
		if (ctx.common.async) {
			return Promise.resolve()
				.then(async () => {
				const syncPairs = [];
				for (const pair of pairs) {
					const key = await pair.key;
					const value = await pair.value;
					syncPairs.push({
						key,
						value,
						alwaysSet: pair.alwaysSet,
					});
				}
				return syncPairs;
			})
				.then((syncPairs) => {
				return ParseStatus.mergeObjectSync(status, syncPairs);
			});
		}
		else {
			return ParseStatus.mergeObjectSync(status, pairs);
		}
	}
	get shape() {
		return this._def.shape();
	}
	strict(message) {
		errorUtil.errToObj;
		return new ZodObject({
			...this._def,
			unknownKeys: "strict",
			...(message !== undefined
				? {
					errorMap: (issue, ctx) => {
						const defaultError = this._def.errorMap?.(issue, ctx).message ?? ctx.defaultError;
						if (issue.code === "unrecognized_keys")
							return {
								message: errorUtil.errToObj(message).message ?? defaultError,
							};
						return {
							message: defaultError,
						};
					},
				}
				: {}),
		});
	}
	strip() {
		return new ZodObject({
			...this._def,
			unknownKeys: "strip",
		});
	}
	passthrough() {
		return new ZodObject({
			...this._def,
			unknownKeys: "passthrough",
		});
	}
	extend(augmentation) {
		return new ZodObject({
			...this._def,
			shape: () => ({
				...this._def.shape(),
				...augmentation,
			}),
		});
	}
	merge(merging) {
		const merged = new ZodObject({
			unknownKeys: merging._def.unknownKeys,
			catchall: merging._def.catchall,
			shape: () => ({
				...this._def.shape(),
				...merging._def.shape(),
			}),
			typeName: ZodFirstPartyTypeKind.ZodObject,
		});
		return merged;
	}
	setKey(key, schema) {
		return this.augment({ [key]: schema });
	}
	catchall(index) {
		return new ZodObject({
			...this._def,
			catchall: index,
		});
	}
	pick(mask) {
		const shape = {};
		for (const key of util.objectKeys(mask)) {
			if (mask[key] && this.shape[key]) {
				shape[key] = this.shape[key];
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => shape,
		});
	}
	omit(mask) {
		const shape = {};
		for (const key of util.objectKeys(this.shape)) {
			if (!mask[key]) {
				shape[key] = this.shape[key];
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => shape,
		});
	}
	deepPartial() {
		return deepPartialify(this);
	}
	partial(mask) {
		const newShape = {};
		for (const key of util.objectKeys(this.shape)) {
			const fieldSchema = this.shape[key];
			if (mask && !mask[key]) {
				newShape[key] = fieldSchema;
			}
			else {
				newShape[key] = fieldSchema.optional();
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => newShape,
		});
	}
	required(mask) {
		const newShape = {};
		for (const key of util.objectKeys(this.shape)) {
			if (mask && !mask[key]) {
				newShape[key] = this.shape[key];
			}
			else {
				const fieldSchema = this.shape[key];
				let newField = fieldSchema;
				while (newField instanceof ZodOptional) {
					newField = newField._def.innerType;
				}
				newShape[key] = newField;
			}
		}
		return new ZodObject({
			...this._def,
			shape: () => newShape,
		});
	}
	keyof() {
		return createZodEnum(util.objectKeys(this.shape));
	}
}
ZodObject.create = (shape, params) => {
	return new ZodObject({
		shape: () => shape,
		unknownKeys: "strip",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
ZodObject.strictCreate = (shape, params) => {
	return new ZodObject({
		shape: () => shape,
		unknownKeys: "strict",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
ZodObject.lazycreate = (shape, params) => {
	return new ZodObject({
		shape,
		unknownKeys: "strip",
		catchall: ZodNever.create(),
		typeName: ZodFirstPartyTypeKind.ZodObject,
		...processCreateParams(params),
	});
};
class ZodUnion extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const options = this._def.options;
		function handleResults(results) {
			for (const result of results) {
				if (result.result.status === "valid") {
					return result.result;
				}
			}
			for (const result of results) {
				if (result.result.status === "dirty") {
					ctx.common.issues.push(...result.ctx.common.issues);
					return result.result;
				}
			}
			const unionErrors = results.map((result) => new ZodError(result.ctx.common.issues));
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union,
				unionErrors,
			});
			return parseUtil_INVALID;
		}
		if (ctx.common.async) {
			return Promise.all(options.map(async (option) => {
				const childCtx = {
					...ctx,
					common: {
						...ctx.common,
						issues: [],
					},
					parent: null,
				};
				return {
					result: await option._parseAsync({
						data: ctx.data,
						path: ctx.path,
						parent: childCtx,
					}),
					ctx: childCtx,
				};
			})).then(handleResults);
		}
		else {
			let dirty = undefined;
			const issues = [];
			for (const option of options) {
				const childCtx = {
					...ctx,
					common: {
						...ctx.common,
						issues: [],
					},
					parent: null,
				};
				const result = option._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: childCtx,
				});
				if (result.status === "valid") {
					return result;
				}
				else if (result.status === "dirty" && !dirty) {
					dirty = { result, ctx: childCtx };
				}
				if (childCtx.common.issues.length) {
					issues.push(childCtx.common.issues);
				}
			}
			if (dirty) {
				ctx.common.issues.push(...dirty.ctx.common.issues);
				return dirty.result;
			}
			const unionErrors = issues.map((issues) => new ZodError(issues));
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union,
				unionErrors,
			});
			return parseUtil_INVALID;
		}
	}
	get options() {
		return this._def.options;
	}
}
ZodUnion.create = (types, params) => {
	return new ZodUnion({
		options: types,
		typeName: ZodFirstPartyTypeKind.ZodUnion,
		...processCreateParams(params),
	});
};
const getDiscriminator = (type) => {
	if (type instanceof ZodLazy) {
		return getDiscriminator(type.schema);
	}
	else if (type instanceof ZodEffects) {
		return getDiscriminator(type.innerType());
	}
	else if (type instanceof ZodLiteral) {
		return [type.value];
	}
	else if (type instanceof ZodEnum) {
		return type.options;
	}
	else if (type instanceof ZodNativeEnum) {
		return util.objectValues(type.enum);
	}
	else if (type instanceof ZodDefault) {
		return getDiscriminator(type._def.innerType);
	}
	else if (type instanceof ZodUndefined) {
		return [undefined];
	}
	else if (type instanceof ZodNull) {
		return [null];
	}
	else if (type instanceof ZodOptional) {
		return [undefined, ...getDiscriminator(type.unwrap())];
	}
	else if (type instanceof ZodNullable) {
		return [null, ...getDiscriminator(type.unwrap())];
	}
	else if (type instanceof ZodBranded) {
		return getDiscriminator(type.unwrap());
	}
	else if (type instanceof ZodReadonly) {
		return getDiscriminator(type.unwrap());
	}
	else if (type instanceof ZodCatch) {
		return getDiscriminator(type._def.innerType);
	}
	else {
		return [];
	}
};
class ZodDiscriminatedUnion extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.object) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const discriminator = this.discriminator;
		const discriminatorValue = ctx.data[discriminator];
		const option = this.optionsMap.get(discriminatorValue);
		if (!option) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_union_discriminator,
				options: Array.from(this.optionsMap.keys()),
				path: [discriminator],
			});
			return parseUtil_INVALID;
		}
		if (ctx.common.async) {
			return option._parseAsync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
		}
		else {
			return option._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
		}
	}
	get discriminator() {
		return this._def.discriminator;
	}
	get options() {
		return this._def.options;
	}
	get optionsMap() {
		return this._def.optionsMap;
	}
	static create(discriminator, options, params) {
		const optionsMap = new Map();
		for (const type of options) {
			const discriminatorValues = getDiscriminator(type.shape[discriminator]);
			if (!discriminatorValues.length) {
				throw new Error(`A discriminator value for key \`${discriminator}\` could not be extracted from all schema options`);
			}
			for (const value of discriminatorValues) {
				if (optionsMap.has(value)) {
					throw new Error(`Discriminator property ${String(discriminator)} has duplicate value ${String(value)}`);
				}
				optionsMap.set(value, type);
			}
		}
		return new ZodDiscriminatedUnion({
			typeName: ZodFirstPartyTypeKind.ZodDiscriminatedUnion,
			discriminator,
			options,
			optionsMap,
			...processCreateParams(params),
		});
	}
}
function mergeValues(a, b) {
	const aType = getParsedType(a);
	const bType = getParsedType(b);
	if (a === b) {
		return { valid: true, data: a };
	}
	else if (aType === ZodParsedType.object && bType === ZodParsedType.object) {
		const bKeys = util.objectKeys(b);
		const sharedKeys = util.objectKeys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = { ...a, ...b };
		for (const key of sharedKeys) {
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) {
				return { valid: false };
			}
			newObj[key] = sharedValue.data;
		}
		return { valid: true, data: newObj };
	}
	else if (aType === ZodParsedType.array && bType === ZodParsedType.array) {
		if (a.length !== b.length) {
			return { valid: false };
		}
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) {
				return { valid: false };
			}
			newArray.push(sharedValue.data);
		}
		return { valid: true, data: newArray };
	}
	else if (aType === ZodParsedType.date && bType === ZodParsedType.date && +a === +b) {
		return { valid: true, data: a };
	}
	else {
		return { valid: false };
	}
}
class ZodIntersection extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		const handleParsed = (parsedLeft, parsedRight) => {
			if (isAborted(parsedLeft) || isAborted(parsedRight)) {
				return parseUtil_INVALID;
			}
			const merged = mergeValues(parsedLeft.value, parsedRight.value);
			if (!merged.valid) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.invalid_intersection_types,
				});
				return parseUtil_INVALID;
			}
			if (isDirty(parsedLeft) || isDirty(parsedRight)) {
				status.dirty();
			}
			return { status: status.value, value: merged.data };
		};
		if (ctx.common.async) {
			return Promise.all([
				this._def.left._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				}),
				this._def.right._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				}),
			]).then(([left, right]) => handleParsed(left, right));
		}
		else {
			return handleParsed(this._def.left._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			}), this._def.right._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			}));
		}
	}
}
ZodIntersection.create = (left, right, params) => {
	return new ZodIntersection({
		left: left,
		right: right,
		typeName: ZodFirstPartyTypeKind.ZodIntersection,
		...processCreateParams(params),
	});
};
class ZodTuple extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.array) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.array,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		if (ctx.data.length < this._def.items.length) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.too_small,
				minimum: this._def.items.length,
				inclusive: true,
				exact: false,
				type: "array",
			});
			return parseUtil_INVALID;
		}
		const rest = this._def.rest;
		if (!rest && ctx.data.length > this._def.items.length) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.too_big,
				maximum: this._def.items.length,
				inclusive: true,
				exact: false,
				type: "array",
			});
			status.dirty();
		}
		const items = [...ctx.data]
			.map((item, itemIndex) => {
			const schema = this._def.items[itemIndex] || this._def.rest;
			if (!schema)
				return null;
			return schema._parse(new ParseInputLazyPath(ctx, item, ctx.path, itemIndex));
		})
			.filter((x) => !!x);
		if (ctx.common.async) {
			return Promise.all(items).then((results) => {
				return ParseStatus.mergeArray(status, results);
			});
		}
		else {
			return ParseStatus.mergeArray(status, items);
		}
	}
	get items() {
		return this._def.items;
	}
	rest(rest) {
		return new ZodTuple({
			...this._def,
			rest,
		});
	}
}
ZodTuple.create = (schemas, params) => {
	if (!Array.isArray(schemas)) {
		throw new Error("You must pass an array of schemas to z.tuple([ ... ])");
	}
	return new ZodTuple({
		items: schemas,
		typeName: ZodFirstPartyTypeKind.ZodTuple,
		rest: null,
		...processCreateParams(params),
	});
};
class ZodRecord extends ZodType {
	get keySchema() {
		return this._def.keyType;
	}
	get valueSchema() {
		return this._def.valueType;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.object) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.object,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const pairs = [];
		const keyType = this._def.keyType;
		const valueType = this._def.valueType;
		for (const key in ctx.data) {
			pairs.push({
				key: keyType._parse(new ParseInputLazyPath(ctx, key, ctx.path, key)),
				value: valueType._parse(new ParseInputLazyPath(ctx, ctx.data[key], ctx.path, key)),
				alwaysSet: key in ctx.data,
			});
		}
		if (ctx.common.async) {
			return ParseStatus.mergeObjectAsync(status, pairs);
		}
		else {
			return ParseStatus.mergeObjectSync(status, pairs);
		}
	}
	get element() {
		return this._def.valueType;
	}
	static create(first, second, third) {
		if (second instanceof ZodType) {
			return new ZodRecord({
				keyType: first,
				valueType: second,
				typeName: ZodFirstPartyTypeKind.ZodRecord,
				...processCreateParams(third),
			});
		}
		return new ZodRecord({
			keyType: ZodString.create(),
			valueType: first,
			typeName: ZodFirstPartyTypeKind.ZodRecord,
			...processCreateParams(second),
		});
	}
}
class ZodMap extends ZodType {
	get keySchema() {
		return this._def.keyType;
	}
	get valueSchema() {
		return this._def.valueType;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.map) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.map,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const keyType = this._def.keyType;
		const valueType = this._def.valueType;
		const pairs = [...ctx.data.entries()].map(([key, value], index) => {
			return {
				key: keyType._parse(new ParseInputLazyPath(ctx, key, ctx.path, [index, "key"])),
				value: valueType._parse(new ParseInputLazyPath(ctx, value, ctx.path, [index, "value"])),
			};
		});
		if (ctx.common.async) {
			const finalMap = new Map();
			return Promise.resolve().then(async () => {
				for (const pair of pairs) {
					const key = await pair.key;
					const value = await pair.value;
					if (key.status === "aborted" || value.status === "aborted") {
						return parseUtil_INVALID;
					}
					if (key.status === "dirty" || value.status === "dirty") {
						status.dirty();
					}
					finalMap.set(key.value, value.value);
				}
				return { status: status.value, value: finalMap };
			});
		}
		else {
			const finalMap = new Map();
			for (const pair of pairs) {
				const key = pair.key;
				const value = pair.value;
				if (key.status === "aborted" || value.status === "aborted") {
					return parseUtil_INVALID;
				}
				if (key.status === "dirty" || value.status === "dirty") {
					status.dirty();
				}
				finalMap.set(key.value, value.value);
			}
			return { status: status.value, value: finalMap };
		}
	}
}
ZodMap.create = (keyType, valueType, params) => {
	return new ZodMap({
		valueType,
		keyType,
		typeName: ZodFirstPartyTypeKind.ZodMap,
		...processCreateParams(params),
	});
};
class ZodSet extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.set) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.set,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const def = this._def;
		if (def.minSize !== null) {
			if (ctx.data.size < def.minSize.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_small,
					minimum: def.minSize.value,
					type: "set",
					inclusive: true,
					exact: false,
					message: def.minSize.message,
				});
				status.dirty();
			}
		}
		if (def.maxSize !== null) {
			if (ctx.data.size > def.maxSize.value) {
				addIssueToContext(ctx, {
					code: ZodIssueCode.too_big,
					maximum: def.maxSize.value,
					type: "set",
					inclusive: true,
					exact: false,
					message: def.maxSize.message,
				});
				status.dirty();
			}
		}
		const valueType = this._def.valueType;
		function finalizeSet(elements) {
			const parsedSet = new Set();
			for (const element of elements) {
				if (element.status === "aborted")
					return parseUtil_INVALID;
				if (element.status === "dirty")
					status.dirty();
				parsedSet.add(element.value);
			}
			return { status: status.value, value: parsedSet };
		}
		const elements = [...ctx.data.values()].map((item, i) => valueType._parse(new ParseInputLazyPath(ctx, item, ctx.path, i)));
		if (ctx.common.async) {
			return Promise.all(elements).then((elements) => finalizeSet(elements));
		}
		else {
			return finalizeSet(elements);
		}
	}
	min(minSize, message) {
		return new ZodSet({
			...this._def,
			minSize: { value: minSize, message: errorUtil.toString(message) },
		});
	}
	max(maxSize, message) {
		return new ZodSet({
			...this._def,
			maxSize: { value: maxSize, message: errorUtil.toString(message) },
		});
	}
	size(size, message) {
		return this.min(size, message).max(size, message);
	}
	nonempty(message) {
		return this.min(1, message);
	}
}
ZodSet.create = (valueType, params) => {
	return new ZodSet({
		valueType,
		minSize: null,
		maxSize: null,
		typeName: ZodFirstPartyTypeKind.ZodSet,
		...processCreateParams(params),
	});
};
class ZodFunction extends ZodType {
	constructor() {
		super(...arguments);
		this.validate = this.implement;
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.function) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.function,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		function makeArgsIssue(args, error) {
			return makeIssue({
				data: args,
				path: ctx.path,
				errorMaps: [ctx.common.contextualErrorMap, ctx.schemaErrorMap, getErrorMap(), en].filter((x) => !!x),
				issueData: {
					code: ZodIssueCode.invalid_arguments,
					argumentsError: error,
				},
			});
		}
		function makeReturnsIssue(returns, error) {
			return makeIssue({
				data: returns,
				path: ctx.path,
				errorMaps: [ctx.common.contextualErrorMap, ctx.schemaErrorMap, getErrorMap(), en].filter((x) => !!x),
				issueData: {
					code: ZodIssueCode.invalid_return_type,
					returnTypeError: error,
				},
			});
		}
		const params = { errorMap: ctx.common.contextualErrorMap };
		const fn = ctx.data;
		if (this._def.returns instanceof ZodPromise) {
			const me = this;
			return OK(async function (...args) {
				const error = new ZodError([]);
				const parsedArgs = await me._def.args.parseAsync(args, params).catch((e) => {
					error.addIssue(makeArgsIssue(args, e));
					throw error;
				});
				const result = await Reflect.apply(fn, this, parsedArgs);
				const parsedReturns = await me._def.returns._def.type
					.parseAsync(result, params)
					.catch((e) => {
					error.addIssue(makeReturnsIssue(result, e));
					throw error;
				});
				return parsedReturns;
			});
		}
		else {
			const me = this;
			return OK(function (...args) {
				const parsedArgs = me._def.args.safeParse(args, params);
				if (!parsedArgs.success) {
					throw new ZodError([makeArgsIssue(args, parsedArgs.error)]);
				}
				const result = Reflect.apply(fn, this, parsedArgs.data);
				const parsedReturns = me._def.returns.safeParse(result, params);
				if (!parsedReturns.success) {
					throw new ZodError([makeReturnsIssue(result, parsedReturns.error)]);
				}
				return parsedReturns.data;
			});
		}
	}
	parameters() {
		return this._def.args;
	}
	returnType() {
		return this._def.returns;
	}
	args(...items) {
		return new ZodFunction({
			...this._def,
			args: ZodTuple.create(items).rest(ZodUnknown.create()),
		});
	}
	returns(returnType) {
		return new ZodFunction({
			...this._def,
			returns: returnType,
		});
	}
	implement(func) {
		const validatedFunc = this.parse(func);
		return validatedFunc;
	}
	strictImplement(func) {
		const validatedFunc = this.parse(func);
		return validatedFunc;
	}
	static create(args, returns, params) {
		return new ZodFunction({
			args: (args ? args : ZodTuple.create([]).rest(ZodUnknown.create())),
			returns: returns || ZodUnknown.create(),
			typeName: ZodFirstPartyTypeKind.ZodFunction,
			...processCreateParams(params),
		});
	}
}
class ZodLazy extends ZodType {
	get schema() {
		return this._def.getter();
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const lazySchema = this._def.getter();
		return lazySchema._parse({ data: ctx.data, path: ctx.path, parent: ctx });
	}
}
ZodLazy.create = (getter, params) => {
	return new ZodLazy({
		getter: getter,
		typeName: ZodFirstPartyTypeKind.ZodLazy,
		...processCreateParams(params),
	});
};
class ZodLiteral extends ZodType {
	_parse(input) {
		if (input.data !== this._def.value) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_literal,
				expected: this._def.value,
			});
			return parseUtil_INVALID;
		}
		return { status: "valid", value: input.data };
	}
	get value() {
		return this._def.value;
	}
}
ZodLiteral.create = (value, params) => {
	return new ZodLiteral({
		value: value,
		typeName: ZodFirstPartyTypeKind.ZodLiteral,
		...processCreateParams(params),
	});
};
function createZodEnum(values, params) {
	return new ZodEnum({
		values,
		typeName: ZodFirstPartyTypeKind.ZodEnum,
		...processCreateParams(params),
	});
}
class ZodEnum extends ZodType {
	_parse(input) {
		if (typeof input.data !== "string") {
			const ctx = this._getOrReturnCtx(input);
			const expectedValues = this._def.values;
			addIssueToContext(ctx, {
				expected: util.joinValues(expectedValues),
				received: ctx.parsedType,
				code: ZodIssueCode.invalid_type,
			});
			return parseUtil_INVALID;
		}
		if (!this._cache) {
			this._cache = new Set(this._def.values);
		}
		if (!this._cache.has(input.data)) {
			const ctx = this._getOrReturnCtx(input);
			const expectedValues = this._def.values;
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_enum_value,
				options: expectedValues,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
	get options() {
		return this._def.values;
	}
	get enum() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	get Values() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	get Enum() {
		const enumValues = {};
		for (const val of this._def.values) {
			enumValues[val] = val;
		}
		return enumValues;
	}
	extract(values, newDef = this._def) {
		return ZodEnum.create(values, {
			...this._def,
			...newDef,
		});
	}
	exclude(values, newDef = this._def) {
		return ZodEnum.create(this.options.filter((opt) => !values.includes(opt)), {
			...this._def,
			...newDef,
		});
	}
}
ZodEnum.create = createZodEnum;
class ZodNativeEnum extends ZodType {
	_parse(input) {
		const nativeEnumValues = util.getValidEnumValues(this._def.values);
		const ctx = this._getOrReturnCtx(input);
		if (ctx.parsedType !== ZodParsedType.string && ctx.parsedType !== ZodParsedType.number) {
			const expectedValues = util.objectValues(nativeEnumValues);
			addIssueToContext(ctx, {
				expected: util.joinValues(expectedValues),
				received: ctx.parsedType,
				code: ZodIssueCode.invalid_type,
			});
			return parseUtil_INVALID;
		}
		if (!this._cache) {
			this._cache = new Set(util.getValidEnumValues(this._def.values));
		}
		if (!this._cache.has(input.data)) {
			const expectedValues = util.objectValues(nativeEnumValues);
			addIssueToContext(ctx, {
				received: ctx.data,
				code: ZodIssueCode.invalid_enum_value,
				options: expectedValues,
			});
			return parseUtil_INVALID;
		}
		return OK(input.data);
	}
	get enum() {
		return this._def.values;
	}
}
ZodNativeEnum.create = (values, params) => {
	return new ZodNativeEnum({
		values: values,
		typeName: ZodFirstPartyTypeKind.ZodNativeEnum,
		...processCreateParams(params),
	});
};
class ZodPromise extends ZodType {
	unwrap() {
		return this._def.type;
	}
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		if (ctx.parsedType !== ZodParsedType.promise && ctx.common.async === false) {
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.promise,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		const promisified = ctx.parsedType === ZodParsedType.promise ? ctx.data : Promise.resolve(ctx.data);
		return OK(promisified.then((data) => {
			return this._def.type.parseAsync(data, {
				path: ctx.path,
				errorMap: ctx.common.contextualErrorMap,
			});
		}));
	}
}
ZodPromise.create = (schema, params) => {
	return new ZodPromise({
		type: schema,
		typeName: ZodFirstPartyTypeKind.ZodPromise,
		...processCreateParams(params),
	});
};
class ZodEffects extends ZodType {
	innerType() {
		return this._def.schema;
	}
	sourceType() {
		return this._def.schema._def.typeName === ZodFirstPartyTypeKind.ZodEffects
			? this._def.schema.sourceType()
			: this._def.schema;
	}
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		const effect = this._def.effect || null;
		const checkCtx = {
			addIssue: (arg) => {
				addIssueToContext(ctx, arg);
				if (arg.fatal) {
					status.abort();
				}
				else {
					status.dirty();
				}
			},
			get path() {
				return ctx.path;
			},
		};
		checkCtx.addIssue = checkCtx.addIssue.bind(checkCtx);
		if (effect.type === "preprocess") {
			const processed = effect.transform(ctx.data, checkCtx);
			if (ctx.common.async) {
				return Promise.resolve(processed).then(async (processed) => {
					if (status.value === "aborted")
						return parseUtil_INVALID;
					const result = await this._def.schema._parseAsync({
						data: processed,
						path: ctx.path,
						parent: ctx,
					});
					if (result.status === "aborted")
						return parseUtil_INVALID;
					if (result.status === "dirty")
						return DIRTY(result.value);
					if (status.value === "dirty")
						return DIRTY(result.value);
					return result;
				});
			}
			else {
				if (status.value === "aborted")
					return parseUtil_INVALID;
				const result = this._def.schema._parseSync({
					data: processed,
					path: ctx.path,
					parent: ctx,
				});
				if (result.status === "aborted")
					return parseUtil_INVALID;
				if (result.status === "dirty")
					return DIRTY(result.value);
				if (status.value === "dirty")
					return DIRTY(result.value);
				return result;
			}
		}
		if (effect.type === "refinement") {
			const executeRefinement = (acc) => {
				const result = effect.refinement(acc, checkCtx);
				if (ctx.common.async) {
					return Promise.resolve(result);
				}
				if (result instanceof Promise) {
					throw new Error("Async refinement encountered during synchronous parse operation. Use .parseAsync instead.");
				}
				return acc;
			};
			if (ctx.common.async === false) {
				const inner = this._def.schema._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (inner.status === "aborted")
					return parseUtil_INVALID;
				if (inner.status === "dirty")
					status.dirty();
				executeRefinement(inner.value);
				return { status: status.value, value: inner.value };
			}
			else {
				return this._def.schema._parseAsync({ data: ctx.data, path: ctx.path, parent: ctx }).then((inner) => {
					if (inner.status === "aborted")
						return parseUtil_INVALID;
					if (inner.status === "dirty")
						status.dirty();
					return executeRefinement(inner.value).then(() => {
						return { status: status.value, value: inner.value };
					});
				});
			}
		}
		if (effect.type === "transform") {
			if (ctx.common.async === false) {
				const base = this._def.schema._parseSync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (!isValid(base))
					return parseUtil_INVALID;
				const result = effect.transform(base.value, checkCtx);
				if (result instanceof Promise) {
					throw new Error(`Asynchronous transform encountered during synchronous parse operation. Use .parseAsync instead.`);
				}
				return { status: status.value, value: result };
			}
			else {
				return this._def.schema._parseAsync({ data: ctx.data, path: ctx.path, parent: ctx }).then((base) => {
					if (!isValid(base))
						return parseUtil_INVALID;
					return Promise.resolve(effect.transform(base.value, checkCtx)).then((result) => ({
						status: status.value,
						value: result,
					}));
				});
			}
		}
		util.assertNever(effect);
	}
}
ZodEffects.create = (schema, effect, params) => {
	return new ZodEffects({
		schema,
		typeName: ZodFirstPartyTypeKind.ZodEffects,
		effect,
		...processCreateParams(params),
	});
};
ZodEffects.createWithPreprocess = (preprocess, schema, params) => {
	return new ZodEffects({
		schema,
		effect: { type: "preprocess", transform: preprocess },
		typeName: ZodFirstPartyTypeKind.ZodEffects,
		...processCreateParams(params),
	});
};
class ZodOptional extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType === ZodParsedType.undefined) {
			return OK(undefined);
		}
		return this._def.innerType._parse(input);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodOptional.create = (type, params) => {
	return new ZodOptional({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodOptional,
		...processCreateParams(params),
	});
};
class ZodNullable extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType === ZodParsedType.null) {
			return OK(null);
		}
		return this._def.innerType._parse(input);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodNullable.create = (type, params) => {
	return new ZodNullable({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodNullable,
		...processCreateParams(params),
	});
};
class ZodDefault extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		let data = ctx.data;
		if (ctx.parsedType === ZodParsedType.undefined) {
			data = this._def.defaultValue();
		}
		return this._def.innerType._parse({
			data,
			path: ctx.path,
			parent: ctx,
		});
	}
	removeDefault() {
		return this._def.innerType;
	}
}
ZodDefault.create = (type, params) => {
	return new ZodDefault({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodDefault,
		defaultValue: typeof params.default === "function" ? params.default : () => params.default,
		...processCreateParams(params),
	});
};
class ZodCatch extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const newCtx = {
			...ctx,
			common: {
				...ctx.common,
				issues: [],
			},
		};
		const result = this._def.innerType._parse({
			data: newCtx.data,
			path: newCtx.path,
			parent: {
				...newCtx,
			},
		});
		if (isAsync(result)) {
			return result.then((result) => {
				return {
					status: "valid",
					value: result.status === "valid"
						? result.value
						: this._def.catchValue({
							get error() {
								return new ZodError(newCtx.common.issues);
							},
							input: newCtx.data,
						}),
				};
			});
		}
		else {
			return {
				status: "valid",
				value: result.status === "valid"
					? result.value
					: this._def.catchValue({
						get error() {
							return new ZodError(newCtx.common.issues);
						},
						input: newCtx.data,
					}),
			};
		}
	}
	removeCatch() {
		return this._def.innerType;
	}
}
ZodCatch.create = (type, params) => {
	return new ZodCatch({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodCatch,
		catchValue: typeof params.catch === "function" ? params.catch : () => params.catch,
		...processCreateParams(params),
	});
};
class ZodNaN extends ZodType {
	_parse(input) {
		const parsedType = this._getType(input);
		if (parsedType !== ZodParsedType.nan) {
			const ctx = this._getOrReturnCtx(input);
			addIssueToContext(ctx, {
				code: ZodIssueCode.invalid_type,
				expected: ZodParsedType.nan,
				received: ctx.parsedType,
			});
			return parseUtil_INVALID;
		}
		return { status: "valid", value: input.data };
	}
}
ZodNaN.create = (params) => {
	return new ZodNaN({
		typeName: ZodFirstPartyTypeKind.ZodNaN,
		...processCreateParams(params),
	});
};
const BRAND = Symbol("zod_brand");
class ZodBranded extends ZodType {
	_parse(input) {
		const { ctx } = this._processInputParams(input);
		const data = ctx.data;
		return this._def.type._parse({
			data,
			path: ctx.path,
			parent: ctx,
		});
	}
	unwrap() {
		return this._def.type;
	}
}
class ZodPipeline extends ZodType {
	_parse(input) {
		const { status, ctx } = this._processInputParams(input);
		if (ctx.common.async) {
			const handleAsync = async () => {
				const inResult = await this._def.in._parseAsync({
					data: ctx.data,
					path: ctx.path,
					parent: ctx,
				});
				if (inResult.status === "aborted")
					return parseUtil_INVALID;
				if (inResult.status === "dirty") {
					status.dirty();
					return DIRTY(inResult.value);
				}
				else {
					return this._def.out._parseAsync({
						data: inResult.value,
						path: ctx.path,
						parent: ctx,
					});
				}
			};
			return handleAsync();
		}
		else {
			const inResult = this._def.in._parseSync({
				data: ctx.data,
				path: ctx.path,
				parent: ctx,
			});
			if (inResult.status === "aborted")
				return parseUtil_INVALID;
			if (inResult.status === "dirty") {
				status.dirty();
				return {
					status: "dirty",
					value: inResult.value,
				};
			}
			else {
				return this._def.out._parseSync({
					data: inResult.value,
					path: ctx.path,
					parent: ctx,
				});
			}
		}
	}
	static create(a, b) {
		return new ZodPipeline({
			in: a,
			out: b,
			typeName: ZodFirstPartyTypeKind.ZodPipeline,
		});
	}
}
class ZodReadonly extends ZodType {
	_parse(input) {
		const result = this._def.innerType._parse(input);
		const freeze = (data) => {
			if (isValid(data)) {
				data.value = Object.freeze(data.value);
			}
			return data;
		};
		return isAsync(result) ? result.then((data) => freeze(data)) : freeze(result);
	}
	unwrap() {
		return this._def.innerType;
	}
}
ZodReadonly.create = (type, params) => {
	return new ZodReadonly({
		innerType: type,
		typeName: ZodFirstPartyTypeKind.ZodReadonly,
		...processCreateParams(params),
	});
};
function cleanParams(params, data) {
	const p = typeof params === "function" ? params(data) : typeof params === "string" ? { message: params } : params;
	const p2 = typeof p === "string" ? { message: p } : p;
	return p2;
}
function custom(check, _params = {},
fatal) {
	if (check)
		return ZodAny.create().superRefine((data, ctx) => {
			const r = check(data);
			if (r instanceof Promise) {
				return r.then((r) => {
					if (!r) {
						const params = cleanParams(_params, data);
						const _fatal = params.fatal ?? fatal ?? true;
						ctx.addIssue({ code: "custom", ...params, fatal: _fatal });
					}
				});
			}
			if (!r) {
				const params = cleanParams(_params, data);
				const _fatal = params.fatal ?? fatal ?? true;
				ctx.addIssue({ code: "custom", ...params, fatal: _fatal });
			}
			return;
		});
	return ZodAny.create();
}
const late = {
	object: ZodObject.lazycreate,
};
var ZodFirstPartyTypeKind;
(function (ZodFirstPartyTypeKind) {
	ZodFirstPartyTypeKind["ZodString"] = "ZodString";
	ZodFirstPartyTypeKind["ZodNumber"] = "ZodNumber";
	ZodFirstPartyTypeKind["ZodNaN"] = "ZodNaN";
	ZodFirstPartyTypeKind["ZodBigInt"] = "ZodBigInt";
	ZodFirstPartyTypeKind["ZodBoolean"] = "ZodBoolean";
	ZodFirstPartyTypeKind["ZodDate"] = "ZodDate";
	ZodFirstPartyTypeKind["ZodSymbol"] = "ZodSymbol";
	ZodFirstPartyTypeKind["ZodUndefined"] = "ZodUndefined";
	ZodFirstPartyTypeKind["ZodNull"] = "ZodNull";
	ZodFirstPartyTypeKind["ZodAny"] = "ZodAny";
	ZodFirstPartyTypeKind["ZodUnknown"] = "ZodUnknown";
	ZodFirstPartyTypeKind["ZodNever"] = "ZodNever";
	ZodFirstPartyTypeKind["ZodVoid"] = "ZodVoid";
	ZodFirstPartyTypeKind["ZodArray"] = "ZodArray";
	ZodFirstPartyTypeKind["ZodObject"] = "ZodObject";
	ZodFirstPartyTypeKind["ZodUnion"] = "ZodUnion";
	ZodFirstPartyTypeKind["ZodDiscriminatedUnion"] = "ZodDiscriminatedUnion";
	ZodFirstPartyTypeKind["ZodIntersection"] = "ZodIntersection";
	ZodFirstPartyTypeKind["ZodTuple"] = "ZodTuple";
	ZodFirstPartyTypeKind["ZodRecord"] = "ZodRecord";
	ZodFirstPartyTypeKind["ZodMap"] = "ZodMap";
	ZodFirstPartyTypeKind["ZodSet"] = "ZodSet";
	ZodFirstPartyTypeKind["ZodFunction"] = "ZodFunction";
	ZodFirstPartyTypeKind["ZodLazy"] = "ZodLazy";
	ZodFirstPartyTypeKind["ZodLiteral"] = "ZodLiteral";
	ZodFirstPartyTypeKind["ZodEnum"] = "ZodEnum";
	ZodFirstPartyTypeKind["ZodEffects"] = "ZodEffects";
	ZodFirstPartyTypeKind["ZodNativeEnum"] = "ZodNativeEnum";
	ZodFirstPartyTypeKind["ZodOptional"] = "ZodOptional";
	ZodFirstPartyTypeKind["ZodNullable"] = "ZodNullable";
	ZodFirstPartyTypeKind["ZodDefault"] = "ZodDefault";
	ZodFirstPartyTypeKind["ZodCatch"] = "ZodCatch";
	ZodFirstPartyTypeKind["ZodPromise"] = "ZodPromise";
	ZodFirstPartyTypeKind["ZodBranded"] = "ZodBranded";
	ZodFirstPartyTypeKind["ZodPipeline"] = "ZodPipeline";
	ZodFirstPartyTypeKind["ZodReadonly"] = "ZodReadonly";
})(ZodFirstPartyTypeKind || (ZodFirstPartyTypeKind = {}));
class Class {
	constructor(..._) { }
}
const instanceOfType = (
cls, params = {
	message: `Input not instance of ${cls.name}`,
}) => custom((data) => data instanceof cls, params);
const stringType = ZodString.create;
const numberType = ZodNumber.create;
const nanType = ZodNaN.create;
const bigIntType = ZodBigInt.create;
const booleanType = ZodBoolean.create;
const dateType = ZodDate.create;
const symbolType = ZodSymbol.create;
const undefinedType = ZodUndefined.create;
const nullType = ZodNull.create;
const anyType = ZodAny.create;
const unknownType = ZodUnknown.create;
const neverType = ZodNever.create;
const voidType = ZodVoid.create;
const arrayType = ZodArray.create;
const objectType = ZodObject.create;
const strictObjectType = ZodObject.strictCreate;
const unionType = ZodUnion.create;
const discriminatedUnionType = ZodDiscriminatedUnion.create;
const intersectionType = ZodIntersection.create;
const tupleType = ZodTuple.create;
const recordType = ZodRecord.create;
const mapType = ZodMap.create;
const setType = ZodSet.create;
const functionType = ZodFunction.create;
const lazyType = ZodLazy.create;
const literalType = ZodLiteral.create;
const enumType = ZodEnum.create;
const nativeEnumType = ZodNativeEnum.create;
const promiseType = ZodPromise.create;
const effectsType = ZodEffects.create;
const optionalType = ZodOptional.create;
const nullableType = ZodNullable.create;
const preprocessType = ZodEffects.createWithPreprocess;
const pipelineType = ZodPipeline.create;
const ostring = () => stringType().optional();
const onumber = () => numberType().optional();
const oboolean = () => booleanType().optional();
const coerce = {
	string: ((arg) => ZodString.create({ ...arg, coerce: true })),
	number: ((arg) => ZodNumber.create({ ...arg, coerce: true })),
	boolean: ((arg) => ZodBoolean.create({
		...arg,
		coerce: true,
	})),
	bigint: ((arg) => ZodBigInt.create({ ...arg, coerce: true })),
	date: ((arg) => ZodDate.create({ ...arg, coerce: true })),
};
const NEVER = ( null && (INVALID));
;
function Resize(widthOriginal, heightOriginal, targetWidth, targetHeight, blendAlpha, interpolationPass, resizeCallback) {
	this.widthOriginal = Math.abs(Math.floor(widthOriginal) || 0);
	this.heightOriginal = Math.abs(Math.floor(heightOriginal) || 0);
	this.targetWidth = Math.abs(Math.floor(targetWidth) || 0);
	this.targetHeight = Math.abs(Math.floor(targetHeight) || 0);
	this.colorChannels = blendAlpha ? 4 : 3;
	this.interpolationPass = Boolean(interpolationPass);
	this.resizeCallback =
		typeof resizeCallback === "function" ? resizeCallback : function () { };
	this.targetWidthMultipliedByChannels = this.targetWidth * this.colorChannels;
	this.originalWidthMultipliedByChannels =
		this.widthOriginal * this.colorChannels;
	this.originalHeightMultipliedByChannels =
		this.heightOriginal * this.colorChannels;
	this.widthPassResultSize =
		this.targetWidthMultipliedByChannels * this.heightOriginal;
	this.finalResultSize =
		this.targetWidthMultipliedByChannels * this.targetHeight;
	this.initialize();
}
Resize.prototype.initialize = function () {
	if (this.widthOriginal > 0 &&
		this.heightOriginal > 0 &&
		this.targetWidth > 0 &&
		this.targetHeight > 0) {
		this.configurePasses();
	}
	else {
		console.log(this);
		throw new Error("Invalid settings specified for the resizer.");
	}
};
Resize.prototype.configurePasses = function () {
	if (this.widthOriginal === this.targetWidth) {
		this.resizeWidth = this.bypassResizer;
	}
	else {
		this.ratioWeightWidthPass = this.widthOriginal / this.targetWidth;
		if (this.ratioWeightWidthPass < 1 && this.interpolationPass) {
			this.initializeFirstPassBuffers(true);
			this.resizeWidth =
				this.colorChannels === 4
					? this.resizeWidthInterpolatedRGBA
					: this.resizeWidthInterpolatedRGB;
		}
		else {
			this.initializeFirstPassBuffers(false);
			this.resizeWidth =
				this.colorChannels === 4 ? this.resizeWidthRGBA : this.resizeWidthRGB;
		}
	}
	if (this.heightOriginal === this.targetHeight) {
		this.resizeHeight = this.bypassResizer;
	}
	else {
		this.ratioWeightHeightPass = this.heightOriginal / this.targetHeight;
		if (this.ratioWeightHeightPass < 1 && this.interpolationPass) {
			this.initializeSecondPassBuffers(true);
			this.resizeHeight = this.resizeHeightInterpolated;
		}
		else {
			this.initializeSecondPassBuffers(false);
			this.resizeHeight =
				this.colorChannels === 4 ? this.resizeHeightRGBA : this.resizeHeightRGB;
		}
	}
};
Resize.prototype._resizeWidthInterpolatedRGBChannels = function (buffer, fourthChannel) {
	const channelsNum = fourthChannel ? 4 : 3;
	const ratioWeight = this.ratioWeightWidthPass;
	const outputBuffer = this.widthBuffer;
	let weight = 0;
	let finalOffset = 0;
	let pixelOffset = 0;
	let firstWeight = 0;
	let secondWeight = 0;
	let targetPosition;
	for (targetPosition = 0; weight < 1 / 3; targetPosition += channelsNum, weight += ratioWeight) {
		for (finalOffset = targetPosition, pixelOffset = 0; finalOffset < this.widthPassResultSize; pixelOffset += this.originalWidthMultipliedByChannels,
			finalOffset += this.targetWidthMultipliedByChannels) {
			outputBuffer[finalOffset] = buffer[pixelOffset];
			outputBuffer[finalOffset + 1] = buffer[pixelOffset + 1];
			outputBuffer[finalOffset + 2] = buffer[pixelOffset + 2];
			if (fourthChannel)
				outputBuffer[finalOffset + 3] = buffer[pixelOffset + 3];
		}
	}
	weight -= 1 / 3;
	let interpolationWidthSourceReadStop;
	for (interpolationWidthSourceReadStop = this.widthOriginal - 1; weight < interpolationWidthSourceReadStop; targetPosition += channelsNum, weight += ratioWeight) {
		secondWeight = weight % 1;
		firstWeight = 1 - secondWeight;
		for (finalOffset = targetPosition,
			pixelOffset = Math.floor(weight) * channelsNum; finalOffset < this.widthPassResultSize; pixelOffset += this.originalWidthMultipliedByChannels,
			finalOffset += this.targetWidthMultipliedByChannels) {
			outputBuffer[finalOffset + 0] =
				buffer[pixelOffset + 0] * firstWeight +
					buffer[pixelOffset + channelsNum + 0] * secondWeight;
			outputBuffer[finalOffset + 1] =
				buffer[pixelOffset + 1] * firstWeight +
					buffer[pixelOffset + channelsNum + 1] * secondWeight;
			outputBuffer[finalOffset + 2] =
				buffer[pixelOffset + 2] * firstWeight +
					buffer[pixelOffset + channelsNum + 2] * secondWeight;
			if (fourthChannel)
				outputBuffer[finalOffset + 3] =
					buffer[pixelOffset + 3] * firstWeight +
						buffer[pixelOffset + channelsNum + 3] * secondWeight;
		}
	}
	for (interpolationWidthSourceReadStop =
		this.originalWidthMultipliedByChannels - channelsNum; targetPosition < this.targetWidthMultipliedByChannels; targetPosition += channelsNum) {
		for (finalOffset = targetPosition,
			pixelOffset = interpolationWidthSourceReadStop; finalOffset < this.widthPassResultSize; pixelOffset += this.originalWidthMultipliedByChannels,
			finalOffset += this.targetWidthMultipliedByChannels) {
			outputBuffer[finalOffset] = buffer[pixelOffset];
			outputBuffer[finalOffset + 1] = buffer[pixelOffset + 1];
			outputBuffer[finalOffset + 2] = buffer[pixelOffset + 2];
			if (fourthChannel)
				outputBuffer[finalOffset + 3] = buffer[pixelOffset + 3];
		}
	}
	return outputBuffer;
};
Resize.prototype._resizeWidthRGBChannels = function (buffer, fourthChannel) {
	const channelsNum = fourthChannel ? 4 : 3;
	const ratioWeight = this.ratioWeightWidthPass;
	const ratioWeightDivisor = 1 / ratioWeight;
	const nextLineOffsetOriginalWidth = this.originalWidthMultipliedByChannels - channelsNum + 1;
	const nextLineOffsetTargetWidth = this.targetWidthMultipliedByChannels - channelsNum + 1;
	const output = this.outputWidthWorkBench;
	const outputBuffer = this.widthBuffer;
	const trustworthyColorsCount = this.outputWidthWorkBenchOpaquePixelsCount;
	let weight = 0;
	let amountToNext = 0;
	let actualPosition = 0;
	let currentPosition = 0;
	let line = 0;
	let pixelOffset = 0;
	let outputOffset = 0;
	let multiplier = 1;
	let r = 0;
	let g = 0;
	let b = 0;
	let a = 0;
	do {
		for (line = 0; line < this.originalHeightMultipliedByChannels;) {
			output[line++] = 0;
			output[line++] = 0;
			output[line++] = 0;
			if (fourthChannel) {
				output[line++] = 0;
				trustworthyColorsCount[line / channelsNum - 1] = 0;
			}
		}
		weight = ratioWeight;
		do {
			amountToNext = 1 + actualPosition - currentPosition;
			multiplier = Math.min(weight, amountToNext);
			for (line = 0, pixelOffset = actualPosition; line < this.originalHeightMultipliedByChannels; pixelOffset += nextLineOffsetOriginalWidth) {
				r = buffer[pixelOffset];
				g = buffer[++pixelOffset];
				b = buffer[++pixelOffset];
				a = fourthChannel ? buffer[++pixelOffset] : 255;
				output[line++] += (a ? r : 0) * multiplier;
				output[line++] += (a ? g : 0) * multiplier;
				output[line++] += (a ? b : 0) * multiplier;
				if (fourthChannel) {
					output[line++] += a * multiplier;
					trustworthyColorsCount[line / channelsNum - 1] += a ? multiplier : 0;
				}
			}
			if (weight >= amountToNext) {
				actualPosition += channelsNum;
				currentPosition = actualPosition;
				weight -= amountToNext;
			}
			else {
				currentPosition += weight;
				break;
			}
		} while (weight > 0 &&
			actualPosition < this.originalWidthMultipliedByChannels);
		for (line = 0, pixelOffset = outputOffset; line < this.originalHeightMultipliedByChannels; pixelOffset += nextLineOffsetTargetWidth) {
			weight = fourthChannel ? trustworthyColorsCount[line / channelsNum] : 1;
			multiplier = fourthChannel
				? weight
					? 1 / weight
					: 0
				: ratioWeightDivisor;
			outputBuffer[pixelOffset] = output[line++] * multiplier;
			outputBuffer[++pixelOffset] = output[line++] * multiplier;
			outputBuffer[++pixelOffset] = output[line++] * multiplier;
			if (fourthChannel)
				outputBuffer[++pixelOffset] = output[line++] * ratioWeightDivisor;
		}
		outputOffset += channelsNum;
	} while (outputOffset < this.targetWidthMultipliedByChannels);
	return outputBuffer;
};
Resize.prototype._resizeHeightRGBChannels = function (buffer, fourthChannel) {
	const ratioWeight = this.ratioWeightHeightPass;
	const ratioWeightDivisor = 1 / ratioWeight;
	const output = this.outputHeightWorkBench;
	const outputBuffer = this.heightBuffer;
	const trustworthyColorsCount = this.outputHeightWorkBenchOpaquePixelsCount;
	let weight = 0;
	let amountToNext = 0;
	let actualPosition = 0;
	let currentPosition = 0;
	let pixelOffset = 0;
	let outputOffset = 0;
	let caret = 0;
	let multiplier = 1;
	let r = 0;
	let g = 0;
	let b = 0;
	let a = 0;
	do {
		for (pixelOffset = 0; pixelOffset < this.targetWidthMultipliedByChannels;) {
			output[pixelOffset++] = 0;
			output[pixelOffset++] = 0;
			output[pixelOffset++] = 0;
			if (fourthChannel) {
				output[pixelOffset++] = 0;
				trustworthyColorsCount[pixelOffset / 4 - 1] = 0;
			}
		}
		weight = ratioWeight;
		do {
			amountToNext = 1 + actualPosition - currentPosition;
			multiplier = Math.min(weight, amountToNext);
			caret = actualPosition;
			for (pixelOffset = 0; pixelOffset < this.targetWidthMultipliedByChannels;) {
				r = buffer[caret++];
				g = buffer[caret++];
				b = buffer[caret++];
				a = fourthChannel ? buffer[caret++] : 255;
				output[pixelOffset++] += (a ? r : 0) * multiplier;
				output[pixelOffset++] += (a ? g : 0) * multiplier;
				output[pixelOffset++] += (a ? b : 0) * multiplier;
				if (fourthChannel) {
					output[pixelOffset++] += a * multiplier;
					trustworthyColorsCount[pixelOffset / 4 - 1] += a ? multiplier : 0;
				}
			}
			if (weight >= amountToNext) {
				actualPosition = caret;
				currentPosition = actualPosition;
				weight -= amountToNext;
			}
			else {
				currentPosition += weight;
				break;
			}
		} while (weight > 0 && actualPosition < this.widthPassResultSize);
		for (pixelOffset = 0; pixelOffset < this.targetWidthMultipliedByChannels;) {
			weight = fourthChannel ? trustworthyColorsCount[pixelOffset / 4] : 1;
			multiplier = fourthChannel
				? weight
					? 1 / weight
					: 0
				: ratioWeightDivisor;
			outputBuffer[outputOffset++] = Math.round(output[pixelOffset++] * multiplier);
			outputBuffer[outputOffset++] = Math.round(output[pixelOffset++] * multiplier);
			outputBuffer[outputOffset++] = Math.round(output[pixelOffset++] * multiplier);
			if (fourthChannel) {
				outputBuffer[outputOffset++] = Math.round(output[pixelOffset++] * ratioWeightDivisor);
			}
		}
	} while (outputOffset < this.finalResultSize);
	return outputBuffer;
};
Resize.prototype.resizeWidthInterpolatedRGB = function (buffer) {
	return this._resizeWidthInterpolatedRGBChannels(buffer, false);
};
Resize.prototype.resizeWidthInterpolatedRGBA = function (buffer) {
	return this._resizeWidthInterpolatedRGBChannels(buffer, true);
};
Resize.prototype.resizeWidthRGB = function (buffer) {
	return this._resizeWidthRGBChannels(buffer, false);
};
Resize.prototype.resizeWidthRGBA = function (buffer) {
	return this._resizeWidthRGBChannels(buffer, true);
};
Resize.prototype.resizeHeightInterpolated = function (buffer) {
	const ratioWeight = this.ratioWeightHeightPass;
	const outputBuffer = this.heightBuffer;
	let weight = 0;
	let finalOffset = 0;
	let pixelOffset = 0;
	let pixelOffsetAccumulated = 0;
	let pixelOffsetAccumulated2 = 0;
	let firstWeight = 0;
	let secondWeight = 0;
	let interpolationHeightSourceReadStop;
	for (; weight < 1 / 3; weight += ratioWeight) {
		for (pixelOffset = 0; pixelOffset < this.targetWidthMultipliedByChannels;) {
			outputBuffer[finalOffset++] = Math.round(buffer[pixelOffset++]);
		}
	}
	weight -= 1 / 3;
	for (interpolationHeightSourceReadStop = this.heightOriginal - 1; weight < interpolationHeightSourceReadStop; weight += ratioWeight) {
		secondWeight = weight % 1;
		firstWeight = 1 - secondWeight;
		pixelOffsetAccumulated =
			Math.floor(weight) * this.targetWidthMultipliedByChannels;
		pixelOffsetAccumulated2 =
			pixelOffsetAccumulated + this.targetWidthMultipliedByChannels;
		for (pixelOffset = 0; pixelOffset < this.targetWidthMultipliedByChannels; ++pixelOffset) {
			outputBuffer[finalOffset++] = Math.round(buffer[pixelOffsetAccumulated++] * firstWeight +
				buffer[pixelOffsetAccumulated2++] * secondWeight);
		}
	}
	while (finalOffset < this.finalResultSize) {
		for (pixelOffset = 0,
			pixelOffsetAccumulated =
				interpolationHeightSourceReadStop *
					this.targetWidthMultipliedByChannels; pixelOffset < this.targetWidthMultipliedByChannels; ++pixelOffset) {
			outputBuffer[finalOffset++] = Math.round(buffer[pixelOffsetAccumulated++]);
		}
	}
	return outputBuffer;
};
Resize.prototype.resizeHeightRGB = function (buffer) {
	return this._resizeHeightRGBChannels(buffer, false);
};
Resize.prototype.resizeHeightRGBA = function (buffer) {
	return this._resizeHeightRGBChannels(buffer, true);
};
Resize.prototype.resize = function (buffer) {
	this.resizeCallback(this.resizeHeight(this.resizeWidth(buffer)));
};
Resize.prototype.bypassResizer = function (buffer) {
	return buffer;
};
Resize.prototype.initializeFirstPassBuffers = function (BILINEARAlgo) {
	this.widthBuffer = this.generateFloatBuffer(this.widthPassResultSize);
	if (!BILINEARAlgo) {
		this.outputWidthWorkBench = this.generateFloatBuffer(this.originalHeightMultipliedByChannels);
		if (this.colorChannels > 3) {
			this.outputWidthWorkBenchOpaquePixelsCount = this.generateFloat64Buffer(this.heightOriginal);
		}
	}
};
Resize.prototype.initializeSecondPassBuffers = function (BILINEARAlgo) {
	this.heightBuffer = this.generateUint8Buffer(this.finalResultSize);
	if (!BILINEARAlgo) {
		this.outputHeightWorkBench = this.generateFloatBuffer(this.targetWidthMultipliedByChannels);
		if (this.colorChannels > 3) {
			this.outputHeightWorkBenchOpaquePixelsCount = this.generateFloat64Buffer(this.targetWidth);
		}
	}
};
Resize.prototype.generateFloatBuffer = function (bufferLength) {
	try {
		return new Float32Array(bufferLength);
	}
	catch (error) {
		console.error(error);
		return [];
	}
};
Resize.prototype.generateFloat64Buffer = function (bufferLength) {
	try {
		return new Float64Array(bufferLength);
	}
	catch (error) {
		console.error(error);
		return [];
	}
};
Resize.prototype.generateUint8Buffer = function (bufferLength) {
	try {
		return new Uint8Array(bufferLength);
	}
	catch (error) {
		console.error(error);
		return [];
	}
};
	const modules_resize = (Resize);
;
const operations = {
	nearestNeighbor(src, dst) {
		const wSrc = src.width;
		const hSrc = src.height;
		const wDst = dst.width;
		const hDst = dst.height;
		const bufSrc = src.data;
		const bufDst = dst.data;
		for (let i = 0; i < hDst; i++) {
			for (let j = 0; j < wDst; j++) {
				let posDst = (i * wDst + j) * 4;
				const iSrc = Math.floor((i * hSrc) / hDst);
				const jSrc = Math.floor((j * wSrc) / wDst);
				let posSrc = (iSrc * wSrc + jSrc) * 4;
				bufDst[posDst++] = bufSrc[posSrc++];
				bufDst[posDst++] = bufSrc[posSrc++];
				bufDst[posDst++] = bufSrc[posSrc++];
				bufDst[posDst++] = bufSrc[posSrc++];
			}
		}
	},
	bilinearInterpolation(src, dst) {
		const wSrc = src.width;
		const hSrc = src.height;
		const wDst = dst.width;
		const hDst = dst.height;
		const bufSrc = src.data;
		const bufDst = dst.data;
		const interpolate = function (k, kMin, vMin, kMax, vMax) {
			if (kMin === kMax) {
				return vMin;
			}
			return Math.round((k - kMin) * vMax + (kMax - k) * vMin);
		};
		const assign = function (pos, offset, x, xMin, xMax, y, yMin, yMax) {
			let posMin = (yMin * wSrc + xMin) * 4 + offset;
			let posMax = (yMin * wSrc + xMax) * 4 + offset;
			const vMin = interpolate(x, xMin, bufSrc[posMin], xMax, bufSrc[posMax]);
			if (yMax === yMin) {
				bufDst[pos + offset] = vMin;
			}
			else {
				posMin = (yMax * wSrc + xMin) * 4 + offset;
				posMax = (yMax * wSrc + xMax) * 4 + offset;
				const vMax = interpolate(x, xMin, bufSrc[posMin], xMax, bufSrc[posMax]);
				bufDst[pos + offset] = interpolate(y, yMin, vMin, yMax, vMax);
			}
		};
		for (let i = 0; i < hDst; i++) {
			for (let j = 0; j < wDst; j++) {
				const posDst = (i * wDst + j) * 4;
				const x = (j * wSrc) / wDst;
				const xMin = Math.floor(x);
				const xMax = Math.min(Math.ceil(x), wSrc - 1);
				const y = (i * hSrc) / hDst;
				const yMin = Math.floor(y);
				const yMax = Math.min(Math.ceil(y), hSrc - 1);
				assign(posDst, 0, x, xMin, xMax, y, yMin, yMax);
				assign(posDst, 1, x, xMin, xMax, y, yMin, yMax);
				assign(posDst, 2, x, xMin, xMax, y, yMin, yMax);
				assign(posDst, 3, x, xMin, xMax, y, yMin, yMax);
			}
		}
	},
	_interpolate2D(src, dst, options, interpolate) {
		const bufSrc = src.data;
		const bufDst = dst.data;
		const wSrc = src.width;
		const hSrc = src.height;
		const wDst = dst.width;
		const hDst = dst.height;
		const wM = Math.max(1, Math.floor(wSrc / wDst));
		const wDst2 = wDst * wM;
		const hM = Math.max(1, Math.floor(hSrc / hDst));
		const hDst2 = hDst * hM;
		const buf1 = Buffer.alloc(wDst2 * hSrc * 4);
		for (let i = 0; i < hSrc; i++) {
			for (let j = 0; j < wDst2; j++) {
				const x = (j * (wSrc - 1)) / wDst2;
				const xPos = Math.floor(x);
				const t = x - xPos;
				const srcPos = (i * wSrc + xPos) * 4;
				const buf1Pos = (i * wDst2 + j) * 4;
				for (let k = 0; k < 4; k++) {
					const kPos = srcPos + k;
					const x0 = xPos > 0 ? bufSrc[kPos - 4] : 2 * bufSrc[kPos] - bufSrc[kPos + 4];
					const x1 = bufSrc[kPos];
					const x2 = bufSrc[kPos + 4];
					const x3 = xPos < wSrc - 2
						? bufSrc[kPos + 8]
						: 2 * bufSrc[kPos + 4] - bufSrc[kPos];
					buf1[buf1Pos + k] = interpolate(x0, x1, x2, x3, t);
				}
			}
		}
		const buf2 = Buffer.alloc(wDst2 * hDst2 * 4);
		for (let i = 0; i < hDst2; i++) {
			for (let j = 0; j < wDst2; j++) {
				const y = (i * (hSrc - 1)) / hDst2;
				const yPos = Math.floor(y);
				const t = y - yPos;
				const buf1Pos = (yPos * wDst2 + j) * 4;
				const buf2Pos = (i * wDst2 + j) * 4;
				for (let k = 0; k < 4; k++) {
					const kPos = buf1Pos + k;
					const y0 = yPos > 0
						? buf1[kPos - wDst2 * 4]
						: 2 * buf1[kPos] - buf1[kPos + wDst2 * 4];
					const y1 = buf1[kPos];
					const y2 = buf1[kPos + wDst2 * 4];
					const y3 = yPos < hSrc - 2
						? buf1[kPos + wDst2 * 8]
						: 2 * buf1[kPos + wDst2 * 4] - buf1[kPos];
					buf2[buf2Pos + k] = interpolate(y0, y1, y2, y3, t);
				}
			}
		}
		const m = wM * hM;
		if (m > 1) {
			for (let i = 0; i < hDst; i++) {
				for (let j = 0; j < wDst; j++) {
					let r = 0;
					let g = 0;
					let b = 0;
					let a = 0;
					let realColors = 0;
					for (let y = 0; y < hM; y++) {
						const yPos = i * hM + y;
						for (let x = 0; x < wM; x++) {
							const xPos = j * wM + x;
							const xyPos = (yPos * wDst2 + xPos) * 4;
							const pixelAlpha = buf2[xyPos + 3];
							if (pixelAlpha) {
								r += buf2[xyPos];
								g += buf2[xyPos + 1];
								b += buf2[xyPos + 2];
								realColors++;
							}
							a += pixelAlpha;
						}
					}
					const pos = (i * wDst + j) * 4;
					bufDst[pos] = realColors ? Math.round(r / realColors) : 0;
					bufDst[pos + 1] = realColors ? Math.round(g / realColors) : 0;
					bufDst[pos + 2] = realColors ? Math.round(b / realColors) : 0;
					bufDst[pos + 3] = Math.round(a / m);
				}
			}
		}
		else {
			dst.data = buf2;
		}
	},
	bicubicInterpolation(src, dst, options) {
		const interpolateCubic = function (x0, x1, x2, x3, t) {
			const a0 = x3 - x2 - x0 + x1;
			const a1 = x0 - x1 - a0;
			const a2 = x2 - x0;
			const a3 = x1;
			return Math.max(0, Math.min(255, a0 * (t * t * t) + a1 * (t * t) + a2 * t + a3));
		};
		return this._interpolate2D(src, dst, options, interpolateCubic);
	},
	hermiteInterpolation(src, dst, options) {
		const interpolateHermite = function (x0, x1, x2, x3, t) {
			const c0 = x1;
			const c1 = 0.5 * (x2 - x0);
			const c2 = x0 - 2.5 * x1 + 2 * x2 - 0.5 * x3;
			const c3 = 0.5 * (x3 - x0) + 1.5 * (x1 - x2);
			return Math.max(0, Math.min(255, Math.round(((c3 * t + c2) * t + c1) * t + c0)));
		};
		return this._interpolate2D(src, dst, options, interpolateHermite);
	},
	bezierInterpolation(src, dst, options) {
		const interpolateBezier = function (x0, x1, x2, x3, t) {
			const cp1 = x1 + (x2 - x0) / 4;
			const cp2 = x2 - (x3 - x1) / 4;
			const nt = 1 - t;
			const c0 = x1 * nt * nt * nt;
			const c1 = 3 * cp1 * nt * nt * t;
			const c2 = 3 * cp2 * nt * t * t;
			const c3 = x2 * t * t * t;
			return Math.max(0, Math.min(255, Math.round(c0 + c1 + c2 + c3)));
		};
		return this._interpolate2D(src, dst, options, interpolateBezier);
	},
};
;
const ResizeOptionsSchema = unionType([
	objectType({
		w: numberType().min(0),
		h: numberType().min(0).optional(),
		mode: nativeEnumType(ResizeStrategy).optional(),
	}),
	objectType({
		w: numberType().min(0).optional(),
		h: numberType().min(0),
		mode: nativeEnumType(ResizeStrategy).optional(),
	}),
]);
const ScaleToFitOptionsSchema = objectType({
	w: numberType().min(0),
	h: numberType().min(0),
	mode: nativeEnumType(ResizeStrategy).optional(),
});
const ScaleComplexOptionsSchema = objectType({
	f: numberType().min(0),
	mode: nativeEnumType(ResizeStrategy).optional(),
});
const methods = {
	resize(image, options) {
		const { mode } = ResizeOptionsSchema.parse(options);
		let w;
		let h;
		if (typeof options.w === "number") {
			w = options.w;
			h = options.h ?? image.bitmap.height * (w / image.bitmap.width);
		}
		else if (typeof options.h === "number") {
			h = options.h;
			w = options.w ?? image.bitmap.width * (h / image.bitmap.height);
		}
		else {
			throw new Error("w must be a number");
		}
		w = Math.round(w) || 1;
		h = Math.round(h) || 1;
		if (mode && typeof operations[mode] === "function") {
			const dst = {
				data: Buffer.alloc(w * h * 4),
				width: w,
				height: h,
			};
			operations[mode](image.bitmap, dst);
			image.bitmap = dst;
		}
		else {
			const resize = new modules_resize(image.bitmap.width, image.bitmap.height, w, h, true, true, (buffer) => {
				image.bitmap.data = Buffer.from(buffer);
				image.bitmap.width = w;
				image.bitmap.height = h;
			});
			resize.resize(image.bitmap.data);
		}
		return image;
	},
	scale(image, options) {
		const { f, mode } = typeof options === "number"
			? { f: options }
			: ScaleComplexOptionsSchema.parse(options);
		const w = image.bitmap.width * f;
		const h = image.bitmap.height * f;
		return this.resize(image, { w, h, mode: mode });
	},
	scaleToFit(image, options) {
		const { h, w, mode } = ScaleToFitOptionsSchema.parse(options);
		const f = w / h > image.bitmap.width / image.bitmap.height
			? h / image.bitmap.height
			: w / image.bitmap.width;
		return this.scale(image, { f, mode: mode });
	},
};
	})
};
