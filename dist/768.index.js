export const id = 768;
export const ids = [768];
export const modules = {
	51614:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	TG: () => ( until),
	ry: () => ( clientSettings),
	tt: () => ( afterGrace)
	});
const graceMs = 5000;
function afterGrace(signal) {
	if (signal === undefined)
		return undefined;
	const late = new AbortController();
	const wait = () => void setTimeout(() => late.abort(), graceMs).unref();
	if (signal.aborted)
		wait();
	else
		signal.addEventListener('abort', wait, { once: true });
	return late.signal;
}
function until(signal) {
	return signal === undefined ? {} : { abortSignal: signal };
}
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore() {
}
function clientSettings(region, version, credentials) {
	return {
		region,
		maxAttempts: 5,
		requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
		customUserAgent: `bedrock-batch-action/${version}`,
		logger: quiet,
		...(credentials && { credentials })
	};
}
	}),
	29768:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	I: () => ( callerIdentity),
	assumedRole: () => ( assumedRole)
	});
	var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71695);
	var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30982);
	var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51614);
	var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1895);
const attempts = 6;
const renewals = 2;
const marginMs = 5 * 60_000;
const againMs = 30_000;
const reserveMs = 10_000;
function assumedRole(role, clock) {
	const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ .iM({
		region: role.region,
		maxAttempts: 1,
		credentials: { accessKeyId: 'none', secretAccessKey: 'none' }
	});
	let current;
	let known;
	let renewAt = 0;
	const isGood = (keys) => keys !== undefined && clock.now() < keys.expiration.getTime() - reserveMs;
	const renew = async () => {
		try {
			known = await assume(client, role, clock, isGood(known) ? renewals : attempts);
			renewAt = known.expiration.getTime() - marginMs;
		}
		catch (error) {
			if (!isGood(known)) {
				current = undefined;
				throw error;
			}
			renewAt = clock.now() + againMs;
		}
		return known;
	};
	return async () => {
		if (current === undefined || clock.now() > renewAt || (renewAt < Infinity && !isGood(known))) {
			renewAt = Number.POSITIVE_INFINITY;
			current = renew();
		}
		return current;
	};
}
async function assume(client, role, clock, most) {
	for (let attempt = 1;; attempt++) {
		try {
			return await assumeOnce(client, role);
		}
		catch (error) {
			if (role.signal?.aborted)
				throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .g5)(error, asked(role));
			const passing = mayPass(error);
			if (!passing || attempt === most)
				throw notAssumed(error, role, passing);
			await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), role.signal);
		}
	}
}
function mayPass(error) {
	if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR)
		return error.code === 'service-trouble';
	return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .cp)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .E2)(error) || /retrieve verification key/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .lS)(error).message);
}
function asked({ roleArn }) {
	return { action: 'sts:AssumeRoleWithWebIdentity', resource: roleArn };
}
async function assumeOnce(client, role) {
	const token = await role.idToken();
	role.mask(token);
	const reply = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ .WH({
		RoleArn: role.roleArn,
		RoleSessionName: role.sessionName,
		WebIdentityToken: token,
		...(role.policy !== undefined && { Policy: role.policy })
	}), (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__ .TG)(role.signal));
	const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = reply.Credentials ?? {};
	if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
		throw new Error('STS answered without credentials');
	for (const secret of [AccessKeyId, SecretAccessKey, SessionToken])
		role.mask(secret);
	return {
		accessKeyId: AccessKeyId,
		secretAccessKey: SecretAccessKey,
		sessionToken: SessionToken,
		expiration: Expiration
	};
}
function notAssumed(error, role, passing) {
	if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR)
		return error;
	const { name, message } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .lS)(error);
	if (passing) {
		return new _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR('service-trouble', `${role.roleArn} could not be assumed: ${name}: ${message}`, {
			cause: error,
			remedy: 'Nothing is lost: the next pass goes on from here.'
		});
	}
	return new _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR('role-not-assumed', `${role.roleArn}: ${name}: ${message}`, {
		cause: error,
		remedy: 'Check that the role’s trust policy names token.actions.githubusercontent.com, the audience sts.amazonaws.com and this repository, and that the workflow job has permissions: id-token: write.'
	});
}
async function callerIdentity(settings) {
	try {
		const reply = await new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ .iM(settings).send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_3__ .zI({}), (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__ .TG)(settings.signal));
		return { account: reply.Account ?? '', arn: reply.Arn ?? '' };
	}
	catch (error) {
		throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__ .g5)(error, { action: 'sts:GetCallerIdentity', resource: 'the caller' });
	}
}
	}),
	1895:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	E2: () => ( isThrottling),
	GZ: () => ( isDenied),
	cp: () => ( isUncertain),
	g5: () => ( failureOf),
	lS: () => ( readError)
	});
	var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30982);
const credentialTrouble = {
	CredentialsProviderError: 'no-credentials',
	ExpiredToken: 'credentials-expired',
	ExpiredTokenException: 'credentials-expired',
	InvalidClientTokenId: 'no-credentials',
	InvalidAccessKeyId: 'no-credentials',
	UnrecognizedClientException: 'no-credentials',
	SignatureDoesNotMatch: 'no-credentials',
	InvalidSignatureException: 'no-credentials',
	AuthFailure: 'no-credentials'
};
const throttled = new Set([
	'ThrottlingException',
	'Throttling',
	'SlowDown',
	'TooManyRequestsException',
	'RequestLimitExceeded'
]);
const denied = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation', 'Forbidden']);
function readError(error) {
	if (!(error instanceof Error))
		return { name: 'UnknownError', message: String(error), status: undefined };
	const metadata = error.$metadata;
	return { name: error.name, message: error.message, status: metadata?.httpStatusCode };
}
function isThrottling(error) {
	const { name, status } = readError(error);
	return throttled.has(name) || status === 429;
}
function isDenied(error) {
	const { name, status } = readError(error);
	return denied.has(name) || (status === 403 && credentialTrouble[name] === undefined);
}
function isUncertain(error) {
	const { status, name } = readError(error);
	if (credentialTrouble[name] !== undefined || name === 'AbortError')
		return false;
	return status === undefined || status >= 500 || status < 300;
}
function failureOf(error, asked) {
	if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR)
		return error;
	const { name, message, status } = readError(error);
	const code = codeOf(error);
	const told = `${asked.action} on ${asked.resource}: ${name}${status === undefined ? '' : ` (HTTP ${status})`}: ${message}`;
	return new _problems_js__WEBPACK_IMPORTED_MODULE_0__ .HR(code, told, { cause: error, remedy: remedyOf(code, asked) });
}
function codeOf(error) {
	const { name, message, status } = readError(error);
	const known = credentialTrouble[name];
	if (known)
		return known;
	if (name === 'AbortError')
		return 'interrupted';
	if (/could not load credentials|resolved credential object is not valid/i.test(message))
		return 'no-credentials';
	if (isDenied(error))
		return deniedCode(message);
	if (name === 'NoSuchBucket' || (name === 'NotFound' && /bucket/i.test(message)))
		return 'no-bucket';
	if (name === 'PermanentRedirect' ||
		name === 'AuthorizationHeaderMalformed' ||
		name === 'IllegalLocationConstraintException')
		return 'wrong-region';
	if (isThrottling(error) || isUncertain(error) || status === 409)
		return 'service-trouble';
	if (/n['’]t have permissions? to invokeModel|model access|not authorized to perform this action/i.test(message))
		return 'model-access';
	return 'refused-by-bedrock';
}
function deniedCode(message) {
	if (/iam:PassRole/i.test(message))
		return 'pass-role-denied';
	if (/access to the model|model access|marketplace/i.test(message))
		return 'model-access';
	return 'access-denied';
}
function remedyOf(code, { action, resource }) {
	if (code === 'access-denied')
		return `Allow ${action} on ${resource} to the role that the workflow uses.`;
	return remedies[code] ?? 'Nothing was created or paid by this request.';
}
const remedies = {
	'pass-role-denied': 'Allow iam:PassRole on the service role to the calling role, with the condition iam:PassedToService = bedrock.amazonaws.com.',
	'model-access': 'Allow bedrock:InvokeModel on the inference profile and on the foundation model in every region it reaches, to the service role; a first use of a model can take 15 minutes to be set up.',
	'no-credentials': 'Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step.',
	'credentials-expired': 'Use role-to-assume: credentials that this action gets itself are renewed for as long as it waits. The next pass goes on from here.',
	'no-bucket': 'Create the bucket in the region of the jobs, or correct s3-uri.',
	'wrong-region': 'Bedrock reads batch input only from a bucket in its own region: set aws-region to the bucket’s region, or use another bucket.',
	'service-trouble': 'Nothing is lost: the next pass goes on from here.',
	interrupted: 'Running jobs go on and are paid; the next pass collects them.'
};
	})
};
