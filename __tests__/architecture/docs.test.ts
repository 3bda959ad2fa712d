/** The pages of docs/ as a whole: links that lead somewhere, examples that are what they say, and no page that nobody finds. */
import { describe, expect, it } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { parse } from 'yaml'
import { isObject } from '../../src/json.ts'
import type { JsonObject, JsonValue } from '../../src/json.ts'
import { decodeSpec } from '../../src/spec/decode.ts'

const pages = ['README.md', 'examples/README.md', ...globSync('docs/**/*.md').sort()]

interface Link {
  readonly text: string
  readonly path: string
  readonly heading: string | undefined
}

function linksOf(page: string): readonly Link[] {
  const prose = readFileSync(page, 'utf8').replaceAll(/^```.*?^```/gms, '')
  return [...prose.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([text, path = '', heading]) => ({
    text,
    path: path === '' ? page : normalize(join(dirname(page), path)),
    heading
  }))
}

const { prompt, ...nothingAsked } = {
  name: 'x',
  model: 'amazon.nova-lite-v1:0',
  dataset: { path: 'd.csv', key: 'sku' },
  prompt: { user: 'Describe {{ name }}.' },
  outputs: 'o.csv'
}
const { properties: members } = JSON.parse(readFileSync('schema/spec.schema.json', 'utf8')) as { properties: object }

/** What the page leaves out: datasets whose rows are questions take no prompt, and only answers in JSON have members. */
function surroundings({ dataset = {}, outputs = {} }: JsonObject): JsonObject {
  const asks = /"format":"(openai-batch|bedrock-records)"/.test(JSON.stringify(dataset))
  const looksInside = /"answer[.[]/.test(JSON.stringify(outputs))
  return { ...nothingAsked, ...(!asks && { prompt }), ...(looksInside && { answer: { format: 'json' } }) }
}

/** As GitHub names them: without marks and punctuation, and numbered where several are called the same. */
function headingsOf(path: string): ReadonlySet<string> {
  const names = [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )
  return new Set(
    names.map((name, at) => {
      const before = names.slice(0, at).filter(other => other === name).length
      return before === 0 ? name : `${name}-${before}`
    })
  )
}

function blocksOf(page: string, language: string): readonly string[] {
  const fences = readFileSync(page, 'utf8').matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))
  return [...fences].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
}

describe.each(pages)('%s', page => {
  it('links to files and headings that are there', () => {
    const broken = linksOf(page).filter(
      ({ path, heading }) =>
        !existsSync(path) || (heading !== undefined && path.endsWith('.md') && !headingsOf(path).has(heading))
    )

    expect(broken.map(({ text }) => text)).toEqual([])
  })

  it('closes what it sets in bold', () => {
    const prose = readFileSync(page, 'utf8').replaceAll(/^ *```.*?^ *```/gms, '')
    const paragraphs = prose.split(/\n\s*\n/).map(text => text.replaceAll(/`[^`]*`/g, ''))

    expect(paragraphs.filter(text => text.split('**').length % 2 === 0)).toEqual([])
  })

  it('shows JSON, JSON lines and YAML that can be read', () => {
    const lines = blocksOf(page, 'jsonl').flatMap(block => block.trimEnd().split('\n'))

    const read = [
      ...blocksOf(page, 'json').map(block => JSON.parse(block) as unknown),
      ...lines.map(line => JSON.parse(line) as unknown),
      ...blocksOf(page, 'yaml').map(block => parse(block, { version: '1.2' }) as unknown)
    ]

    expect(read.filter(value => typeof value !== 'object')).toEqual([])
  })
})

describe('Pieces of a spec', () => {
  const pieces = ['datasets', 'outputs', 'costs', 'models', 'resume'].flatMap(name => {
    const page = `docs/${name}.md`
    return blocksOf(page, 'yaml')
      .map(block => parse(block, { version: '1.2' }) as unknown)
      .filter((piece): piece is JsonObject => isObject(piece as JsonValue))
      .filter(piece => Object.keys(piece).every(name => Object.hasOwn(members, name)))
      .map(piece => [page, JSON.stringify(piece), piece] as const)
  })

  it('stand in the docs', () => {
    expect(pieces.length).toBeGreaterThan(15)
  })

  it.each(pieces)('in %s can be written so: %s', (_page, _text, piece) => {
    const text = JSON.stringify({ ...surroundings(piece), ...piece })

    const { problems } = decodeSpec({ text, file: 'batch.yml' })

    expect(problems).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  it('names files of src/ that are there', () => {
    const there = new Set(globSync('src/**/*.ts').map(path => basename(path)))
    const named = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/`([\w-]+\.ts)`/g)].map(
      ([, name = '']) => name
    )

    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(name => !there.has(name))).toEqual([])
  })

  it('names every folder of src/', () => {
    const page = readFileSync('docs/architecture.md', 'utf8')
    const folders = globSync('src/*/').map(path => `\`${basename(path)}/\``)

    expect(folders.length).toBeGreaterThan(10)
    expect(folders.filter(folder => !page.includes(folder))).toEqual([])
  })
})

describe('docs/', () => {
  it('has no page that the README does not lead to', () => {
    const reached = new Set(['README.md'])
    for (const page of reached) for (const { path } of linksOf(page)) if (path.endsWith('.md')) reached.add(path)

    expect(pages.filter(page => !reached.has(page))).toEqual([])
  })
})
