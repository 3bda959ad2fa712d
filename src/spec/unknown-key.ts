/** A name that no member has: what the person most likely meant. */
import { nearest, squeeze } from './nearest.ts'
import { specFields } from './json-schema.ts'
import { type Finding, quote, spelled } from './finding.ts'
import type { Path } from './places.ts'

/** What people call things elsewhere: other tools, AWS's own API, the models' own JSON. Spelled as `squeeze` leaves them. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  dataset: ['input', 'inputs', 'data', 'rows', 'source', 'inputdataconfig', 'csv', 'datasets'],
  'dataset.path': ['file', 'files', 'paths', 'glob', 'uri'],
  'dataset.key': ['id', 'idcolumn', 'keycolumn', 'keyfield', 'primarykey', 'rowkey'],
  'dataset.where': ['filter', 'condition', 'if'],
  'dataset.limit': ['maxrows', 'head', 'first', 'top'],
  'dataset.types': ['columntypes', 'schema', 'columns'],
  'dataset.at': ['jsonpath', 'pointer', 'root'],
  model: ['modelid', 'modelname', 'inferenceprofile', 'foundationmodel'],
  api: ['modelinvocationtype', 'invocationtype', 'endpoint'],
  prompt: ['template', 'prompts', 'message', 'question'],
  'prompt.user': ['template', 'text', 'file', 'prompt', 'message', 'usermessage'],
  'prompt.system': ['systemprompt', 'instructions', 'preamble'],
  'prompt.messages': ['turns', 'conversation', 'history'],
  'prompt.images': ['image', 'picture', 'pictures', 'photos'],
  'prompt.documents': ['document', 'attachments', 'pdf', 'pdfs'],
  'prompt.videos': ['video'],
  'prompt.user.file': ['path'],
  'prompt.system.file': ['path'],
  parameters: ['params', 'inferenceconfig', 'config', 'options', 'settings', 'inference', 'generation'],
  'parameters.maxTokens': [
    'maxtokenstosample',
    'maxgenlen',
    'maxoutputtokens',
    'maxtokencount',
    'maxnewtokens',
    'maxlength'
  ],
  'parameters.stop': ['stopsequences', 'stopwords', 'stops'],
  'parameters.temperature': ['temp'],
  'parameters.extra': ['additionalmodelrequestfields', 'modelinput', 'additional'],
  answer: ['response', 'result', 'answers', 'responseformat'],
  'answer.schema': ['jsonschema', 'responseschema', 'outputschema'],
  'answer.labels': ['classes', 'categories', 'choices', 'enum', 'options', 'values'],
  'answer.format': ['type', 'kind'],
  'answer.pattern': ['regex', 'regexp', 'match', 'extract'],
  'answer.repair': ['fix', 'lenient', 'jsonrepair'],
  'answer.retryInvalid': ['retry', 'retries', 'retryinvalidanswers'],
  outputs: ['output', 'out', 'destination', 'outputdataconfig', 'target', 'results'],
  'outputs[].path': ['file', 'destination'],
  'outputs[].columns': ['fields', 'mapping'],
  'outputs[].format': ['type'],
  'outputs[].body': ['content', 'text'],
  'outputs[].merge': ['inplace', 'addcolumns', 'update'],
  'aws.serviceRoleArn': ['role', 'rolearn', 'servicerole', 'executionrole'],
  'aws.s3Uri': ['bucket', 's3', 's3bucket', 'bucketuri', 'inputs3uri', 's3inputuri'],
  'aws.outputS3Uri': ['s3outputuri', 'outputuri', 'outputbucket'],
  'aws.kmsKeyId': ['kmskey', 'kms', 'encryptionkey', 's3encryptionkeyid', 'kmskeyarn'],
  'aws.bucketOwner': ['s3bucketowner', 'accountid', 'account'],
  'aws.timeoutHours': ['timeout', 'timeoutdurationinhours'],
  'aws.vpc': ['vpcconfig'],
  'aws.vpc.subnetIds': ['subnets'],
  'aws.vpc.securityGroupIds': ['securitygroups'],
  'aws.tags': ['tag', 'labels'],
  'limits.maxCostUsd': ['budget', 'maxcost', 'costlimit', 'maxusd', 'maxprice'],
  'limits.maxRecords': ['maxrows', 'max'],
  'limits.maxErrorRate': ['maxerrors', 'errorrate', 'tolerance'],
  'limits.retries': ['retry', 'maxretries', 'attempts', 'maxattempts'],
  'limits.recordsPerJob': ['batchsize', 'maxrecordsperjob', 'shardsize', 'chunksize'],
  'limits.bytesPerJob': ['maxbytesperjob', 'filesize'],
  'limits.minRecordsPerJob': ['minrecords', 'minimum'],
  'limits.activeJobs': ['concurrency', 'maxjobs', 'parallel', 'paralleljobs'],
  expand: ['variants', 'promptsperrow'],
  samples: ['n', 'repeat', 'numsamples'],
  matrix: ['foreach', 'languages', 'product'],
  'verbatim.text': ['path', 'answer', 'content', 'output', 'jsonpath', 'message'],
  'verbatim.vector': ['embedding', 'embeddings'],
  'verbatim.picture': ['image', 'images'],
  'verbatim.stop': ['stopreason', 'finishreason', 'reason'],
  'aws.dataResidency': ['residency', 'geography', 'datalocation', 'sovereignty'],
  belowMinimum: ['minimum', 'toofew'],
  publish: ['pullrequest', 'commit', 'deploy', 'pr'],
  'publish.via': ['mode', 'method', 'way', 'type', 'as'],
  'publish.commitMessage': ['message', 'commit'],
  'publish.body': ['description'],
  'publish.base': ['into', 'target', 'basebranch'],
  price: ['prices', 'pricing', 'cost'],
  adopt: ['overwrite', 'takeover']
}

/** YAML 1.1 habits that YAML 1.2 does not know. */
const notYaml12: Readonly<Record<string, string>> = {
  '<<': 'Merge keys are YAML 1.1; write the members out, or use an alias for the whole block.',
  $schema: 'Name the schema in a comment: # yaml-language-server: $schema=…'
}

export function unknownKey(parent: Path, key: string): Finding {
  const where = parent.length === 0 ? 'a spec' : spelled(parent)
  const finding = {
    path: [...parent, key],
    message: `there is no field ${quote(key)} in ${where}`,
    atKey: true
  } as const
  const old = Object.hasOwn(notYaml12, key) ? notYaml12[key] : undefined
  return { ...finding, ...(old === undefined ? meant(generic(parent), key) : { hint: old }) }
}

function meant(parent: string, key: string): { hint: string; means?: string } {
  const fields = specFields().map(field => ({ path: field.path, ...split(field.path) }))
  const siblings = fields.filter(field => field.parent === parent)
  const plain = squeeze(key)
  const called = fields.filter(
    field => squeeze(field.name) === plain || otherNames[field.path]?.includes(plain) === true
  )
  const here = called.find(field => field.parent === parent)
  if (here) return { hint: `Did you mean ${here.name}?`, means: here.name }
  const near = nearest(
    key,
    siblings.map(field => field.name)
  )
  // A name that belongs elsewhere, spelled right, is likelier than one that belongs here, spelled wrong.
  const elsewhere = called.find(field => squeeze(field.name) === plain) ?? (near === undefined ? called[0] : undefined)
  if (elsewhere) return { hint: `Did you mean ${elsewhere.path.replaceAll('[]', '[0]')}?` }
  if (near !== undefined) return { hint: `Did you mean ${near}?`, means: near }
  return { hint: `Its fields are ${siblings.map(field => field.name).join(', ')}.` }
}

function split(path: string): { parent: string; name: string } {
  const dot = path.lastIndexOf('.')
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) }
}

/** `outputs` may be written as one map: its members are those of an item. */
function generic(parent: Path): string {
  const text = parent
    .map(step => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '')
  return text === 'outputs' ? 'outputs[]' : text
}
