export const id = 2;
export const ids = [2,768];
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
	53002:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	openCloud: () => ( openCloud)
});
var problems = __webpack_require__(30982);
var dist_cjs = __webpack_require__(43701);
var aws_clients = __webpack_require__(51614);
var errors = __webpack_require__(1895);
;
const meaning = {
	Submitted: 'active',
	Validating: 'active',
	Scheduled: 'active',
	InProgress: 'active',
	Stopping: 'active',
	Completed: 'completed',
	PartiallyCompleted: 'partially-completed',
	Failed: 'failed',
	Stopped: 'stopped',
	Expired: 'expired'
};
function openBatchJobs(settings) {
	const client = new dist_cjs .eDv(settings);
	const once = new dist_cjs .eDv({ ...settings, maxAttempts: 1 });
	const reading = (0,aws_clients .TG)(settings.signal);
	return {
		create: request => create(once, request),
		async get(jobArn) {
			try {
				return factsOf(await client.send(new dist_cjs .iP0({ jobIdentifier: jobArn }), reading));
			}
			catch (error) {
				if ((0,errors .lS)(error).name === 'ResourceNotFoundException')
					return undefined;
				throw (0,errors .g5)(error, { action: 'bedrock:GetModelInvocationJob', resource: jobArn });
			}
		},
		async list(nameContains) {
			const found = [];
			try {
				const pages = (0,dist_cjs .hno)({ client, pageSize: 1000 }, { nameContains, sortBy: 'CreationTime', sortOrder: 'Ascending' }, reading);
				for await (const page of pages)
					found.push(...(page.invocationJobSummaries ?? []).map(factsOf));
			}
			catch (error) {
				throw (0,errors .g5)(error, { action: 'bedrock:ListModelInvocationJobs', resource: '*' });
			}
			return found;
		},
		async stop(jobArn) {
			try {
				await client.send(new dist_cjs .wte({ jobIdentifier: jobArn }));
				return 'stopping';
			}
			catch (error) {
				if (['ConflictException', 'ValidationException', 'ResourceNotFoundException'].includes((0,errors .lS)(error).name))
					return 'over';
				throw (0,errors .g5)(error, { action: 'bedrock:StopModelInvocationJob', resource: jobArn });
			}
		}
	};
}
async function create(client, request) {
	try {
		const reply = await client.send(new dist_cjs .Edi(commandOf(request)));
		if (reply.jobArn === undefined)
			return { kind: 'unknown', why: 'the reply names no job' };
		return { kind: 'created', jobArn: reply.jobArn };
	}
	catch (error) {
		const { name, message } = (0,errors .lS)(error);
		if (name === 'ConflictException')
			return { kind: 'name-taken' };
		if (name === 'ValidationException' && isNameTaken(message))
			return { kind: 'name-taken' };
		if (name === 'ServiceQuotaExceededException' || (0,errors .E2)(error))
			return { kind: 'later', why: `${name}: ${message}` };
		if ((0,errors .cp)(error))
			return { kind: 'unknown', why: `${name}: ${message}` };
		throw (0,errors .g5)(error, { action: 'bedrock:CreateModelInvocationJob', resource: request.modelId });
	}
}
function isNameTaken(message) {
	if (/not exist|n't exist|not found|cannot be assumed/i.test(message))
		return false;
	return /job ?name/i.test(message) && /in use|exists|unique|taken|duplicate/i.test(message);
}
function commandOf(request) {
	const owner = request.bucketOwner === undefined ? {} : { s3BucketOwner: request.bucketOwner };
	const key = request.kmsKeyId === undefined ? {} : { s3EncryptionKeyId: request.kmsKeyId };
	return {
		jobName: request.jobName,
		clientRequestToken: request.clientRequestToken,
		modelId: request.modelId,
		modelInvocationType: request.invocationType,
		roleArn: request.roleArn,
		inputDataConfig: { s3InputDataConfig: { s3Uri: request.inputS3Uri, s3InputFormat: 'JSONL', ...owner } },
		outputDataConfig: { s3OutputDataConfig: { s3Uri: request.outputS3Uri, ...key, ...owner } },
		...(request.timeoutHours !== undefined && { timeoutDurationInHours: request.timeoutHours }),
		...(request.vpc && {
			vpcConfig: { subnetIds: [...request.vpc.subnetIds], securityGroupIds: [...request.vpc.securityGroupIds] }
		}),
		...(request.tags && { tags: Object.entries(request.tags).map(([key, value]) => ({ key, value })) })
	};
}
function factsOf(told) {
	const known = Object.hasOwn(meaning, told.status ?? '') ? meaning[told.status] : 'active';
	const endedAt = told.endTime ?? (known === 'active' ? undefined : told.lastModifiedTime);
	return {
		jobArn: told.jobArn ?? '',
		jobName: told.jobName ?? '',
		modelId: told.modelId ?? '',
		ending: known === 'active' ? undefined : known,
		status: told.status ?? 'unknown',
		...(told.message !== undefined && { message: told.message }),
		inputS3Uri: told.inputDataConfig?.s3InputDataConfig?.s3Uri ?? '',
		outputS3Uri: told.outputDataConfig?.s3OutputDataConfig?.s3Uri ?? '',
		submittedAt: told.submitTime?.getTime() ?? 0,
		...(endedAt && { endedAt: endedAt.getTime() }),
		counts: countsOf(told)
	};
}
function countsOf(told) {
	return {
		...(told.totalRecordCount !== undefined && { total: told.totalRecordCount }),
		...(told.processedRecordCount !== undefined && { processed: told.processedRecordCount }),
		...(told.successRecordCount !== undefined && { success: told.successRecordCount }),
		...(told.errorRecordCount !== undefined && { error: told.errorRecordCount })
	};
}
var credentials = __webpack_require__(29768);
var external_node_stream_ = __webpack_require__(57075);
var external_node_zlib_ = __webpack_require__(38522);
var client_s3_dist_cjs = __webpack_require__(53711);
;
const attempts = 4;
function openBucket(bucket, settings, clock) {
	const client = new client_s3_dist_cjs .YxF({ ...settings, requestStreamBufferSize: 65_536 });
	const now = storeClock(client, clock);
	const reading = (0,aws_clients .TG)(settings.signal);
	const writing = (0,aws_clients .TG)((0,aws_clients .tt)(settings.signal));
	const base = { Bucket: bucket.name, ...(bucket.owner !== undefined && { ExpectedBucketOwner: bucket.owner }) };
	const asked = (action, key) => ({
		action: `s3:${action}`,
		resource: `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`
	});
	return {
		put: (key, body, condition) => putWithRetries({ client, base, clock, writing }, key, body, condition).catch((error) => {
			throw (0,errors .g5)(error, asked('PutObject', key));
		}),
		async get(key, range) {
			const part = range && { Range: `bytes=${range.from}-${range.to - 1}` };
			try {
				const reply = await client.send(new client_s3_dist_cjs .jLs({ ...base, ...part, Key: key }), reading);
				return stored(reply);
			}
			catch (error) {
				if (isAbsent(error))
					return undefined;
				throw (0,errors .g5)(error, asked('GetObject', key));
			}
		},
		async head(key) {
			try {
				const reply = await client.send(new client_s3_dist_cjs .l81({ ...base, Key: key, ChecksumMode: 'ENABLED' }), reading);
				const whole = reply.ChecksumType !== 'COMPOSITE' ? reply.ChecksumSHA256 : undefined;
				return {
					bytes: reply.ContentLength ?? 0,
					etag: reply.ETag ?? '',
					...(whole !== undefined && { sha256: Buffer.from(whole, 'base64').toString('hex') })
				};
			}
			catch (error) {
				if (isAbsent(error))
					return undefined;
				throw (0,errors .g5)(error, asked('GetObject', key));
			}
		},
		async *list(prefix) {
			try {
				for await (const page of (0,client_s3_dist_cjs .OqA)({ client }, { ...base, Prefix: prefix }, reading)) {
					yield (page.Contents ?? []).flatMap(listed);
				}
			}
			catch (error) {
				throw (0,errors .g5)(error, asked('ListBucket', ''));
			}
		},
		async delete(key) {
			try {
				await client.send(new client_s3_dist_cjs .k4j({ ...base, Key: key }), writing);
			}
			catch (error) {
				throw (0,errors .g5)(error, asked('DeleteObject', key));
			}
		},
		now,
		check: () => checkBucket(client, bucket, base, reading)
	};
}
function storeClock(client, clock) {
	let ahead = 0;
	client.middlewareStack.add(next => async (args) => {
		const result = await next(args);
		const headers = result.response.headers;
		const told = Date.parse(headers?.['date'] ?? '');
		if (!Number.isNaN(told))
			ahead = told - clock.now();
		return result;
	}, { step: 'deserialize', name: 'storeClock', priority: 'low' });
	return () => clock.now() + ahead;
}
async function putWithRetries(store, key, body, condition) {
	const checksum = typeof body === 'string' ? {} : { ChecksumCRC32: await crc32Of(body) };
	for (let attempt = 1;; attempt++) {
		try {
			await store.client.send(new client_s3_dist_cjs .wKZ({ ...store.base, Key: key, ...content(body), ...checksum, ...conditional(condition) }), store.writing);
			return 'stored';
		}
		catch (error) {
			const { name, status } = (0,errors .lS)(error);
			if (status === 412 || name === 'PreconditionFailed')
				return 'refused';
			if (condition && 'etag' in condition && isAbsent(error))
				return 'refused';
			const passing = (0,errors .cp)(error) || (0,errors .E2)(error) || status === 409 || name === 'BadDigest' || name === 'RequestTimeout';
			if (!passing || attempt === attempts)
				throw error;
			await store.clock.sleep(200 * 2 ** attempt * (0.5 + store.clock.random()));
		}
	}
}
function content(body) {
	if (typeof body === 'string')
		return { Body: body, ContentType: 'application/json' };
	return {
		Body: external_node_stream_.Readable.from(body.open(), { objectMode: false }),
		ContentLength: body.bytes,
		ContentType: 'application/x-ndjson'
	};
}
async function crc32Of(body) {
	let sum = 0;
	for await (const piece of body.open())
		sum = (0,external_node_zlib_.crc32)(piece, sum);
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(sum);
	return bytes.toString('base64');
}
function conditional(condition) {
	if (condition === undefined)
		return {};
	return 'absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
}
function stored(reply) {
	return {
		bytes: reply.ContentLength ?? 0,
		etag: reply.ETag ?? '',
		lastModified: reply.LastModified?.getTime() ?? 0,
		body: reply.Body instanceof external_node_stream_.Readable ? reply.Body : external_node_stream_.Readable.from([])
	};
}
function listed(entry) {
	if (entry.Key === undefined)
		return [];
	return [{ key: entry.Key, bytes: entry.Size ?? 0, lastModified: entry.LastModified?.getTime() ?? 0 }];
}
function isAbsent(error) {
	const { name } = (0,errors .lS)(error);
	return name === 'NoSuchKey' || name === 'NotFound';
}
async function checkBucket(client, bucket, base, reading) {
	const asked = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket.name}` };
	try {
		const reply = await client.send(new client_s3_dist_cjs .kuI(base), reading);
		if (reply.BucketRegion !== undefined && reply.BucketRegion !== bucket.region)
			throw wrongRegion(bucket, reply.BucketRegion);
	}
	catch (error) {
		if (error instanceof problems .HR)
			throw error;
		const { status, name } = (0,errors .lS)(error);
		if (status === 404 || name === 'NotFound') {
			throw new problems .HR('no-bucket', `there is no bucket ${bucket.name}`, {
				cause: error,
				remedy: 'Create it in the region of the jobs, or correct s3-uri.'
			});
		}
		const region = error.$response?.headers?.['x-amz-bucket-region'];
		if (status === 301 || (region !== undefined && region !== bucket.region))
			throw wrongRegion(bucket, region ?? 'another region');
		throw (0,errors .g5)(error, asked);
	}
}
function wrongRegion(bucket, region) {
	return new problems .HR('wrong-region', `the bucket ${bucket.name} is in ${region}, the jobs are to run in ${bucket.region}`, {
		remedy: `Bedrock reads batch input only from a bucket in its own region: set aws-region: ${region}, or use another bucket.`
	});
}
;
function openCloud(settings, clock) {
	const { region, bucketOwner, signal } = settings;
	const clients = { ...(0,aws_clients .ry)(region, settings.version, settings.credentials), ...(signal && { signal }) };
	const owner = bucketOwner === undefined ? {} : { owner: bucketOwner };
	const bucket = (name) => openBucket({ name, region, ...owner }, clients, clock);
	let identity;
	return {
		region,
		objects: bucket(settings.bucket),
		bucket,
		foreignBucket: name => openBucket({ name, region }, clients, clock),
		jobs: openBatchJobs(clients),
		async onDemand() {
			const { openOnDemand } = await Promise.all( [__webpack_require__.e(462), __webpack_require__.e(877)]).then(__webpack_require__.bind(__webpack_require__, 47877));
			return openOnDemand(clients);
		},
		identity: () => (identity ??= whoWeAre(settings, clients))
	};
}
async function whoWeAre({ allowedAccountIds }, clients) {
	const identity = await (0,credentials .I)(clients);
	if (allowedAccountIds.length === 0 || allowedAccountIds.includes(identity.account))
		return identity;
	const message = `the credentials belong to account ${identity.account}, allowed are ${allowedAccountIds.join(', ')}`;
	throw new problems .HR('wrong-account', message, {
		remedy: 'Correct allowed-account-ids, or assume a role of an allowed account. Nothing was read or paid.'
	});
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
