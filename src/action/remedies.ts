/** What to do about records that failed, where it is known. Sees a group's reason and example, never a whole answer. */

interface Remedy {
  readonly says: RegExp
  readonly remedy: string
  /** Where the records are not asked again by themselves, instead of the other. */
  readonly givenUp?: string
}

const triedEnough =
  'Tried as often as limits.retries and belowMinimum allow, and given up: start the workflow with retry: failed to ask once more.'

/** First match wins. Sources: texts that Bedrock and its models are known to give. */
const known: readonly Remedy[] = [
  {
    says: /temperature.*top_p|top_p.*temperature/i,
    remedy: 'This model takes temperature or topP, not both: remove one from parameters.'
  },
  {
    says: /max[-_ ]?tokens|length|cut/i,
    remedy: 'The answers were cut: raise parameters.maxTokens. That makes a new question of every row.'
  },
  {
    says: /context[-_ ]window|too long|too many (input )?tokens/i,
    remedy: 'The prompt is longer than the model reads: shorten the template or the rows.'
  },
  {
    says: /anthropic_version|Extra inputs|extraneous key|Malformed input|ValidationException/i,
    remedy: 'The model does not know a field that was sent: check parameters.extra and the api of the spec.'
  },
  {
    says: /permissions? to invokeModel|AccessDenied/i,
    remedy: "Bedrock's service role may not invoke the model: docs/permissions.md."
  },
  {
    says: /refus|content[-_ ]?filter|filtered|guardrail/i,
    remedy: 'The model would not answer. Look at these rows; asking again unchanged does not help.'
  },
  {
    says: /schema|not JSON|no JSON|label/i,
    remedy: 'The answer has another form than the spec asks for: show the form in the prompt, with an example.'
  },
  {
    says: /429|throttl|5\d\d|expired|missing|timed? ?out/i,
    remedy: 'Worth another try: the next pass under retry: auto asks these again, within limits.retries.',
    givenUp: triedEnough
  },
  {
    says: /conflict/i,
    remedy: 'The output named another question than the one that was asked: not published, and asked again.',
    givenUp: `The output named another question than the one that was asked: not published. ${triedEnough}`
  }
]

/** `mayRetry`: a later pass asks the records again. */
export function remedyFor(reason: string, example?: string, mayRetry?: true): string | undefined {
  const found =
    known.find(({ says }) => says.test(reason)) ?? known.find(({ says }) => example !== undefined && says.test(example))
  return mayRetry ? found?.remedy : (found?.givenUp ?? found?.remedy)
}
