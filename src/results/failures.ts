/** Failed rows by reason, and what a person can do about the known ones. */

interface FailureGroup {
  /** As in Outcome. */
  readonly reason: string
  /** Rows. */
  readonly count: number
  /** The message of the first row: foreign text, escape it. */
  readonly example?: string
  /** The first few rows: foreign text, escape it. */
  readonly keys: readonly string[]
  readonly remedy?: string
  /** Not given up: a later pass asks all of them again. */
  readonly mayRetry?: true
}

export interface FailureGroups {
  add(reason: string, key: string, message?: string, mayRetry?: true): void
  /** The most frequent first, then by reason. */
  list(): readonly FailureGroup[]
}

const mostGroups = 100
const mostKeys = 5
const exampleCharacters = 300
const rest = 'other reasons'

/** Memory is bounded: past a hundred reasons the rest is counted together. */
export function failureGroups(): FailureGroups {
  const groups = new Map<string, { count: number; retried: number; example: string | undefined; keys: string[] }>()
  return {
    add(reason, key, message, mayRetry) {
      const name = groups.has(reason) || groups.size < mostGroups ? reason : rest
      const group = groups.get(name) ?? {
        count: 0,
        retried: 0,
        example: message?.slice(0, exampleCharacters).toWellFormed(),
        keys: []
      }
      groups.set(name, group)
      group.count++
      if (mayRetry) group.retried++
      if (group.keys.length < mostKeys) group.keys.push(key)
    },
    list: () =>
      [...groups]
        .map(([reason, { count, retried, example, keys }]) => ({
          reason,
          count,
          ...(example !== undefined && { example }),
          keys,
          ...(retried === count && { mayRetry: true as const }),
          ...remedyOf(reason)
        }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  }
}

function remedyOf(reason: string): { remedy: string } | undefined {
  const remedy = remedyFor(reason)
  return remedy === undefined ? undefined : { remedy }
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [/^max_tokens$/, 'Raise parameters.maxTokens, or ask for a shorter answer.'],
  [/^refusal$/, 'The model declined. Reword the prompt, or leave these rows out with dataset.where.'],
  [/^filtered$/, 'A content filter or guardrail stopped the answer. Look at these rows, or reword the prompt.'],
  [/^empty$/, 'The model said nothing. Check the stop sequences, and that the prompt asks for something.'],
  [/^tool_use$/, 'The model asked for a tool, and batch inference has none. Leave tools out of parameters.extra.'],
  [
    /^stopped: model_context_window_exceeded$/,
    'Prompt and answer do not fit the model. Shorten the prompt or lower parameters.maxTokens.'
  ],
  [/^schema: /, 'Show the wanted JSON in the prompt, or loosen the schema.'],
  [
    /^not JSON$/,
    'Say in the prompt that only JSON is wanted, and show its form. answer.repair: true mends small mistakes.'
  ],
  [/^does not match the pattern$/, 'Show in the prompt how the answer is to be written, or loosen answer.pattern.'],
  [/^not one of the labels$/, 'List the labels in the prompt and ask for nothing else, or add the missing label.'],
  [
    /^(?:not a vector|not text)$/,
    'Set answer.format as the model answers: embedding for an embedding model, text otherwise.'
  ],
  [
    /^unknown shape: /,
    'The answer is not as this model family writes it. Try api: converse, or report it with a line of the answers.'
  ],
  [/^missing$/, 'Bedrock wrote no line for these records. They are asked again by the next pass that may submit.'],
  [
    /^conflict$/,
    'Bedrock gave back another question under these ids. They are asked again by the next pass that may submit.'
  ],
  [/^expired/, 'The job ran out of time. Raise aws.timeoutHours, or make smaller jobs with limits.recordsPerJob.'],
  [
    /temperature.*top_?p.*cannot both|both.*temperature.*top_?p/i,
    'Leave parameters.temperature or parameters.topP out: this model takes only one.'
  ],
  [
    /^http 4\d\d: .*(?:too long|maximum context|too many (?:input )?tokens|exceeds? .*(?:context|tokens))/i,
    'The prompt is too long for the model. Shorten it, or leave these rows out.'
  ],
  [/max_?tokens/i, 'Set parameters.maxTokens within the range of this model.'],
  [/^(?:http 403|AccessDeniedException)/, 'The service role may not invoke the model: see docs/permissions.md.'],
  [/^(?:http 404|ResourceNotFoundException)/, 'The model is not known in this region, or has reached its end of life.'],
  [/^(?:http 429|ThrottlingException)/, 'The model was busy. These records are asked again within the budget.'],
  [
    /^(?:http 5\d\d|InternalServerException|ServiceUnavailableException)/,
    'The service failed. These records are asked again within the budget.'
  ],
  [
    /^(?:http 400|ValidationException)/,
    'The model refused the request. Check parameters and prompt against its page in the Bedrock user guide.'
  ]
]

/** Undefined for a reason that is not known. */
export function remedyFor(reason: string): string | undefined {
  return remedies.find(([pattern]) => pattern.test(reason))?.[1]
}
