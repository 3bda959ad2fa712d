/**
 * What to do about rows that were given up, by the reason of their group. Only a reason is looked at, never the words of
 * a row or a model; and of a reason its beginning, since what comes later may be anybody's.
 */

/** First match wins. */
interface Remedy {
  readonly says: RegExp
  readonly remedy: string
}

/** No cause takes more to be told. */
const mostCharacters = 2000

const parts = /^([A-Za-z]+|http \d{3})(?:: (.*))?$/s

/** `mayRetry`: not given up for good, only not asked by this pass. */
export function remedyFor(reason: string, mayRetry = false): string | undefined {
  if (mayRetry) return 'Worth another try: a pass with retry: auto asks these again, within limits.retries.'
  const answer = answers.find(({ says }) => says.test(reason))
  if (answer !== undefined) return answer.remedy
  const [, kind = '', message = ''] = parts.exec(reason.slice(0, mostCharacters)) ?? []
  if (refusals.test(kind)) return messages.find(({ says }) => says.test(message.replace(preamble, '')))?.remedy
  return kinds.find(({ says }) => says.test(kind))?.remedy
}

/** Answers that are none, and what is wrong with them. */
const answers: readonly Remedy[] = [
  {
    says: /^max_tokens$/,
    remedy:
      'The answers were cut: raise parameters.maxTokens, which makes a new question of every row, or ask for less.'
  },
  {
    says: /^refusal$/,
    remedy: 'The model would not answer. Reword the prompt, or leave these rows out with dataset.where.'
  },
  {
    says: /^filtered$/,
    remedy: 'A content filter or guardrail stopped the answer. Look at these rows, or reword the prompt.'
  },
  {
    says: /^empty$/,
    remedy: 'The model said nothing. Check the stop sequences, and that the prompt asks for something.'
  },
  {
    says: /^tool_use$/,
    remedy: 'The model asked for a tool, and batch inference has none. Leave tools out of parameters.extra.'
  },
  {
    says: /^stopped: model_context_window_exceeded$/,
    remedy: 'Prompt and answer together do not fit the model. Shorten the prompt or lower parameters.maxTokens.'
  },
  { says: /^schema: /, remedy: 'Show the wanted JSON in the prompt, with an example, or loosen the schema.' },
  {
    says: /^not JSON$/,
    remedy: 'Say in the prompt that only JSON is wanted, and show its form. answer.repair: true mends small mistakes.'
  },
  {
    says: /^does not match the pattern$/,
    remedy: 'Show in the prompt how the answer is to be written, or loosen answer.pattern.'
  },
  {
    says: /^not one of the labels$/,
    remedy: 'List the labels in the prompt and ask for nothing else, or add the missing label.'
  },
  {
    says: /^not (?:a vector|text)$/,
    remedy: 'Set answer.format as the model answers: embedding for an embedding model, text otherwise.'
  },
  {
    says: /^unknown shape: /,
    remedy:
      'The answer is not as this model family writes it. Try api: converse, or report it with a line of the answers.'
  }
]

const refusals = /^(?:http (?:400|413|422)|ValidationException)$/

/** What Bedrock puts before the words of a model. */
const preamble =
  /^(?:(?:The model returned the following errors|Malformed input request|Validation Error|N validation errors? detected): )*(?:messages?\.N\S*: |#\S*: )?/i

/** Why a question was refused, as Bedrock and its models are known to say it. */
const messages: readonly Remedy[] = [
  {
    says: /^`?(?:temperature`? and `?top_?p|top_?p`? and `?temperature)`? cannot both/i,
    remedy: 'This model takes parameters.temperature or parameters.topP, not both: leave one out.'
  },
  {
    says: /^`?(?:temperature|top_?p|top_?k)`? is (?:deprecated|not supported)/i,
    remedy: 'This model does not take that parameter: leave it out.'
  },
  {
    says: /^`?max_?tokens`? must be greater than `?thinking/i,
    remedy: 'Raise parameters.maxTokens above the budget for thinking, or lower that budget in parameters.extra.'
  },
  {
    says: /^input length and `?max_tokens`? exceed context limit/i,
    remedy: 'Prompt and answer together do not fit the model. Shorten the prompt or lower parameters.maxTokens.'
  },
  {
    says: /^(?:max_?tokens: Field required|required key \[max_?tokens\])/i,
    remedy: 'This model has to be told how long an answer may be: set parameters.maxTokens.'
  },
  {
    says: /^(?:max_?tokens: N|The maximum tokens you requested exceeds? the model limit|Value "…" at ['"]inferenceConfig\.maxTokens)/i,
    remedy: 'Lower parameters.maxTokens: this model does not write so much.'
  },
  {
    says: /^(?:prompt is too long|Input is too long|Too many input tokens|expected maxLength|This model's maximum context length|the request is too large)/i,
    remedy: 'The prompt is too long for the model. Shorten it, or leave these rows out with dataset.where.'
  },
  {
    says: /^(?:image exceeds|Could not process image|at least one of the image dimensions|image dimensions|Image does not match)/i,
    remedy: 'The model cannot take these pictures: look at them. media.maxPixels makes large ones smaller.'
  },
  {
    says: /^(?:[\w.]+: Field required|[\w.: ]*Extra inputs are not permitted|required key|extraneous key|expected type)/i,
    remedy:
      'The model misses a field or does not know one that was sent: check parameters.extra and the api of the spec.'
  },
  {
    says: /^(?:The provided model identifier is invalid|Invocation of model ID|Batch inference is not supported)/i,
    remedy: 'The model cannot be asked so in this region: see docs/models.md.'
  },
  {
    says: /^(?:Your (?:AWS )?account is not authorized|Operation not allowed)/i,
    remedy: 'The AWS account may not use this model: ask for it in the Bedrock console, or AWS support.'
  },
  {
    says: /^/,
    remedy: 'The model refused the question. Check prompt and parameters against its page in the Bedrock user guide.'
  }
]

const spent =
  'Tried as often as limits.retries and belowMinimum allow, and given up: start the workflow with retry: failed to ask once more.'

/** Where the message tells no more than the status. What is worth a retry stands here only when its budget is used up. */
const kinds: readonly Remedy[] = [
  {
    says: /^(?:http 403|AccessDeniedException)$/,
    remedy: 'The service role may not invoke the model: see docs/permissions.md.'
  },
  {
    says: /^(?:http 404|ResourceNotFoundException)$/,
    remedy:
      'The model is not known in this region, has reached its end of life, or asks for a form to be filled in first.'
  },
  {
    says: /^expired$/,
    remedy: `The job ran out of time: raise aws.timeoutHours, or make smaller jobs with limits.recordsPerJob. ${spent}`
  },
  {
    says: /^(?:http (?:408|424|429|5\d\d)|Throttling\w*|TooManyRequests\w*|ServiceQuotaExceeded\w*|Model(?:Timeout|Error|StreamError|NotReady)Exception|Internal\w*|ServiceUnavailable\w*|missing|conflict)$/,
    remedy: spent
  },
  {
    says: /^error$/,
    remedy:
      'Bedrock names no cause that is known here: look at the message. Start the workflow with retry: failed to ask once more.'
  }
]
