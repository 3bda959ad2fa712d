/** docs/examples.md as the examples have it: a line for each, of what its spec and its manifest say. */
import { parse } from 'yaml'
import { formatByExtension } from '../../src/spec/formats.ts'
import { decodeSpec } from '../../src/spec/decode.ts'
import type { Spec } from '../../src/spec/spec.ts'
import { exampleNames, readExample, type Example } from './examples.ts'

const head = `# Examples

Each is a repository in small below [examples/](../examples/README.md), with a dataset of a hundred rows or more and what the
action makes of it. \`npm run demo -- --example NAME\` shows it at work against the emulator, with simulated answers.

`

const titles = ['Example', 'From what to what', 'Rows', 'Model', 'Answer', 'Files', 'Batch, about']

const foot = `
Rows come from a dataset of the form that stands beside their number. "About" is what the first pass would cost at list
prices, by the tokens that the emulator counts in its own answers: an order of magnitude, and no offer.

This page is made from the examples by a test, \`UPDATE_EXAMPLES=1 npm test -- __tests__/architecture/examples.test.ts\`.
`

interface Manifest {
  readonly rows: { readonly wanted: number }
  readonly totals: { readonly costUsd?: number }
}

export function examplesPage(): string {
  return head + table([titles, ...exampleNames.map(name => cells(readExample(name)))]) + foot
}

/** As prettier would have it: columns of one width. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = titles.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[], fill: string): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`
  const [first = [], ...others] = rows
  return [
    line(first, ' '),
    line(
      titles.map(() => ''),
      '-'
    ),
    ...others.map(row => line(row, ' '))
  ].join('')
}

function cells(example: Example): readonly string[] {
  const specs = specsOf(example)
  const [spec] = specs
  if (spec === undefined) throw new Error(`examples/${example.name} has no spec that decodes`)
  const manifests = Object.entries(example.generated)
    .filter(([path]) => path.endsWith('.manifest.json'))
    .map(([, bytes]) => parse(bytes.toString('utf8')) as Manifest)
  return [
    `[${example.name}](../examples/${example.name}/README.md)`,
    titleOf(example),
    `${rowsOf(manifests, spec)}, ${spec.dataset.format ?? formatByExtension(spec.dataset.path[0] ?? '') ?? ''}`,
    specs.map(({ model }) => `\`${model}\``).join(', '),
    answerOf(spec),
    [...new Set(specs.flatMap(({ outputs }) => outputs.map(({ format }) => format)))].join(', '),
    cost(manifests.reduce((sum, { totals }) => sum + (totals.costUsd ?? 0), 0))
  ]
}

/** Of the dataset: a matrix asks each of them several times. */
function rowsOf(manifests: readonly Manifest[], { matrix = {} }: Spec): string {
  const times = Object.values(matrix).reduce((product, values) => product * values.length, 1)
  const rows = (manifests[0]?.rows.wanted ?? 0) / times
  return times === 1 ? String(rows) : `${rows} × ${times}`
}

function answerOf(spec: Spec): string {
  if (spec.outputs.some(({ format }) => format === 'openai-batch')) return 'as asked'
  return spec.answer.schema === undefined ? spec.answer.format : `${spec.answer.format} with a schema`
}

function titleOf({ name, files }: Example): string {
  const title = /^# (.+)$/m.exec(files['README.md']?.toString('utf8') ?? '')?.[1]
  if (title === undefined) throw new Error(`examples/${name}/README.md has no title`)
  return title
}

export function specsOf({ name, files, specs }: Example): readonly Spec[] {
  return specs.flatMap(path => {
    const { spec } = decodeSpec({ text: files[path]?.toString('utf8') ?? '', file: `examples/${name}/${path}` })
    return spec ?? []
  })
}

function cost(usd: number): string {
  return usd < 0.005 ? 'below 1 ¢' : `${Math.round(usd * 100)} ¢`
}
