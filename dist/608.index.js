export const id = 608;
export const ids = [608];
export const modules = {

/***/ 53608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sessionPolicy: () => (/* binding */ sessionPolicy)
/* harmony export */ });
/** An inline session policy for one spec: what the assumed role may do is narrowed to this prefix, this model, this service role. */
/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html; at most 2,048 characters by STS's rules. */
function sessionPolicy(narrowing) {
    const bucketArn = `arn:*:s3:::${narrowing.bucket}`;
    const statements = [
        { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetBucketLocation'], Resource: bucketArn },
        {
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
            Resource: `${bucketArn}/${narrowing.prefix === '' ? '' : `${narrowing.prefix}/`}*`
        },
        { Effect: 'Allow', Action: ['bedrock:GetModelInvocationJob', 'bedrock:ListModelInvocationJobs', 'bedrock:StopModelInvocationJob'], Resource: '*' },
        ...(narrowing.pays ? [{ Effect: 'Allow', Action: ['bedrock:CreateModelInvocationJob', 'bedrock:TagResource'], Resource: '*' }] : []),
        ...(narrowing.pays && narrowing.serviceRoleArn !== undefined
            ? [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: narrowing.serviceRoleArn }]
            : [])
    ];
    return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}


/***/ })

};
