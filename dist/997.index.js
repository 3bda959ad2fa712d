export const id = 997;
export const ids = [997];
export const modules = {
	91997:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	sessionPolicy: () => ( sessionPolicy)
	});
const jobs = 'arn:*:bedrock:*:*:model-invocation-job/*';
function sessionPolicy(narrowing) {
	const statements = [
		allow('bedrock:ListModelInvocationJobs', '*'),
		...(narrowing.mode === 'stop' ? stopping(narrowing) : working(narrowing))
	];
	return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
function stopping({ bucket }) {
	return [
		allow(['bedrock:GetModelInvocationJob', 'bedrock:StopModelInvocationJob'], jobs),
		allow('s3:ListBucket', `arn:*:s3:::${bucket}`)
	];
}
function working({ mode, pays, serviceRoleArn, models, reading = [], ...where }) {
	const places = [where, ...(where.output ? [where.output] : [])];
	const buckets = [...places, ...reading].map(({ bucket }) => `arn:*:s3:::${bucket}`);
	const sources = reading.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix}*`);
	const objects = places.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`);
	const writing = mode === 'plan' ? [] : ['s3:PutObject', ...(pays ? ['s3:DeleteObject'] : [])];
	const paying = ['CreateModelInvocationJob', 'StopModelInvocationJob', 'TagResource', 'InvokeModel'];
	return [
		allow('s3:ListBucket', [...new Set(buckets)]),
		allow(['s3:GetObject', ...writing], [...new Set(objects)]),
		...(sources.length > 0 ? [allow('s3:GetObject', [...new Set(sources)])] : []),
		allow('bedrock:GetModelInvocationJob', jobs),
		...(pays
			? [
				allow(paying.map(name => `bedrock:${name}`), [jobs, ...models])
			]
			: []),
		...(pays && serviceRoleArn !== undefined ? [allow('iam:PassRole', serviceRoleArn)] : [])
	];
}
function allow(Action, Resource) {
	return { Effect: 'Allow', Action, Resource };
}
	})
};
