/**
 * What the Meta Llama models share by InvokeModel: a `prompt` in the format of their generation, never messages; pictures beside
 * it as a list of base64; `generation` in the answer. There is no place for topK or stop sequences, which Converse has.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 */
import { text, type JsonObject } from '../json.ts'
import type { ChatRequest } from '../prompts/request.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, ParameterProblem, Parameters } from './family.ts'
import { base64Of } from './inline-media.ts'
import { promptAgain, promptOf, type PromptFormat } from './prompt-format.ts'
import { aboveCeiling, noPlaceFor, outOfRange, type Ceiling } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

const meaning: StopWords = { stop: 'end', length: 'max-tokens' }
const counts = { inputTokens: ['prompt_token_count'], outputTokens: ['generation_token_count'] }

/** 2,048 says the page on the body, more the model cards of the later ones. */
const ceilings: readonly Ceiling[] = [
  { models: /^meta\.llama(2-|3-(8b|70b)-)/, maxTokens: 2048 },
  { models: /./, maxTokens: 2048, disputed: true }
]

export function llamaBody(chat: ChatRequest, parameters: Parameters, format: PromptFormat): JsonObject {
  const images = chat.messages.flatMap(({ content }) =>
    content.flatMap(part => ('image' in part ? [base64Of(part.image)] : []))
  )
  const body = present({
    prompt: promptOf(chat, format),
    images: images.length > 0 ? images : undefined,
    max_gen_len: parameters.maxTokens,
    temperature: parameters.temperature,
    top_p: parameters.topP
  })
  return withExtra(body, parameters.extra)
}

/** Throws ShapeError when there is no `generation`. */
export function readGeneration(modelOutput: JsonObject): Completion {
  return {
    content: text(modelOutput, 'generation'),
    ...stopFor(modelOutput['stop_reason'], meaning),
    usage: usageIn(modelOutput, counts)
  }
}

export function llamaAgain(format: PromptFormat) {
  return (modelInput: JsonObject, answer: string, complaint: string): JsonObject => ({
    ...modelInput,
    prompt: promptAgain(text(modelInput, 'prompt'), format, answer, complaint)
  })
}

export function checkLlama(bareId: string, parameters: Parameters): readonly ParameterProblem[] {
  return [
    ...noPlaceFor(parameters, ['topK', 'stop'], "Llama's own body", 'remove it; api: converse has a place for stop'),
    ...aboveCeiling(bareId, parameters, ceilings),
    ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] })
  ]
}
