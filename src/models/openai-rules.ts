/**
 * Checks for models that take OpenAI's chat body. AWS points to OpenAI's reference for the bounds and none of its own pages says
 * what Bedrock refuses, so everything here warns. https://developers.openai.com/api/reference/chat-completions/overview
 */
import type { ParameterProblem, Parameters } from './family.ts'
import { noPlaceFor, outOfRange, tooManyStops } from './ranges.ts'

export function checkOpenAi(parameters: Parameters, who: string): ParameterProblem[] {
  const problems = [
    ...noPlaceFor(parameters, ['topK'], who, 'some models take it by extra: {top_k: …}'),
    ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 2], topP: [0, 1] }),
    ...tooManyStops(parameters, 4, who)
  ]
  return problems.map(one => (one.field === 'topK' ? one : { severity: 'warning', ...one }))
}
