/**
 * What single Claude models refuse or need, as data, the first matching row wins. A model that is in no row is not judged.
 * AWS documents the temperature/top_p rule for Sonnet 4.5 and Haiku 4.5; Opus 5 without sampling was seen in
 * real batch jobs. Where only Anthropic's notes on migration say so, the row warns and Bedrock decides.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 * Ceilings: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards-anthropic.html
 */
import type { ParameterProblem, Parameters } from './family.ts'
import { outOfRange, tooMany } from './ranges.ts'

interface Rule {
  readonly models: RegExp
  readonly maxTokens: number
  /** `one`: temperature or topP, not both. `none`: the model takes neither, nor topK. */
  readonly sampling?: 'one' | 'none'
  /** The rule on sampling is not in AWS's own pages. */
  readonly hearsay?: true
}

const rules: readonly Rule[] = [
  { models: /^anthropic\.claude-(v2|instant|3-(haiku|sonnet|opus)-)/, maxTokens: 4096 },
  { models: /^anthropic\.claude-3-5-/, maxTokens: 8192 },
  // 64,000, and 128,000 with the beta header output-128k-2025-02-19.
  { models: /^anthropic\.claude-3-7-/, maxTokens: 128_000 },
  { models: /^anthropic\.claude-opus-4-20/, maxTokens: 32_000 },
  { models: /^anthropic\.claude-sonnet-4-20/, maxTokens: 64_000 },
  { models: /^anthropic\.claude-opus-4-1-/, maxTokens: 32_000, sampling: 'one', hearsay: true },
  { models: /^anthropic\.claude-(sonnet|haiku)-4-5/, maxTokens: 64_000, sampling: 'one' },
  { models: /^anthropic\.claude-opus-4-5/, maxTokens: 64_000, sampling: 'one', hearsay: true },
  { models: /^anthropic\.claude-(opus|sonnet)-4-6/, maxTokens: 128_000, sampling: 'one', hearsay: true },
  { models: /^anthropic\.claude-opus-5$/, maxTokens: 128_000, sampling: 'none' },
  {
    models: /^anthropic\.claude-(opus-4-[78]|opus-5-5|sonnet-5|fable-|mythos-)/,
    maxTokens: 128_000,
    sampling: 'none',
    hearsay: true
  }
]

export function checkClaude(bareId: string, parameters: Parameters): readonly ParameterProblem[] {
  const rule = rules.find(({ models }) => models.test(bareId))
  return [
    ...missingMaxTokens(parameters),
    ...tooMany(parameters, 'maxTokens', rule?.maxTokens, bareId),
    ...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1], topK: [0, 500] }),
    ...sampling(bareId, parameters),
    ...blankStops(parameters)
  ]
}

function missingMaxTokens({ maxTokens, extra }: Parameters): ParameterProblem[] {
  if (maxTokens !== undefined || extra?.['max_tokens'] !== undefined) return []
  return [
    {
      field: 'maxTokens',
      message: 'Claude needs maxTokens, the most tokens that one answer may have',
      hint: 'for example maxTokens: 1024; the cost limit is reckoned with it'
    }
  ]
}

/** The same by Converse as by the model's own body; nothing about a model that is no Claude. */
export function sampling(bareId: string, parameters: Parameters): ParameterProblem[] {
  const { temperature, topP } = parameters
  const rule = rules.find(({ models }) => models.test(bareId))
  const severity = rule?.hearsay ? 'warning' : 'error'
  if (rule?.sampling === 'none') {
    return (['temperature', 'topP', 'topK'] as const)
      .filter(field => parameters[field] !== undefined)
      .map(field => ({ severity, field, message: `${bareId} takes no ${field}`, hint: `remove ${field}` }))
  }
  if (rule?.sampling !== 'one' || temperature === undefined || topP === undefined) return []
  return [
    {
      severity,
      field: 'topP',
      message: `${bareId} takes temperature or topP, not both`,
      hint: 'remove one of them'
    }
  ]
}

/** Claude answers such a record with a 400: "each stop sequence must contain non-whitespace". */
function blankStops({ stop = [] }: Parameters): ParameterProblem[] {
  if (stop.every(sequence => /\S/.test(sequence))) return []
  return [{ field: 'stop', message: 'each stop sequence of Claude needs a character that is no white space' }]
}
