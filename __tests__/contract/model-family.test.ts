/** What every model family promises, tried on each family of the registry with its golden fixtures. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { recordNamer } from '../../src/jobs/record.ts'
import { canonicalJson, ShapeError, type JsonObject, type JsonValue } from '../../src/json.ts'
import type { Abilities, ModelFamily, Parameters } from '../../src/models/family.ts'
import { families, resolveModel, type ResolvedModel } from '../../src/models/registry.ts'
import type { ChatRequest, Media, Part, Request } from '../../src/prompts/request.ts'

interface Question {
  readonly model: string
  /** Absent: auto. */
  readonly api?: 'invoke'
  readonly parameters: Parameters
  readonly request: Request
}

interface Pin {
  readonly revision: number
  readonly model: string
  readonly api: string
  readonly recordId: string
}

const folder = new URL('../fixtures/models/', import.meta.url)

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}

const pins = read('record-ids.json') as Record<string, Pin>

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

/** A copy without the members of these names, at any depth. */
function without(value: JsonValue, names: RegExp): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue) => without(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names.test(key))
      .map(([key, member]) => [key, without(member, names)])
  )
}

function inOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  return parts.every(part => {
    const found = text.indexOf(part, from)
    from = found + part.length
    return found >= 0
  })
}

/** ABCDEF in base64, and how a text document's own words show. */
const bytes = /QUJDREVG|ABCDEF/
const inline = { base64: 'QUJDREVG' }
const inS3 = { s3Uri: 's3://bucket/key', sha256: '9f86d081', bucketOwner: '123456789012' }

const nothing: Abilities = {
  system: false,
  turns: false,
  prefill: false,
  images: [],
  documents: [],
  videos: [],
  s3Media: false
}

function mediaOf({ images, documents, videos }: Abilities, source: Media['source']): Part[] {
  return [
    ...images.map(format => ({ image: { format, source } })),
    ...documents.map(format => ({ document: { format, name: 'Contract', source } })),
    ...videos.map(format => ({ video: { format, source } }))
  ]
}

function askedWith(kind: Request['kind'], part: Part): Request {
  if (kind === 'chat') return { kind, messages: [{ role: 'user', content: [part, { text: 'What is this?' }] }] }
  if (!('image' in part) || kind === 'verbatim') throw new TypeError('only pictures are embedded or drawn from')
  return kind === 'draw' ? { kind, text: 'Like this', image: part.image } : { kind, image: part.image }
}

function textOf(part: Part): string {
  return 'text' in part ? part.text : ''
}

function conversation(...texts: readonly string[]): ChatRequest {
  const messages = texts.map((text, turn) => ({
    role: turn % 2 === 0 ? ('user' as const) : ('assistant' as const),
    content: [{ text }]
  }))
  return { kind: 'chat', messages }
}

/** Undefined where it threw the TypeError of a family that was asked for what it cannot. */
function attempt(render: () => string): string | undefined {
  try {
    return render()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

it('gives every family a name of its own for each revision', () => {
  const names = families.map(family => `${family.name} ${family.revision}`)

  expect(new Set(names).size).toBe(names.length)
})

it('pins a record of every family, and of nothing else', () => {
  expect(Object.keys(pins).sort()).toEqual([...new Set(families.map(family => family.name))].sort())
})

describe.each(families.map(family => [family.name, family] as const))('%s', (name, family) => {
  const { model, api = 'auto', parameters, request } = read(`${name}/request.json`) as Question
  const modelInput = read(`${name}/model-input.json`) as JsonObject
  const modelOutput = read(`${name}/model-output.json`) as JsonObject
  const completion = read(`${name}/completion.json`) as { content: JsonValue }
  const resolution = resolveModel(model, api)
  const bareId = 'model' in resolution ? resolution.model.bareId : ''
  const can = family.can?.(bareId) ?? nothing

  function resolved(): ResolvedModel {
    if ('problem' in resolution) throw new Error(resolution.problem)
    return resolution.model
  }

  it('is what the registry takes for the model of its fixture', () => {
    expect(resolution).toMatchObject({ model: { family: { name }, api: family.api } })
  })

  it('renders the golden modelInput', () => {
    const rendered = family.render(request, parameters)

    expect(rendered).toEqual(modelInput)
  })

  it('names the record of its fixture as ever', () => {
    const pin = pins[name]

    const recordId = recordNamer(model, resolved().api)(canonicalJson(family.render(request, parameters)))

    if (pin?.recordId !== recordId || pin.revision !== family.revision) {
      const now = JSON.stringify({ revision: family.revision, model, api: resolved().api, recordId })
      throw new Error(
        `The family ${name} writes another modelInput than the one that is pinned in record-ids.json. Released like this, an ` +
          'upgrade makes a new question of every row of every user of this family: each is asked, and paid, again. Give the ' +
          `change a new revision and keep the old family in the registry, which locks pin; only then pin ${now}.`
      )
    }
    expect(pin).toEqual({ revision: family.revision, model, api: resolved().api, recordId })
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

  it.each<[keyof Parameters, Parameters, string]>([
    ['maxTokens', { maxTokens: 333 }, '333'],
    ['temperature', { temperature: 0.31 }, '0.31'],
    ['topP', { topP: 0.41 }, '0.41'],
    ['topK', { topK: 51 }, '51'],
    ['stop', { stop: ['HALT!'] }, '["HALT!"]']
  ])('writes %s, or refuses it before anything is spent', (field, given, written) => {
    const shown = JSON.stringify(family.render(request, given)).includes(written)
    const refused = (family.check?.(bareId, given) ?? []).some(
      one => one.field === field && one.severity !== 'warning' && one.hint !== ''
    )

    expect([shown, refused]).toEqual([!refused, !shown])
  })

  it('lets extra have the last word', () => {
    const rendered = family.render(request, { extra: { zebra: { stripes: [1, null] } } })

    expect(rendered['zebra']).toEqual({ stripes: [1, null] })
  })

  it('does not render a request of another kind', () => {
    const other: Request = family.kind === 'chat' ? { kind: 'embed', text: 'x' } : conversation('x')

    expect(() => family.render(other, {})).toThrow(TypeError)
  })

  it('finds nothing wrong with the parameters of its fixture', () => {
    const wrong = family.check?.(bareId, parameters) ?? []

    expect(wrong).toEqual([])
  })

  it('parses the golden modelOutput', () => {
    expect(family.parse(frozen(modelOutput))).toEqual(completion)
  })

  it('parses an output without usage and without a stop reason', () => {
    const bare = without(modelOutput, /usage|stop|token|finish_reason|completionReason|billed_units/i) as JsonObject

    const { usage, content } = family.parse(bare)

    expect(usage).toEqual({})
    expect(content).toEqual(completion.content)
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

  it('writes the bytes of all media that the model takes', () => {
    const lost = mediaOf(can, inline).filter(
      part => !bytes.test(JSON.stringify(family.render(askedWith(family.kind, part), {})))
    )

    expect(lost).toEqual([])
  })

  it('names media in S3 where the model takes them, and tells Bedrock nothing of their digest', () => {
    const parts = can.s3Media ? mediaOf(can, inS3) : []

    const written = parts.map(part => JSON.stringify(family.render(askedWith(family.kind, part), {})))

    expect(written.filter(text => !text.includes(inS3.s3Uri) || text.includes(inS3.sha256))).toEqual([])
  })

  if (family.kind === 'chat' && can.needs === undefined) {
    it('says what its models can do', () => {
      expect('can' in family).toBe(true)
      expect(can.prefill && !can.turns).toBe(false)
    })

    it('never drops media that it cannot write', () => {
      const all: Part[] = [
        { image: { format: 'png', source: inline } },
        { document: { format: 'docx', source: inline } },
        { video: { format: 'mp4', source: inline } }
      ]

      const dropped = all.filter(part => {
        const rendered = attempt(() => JSON.stringify(family.render(askedWith('chat', part), {})))
        return rendered !== undefined && !bytes.test(rendered)
      })

      expect(dropped).toEqual([])
    })

    it.each<[string, boolean, ChatRequest]>([
      ['a system prompt', can.system, { ...conversation('First'), system: 'Be brief' }],
      ['several turns', can.turns, conversation('First', 'Second', 'Third')]
    ])('writes %s, or refuses it', (_what, able, asked) => {
      const texts = [asked.system ?? '', ...asked.messages.flatMap(({ content }) => content).map(textOf)]

      const rendered = attempt(() => JSON.stringify(family.render(asked, {})))

      expect(rendered === undefined ? [] : texts.filter(text => !rendered.includes(text))).toEqual([])
      expect(rendered !== undefined).toBe(able)
    })
  }

  it('asks once more exactly where there are turns', () => {
    expect('followUp' in family).toBe(can.turns)
  })

  if ('followUp' in family) {
    const followUp: NonNullable<ModelFamily['followUp']> = (...given) => family.followUp?.(...given) ?? {}

    it('asks once more with the answer and the complaint after the question', () => {
      const asked = frozen(family.render(conversation('Question'), { extra: { zebra: 1 } }))

      const again = followUp(asked, 'Answer', 'Complaint')

      const whole = conversation('Question', 'Answer', 'Complaint')
      expect(again).toEqual(family.render(whole, { extra: { zebra: 1 } }))
    })

    it('asks once more again', () => {
      const asked = family.render(conversation('Question'), {})

      const again = followUp(followUp(asked, 'First answer', 'First complaint'), 'Second answer', 'Second complaint')

      const whole = conversation('Question', 'First answer', 'First complaint', 'Second answer', 'Second complaint')
      expect(again).toEqual(family.render(whole, {}))
    })

    if (can.prefill) {
      it('puts the beginning of the answer at the end again', () => {
        const asked = family.render(conversation('Question', 'Dear '), {})

        const again = JSON.stringify(followUp(asked, 'reader', 'Complaint'))

        expect(inOrder(again, ['Question', 'Dear ', 'reader', 'Complaint', 'Dear '])).toBe(true)
      })
    }
  }
})
