export const id = 877;
export const ids = [877];
export const modules = {
	47877:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	openOnDemand: () => ( openOnDemand)
	});
	var _aws_sdk_client_bedrock_runtime__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47462);
	var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61279);
	var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30982);
	var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1895);
const answerTimeoutMs = 10 * 60_000;
function openOnDemand(settings) {
	const client = new _aws_sdk_client_bedrock_runtime__WEBPACK_IMPORTED_MODULE_2__ .mam({
		...settings,
		maxAttempts: 1,
		requestHandler: new _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_3__.NodeHttpHandler({ ...settings.requestHandler, socketTimeout: answerTimeoutMs })
	});
	return {
		async ask(question, signal) {
			try {
				const modelOutput = question.api === 'Converse'
					? await converse(client, question, signal)
					: await invoke(client, question, signal);
				return { kind: 'output', modelOutput };
			}
			catch (error) {
				return replyOf(error, question);
			}
		}
	};
}
async function invoke(client, { modelId, modelInput }, abortSignal) {
	const command = new _aws_sdk_client_bedrock_runtime__WEBPACK_IMPORTED_MODULE_2__ .ZXi({
		modelId,
		body: modelInput,
		contentType: 'application/json',
		accept: 'application/json'
	});
	const { body } = await client.send(command, { abortSignal });
	const text = new TextDecoder().decode(body);
	JSON.parse(text);
	return text.replace(/[\r\n]/g, ' ');
}
async function converse(client, { modelId, modelInput }, abortSignal) {
	const body = JSON.parse(modelInput, (key, value) => key === 'bytes' && typeof value === 'string' ? Buffer.from(value, 'base64') : value);
	const output = await client.send(new _aws_sdk_client_bedrock_runtime__WEBPACK_IMPORTED_MODULE_2__ .Ruf({ ...body, modelId }), { abortSignal });
	return JSON.stringify({ ...output, $metadata: undefined }, (_key, value) => value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value);
}
const isLater = new Set(['ServiceQuotaExceededException', 'ModelNotReadyException', 'ServiceUnavailableException']);
const longestRetryAfterMs = 24 * 3_600_000;
function retryAfterOf(error) {
	const headers = error.$response?.headers;
	const told = headers?.['retry-after'] ?? '';
	const ms = /^\d+(\.\d+)?$/.test(told)
		? Number(told) * 1000
		: Date.parse(told) - (Date.parse(headers?.['date'] ?? '') || Date.now());
	return ms > 0 ? Math.min(ms, longestRetryAfterMs) : undefined;
}
function replyOf(error, { modelId }) {
	if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR)
		throw error;
	const { name, message, status } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__ .lS)(error);
	const told = { code: status ?? 0, message };
	if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__ .E2)(error) || status === 503 || isLater.has(name)) {
		const retryAfterMs = retryAfterOf(error);
		return { kind: 'throttled', ...told, ...(retryAfterMs !== undefined && { retryAfterMs }) };
	}
	if (name === 'ModelTimeoutException' || name === 'ModelErrorException' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__ .cp)(error))
		return { kind: 'trouble', ...told };
	const asked = { action: 'bedrock:InvokeModel', resource: modelId };
	const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__ .g5)(error, asked);
	const forAll = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__ .GZ)(error) ||
		failure.code === 'no-credentials' ||
		failure.code === 'credentials-expired' ||
		name === 'ResourceNotFoundException';
	if (forAll || /on-demand throughput|model identifier is invalid/i.test(message))
		throw failure;
	return { kind: 'error', code: status ?? 400, message };
}
	})
};
