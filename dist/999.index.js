export const id = 999;
export const ids = [999];
export const modules = {
	87380:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	modelResources: () => ( modelResources)
	});
function modelResources({ modelId, kind, bareId }) {
	const own = modelId.startsWith('arn:') ? [modelId] : [];
	switch (kind) {
		case 'foundation-model':
			return [`arn:*:bedrock:*::foundation-model/${bareId}`];
		case 'inference-profile':
			return [`arn:*:bedrock:*:*:inference-profile/*${bareId}`, `arn:*:bedrock:*::foundation-model/${bareId}`];
		case 'application-inference-profile':
			return [...own, 'arn:*:bedrock:*:*:inference-profile/*', 'arn:*:bedrock:*::foundation-model/*'];
		case 'custom-model':
			return [...own, 'arn:*:bedrock:*:*:custom-model/*', 'arn:*:bedrock:*::foundation-model/*'];
	}
}
	})
};
