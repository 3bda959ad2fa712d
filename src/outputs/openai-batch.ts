/**
 * The result file of an OpenAI batch: a line per row, answers and errors together, for programs that read such files.
 * What is not known of an answer (when it was made) is zero.
 * https://platform.openai.com/docs/api-reference/batch/request-output
 */
import { canonicalJson, isObject, type JsonArray, type JsonObject, type JsonValue } from '../json.ts'
import {
  newCells,
  OutputUnreadable,
  type Cells,
  type ColumnHead,
  type OutputFormat,
  type PublishedRow
} from './format.ts'
import { asRead as asJson } from './json-row.ts'
import { jsonl } from './jsonl.ts'

/** Its columns are always these: name → path. `error` is `{code, message}` of a row that was given up. */
export const openaiColumns = {
  custom_id: 'key',
  answer: 'answer',
  reasoning: 'reasoning',
  input_tokens: 'usage.inputTokens',
  output_tokens: 'usage.outputTokens',
  recordId: 'recordId',
  model: 'model',
  error: 'error'
} as const

type Name = keyof typeof openaiColumns

export const openaiBatch: OutputFormat = {
  tellsFailures: true,

  async *write(columns, rows) {
    const lines = lineWriter(columns)
    for await (const batch of rows) yield batch.map(cells => `${JSON.stringify(lines(cells))}\n`).join('')
  },

  async *read(file) {
    for await (const rows of jsonl.read(file)) yield rows.map(readLine)
  },

  /** The content of a message is text, so that JSON comes back as text. */
  asRead: (cell, { name, vector }) => (name === 'answer' && !isVector(cell, vector) ? content(cell) : asJson(cell))
}

function lineWriter(columns: readonly ColumnHead[]): (cells: Cells) => JsonObject {
  const vector = columns.some(column => column.vector === true)
  return row => {
    const cells = Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])) as Record<
      Name,
      JsonValue
    >
    const id = typeof cells.recordId === 'string' ? cells.recordId : ''
    const response = cells.error === null ? { status_code: 200, request_id: id, body: bodyOf(cells, id, vector) } : null
    return { id: `batch_req_${id}`, custom_id: cells.custom_id, response, error: cells.error }
  }
}

function bodyOf(cells: Record<Name, JsonValue>, id: string, vector: boolean): JsonObject {
  const { answer, model, reasoning } = cells
  const usage = usageOf(cells)
  if (isVector(answer, vector)) {
    const data = [{ object: 'embedding', index: 0, embedding: answer }]
    return { object: 'list', data, model, usage }
  }
  const message = {
    role: 'assistant',
    content: content(answer),
    ...(reasoning !== null && { reasoning_content: reasoning })
  }
  const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }]
  return { id: `chatcmpl-${id}`, object: 'chat.completion', created: 0, model, choices, usage }
}

function usageOf({ input_tokens: input, output_tokens: output }: Record<Name, JsonValue>): JsonObject | null {
  if (typeof input !== 'number' && typeof output !== 'number') return null
  const [prompt, completion] = [input, output].map(count => (typeof count === 'number' ? count : 0))
  return {
    prompt_tokens: prompt ?? 0,
    ...(typeof output === 'number' && { completion_tokens: output }),
    total_tokens: (prompt ?? 0) + (completion ?? 0)
  }
}

function content(answer: JsonValue): string | null {
  return answer === null || typeof answer === 'string' ? answer : canonicalJson(answer)
}

function isVector(answer: JsonValue, vector: boolean | undefined): answer is JsonArray {
  return vector === true && Array.isArray(answer)
}

function readLine({ cells: line, line: number }: PublishedRow): PublishedRow {
  const whole: JsonObject = { ...line }
  if (typeof whole['custom_id'] !== 'string')
    throw new OutputUnreadable('the line has no custom_id', number, 'restore the line')
  const body = member(member(whole, 'response'), 'body')
  const choice = first(member(body, 'choices'))
  const message = member(choice, 'message')
  const usage = member(body, 'usage')
  const embedding = member(first(member(body, 'data')), 'embedding')
  const cells = newCells()
  cells['custom_id'] = whole['custom_id']
  cells['answer'] = embedding ?? member(message, 'content') ?? null
  cells['reasoning'] = member(message, 'reasoning_content') ?? null
  cells['input_tokens'] = usage === null ? null : (member(usage, 'prompt_tokens') ?? null)
  cells['output_tokens'] = member(usage, 'completion_tokens') ?? null
  cells['recordId'] = member(member(whole, 'response'), 'request_id') ?? null
  cells['model'] = member(body, 'model') ?? null
  cells['error'] = whole['error'] ?? null
  return { cells, line: number }
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function first(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? (value as JsonArray)[0] : undefined
}
