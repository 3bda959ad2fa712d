/** Told where the model is named: questions that may leave the geography that the spec wants them to stay in. */
import { departureOf } from '../models/residency.ts'
import type { ResolvedModel } from '../models/registry.ts'
import { problem } from '../problems.ts'
import type { Problems } from '../problems.ts'
import type { PassRequest } from './context.ts'

type Request = Pick<PassRequest, 'spec' | 'placeOf' | 'aws'>

export function checkResidency({ spec, placeOf, aws }: Request, model: ResolvedModel, problems: Problems): void {
  const found = departureOf(model, aws?.region ?? spec.aws.region, spec.aws.dataResidency)
  if (found !== undefined) problems.add(problem(found.severity, found.message, placeOf('model'), found.hint))
}
