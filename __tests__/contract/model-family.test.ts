/** What every model family promises, tried on each family of the registry with its golden fixtures. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { canonicalJson, ShapeError, type JsonObject } from '../../src/json.ts'
import type { Parameters } from '../../src/models/family.ts'
import { families, resolveModel } from '../../src/models/registry.ts'
import type { Request } from '../../src/prompts/request.ts'

interface Question {
  readonly model: string
  readonly parameters: Parameters
  readonly request: Request
}

const folder = new URL('../fixtures/models/', import.meta.url)

function fixture(family: string, name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${family}/${name}.json`, folder), 'utf8'))
}

/** Deep copies of a JSON text in which each object has its members the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed<unknown>(member)])
  ) as T
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member)
    Object.freeze(value)
  }
  return value
}

it('gives every family a name of its own for each revision', () => {
  const names = families.map(family => `${family.name} ${family.revision}`)

  expect(new Set(names).size).toBe(names.length)
})

describe.each(families.map(family => [family.name, family] as const))('%s', (name, family) => {
  const { model, parameters, request } = fixture(name, 'request') as Question
  const modelInput = fixture(name, 'model-input') as JsonObject
  const modelOutput = fixture(name, 'model-output') as JsonObject

  it('is what auto takes for the model of its fixture', () => {
    const resolution = resolveModel(model, 'auto')

    expect(resolution).toMatchObject({ model: { family: { name }, api: family.api } })
  })

  it('renders the golden modelInput', () => {
    const rendered = family.render(request, parameters)

    expect(rendered).toEqual(modelInput)
  })

  it('renders the same bytes again, whatever the order of members, and changes nothing it was given', () => {
    const once = canonicalJson(family.render(frozen(request), frozen(parameters)))

    const again = canonicalJson(family.render(reversed(request), reversed(parameters)))

    expect(again).toBe(once)
  })

  it('leaves no trace of parameters that are absent', () => {
    const rendered = JSON.stringify(family.render(request, {}))

    expect(rendered).not.toMatch(/null|undefined|temperature|stop|inferenceConfig/)
  })

  it('lets extra have the last word', () => {
    const rendered = family.render(request, { extra: { zebra: { stripes: [1, null] } } })

    expect(rendered['zebra']).toEqual({ stripes: [1, null] })
  })

  it('does not render a request of the other kind', () => {
    const other: Request =
      family.kind === 'chat'
        ? { kind: 'embed', text: 'x' }
        : { kind: 'chat', messages: [{ role: 'user', content: [] }] }

    expect(() => family.render(other, {})).toThrow(TypeError)
  })

  it('finds nothing wrong with the parameters of its fixture', () => {
    const resolution = resolveModel(model, 'auto')
    const bareId = 'model' in resolution ? resolution.model.bareId : ''

    expect(family.check?.(bareId, parameters) ?? []).toEqual([])
  })

  it('parses the golden modelOutput', () => {
    const completion = family.parse(frozen(modelOutput))

    expect(completion).toEqual(fixture(name, 'completion'))
  })

  it('parses an output without usage and without a stop reason', () => {
    const told = Object.entries(modelOutput).filter(([key]) => !/usage|stop|TokenCount/i.test(key))
    const bare: JsonObject = Object.fromEntries(told)

    const completion = family.parse(bare)

    expect(completion.usage).toEqual({})
    expect(completion.content).toEqual((fixture(name, 'completion') as { content: unknown }).content)
  })

  it.each([{}, { message: 'Internal failure' }, { output: null, content: null, embedding: null }])(
    'names the path that it missed in %j',
    wrong => {
      const parse = () => family.parse(wrong)

      expect(parse).toThrow(ShapeError)
      expect(parse).toThrow(/ at [a-z]/)
    }
  )

  it('tells its title and its source at AWS', () => {
    expect(family.title).toBeTruthy()
    expect(family.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  })
})
