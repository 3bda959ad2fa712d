import { describe, expect, it } from '@jest/globals'
import { remedyFor } from '../../../src/action/remedies.ts'
import type { RecordError } from '../../../src/results/outcome.ts'
import { errorReason } from '../../../src/results/record-error.ts'

const spent =
  'Tried as often as limits.retries and belowMinimum allow, and given up: start the workflow with retry: failed to ask once more.'

describe('remedies', () => {
  it.each([
    ['max_tokens', 'raise parameters.maxTokens'],
    ['refusal', 'would not answer'],
    ['filtered', 'guardrail'],
    ['empty', 'said nothing'],
    ['tool_use', 'batch inference has none'],
    ['stopped: model_context_window_exceeded', 'do not fit the model'],
    ['schema: /length must be number', 'loosen the schema'],
    ['not JSON', 'answer.repair'],
    ['does not match the pattern', 'answer.pattern'],
    ['not one of the labels', 'List the labels'],
    ['not a vector', 'answer.format'],
    ['not text', 'answer.format'],
    ['unknown shape: expected a string at content', 'api: converse'],
    ['missing', spent],
    ['conflict', spent]
  ])('are known for %s', (reason, words) => {
    expect(remedyFor(reason)).toContain(words)
  })

  const refused = (message: string): RecordError => ({ code: 400, message })
  const named = (code: string, message: string): RecordError => ({ code, message })
  const oneOfBoth = 'not both: leave one out'
  const tooLong = 'The prompt is too long'
  const lower = 'Lower parameters.maxTokens'
  const fields = 'check parameters.extra'
  const pictures = 'cannot take these pictures'
  const generic = 'The model refused the question'
  it.each<[RecordError, string]>([
    [refused('`temperature` and `top_p` cannot both be specified for this model. Please use only one.'), oneOfBoth],
    [refused('The model returned the following errors: `temperature` and `top_p` cannot both be specified'), oneOfBoth],
    [refused('temperature and top_p cannot both be specified'), oneOfBoth],
    [refused('`top_k` is deprecated for this model.'), 'leave it out'],
    [refused('max_tokens: 5000 > 4096, which is the maximum allowed number of output tokens for claude-3'), lower],
    [refused('The maximum tokens you requested exceeds the model limit of 4096. Try again with a lower value.'), lower],
    [
      refused(
        "1 validation error detected: Value '50000' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value less than or equal to 10000"
      ),
      lower
    ],
    [refused('`max_tokens` must be greater than `thinking.budget_tokens`.'), 'budget for thinking'],
    [refused('max_tokens: Field required'), 'set parameters.maxTokens'],
    [refused('Malformed input request: #: required key [max_tokens] not found'), 'set parameters.maxTokens'],
    [refused('input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000'), 'do not fit the model'],
    [refused('prompt is too long: 208310 tokens > 200000 maximum'), tooLong],
    [refused('Input is too long for requested model.'), tooLong],
    [refused('Malformed input request: expected maxLength: 42000, actual: 46735, please reformat'), tooLong],
    [refused('Malformed input request: #/texts/41: expected maxLength: 2048, actual: 2100'), tooLong],
    [refused('anthropic_version: Field required'), fields],
    [refused('thinking: Extra inputs are not permitted'), fields],
    [refused('Extra inputs are not permitted'), fields],
    [refused('Malformed input request: #: extraneous key [thinking] is not permitted'), fields],
    [refused('Malformed input request: #: required key [messages] not found'), fields],
    [refused('Malformed input request: #/messages/0/content: expected type: JSONArray, found: String'), fields],
    [
      refused('messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 5242881 bytes > 5242880'),
      pictures
    ],
    [refused('Could not process image'), pictures],
    [refused('The provided model identifier is invalid.'), 'docs/models.md'],
    [refused('Your account is not authorized to invoke this API operation.'), 'AWS account'],
    [named('validationException', 'Input is too long for requested model.'), tooLong],
    [{ message: 'ValidationException: Input is too long for requested model.' }, tooLong],
    [named('AccessDeniedException', "You don't have access to the model with the specified model ID."), 'service role'],
    [{ code: 403, message: 'not authorized to execute bedrock:InvokeModel' }, 'service role'],
    [
      { code: 404, message: 'Model use case details have not been submitted for this account' },
      'not known in this region'
    ],
    [{ code: 408, message: 'Model processing timed out' }, spent],
    [{ code: 424, message: 'model error' }, spent],
    [{ code: 429, message: 'Too many requests, please wait before trying again.' }, spent],
    [{ code: 500, message: 'max_tokens: 5 > 4' }, spent],
    [{ code: 503, message: '' }, spent],
    [named('ThrottlingException', 'Too many tokens, please wait before trying again.'), spent],
    [named('ModelNotReadyException', ''), spent],
    [{ message: '', expired: true }, 'raise aws.timeoutHours'],
    [{ message: 'something else' }, 'retry: failed'],
    [refused('Could not execute the request'), generic],
    [refused('messages: at least one message is missing'), generic],
    [refused('A conflict of parameters: tools and system'), generic],
    [refused('The provided request is not valid'), generic],
    [refused('stop_sequences: too many, label'), generic],
    [refused('the row says: prompt is too long, max_tokens: 5 > 4, refusal, not JSON'), generic],
    [refused('"max_tokens: 5 > 4"'), generic],
    [refused(''), generic]
  ])('fit the error %j', (error, words) => {
    expect(remedyFor(errorReason(error, '0A1b2C3d4E5'))).toContain(words)
  })

  it('do not say that rows were given up which only this pass does not ask', () => {
    expect(remedyFor('missing', true)).toContain('a pass with retry: auto asks these again')
  })

  it.each(['something else', 'stopped', 'other reasons', 'http 418: teapot', 'not asked'])(
    'are none for %s',
    reason => {
      expect(remedyFor(reason)).toBeUndefined()
    }
  )

  it('are found at once, whatever the reason', () => {
    for (const piece of ['`temperature` ', 'Malformed input request: ', 'messages.N', 'a.', '#/: ', ' '])
      expect(remedyFor(`http 400: ${piece.repeat(2_000_000)}`)).toContain(generic)
  })
})
