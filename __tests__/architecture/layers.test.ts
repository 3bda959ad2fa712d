/** Who may import whom, read from the sources. The table is the architecture; every exception stands in it with its reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const src = join(import.meta.dirname, '../../src')

interface Layer {
  /** Folders of ours whose every file may be imported; the layer itself always may. */
  readonly imports: readonly string[] | 'all'
  /** Single files beyond that, and why. */
  readonly except?: Readonly<Record<string, string>>
  /** No clock, dice, environment, disk or SDK: time, randomness and I/O come in by ports or parameters. */
  readonly pure: boolean
}

/** What everybody may import: words that the whole house shares. */
const shared: Readonly<Record<string, string>> = {
  'json.ts': 'JSON as data, and its canonical spelling',
  'problems.ts': 'the two ways of saying no',
  'visible.ts': 'foreign text made safe to look at',
  'version.ts': 'the name and version of this action',
  'figures.ts': 'counts, sums and durations as people read them'
}

const layers: Readonly<Record<string, Layer>> = {
  action: {
    imports: ['spec'],
    except: {
      'pipeline/report.ts': 'what is shown is made from it'
    },
    pure: true
  },
  spec: { imports: [], pure: true },
  media: {
    imports: [],
    except: {
      'prompts/request.ts': 'the formats that a question can show',
      'models/family.ts': 'types of what a model takes'
    },
    pure: true
  },
  dataset: {
    imports: ['media'],
    except: {
      'spec/spec.ts': 'types of the dataset block',
      'spec/formats.ts': 'which format a file name stands for',
      'jobs/record.ts': 'a key without a column is a hash of the row’s content',
      'prompts/request.ts': 'a row may be a whole question, or a picture to ask about',
      'models/family.ts': 'types of the parameters that such a question brings along'
    },
    pure: true
  },
  prompts: { imports: ['spec', 'dataset'], except: { 'jobs/record.ts': 'the hash of a prompt' }, pure: true },
  models: { imports: [], except: { 'prompts/request.ts': 'the neutral question that a family renders' }, pure: true },
  jobs: { imports: [], pure: true },
  reconcile: { imports: ['jobs', 'models'], pure: true },
  results: { imports: ['jobs', 'models', 'spec'], pure: true },
  outputs: {
    imports: ['spec', 'results'],
    except: {
      'dataset/csv-records.ts': 'outputs are read back by the readers that read datasets',
      'dataset/json-elements.ts': 'outputs are read back by the readers that read datasets',
      'dataset/row.ts': 'types of a row’s fields',
      'jobs/record.ts': 'the hash of a published answer',
      'jobs/state.ts': 'the words for how a job ended',
      'models/family.ts': 'types of usage'
    },
    pure: true
  },
  pipeline: {
    imports: ['spec', 'dataset', 'media', 'prompts', 'models', 'jobs', 'reconcile', 'results', 'outputs'],
    except: { 'ports.ts': 'the outside world, in our words' },
    pure: true
  },
  aws: { imports: ['jobs'], except: { 'ports.ts': 'what it implements' }, pure: false },
  github: { imports: ['outputs'], except: { 'ports.ts': 'what it implements' }, pure: false },
  node: { imports: [], except: { 'ports.ts': 'what it implements' }, pure: false },
  emulator: { imports: [], pure: false },
  demo: { imports: ['emulator'], pure: false },
  // Programs beside the action, which look at all of it.
  bench: { imports: 'all', pure: false },
  prove: { imports: 'all', pure: false }
}

/** Of the files at the top; those that are not here connect everything, and may import everything. */
const top: Readonly<Record<string, readonly string[]>> = {
  'ports.ts': ['jobs/state.ts'],
  'json.ts': [],
  'problems.ts': [],
  'visible.ts': [],
  'version.ts': [],
  'figures.ts': []
}

/** Node's own modules that compute and touch nothing. */
const harmless = new Set(['node:crypto', 'node:path', 'node:buffer', 'node:zlib', 'node:string_decoder', 'node:util'])

/** Packages that compute. Everything else that is imported speaks to a network, a disk or a runner. */
const computing = new Set([
  'zod',
  'yaml',
  'csv-parse',
  'liquidjs',
  'ajv',
  'tokenx',
  '@pydantic/genai-prices',
  'hyparquet',
  'hyparquet-compressors',
  'hyparquet-writer',
  'image-size',
  '@jimp/core',
  '@jimp/js-jpeg',
  '@jimp/js-png',
  '@jimp/plugin-resize',
  'jsonrepair'
])

const touching: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['process.env', /\bprocess\.(env|cwd|argv|platform|stdout|exit)/],
  ['Date.now', /\bDate\.now\b/],
  ['new Date() without argument', /\bnew Date\(\s*\)/],
  ['performance.now', /\bperformance\.now\b/],
  ['Math.random', /\bMath\.random\b/],
  ['randomness', /\brandom(Bytes|UUID|Int)\b/],
  ['a timer', /\bset(Timeout|Interval|Immediate)\s*\(/],
  ['the network', /\bfetch\s*\(/]
]

interface Source {
  /** Below src/. */
  readonly path: string
  readonly folder: string
  /** Without comments and text, where only code counts. */
  readonly code: string
  readonly imports: readonly string[]
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(readSource)

function readSource(path: string): Source {
  const text = readFileSync(join(src, path), 'utf8')
  const found = [...text.matchAll(/\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm)]
  const imports = found
    .map(match => match[1] ?? match[2] ?? match[3] ?? '')
    .map(name => (name.startsWith('.') ? relative(src, join(src, dirname(path), name)) : name))
  const code = text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '')
  return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '') : '', code, imports: [...new Set(imports)] }
}

function isOurs(name: string): boolean {
  return !name.startsWith('node:') && name.endsWith('.ts')
}

/** Imports of ours that the table does not allow. */
function strangers({ path, folder, imports }: Source): string[] {
  const ours = imports.filter(isOurs)
  if (folder === '') return path in top ? ours.filter(name => !(top[path] ?? []).includes(name)) : []
  const layer = layers[folder]
  if (layer === undefined) return ['a folder that the table does not have']
  if (layer.imports === 'all') return []
  const allowed = [folder, ...layer.imports]
  return ours.filter(name => {
    if (folder !== 'emulator' && name in shared) return false
    return !allowed.some(one => name.startsWith(`${one}/`)) && !(name in (layer.except ?? {}))
  })
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('The layers', () => {
  it('are read from all sources', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(sources.find(({ path }) => path === 'pipeline/connection.ts')?.imports).toContain('ports.ts')
  })

  it.each(Object.keys(layers))('%s imports nothing that the table does not allow', folder => {
    const found = sources
      .filter(source => source.folder === folder)
      .flatMap(source => strangers(source).map(name => `${source.path} imports ${name}`))

    expect(found).toEqual([])
  })

  it('at the top, shared words import nobody', () => {
    const found = sources
      .filter(({ folder }) => folder === '')
      .flatMap(source => strangers(source).map(name => `${source.path} imports ${name}`))

    expect(found).toEqual([])
  })

  it('know every folder of src/', () => {
    const folders = new Set(sources.map(({ folder }) => folder).filter(folder => folder !== ''))

    expect([...folders].filter(folder => !(folder in layers))).toEqual([])
  })

  it('have no exception that nobody needs', () => {
    const unused = Object.entries(layers).flatMap(([folder, { except = {} }]) => {
      const used = new Set(sources.filter(source => source.folder === folder).flatMap(({ imports }) => imports))
      return Object.keys(except)
        .filter(name => !used.has(name))
        .map(name => `${folder}: ${name}`)
    })

    expect(unused).toEqual([])
  })
})

describe('Pure folders', () => {
  const pure = sources.filter(({ folder }) => layers[folder]?.pure)

  it('import no module that touches the world', () => {
    const found = pure.flatMap(({ path, imports }) =>
      imports
        .filter(name => !isOurs(name) && !harmless.has(name) && !computing.has(packageOf(name)))
        .map(name => `${path} imports ${name}`)
    )

    expect(found).toEqual([])
  })

  it.each(touching)('do not use %s', (_what, pattern) => {
    const found = pure.filter(({ code }) => pattern.test(code)).map(({ path }) => path)

    expect(found).toEqual([])
  })
})

describe('The emulator', () => {
  it('imports of AWS’s SDKs types alone, so that it reads AWS’s documents by itself', () => {
    const found = sources
      .filter(({ folder }) => folder === 'emulator')
      .flatMap(({ path }) =>
        [
          ...readFileSync(join(src, path), 'utf8').matchAll(
            /^import (?!type\b)[^\n]*'(@aws-sdk|@smithy|@actions)[^']*'/gm
          )
        ].map(match => `${path}: ${match[0]}`)
      )

    expect(found).toEqual([])
  })
})
