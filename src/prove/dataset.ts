/** The user's side of a history: rows and a prompt that change, the spec, and what the model would answer to each row. */
import type { AnswerRule } from '../emulator/bedrock/models/simulate.ts'
import { specIdOf } from '../jobs/names.ts'

/** Rows by key, in the order of the file, and which wording the prompt has. */
export interface Dataset {
  readonly rows: ReadonlyMap<string, string>
  readonly prompt: number
}

export type Change = 'add' | 'edit' | 'remove' | 'prompt'

/** How the spec asks. `pad`: there are too few rows for a job, which is filled up. */
export type Way = 'batch' | 'on-demand' | 'pad'

export const specPath = 'spec.yml'
const rowsPath = 'data/rows.csv'
export const outputPath = 'out/answers.jsonl'
export const lockPath = 'out/answers.lock.json'
export const manifestPath = 'out/answers.manifest.json'
export const repositoryId = '99'
const specName = 'proof'
export const specId = specIdOf(repositoryId, specName)
export const bucket = 'bedrock-batch-demo'
export const serviceRoleArn = 'arn:aws:iam::123456789012:role/bedrock-service'

/** Every path that a pass may write. */
export const ownPaths: readonly string[] = [outputPath, lockPath, manifestPath, 'out/answers.errors.jsonl']

/** The first two ask the same; one is always refused by the model. */
export function firstDataset(rows: number): Dataset {
  const texts = ['Zoë’s “shoe”', 'Zoë’s “shoe”', `${refused} row`]
  const all = Array.from(
    { length: rows },
    (_, number) => [`k${number + 1}`, texts[number] ?? `text ${number + 1}`] as const
  )
  return { rows: new Map(all), prompt: 1 }
}

/** `number` picks the row and makes the new text one of its own. */
export function changed(dataset: Dataset, change: Change, number: number): Dataset {
  const rows = new Map(dataset.rows)
  const keys = [...rows.keys()]
  const key = keys[number % Math.max(1, keys.length)] ?? ''
  switch (change) {
    case 'add':
      rows.set(`new${number}`, `added ${number}`)
      break
    case 'edit':
      rows.set(key, `edited ${number}`)
      break
    case 'remove':
      rows.delete(key)
      break
    case 'prompt':
      return { rows, prompt: dataset.prompt + 1 }
  }
  return { rows, prompt: dataset.prompt }
}

export function filesOf(dataset: Dataset, way: Way, extra = ''): Map<string, string> {
  const lines = [...dataset.rows].map(([key, text]) => `${key},"${text.replaceAll('"', '""')}"\n`)
  return new Map([
    [specPath, specText(dataset, way, extra)],
    [rowsPath, `id,text\n${lines.join('')}`]
  ])
}

function specText({ prompt }: Dataset, way: Way, extra: string): string {
  const belowMinimum = way === 'pad' ? 'pad' : 'on-demand'
  return `name: ${specName}
model: amazon.nova-lite-v1:0
dataset: { path: ${rowsPath}, key: id }
prompt: { user: "P${prompt}: {{ text }}" }
parameters: { maxTokens: 100 }
outputs:
  - path: ${outputPath}
    columns: { id: row.id, text: row.text, answer: answer }
inference: ${way === 'on-demand' ? 'on-demand' : 'auto'}
belowMinimum: ${belowMinimum}
limits: { minRecordsPerJob: ${way === 'pad' ? 15 : 2}, recordsPerJob: ${way === 'pad' ? 20 : 3}, maxErrorRate: 1, maxRemovals: 50 }
${extra}`
}

const refused = 'refuse this'

/** What the model says to a row: the question itself, so that an answer under a wrong row shows. */
export function answerTo(dataset: Dataset, text: string): { readonly answer: string } | { readonly error: string } {
  return text.startsWith(refused) ? { error: 'the model will not' } : { answer: sayTo(`P${dataset.prompt}: ${text}`) }
}

function sayTo(question: string): string {
  return `said to <${question}>`
}

export const answerRule: AnswerRule = (_model, modelInput) => {
  const question = questionIn(modelInput)
  return question.includes(refused)
    ? { error: { code: 400, message: 'the model will not' } }
    : { text: sayTo(question) }
}

/** Nova's body: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html */
function questionIn(modelInput: unknown): string {
  const { messages } = modelInput as { messages?: { content?: { text?: string }[] }[] }
  return messages?.at(-1)?.content?.[0]?.text ?? ''
}
