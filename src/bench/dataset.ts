/** The workspace that is measured: a CSV of about 500 bytes a row, a prompt, a spec. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mixed, wordsFrom } from './words.ts'

export interface Workspace {
  readonly folder: string
  readonly rows: number
  /** Of the CSV. */
  readonly bytes: number
}

export const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
export const bucket = 'bench-bucket'

const prompt = `Describe this article for the web shop in {{ row.language }}.

Article: {{ row.name }}
Category: {{ row.category | upcase }}
Price: {{ row.price }} EUR{% if row.stock == "0" %} (sold out){% else %} ({{ row.stock }} in stock){% endif %}

What the maker says:
{{ row.notes }}

Write two short paragraphs of plain text. Name the material and one use. Do not invent facts, sizes or awards, and do
not mention the price. End with one sentence that says for whom the article is made.
`

const system = 'You write for a shop that sells outdoor clothing. You are brief, exact and friendly.'

/** Its name tells the specs of several workspaces apart: each has its own jobs. */
const specOf = (rows: number, outputs: string): string => `name: bench-${rows}
model: ${model}
dataset: {path: rows.csv, key: sku}
prompt: {system: {file: system.md}, user: {file: prompt.md}}
parameters: {maxTokens: 400, temperature: 0.2}
outputs: ${outputs}
publish: {via: none}
`

/** `outputs`: as YAML, on one line. */
export async function writeWorkspace(folder: string, rows: number, outputs = 'answers.jsonl'): Promise<Workspace> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'prompt.md'), prompt)
  await writeFile(join(folder, 'system.md'), system)
  await writeFile(join(folder, 'spec.yml'), specOf(rows, outputs))
  const path = join(folder, 'rows.csv')
  await writeRows(path, rows)
  return { folder, rows, bytes: (await stat(path)).size }
}

async function writeRows(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  let text = 'sku,name,category,language,price,stock,notes\n'
  for (let row = 0; row < rows; row++) {
    text += csvRow(row)
    if (text.length < 1 << 20) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'close')
}

const categories = ['jackets', 'trousers', 'tents', 'shoes & boots', 'cafetières']

function csvRow(row: number): string {
  const dice = mixed(row)
  const sku = `SKU-${String(row).padStart(7, '0')}`
  const name = wordsFrom(row * 3, 24).replace(/[\n",]/g, '')
  const price = ((dice % 40_000) / 100).toFixed(2)
  const language = dice % 3 === 0 ? 'German' : 'English'
  const notes = wordsFrom(row * 3 + 1, 400).replaceAll('"', '""')
  return `${sku},${name},${categories[dice % categories.length] ?? ''},${language},${price},${dice % 11},"${notes}"\n`
}
