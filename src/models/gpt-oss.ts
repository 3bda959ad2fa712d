/**
 * OpenAI gpt-oss 20B, 120B and Safeguard, chat body by InvokeModel. The answer begins with its reasoning between `<reasoning>` and
 * `</reasoning>`, which is kept apart. `reasoning_effort` goes by `extra`. Batch inference has no response formats.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 */
import { wordsAlone } from './abilities.ts'
import type { Completion, ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { chatAgain, chatBody, readChoice } from './openai-body.ts'
import { checkOpenAi } from './openai-rules.ts'
import { chatOf } from './question.ts'

/** Fewer tokens than this are often spent before the answer begins. */
const fewTokens = 256

export const gptOss: ModelFamily = {
  name: 'gpt-oss',
  title: 'OpenAI gpt-oss',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html',
  revision: 1,
  modelIds: /^openai\.gpt-oss-/,
  api: 'InvokeModel',
  kind: 'chat',

  render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_completion_tokens'),

  parse(modelOutput) {
    const completion = readChoice(modelOutput)
    return typeof completion.content === 'string' ? thoughtApart(completion, completion.content) : completion
  },

  can: () => wordsAlone,

  followUp: chatAgain,

  check: (_bareId, parameters) => [...checkOpenAi(parameters, 'gpt-oss'), ...tooFewTokens(parameters)]
}

/** Reasoning without its end was cut: nothing has been said yet. */
function thoughtApart(completion: Completion, said: string): Completion {
  const [, thought, answer] = /^\s*<reasoning>([^]*?)(?:<\/reasoning>([^]*))?$/.exec(said) ?? []
  if (thought === undefined) return completion
  return { ...completion, content: (answer ?? '').trimStart(), reasoning: thought.trim() }
}

function tooFewTokens({ maxTokens }: Parameters): ParameterProblem[] {
  if (maxTokens === undefined || maxTokens >= fewTokens) return []
  const message = `reasoning counts into maxTokens: with ${maxTokens} an answer of gpt-oss may end before it begins`
  return [
    { severity: 'warning', field: 'maxTokens', message, hint: 'raise maxTokens, or extra: {reasoning_effort: low}' }
  ]
}
