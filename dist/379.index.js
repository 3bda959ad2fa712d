export const id = 379;
export const ids = [379];
export const modules = {
	66379:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	Jimp: () => ( Jimp)
	});
	var _jimp_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86911);
	var _jimp_js_jpeg__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79835);
	var _jimp_js_png__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55298);
	var _jimp_plugin_resize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22172);
const Jimp = (0,_jimp_core__WEBPACK_IMPORTED_MODULE_0__ .rJ)({ formats: [_jimp_js_jpeg__WEBPACK_IMPORTED_MODULE_1__ .A, _jimp_js_png__WEBPACK_IMPORTED_MODULE_2__ .Ay], plugins: [_jimp_plugin_resize__WEBPACK_IMPORTED_MODULE_3__ .v] });
	})
};
