/** docs/models.md, made from the registry and the table of models, so that it says what the code does. */
import type { ModelFamily } from './family.ts'
import { knownIds, knownModel, profilesOf } from './known-models.ts'
import { limitsOf } from './limits.ts'
import { families } from './registry.ts'
import { supportAsOf, supportSource } from './support-data.ts'

export function describeModels(): string {
  return [intro, familyTable(), naming, limits(), modelTable(), adding].join('\n\n') + '\n'
}

const intro = `# Models

<!-- Made by src/models/describe.ts. UPDATE_DOCS=1 npm test -- __tests__/unit/models/describe.test.ts writes it anew. -->

A _family_ is the adapter for one JSON dialect. \`api: auto\`, the default, takes the model's own family where there is one
and Converse for every other chat model; the lock then pins what was taken, so that an upgrade of this action asks no row
again. \`api: converse\` takes Converse for any chat model. \`api: invoke\` insists on the model's own family.`

const naming = `## Naming a model

Give \`model\` a model id (\`amazon.nova-lite-v1:0\`), an inference profile (\`us.anthropic.claude-opus-5\`), or the ARN of a
foundation model, an inference profile, an application inference profile or a custom model. Batch inference takes no
Provisioned Throughput, imported model or prompt router.

- An id that cannot be is refused with the nearest one that can: \`anthropic.claude-haiku-4-5\` lacks its date and version.
- An id that is not in the table below but has the right form is accepted with a warning: AWS adds models faster than we do.
- An application inference profile does not tell its model: Converse is used, unless the lock pins something else.
- Where only inference profiles are taken, the bare id gets a warning that names them.

## Parameters

${table(
  ['In the spec', 'Claude', 'Nova', 'Converse'],
  [
    ['`maxTokens`', '`max_tokens`', '`inferenceConfig.maxTokens`', '`inferenceConfig.maxTokens`'],
    ['`temperature`', '`temperature`', '`inferenceConfig.temperature`', '`inferenceConfig.temperature`'],
    ['`topP`', '`top_p`', '`inferenceConfig.topP`', '`inferenceConfig.topP`'],
    ['`topK`', '`top_k`', '`inferenceConfig.topK`', 'none, see `extra`'],
    ['`stop`', '`stop_sequences`', '`inferenceConfig.stopSequences`', '`inferenceConfig.stopSequences`']
  ]
)}

\`extra\` is merged into the body after all of these: objects merge member by member at any depth, everything else (text,
numbers, lists, null) replaces what stood there. So \`extra: {inferenceConfig: {topK: 20}}\` adds one member, and
\`extra: {additionalModelRequestFields: {top_k: 20}}\` gives a Converse model its own parameter. Titan Text Embeddings V2
takes nothing but \`extra\`: \`dimensions\` (256, 512, 1024), \`normalize\`, \`embeddingTypes\`.

What a model refuses is a Problem before anything is spent: \`temperature\` together with \`topP\` for Claude Sonnet 4.5 and
Haiku 4.5, any sampling parameter for Claude Opus 5, a missing \`maxTokens\` for every Claude, more tokens than the model
writes. Where AWS itself does not say so, it is a warning. AWS does no tools, no response formats and no prompt caching in
batch.

## Why an answer ended

${table(
  ['Here', "The models' own words", 'An answer?'],
  [
    ['`end`', '`end_turn`', 'yes'],
    ['`stop-sequence`', '`stop_sequence`', 'yes'],
    ['`max-tokens`', '`max_tokens`, `model_context_window_exceeded`', 'no, cut'],
    ['`refusal`', '`refusal`', 'no'],
    ['`filtered`', '`content_filtered`, `guardrail_intervened`', 'no'],
    ['`tool-use`', '`tool_use`', 'no'],
    ['`other`', 'anything else, or nothing', 'no']
  ]
)}

Thinking that a model shows is kept apart from its answer.`

const adding = `## Adding a family

One file in \`src/models/\`, one entry in the registry, four fixtures in \`__tests__/fixtures/models/<family>/\` and one answer
shape in the emulator. Raise \`revision\` when \`render\` would write other JSON for the same request, and keep the old one in
the registry: locks pin it.`

function familyTable(): string {
  const rows = families.map(family => [
    `\`${family.name}\``,
    family.source === undefined ? (family.title ?? '') : `[${family.title ?? family.name}](${family.source})`,
    family.api,
    family.kind === 'chat' ? 'text' : 'a vector',
    String(family.revision)
  ])
  return `## Families\n\n${table(['Family', 'Dialect', 'Job type', 'Answers with', 'Revision'], rows)}`
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

function modelTable(): string {
  const rows = knownIds.map(id => {
    const known = knownModel(id)
    return [
      `\`${id}\``,
      `\`${familyName(id)}\``,
      { listed: 'yes', 'not-listed': 'not listed', unclear: 'unclear' }[known?.batch ?? 'unclear'],
      String(known?.inRegion.length ?? 0),
      profilesOf(id)
        .map(profile => profile.slice(0, -id.length))
        .join(' '),
      known?.endOfLife ?? ''
    ]
  })
  const head = ['Model', 'Family under `auto`', 'Batch', 'Regions that take the bare id', 'Inference profiles', 'Ends']
  return `## Models known

[AWS's table of batch models](${supportSource}) as of ${supportAsOf}. It serves advice and never a refusal: a job for a
model or region that is not listed is submitted, and Bedrock answers for itself before anything is paid.

${table(head, rows)}`
}

function familyName(id: string): string {
  const found: ModelFamily | undefined = families.find(
    family => family.api === 'InvokeModel' && family.modelIds.test(id)
  )
  return found?.name ?? 'converse'
}

/** As prettier writes it: every column as wide as its widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, 3, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
