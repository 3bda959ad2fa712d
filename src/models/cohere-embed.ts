/**
 * What the two generations of Cohere Embed share: lists of which we send one, an answer that is a list of vectors, or an object
 * of them by type when `embedding_types` was given. No usage is told.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html
 */
import { at, type JsonObject } from '../json.ts'
import { onlyExtra, wrongChoice, wrongList } from './embedding.ts'
import type { Completion, ParameterProblem, Parameters } from './family.ts'
import { vector } from './vector.ts'

/** Of several types asked for, the finest is the answer. */
const types = ['float', 'int8', 'uint8', 'binary', 'ubinary']

export const inputTypes = ['search_document', 'search_query', 'classification', 'clustering']

/** Throws ShapeError where there is no vector. */
export function readVectors(modelOutput: JsonObject): Completion {
  const paths = ['embeddings[0]', ...types.map(type => `embeddings.${type}[0]`)]
  const path = paths.find(one => at(modelOutput, one) !== undefined) ?? 'embeddings[0]'
  return { content: vector(modelOutput, path), stop: 'end', usage: {} }
}

export function checkCohereEmbed(
  parameters: Parameters,
  who: string,
  choices: Readonly<Record<string, readonly (string | number)[]>>
): readonly ParameterProblem[] {
  return [
    ...onlyExtra(parameters, who, [...Object.keys(choices), 'embedding_types'].join(', ')),
    ...wrongChoice(parameters.extra, choices),
    ...wrongList(parameters.extra, { embedding_types: types })
  ]
}
