export const id = 997;
export const ids = [997];
export const modules = {
 91997:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
 __webpack_require__.d(__webpack_exports__, {
   sessionPolicy: () => ( sessionPolicy)
 });
function sessionPolicy(narrowing) {
    const places = [narrowing, ...(narrowing.output ? [narrowing.output] : [])];
    const buckets = [...new Set(places.map(place => `arn:*:s3:::${place.bucket}`))];
    const objects = [
        ...new Set(places.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`))
    ];
    const statements = [
        { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetBucketLocation'], Resource: buckets },
        {
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
            Resource: objects
        },
        {
            Effect: 'Allow',
            Action: ['bedrock:GetModelInvocationJob', 'bedrock:ListModelInvocationJobs', 'bedrock:StopModelInvocationJob'],
            Resource: '*'
        },
        ...(narrowing.pays
            ? [
                {
                    Effect: 'Allow',
                    Action: ['bedrock:CreateModelInvocationJob', 'bedrock:TagResource', 'bedrock:InvokeModel'],
                    Resource: '*'
                }
            ]
            : []),
        ...(narrowing.pays && narrowing.serviceRoleArn !== undefined
            ? [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: narrowing.serviceRoleArn }]
            : [])
    ];
    return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
 })

};
