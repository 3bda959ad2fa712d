/**
 * OpenAI's chat body for the models whose model card shows it: Qwen, Kimi, GLM, MiniMax, Gemma, Nemotron, DeepSeek V3 and Mistral
 * since 25.07. The cards show `messages` and `max_tokens` and document nothing more, so `auto` takes Converse for these models,
 * and this family is for those who write `api: invoke`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */
import { wordsAlone } from './abilities.ts'
import { converseAbilities } from './converse-abilities.ts'
import type { ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { chatAgain, chatBody, readChoice } from './openai-body.ts'
import { checkOpenAi } from './openai-rules.ts'
import { chatOf } from './question.ts'
import { aboveCeiling } from './ranges.ts'

export const openAiChat: ModelFamily = {
  name: 'openai-chat',
  title: 'OpenAI chat body (with `api: invoke`)',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html',
  revision: 1,
  modelIds:
    /^(qwen\.|moonshot(ai)?\.|zai\.|minimax\.|google\.gemma-|nvidia\.|deepseek\.v3|mistral\.(devstral|magistral|ministral|mistral-large-3|voxtral)-)/,
  api: 'InvokeModel',
  kind: 'chat',

  render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),

  parse: readChoice,

  /** The same models see pictures by either body; documents go by Converse alone. */
  can(bareId) {
    const { images, maxImageBytes, maxImagePixels } = converseAbilities(bareId)
    return {
      ...wordsAlone,
      images,
      ...(maxImageBytes !== undefined && { maxImageBytes }),
      ...(maxImagePixels !== undefined && { maxImagePixels })
    }
  },

  followUp: chatAgain,

  check: (bareId, parameters) => [
    ...checkOpenAi(parameters, bareId),
    ...(kimi.test(bareId) ? checkKimi(bareId, parameters) : [])
  ]
}

const kimi = /^moonshotai\.kimi-/

/** Seen in batch jobs; AWS does not say. */
function checkKimi(bareId: string, parameters: Parameters): ParameterProblem[] {
  const above = aboveCeiling(bareId, parameters, [{ models: kimi, maxTokens: 262_144, disputed: true }])
  if (parameters.maxTokens !== undefined || parameters.extra?.['max_tokens'] !== undefined) return above
  return [{ severity: 'warning', field: 'maxTokens', message: `${bareId} may refuse a body without maxTokens` }]
}
