/** Questions to simulated models, without a job and without HTTP. */
import type { Library } from '../../../../../src/emulator/bedrock/media/stored.ts'
import {
  simulatedModel,
  type Outcome,
  type SimulationOptions
} from '../../../../../src/emulator/bedrock/models/simulate.ts'
import type { JsonMap } from '../../../../../src/emulator/json.ts'

export interface Asking extends Partial<SimulationOptions> {
  readonly library?: Library
}

export function ask(modelId: string, body: JsonMap, { library, ...options }: Asking = {}): Outcome {
  return simulatedModel(modelId, { api: 'InvokeModel', nulls: true, marker: true, ...options })(body, 'R1', library)
}

/** Throws the refusal where there is no answer. */
export function answer(modelId: string, body: JsonMap, asking?: Asking): JsonMap {
  const outcome = ask(modelId, body, asking)
  if (outcome.kind === 'error') throw new Error(outcome.message)
  return outcome.modelOutput
}

/** Empty where nothing was refused. */
export function refusal(modelId: string, body: JsonMap, asking?: Asking): string {
  const outcome = ask(modelId, body, asking)
  return outcome.kind === 'error' ? outcome.message : ''
}
