/** docs/models.md, made from the registry and the table of models, so that it says what the code does. */
import { familyTable, parameterTable, stopTable } from './describe-families.ts'
import { modelTable, regionList } from './describe-models.ts'
import { limitsOf } from './limits.ts'
import { table } from './markdown-table.ts'
import { supportAsOf, supportSource } from './support-data.ts'

export function describeModels(): string {
  const sections = [intro, familySection(), naming, residency, parameterSection(), stopSection(), verbatim]
  return [...sections, limits(), modelSection(), regionSection(), prices, adding()].join('\n\n') + '\n'
}

const intro = `# Models

<!-- Made by src/models/describe.ts. UPDATE_DOCS=1 npm test -- __tests__/unit/models/describe.test.ts writes it anew. -->

A _family_ is the adapter for one JSON dialect. \`api: auto\`, the default, takes the model's own family where there is one
and Converse for every other chat model; the lock then pins what was taken, so that an upgrade of this action asks no row
again. \`api: converse\` takes Converse for any chat model. \`api: invoke\` insists on the model's own family.
\`api: verbatim\` takes any model at all: see [below](#any-other-model).`

function familySection(): string {
  return `## Families

${familyTable()}

What a model cannot do (an image for Nova Micro, a system prompt for Titan Text) is refused before anything is spent. _system_
is a system prompt, _turns_ are several messages, _prefill_ is the beginning of the answer as the last of them, _S3_ means
that media may lie there. "on demand only": AWS lists no batch for these models.`
}

const naming = `## Naming a model

Give \`model\` a model id (\`amazon.nova-lite-v1:0\`), an inference profile (\`us.anthropic.claude-opus-5\`), or the ARN of a
foundation model, an inference profile, an application inference profile or a custom model, in any partition (\`arn:aws\`,
\`arn:aws-us-gov\`, \`arn:aws-cn\`). Batch inference takes no Provisioned Throughput, imported model or prompt router.

- An id that cannot be is refused with the nearest one that can: \`anthropic.claude-haiku-4-5\` lacks its date and version.
- An id that is not in the table below but has the right form is accepted with a warning: AWS adds models faster than we do.
- An application inference profile does not tell its model: Converse is used, unless the lock pins something else.
- Where only inference profiles are taken, the bare id gets a warning that names them.

Where AWS lists no batch for a model, \`inference: auto\` asks it on demand, at the full price: up to
\`limits.onDemandRecords\` in one pass, and what is more is held until you write \`inference: on-demand\`. With
\`inference: batch\` the job is submitted all the same, with a warning. Where AWS has moved on, \`support: {batch: true}\` or
\`support: {regions: [eu-west-3]}\` in the spec corrects the table.`

const residency = `## Where questions are read

A model id is answered in the region of the job. An inference profile may hand a question to other regions: \`us.\`, \`eu.\`,
\`apac.\`, \`jp.\`, \`au.\`, \`ca.\` and \`us-gov.\` to those of their geography, \`global.\` to any in the world. Where a profile leads
out of the geography of its region (\`global.\` from anywhere, \`us.\` from Canada, \`eu.\` from London or Zürich) there is a
warning. \`aws.dataResidency: eu\` makes it an error, also for a region that lies elsewhere and for profiles that do not tell
where they lead; \`aws.dataResidency: global\` says that it is meant. This goes by the prefix.
[AWS](https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html) asks those who are bound by law
to look at the destinations themselves: \`aws bedrock get-inference-profile\`, from every region that they use.`

function parameterSection(): string {
  return `## Parameters

${parameterTable()}

\`extra\` is merged into the body after all of these: objects merge member by member at any depth, everything else (text,
numbers, lists, null) replaces what stood there. So \`extra: {inferenceConfig: {topK: 20}}\` adds one member, and
\`extra: {additionalModelRequestFields: {top_k: 20}}\` gives a Converse model its own parameter. Models that make vectors or
pictures take nothing but \`extra\`:

- Titan Text Embeddings V2: \`dimensions\`, \`normalize\`, \`embeddingTypes\`
- Titan Multimodal Embeddings: \`embeddingConfig: {outputEmbeddingLength}\`
- Nova Multimodal Embeddings: \`singleEmbeddingParams: {embeddingPurpose, embeddingDimension, text: {truncationMode}}\`
- Cohere Embed: \`input_type\`, \`truncate\`, \`embedding_types\`, and of v4 \`output_dimension\`
- Stability: \`negative_prompt\`, \`aspect_ratio\`, \`output_format\`, \`seed\`, \`strength\`

What a model refuses is a Problem before anything is spent: \`temperature\` together with \`topP\` for Claude Sonnet 4.5 and
Haiku 4.5, any sampling parameter for Claude Opus 5, a missing \`maxTokens\` for every Claude, more tokens than the model
writes. Where AWS itself does not say so, it is a warning. AWS does no tools, no response formats and no prompt caching in
batch.`
}

function stopSection(): string {
  return `## Why an answer ended

${stopTable()}

Each family knows the words of its own dialect, and where two disagree it decides: \`stop\` of Jurassic-2 is a stop sequence.
Thinking that a model shows is kept apart from its answer.`
}

const verbatim = `## Any other model

With \`api: verbatim\` the template is the \`modelInput\`, as JSON, and a path says where in the model's own output the answer
stands. So tomorrow's model works today:

\`\`\`yaml
model: newco.seer-v1:0
api: verbatim
verbatim:
  text: completions[0].text # or vector: or picture:
  stop: completions[0].finish_reason
  inputTokens: usage.prompt_tokens
  outputTokens: usage.completion_tokens
prompt:
  user: |
    {"prompt": {{ row.question | json }}, "max_tokens": 300}
\`\`\`

\`content[*].text\` joins the texts of all elements of a list that have one. Without \`stop\` every answer counts as whole;
\`endValues\` adds to the words of the table above. Records are named by model, API and \`modelInput\`: a path that turns out
wrong is corrected, and the answers that were paid are read anew. For a model that speaks Converse write
\`verbatim: {api: converse, text: 'output.message.content[*].text'}\`. \`parameters\` have no place here, but for \`maxTokens\`,
with which the cost limit is reckoned.`

const prices = `## Prices

Estimates come from \`price\` in the spec, else from a small table, else from
[@pydantic/genai-prices](https://github.com/pydantic/genai-prices); the summary names the source and its date. None of
them is AWS's own list. Where nobody has published a price it is unknown, never zero, and a pass with \`limits.maxCostUsd\` is
refused until the spec gives one. Stability bills by the picture and TwelveLabs by the second of video, which is not
reckoned with: limit such a spec by \`limits.maxRecords\`. Titan Multimodal, Nova Multimodal and Cohere embeddings of
pictures are billed apart from the tokens of their text.`

/** The diff of the last family added; a test counts the lines again. */
export const lastAdded = {
  name: 'twelvelabs-pegasus',
  files: {
    'src/models/twelvelabs-pegasus.ts': 69,
    'src/emulator/bedrock/models/pegasus.ts': 66,
    '__tests__/unit/models/twelvelabs-pegasus.test.ts': 51,
    '__tests__/fixtures/models/twelvelabs-pegasus/request.json': 30,
    '__tests__/fixtures/models/twelvelabs-pegasus/model-input.json': 11,
    '__tests__/fixtures/models/twelvelabs-pegasus/model-output.json': 4,
    '__tests__/fixtures/models/twelvelabs-pegasus/completion.json': 6
  },
  /** Lines added to files that were there, and how many such files: both registries, and the pinned names of records. */
  edits: { lines: 10, files: 3 }
} as const

function adding(): string {
  const { name, files, edits } = lastAdded
  const lines = Object.values(files)
  const sum = lines.reduce<number>((total, one) => total + one, 0)
  return `## Adding a family

One file in \`src/models/\`, two lines in the registry, four fixtures in \`__tests__/fixtures/models/<family>/\`, the name of the
fixture's record in \`record-ids.json\` beside them, and one answer shape in the emulator. The contract suite then tries it. Raise
\`revision\` when \`render\` would write other JSON for the same request, and keep the old one in the registry: locks pin it.

Measured on \`${name}\`, the last one added: ${lines.length} new files of ${sum} lines, and ${edits.lines} lines in ${edits.files} files that were there.

${table(
  ['New file', 'Lines'],
  Object.entries(files).map(([file, count]) => [`\`${file}\``, String(count)])
)}`
}

function limits(): string {
  const usual = limitsOf('')
  const gigabytes = (bytes: number) => `${bytes / 1_000_000_000} GB`
  return `## Limits of a batch job

[AWS's quotas](${usual.source}) as of ${usual.asOf}, each overridable under \`limits\`: ${usual.minRecordsPerJob} to
${usual.maxRecordsPerJob.toLocaleString('en-US')} records per job and per file, ${gigabytes(usual.maxFileBytes)} per file, ${gigabytes(usual.maxJobBytes)} per job (${gigabytes(limitsOf('amazon.nova-lite-v1:0').maxJobBytes)} for Nova Lite, Nova Pro and
Nova Multimodal Embeddings), ${usual.maxActiveJobs} jobs of a model submitted or in progress. AWS does not say which gigabyte it means; 10^9 bytes
is taken, the smaller.`
}

function modelSection(): string {
  return `## Models known

[AWS's table of batch models](${supportSource}) as of ${supportAsOf}. It serves advice and never a refusal: with
\`inference: batch\` a job for a model or region that is not listed is submitted, and Bedrock answers for itself before anything
is paid. _Batch_ names the ways that AWS lists: by the model's id, or by the profiles with these prefixes. An empty
_Most \`maxTokens\`_ is left to Bedrock.

${modelTable()}`
}

function regionSection(): string {
  return `### Regions

Where a job may run, by AWS's table of the same day.

${regionList()}`
}
