export const id = 175;
export const ids = [175,963];
export const modules = {

/***/ 45175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCloud: () => (/* binding */ openCloud)
});

// EXTERNAL MODULE: ./src/problems.ts
var problems = __webpack_require__(62095);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-bedrock/dist-cjs/index.js
var dist_cjs = __webpack_require__(43701);
// EXTERNAL MODULE: ./src/aws/errors.ts
var errors = __webpack_require__(99378);
;// CONCATENATED MODULE: ./src/aws/batch-jobs.ts
/** Bedrock's model invocation jobs as BatchJobs. Creating is one request, never repeated here: only a look can tell whether it took effect. */


/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html */
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
    const client = new dist_cjs/* BedrockClient */.eDv(settings);
    const once = new dist_cjs/* BedrockClient */.eDv({ ...settings, maxAttempts: 1 });
    return {
        create: request => create(once, request),
        async get(jobArn) {
            try {
                return factsOf(await client.send(new dist_cjs/* GetModelInvocationJobCommand */.iP0({ jobIdentifier: jobArn })));
            }
            catch (error) {
                if ((0,errors/* readError */.lS)(error).name === 'ResourceNotFoundException')
                    return undefined;
                throw (0,errors/* failureOf */.g5)(error, { action: 'bedrock:GetModelInvocationJob', resource: jobArn });
            }
        },
        async list(nameContains) {
            const found = [];
            try {
                const pages = (0,dist_cjs/* paginateListModelInvocationJobs */.hno)({ client, pageSize: 1000 }, { nameContains, sortBy: 'CreationTime', sortOrder: 'Ascending' });
                for await (const page of pages)
                    found.push(...(page.invocationJobSummaries ?? []).map(factsOf));
            }
            catch (error) {
                throw (0,errors/* failureOf */.g5)(error, { action: 'bedrock:ListModelInvocationJobs', resource: `jobs named *${nameContains}*` });
            }
            return found;
        },
        async stop(jobArn) {
            try {
                await client.send(new dist_cjs/* StopModelInvocationJobCommand */.wte({ jobIdentifier: jobArn }));
                return 'stopping';
            }
            catch (error) {
                // AWS does not publish which of these a job that is over gets.
                if (['ConflictException', 'ValidationException', 'ResourceNotFoundException'].includes((0,errors/* readError */.lS)(error).name))
                    return 'over';
                throw (0,errors/* failureOf */.g5)(error, { action: 'bedrock:StopModelInvocationJob', resource: jobArn });
            }
        }
    };
}
async function create(client, request) {
    try {
        const reply = await client.send(new dist_cjs/* CreateModelInvocationJobCommand */.Edi(commandOf(request)));
        if (reply.jobArn === undefined)
            return { kind: 'unknown', why: 'the reply names no job' };
        return { kind: 'created', jobArn: reply.jobArn };
    }
    catch (error) {
        const { name, message } = (0,errors/* readError */.lS)(error);
        // ConflictException comes with HTTP 400, so the name decides, not the status.
        if (name === 'ConflictException')
            return { kind: 'name-taken' };
        if (name === 'ValidationException' && /job ?name|name .*(in use|exist|unique|taken)|already (exist|in use)/i.test(message) && /in use|exist|unique|taken|duplicate/i.test(message)) {
            return { kind: 'name-taken' };
        }
        if (name === 'ServiceQuotaExceededException' || (0,errors/* isThrottling */.E2)(error))
            return { kind: 'later', why: `${name}: ${message}` };
        if ((0,errors/* isUncertain */.cp)(error))
            return { kind: 'unknown', why: `${name}: ${message}` };
        throw (0,errors/* failureOf */.g5)(error, { action: 'bedrock:CreateModelInvocationJob', resource: request.modelId });
    }
}
/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html */
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
        ...(told.endTime && { endedAt: told.endTime.getTime() }),
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

;// CONCATENATED MODULE: ./src/aws/clients.ts
/** What every AWS client of ours is made with. */
function clientSettings(region, version, credentials) {
    return {
        region,
        maxAttempts: 5,
        // A gigabyte may take its minutes; a socket that is silent for one is dead.
        requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
        customUserAgent: `bedrock-batch-action/${version}`,
        ...(credentials && { credentials })
    };
}

// EXTERNAL MODULE: ./src/aws/credentials.ts
var credentials = __webpack_require__(96963);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var client_s3_dist_cjs = __webpack_require__(53711);
;// CONCATENATED MODULE: ./src/aws/objects.ts
/** One S3 bucket as an ObjectStore. Everything that is put is either small or named by its content, so a repeated put does no harm. */




const attempts = 4;
function openBucket(bucket, settings, clock) {
    const client = new client_s3_dist_cjs/* S3Client */.YxF({ ...settings, requestStreamBufferSize: 65_536 });
    const base = { Bucket: bucket.name, ...(bucket.owner !== undefined && { ExpectedBucketOwner: bucket.owner }) };
    const asked = (action, key) => ({
        action: `s3:${action}`,
        resource: `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`
    });
    return {
        put: (key, body, condition) => putWithRetries({ client, base, clock }, key, body, condition).catch((error) => {
            throw (0,errors/* failureOf */.g5)(error, asked('PutObject', key));
        }),
        async get(key) {
            try {
                const reply = await client.send(new client_s3_dist_cjs/* GetObjectCommand */.jLs({ ...base, Key: key }));
                return stored(reply);
            }
            catch (error) {
                if (isAbsent(error))
                    return undefined;
                throw (0,errors/* failureOf */.g5)(error, asked('GetObject', key));
            }
        },
        async *list(prefix) {
            try {
                for await (const page of (0,client_s3_dist_cjs/* paginateListObjectsV2 */.OqA)({ client }, { ...base, Prefix: prefix })) {
                    yield (page.Contents ?? []).flatMap(listed);
                }
            }
            catch (error) {
                throw (0,errors/* failureOf */.g5)(error, asked('ListBucket', ''));
            }
        },
        async delete(key) {
            try {
                await client.send(new client_s3_dist_cjs/* DeleteObjectCommand */.k4j({ ...base, Key: key }));
            }
            catch (error) {
                throw (0,errors/* failureOf */.g5)(error, asked('DeleteObject', key));
            }
        },
        check: () => checkBucket(client, bucket, base)
    };
}
/** The SDK cannot repeat a stream, so whole puts are repeated here, each from a fresh body. */
async function putWithRetries(store, key, body, condition) {
    for (let attempt = 1;; attempt++) {
        try {
            await store.client.send(new client_s3_dist_cjs/* PutObjectCommand */.wKZ({ ...store.base, Key: key, ...content(body), ...conditional(condition) }));
            return 'stored';
        }
        catch (error) {
            const { name, status } = (0,errors/* readError */.lS)(error);
            if (status === 412 || name === 'PreconditionFailed')
                return 'refused';
            // An absent object under If-Match, as S3 puts it.
            if (condition && 'etag' in condition && isAbsent(error))
                return 'refused';
            const passing = (0,errors/* isUncertain */.cp)(error) || (0,errors/* isThrottling */.E2)(error) || status === 409 || name === 'BadDigest' || name === 'RequestTimeout';
            if (!passing || attempt === attempts)
                throw error;
            await store.clock.sleep(200 * 2 ** attempt * (0.5 + store.clock.random()));
        }
    }
}
function content(body) {
    if (typeof body === 'string')
        return { Body: body, ContentType: 'application/json' };
    return { Body: external_node_stream_.Readable.from(body.open(), { objectMode: false }), ContentLength: body.bytes, ContentType: 'application/x-ndjson' };
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
    const { name } = (0,errors/* readError */.lS)(error);
    return name === 'NoSuchKey' || name === 'NotFound';
}
/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
async function checkBucket(client, bucket, base) {
    const asked = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket.name}` };
    try {
        const reply = await client.send(new client_s3_dist_cjs/* HeadBucketCommand */.kuI(base));
        if (reply.BucketRegion !== undefined && reply.BucketRegion !== bucket.region)
            throw wrongRegion(bucket, reply.BucketRegion);
    }
    catch (error) {
        if (error instanceof problems/* Failure */.HR)
            throw error;
        const { status, name } = (0,errors/* readError */.lS)(error);
        // HEAD has no body, so S3 cannot say more than the status.
        if (status === 404 || name === 'NotFound') {
            throw new problems/* Failure */.HR('no-bucket', `there is no bucket ${bucket.name}`, { cause: error, remedy: 'Create it in the region of the jobs, or correct s3-uri.' });
        }
        const region = error.$response?.headers?.['x-amz-bucket-region'];
        if (status === 301 || (region !== undefined && region !== bucket.region))
            throw wrongRegion(bucket, region ?? 'another region');
        throw (0,errors/* failureOf */.g5)(error, asked);
    }
}
function wrongRegion(bucket, region) {
    return new problems/* Failure */.HR('wrong-region', `the bucket ${bucket.name} is in ${region}, the jobs are to run in ${bucket.region}`, {
        remedy: `Bedrock reads batch input only from a bucket in its own region: set aws-region: ${region}, or use another bucket.`
    });
}

;// CONCATENATED MODULE: ./src/aws/cloud.ts





function openCloud(settings, clock) {
    const clients = clientSettings(settings.region, settings.version, settings.credentials);
    const owner = settings.bucketOwner === undefined ? {} : { owner: settings.bucketOwner };
    const bucket = (name) => openBucket({ name, region: settings.region, ...owner }, clients, clock);
    return {
        region: settings.region,
        objects: bucket(settings.bucket),
        bucket,
        jobs: openBatchJobs(clients),
        async identity() {
            const identity = await (0,credentials/* callerIdentity */.I)(clients);
            const { allowedAccountIds } = settings;
            if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(identity.account)) {
                throw new problems/* Failure */.HR('wrong-account', `the credentials belong to account ${identity.account}, allowed are ${allowedAccountIds.join(', ')}`, {
                    remedy: 'Correct allowed-account-ids, or assume a role of an allowed account. Nothing was read or paid.'
                });
            }
            return identity;
        }
    };
}


/***/ }),

/***/ 96963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity),
/* harmony export */   assumedRole: () => (/* binding */ assumedRole)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71695);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99378);
/** The role that the workflow assumes through OIDC: one memoised provider, renewed for as long as a pass waits. */



const attempts = 6;
/** Renewed this long before they expire. */
const marginMs = 5 * 60_000;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
function assumedRole(role, clock) {
    // The call itself is unsigned: the token is the proof.
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .STSClient */ .iM({ region: role.region, maxAttempts: 1, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
    let current;
    let expiresAt = 0;
    return async () => {
        if (current === undefined || clock.now() > expiresAt - marginMs) {
            // Set before anything is awaited: a dozen requests that start together assume the role once.
            expiresAt = Number.POSITIVE_INFINITY;
            current = assume(client, role, clock).then(credentials => {
                expiresAt = credentials.expiration.getTime();
                return credentials;
            }, (error) => {
                current = undefined;
                throw error;
            });
        }
        return current;
    };
}
async function assume(client, role, clock) {
    for (let attempt = 1;; attempt++) {
        try {
            return await assumeOnce(client, role);
        }
        catch (error) {
            if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
                throw error;
            const passing = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isUncertain */ .cp)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isThrottling */ .E2)(error) || /retrieve verification key/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readError */ .lS)(error).message);
            if (!passing || attempt === attempts)
                throw notAssumed(error, role);
            await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()));
        }
    }
}
async function assumeOnce(client, role) {
    const token = await role.idToken();
    role.mask(token);
    const reply = await client.send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .AssumeRoleWithWebIdentityCommand */ .WH({
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName,
        WebIdentityToken: token,
        ...(role.policy !== undefined && { Policy: role.policy })
    }));
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = reply.Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
        throw new Error('STS answered without credentials');
    for (const secret of [AccessKeyId, SecretAccessKey, SessionToken])
        role.mask(secret);
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration };
}
function notAssumed(error, role) {
    const { name, message } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readError */ .lS)(error);
    return new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('role-not-assumed', `${role.roleArn}: ${name}: ${message}`, {
        cause: error,
        remedy: 'Check that the role’s trust policy names token.actions.githubusercontent.com, the audience sts.amazonaws.com and this repository, and that the workflow job has permissions: id-token: write.'
    });
}
async function callerIdentity(settings) {
    try {
        const reply = await new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .STSClient */ .iM(settings).send(new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_2__/* .GetCallerIdentityCommand */ .zI({}));
        return { account: reply.Account ?? '', arn: reply.Arn ?? '' };
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(error, { action: 'sts:GetCallerIdentity', resource: 'the caller' });
    }
}


/***/ }),

/***/ 99378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   cp: () => (/* binding */ isUncertain),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   lS: () => (/* binding */ readError)
/* harmony export */ });
/* unused harmony export isDenied */
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62095);
/** AWS's error names in our words: which are final, which pass, and what the user can do about each. */

/** Names seen for one and the same thing across S3, STS and Bedrock. */
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
const throttled = new Set(['ThrottlingException', 'Throttling', 'SlowDown', 'TooManyRequestsException', 'RequestLimitExceeded']);
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
/** No answer, or an answer that is the service's own trouble: nobody knows whether the request took effect. */
function isUncertain(error) {
    const { status, name } = readError(error);
    if (credentialTrouble[name] !== undefined)
        return false;
    return status === undefined || status >= 500;
}
/** The Failure for an error that ends the pass. */
function failureOf(error, asked) {
    if (error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const { name, message, status } = readError(error);
    const code = codeOf(error);
    const told = `${asked.action} on ${asked.resource}: ${name}${status === undefined ? '' : ` (HTTP ${status})`}: ${message}`;
    return new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(code, told, { cause: error, remedy: remedyOf(code, asked) });
}
function codeOf(error) {
    const { name, message } = readError(error);
    const known = credentialTrouble[name];
    if (known)
        return known;
    if (/could not load credentials|resolved credential object is not valid/i.test(message))
        return 'no-credentials';
    if (isDenied(error))
        return deniedCode(message);
    if (name === 'NoSuchBucket' || (name === 'NotFound' && /bucket/i.test(message)))
        return 'no-bucket';
    if (name === 'PermanentRedirect' || name === 'AuthorizationHeaderMalformed' || name === 'IllegalLocationConstraintException')
        return 'wrong-region';
    if (isThrottling(error) || isUncertain(error))
        return 'service-trouble';
    if (/don'?t have permissions? to invokeModel|model access|not authorized to perform this action/i.test(message))
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
/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html */
function remedyOf(code, asked) {
    switch (code) {
        case 'pass-role-denied':
            return 'Allow iam:PassRole on the service role to the calling role, with the condition iam:PassedToService = bedrock.amazonaws.com.';
        case 'model-access':
            return 'Allow bedrock:InvokeModel on the inference profile and on the foundation model in every region it reaches, to the service role; a first use of a model can take 15 minutes to be set up.';
        case 'access-denied':
            return `Allow ${asked.action} on ${asked.resource} to the role that the workflow uses.`;
        case 'no-credentials':
            return 'Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step.';
        case 'credentials-expired':
            return 'Use role-to-assume: credentials that this action gets itself are renewed for as long as it waits. The next pass goes on from here.';
        case 'no-bucket':
            return 'Create the bucket in the region of the jobs, or correct s3-uri.';
        case 'wrong-region':
            return 'Bedrock reads batch input only from a bucket in its own region: set aws-region to the bucket’s region, or use another bucket.';
        case 'service-trouble':
            return 'Nothing is lost: the next pass goes on from here.';
        default:
            return 'Nothing was created or paid by this request.';
    }
}


/***/ })

};
