/**
 * What the Stability models share: a prompt in, one picture in base64 out, or none and the reason why. They know none of the
 * parameters of text models; `negative_prompt`, `aspect_ratio`, `output_format`, `seed` and `strength` go by `extra`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
 */
import { at, type JsonObject } from '../json.ts'
import { onlyExtra, wrongChoice } from './embedding.ts'
import type { Completion, ParameterProblem, Parameters } from './family.ts'
import { picture } from './picture.ts'

const ratios = ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21']

/** A filtered answer has no `images` at all. Throws ShapeError where there is neither a picture nor a reason. */
export function readPicture(modelOutput: JsonObject): Completion {
  const reason = at(modelOutput, 'finish_reasons[0]')
  if (typeof reason !== 'string') return { content: picture(modelOutput, 'images[0]'), stop: 'end', usage: {} }
  return { content: '', stop: /^filter/i.test(reason) ? 'filtered' : 'other', stopDetail: reason, usage: {} }
}

export function checkStability(
  parameters: Parameters,
  who: string,
  formats: readonly string[]
): readonly ParameterProblem[] {
  const { extra } = parameters
  return [
    ...onlyExtra(parameters, who, 'negative_prompt, aspect_ratio, output_format, seed, strength'),
    ...wrongChoice(extra, { aspect_ratio: ratios, output_format: formats }),
    ...outside(extra, 'strength', 1),
    ...outside(extra, 'seed', 4_294_967_295)
  ]
}

function outside(extra: JsonObject | undefined, member: string, most: number): ParameterProblem[] {
  const value = extra?.[member]
  if (value === undefined || (typeof value === 'number' && value >= 0 && value <= most)) return []
  return [{ field: 'extra', message: `${member} must be a number from 0 to ${most}` }]
}
