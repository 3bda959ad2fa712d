/**
 * Two readings of AWS's documents, side by side: the emulator takes what every family writes, and every family reads what
 * the emulator answers. A fixture that only one of them understands is a mistake in one of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { simulatedModel } from '../../src/emulator/bedrock/models/simulate.ts'
import type { JsonMap } from '../../src/emulator/json.ts'
import type { JsonObject } from '../../src/json.ts'
import type { Parameters } from '../../src/models/family.ts'
import { families, resolveModel, type ResolvedModel } from '../../src/models/registry.ts'
import type { Request } from '../../src/prompts/request.ts'

interface Question {
  readonly model: string
  readonly parameters: Parameters
  readonly request: Request
}

const folder = new URL('../fixtures/models/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  // What is sent as it is has no dialect to compare.
  .filter(name => name !== 'verbatim')

function fixture(family: string, name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${family}/${name}.json`, folder), 'utf8'))
}

/** A family of its own that the registry does not choose by itself is asked for by name. */
function familyOf(name: string, modelId: string): ResolvedModel['family'] {
  const resolution = resolveModel(modelId, 'auto')
  const own = families.find(family => family.name === name)
  if (own) return own
  if ('model' in resolution) return resolution.model.family
  throw new Error(`nobody speaks for ${modelId}: ${resolution.problem}`)
}

/** Pictures of one pixel, whole as far as their headers. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4Y6wEAALwASKChjiFAAAAAElFTkSuQmCC'
const jpeg = Buffer.from('ffd8ffc0000b080001000101011100', 'hex')
function ask(modelId: string, api: 'InvokeModel' | 'Converse', body: JsonMap, batch: boolean): JsonMap {
  const library = new Map(locations(body).map(uri => [uri, { bytes: stored(uri) }]))
  const outcome = simulatedModel(modelId, { api, nulls: batch, marker: true, batch })(body, 'R1', library)
  if (outcome.kind === 'error') throw new Error(outcome.message)
  return outcome.modelOutput
}

function stored(uri: string): Buffer {
  if (/\.png$/i.test(uri)) return Buffer.from(png, 'base64')
  return /\.jpe?g$/i.test(uri) ? jpeg : Buffer.from('a film')
}

function locations(body: JsonMap): string[] {
  return [...JSON.stringify(body).matchAll(/"uri":"([^"]+)"/g)].map(match => match[1] ?? '')
}

/** Members of an answer that tell its kind. */
function expectContent(content: unknown, kind: Request['kind']): void {
  if (kind === 'embed') expect(content).toEqual(expect.arrayContaining([expect.any(Number)]))
  else if (kind === 'draw') expect(content).toMatchObject({ format: 'png', base64: expect.stringMatching(/^iVBOR/) })
  else expect(content).toEqual(expect.stringMatching(/\S/))
}

it('knows fixtures to compare', () => {
  expect(names.length).toBeGreaterThan(3)
})

describe.each(names)('%s', name => {
  const { model, request } = fixture(name, 'request') as Question
  const modelInput = fixture(name, 'model-input') as JsonMap
  const family = familyOf(name, model)

  it.each([
    ['in a batch', true],
    ['on demand', false]
  ])('is answered %s, and reads the answer', (_way, batch) => {
    const modelOutput = ask(model, family.api, modelInput, batch) as JsonObject

    const completion = family.parse(modelOutput)

    expectContent(completion.content, request.kind)
  })

  it('is refused with a member that nobody knows', () => {
    expect(() => ask(model, family.api, { ...modelInput, zebra: 1 }, true)).toThrow(/zebra/)
  })
})
